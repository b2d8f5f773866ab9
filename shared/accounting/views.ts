import { scope3Categories } from '#shared/monitoring/model'

import type { Account, Apart, SourceAccount, Total } from './account.ts'
import { type InventoryDocument, stepsOf } from './document.ts'
import { accountSource, accountTotals, gasGroup, totalOf } from './engine.ts'
import type { Library } from './library.ts'
import { accountMonth } from './month.ts'
import { type Settings, settingsAtEnd, settingsOf } from './settings.ts'
import type { Source } from './source.ts'

/** The forms in which one set of data is reported. */
export const viewNames = ['iso-14064-1', 'ghg-protocol', 'guideline'] as const
export type ViewName = (typeof viewNames)[number]

/** The gases in the order of tables; `CO2e` for what is known as its equivalent only. */
export const viewColumns = ['CO2', 'CH4', 'N2O', 'HFCs', 'PFCs', 'SF6', 'NF3', 'CO2e', 'total'] as const
export type ViewColumn = (typeof viewColumns)[number]

export interface ViewRow {
  /** What the row is of: a category, a scope, why it stands apart. */
  readonly key: string
  /** A line of the total, a total, or reported beside it. */
  readonly kind: 'part' | 'sum' | 'apart'
  /** Columns in which nothing is emitted have no entry. */
  readonly cells: ReadonlyMap<ViewColumn, Total>
}
export interface View {
  readonly name: ViewName
  readonly columns: readonly ViewColumn[]
  readonly rows: readonly ViewRow[]
}

/**
 * ISO 14064-1 by category and gas with removals and biogenic carbon dioxide apart; the GHG Protocol by scope with
 * scope 2 both ways; and the guideline's own categories. All three from the same readings and factors.
 *
 * @param account the account of the document, from which lines are taken that count alike in all views.
 */
export function viewsOf(document: InventoryDocument, account: Account, library: Library): View[] {
  const under = (view: Settings['view'], scope2: Settings['scope2']) =>
    accountUnder(document, account, { ...document.boundary, view, scope2 }, library)
  const location = under('iso-14064-1', 'location-based')
  const market = under('iso-14064-1', 'market-based')
  const { scope2 } = document.boundary
  return [
    isoView(scope2 === 'location-based' ? location : market, scope2 === 'location-based' ? market : location),
    protocolView(location, market),
    guidelineView(under('guideline', scope2)),
  ]
}

interface Counted {
  readonly account: Account
  readonly settings: Settings
}

function accountUnder(
  document: InventoryDocument,
  account: Account,
  boundary: InventoryDocument['boundary'],
  library: Library,
): Counted {
  const settings = settingsOf({ ...document, boundary }, library)
  const parts = [...account.bySource, ...account.apart.flatMap(({ sources }) => sources)]
  const known = Map.groupBy(parts, ({ source }) => source.id)
  const sources = document.sources.map((source) => {
    const kept = known.get(source.id)
    if (kept && !dependsOnBoundary(source))
      return kept.length === 1 && kept[0] ? kept[0] : accountSource(source, inOrder(kept))
    const months = stepsOf(source, document.period)
    return accountSource(
      source,
      months.map((month) => accountMonth(source, month, settings)),
    )
  })
  return { account: accountTotals(sources, settings), settings: settingsAtEnd(settings) }
}
function inOrder(parts: readonly SourceAccount[]) {
  return parts.flatMap(({ months }) => months).toSorted((a, b) => (a.month < b.month ? -1 : 1))
}
/** Contracts for green power count in one report and not in the other. */
function dependsOnBoundary(source: Source): boolean {
  return (
    source.method === 'electricity' && (source.instruments !== undefined || source.residual !== undefined)
  )
}

/** Carbon dioxide that is recovered or passed on is no emission of a negative amount in ISO and the GHG Protocol. */
const isRemoval = ({ source }: SourceAccount) => source.category === 'recovery'

function isoView(own: Counted, otherWay: Counted): View {
  const emitting = own.account.bySource.filter((source) => !isRemoval(source))
  const categories = [1, 2, 3, 4, 5, 6].flatMap((category) => {
    const those = emitting.filter(({ source }) => source.isoCategory === category)
    return those.length === 0 ? [] : [rowOf(String(category), 'part', those, own.settings)]
  })
  const imported = otherWay.account.bySource.filter(({ source }) => source.isoCategory === 2)
  return viewOf('iso-14064-1', [
    ...categories,
    rowOf('sum', 'sum', emitting, own.settings),
    ...removalRows(own),
    ...apartRows(own, ['biogenic', 'other-gases']),
    ...(imported.length === 0 ? [] : [rowOf(otherWay.settings.scope2, 'apart', imported, otherWay.settings)]),
  ])
}

function protocolView(location: Counted, market: Counted): View {
  const ofScope = ({ account }: Counted, ...scopes: readonly number[]) =>
    account.bySource.filter((source) => !isRemoval(source) && scopes.includes(source.source.scope))
  const part = (key: string, of: Counted, scope: number) => {
    const those = ofScope(of, scope)
    return those.length === 0 ? [] : [rowOf(key, 'part', those, of.settings)]
  }
  return viewOf('ghg-protocol', [
    ...part('scope-1', location, 1),
    ...part('scope-2-location', location, 2),
    ...part('scope-2-market', market, 2),
    ...scope3Rows(ofScope(location, 3), location.settings),
    rowOf('scope-1-2-location', 'sum', ofScope(location, 1, 2), location.settings),
    rowOf('scope-1-2-market', 'sum', ofScope(market, 1, 2), market.settings),
    ...removalRows(location),
    ...apartRows(location, ['biogenic', 'other-gases']),
  ])
}

/** A line for each category of scope 3 that has sources, and their sum; one line where none is classed. */
function scope3Rows(sources: readonly SourceAccount[], settings: Settings): ViewRow[] {
  if (sources.length === 0) return []
  const byCategory = Map.groupBy(sources, ({ source }) => source.scope3Category ?? null)
  const classed = scope3Categories.flatMap((category) => {
    const those = byCategory.get(category)
    return those ? [rowOf(`scope-3-${category}`, 'part', those, settings)] : []
  })
  if (classed.length === 0) return [rowOf('scope-3', 'part', sources, settings)]
  const rest = byCategory.get(null)
  return [
    ...classed,
    ...(rest ? [rowOf('scope-3-unclassed', 'part', rest, settings)] : []),
    rowOf('scope-3', 'sum', sources, settings),
  ]
}

function guidelineView(own: Counted): View {
  const { bySource } = own.account
  const categories = [...new Set(bySource.map(({ source }) => source.category))]
  return viewOf('guideline', [
    ...categories.map((category) =>
      rowOf(
        category,
        'part',
        bySource.filter(({ source }) => source.category === category),
        own.settings,
      ),
    ),
    rowOf('sum', 'sum', bySource, own.settings),
    ...apartRows(own, ['outside-guideline', 'biogenic', 'other-gases', 'other-scope-2-report']),
  ])
}

/** What is recovered or passed on, and what is left of the emissions with it taken off. */
function removalRows({ account, settings }: Counted): ViewRow[] {
  const removals = account.bySource.filter(isRemoval)
  if (removals.length === 0) return []
  return [rowOf('removals', 'apart', removals, settings), rowOf('net', 'sum', account.bySource, settings)]
}

function apartRows({ account, settings }: Counted, kinds: readonly Apart[]): ViewRow[] {
  return account.apart
    .filter(({ why }) => kinds.includes(why))
    .map(({ why, sources }) => rowOf(why, 'apart', sources, settings))
}

function rowOf(
  key: string,
  kind: ViewRow['kind'],
  sources: readonly SourceAccount[],
  settings: Settings,
): ViewRow {
  const byGas = Map.groupBy(sources, ({ source }): ViewColumn => gasGroup(source.gas))
  const cell = (column: ViewColumn, those: readonly SourceAccount[]) =>
    totalOf(
      those.map(({ total }) => total),
      'accounting.view-total',
      { row: key, gas: column },
      settings,
    )
  const gases = viewColumns.flatMap((column) => {
    const those = byGas.get(column)
    return those ? [[column, cell(column, those)] as const] : []
  })
  return { key, kind, cells: new Map([...gases, ['total', cell('total', sources)]]) }
}

/** Columns of gases that no row has are left out. */
function viewOf(name: ViewName, rows: readonly ViewRow[]): View {
  return { name, rows, columns: viewColumns.filter((column) => rows.some(({ cells }) => cells.has(column))) }
}
