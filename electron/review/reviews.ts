import { eq } from 'drizzle-orm'

import { personById } from '#db/access/queries'
import type { ReadDb } from '#db/kernel/access'
import { storeIdentity } from '#db/kernel/queries'
import { adoptedSubsystems } from '#db/organization/leadership-queries'
import { allReviews, reviewById, reviewSettingsOf } from '#db/review/queries'
import { reviews, settings } from '#db/review/tables'
import type { WriteContext } from '#electron/kernel/context'
import { takeNumber } from '#electron/kernel/numbers'
import type { PersonId } from '#shared/access/model'
import { type Day, dayAt } from '#shared/kernel/period'
import type { RecordRef } from '#shared/kernel/record'
import { Refusal } from '#shared/kernel/refusal'
import {
  isOpenReview,
  type Meeting,
  monthsLater,
  type NewReview,
  type Review,
  type ReviewId,
  type ReviewSettings,
} from '#shared/review/model'

export function reviewRef(id: ReviewId): RecordRef {
  return `review/review/${id}`
}
/** @throws Refusal `review.no-such-review`. */
export function requireReview(db: ReadDb, id: ReviewId): Review {
  const found = reviewById(db, id)
  if (!found) throw new Refusal('review.no-such-review')
  return found
}
/** @throws Refusal `review.ended`: what is signed or cancelled stays as it is. */
export function requireOpen(db: ReadDb, id: ReviewId): Review {
  const found = requireReview(db, id)
  if (!isOpenReview(found.state)) throw new Refusal('review.ended', { number: found.number })
  return found
}
/** @throws Refusal `review.no-such-person`. */
export function requirePeople(db: ReadDb, people: readonly PersonId[]): void {
  if (people.some((id) => !personById(db, id))) throw new Refusal('review.no-such-person')
}

/** When the review after the last signed one is due; before the first, counted from when the store was made. */
export function nextDue(db: ReadDb, today: Day): Day {
  const { interval } = reviewSettingsOf(db)
  const [last] = signedReviews(db)
  const begun = storeIdentity(db)?.createdAt
  const since = last?.heldOn ?? (begun === undefined ? today : dayAt(begun))
  return monthsLater(since, interval)
}
/** Signed reviews, the last held first. */
export function signedReviews(db: ReadDb): Review[] {
  return allReviews(db)
    .filter(({ state }) => state === 'signed')
    .toSorted((a, b) => ((a.heldOn ?? '') < (b.heldOn ?? '') ? 1 : -1))
}

/** @throws Refusal `review.ends-before-it-begins`, `review.no-such-person`. */
export function planReview(context: WriteContext, facts: NewReview): Review {
  const { db, user, now, newId } = context
  refuseWrongPlan(db, facts)
  const id = newId<'management-review'>()
  db.insert(reviews)
    .values({
      id,
      number: takeNumber(context, 'MR'),
      state: 'planned',
      ...facts,
      subsystems: adoptedSubsystems(db),
      heldOn: null,
      present: [],
      note: '',
      changedBy: user,
      changedAt: now,
    })
    .run()
  return requireReview(db, id)
}
function refuseWrongPlan(db: ReadDb, { title, from, to, chair, invited }: NewReview): void {
  if (to <= from) throw new Refusal('review.ends-before-it-begins', { name: title })
  requirePeople(db, [chair, ...invited])
}

export function changePlan(
  context: WriteContext,
  { id, ...facts }: NewReview & { readonly id: ReviewId },
): Review {
  requireOpen(context.db, id)
  refuseWrongPlan(context.db, facts)
  return changeReview(context, id, facts)
}
export function cancelReview(
  context: WriteContext,
  { id, reason }: { readonly id: ReviewId; readonly reason: string },
): Review {
  requireOpen(context.db, id)
  return changeReview(context, id, { state: 'cancelled', cancelReason: reason })
}
/** @throws Refusal `review.held-later`. */
export function keepMeeting(
  context: WriteContext,
  { id, ...facts }: Meeting & { readonly id: ReviewId },
): Review {
  const { number } = requireOpen(context.db, id)
  if (facts.heldOn !== null && facts.heldOn > context.today)
    throw new Refusal('review.held-later', { number })
  requirePeople(context.db, facts.present)
  return changeReview(context, id, facts)
}

export function changeReview(
  { db, user, now }: WriteContext,
  id: ReviewId,
  values: Partial<typeof reviews.$inferInsert>,
): Review {
  db.update(reviews)
    .set({ ...values, changedBy: user, changedAt: now })
    .where(eq(reviews.id, id))
    .run()
  return requireReview(db, id)
}

export function setSettings({ db, user, now }: WriteContext, decided: ReviewSettings): ReviewSettings {
  const values = { ...decided, changedBy: user, changedAt: now }
  db.insert(settings)
    .values({ id: 1, ...values })
    .onConflictDoUpdate({ target: settings.id, set: values })
    .run()
  return reviewSettingsOf(db)
}
