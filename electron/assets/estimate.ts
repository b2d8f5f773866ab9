import { plannedOf, termsOf, unitsOf } from '#db/assets/queries'
import type { ReadContext } from '#electron/kernel/context'
import { type YearData, yearData } from '#electron/performance/year-data'
import { type Allocated, totalAllocation } from '#shared/assets/allocation'
import type { Unit, YearTerms } from '#shared/assets/model'
import { type Plan, planOf, type PowerPlan } from '#shared/assets/plan'
import { borrowable, gapOf, obligation, preAllocated, usableCredits } from '#shared/assets/settlement'
import type { Figure } from '#shared/kernel/figure'
import { constant, named, sumOf, times } from '#shared/kernel/figure-algebra'
import { overlaps } from '#shared/kernel/period'

import { shippedPlans } from './plans.ts'
import type { Series, Wanted } from './series.ts'
import { hasOwnEmission, settledEmission } from './settled.ts'
import { allocationOfUnit, type AllocatedUnit, earlierOutput } from './unit-allocation.ts'

/** A year's estimate as figures; null where something it needs is not known. */
export interface Estimated {
  readonly year: number
  readonly plan: Plan | null
  readonly isForecast: boolean
  readonly terms: YearTerms
  readonly units: readonly AllocatedUnit[]
  readonly emissionMonths: Series<'emission'>
  readonly emission: Figure<'tCO2e'> | null
  readonly allocation: Allocated
  readonly obligation: Figure<'tCO2e'> | null
  readonly gap: Figure<'tCO2e'> | null
  readonly usableCredits: Figure<'tCO2e'> | null
  readonly gapAfterCredits: Figure<'tCO2e'> | null
  readonly borrowable: Figure<'tCO2e'> | null
  readonly preAllocated: Figure<'tCO2e'> | null
  readonly money: Figure<'CNY'> | null
}

/** The allowances of a year by the plan that governs it, against what the plant emits or is going to emit. */
export function estimateYear(context: Pick<ReadContext, 'db' | 'around' | 'today'>, year: number): Estimated {
  const { db, around } = context
  const data = yearData(context)
  const wanted: Wanted = { data, year, planned: plannedOf(db, year) }
  const units = unitsOf(db).filter((unit) => isThere(unit, year))
  const plan = planFor(shippedPlans(around).plans, units, year)
  const terms = termsOf(db, year)
  const { months: emissionMonths, year: emission } = settledEmission(wanted, plan, null)
  const emissionOf = emissionsOfLines(wanted, plan, units, emission)
  const allocated =
    plan === null ? [] : units.map((unit) => allocationOfUnit(unit, plan, terms, wanted, emissionOf(unit)))
  const allocation = totalAllocation(
    allocated.map((each) => each.allocated),
    year,
  )
  const isForecast = [emissionMonths, ...allocated.flatMap(({ series }) => Object.values(series))]
    .flat()
    .some(({ kind }) => kind === 'planned' || kind === 'estimated')
  const given = { year, plan, isForecast, terms, units: allocated, emissionMonths, emission, allocation }
  const beforehand = plan?.kind === 'power' ? givenBeforehand(plan, units, data, year) : null
  return { ...given, preAllocated: beforehand, ...settled(plan, terms, emission, allocation, units) }
}

/** One line has all that the plant emits; of several each has what its own place emits. */
function emissionsOfLines(
  wanted: Wanted,
  plan: Plan | null,
  units: readonly Unit[],
  emission: Figure<'tCO2e'> | null,
): (unit: Unit) => Figure<'tCO2e'> | null {
  return (unit) => {
    if (unit.kind !== 'industry' || units.length === 1) return emission
    return hasOwnEmission(unit, units, wanted.data) ? settledEmission(wanted, plan, unit).year : null
  }
}

function isThere(unit: Unit, year: number): boolean {
  return overlaps(unit, { validFrom: `${year}-01-01`, validTo: `${year + 1}-01-01` })
}

/** Plants are given allowances by one plan; a plant with generating units is a power plant. */
function planFor(plans: readonly Plan[], units: readonly Unit[], year: number): Plan | null {
  const kind = units.length === 0 || units.some((unit) => unit.kind === 'power') ? 'power' : 'industry'
  return planOf(plans, kind, year) ?? null
}

type Settled = Pick<
  Estimated,
  'obligation' | 'gap' | 'usableCredits' | 'gapAfterCredits' | 'borrowable' | 'money'
>
const unsettled: Settled = {
  obligation: null,
  gap: null,
  usableCredits: null,
  gapAfterCredits: null,
  borrowable: null,
  money: null,
}

function settled(
  plan: Plan | null,
  terms: YearTerms,
  emission: Figure<'tCO2e'> | null,
  allocation: Allocated,
  units: readonly Unit[],
): Settled {
  if (!plan || !emission || allocation.state === 'incomplete') return unsettled
  const isAllGas = units.every((unit) => unit.kind === 'power' && unit.unitClass === 'IV')
  const needed = obligation(plan, emission, allocation.figure, isAllGas)
  const held = stated(terms.allowancesHeld, 'assets.figure.allowances-held')
  const gap = gapOf(needed, held ? [allocation.figure, held] : [allocation.figure], 'assets.figure.gap')
  const credits = stated(terms.creditsHeld, 'assets.figure.credits-held')
  const used =
    credits && usableCredits(plan, credits, terms.creditBase === 'emission' ? emission : needed, gap)
  const after = used ? gapOf(gap, [used], 'assets.figure.gap-after-credits') : gap
  const price = terms.price
  return {
    obligation: needed,
    gap,
    usableCredits: used,
    gapAfterCredits: after,
    borrowable: plan.kind === 'power' ? borrowable(plan, after, needed) : null,
    money: price === null ? null : worth(after, price),
  }
}

/** The share given out beforehand; null while the output of the year that it rests on is not known. */
function givenBeforehand(
  plan: PowerPlan,
  units: readonly Unit[],
  data: YearData,
  year: number,
): Figure<'tCO2e'> | null {
  const earlier = { data, year: plan.preAllocation.baseYear ?? year - 1, planned: [] }
  const parts = units.map((unit) => (unit.kind === 'power' ? earlierOutput(unit, plan, year, earlier) : null))
  const known = parts.filter((part) => part !== null)
  if (known.length === 0 || known.length < parts.length) return null
  return preAllocated(
    plan,
    sumOf('tCO2e', known, { code: 'assets.figure.by-earlier-output-all', facts: { year: earlier.year } }),
  )
}

function stated(tonnes: string | null, code: string): Figure<'tCO2e'> | null {
  return tonnes === null ? null : constant(tonnes, 'tCO2e', { code })
}
function worth(gap: Figure<'tCO2e'>, price: string): Figure<'CNY'> {
  const each = constant(price, 'CNY/tCO2e', { code: 'assets.figure.price' })
  return named(times<'CNY', 'tCO2e'>(gap, each), { code: 'assets.figure.money' })
}
