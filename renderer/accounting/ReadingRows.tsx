import { type Act, periodOfKey, type Reading } from '#shared/activity/model'
import { dayAfter } from '#shared/kernel/period'

import { api } from '../kernel/api.ts'
import { useAsk } from '../kernel/changes.ts'
import { localTime } from '../kernel/local-time.ts'
import { useSay } from '../kernel/say.ts'
import { NumberText } from '../ui/NumberText.tsx'
import { StateTag } from '../ui/StateTag.tsx'

/** Hourly values are not for reading one by one. */
const mostShown = 50

/** The readings behind a number: what was entered, by whom, and who checked and approved it. */
export function ReadingRows({ readings }: { readonly readings: readonly Reading[] }) {
  const say = useSay()
  const whoAndWhen = useWhoAndWhen()
  return (
    <div className="figure-rows" tabIndex={0} role="group" aria-label={say('accounting.explain.readings')}>
      <table>
        <thead>
          <tr>
            <th scope="col">{say('accounting.explain.period')}</th>
            <th scope="col" className="number">
              {say('accounting.explain.value')}
            </th>
            <th scope="col">{say('accounting.explain.entered')}</th>
            <th scope="col">{say('accounting.explain.checked')}</th>
            <th scope="col">{say('accounting.explain.approved')}</th>
          </tr>
        </thead>
        <tbody>
          {readings.slice(0, mostShown).map((reading) => (
            <tr key={reading.id}>
              <td>
                {periodText(reading)}
                {reading.cell !== null && (
                  <div className="page-purpose">
                    {say('accounting.explain.imported-from', { cell: reading.cell })}
                  </div>
                )}
                {reading.substitution !== null && (
                  <div>
                    <StateTag
                      tone="warn"
                      text={`${say('activity.origin.substituted')} · ${say(`activity.rule.${reading.substitution.rule}`)}`}
                    />
                  </div>
                )}
              </td>
              <td className="number" title={reading.text ?? undefined}>
                <NumberText value={reading.value} unit={reading.unit} />
              </td>
              <td>{whoAndWhen(reading.entered)}</td>
              <td>{whoAndWhen(reading.checked)}</td>
              <td>{whoAndWhen(reading.approved)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {readings.length > mostShown && (
        <p className="page-purpose">
          {say('accounting.explain.first-readings', { shown: mostShown, count: readings.length })}
        </p>
      )}
    </div>
  )
}

/** The name of who did something and when. */
function useWhoAndWhen(): (act: Act | null) => string {
  const say = useSay()
  const names = useAsk(['access', 'names'], () => api.access.names({}))
  return (act) => {
    if (act === null) return say('accounting.explain.not-yet')
    const known = names.data?.find(({ userId }) => userId === act.by)
    const name =
      act.by === null || act.by === 'system'
        ? say('accounting.explain.system')
        : (known?.name ?? say('accounting.explain.somebody'))
    const facts = { name, at: localTime(act.at) }
    return say(act.alone ? 'accounting.explain.who-alone' : 'accounting.explain.who', facts)
  }
}

/** A whole month or year by its name, a day as such, anything else from when to when. */
function periodText({ from, to, month }: Reading): string {
  const whole = periodOfKey(month)
  if (from === whole.from && to === whole.to) return month
  if (to.length === 10 && dayAfter(from) === to) return from
  return `${from.replace('T', ' ')} – ${to.replace('T', ' ')}`
}
