import type { Estimate } from '#shared/assets/contract'
import type { MonthValue } from '#shared/assets/forecast'
import { plannedItems } from '#shared/assets/model'
import { type Figure, textOf } from '#shared/kernel/figure'
import { differenceOf, sumOf } from '#shared/kernel/figure-algebra'
import type { Finding } from '#shared/kernel/finding'
import { monthsOf } from '#shared/kernel/period'
import type { Measure } from '#shared/kernel/units'

import type { Estimated } from './estimate.ts'
import type { AllocatedUnit } from './unit-allocation.ts'

/** The numbers that stand for themselves, by the path under which each is opened. */
const ownPaths = [
  'obligation',
  'gap',
  'usableCredits',
  'gapAfterCredits',
  'borrowable',
  'preAllocated',
  'money',
] as const

/** The estimate as a screen shows it; every number names the path of its figure. */
export function shownEstimate(found: Estimated): Estimate {
  const { year, plan, isForecast, terms, units, emission, emissionMonths, allocation } = found
  const own = Object.fromEntries(ownPaths.map((path) => [path, shown(path, found[path])] as const))
  return {
    year,
    plan: plan && {
      id: plan.id,
      title: plan.title,
      document: plan.document,
      status: plan.status,
      verification: plan.verification,
      deadline: plan.deadlines[String(year)] ?? null,
      notes: [...plan.notes],
    },
    isForecast,
    terms,
    units: units.map(shownUnit),
    emission: { ...shown('emission', emission), months: emissionMonths.map(shownMonth) },
    allocationByMonth: byMonth(found).map(shownMonth),
    leftByMonth: leftByMonth(found).map(({ month, figure }) => ({
      month,
      ...shown(`left/${month}`, figure),
    })),
    allocation: shown('allocation', allocation.state === 'complete' ? allocation.figure : null),
    ...(own as Pick<Estimate, 'obligation' | 'gap' | 'usableCredits' | 'gapAfterCredits'>),
    borrowable: found.borrowable && shown('borrowable', found.borrowable),
    preAllocated: found.preAllocated && shown('preAllocated', found.preAllocated),
    money: found.money && shown('money', found.money),
    findings: findingsOf(found),
  }
}

function shownUnit({ unit, allocated, load, series }: AllocatedUnit): Estimate['units'][number] {
  return {
    unit,
    allocation: shown(`unit/${unit.id}`, allocated.state === 'complete' ? allocated.figure : null),
    missing: allocated.state === 'complete' ? [] : [...allocated.missing],
    load: load && shown(`load/${unit.id}`, load),
    months: plannedItems.flatMap((item) => {
      const months = series[item]
      return months ? [{ item, months: months.map(shownMonth) }] : []
    }),
  }
}

function shown(path: string, figure: Figure | null): { path: string; value: string | null } {
  return { path, value: figure && textOf(figure.value) }
}
function shownMonth({ month, kind, figure }: MonthValue<Measure>): Estimate['emission']['months'][number] {
  return { month, kind, value: figure && textOf(figure.value) }
}

/** What all units together would be given for each month; null where one of them has no value. */
function byMonth({ year, units }: Estimated): MonthValue<'tCO2e'>[] {
  const parts = units.filter((unit) => unit.byMonth.length > 0)
  if (parts.length === 0) return []
  return monthsOf(year).map((month) => {
    const of = parts.flatMap((unit) => unit.byMonth.filter((each) => each.month === month))
    const figures = of.flatMap(({ figure }) => (figure ? [figure] : []))
    const kinds = of.map(({ kind }) => kind)
    const kind = (['missing', 'estimated', 'planned', 'actual'] as const).find((each) => kinds.includes(each))
    const figure =
      of.length === 0 || figures.length < of.length
        ? null
        : sumOf('tCO2e', figures, { code: 'assets.figure.allocation-of-month', facts: { month } })
    return { month, kind: kind ?? 'missing', figure }
  })
}

/**
 * What allowances leave over the emission of a year's months so far; from the first month on that lacks one of the two
 * there is no value any more.
 */
function leftByMonth(
  found: Estimated,
): { readonly month: string; readonly figure: Figure<'tCO2e'> | null }[] {
  const given = new Map(byMonth(found).map(({ month, figure }) => [month, figure]))
  let left: Figure<'tCO2e'> | null = null
  let isBroken = false
  return found.emissionMonths.map(({ month, figure: emission }) => {
    const allowances = given.get(month)
    if (!allowances || !emission) isBroken = true
    if (isBroken || !allowances || !emission) return { month, figure: null }
    const reason = { code: 'assets.figure.left', facts: { month } }
    const before: readonly Figure<'tCO2e'>[] = left ? [left] : []
    const had = sumOf('tCO2e', [...before, allowances], { code: 'assets.figure.allocation-so-far' })
    left = differenceOf(had, [emission], reason)
    return { month, figure: left }
  })
}

/** The figure behind a path of the estimate; null where there is none. */
export function figureAt(found: Estimated, path: string): Figure | null {
  const [kind = '', id = ''] = path.split('/')
  const unit = found.units.find((each) => each.unit.id === id)
  if (kind === 'unit') return unit?.allocated.state === 'complete' ? unit.allocated.figure : null
  if (kind === 'load') return unit?.load ?? null
  if (kind === 'left') return leftByMonth(found).find(({ month }) => month === id)?.figure ?? null
  if (kind === 'emission') return found.emission
  if (kind === 'allocation') return found.allocation.state === 'complete' ? found.allocation.figure : null
  const own = ownPaths.find((each) => each === kind)
  return own ? found[own] : null
}

/** What a reader of the estimate must know. */
function findingsOf({ plan, year, units, emission, terms }: Estimated): Finding[] {
  const at = (
    severity: Finding['severity'],
    code: string,
    where: string,
    facts: Finding['facts'],
  ): Finding[] => [{ severity, code, where, facts }]
  if (!plan) return at('note', 'assets.no-plan', String(year), { year })
  return [
    ...(plan.status === 'draft'
      ? at('explain', 'assets.draft-plan', plan.id, { year, document: plan.document })
      : []),
    ...(units.length === 0 ? at('explain', 'assets.no-units', String(year), {}) : []),
    ...(emission === null ? at('explain', 'assets.emission-unknown', String(year), { year }) : []),
    ...units.flatMap(({ unit, allocated }) =>
      allocated.state === 'complete'
        ? []
        : unit.kind === 'industry'
          ? at('explain', 'assets.line-incomplete', unit.id, { unit: unit.name })
          : at('explain', 'assets.unit-incomplete', unit.id, {
              unit: unit.name,
              count: allocated.missing.length,
            }),
    ),
    ...(isReliefUncertain(plan, units) ? at('note', 'assets.gas-relief-by-unit', String(year), {}) : []),
    ...(terms.price === null ? at('note', 'assets.no-price', String(year), { year }) : []),
  ]
}
/** Gas units are let off one by one; the emission is known for the whole plant only. */
function isReliefUncertain(plan: NonNullable<Estimated['plan']>, units: Estimated['units']): boolean {
  const gas = units.filter(({ unit }) => unit.kind === 'power' && unit.unitClass === 'IV').length
  return plan.kind === 'power' && plan.gasRelief && gas > 0 && gas < units.length
}
