import { eq } from 'drizzle-orm'

import type { ReadDb } from '#db/kernel/access'
import { boundaryInForce } from '#db/organization/boundary-queries'
import { organizationOf } from '#db/organization/queries'
import { baselineById, baselinesOf, targetsOf } from '#db/performance/plan-queries'
import { baselines, baseValues } from '#db/performance/tables'
import { confirmPassword } from '#electron/access/prove'
import { sign } from '#electron/access/signatures'
import type { ReadContext, TaskContext, WriteContext } from '#electron/kernel/context'
import { type Figure, textOf } from '#shared/kernel/figure'
import { converted, isConvertibleTo } from '#shared/kernel/figure-algebra'
import { Refusal } from '#shared/kernel/refusal'
import type { Measure } from '#shared/kernel/units'
import {
  baseFigure,
  baselineFindings,
  type Baseline,
  type BaselineId,
  type BaseValue,
  type Cause,
  draftOf,
  type NewBaseline,
  refuseNeedless,
  refuseOtherYears,
  type ShownBaseline,
} from '#shared/performance/baseline'
import { differenceIn } from '#shared/performance/history'
import type { Indicator } from '#shared/performance/indicator'

import { openAbout, triggersOf } from './base-standing.ts'
import { changed, requireIndicator } from './indicators.ts'
import { keepFigure } from './keep-figure.ts'
import { sealOfBaseValue } from './seals.ts'
import { versionIn, valueOf } from './values.ts'
import { type YearAsking, type YearData, yearData } from './year-data.ts'

/** @throws Refusal `performance.unknown-baseline`. */
export function requireBaseline(db: ReadDb, id: BaselineId): Baseline {
  const found = baselineById(db, id)
  if (!found) throw new Refusal('performance.unknown-baseline')
  return found
}

/** What the years of a baseline come to today, by the newest version among those that compute them. */
export function baseOf(
  data: YearData,
  indicator: Indicator,
  years: readonly number[],
): { readonly figure: Figure | null; readonly version: number; readonly missing: readonly string[] } {
  const last = Math.max(...years)
  // One definition for all years of a mean: years that are computed differently do not add up.
  const version = versionIn(indicator, String(last), null)
  if (!version) return { figure: null, version: 0, missing: [] }
  const values = years.map((year) => valueOf(data, indicator, version, { year, months: null }))
  const known = values.flatMap(({ figure }) => (figure ? [figure] : []))
  const missing = years.flatMap((year, at) => (values[at]?.figure ? [] : [String(year)]))
  return {
    figure: missing.length === 0 ? baseFigure(version.unit, known) : null,
    version: version.number,
    missing,
  }
}

export function shownBaselines(context: YearAsking): ShownBaseline[] {
  const data = yearData(context)
  return baselinesOf(context.db).map((each) => {
    const indicator = requireIndicator(context.db, each.indicator)
    const last = each.values.at(-1)
    const { figure, version } = baseOf(data, indicator, last?.years ?? [])
    const value = figure && last ? valueIn(last.unit, figure) : null
    const standing = { value, version, boundary: boundaryOf(context) }
    const findings = [
      ...baselineFindings(each, indicator.name, standing),
      ...triggersOf(context, data, indicator, each),
    ]
    return {
      ...each,
      now: {
        value,
        path: `now/${each.id}`,
        difference: value !== null && last ? differenceIn(value, last.value) : null,
      },
      findings,
      about: openAbout(context, each, findings),
    }
  })
}

/** @throws Refusal `performance.baseline-twice`, `performance.base-missing`. */
export function setBaseline(
  context: WriteContext,
  { indicator, purpose, mode, years, threshold, reason }: NewBaseline,
): { id: BaselineId } {
  const { db, newId } = context
  const { name } = requireIndicator(db, indicator)
  const isThere = baselinesOf(db).some((each) => each.indicator === indicator && each.purpose === purpose)
  if (isThere) throw new Refusal('performance.baseline-twice', { name })
  const id = newId<'baseline'>()
  db.insert(baselines)
    .values({ id, indicator, purpose, mode, threshold, ...changed(context) })
    .run()
  insertValue(context, { baseline: id, indicator, number: 1, years, cause: 'first', reason })
  return { id }
}

export function setThreshold(context: WriteContext, id: BaselineId, threshold: string): void {
  requireBaseline(context.db, id)
  context.db
    .update(baselines)
    .set({ threshold, ...changed(context) })
    .where(eq(baselines.id, id))
    .run()
}

/** @throws Refusal `performance.base-waits`, `performance.base-missing`, and those of `refuseOtherYears` and `refuseNeedless`. */
export function adjustBaseline(
  context: WriteContext,
  asked: {
    readonly id: BaselineId
    readonly years: number[]
    readonly cause: Cause
    readonly reason: string
  },
): void {
  const { db } = context
  const found = requireBaseline(db, asked.id)
  const last = found.values.at(-1)
  if (!last || draftOf(found)) throw new Refusal('performance.base-waits')
  refuseOtherYears(found.mode, asked.years)
  const figure = insertValue(context, {
    baseline: found.id,
    indicator: found.indicator,
    number: last.number + 1,
    years: asked.years,
    cause: asked.cause,
    reason: asked.reason,
  })
  // What is of another kind than before cannot be held against it: such a change is never needless.
  const value = valueIn(last.unit, figure)
  if (value === null) return
  refuseNeedless(last, { value, years: asked.years, cause: asked.cause, threshold: found.threshold })
}
/** The number of a figure in the unit of an earlier one; null where they measure different things. */
function valueIn(unit: Measure, figure: Figure): string | null {
  return isConvertibleTo(figure, unit) ? textOf(converted(figure, unit).value) : null
}

/** @throws Refusal `performance.base-none-waits`, `performance.baseline-used`. */
export function discardBaseValue({ db }: WriteContext, id: BaselineId): void {
  const found = requireBaseline(db, id)
  const draft = requireDraft(found)
  const isOnly = found.values.length === 1
  if (isOnly && targetsOf(db).some(({ baseline }) => baseline === id))
    throw new Refusal('performance.baseline-used')
  db.delete(baseValues).where(eq(baseValues.id, draft.id)).run()
  if (isOnly) db.delete(baselines).where(eq(baselines.id, id)).run()
}

/** Signs the value that waits. @throws Refusal of the password, `performance.base-none-waits`. */
export async function approveBaseline(
  task: TaskContext,
  { id, password }: { readonly id: BaselineId; readonly password: string },
): Promise<Record<string, never>> {
  requireDraft(requireBaseline(task.db, id))
  await confirmPassword(task, password)
  return task.promote((context) => signBaseValue(context, id))
}

/** Puts the signature of whoever is at work under the value that waits. */
export function signBaseValue(context: WriteContext, id: BaselineId): Record<string, never> {
  const draft = requireDraft(requireBaseline(context.db, id))
  const { user, now, db } = context
  const signature = sign(context, {
    record: `performance/base-value/${draft.id}`,
    meaning: 'performance.baseline-approved',
    signedHash: sealOfBaseValue(draft),
  })
  db.update(baseValues)
    .set({ state: 'approved', signature, approvedBy: user, approvedAt: now })
    .where(eq(baseValues.id, draft.id))
    .run()
  return {}
}

interface NextValue extends Pick<BaseValue, 'number' | 'cause' | 'reason'> {
  readonly baseline: BaselineId
  readonly indicator: Indicator['id']
  readonly years: number[]
}
function insertValue(context: WriteContext, { indicator: of, ...next }: NextValue): Figure {
  const { db, newId, user, now } = context
  const indicator = requireIndicator(db, of)
  const { figure, version, missing } = baseOf(yearData(context), indicator, next.years)
  if (!figure)
    throw new Refusal('performance.base-missing', { name: indicator.name, years: missing.join(', ') })
  db.insert(baseValues)
    .values({
      id: newId<'baseline-value'>(),
      ...next,
      version,
      value: textOf(figure.value),
      unit: figure.unit,
      state: 'draft',
      boundary: boundaryOf(context),
      figure: keepFigure(context, figure),
      madeBy: user ?? 'system',
      madeAt: now,
      signature: null,
      approvedBy: null,
      approvedAt: null,
    })
    .run()
  return figure
}

function requireDraft(of: Baseline): BaseValue {
  const draft = draftOf(of)
  if (!draft) throw new Refusal('performance.base-none-waits')
  return draft
}

/** The boundary of today, whose change is a static factor that changed (6.3 b). */
function boundaryOf({ db, today }: Pick<ReadContext, 'db' | 'today'>): string | null {
  const organization = organizationOf(db)
  return organization ? (boundaryInForce(db, organization.id, today)?.id ?? null) : null
}
