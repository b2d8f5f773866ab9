import type { Account, MonthAccount, SourceAccount, Total } from '#shared/accounting/account'
import type { FigureNode, Overview, ShownTotal } from '#shared/accounting/inventory'
import { type Figure, textOf, toRecord } from '#shared/kernel/figure'
import type { Finding } from '#shared/kernel/finding'
import { Refusal } from '#shared/kernel/refusal'

import { everySource, pathApart, totalsOf } from './kept-account.ts'

type Shown = Omit<Overview, 'inventory' | 'findings' | 'before'>

/** All totals of an account as a screen shows them; each names the path of its figure. */
export function shown(account: Account, names: ReadonlyMap<string, string>): Shown {
  const group = (name: string, groups: readonly { readonly key: string | number; readonly total: Total }[]) =>
    groups.map(({ key, total }) => shownTotalAt(`${name}/${key}`, String(key), total))
  return {
    total: shownTotalAt('total', 'total', account.total),
    sources: account.bySource.map((source) => shownSource(source, `source/${source.source.id}`)),
    byGas: group('gas', account.byGas),
    byFacility: group('facility', account.byFacility).map((total) => ({
      ...total,
      name: names.get(total.key) ?? total.key,
    })),
    byMonth: group('month', account.byMonth),
    byCategory: group('category', account.byCategory),
    byIsoCategory: group('iso', account.byIsoCategory),
    byScope: group('scope', account.byScope),
    apart: account.apart.map(({ why, sources, total }) => ({
      ...shownTotalAt(`apart/${why}`, why, total),
      sources: sources.map((source) => shownSource(source, pathApart(account, why, source))),
    })),
  }
}

function shownSource({ source, months, total }: SourceAccount, path: string): Overview['sources'][number] {
  const { id, name, facility, category, gas, method } = source
  return {
    ...shownTotalAt(path, id, total),
    name,
    facility,
    category,
    gas,
    method,
    months: months.map(shownMonth),
  }
}
function shownMonth(month: MonthAccount): Overview['sources'][number]['months'][number] {
  const path = `source/${month.source}/${month.month}`
  if (month.state !== 'complete')
    return { path, key: month.month, value: null, known: '0', lines: 1, beside: [] }
  const value = textOf(month.emission.value)
  const beside = month.beside.map((figure, index) => ({
    path: `${path}/${index}`,
    code: figure.code,
    value: textOf(figure.value),
    unit: figure.unit,
  }))
  return { path, key: month.month, value, known: value, lines: 0, beside }
}
/** One total; `path` is where its figure is found. */
export function shownTotalAt(path: string, key: string, total: Total): ShownTotal {
  if (total.state === 'incomplete')
    return { path, key, value: null, known: textOf(total.known.value), lines: total.lines }
  const value = textOf(total.figure.value)
  const decimals = total.figure.basis.rounding?.decimals
  return { path, key, value, known: value, lines: 0, ...(decimals === undefined ? {} : { decimals }) }
}

/**
 * One node of the tree behind a number: the figure and its operands, whose own operands are only counted.
 *
 * @param path what a refusal names.
 * @throws Refusal `accounting.no-figure` where a line has no result yet or the path leads nowhere.
 */
export function nodeAt(root: Figure | undefined, path: string, at: readonly number[]): FigureNode {
  let figure = root
  for (const index of at) figure = figure?.operands[index]
  if (!figure) throw new Refusal('accounting.no-figure', { path })
  const operands = figure.operands.map((operand) => toRecord({ ...operand, operands: [] }))
  return {
    figure: { ...toRecord({ ...figure, operands: [] }), operands },
    below: figure.operands.map((operand) => operand.operands.length),
  }
}

/** The figure of a total, a line in a month, or a figure beside it, by its path. */
export function rootAt(account: Account, path: string): Figure | undefined {
  const [kind, id, month, beside] = path.split('/')
  if (kind === 'source' && month !== undefined) {
    const line = everySource(account)
      .flatMap(({ source, months }) => (source.id === id ? months : []))
      .find((each) => each.month === month)
    if (line?.state !== 'complete') return undefined
    return beside === undefined ? line.emission : line.beside[Number(beside)]
  }
  const total = totalsOf(account).find((each) => each.path === path)?.total
  return total && figureOfTotal(total)
}
/** What a total opens to: its figure or, while lines are missing, what the others come to. */
export function figureOfTotal(total: Total): Figure {
  return total.state === 'complete' ? total.figure : total.known
}

/** The heavy findings first, otherwise in the order in which they were found. */
export function byWeight(findings: readonly Finding[]): Finding[] {
  const weight = { 'blocks-report': 0, explain: 1, note: 2 }
  return findings.toSorted((a, b) => weight[a.severity] - weight[b.severity])
}
