import { and, eq } from 'drizzle-orm'

import type { ReadDb } from '#db/kernel/access'
import { nodeById } from '#db/organization/queries'
import { baselinesOf, targetsOf } from '#db/performance/plan-queries'
import { indicatorById, reviewsOf } from '#db/performance/queries'
import { indicators, references, reviews, versions } from '#db/performance/tables'
import type { ReadContext, WriteContext } from '#electron/kernel/context'
import { textOf } from '#shared/kernel/figure'
import { mergedEdit } from '#shared/kernel/merge-edit'
import { monthsOf } from '#shared/kernel/period'
import { Refusal } from '#shared/kernel/refusal'
import { isConvertible } from '#shared/kernel/units'
import { inForce } from '#shared/performance/baseline'
import { addsUp, bestOf, differenceIn, type History } from '#shared/performance/history'
import {
  type Indicator,
  type IndicatorFacts,
  type IndicatorId,
  type NewIndicator,
  type NewReference,
  type NewVersion,
  type Reference,
  type ReferenceId,
  refuseWrongMethod,
} from '#shared/performance/indicator'

import { unitOfItem } from './items.ts'
import { keepFigure } from './keep-figure.ts'
import { pointOf, spanOf, valueOf, versionIn } from './values.ts'
import { yearData } from './year-data.ts'

/** @throws Refusal `performance.unknown-indicator`. */
export function requireIndicator(db: ReadDb, id: IndicatorId): Indicator {
  const found = indicatorById(db, id)
  if (!found) throw new Refusal('performance.unknown-indicator')
  return found
}

export function addIndicator(context: WriteContext, { version, ...facts }: NewIndicator): Indicator {
  const { db, newId } = context
  refuseWrongFacts(context, facts)
  refuseUncomputable(context, version)
  const id = newId<'indicator'>()
  db.insert(indicators)
    .values({ id, ...facts, retiredOn: null, ...changed(context) })
    .run()
  insertVersion(context, id, 1, version)
  return requireIndicator(db, id)
}
export function editIndicator(
  context: WriteContext,
  {
    id,
    seen,
    ...typed
  }: IndicatorFacts & { readonly id: IndicatorId; readonly seen?: IndicatorFacts | undefined },
): Indicator {
  const { db } = context
  const facts = mergedEdit(typed, seen, requireIndicator(db, id))
  refuseWrongFacts(context, facts)
  db.update(indicators)
    .set({ ...facts, ...changed(context) })
    .where(eq(indicators.id, id))
    .run()
  return requireIndicator(db, id)
}

/**
 * What was computed stays computed by the version of its time, so a version begins after the one before it.
 *
 * @throws Refusal `performance.version-not-later`, and those of the method.
 */
export function changeMethod(
  context: WriteContext,
  { id, ...next }: NewVersion & { readonly id: IndicatorId },
): Indicator {
  const last = requireIndicator(context.db, id).versions.at(-1)
  if (last && next.validFrom <= last.validFrom)
    throw new Refusal('performance.version-not-later', { month: last.validFrom })
  refuseUncomputable(context, next)
  insertVersion(context, id, (last?.number ?? 0) + 1, next)
  return requireIndicator(context.db, id)
}

/** @throws Refusal `performance.only-version`, `performance.version-used`. */
export function dropMethod({ db }: WriteContext, id: IndicatorId): Indicator {
  const { versions: all } = requireIndicator(db, id)
  const last = all.at(-1)
  if (!last || all.length === 1) throw new Refusal('performance.only-version')
  const isUsed =
    reviewsOf(db, id).some(({ version }) => version === last.number) ||
    baselinesOf(db).some(
      (each) => each.indicator === id && each.values.some(({ version }) => version === last.number),
    )
  if (isUsed) throw new Refusal('performance.version-used', { version: last.number })
  db.delete(versions)
    .where(and(eq(versions.indicator, id), eq(versions.number, last.number)))
    .run()
  return requireIndicator(db, id)
}

export function retireIndicator(context: WriteContext, id: IndicatorId, on: string | null): Indicator {
  requireIndicator(context.db, id)
  context.db
    .update(indicators)
    .set({ retiredOn: on, ...changed(context) })
    .where(eq(indicators.id, id))
    .run()
  return requireIndicator(context.db, id)
}

/** @throws Refusal `performance.indicator-used`. */
export function removeIndicator({ db }: WriteContext, id: IndicatorId): void {
  const { name } = requireIndicator(db, id)
  const isUsed =
    reviewsOf(db, id).length > 0 ||
    baselinesOf(db).some((each) => each.indicator === id) ||
    targetsOf(db).some((each) => each.indicator === id)
  if (isUsed) throw new Refusal('performance.indicator-used', { name })
  db.delete(references).where(eq(references.indicator, id)).run()
  db.delete(versions).where(eq(versions.indicator, id)).run()
  db.delete(indicators).where(eq(indicators.id, id)).run()
}

/** Every year with readings, the months of one of them, the own best and what was concluded. */
export function historyOf(
  context: ReadContext,
  { id, year, version }: { readonly id: IndicatorId; readonly year: number; readonly version: number | null },
): History {
  const indicator = requireIndicator(context.db, id)
  const data = yearData(context)
  const points = (periods: readonly string[]) =>
    periods.flatMap((period) => pointOf(data, indicator, period, version) ?? [])
  const years = points(data.years.map(String))
  const unit =
    (version === null ? indicator.versions.at(-1) : versionIn(indicator, '', version))?.unit ?? 'ratio'
  // Years in another unit are not among those that can be compared.
  const comparable = years.filter((point) => versionIn(indicator, point.period, point.version)?.unit === unit)
  return {
    unit,
    years: comparable,
    months: points(monthsOf(year)),
    ownBest: bestOf(comparable, indicator.better),
    reviews: reviewsOf(context.db, id),
  }
}

/**
 * Keeps what a period came to and what was concluded from it.
 *
 * @throws Refusal `performance.no-value` when something is missing.
 */
export function reviewValue(
  context: WriteContext,
  {
    id,
    period,
    conclusion,
  }: { readonly id: IndicatorId; readonly period: string; readonly conclusion: string },
): void {
  const { db, newId, user, now } = context
  const indicator = requireIndicator(db, id)
  const version = versionIn(indicator, period, null)
  const { figure, missing } = version
    ? valueOf(yearData(context), indicator, version, spanOf(period))
    : { figure: null, missing: [] }
  if (!figure || !version) throw new Refusal('performance.no-value', { period, missing: missing.join(', ') })
  const base = baselinesOf(db)
    .filter((each) => each.indicator === id && each.purpose === 'performance')
    .flatMap((each) => inForce(each) ?? [])
    .find(({ unit }) => unit === version.unit)
  const value = textOf(figure.value)
  // A month is held against a baseline of years only where neither grows with time.
  const isComparable = base !== undefined && (period.length === 4 || !addsUp(version.unit))
  db.insert(reviews)
    .values({
      id: newId<'indicator-review'>(),
      indicator: id,
      period,
      version: version.number,
      value,
      unit: version.unit,
      baseline: isComparable ? base.value : null,
      difference: isComparable ? differenceIn(value, base.value) : null,
      conclusion,
      figure: keepFigure(context, figure),
      madeBy: user ?? 'system',
      madeAt: now,
    })
    .run()
}

/** @throws Refusal `performance.reference-unit`. */
export function addReference(context: WriteContext, input: NewReference): Reference {
  const { db, newId } = context
  const unit = requireIndicator(db, input.indicator).versions.at(-1)?.unit ?? 'ratio'
  if (!isConvertible(input.unit, unit))
    throw new Refusal('performance.reference-unit', { unit: input.unit, expected: unit })
  const added: Reference = { id: newId<'reference-value'>(), ...input }
  db.insert(references)
    .values({ ...added, ...changed(context) })
    .run()
  return added
}
export function removeReference({ db }: WriteContext, id: ReferenceId): void {
  db.delete(references).where(eq(references.id, id)).run()
}

function insertVersion(context: WriteContext, id: IndicatorId, number: number, next: NewVersion): void {
  const terms = next.terms.map((term) => ({ ...term }))
  context.db
    .insert(versions)
    .values({ indicator: id, number, ...next, terms, ...changed(context) })
    .run()
}

/** @throws Refusal `performance.unknown-node`. */
function refuseWrongFacts({ db }: ReadContext, { node }: IndicatorFacts): void {
  if (node !== null && !nodeById(db, node)) throw new Refusal('performance.unknown-node')
}

/** @throws Refusal `performance.needs-sum`, `performance.unknown-parameter`, and those of the formula. */
function refuseUncomputable(context: ReadContext, version: NewVersion): void {
  const data = yearData(context)
  for (const { item } of version.terms) {
    if (item.kind !== 'reading') continue
    const parameter = data.parameter(item.parameter)
    if (!parameter) throw new Refusal('performance.unknown-parameter')
    if (parameter.rollUp !== 'sum') throw new Refusal('performance.needs-sum', { name: parameter.name })
  }
  refuseWrongMethod(version, (item) => unitOfItem(data, item))
}

/** Who changed a record last, and when. */
export function changed({ user, now }: WriteContext) {
  return { changedBy: user, changedAt: now }
}
