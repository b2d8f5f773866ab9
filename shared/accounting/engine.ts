import { familyOf, type GasFamily } from '#shared/factors/gases'
import type { Figure } from '#shared/kernel/figure'
import { sumOf } from '#shared/kernel/figure-algebra'
import type { Finding } from '#shared/kernel/finding'
import type { Facts } from '#shared/kernel/refusal'

import type { Account, Apart, Grouped, Missing, MonthAccount, SourceAccount, Total } from './account.ts'
import { check } from './checks.ts'
import { type InventoryDocument, stepsOf } from './document.ts'
import type { Library } from './library.ts'
import { accountMonth } from './month.ts'
import { roundedAt } from './rounding.ts'
import { type Settings, settingsAt, settingsAtEnd, settingsOf } from './settings.ts'
import type { EmittedGas, Source } from './source.ts'

/**
 * The inventory of a document: every total a figure that can be opened down to readings, factors and constants, and
 * everything a reader should look at.
 *
 * @throws Refusal `accounting.unknown-guideline`, `accounting.unknown-rounding`.
 */
export function account(document: InventoryDocument, library: Library): Account {
  const settings = settingsOf(document, library)
  const sources = document.sources.map((source) =>
    accountSource(
      source,
      stepsOf(source, document.period).map((month) => accountMonth(source, month, settings)),
    ),
  )
  const totals = accountTotals(sources, settings)
  return {
    ...totals,
    findings: [...totals.findings, ...check(document, totals, settings, library.candidates)],
  }
}

/** A source over the period: the sum of its months. */
export function accountSource(source: Source, months: readonly MonthAccount[]): SourceAccount {
  const complete = months.flatMap((month) => (month.state === 'complete' ? [month.emission] : []))
  const figure = sumOf('tCO2e', complete, {
    code: 'accounting.source-total',
    facts: { source: source.name },
  })
  const lines = months.length - complete.length
  const total: Total =
    lines === 0 ? { state: 'complete', figure } : { state: 'incomplete', lines, known: figure }
  return { source, months, total }
}

/**
 * All totals over sources that are computed already. Costs one addition per source and group, and one per line for
 * the months, whatever the lines are made of.
 *
 * @param before an earlier account of the same sources: a month whose lines are the same objects keeps its total.
 */
export function accountTotals(
  sources: readonly SourceAccount[],
  settings: Settings,
  before: Account | null = null,
): Account {
  const parts = sources.flatMap((source) => partsOf(source, settings))
  const inside = parts.flatMap(({ why, part }) => (why === null ? [part] : []))
  const group = <K extends string | number>(code: string, keyOf: (source: Source) => K) =>
    grouped(inside, code, keyOf, settings)
  return {
    total: totalOf(
      inside.map(({ total }) => total),
      'accounting.total',
      {},
      settingsAtEnd(settings),
    ),
    bySource: inside,
    byGas: group('accounting.gas-total', ({ gas }) => gasGroup(gas)),
    byFacility: group('accounting.facility-total', ({ facility }) => facility),
    byMonth: byMonth(inside, settings, before?.byMonth ?? []),
    byCategory: group('accounting.category-total', ({ category }) => category),
    byIsoCategory: group('accounting.iso-category-total', ({ isoCategory }) => isoCategory),
    byScope: group('accounting.scope-total', ({ scope }) => scope),
    apart: apartTotals(parts, settings),
    ...toldOf(sources),
  }
}

/** What lines lack, and what was found in them. Nearly all lines lack nothing, so no list is made for each. */
function toldOf(sources: readonly SourceAccount[]): Pick<Account, 'incomplete' | 'findings'> {
  const incomplete: Missing[] = []
  const findings: Finding[] = []
  for (const source of sources)
    for (const month of source.months) {
      if (month.state === 'incomplete') incomplete.push(...month.missing)
      findings.push(...month.findings)
    }
  return { incomplete, findings }
}

const apartKinds = ['biogenic', 'other-gases', 'outside-guideline', 'other-scope-2-report'] as const

/** A source, or those of its months that stand together, and why they are left out of the total. */
interface Part {
  readonly why: Apart | null
  readonly part: SourceAccount
}

/** A source is whole unless an edition that took over in the period leaves out what the one before it covered. */
function partsOf(account: SourceAccount, settings: Settings): Part[] {
  const { source, months } = account
  if (settings.later.length === 0) return [{ why: apartOf(source, settings), part: account }]
  const byPlace = Map.groupBy(months, ({ month }) => apartOf(source, settingsAt(settings, month)))
  if (byPlace.size <= 1) return [{ why: [...byPlace.keys()][0] ?? apartOf(source, settings), part: account }]
  return [...byPlace].map(([why, those]) => ({ why, part: accountSource(source, those) }))
}

/** Why a source is left out of the total under one edition; null when it is in. */
export function apartOf(source: Source, { view, guideline, scope2 }: Settings): Apart | null {
  if (source.biogenic) return 'biogenic'
  if (source.gas !== 'CO2e' && familyOf(source.gas) === null) return 'other-gases'
  if (view === 'guideline' && !guideline.categories.includes(source.category)) return 'outside-guideline'
  const { reportedIn = 'both' } = source
  return reportedIn === 'both' || reportedIn === scope2 ? null : 'other-scope-2-report'
}

function apartTotals(parts: readonly Part[], settings: Settings): Account['apart'] {
  return apartKinds.flatMap((why) => {
    const those = parts.flatMap((each) => (each.why === why ? [each.part] : []))
    if (those.length === 0) return []
    const total = totalOf(
      those.map((each) => each.total),
      'accounting.apart-total',
      { why },
      settingsAtEnd(settings),
    )
    return [{ why, sources: those, total }]
  })
}

/** The column of a gas: its family, or CO₂e where only that is known. */
export function gasGroup(gas: EmittedGas): GasFamily | 'CO2e' {
  return gas === 'CO2e' ? 'CO2e' : (familyOf(gas) ?? 'CO2e')
}

function grouped<K extends string | number>(
  sources: readonly SourceAccount[],
  code: string,
  keyOf: (source: Source) => K,
  settings: Settings,
): Grouped<K>[] {
  const atEnd = settingsAtEnd(settings)
  const groups = new Map<K, Total[]>()
  for (const { source, total } of sources) {
    const key = keyOf(source)
    const group = groups.get(key)
    if (group) group.push(total)
    if (!group) groups.set(key, [total])
  }
  return [...groups].map(([key, totals]) => ({ key, total: totalOf(totals, code, { key }, atEnd) }))
}

function byMonth(
  sources: readonly SourceAccount[],
  settings: Settings,
  before: readonly Grouped<string>[],
): Grouped<string>[] {
  const last = new Map(before.map(({ key, total }) => [key, total]))
  const months = new Map<string, MonthAccount[]>()
  for (const source of sources)
    for (const month of source.months) {
      const lines = months.get(month.month)
      if (lines) lines.push(month)
      else months.set(month.month, [month])
    }
  return [...months]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, lines]) => {
      const kept = last.get(key)
      if (kept && isSumOf(kept, lines)) return { key, total: kept }
      const rules = settingsAt(settings, key)
      return { key, total: totalOf(lines.map(lineTotal), 'accounting.month-total', { month: key }, rules) }
    })
}
function lineTotal(line: MonthAccount): Total {
  if (line.state === 'complete') return { state: 'complete', figure: line.emission }
  return { state: 'incomplete', lines: 1, known: nothing }
}

/** Whether a total was made of these very lines. A line that was computed again is another object. */
function isSumOf(total: Total, lines: readonly MonthAccount[]): boolean {
  const figure = total.state === 'complete' ? total.figure : total.known
  const sum = figure.operation === 'round' ? figure.operands[0] : figure
  if (sum?.operands.length !== lines.length) return false
  return lines.every(
    (line, index) => sum.operands[index] === (line.state === 'complete' ? line.emission : nothing),
  )
}
function partOf(part: Total): Figure<'tCO2e'> {
  return part.state === 'complete' ? part.figure : part.known
}
const nothing: Figure<'tCO2e'> = sumOf('tCO2e', [], { code: 'accounting.no-lines' })

/** A total is the rounded sum of its parts; it is no total while one of them has no result. */
export function totalOf(parts: readonly Total[], code: string, facts: Facts, settings: Settings): Total {
  const known = parts.map(partOf)
  const sum = sumOf('tCO2e', known, { code, facts })
  const lines = parts.reduce((open, part) => open + (part.state === 'complete' ? 0 : part.lines), 0)
  if (lines > 0) return { state: 'incomplete', lines, known: sum }
  return { state: 'complete', figure: roundedAt(sum, 'emission-total', settings.rules) }
}
