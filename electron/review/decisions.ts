import { eq } from 'drizzle-orm'
import { z } from 'zod'

import { grantsOf, peopleById } from '#db/access/queries'
import type { ReadDb } from '#db/kernel/access'
import { decisionById } from '#db/review/queries'
import { decisions } from '#db/review/tables'
import { refuseOwnWork } from '#electron/access/duties'
import { confirmPassword } from '#electron/access/prove'
import { sign } from '#electron/access/signatures'
import type { TaskContext, WriteContext } from '#electron/kernel/context'
import { sha256 } from '#electron/kernel/crypto'
import { suggest } from '#electron/nonconformity/improvements'
import { inForce } from '#shared/access/permissions'
import { canonical } from '#shared/kernel/canonical'
import type { RecordRef } from '#shared/kernel/record'
import { Refusal } from '#shared/kernel/refusal'
import { lackingToSign } from '#shared/review/lacking'
import {
  type Decision,
  type DecisionAct,
  decisionAfter,
  decisionFacts,
  type DecisionId,
  type DecisionState,
  type Review,
  type ReviewId,
} from '#shared/review/model'

import { changeReview, requireOpen, requirePeople, requireReview, reviewRef } from './reviews.ts'

type DecisionFacts = z.output<typeof decisionFacts>

export function decisionRef(id: DecisionId): RecordRef {
  return `review/decision/${id}`
}
/** @throws Refusal `review.no-such-decision`. */
function requireDecision(db: ReadDb, id: DecisionId): Decision {
  const found = decisionById(db, id)
  if (!found) throw new Refusal('review.no-such-decision')
  return found
}

export function addDecision(
  context: WriteContext,
  { review, ...facts }: DecisionFacts & { readonly review: ReviewId },
): Decision {
  const { db, newId } = context
  const of = requireOpen(db, review)
  requirePeople(db, [facts.owner])
  const id = newId<'review-decision'>()
  // Counted on from the highest: a number that was taken back may have been read by somebody.
  const last = Math.max(0, ...of.decisions.map(({ number }) => Number(number.split('-D')[1])))
  const number = `${of.number}-D${last + 1}`
  db.insert(decisions)
    .values({ id, review, number, ...facts, state: 'open', note: '', verifyNote: '' })
    .run()
  return requireDecision(db, id)
}
export function changeDecision(
  context: WriteContext,
  { id, ...facts }: DecisionFacts & { readonly id: DecisionId },
): Decision {
  requireOpen(context.db, requireDecision(context.db, id).review)
  requirePeople(context.db, [facts.owner])
  return change(context, id, facts)
}
export function removeDecision({ db }: WriteContext, id: DecisionId): void {
  requireOpen(db, requireDecision(db, id).review)
  db.delete(decisions).where(eq(decisions.id, id)).run()
}

/** Leads a decision of signed minutes on. @throws Refusal `review.unsigned`, `review.decision-cannot`. */
export function moveDecision(
  context: WriteContext,
  id: DecisionId,
  act: DecisionAct,
  note: string,
): Decision {
  const { user, now } = context
  const state = requireNext(context.db, id, act)
  const settled =
    act === 'resume' ? { settledBy: null, settledAt: null } : { settledBy: user, settledAt: now }
  return change(context, id, { state, note, ...settled })
}
/** @throws Refusal `review.own-work` where others could have looked. */
export function verifyDecision(
  context: WriteContext,
  { id, note }: { readonly id: DecisionId; readonly note: string },
): Decision {
  const { db, user, now } = context
  const state = requireNext(db, id, 'verify')
  const { settledBy, owner, number } = requireDecision(db, id)
  const by = [settledBy, peopleById(db).get(owner)?.userId ?? null]
  refuseOwnWork(context, 'decision', { by, reason: note, facts: { number } })
  return change(context, id, { state, verifyNote: note, verifiedBy: user, verifiedAt: now })
}
function requireNext(db: ReadDb, id: DecisionId, act: DecisionAct): DecisionState {
  const { number, state } = requireTaken(db, id)
  const next = decisionAfter(state, act)
  if (next === null) throw new Refusal('review.decision-cannot', { number })
  return next
}
/** A decision of signed minutes. @throws Refusal `review.no-such-decision`, `review.unsigned`. */
export function requireTaken(db: ReadDb, id: DecisionId): Decision {
  const found = requireDecision(db, id)
  const { number, review } = found
  if (requireReview(db, review).state !== 'signed') throw new Refusal('review.unsigned', { number })
  return found
}
function change(
  { db }: WriteContext,
  id: DecisionId,
  values: Partial<typeof decisions.$inferInsert>,
): Decision {
  db.update(decisions).set(values).where(eq(decisions.id, id)).run()
  return requireDecision(db, id)
}

/** Takes a decision up as an improvement, which is then carried out and judged as any other. */
export function makeImprovement(context: WriteContext, id: DecisionId) {
  const { text, subsystem } = requireDecision(context.db, id)
  const made = suggest(context, {
    title: text.slice(0, titleLength),
    idea: text,
    source: 'review',
    origin: decisionRef(id),
    subsystem,
    node: null,
    benefit: '',
    cost: '',
    raisedBy: null,
  })
  return { number: made.number, path: `/nonconformity/improvements/${made.id}` }
}
const titleLength = 120

/**
 * Top management signs the minutes as they stand, over the pack on which they rest.
 *
 * @throws Refusal of the password, of the first thing that is missing, `review.ended`, `review.top-management-signs`.
 */
export async function signReview(
  task: TaskContext,
  { id, password }: { readonly id: ReviewId; readonly password: string },
): Promise<Record<string, never>> {
  refuseUnsignable(task, id)
  await confirmPassword(task, password)
  return task.promote((context) => {
    const of = refuseUnsignable(context, id)
    const signature = sign(context, {
      record: reviewRef(id),
      meaning: 'review.minutes-signed',
      signedHash: sha256(canonical(signedContent(of))),
    })
    changeReview(context, id, { state: 'signed', signature, signedBy: context.user, signedAt: context.now })
    return {}
  })
}
function refuseUnsignable({ db, user, today }: TaskContext | WriteContext, id: ReviewId): Review {
  const of = requireOpen(db, id)
  const [missing] = lackingToSign(of)
  if (missing !== undefined) throw new Refusal(missing, { number: of.number })
  const isTop =
    user !== null && inForce(grantsOf(db, user), today).some(({ role }) => role === 'top-management')
  if (!isTop) throw new Refusal('review.top-management-signs', { number: of.number })
  return of
}

/** What stands under a signature: the minutes, and the hash of the pack that they rest on. */
export function signedContent(of: Review) {
  const { number, title, from, to, place, chair, subsystems, heldOn, present, note } = of
  const { discussions, outputs, decisions: taken, packs } = of
  return {
    number,
    title,
    from,
    to,
    place,
    chair,
    subsystems,
    heldOn,
    present,
    note,
    discussions,
    outputs,
    decisions: taken.map((each) => decisionFacts.extend({ number: z.string() }).parse(each)),
    pack: packs.at(-1)?.sha256 ?? null,
  }
}
