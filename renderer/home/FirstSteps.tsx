import { Link, useLocation } from 'react-router'

import type { FirstStep } from '../kernel/page.ts'
import { useSay } from '../kernel/say.ts'
import { withScope } from '../kernel/scope.ts'
import { Icon } from '../ui/Icon.tsx'

/** The way from an empty plant to its first inventory. Each step can be left and resumed. */
export function FirstSteps({ steps }: { readonly steps: readonly FirstStep[] }) {
  const say = useSay()
  const { search } = useLocation()
  const next = steps.find(({ done }) => !done)
  return (
    <section className="paper" aria-labelledby="home-start">
      <h2 id="home-start">{say('frame.home.start')}</h2>
      <ol className="steps">
        {steps.map((step) => (
          <li key={step.id} aria-current={step === next ? 'step' : undefined}>
            <Icon name={step.done ? 'done' : step === next ? 'play' : 'pending'} size={20} />
            <div>
              <Link to={withScope(step.path, search)}>{say(step.titleCode)}</Link>
              <p className="page-purpose">{say(step.whyCode)}</p>
            </div>
            <span className="step-state">
              {step.done ? say('frame.home.start.done') : step === next ? say('frame.home.start.next') : ''}
            </span>
          </li>
        ))}
      </ol>
    </section>
  )
}
