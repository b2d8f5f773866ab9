import type { ShownProduction } from '#shared/accounting/comparison-contract'
import type { InventoryId } from '#shared/accounting/inventory'
import { productionDecimals, type ProductionKey, productionKeys } from '#shared/accounting/production'

import { useSay } from '../kernel/say.ts'
import { FormulaText, OpenableNumber, UnitText } from '../ui/NumberText.tsx'
import { openFigure } from './explained-figure.ts'

interface ProductionTabProps {
  readonly inventory: InventoryId
  readonly productions: readonly ShownProduction[]
}

/** Production beside the emission, by facility and month: what was supplied, and what its emission comes to per unit. */
export function ProductionTab({ inventory, productions }: ProductionTabProps) {
  const say = useSay()
  return (
    <section className="paper inventory-months" aria-label={say('accounting.tab.production')}>
      <p className="page-purpose">{say('accounting.production.purpose')}</p>
      {productions.map((production) => (
        <FacilityTable key={production.facility} inventory={inventory} production={production} />
      ))}
    </section>
  )
}

interface FacilityProps {
  readonly inventory: InventoryId
  readonly production: ShownProduction
}

function FacilityTable({ inventory, production }: FacilityProps) {
  const say = useSay()
  const { name, months, year } = production
  const periods = [
    ...months.map(({ month, figures }) => ({ key: month, label: month, figures })),
    { key: 'year', label: say('accounting.production.year'), figures: year },
  ]
  const rows = productionKeys.flatMap((key) => {
    const unit = periods.map(({ figures }) => figures[key]?.unit).find((each) => each !== undefined)
    return unit === undefined ? [] : [{ key, unit }]
  })
  return (
    <div className="inventory-scroll" tabIndex={0} role="group" aria-label={name}>
      <h2>{name}</h2>
      <table>
        <thead>
          <tr>
            <th scope="col">{say('accounting.column.item')}</th>
            {periods.map(({ key, label }) => (
              <th key={key} scope="col">
                {label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ key, unit }) => (
            <tr key={key}>
              <th scope="row">
                <FormulaText text={say(`accounting.production.${key}`)} /> <UnitText unit={unit} />
              </th>
              {periods.map((period) => (
                <td key={period.key} className={period.key === 'year' ? 'inventory-sum' : undefined}>
                  <Cell
                    inventory={inventory}
                    name={key}
                    figure={period.figures[key]}
                    title={`${say(`accounting.production.${key}`)} ${period.label}`}
                  />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

interface CellProps {
  readonly inventory: InventoryId
  readonly name: ProductionKey
  readonly figure: ShownProduction['year'][ProductionKey]
  readonly title: string
}
function Cell({ inventory, name, figure, title }: CellProps) {
  if (!figure) return <small>—</small>
  const { path, value } = figure
  return (
    <OpenableNumber
      value={value}
      decimals={productionDecimals[name]}
      onOpen={() => openFigure(title, { inventory, path })}
    />
  )
}
