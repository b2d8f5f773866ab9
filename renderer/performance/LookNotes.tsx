import type { Look, NewLook } from '#shared/performance/look'

import { api } from '../kernel/api.ts'
import { useAsk } from '../kernel/changes.ts'
import { useCommand } from '../kernel/commands.ts'
import { localDay } from '../kernel/local-day.ts'
import { useSay } from '../kernel/say.ts'
import { useMay } from '../kernel/session.ts'
import { ConfirmAct } from '../ui/ConfirmAct.tsx'
import { TroubleNote } from '../ui/TroubleNote.tsx'
import { useNames } from './use-performance.ts'

type Subject = Pick<NewLook, 'baseline' | 'objective'>

/** Says that a baseline or an objective stays as it is, and why. */
export function LookAct({
  of,
  about,
  change,
}: {
  readonly of: Subject
  readonly about: string
  readonly change: NewLook['change']
}) {
  const say = useSay()
  const may = useMay()
  const look = useCommand((reason: string) =>
    api.performance.lookAgain({ ...of, about, change, conclusion: 'stays', reason }),
  )
  if (!may('performance.enter')) return null
  return (
    <>
      <ConfirmAct
        label={say('performance.look.stays')}
        question={say('performance.look.question')}
        reasonLabel={say('performance.look.reason')}
        button={{ size: 'small' }}
        onConfirm={(reason) => void look.run(reason)}
      />
      <TroubleNote trouble={look.trouble} onClose={look.forget} />
    </>
  )
}

/** What was concluded before, each time somebody looked again. */
export function PastLooks({ isOf }: { readonly isOf: (look: Look) => boolean }) {
  const say = useSay()
  const nameOf = useNames()
  const { data = [] } = useAsk(['performance', 'looks'], () => api.performance.looks({}))
  const own = data.filter(isOf)
  if (own.length === 0) return null
  return (
    <ul aria-label={say('performance.look')}>
      {own.map(({ id, madeAt, madeBy, reason }) => (
        <li key={id}>
          {say('performance.look.said', { on: localDay(madeAt), who: nameOf(madeBy), reason })}
        </li>
      ))}
    </ul>
  )
}

/** Changes of circumstances that ask to look at an objective again (6.4.3). */
export function ObjectiveLooks({ objective }: { readonly objective: NonNullable<NewLook['objective']> }) {
  const say = useSay()
  const { data = [] } = useAsk(['performance', 'objectives-to-look-at'], () =>
    api.performance.objectivesToLookAt({}),
  )
  const asked = data.filter((each) => each.objective === objective)
  return (
    <>
      {asked.length > 0 && (
        <section className="paper" aria-label={say('performance.look')}>
          <h2>{say('performance.look')}</h2>
          {asked.map(({ change, number, title }) => (
            <p key={change}>
              {say('performance.look.objective', { number, title })}{' '}
              <LookAct of={{ baseline: null, objective }} about={number} change={change} />
            </p>
          ))}
        </section>
      )}
      <PastLooks isOf={(look) => look.objective === objective} />
    </>
  )
}
