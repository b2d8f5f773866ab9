import { eq } from 'drizzle-orm'

import { peopleById } from '#db/access/queries'
import type { ReadDb } from '#db/kernel/access'
import { linksOf } from '#db/kernel/record-queries'
import { nodeById } from '#db/organization/queries'
import { criteriaOf, riskById, risksOf } from '#db/risks/queries'
import { ratings, risks } from '#db/risks/tables'
import type { WriteContext } from '#electron/kernel/context'
import { takeNumber } from '#electron/kernel/numbers'
import { addLink, dropLinks } from '#electron/kernel/record-desk'
import type { PersonId } from '#shared/access/model'
import { mergedEdit } from '#shared/kernel/merge-edit'
import type { Day } from '#shared/kernel/period'
import { recordRef, type RecordRef } from '#shared/kernel/record'
import { Refusal } from '#shared/kernel/refusal'
import { type Criteria, levelOf, pointsOf } from '#shared/risks/criteria'
import type { NewRating, NewRisk, Occasion, Risk, RiskId, ShownRisk } from '#shared/risks/risk'
import { currentRating, isAboveLimit, nextReviewOf, riskFindings, standingOf } from '#shared/risks/standing'

interface One {
  readonly id: RiskId
}

export function refOf(id: RiskId): RecordRef {
  return `risks/risk/${id}`
}

/** Every risk as it stands on a day. */
export function shownRisks(db: ReadDb, today: Day): ShownRisk[] {
  const all = criteriaOf(db)
  return risksOf(db).map((risk) => shown(db, risk, all, today))
}
function shown(db: ReadDb, risk: Risk, all: readonly Criteria[], today: Day): ShownRisk {
  const own = refOf(risk.id)
  const linked = linksOf(db, own).map(({ fromRecord, toRecord }) =>
    recordRef.parse(fromRecord === own ? toRecord : fromRecord),
  )
  return {
    ...risk,
    standing: standingOf(risk, all),
    nextReview: nextReviewOf(risk, all),
    findings: riskFindings(risk, all, today),
    linked: [...new Set(linked)],
  }
}

/** @throws Refusal `risks.unknown-risk`. */
export function requireRisk(db: ReadDb, id: RiskId): Risk {
  const found = riskById(db, id)
  if (!found) throw new Refusal('risks.unknown-risk')
  return found
}
/** @throws Refusal `risks.unknown-risk`, `risks.closed`. */
export function requireOpen(db: ReadDb, id: RiskId): Risk {
  const found = requireRisk(db, id)
  if (found.closedOn !== null) throw new Refusal('risks.closed', { number: found.number })
  return found
}
/** The risk as it stands after a change. */
export function shownNow({ db, today }: Pick<WriteContext, 'db' | 'today'>, id: RiskId): ShownRisk {
  return shown(db, requireRisk(db, id), criteriaOf(db), today)
}
/** @throws Refusal `risks.unknown-person`: an owner is somebody in the register of people. */
export function refuseUnknownOwner(db: ReadDb, owner: PersonId | null): void {
  if (owner !== null && !peopleById(db).has(owner)) throw new Refusal('risks.unknown-person')
}

export function addRisk(
  context: WriteContext,
  {
    from,
    endangers,
    ...input
  }: NewRisk & { readonly from: RecordRef | null; readonly endangers: readonly RecordRef[] },
): ShownRisk {
  const { db, user, now, today, newId } = context
  refuseUnknown(db, input)
  const id = newId<'risk'>()
  const number = takeNumber(context, 'RK')
  db.insert(risks)
    .values({ id, number, ...input, foundOn: today, changedBy: user, changedAt: now })
    .run()
  if (from !== null) addLink(context, { from: refOf(id), relation: 'follows-from', to: from })
  for (const to of endangers) addLink(context, { from: refOf(id), relation: 'concerns', to })
  return shownNow(context, id)
}

export function editRisk(
  context: WriteContext,
  { id, seen, ...typed }: NewRisk & One & { readonly seen?: NewRisk | undefined },
): ShownRisk {
  const input = mergedEdit(typed, seen, requireOpen(context.db, id))
  refuseUnknown(context.db, input)
  return change(context, id, input)
}

/** @throws Refusal `risks.kept`: what was rated or treated is closed, not removed. */
export function removeRisk(context: WriteContext, { id }: One): Record<string, never> {
  const { db } = context
  const found = requireRisk(db, id)
  if (found.ratings.length + found.treatments.length > 0)
    throw new Refusal('risks.kept', { number: found.number })
  dropLinks(context, refOf(id))
  db.delete(risks).where(eq(risks.id, id)).run()
  return {}
}

export function rateRisk(context: WriteContext, { id, ...input }: NewRating & One): ShownRisk {
  const found = requireOpen(context.db, id)
  keepRating(context, found, input, found.ratings.length === 0 ? 'initial' : 'review')
  return shownNow(context, id)
}

/**
 * Rates by the criteria in force.
 *
 * @throws Refusal `risks.no-criteria`, `risks.out-of-scale`.
 */
export function keepRating(context: WriteContext, risk: Risk, input: NewRating, occasion: Occasion): void {
  const { db, user, now, today } = context
  const rule = criteriaOf(db).at(-1)
  if (!rule) throw new Refusal('risks.no-criteria')
  const points = pointsOf(input)
  const most = rule.likelihood.length * rule.impact.length
  if (input.likelihood > rule.likelihood.length || input.impact > rule.impact.length)
    throw new Refusal('risks.out-of-scale', { points, most })
  const level = levelOf(points, rule)
  const number = risk.ratings.length + 1
  db.insert(ratings)
    .values({
      risk: risk.id,
      ...input,
      number,
      occasion: number === 1 ? 'initial' : occasion,
      criteria: rule.number,
      points,
      level,
      on: today,
      madeBy: user ?? '',
      madeAt: now,
    })
    .run()
  change(context, risk.id, {})
}

/** @throws Refusal `risks.nothing-to-accept`: it is within its limit, or not rated. */
export function acceptRisk(
  context: WriteContext,
  { id, reason }: One & { readonly reason: string },
): ShownRisk {
  const { db, user, now } = context
  const found = requireOpen(db, id)
  const rated = currentRating(found)
  if (!rated || !isAboveLimit(found, criteriaOf(db)))
    throw new Refusal('risks.nothing-to-accept', { number: found.number })
  return change(context, id, {
    acceptedRating: rated.number,
    acceptedReason: reason,
    acceptedBy: user,
    acceptedAt: now,
  })
}

/** @throws Refusal `risks.still-treated`: a treatment that runs is finished or dropped first. */
export function closeRisk(
  context: WriteContext,
  { id, reason }: One & { readonly reason: string },
): ShownRisk {
  const { number, treatments } = requireOpen(context.db, id)
  const open = treatments.filter(({ state }) => state === 'planned' || state === 'done').length
  if (open > 0) throw new Refusal('risks.still-treated', { number, count: open })
  return change(context, id, { closedOn: context.today, closedReason: reason })
}

/** @throws Refusal `risks.not-closed`. */
export function reopenRisk(context: WriteContext, { id }: One): ShownRisk {
  const { closedOn, number } = requireRisk(context.db, id)
  if (closedOn === null) throw new Refusal('risks.not-closed', { number })
  return change(context, id, { closedOn: null, closedReason: null })
}

function change(context: WriteContext, id: RiskId, values: Partial<typeof risks.$inferInsert>): ShownRisk {
  const { db, user, now } = context
  db.update(risks)
    .set({ ...values, changedBy: user, changedAt: now })
    .where(eq(risks.id, id))
    .run()
  return shownNow(context, id)
}

function refuseUnknown(db: ReadDb, { node, owner }: Pick<NewRisk, 'node' | 'owner'>): void {
  if (node !== null && !nodeById(db, node)) throw new Refusal('risks.unknown-node')
  refuseUnknownOwner(db, owner)
}
