import type { Figure } from '#shared/kernel/figure'
import { constant, differenceOf, lookedUp, named, share, sumOf, times } from '#shared/kernel/figure-algebra'
import type { Measure } from '#shared/kernel/units'

import { loadFactor } from './load-factor.ts'
import { roundedByPlan } from './plan-rounding.ts'
import { isConventionalCoal, isGas, type PlanRounding, type PowerPlan, type UnitClass } from './plan.ts'

/** What the plan must know of a generating unit besides what it made. */
export interface UnitFacts {
  readonly name: string
  readonly unitClass: UnitClass
  readonly cooling: 'water' | 'air'
  readonly isBackPressure: boolean
  /** Generates electricity alone; the load correction of 2019 to 2022 is for these only. */
  readonly isCondensing: boolean
}

/** What a unit made in the year; null where it is not known. */
export interface UnitYear {
  readonly gross: Figure<'MWh'> | null
  readonly supplied: Figure<'MWh'> | null
  readonly heat: Figure<'GJ'> | null
  /** Share of the heat that was supplied as heat. */
  readonly heatRatio: Figure<'ratio'> | null
  /** Gross generation against what the capacity would have made in the hours it ran. */
  readonly load: Figure<'ratio'> | null
}
export type UnitInput = keyof UnitYear

/** The allowances of a unit, or the inputs that are missing for them; what is missing is not zero. */
export type Allocated =
  | { readonly state: 'complete'; readonly figure: Figure<'tCO2e'> }
  | { readonly state: 'incomplete'; readonly missing: readonly UnitInput[] }

/**
 * A generating unit's allowances in a year: A = Q_e × B_e × F_l × F_r × F_f + Q_h × B_h (2019 to 2022, Q_e supplied)
 * or A = Q_e × B_e × F_p + Q_h × B_h (from 2023, Q_e generated), in whole tonnes by the plan's rounding.
 * One allowance is one tonne of carbon dioxide equivalent.
 */
export function allocate(
  plan: PowerPlan,
  year: number,
  facts: UnitFacts,
  made: UnitYear,
  rounding: PlanRounding = plan.rounding,
): Allocated {
  const missing = inputsNeeded(plan, facts).filter((input) => made[input] === null)
  const output = plan.output === 'gross' ? made.gross : made.supplied
  const { heat } = made
  if (missing.length > 0 || !output || !heat) return { state: 'incomplete', missing }
  const { power, warmth } = byBenchmarks(plan, year, facts, { output, heat })
  const corrected = corrections(plan, facts, made).reduce((amount, factor) => share(amount, factor), power)
  const electricity = named(corrected, { code: 'assets.figure.for-electricity', facts: { unit: facts.name } })
  const whole = sumOf('tCO2', [electricity, warmth], {
    code: 'assets.figure.allocation-exact',
    facts: { unit: facts.name, year },
  })
  return {
    state: 'complete',
    figure: roundedByPlan(plan, inAllowances(whole), { unit: facts.name, year }, rounding),
  }
}

/** Output × benchmark, before any correction, and heat × benchmark. */
function byBenchmarks(
  plan: PowerPlan,
  year: number,
  facts: UnitFacts,
  { output, heat }: { readonly output: Figure<'MWh'>; readonly heat: Figure<'GJ'> },
): { readonly power: Figure<'tCO2'>; readonly warmth: Figure<'tCO2'> } {
  const marks = plan.benchmarks[String(year)]?.[facts.unitClass]
  if (!marks) throw new Error(`The plan ${plan.id} has no benchmark for class ${facts.unitClass} in ${year}`)
  const mark = <M extends Measure>(code: string, value: string, unit: M) =>
    benchmarkOf(plan, year, facts, code, value, unit)
  const power = times<'tCO2', 'MWh'>(
    output,
    mark('assets.figure.electricity-benchmark', marks.electricity, 'tCO2/MWh'),
  )
  const warmth = times<'tCO2', 'GJ'>(heat, mark('assets.figure.heat-benchmark', marks.heat, 'tCO2/GJ'))
  return { power, warmth: named(warmth, { code: 'assets.figure.for-heat', facts: { unit: facts.name } }) }
}

/**
 * What an earlier year's output would be given by this year's benchmarks, before corrections: the plan gives a share
 * of it beforehand.
 */
export function byEarlierOutput(
  plan: PowerPlan,
  year: number,
  facts: UnitFacts,
  earlier: { readonly output: Figure<'MWh'>; readonly heat: Figure<'GJ'> },
): Figure<'tCO2e'> {
  const { power, warmth } = byBenchmarks(plan, year, facts, earlier)
  const whole = sumOf('tCO2', [power, warmth], {
    code: 'assets.figure.by-earlier-output',
    facts: { unit: facts.name },
  })
  return inAllowances(whole)
}

/** What must be known of a unit for this plan. */
export function inputsNeeded(
  plan: PowerPlan,
  facts: Pick<UnitFacts, 'unitClass' | 'isCondensing' | 'isBackPressure'>,
): UnitInput[] {
  return [
    plan.output,
    'heat',
    ...(plan.heatSupply && !facts.isCondensing ? (['heatRatio'] as const) : []),
    ...(needsLoad(plan, facts) ? (['load'] as const) : []),
  ]
}
function needsLoad(
  { load }: PowerPlan,
  { unitClass, isCondensing }: Pick<UnitFacts, 'unitClass' | 'isCondensing'>,
): boolean {
  if (load === 'exponential-below-50') return true
  return isConventionalCoal(unitClass) && (load === 'power-below-65' || isCondensing)
}

/** The factors by which the allowance for electricity is multiplied, in the order of the plan. */
function corrections(plan: PowerPlan, facts: UnitFacts, made: UnitYear): Figure<'ratio'>[] {
  const cooling = coolingOf(plan, facts)
  const heatSupply =
    made.heatRatio && plan.heatSupply ? heatSupplyOf(plan.heatSupply, facts, made.heatRatio) : null
  const load = made.load && needsLoad(plan, facts) ? loadFactor(plan.load, made.load) : null
  return [cooling, heatSupply, load].filter((factor) => factor !== null)
}

function coolingOf({ cooling }: PowerPlan, facts: UnitFacts): Figure<'ratio'> | null {
  if (!cooling) return null
  const asCooled = facts.cooling === 'air' ? cooling.air : '1'
  const ofKind = facts.isBackPressure ? cooling.backPressure : null
  const value = isGas(facts.unitClass) ? cooling.gas : (ofKind ?? asCooled)
  return constant(value, 'ratio', { code: 'assets.figure.cooling-factor' })
}

/** F_r = 1 − k × a. */
function heatSupplyOf(
  by: NonNullable<PowerPlan['heatSupply']>,
  { unitClass }: UnitFacts,
  ratio: Figure<'ratio'>,
): Figure<'ratio'> {
  const k = constant(isGas(unitClass) ? by.gas : by.coal, 'ratio', { code: 'figure.number-of-formula' })
  const one = constant('1', 'ratio', { code: 'figure.number-of-formula' })
  return differenceOf(one, [share(ratio, k)], { code: 'assets.figure.heat-supply-factor' })
}

/** The allowances of all units; incomplete while one of them is. */
export function totalAllocation(allocated: readonly Allocated[], year: number): Allocated {
  const missing = allocated.flatMap((each) => (each.state === 'incomplete' ? each.missing : []))
  const isOpen = allocated.some(({ state }) => state === 'incomplete')
  if (isOpen || allocated.length === 0) return { state: 'incomplete', missing: [...new Set(missing)] }
  const figures = allocated.flatMap((each) => (each.state === 'complete' ? [each.figure] : []))
  return {
    state: 'complete',
    figure: sumOf('tCO2e', figures, { code: 'assets.figure.allocation', facts: { year } }),
  }
}

/** One allowance is one tonne of carbon dioxide equivalent, and carbon dioxide is its own equivalent. */
function inAllowances(carbonDioxide: Figure<'tCO2'>): Figure<'tCO2e'> {
  const one = constant('1', 'tCO2e/tCO2', { code: 'assets.figure.allowance-per-tonne' })
  return times<'tCO2e', 'tCO2'>(carbonDioxide, one)
}

function benchmarkOf<M extends Measure>(
  plan: PowerPlan,
  year: number,
  { unitClass }: UnitFacts,
  code: string,
  value: string,
  unit: M,
): Figure<M> {
  return lookedUp(
    value,
    unit,
    { code, facts: { unitClass, year } },
    {
      kind: 'factor',
      urn: `urn:tanbu:plans:${plan.id}`,
      ref: `${unitClass}/${year}`,
      edition: plan.title.zh,
      source: plan.document,
      verification: plan.verification,
      year: String(year),
      purpose: null,
    },
  )
}
