import { Segmented } from 'antd'
import { useState } from 'react'

import type { ShownView } from '#shared/accounting/comparison-contract'
import type { InventoryId, ShownTotal } from '#shared/accounting/inventory'
import { protocolRowCode } from '#shared/accounting/view-row'
import { viewNames } from '#shared/accounting/views'

import { api } from '../kernel/api.ts'
import { useAsk } from '../kernel/changes.ts'
import { type Say, useSay } from '../kernel/say.ts'
import { FormulaText } from '../ui/NumberText.tsx'
import { TroubleNote } from '../ui/TroubleNote.tsx'
import { OpenableTotal } from './OpenableTotal.tsx'

const followed = ['activity', 'monitoring', 'factors', 'organization']

/** One set of data in three forms of report, to switch between; every number opens. */
export function ViewsTab({ inventory }: { readonly inventory: InventoryId }) {
  const say = useSay()
  const [chosen, choose] = useState<ShownView['name']>('iso-14064-1')
  const asked = useAsk(['accounting', 'views', inventory], () => api.accounting.views({ id: inventory }), {
    also: followed,
  })
  const view = asked.data?.find(({ name }) => name === chosen)
  return (
    <section className="paper inventory-months" aria-label={say('accounting.tab.views')}>
      <p className="page-purpose">
        {say('accounting.views.purpose')} {say('accounting.sides.unit')}
      </p>
      <TroubleNote trouble={asked.error} />
      <Segmented
        className="no-print"
        aria-label={say('accounting.tab.views')}
        value={chosen}
        onChange={choose}
        options={viewNames.map((name) => ({ value: name, label: say(`accounting.view-name.${name}`) }))}
      />
      {view && <ViewTable inventory={inventory} view={view} />}
    </section>
  )
}

interface ViewTableProps {
  readonly inventory: InventoryId
  readonly view: ShownView
}

function ViewTable({ inventory, view }: ViewTableProps) {
  const say = useSay()
  const name = say(`accounting.view-name.${view.name}`)
  return (
    <div className="inventory-scroll" tabIndex={0} role="group" aria-label={name}>
      <table className="view-table">
        <thead>
          <tr>
            <th scope="col">{say('accounting.view-column.item')}</th>
            {view.columns.map((column) => (
              <th key={column} scope="col">
                {column === 'total' ? say('accounting.view-column.total') : <FormulaText text={column} />}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {view.rows.map((row) => {
            const word = rowWord(say, view.name, row.key)
            return (
              <tr key={row.key} className={`view-${row.kind}`}>
                <th scope="row">
                  <FormulaText text={word} />
                </th>
                {view.columns.map((column) => (
                  <td key={column}>
                    <Cell inventory={inventory} total={row.cells[column]} title={`${name} · ${word}`} />
                  </td>
                ))}
              </tr>
            )
          })}
        </tbody>
      </table>
    </div>
  )
}

interface CellProps {
  readonly inventory: InventoryId
  readonly total: ShownTotal | undefined
  readonly title: string
}
function Cell({ inventory, total, title }: CellProps) {
  return total ? <OpenableTotal inventory={inventory} total={total} title={title} /> : <small>—</small>
}

/** Rows of a view are categories of ISO, scopes, or categories of the guideline; totals and what stands apart have words. */
function rowWord(say: Say, view: ShownView['name'], key: string): string {
  if (view === 'iso-14064-1' && /^\d$/.test(key)) return say.of({ code: `organization.iso.${key}` })
  if (view === 'ghg-protocol') return say.of({ code: protocolRowCode(key) })
  const isOwnWord = view === 'guideline' && !apartOrSum.includes(key)
  return say.of({ code: isOwnWord ? `accounting.category.${key}` : `accounting.view-row.${key}` })
}
const apartOrSum = ['sum', 'outside-guideline', 'biogenic', 'other-gases', 'other-scope-2-report']
