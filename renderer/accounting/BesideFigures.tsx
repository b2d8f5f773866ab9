import type { Overview } from '#shared/accounting/inventory'

import { useSay } from '../kernel/say.ts'
import { FormulaText, OpenableNumber, UnitText } from '../ui/NumberText.tsx'
import { openFigure } from './explained-figure.ts'

interface BesideProps {
  readonly overview: Overview
  /** The months of the table above it. */
  readonly keys: readonly string[]
}

/** What forms want to see beside the emission: heat of the fuel, carbon as received, net purchase. Each opens. */
export function BesideFigures({ overview, keys }: BesideProps) {
  const say = useSay()
  const rows = rowsOf(overview)
  if (rows.length === 0) return null
  return (
    <div className="inventory-scroll" tabIndex={0} role="group" aria-label={say('accounting.months.beside')}>
      <h2>{say('accounting.months.beside')}</h2>
      <table>
        <thead>
          <tr>
            <th scope="col">{say('accounting.column.item')}</th>
            {keys.map((key) => (
              <th key={key} scope="col">
                {key}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ id, source, code, unit, byMonth }) => {
            const name = say.of({ code })
            return (
              <tr key={id}>
                <th scope="row">
                  <FormulaText text={name} /> <UnitText unit={unit} />
                  <small>{source}</small>
                </th>
                {keys.map((key) => {
                  const figure = byMonth.get(key)
                  const open = (path: string) =>
                    openFigure(`${name} ${key}`, { inventory: overview.inventory.id, path })
                  return (
                    <td key={key}>
                      {figure && (
                        <OpenableNumber value={figure.value} decimals={4} onOpen={() => open(figure.path)} />
                      )}
                    </td>
                  )
                })}
              </tr>
            )
          })}
        </tbody>
      </table>
    </div>
  )
}

type Beside = Overview['sources'][number]['months'][number]['beside'][number]
interface Row extends Pick<Beside, 'code' | 'unit'> {
  readonly id: string
  readonly source: string
  readonly byMonth: ReadonlyMap<string, Beside>
}

/** One row for each figure of a source, its months across. A source may show two of a kind, bought and sold. */
function rowsOf({ sources, apart }: Overview): Row[] {
  const all = [...sources, ...apart.flatMap((group) => group.sources)]
  return all.flatMap((source) => {
    const entries = source.months.flatMap(({ key, beside }) =>
      beside.map((figure, index) => ({ key, figure, id: `${source.key} ${index} ${figure.code}` })),
    )
    return [...Map.groupBy(entries, ({ id }) => id)].flatMap(([id, own]): Row[] => {
      const [first] = own
      if (!first) return []
      const { code, unit } = first.figure
      return [
        {
          id,
          source: source.name,
          code,
          unit,
          byMonth: new Map(own.map(({ key, figure }) => [key, figure])),
        },
      ]
    })
  })
}
