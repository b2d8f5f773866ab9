import { useSay } from '../kernel/say.ts'
import { stateSigns } from './entry-cells.ts'

const states = ['draft', 'submitted', 'checked', 'approved', 'sealed', 'returned'] as const

/** What the signs in the grid say. */
export function StateLegend() {
  const say = useSay()
  return (
    <ul className="activity-legend" aria-label={say('activity.entry.legend')}>
      {states.map((state) => (
        <li key={state}>
          <span className={`activity-sign ${state}`} aria-hidden="true">
            {stateSigns[state]}
          </span>{' '}
          {say(`activity.cell.${state}`)}
        </li>
      ))}
      <li>{say('activity.entry.corner')}</li>
    </ul>
  )
}
