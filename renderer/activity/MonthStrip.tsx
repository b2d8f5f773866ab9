import { useSay } from '../kernel/say.ts'
import { StateTag } from '../ui/StateTag.tsx'
import { type MonthState, monthTones } from './month-state.ts'

interface MonthStripProps {
  readonly months: readonly string[]
  readonly chosen: string
  readonly stateOf: (month: string) => MonthState
  readonly onChoose: (month: string) => void
}

/** The twelve months of the year with how each stands. */
export function MonthStrip({ months, chosen, stateOf, onChoose }: MonthStripProps) {
  const say = useSay()
  return (
    <ol className="activity-months" aria-label={say('activity.months.strip')}>
      {months.map((month) => {
        const state = stateOf(month)
        const facts = state.kind === 'blocked' ? { count: state.count } : {}
        return (
          <li key={month}>
            <button
              type="button"
              className={month === chosen ? 'activity-month chosen' : 'activity-month'}
              aria-pressed={month === chosen}
              onClick={() => onChoose(month)}
            >
              <span>{month}</span>
              <StateTag
                tone={monthTones[state.kind]}
                {...(state.kind === 'sealed' && { icon: 'lock' as const })}
                text={say(`activity.months.state.${state.kind}`, facts)}
              />
            </button>
          </li>
        )
      })}
    </ol>
  )
}
