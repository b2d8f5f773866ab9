import { everySource, totalsOf } from '#electron/accounting/kept-account'
import type { Account } from '#shared/accounting/account'
import { type Figure, type FigureRecord, toRecord } from '#shared/kernel/figure'
import { partsOf, type Unit, units } from '#shared/kernel/units'

/** A figure whose operands are named by their place in the list; each stands behind its own operands. */
export interface GraphNode extends Omit<FigureRecord, 'operands'> {
  readonly operands: readonly number[]
}

/**
 * Every figure of an account, each once, for programs that know nothing of ours: `roots` names the totals, lines and
 * figures beside them by their path. `docs/verification-package.md` says how each is computed.
 */
export interface FigureGraph {
  readonly format: 'tanbu-figures/1'
  readonly nodes: readonly GraphNode[]
  readonly roots: Readonly<Record<string, number>>
  /** Totals without a value, with the number of lines that have no result. */
  readonly incomplete: Readonly<Record<string, number>>
  readonly units: Readonly<Partial<Record<Unit, { readonly dimension: string; readonly size: string }>>>
}

/** The graph of an account: its totals, and of every line the emission, the mass and what forms show beside it. */
export function graphOf(account: Account): FigureGraph {
  const totals = totalsOf(account)
  const lines = everySource(account).flatMap(({ source, months }) =>
    months.flatMap((month): [string, Figure][] => {
      if (month.state !== 'complete') return []
      const path = `source/${source.id}/${month.month}`
      return [
        [path, month.emission],
        [`${path}/mass`, month.mass],
        ...month.beside.map((figure, at): [string, Figure] => [`${path}/beside/${at}`, figure]),
      ]
    }),
  )
  const complete = totals.flatMap(({ path, total }): [string, Figure][] =>
    total.state === 'complete' ? [[path, total.figure]] : [],
  )
  const incomplete = totals.flatMap(({ path, total }) =>
    total.state === 'incomplete' ? [[path, total.lines] as const] : [],
  )
  return {
    ...graphOfFigures(Object.fromEntries([...complete, ...lines])),
    incomplete: Object.fromEntries(incomplete),
  }
}

/** The graph of some figures by their paths; what several of them share stands in it once. */
export function graphOfFigures(figures: Readonly<Record<string, Figure>>): FigureGraph {
  const nodes: GraphNode[] = []
  const places = new Map<Figure, number>()
  const add = (figure: Figure): number => {
    const known = places.get(figure)
    if (known !== undefined) return known
    const operands = figure.operands.map(add)
    nodes.push({ ...toRecord({ ...figure, operands: [] }), operands })
    places.set(figure, nodes.length - 1)
    return nodes.length - 1
  }
  const roots = Object.fromEntries(Object.entries(figures).map(([path, figure]) => [path, add(figure)]))
  return { format: 'tanbu-figures/1', nodes, roots, incomplete: {}, units: unitsIn(nodes) }
}

function unitsIn(nodes: readonly GraphNode[]): FigureGraph['units'] {
  const used = nodes.flatMap(({ unit }) => {
    const parts = partsOf(unit)
    return parts ? [parts.unit, ...(parts.per === null ? [] : [parts.per])] : []
  })
  return Object.fromEntries(
    [...new Set(used)].toSorted().map((unit) => {
      const { dimension, size } = units[unit]
      return [unit, { dimension, size }]
    }),
  )
}
