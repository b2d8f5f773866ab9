import { useId } from 'react'

import type { NodeId } from '#shared/organization/model'

import { api } from '../kernel/api.ts'
import { useAsk } from '../kernel/changes.ts'
import { useSay } from '../kernel/say.ts'
import { useMay } from '../kernel/session.ts'
import { NumberText } from '../ui/NumberText.tsx'
import { StateTag } from '../ui/StateTag.tsx'

interface MonthTotalsProps {
  readonly facility: NodeId
  readonly month: string
}

/** What a month comes to by source, before it is sealed; a source with a gap has no number, and so has the sum. */
export function MonthTotals({ facility, month }: MonthTotalsProps) {
  const say = useSay()
  const id = useId()
  const may = useMay()
  const year = Number(month.slice(0, 4))
  const { data } = useAsk(
    ['accounting', 'glance', year, facility],
    () => api.accounting.glance({ year, facility }),
    { also: ['activity', 'monitoring', 'factors', 'organization'], enabled: may('accounting.read') },
  )
  const rows = (data?.sources ?? []).flatMap(({ name, key, months }) => {
    const own = months.find((each) => each.key === month)
    return own ? [{ key, name, value: own.value, lines: own.lines }] : []
  })
  const sum = data?.byMonth.find(({ key }) => key === month)
  if (rows.length === 0 || !sum) return null
  const all = { key: 'all', name: say('activity.months.all-sources'), value: sum.value, lines: sum.lines }
  return (
    <section className="paper" aria-labelledby={id}>
      <h2 id={id}>{say('activity.months.totals', { month })}</h2>
      <table className="plain-table">
        <tbody>
          {[...rows, all].map(({ key, name, value, lines }) => (
            <tr key={key}>
              <th scope="row">{name}</th>
              <td className="right">
                {value === null ? (
                  <StateTag tone="warn" text={say('frame.home.incomplete', { lines })} />
                ) : (
                  <NumberText value={value} unit="tCO2e" decimals={2} />
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
