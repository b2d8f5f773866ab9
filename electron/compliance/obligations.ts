import { eq } from 'drizzle-orm'

import { peopleById } from '#db/access/queries'
import { obligationById, obligationsOf } from '#db/compliance/obligation-queries'
import { obligationReviews, obligations, obligationTexts } from '#db/compliance/obligation-tables'
import type { ReadDb } from '#db/kernel/access'
import { linksOf } from '#db/kernel/record-queries'
import { nodeById } from '#db/organization/queries'
import type { WriteContext } from '#electron/kernel/context'
import { takeNumber } from '#electron/kernel/numbers'
import { addLink, attachFile, dropLinks } from '#electron/kernel/record-desk'
import type { PersonId } from '#shared/access/model'
import type { Evaluation } from '#shared/compliance/evaluation'
import {
  type NewObligation,
  type Obligation,
  type ObligationFacts,
  obligationFacts,
  type ObligationId,
  type ObligationText,
  obligationText,
  type ShownObligation,
} from '#shared/compliance/obligation'
import {
  lacksIntervalReason,
  nextEvaluation,
  obligationFindings,
  obligationStanding,
} from '#shared/compliance/obligation-standing'
import { mergedEdit } from '#shared/kernel/merge-edit'
import type { Day } from '#shared/kernel/period'
import { recordRef, type RecordRef } from '#shared/kernel/record'
import { Refusal } from '#shared/kernel/refusal'

interface One {
  readonly id: ObligationId
}

export function obligationRef(id: ObligationId): RecordRef {
  return `compliance/obligation/${id}`
}
export function evaluationRef({ id }: Pick<Evaluation, 'id'>): RecordRef {
  return `compliance/evaluation/${id}`
}
/** The records at the other ends of a record's links. */
export function linkedTo(db: ReadDb, own: RecordRef): RecordRef[] {
  const ends = linksOf(db, own).map(({ fromRecord, toRecord }) =>
    fromRecord === own ? toRecord : fromRecord,
  )
  return [...new Set(ends)].map((each) => recordRef.parse(each))
}

/** Every obligation as it stands on a day. */
export function shownObligations(db: ReadDb, today: Day): ShownObligation[] {
  return obligationsOf(db).map((each) => shown(db, each, today))
}
function shown(db: ReadDb, known: Obligation, today: Day): ShownObligation {
  return {
    ...known,
    standing: obligationStanding(known, today),
    nextEvaluation: nextEvaluation(known, today),
    findings: obligationFindings(known, {
      today,
      linkedWith: (evaluation) => linkedTo(db, evaluationRef(evaluation)),
    }),
    linked: linkedTo(db, obligationRef(known.id)),
  }
}

/** @throws Refusal `compliance.unknown-obligation`. */
export function requireObligation(db: ReadDb, id: ObligationId | undefined): Obligation {
  const found = id === undefined ? undefined : obligationById(db, id)
  if (!found) throw new Refusal('compliance.unknown-obligation')
  return found
}
/** The obligation as it stands after a change, which is its newest. */
export function touched(context: WriteContext, id: ObligationId): ShownObligation {
  return change(context, id, {})
}

export function addObligation(
  context: WriteContext,
  {
    from,
    upload,
    ...input
  }: NewObligation & { readonly from: RecordRef | null; readonly upload: string | null },
): ShownObligation {
  const id = register(context, input, null)
  keepText(context, id, { ...obligationText.parse(input), reason: '' }, upload)
  if (from !== null) addLink(context, { from: obligationRef(id), relation: 'follows-from', to: from })
  return touched(context, id)
}
/** Registers how an obligation is taken up; its first text is kept by whoever calls. */
export function register(context: WriteContext, input: ObligationFacts, origin: string | null): ObligationId {
  const { db, user, now, today, newId } = context
  const facts = checked(db, input)
  const id = newId<'obligation'>()
  const number = takeNumber(context, 'OB')
  db.insert(obligations)
    .values({ id, number, ...facts, origin, registeredOn: today, changedBy: user, changedAt: now })
    .run()
  return id
}

export function editObligation(
  context: WriteContext,
  { id, seen, ...typed }: ObligationFacts & One & { readonly seen?: ObligationFacts | undefined },
): ShownObligation {
  const input = mergedEdit(typed, seen, requireObligation(context.db, id))
  return change(context, id, checked(context.db, input))
}

interface Changed extends ObligationText, One {
  readonly reason: string
  readonly upload: string | null
}
export function changeObligationText(
  context: WriteContext,
  { id, upload, ...input }: Changed,
): ShownObligation {
  requireObligation(context.db, id)
  keepText(context, id, input, upload)
  return touched(context, id)
}

/** A text with its document; the one before stays as it is. */
export function keepText(
  context: WriteContext,
  id: ObligationId,
  input: ObligationText & { readonly reason: string },
  upload: string | null,
): void {
  const { db, user, now } = context
  const file = upload === null ? null : attachFile(context, { record: obligationRef(id), upload, note: null })
  const number = db.select().from(obligationTexts).where(eq(obligationTexts.obligation, id)).all().length + 1
  db.insert(obligationTexts)
    .values({
      obligation: id,
      ...input,
      number,
      file: file?.sha256 ?? null,
      fileName: file?.name ?? null,
      madeBy: user ?? '',
      madeAt: now,
    })
    .run()
}

/** @throws Refusal `compliance.obligation-kept`: what something was recorded of is ended, not removed. */
export function removeObligation(context: WriteContext, { id }: One): Record<string, never> {
  const { db } = context
  const { number, versions, reviews, deadlines, evaluations } = requireObligation(db, id)
  const isBare = versions.length === 1 && versions.every(({ file }) => file === null)
  if (!isBare || reviews.length + deadlines.length + evaluations.length > 0)
    throw new Refusal('compliance.obligation-kept', { number })
  dropLinks(context, obligationRef(id))
  db.delete(obligationTexts).where(eq(obligationTexts.obligation, id)).run()
  db.delete(obligations).where(eq(obligations.id, id)).run()
  return {}
}

export function endObligation(
  context: WriteContext,
  { id, on, reason }: One & { readonly on: Day; readonly reason: string },
): ShownObligation {
  const { number, endedOn } = requireObligation(context.db, id)
  if (endedOn !== null) throw new Refusal('compliance.obligation-ended', { number })
  return change(context, id, { endedOn: on, endReason: reason })
}
export function resumeObligation(context: WriteContext, { id }: One): ShownObligation {
  requireObligation(context.db, id)
  return change(context, id, { endedOn: null, endReason: null })
}

/** @throws Refusal `compliance.review-past`: the next review lies ahead. */
export function reviewObligation(
  context: WriteContext,
  { id, conclusion, nextReview }: One & { readonly conclusion: string; readonly nextReview: Day },
): ShownObligation {
  const { db, user, now, today, newId } = context
  requireObligation(db, id)
  if (nextReview <= today) throw new Refusal('compliance.review-past', { day: nextReview })
  db.insert(obligationReviews)
    .values({
      id: newId<'review'>(),
      obligation: id,
      on: today,
      conclusion,
      nextReview,
      madeBy: user ?? '',
      madeAt: now,
    })
    .run()
  return change(context, id, { nextReview })
}

function change(
  { db, user, now, today }: WriteContext,
  id: ObligationId,
  values: Partial<typeof obligations.$inferInsert>,
): ShownObligation {
  db.update(obligations)
    .set({ ...values, changedBy: user, changedAt: now })
    .where(eq(obligations.id, id))
    .run()
  return shown(db, requireObligation(db, id), today)
}

/** @throws Refusal `compliance.unknown-person`: an owner is somebody in the register of people. */
export function refuseUnknownOwner(db: ReadDb, owner: PersonId | null): void {
  if (owner !== null && !peopleById(db).has(owner)) throw new Refusal('compliance.unknown-person')
}

/** @throws Refusal `compliance.applicability-reason`, `compliance.interval-reason`, `compliance.unknown-node`. */
function checked(db: ReadDb, input: ObligationFacts): typeof obligationFacts._output {
  if (input.applicability !== 'undecided' && input.applicabilityReason === '')
    throw new Refusal('compliance.applicability-reason')
  if (lacksIntervalReason(input)) throw new Refusal('compliance.interval-reason')
  if (input.nodes.some((node) => !nodeById(db, node))) throw new Refusal('compliance.unknown-node')
  refuseUnknownOwner(db, input.owner)
  return obligationFacts.parse(input)
}
