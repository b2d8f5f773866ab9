import { factorLibraryOf } from '#electron/factors/library'
import type { ReadContext } from '#electron/kernel/context'
import type { SourceAccount } from '#shared/accounting/account'
import type { FigureNode } from '#shared/accounting/inventory'
import { factorIn, type MonthValue, type Parameter } from '#shared/accounting/parameter'
import {
  costOfGap,
  type Fallbacks,
  isRead,
  meanOfTests,
  propertyOf,
  type PunitiveRole,
  rolesAtRisk,
  type UnmeasuredMonth,
  type UnmeasuredYear,
  withDefault,
} from '#shared/accounting/unmeasured'
import { shownValue } from '#shared/activity/amounts'
import { punitiveDefault } from '#shared/activity/punitive-default'
import { closingDeadline, daysUntil } from '#shared/activity/quality-balance'
import { type Figure, textOf } from '#shared/kernel/figure'
import { sumOf } from '#shared/kernel/figure-algebra'
import { firstDay, monthsOf } from '#shared/kernel/period'
import { conversion, Decimal, type DecimalText } from '#shared/kernel/quantity'
import { Refusal } from '#shared/kernel/refusal'
import type { Measure } from '#shared/kernel/units'
import type { SourceId } from '#shared/monitoring/model'
import type { NodeId } from '#shared/organization/model'

import { everySource } from './kept-account.ts'
import { type Live, liveAccount } from './live.ts'
import { nodeAt } from './show.ts'
import { usualRules } from './usual-rules.ts'

interface Question {
  readonly year: number
  readonly facility: NodeId | null
}
type Context = Pick<ReadContext, 'db' | 'around' | 'today'>

/** A month without a test together with the figure of what that costs. */
interface Gap {
  readonly row: UnmeasuredMonth
  readonly figure: Figure<'tCO2e'> | null
}

/** The months of coal without a valid test, up to today, and what falling back on the default costs in each. */
export function unmeasuredYear(context: Context, question: Question): UnmeasuredYear {
  const gaps = gapsOf(context, question)
  const [avoidable, lost] = totalsOf(gaps)
  return {
    months: gaps.map(({ row }) => row),
    avoidable: { path: 'avoidable', value: textOf(avoidable.value) },
    lost: { path: 'lost', value: textOf(lost.value) },
  }
}

/** All that the calendar day changes in it besides the days that are left: which months have begun, which are too late. */
export function unmeasuredDay(year: number, today: string): string {
  const passed = monthsOf(year).filter((month) => daysUntil(closingDeadline(month), today) < 0)
  return `${today.slice(0, 7)}/${passed.length}`
}

/** The same months as another day counts what is left of them. */
export function atDay({ months, ...totals }: UnmeasuredYear, today: string): UnmeasuredYear {
  return {
    ...totals,
    months: months.map((row) => ({ ...row, daysLeft: daysUntil(row.deadline, today) })),
  }
}

/** One figure of it; `at` leads down by the numbers of operands. @throws Refusal `accounting.no-figure`. */
export function unmeasuredFigure(
  context: Context,
  { path, at, ...question }: Question & { readonly path: string; readonly at: readonly number[] },
): FigureNode {
  const gaps = gapsOf(context, question)
  const [avoidable, lost] = totalsOf(gaps)
  const totals: Readonly<Record<string, Figure>> = { avoidable, lost }
  const found = gaps.find(({ row }) => row.tonnes?.path === path)?.figure ?? totals[path]
  return nodeAt(found ?? undefined, path, at)
}

function totalsOf(gaps: readonly Gap[]) {
  const sum = (code: string, isOurs: (row: UnmeasuredMonth) => boolean) =>
    sumOf(
      'tCO2e',
      gaps.flatMap(({ row, figure }) => (figure && figure.value.gt(0) && isOurs(row) ? [figure] : [])),
      { code },
    )
  return [
    sum('accounting.avoidable', ({ daysLeft }) => daysLeft >= 0),
    sum('accounting.lost-by-default', ({ daysLeft }) => daysLeft < 0),
  ] as const
}

function gapsOf(context: Context, { year, facility }: Question): Gap[] {
  const live = liveOf(context, year)
  if (!live) return []
  const before = liveOf(context, year - 1)
  const fallbacks = fallbacksOf(context, year)
  return everySource(live.account)
    .filter(({ source }) => facility === null || source.facility === facility)
    .flatMap((account) => {
      const last = before && everySource(before.account).find(({ source }) => source.id === account.source.id)
      return rolesAtRisk(account.source).flatMap((role) =>
        gapsOfRole(context.today, { account, last: last ?? null, role, live, fallbacks }),
      )
    })
}

interface RoleQuestion {
  readonly account: SourceAccount
  /** The same source in the year before, for a year that has no test yet. */
  readonly last: SourceAccount | null
  readonly role: PunitiveRole
  readonly live: Live
  readonly fallbacks: Fallbacks
}

function gapsOfRole(today: string, { account, last, role, live, fallbacks }: RoleQuestion): Gap[] {
  const { source, months } = account
  const property = propertyOf(source, role) ?? {}
  const unit = unitOf(property, role)
  const ofYear = testsIn(property, unit)
  const tested = ofYear.length > 0 || !last ? ofYear : testsIn(propertyOf(last.source, role) ?? {}, unit)
  const usual = meanOfTests(tested.map(({ value }) => value))
  return months
    .filter(({ month }) => firstDay(month) <= today && month.length === 7 && !isRead(property, month))
    .map(({ month }): Gap => {
      const deadline = closingDeadline(month)
      const registered = factorOf(property, month, unit, live)
      const fallback = registered === null ? withDefault(source, month, role, fallbacks) : source
      const figure =
        usual === null
          ? null
          : costOfGap(source, month, live.settings, { fallback, usual: { role, value: usual, unit } })
      const path = `gap/${source.id}/${role}/${month}`
      return {
        figure,
        row: {
          source: source.id as SourceId,
          name: source.name,
          facility: source.facility,
          role,
          month,
          deadline,
          daysLeft: daysUntil(deadline, today),
          fallback: registered ?? plainDefault(role, fallbacks),
          usual,
          unit: role === 'carbon' && registered === null ? 'tC/GJ' : unit,
          tested: tested.map((test) => test.month),
          tonnes: figure && { path, value: textOf(figure.value) },
        },
      }
    })
}

function plainDefault(role: PunitiveRole, fallbacks: Fallbacks): DecimalText {
  return role === 'calorificValue' ? fallbacks.calorificValue : fallbacks.carbonContent
}
function unitOf({ unit }: Parameter, role: PunitiveRole): Measure {
  return unit ?? ({ carbonContent: 'tC/GJ', carbon: 'tC/t', calorificValue: 'GJ/t' } as const)[role]
}

/** The tested months of a property with their values, in one unit. */
function testsIn(
  property: Parameter,
  unit: Measure,
): { readonly month: string; readonly value: DecimalText }[] {
  return Object.entries(property.months ?? {})
    .filter(([month]) => month.length === 7 && isRead(property, month))
    .flatMap(([month, given]) => {
      const value = valueOf(given)
      const own = ('unit' in given ? given.unit : undefined) ?? property.unit ?? unit
      return value === null
        ? []
        : [{ month, value: new Decimal(value).times(conversion(own, unit)).toFixed() }]
    })
    .toSorted((a, b) => (a.month < b.month ? -1 : 1))
}
function valueOf(given: MonthValue): DecimalText | null {
  if ('value' in given) return given.value
  if (!('weighted' in given)) return null
  const rows = given.weighted.map(({ label = '', value, weight }) => ({ label, value, weight }))
  return shownValue({ kind: 'weighted', rows, weightUnit: given.weightUnit })
}

/** The factor that the register names for a month without a test; null where it names none. */
function factorOf(property: Parameter, month: string, unit: Measure, { settings }: Live): DecimalText | null {
  const given = property.months?.[month]
  const id = given && 'factor' in given ? given.factor : factorIn(property, month)
  const factor = typeof id === 'string' ? settings.factors.get(id) : undefined
  return factor ? new Decimal(factor.value).times(conversion(factor.unit, unit)).toFixed() : null
}

/** The defaults of the power guideline that are in force in a year. */
function fallbacksOf({ db, around }: Context, year: number): Fallbacks {
  const library = factorLibraryOf(db, around)
  const coal = { method: 'fuel-by-calorific-value', fuelClass: 'coal' } as const
  const value = (role: keyof Fallbacks) => {
    const pointer = punitiveDefault(coal, role, year)
    const edition = library.find(({ urn }) => urn === pointer?.urn)
    const factor = edition?.factors.find(({ ref }) => ref === pointer?.ref)
    if (!factor) throw new Error(`The library lacks the default of ${role}`)
    return factor.value
  }
  return { carbonContent: value('carbonContent'), calorificValue: value('calorificValue') }
}

function liveOf({ db, around }: Context, year: number): Live | null {
  const rules = usualRules({ db, around }, year, null)
  try {
    return rules && liveAccount(db, around, rules)
  } catch (error) {
    if (error instanceof Refusal) return null
    throw error
  }
}
