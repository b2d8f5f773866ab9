import { and, eq } from 'drizzle-orm'

import { peopleById } from '#db/access/queries'
import { fillById, packBody } from '#db/review/queries'
import { discussions, fills, outputs, packs } from '#db/review/tables'
import type { ReadContext, WriteContext } from '#electron/kernel/context'
import { sha256 } from '#electron/kernel/crypto'
import type { ReviewSource } from '#electron/kernel/offers'
import type { PersonId } from '#shared/access/model'
import { canonical } from '#shared/kernel/canonical'
import { Refusal } from '#shared/kernel/refusal'
import type { ShownPack } from '#shared/review/contract'
import type { Discussion, Fill, FillId, OutputText, Review, ReviewId } from '#shared/review/model'
import { type Pack, pack, packOf, type PackTopic } from '#shared/review/pack'

import { changeReview, requireOpen, requirePeople, requireReview } from './reviews.ts'

/** What the records and whoever was asked say at this moment. */
export function livePack(
  { db, today, around }: ReadContext,
  { from, to, subsystems, fills: own }: Review,
  sources: readonly ReviewSource[],
): Pack {
  const inputs = sources.flatMap((source) => source(db, { from, to, today, around }))
  return packOf(inputs, own, subsystems, { asOf: today, from, to })
}

/** What areas lay before a review, and who may see it. */
export interface PackSources {
  readonly inputs: readonly ReviewSource[]
  readonly mayRead: (context: ReadContext, area: string) => boolean
}

/** A pack as the asker may see it: what comes of other areas is left out and named. @throws Refusal `review.no-such-pack`. */
export function shownPack(
  context: ReadContext,
  { id, number }: { readonly id: ReviewId; readonly number: number | null },
  { inputs, mayRead }: PackSources,
): ShownPack {
  const found = requireReview(context.db, id)
  const kept = number === null ? null : packBody(context.db, id, number)
  if (kept === undefined) throw new Refusal('review.no-such-pack')
  const whole = kept === null ? livePack(context, found, inputs) : pack.parse(JSON.parse(kept.body))
  const areas = new Set(whole.topics.flatMap((topic) => topic.inputs.map(({ area }) => area)))
  const withheld = [...areas].filter((area) => !mayRead(context, area)).toSorted()
  const topics = whole.topics.map((topic) => ({
    ...topic,
    inputs: topic.inputs.filter(({ area }) => !withheld.includes(area)),
  }))
  return { ...whole, topics, sha256: kept?.sha256 ?? null, withheld }
}

/** Keeps what the pack says now, byte for byte, under the next number. */
export function freezePack(context: WriteContext, id: ReviewId, sources: readonly ReviewSource[]): Review {
  const { db, user, now, today } = context
  const found = requireOpen(db, id)
  const body = canonical(livePack(context, found, sources))
  const number = (found.packs.at(-1)?.number ?? 0) + 1
  db.insert(packs)
    .values({ review: id, number, asOf: today, body, sha256: sha256(body), frozenBy: user, frozenAt: now })
    .run()
  return changeReview(context, id, { state: 'prepared' })
}

type About = Pick<PackTopic, 'topic' | 'subsystem'> & { readonly review: ReviewId }

export function askOwner(
  context: WriteContext,
  {
    review,
    topic,
    subsystem,
    owner,
    due,
    question,
  }: About & { readonly owner: PersonId; readonly due: string; readonly question: string },
): Fill {
  requirePeople(context.db, [owner])
  return insertFill(context, { review, topic, subsystem, owner, due, question })
}
export function writeFill(
  context: WriteContext,
  { review, topic, subsystem, text }: About & { readonly text: string },
): Fill {
  const { user, now } = context
  const about = { review, topic, subsystem, owner: null, due: null, question: '' }
  return insertFill(context, { ...about, text, filledBy: user, filledAt: now })
}
function insertFill(context: WriteContext, values: Omit<typeof fills.$inferInsert, 'id'>): Fill {
  const { db, newId } = context
  requireOpen(db, values.review)
  const id = newId<'review-fill'>()
  db.insert(fills)
    .values({ ...values, id })
    .run()
  return requireFill(context, id)
}

/**
 * @param mayWriteAny whether this person may fill any gap, besides what they were asked for.
 * @throws Refusal `review.not-asked`.
 */
export function answerFill(
  context: WriteContext,
  { id, text }: { readonly id: FillId; readonly text: string },
  mayWriteAny: boolean,
): Fill {
  const { db, user, now } = context
  const { review, owner } = requireFill(context, id)
  requireOpen(db, review)
  const asked = owner === null ? null : (peopleById(db).get(owner)?.userId ?? null)
  if (!mayWriteAny && asked !== user) throw new Refusal('review.not-asked')
  db.update(fills).set({ text, filledBy: user, filledAt: now }).where(eq(fills.id, id)).run()
  return requireFill(context, id)
}
export function removeFill(context: WriteContext, id: FillId): void {
  requireOpen(context.db, requireFill(context, id).review)
  context.db.delete(fills).where(eq(fills.id, id)).run()
}
/** @throws Refusal `review.no-such-fill`. */
function requireFill({ db }: ReadContext, id: FillId) {
  const found = fillById(db, id)
  if (!found) throw new Refusal('review.no-such-fill')
  return found
}

export function keepDiscussion(
  { db }: WriteContext,
  { review, topic, subsystem, text }: Discussion & { readonly review: ReviewId },
): void {
  requireOpen(db, review)
  db.insert(discussions)
    .values({ review, topic, subsystem, text })
    .onConflictDoUpdate({
      target: [discussions.review, discussions.topic, discussions.subsystem],
      set: { text },
    })
    .run()
}

export function keepOutput(
  { db }: WriteContext,
  { review, output, subsystem, ...said }: OutputText & { readonly review: ReviewId },
): void {
  requireOpen(db, review)
  const same = and(eq(outputs.review, review), eq(outputs.output, output), eq(outputs.subsystem, subsystem))
  db.delete(outputs).where(same).run()
  db.insert(outputs)
    .values({ review, output, subsystem, ...said })
    .run()
}
