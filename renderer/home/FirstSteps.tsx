import { Link, useLocation } from 'react-router'

import type { FirstStep } from '../kernel/page.ts'
import { useSay } from '../kernel/say.ts'
import { withScope } from '../kernel/scope.ts'
import { Icon } from '../ui/Icon.tsx'

/** The way from an empty plant to its first report. Each step can be left and resumed; those done take one line. */
export function FirstSteps({ steps }: { readonly steps: readonly FirstStep[] }) {
  const say = useSay()
  const { search } = useLocation()
  const done = steps.filter((step) => step.done)
  const open = steps.filter((step) => !step.done)
  return (
    <section className="paper" aria-labelledby="home-start">
      <h2 id="home-start">{say(done.length > 0 ? 'frame.home.go-on' : 'frame.home.start')}</h2>
      {done.length > 0 && (
        <p className="home-done">
          <Icon name="done" />
          {say('frame.home.start.done')}
          {done.map((step) => (
            <Link key={step.id} to={withScope(step.path, search)}>
              {say(step.titleCode)}
            </Link>
          ))}
        </p>
      )}
      <ol className="steps">
        {open.map((step) => (
          <li key={step.id} aria-current={step === open[0] ? 'step' : undefined}>
            <Icon name={step === open[0] ? 'play' : 'pending'} size={20} />
            <div>
              <Link to={withScope(step.path, search)}>{say(step.titleCode)}</Link>
              <p className="page-purpose">{say(step.whyCode)}</p>
            </div>
            <span className="step-state">{step === open[0] ? say('frame.home.start.next') : ''}</span>
          </li>
        ))}
      </ol>
    </section>
  )
}
