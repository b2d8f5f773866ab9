import { eq } from 'drizzle-orm'

import { closingNodes } from '#db/activity/closing'
import { monthEntries } from '#db/activity/queries'
import { countingReadings } from '#db/activity/readings'
import type { ReadDb } from '#db/kernel/access'
import { allDeviations } from '#db/monitoring/deviation-queries'
import { parameterById } from '#db/monitoring/queries'
import { nodeById } from '#db/organization/queries'
import { criteriaOf, criterionById, ownThresholds, thresholdsOf } from '#db/performance/operation-queries'
import { criteria, thresholdRows } from '#db/performance/operation-tables'
import type { Handlers, WriteContext } from '#electron/kernel/context'
import { firstDay, monthAfter, monthOf, monthsBetween } from '#shared/kernel/period'
import { Decimal } from '#shared/kernel/quantity'
import { Refusal } from '#shared/kernel/refusal'
import { isConvertible } from '#shared/kernel/units'
import type { Parameter } from '#shared/monitoring/model'
import {
  breachesOf,
  type Criterion,
  type CriterionFacts,
  criterionFacts,
  criterionFindings,
  type CriterionId,
  type ShownCriterion,
  type Watched,
  watchedMonths,
} from '#shared/performance/operation'
import type { operationContract } from '#shared/performance/operation-contract'
import { thresholdKeys, thresholds } from '#shared/performance/threshold'

import { changed } from './indicators.ts'

/** Operating criteria, and what the readings say of them (8.1). */
export const operationHandlers: Handlers<typeof operationContract> = {
  criteria: ({ db, today }) => shownCriteria(db, today),
  addCriterion: (context, input) => {
    const { db, newId, today } = context
    refuseWrongFacts(db, input)
    const id = newId<'criterion'>()
    db.insert(criteria)
      .values({ id, ...input, retiredOn: null, former: [], ...changed(context) })
      .run()
    return shown(db, requireCriterion(db, id), today)
  },
  editCriterion: (context, { id, reason, ...input }) => {
    const { db, user, now, today } = context
    const known = requireCriterion(db, id)
    refuseWrongFacts(db, input)
    const before = {
      before: criterionFacts.parse(known),
      reason,
      changedBy: user ?? 'system',
      changedAt: now,
    }
    db.update(criteria)
      .set({ ...input, former: [...known.former, before], ...changed(context) })
      .where(eq(criteria.id, id))
      .run()
    return shown(db, requireCriterion(db, id), today)
  },
  retireCriterion: (context, { id }) => retire(context, id, context.today),
  resumeCriterion: (context, { id }) => retire(context, id, null),
  thresholds: ({ db }) => {
    const own = ownThresholds(db)
    return thresholdKeys.map((key) => ({
      key,
      value: own.get(key) ?? thresholds[key].value,
      unit: thresholds[key].unit,
      isOwn: own.has(key),
    }))
  },
  setLimit: (context, { key, value }) => {
    const facts = { value, ...changed(context) }
    context.db
      .insert(thresholdRows)
      .values({ key, ...facts })
      .onConflictDoUpdate({ target: thresholdRows.key, set: facts })
      .run()
    return {}
  },
}

/** @throws Refusal `performance.unknown-criterion`. */
function requireCriterion(db: ReadDb, id: CriterionId): Criterion {
  const found = criterionById(db, id)
  if (!found) throw new Refusal('performance.unknown-criterion')
  return found
}

/** Every criterion with what it lacks and the readings of the last months that are beyond it. */
export function shownCriteria(db: ReadDb, today: string): ShownCriterion[] {
  return criteriaOf(db).map((each) => shown(db, each, today))
}

function shown(db: ReadDb, known: Criterion, today: string): ShownCriterion {
  const parameter = known.parameter === null ? undefined : parameterById(db, known.parameter)
  const isWatched = parameter !== undefined && known.retiredOn === null
  const values = isWatched ? watchedValues(db, known, parameter, today) : []
  const cases = allDeviations(db)
  const limit = thresholdsOf(db)['deviation-major']
  return {
    ...known,
    parameterName: parameter?.name ?? null,
    facility: parameter ? (closingNodes(db)(parameter.node)?.id ?? null) : null,
    findings: known.retiredOn === null ? criterionFindings(known) : [],
    breaches: breachesOf(known, values, limit).map((each) => {
      const found = cases.find(({ trigger }) => trigger?.where === each.finding.where)
      return { ...each, deviation: found ? { id: found.id, code: found.code, state: found.state } : null }
    }),
  }
}

/** Each reading of the last months, or what each of the months came to. */
function watchedValues(
  db: ReadDb,
  { per }: Criterion,
  parameter: Parameter,
  today: string,
): readonly Watched[] {
  const to = monthAfter(monthOf(today))
  const from = monthAfter(to, -watchedMonths)
  if (per === 'reading')
    return countingReadings(db, parameter, monthsBetween(from, to)).flatMap((each) =>
      each.mantissa === null
        ? []
        : [
            {
              period: `${each.from}/${each.to}`,
              from: each.from,
              to: each.to,
              value: new Decimal(each.mantissa).times(new Decimal(10).pow(-each.scale)).toFixed(),
              unit: each.unit,
            },
          ],
    )
  return monthEntries(db, [parameter], { from, to }).flatMap(({ month, amount }) =>
    amount?.kind === 'value' && month.length === 7
      ? [
          {
            period: month,
            from: firstDay(month),
            to: firstDay(monthAfter(month)),
            value: amount.value,
            unit: parameter.unit,
          },
        ]
      : [],
  )
}

/** @throws Refusal `performance.criterion-limit`, `performance.criterion-unit`, `performance.unknown-parameter`. */
function refuseWrongFacts(db: ReadDb, { node, parameter, low, high, unit, process }: CriterionFacts): void {
  if (node !== null && !nodeById(db, node)) throw new Refusal('performance.unknown-node')
  const hasLimit = low !== null || high !== null
  if (hasLimit && unit === null) throw new Refusal('performance.criterion-no-unit', { name: process })
  if (low !== null && high !== null && new Decimal(low).greaterThanOrEqualTo(high))
    throw new Refusal('performance.criterion-limit', { low, high })
  if (parameter === null) return
  const watched = parameterById(db, parameter)
  if (!watched) throw new Refusal('performance.unknown-parameter')
  if (unit !== null && !isConvertible(unit, watched.unit))
    throw new Refusal('performance.criterion-unit', { unit, expected: watched.unit })
}

function retire(context: WriteContext, id: CriterionId, on: string | null): Record<string, never> {
  requireCriterion(context.db, id)
  context.db
    .update(criteria)
    .set({ retiredOn: on, ...changed(context) })
    .where(eq(criteria.id, id))
    .run()
  return {}
}
