import type { ReactNode } from 'react'

import type { Overview, ShownTotal } from '#shared/accounting/inventory'

import { useSay } from '../kernel/say.ts'
import { FormulaText } from '../ui/NumberText.tsx'
import { flows } from './inventory-charts.ts'
import { FlowChart, MonthsChart } from './InventoryCharts.tsx'
import { TotalCell } from './SourceMonths.tsx'

/** The year in two pictures and its totals by every way of cutting it. */
export function OverviewTab({ overview }: { readonly overview: Overview }) {
  const say = useSay()
  const { byCategory, byFacility, byGas, byScope, byIsoCategory, apart } = overview
  const groups: readonly Group[] = [
    {
      key: 'category',
      totals: byCategory,
      nameOf: ({ key }) => say.of({ code: `accounting.category.${key}` }),
    },
    {
      key: 'facility',
      totals: byFacility,
      nameOf: ({ key }) => byFacility.find((each) => each.key === key)?.name ?? key,
    },
    { key: 'gas', totals: byGas, nameOf: ({ key }) => <FormulaText text={key} /> },
    { key: 'scope', totals: byScope, nameOf: ({ key }) => say.of({ code: `organization.scope.${key}` }) },
    { key: 'iso', totals: byIsoCategory, nameOf: ({ key }) => say.of({ code: `organization.iso.${key}` }) },
    { key: 'apart', totals: apart, nameOf: ({ key }) => say.of({ code: `accounting.apart.${key}` }) },
  ]
  return (
    <div className="inventory-sheet">
      {overview.sources.length > 0 && (
        <>
          {overview.sources.some(flows) && <FlowChart overview={overview} />}
          <MonthsChart overview={overview} />
        </>
      )}
      <div className="inventory-groups">
        {groups.map((group) => (
          <GroupTable key={group.key} overview={overview} group={group} />
        ))}
      </div>
    </div>
  )
}

interface Group {
  readonly key: 'category' | 'facility' | 'gas' | 'scope' | 'iso' | 'apart'
  readonly totals: readonly ShownTotal[]
  readonly nameOf: (total: ShownTotal) => ReactNode
}

function GroupTable({ overview, group }: { readonly overview: Overview; readonly group: Group }) {
  const say = useSay()
  const title = say(`accounting.group.${group.key}`)
  if (group.totals.length === 0) return null
  return (
    <section className="paper" aria-label={title}>
      <h2>{title}</h2>
      <table>
        <tbody>
          {group.totals.map((total) => (
            <tr key={total.key}>
              <th scope="row">{group.nameOf(total)}</th>
              <td>
                <TotalCell overview={overview} total={total} title={title} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
