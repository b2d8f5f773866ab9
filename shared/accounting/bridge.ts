import { canonical } from '#shared/kernel/canonical'
import { type Figure, textOf } from '#shared/kernel/figure'
import { differenceOf, type Reason, sumOf } from '#shared/kernel/figure-algebra'
import { Decimal } from '#shared/kernel/quantity'

import type { Account, Apart, SourceAccount, Total } from './account.ts'
import { type InventoryDocument, stepsOf, type UsedFactor } from './document.ts'
import { accountSource, apartOf } from './engine.ts'
import type { Library } from './library.ts'
import { isAmount, withFactorsOf, withMonthsOf } from './mixed-source.ts'
import { accountMonth } from './month.ts'
import { type Rules, type Settings, settingsAt, settingsOf } from './settings.ts'
import type { Source } from './source.ts'

/** Why a line is another number in the second inventory, in the order in which the causes are taken one by one. */
export const bridgeCauses = [
  'only-in-first',
  'only-in-second',
  'method',
  'activity',
  'factors',
  'data',
  'gwp',
  'scope2',
  'guideline',
  'share',
  'rounding',
] as const
export type BridgeCause = (typeof bridgeCauses)[number]

/** One inventory of the two: what it is computed from and what came out. */
export interface BridgeSide {
  readonly document: InventoryDocument
  readonly account: Account
}

/** What one cause adds or takes: the line with all causes before it, and with this one too. */
export interface BridgeStep {
  readonly cause: BridgeCause
  readonly figure: Figure<'tCO2e'>
  /** The exact difference, of which the figure keeps sixty digits. */
  readonly value: Decimal
}

export interface BridgeLine {
  readonly source: Pick<Source, 'id' | 'name' | 'category'>
  /** Null where the inventory does not count the line. */
  readonly first: Total | null
  readonly second: Total | null
  /** Why one of the two does not count it; `absent`: it is not among its sources. */
  readonly left: Apart | 'absent' | null
  /** Null while one of the two has no result. */
  readonly steps: readonly BridgeStep[] | null
}

/**
 * From the total of one inventory to that of another of the same period, line by line and cause by cause. The
 * differences of the lines and that of rounding the totals add up to the difference of the totals, to the last digit.
 */
export interface Bridge {
  readonly lines: readonly BridgeLine[]
  /** Each total less the sum of its lines, the second less the first; null while one total has no result. */
  readonly rounding: BridgeStep | null
  readonly difference: { readonly figure: Figure<'tCO2e'>; readonly value: Decimal } | null
}

/** Figures have sixty digits each; differences and sums of them are exact in four hundred. */
const Exact = Decimal.clone({ precision: 400 })
/** The first less all the others, to the last digit. */
export function exactly(first: Decimal, ...less: readonly Decimal[]): Decimal {
  return new Decimal(
    less.reduce((rest, each) => rest.minus(textOf(each)), new Exact(textOf(first))).toFixed(),
  )
}

/** What steps come to together, to the last digit. */
export function exactSum(steps: readonly Pick<BridgeStep, 'value'>[]): string {
  return textOf(steps.reduce((sum, { value }) => sum.plus(textOf(value)), new Exact(0)))
}

/** Compares two inventories of one period. The library is that of the engine. */
export function bridgeOf(first: BridgeSide, second: BridgeSide, library: Library): Bridge {
  const ids = [first, second].flatMap(({ account }) => account.bySource.map(({ source }) => source.id))
  const way = wayOf(first.document, second.document, library)
  const lines = [...new Set(ids)].map((id) => lineOf(id, first.account, second.account, way))
  const [before, after] = [first.account.total, second.account.total]
  return {
    lines,
    rounding: roundingOf(first.account, second.account),
    difference:
      before.state === 'complete' && after.state === 'complete'
        ? between(before.figure, after.figure, { code: 'accounting.bridge-difference' })
        : null,
  }
}

function lineOf(id: string, first: Account, second: Account, way: Way): BridgeLine {
  const [one, other] = [insideOf(id, first), insideOf(id, second)]
  const source = (other ?? one)?.source
  if (!source) throw new Error(`${id} is in neither inventory`)
  const totals = { source, first: one?.total ?? null, second: other?.total ?? null }
  if (one && other) return { ...totals, left: null, steps: stepsOfLine(one.source, other.source, way) }
  const left = whyLeft(id, other ? first : second)
  const [before, after] = [figureOrNone(totals.first), figureOrNone(totals.second)]
  const cause = other ? 'only-in-second' : 'only-in-first'
  return { ...totals, left, steps: before && after ? [stepOf(cause, source, before, after)] : null }
}

function insideOf(id: string, { bySource }: Account): SourceAccount | undefined {
  return bySource.find(({ source }) => source.id === id)
}
function whyLeft(id: string, { apart }: Account): Apart | 'absent' {
  return apart.find(({ sources }) => sources.some(({ source }) => source.id === id))?.why ?? 'absent'
}
/** What an inventory that does not count the line has of it is nothing; null where it counts it without a result. */
function figureOrNone(total: Total | null): Figure<'tCO2e'> | null {
  if (total === null) return sumOf('tCO2e', [], { code: 'accounting.no-lines' })
  return total.state === 'complete' ? total.figure : null
}

/** The rules of the first inventory, and what they become one cause after the other until they are the second's. */
interface Way {
  readonly period: InventoryDocument['period']
  readonly first: Settings
  /** The first's rules with every factor that either of the two takes. */
  readonly withFactors: Settings
  /** Whether lines whose sources are alike cannot differ before the rules do. */
  readonly hasSameFactors: boolean
  /** Only what the two really have different. */
  readonly causes: readonly { readonly cause: BridgeCause; readonly settings: Settings }[]
}

function wayOf(first: InventoryDocument, second: InventoryDocument, library: Library): Way {
  const withFactors: Rules = { ...first, factors: factorsOfBoth(first, second) }
  const changes: readonly (readonly [BridgeCause, (rules: Rules) => Rules])[] = [
    ['gwp', (rules) => ({ ...rules, gwpSet: second.gwpSet, factors: second.factors })],
    ['scope2', (rules) => ({ ...rules, boundary: { ...rules.boundary, scope2: second.boundary.scope2 } })],
    [
      'guideline',
      (rules) => ({
        ...rules,
        ...editionsFrom(second, first),
        boundary: { ...rules.boundary, view: second.boundary.view },
      }),
    ],
    ['share', (rules) => ({ ...rules, boundary: second.boundary, facilities: second.facilities })],
    ['rounding', (rules) => ({ ...rules, ...editionsFrom(second, second) })],
  ]
  let rules = withFactors
  const causes: Way['causes'][number][] = []
  for (const [cause, change] of changes) {
    const next = change(rules)
    if (!isSameRule(rules, next)) causes.push({ cause, settings: settingsOf(next, library) })
    rules = next
  }
  return {
    period: first.period,
    first: settingsOf(first, library),
    withFactors: settingsOf(withFactors, library),
    hasSameFactors: canonical(first.factors) === canonical(second.factors),
    causes,
  }
}

/** Whether two sets of rules count alike; factors that stand for inputs come with the sources. */
function isSameRule(one: Rules, other: Rules): boolean {
  const rulesOf = ({ guideline, rounding, editions, gwpSet, boundary, facilities, factors }: Rules) =>
    canonical({
      guideline,
      rounding,
      editions: editions ?? [],
      gwpSet,
      boundary,
      facilities,
      potentials: factors.filter(isPotential),
    })
  return rulesOf(one) === rulesOf(other)
}
function isPotential({ gas, unit }: UsedFactor): boolean {
  return gas !== null && unit.startsWith('tCO2e/')
}

/** Every factor of the two, as the second has it, and the potentials that the first brings itself. */
function factorsOfBoth(first: InventoryDocument, second: InventoryDocument): InventoryDocument['factors'] {
  const ofSecond = second.factors.filter((factor) => !isPotential(factor))
  const known = new Set(ofSecond.map(({ id }) => id))
  return [...first.factors.filter((factor) => isPotential(factor) || !known.has(factor.id)), ...ofSecond]
}

/** The guidelines of one document with the rounding rules of another, each from the month on in which it holds. */
function editionsFrom(
  guidelines: InventoryDocument,
  roundings: InventoryDocument,
): Pick<Rules, 'guideline' | 'rounding' | 'editions'> {
  const beginnings = [guidelines, roundings].flatMap(({ editions = [] }) => editions.map(({ from }) => from))
  const at = ({ editions = [], guideline, rounding }: InventoryDocument, month: string) =>
    editions.findLast(({ from }) => from <= month) ?? { guideline, rounding }
  return {
    guideline: guidelines.guideline,
    rounding: roundings.rounding,
    editions: [...new Set(beginnings)].toSorted().map((from) => ({
      from,
      guideline: at(guidelines, from).guideline,
      rounding: at(roundings, from).rounding,
    })),
  }
}

/** The line under one cause after the other; null where it has no result on the way. Causes without effect are left out. */
function stepsOfLine(one: Source, other: Source, way: Way): BridgeStep[] | null {
  const under = (source: Source, settings: Settings) => totalUnder(source, settings, way.period)
  const states: readonly (readonly [BridgeCause, Total])[] = [
    ...ownStates(one, other, way).map(([cause, source]) => [cause, under(source, way.withFactors)] as const),
    ...way.causes.map(({ cause, settings }) => [cause, under(other, settings)] as const),
  ]
  const steps: BridgeStep[] = []
  let before = under(one, way.first)
  for (const [cause, after] of states) {
    if (before.state === 'incomplete' || after.state === 'incomplete') return null
    const step = stepOf(cause, other, before.figure, after.figure)
    if (!step.value.isZero()) steps.push(step)
    before = after
  }
  return steps
}

/** What is different in the source itself, before the rules are. */
function ownStates(one: Source, other: Source, way: Way): (readonly [BridgeCause, Source])[] {
  if (way.hasSameFactors && canonical(one) === canonical(other)) return []
  if (one.method !== other.method) return [['method', other]]
  const withAmounts = withMonthsOf(one, other, isAmount)
  return [
    ['activity', withAmounts],
    ['factors', withFactorsOf(withAmounts, other)],
    ['data', other],
  ]
}

/** What a line comes to under the rules of a state, in the months in which those rules count it. */
function totalUnder(source: Source, settings: Settings, period: InventoryDocument['period']): Total {
  const months = stepsOf(source, period).filter(
    (month) => apartOf(source, settingsAt(settings, month)) === null,
  )
  return accountSource(
    source,
    months.map((month) => accountMonth(source, month, settings)),
  ).total
}

function stepOf(
  cause: BridgeCause,
  { name }: Pick<Source, 'name'>,
  before: Figure<'tCO2e'>,
  after: Figure<'tCO2e'>,
): BridgeStep {
  return { cause, ...between(before, after, { code: `accounting.bridge.${cause}`, facts: { source: name } }) }
}

function between(before: Figure<'tCO2e'>, after: Figure<'tCO2e'>, reason: Reason) {
  return {
    figure: differenceOf(after, [before], reason),
    value: exactly(after.value, before.value),
  }
}

/** What rounding does to each total as a whole: the total less the sum of its lines. */
function roundingOf(first: Account, second: Account): BridgeStep | null {
  const [before, after] = [roundedOff(first), roundedOff(second)]
  if (!before || !after) return null
  const code = 'accounting.bridge.total-rounding'
  const { figure } = between(before.figure, after.figure, { code })
  return { cause: 'rounding', figure, value: exactly(after.value, before.value) }
}
function roundedOff({ total, bySource }: Account) {
  const lines = bySource.flatMap((source) => (source.total.state === 'complete' ? [source.total.figure] : []))
  if (total.state === 'incomplete') return null
  return {
    figure: differenceOf(total.figure, lines, { code: 'accounting.rounded-off' }),
    value: exactly(total.figure.value, ...lines.map(({ value }) => value)),
  }
}
