import type { FormerTotal, Overview, ShownTotal } from '#shared/accounting/inventory'

import { useSay } from '../kernel/say.ts'
import { EmptyState } from '../ui/EmptyState.tsx'
import { NumberText } from '../ui/NumberText.tsx'
import { earlierOf } from './inventory-charts.ts'
import { YearsChart } from './InventoryCharts.tsx'
import { signed } from './signed.ts'
import { TotalCell } from './SourceMonths.tsx'
import { twoDecimals } from './two-decimals.ts'

/** This year against the one before, by the same rules. */
export function YearsTab({ overview }: { readonly overview: Overview }) {
  const say = useSay()
  const { before, sources, total, inventory } = overview
  if (!before)
    return (
      <EmptyState icon="chart" title={say('accounting.years.none')} why={say('accounting.years.none-why')} />
    )
  const rows: readonly Row[] = [
    ...sources.map((source) => ({ now: source, name: source.name, former: earlierOf(source, before) })),
    { now: total, name: say('accounting.column.total'), former: before.total },
  ]
  return (
    <div className="inventory-sheet">
      <YearsChart overview={overview} />
      <section className="paper inventory-groups wide" aria-label={say('accounting.tab.years')}>
        <table>
          <thead>
            <tr>
              <th scope="col">{say('accounting.column.item')}</th>
              <th scope="col">{say('accounting.column.year', { year: inventory.year - 1 })}</th>
              <th scope="col">{say('accounting.column.year', { year: inventory.year })}</th>
              <th scope="col">{say('accounting.column.change')}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ now, name, former }) => (
              <tr key={now.path}>
                <th scope="row">{name}</th>
                <td>
                  <NumberText value={twoDecimals(former?.value ?? null)} decimals={2} />
                </td>
                <td>
                  <TotalCell overview={overview} total={now} title={name} />
                </td>
                <td className="number">{former?.change ? signed(former.change) : '—'}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </div>
  )
}

interface Row {
  readonly now: ShownTotal
  readonly name: string
  readonly former: FormerTotal | undefined
}
