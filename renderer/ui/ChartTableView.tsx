import type { DecimalText } from '#shared/kernel/quantity'

import { NumberText, OpenableNumber } from './NumberText.tsx'

/** A number of a chart's table; with an `id` it can be opened. */
export interface ChartNumber {
  readonly value: DecimalText | null
  readonly unit?: string
  readonly id?: string
}
export interface ChartTable {
  readonly head: readonly string[]
  readonly rows: readonly {
    readonly key: string
    readonly title: string
    readonly numbers: readonly ChartNumber[]
  }[]
  /** At most so many decimals for the eye. */
  readonly decimals?: number
  /** What stands where there is no number because none belongs there; else it is said to be missing. */
  readonly none?: string
}

interface ChartTableViewProps {
  readonly table: ChartTable
  readonly label: string
  readonly height: number
  readonly onPick?: (id: string) => void
}

/** More columns than these stand below the picture, where there is room for them. */
const mostBeside = 5
/** The numbers behind a picture, for who would rather read. */
export function ChartTableView({ table, label, height, onPick }: ChartTableViewProps) {
  const { head, rows, decimals = 2, none } = table
  const place = head.length > mostBeside ? 'chart-table chart-table-below' : 'chart-table'
  return (
    <div className={place} style={{ maxHeight: height }} tabIndex={0} role="region" aria-label={label}>
      <table>
        <thead>
          <tr>
            {head.map((title) => (
              <th key={title} scope="col">
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ key, title, numbers }) => (
            <tr key={key}>
              <th scope="row">{title}</th>
              {numbers.map(({ value, unit, id }, index) => {
                const number = { value, decimals, ...(unit !== undefined && { unit }) }
                return (
                  <td key={head[index + 1] ?? index}>
                    {onPick && id !== undefined ? (
                      <OpenableNumber {...number} onOpen={() => onPick(id)} />
                    ) : (
                      (value === null && none) || <NumberText {...number} />
                    )}
                  </td>
                )
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
