import type { Overview, ShownTotal } from '#shared/accounting/inventory'

import { useSay } from '../kernel/say.ts'
import { useGo } from '../kernel/scope.ts'
import { EmptyState } from '../ui/EmptyState.tsx'
import { FormulaText, OpenableNumber } from '../ui/NumberText.tsx'
import { BesideFigures } from './BesideFigures.tsx'
import { openFigure } from './explained-figure.ts'
import { dataAddress } from './finding-place.ts'
import { OpenableTotal } from './OpenableTotal.tsx'
import { twoDecimals } from './two-decimals.ts'

type Source = Overview['sources'][number]

/** Source by month: every number opens, every gap leads to where it is filled. */
export function SourceMonths({ overview }: { readonly overview: Overview }) {
  const say = useSay()
  const { sources, byMonth, apart, total } = overview
  if (sources.length === 0 && apart.length === 0)
    return (
      <EmptyState
        icon="flame"
        title={say('accounting.head.no-sources')}
        why={say('accounting.inventories.none-why')}
      />
    )
  const keys = monthsIn(overview)
  return (
    <section className="paper inventory-months" aria-label={say('accounting.tab.months')}>
      <p className="page-purpose">{say('accounting.months.unit')}</p>
      <div className="inventory-scroll" tabIndex={0} role="group" aria-label={say('accounting.tab.months')}>
        <table>
          <thead>
            <tr>
              <th scope="col">{say('accounting.column.source')}</th>
              {keys.map((key) => (
                <th key={key} scope="col">
                  {key}
                </th>
              ))}
              <th scope="col">{say('accounting.column.total')}</th>
            </tr>
          </thead>
          <tbody>
            {sources.map((source) => (
              <SourceRow key={source.key} overview={overview} source={source} keys={keys} />
            ))}
          </tbody>
          <tbody className="inventory-sum">
            <tr>
              <th scope="row">{say('accounting.column.total')}</th>
              {keys.map((key) => {
                const month = byMonth.find((each) => each.key === key)
                return (
                  <td key={key}>{month && <TotalCell overview={overview} total={month} title={key} />}</td>
                )
              })}
              <td>
                <TotalCell overview={overview} total={total} title={say('accounting.head.total')} />
              </td>
            </tr>
          </tbody>
          {apart.map((group) => (
            <tbody key={group.key}>
              <tr className="inventory-apart">
                <th scope="colgroup" colSpan={keys.length + 2}>
                  <FormulaText text={say.of({ code: `accounting.apart.${group.key}` })} />
                </th>
              </tr>
              {group.sources.map((source) => (
                <SourceRow key={source.key} overview={overview} source={source} keys={keys} />
              ))}
            </tbody>
          ))}
        </table>
      </div>
      <BesideFigures overview={overview} keys={keys} />
    </section>
  )
}

/** Every month in which some source was there, counted or apart. */
function monthsIn({ sources, apart }: Overview): readonly string[] {
  const all = [...sources, ...apart.flatMap((group) => group.sources)]
  return [...new Set(all.flatMap(({ months }) => months.map(({ key }) => key)))].toSorted()
}

interface SourceRowProps {
  readonly overview: Overview
  readonly source: Source
  readonly keys: readonly string[]
}

function SourceRow({ overview, source, keys }: SourceRowProps) {
  const say = useSay()
  const { name, category, months } = source
  return (
    <tr>
      <th scope="row">
        {name}
        <small>{say.of({ code: `accounting.category.${category}` })}</small>
      </th>
      {keys.map((key) => {
        const month = months.find((each) => each.key === key)
        return (
          <td key={key}>
            {month ? (
              <MonthCell overview={overview} source={source} month={month} />
            ) : (
              <small title={say('accounting.months.not-there')}>—</small>
            )}
          </td>
        )
      })}
      <td className="inventory-sum">
        <TotalCell overview={overview} total={source} title={name} />
      </td>
    </tr>
  )
}

interface MonthCellProps {
  readonly overview: Overview
  readonly source: Source
  readonly month: ShownTotal
}

function MonthCell({ overview, source, month }: MonthCellProps) {
  const say = useSay()
  const go = useGo()
  const { key, path, value } = month
  if (value === null)
    return (
      <button
        type="button"
        className="openable number missing"
        aria-label={say('accounting.months.lack-where', { source: source.name, month: key })}
        onClick={() => go(dataAddress(overview, source.key, key))}
      >
        {say('accounting.months.lack')}
      </button>
    )
  const open = () => openFigure(`${source.name} ${key}`, { inventory: overview.inventory.id, path })
  return <OpenableNumber value={twoDecimals(value)} decimals={2} onOpen={open} />
}

interface TotalCellProps {
  readonly overview: Overview
  readonly total: ShownTotal
  readonly title: string
}

/** A total, or how many lines it lacks. */
export function TotalCell({ overview, total, title }: TotalCellProps) {
  return <OpenableTotal inventory={overview.inventory.id} total={total} title={title} />
}
