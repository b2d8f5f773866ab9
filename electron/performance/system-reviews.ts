import { and, eq } from 'drizzle-orm'

import { peopleById } from '#db/access/queries'
import type { ReadDb } from '#db/kernel/access'
import {
  changesOf,
  concludedItems,
  correctionsOf,
  reviewMethodsOf,
  subsystemsInScope,
  systemReviewById,
  systemReviewsOf,
} from '#db/performance/operation-queries'
import {
  corrections,
  reviewMethods,
  systemReviewItems,
  systemReviews,
} from '#db/performance/operation-tables'
import { confirmPassword } from '#electron/access/prove'
import { sign } from '#electron/access/signatures'
import type { Handlers, ReadContext, TaskContext, WriteContext } from '#electron/kernel/context'
import { takeNumber } from '#electron/kernel/numbers'
import type { SignalSource } from '#electron/kernel/offers'
import { Refusal } from '#shared/kernel/refusal'
import { subsystems } from '#shared/organization/boundary'
import {
  lackingToFinish,
  lastFinished,
  type NewSystemReview,
  type ReviewedItem,
  type ReviewWork,
  type SystemReview,
  systemReviewItems as itemsOf,
  type SystemReviewId,
} from '#shared/performance/system-review'
import type {
  OpenedReview,
  SubsystemStanding,
  systemReviewContract,
} from '#shared/performance/system-review-contract'

import { unreviewedFor } from './changes.ts'
import { changed } from './indicators.ts'
import { recordsFor } from './review-records.ts'
import { sealOfSystemReview } from './seals.ts'

/** Every area's word on the requirements, as the program is composed. */
type Signals = () => readonly SignalSource[]

/** System reviews: what each has to look at, with what the records say of it (6.1.2 to 6.1.5). */
export function systemReviewHandlers(signals: Signals): Handlers<typeof systemReviewContract> {
  return {
    systemReviews: ({ db, today }) => ({ standing: standingOf(db, today), reviews: systemReviewsOf(db) }),
    systemReview: (context, { id }) => opened(context, id, signals),
    reviewMethods: ({ db }) => reviewMethodsOf(db),
    addReviewMethod: ({ db, newId, user, now }, input) => {
      const number = (reviewMethodsOf(db)[0]?.number ?? 0) + 1
      const method = { id: newId<'review-method'>(), number, ...input, madeBy: user ?? 'system', madeAt: now }
      db.insert(reviewMethods).values(method).run()
      return method
    },
    planSystemReview,
    workSystemReview,
    concludeReviewItem: (context, { id, key, conclusion, finding }) => {
      const review = requireUnfinished(context.db, id)
      if (!itemsOf[review.subsystem].some((each) => each.key === key))
        throw new Refusal('performance.unknown-review-item', { key })
      setItem(context, id, { key, conclusion, finding, shown: [] })
      begin(context, review)
      return {}
    },
    removeSystemReview: ({ db }, { id }) => {
      const { state, number } = requireUnfinished(db, id)
      if (state !== 'planned') throw new Refusal('performance.system-review-begun', { number })
      db.delete(systemReviews).where(eq(systemReviews.id, id)).run()
      return {}
    },
    finishSystemReview: (task, input) => finishSystemReview(task, input, signals),
    correctSystemReview: ({ db, newId, user, now }, { id, text }) => {
      const { state, number } = requireReview(db, id)
      if (state !== 'finished') throw new Refusal('performance.system-review-open', { number })
      const entry = { id: newId<'correction'>(), review: id, text, madeBy: user ?? 'system', madeAt: now }
      db.insert(corrections).values(entry).run()
      return {}
    },
  }
}

/** How the four reviews stand on a day. */
export function standingOf(db: ReadDb, today: string): SubsystemStanding[] {
  const reviews = systemReviewsOf(db)
  const inScope = subsystemsInScope(db, today)
  const changes = changesOf(db)
  return subsystems.map((subsystem) => {
    const last = lastFinished(reviews, subsystem)
    return {
      subsystem,
      inScope: inScope.includes(subsystem),
      last,
      open: reviews.find((each) => each.subsystem === subsystem && each.state !== 'finished') ?? null,
      dueOn: last?.nextOn ?? null,
      changes: changes
        .filter((each) => unreviewedFor(each, reviews).includes(subsystem))
        .map(({ id, number, title }) => ({ id, number, title })),
    }
  })
}

/** @throws Refusal `performance.unknown-system-review`. */
function requireReview(db: ReadDb, id: SystemReviewId): SystemReview {
  const found = systemReviewById(db, id)
  if (!found) throw new Refusal('performance.unknown-system-review')
  return found
}
/** @throws Refusal `performance.system-review-finished`. */
function requireUnfinished(db: ReadDb, id: SystemReviewId): SystemReview {
  const found = requireReview(db, id)
  if (found.state === 'finished')
    throw new Refusal('performance.system-review-finished', { number: found.number })
  return found
}

function opened(context: ReadContext, id: SystemReviewId, signals: Signals): OpenedReview {
  const { db } = context
  const review = requireReview(db, id)
  const items = itemsNow(context, review, signals)
  const earlier = systemReviewsOf(db).filter(
    (each) => each.id !== id && (each.heldOn ?? '') <= (review.heldOn ?? context.today),
  )
  const before = lastFinished(earlier, review.subsystem)
  return {
    ...review,
    items,
    lacking: review.state === 'finished' ? [] : lackingToFinish(review, items),
    corrections: correctionsOf(db, id),
    before: before && { id: before.id, number: before.number, heldOn: before.heldOn },
  }
}

/** The items with what the records say of them; a finished review shows what they said when it was signed. */
function itemsNow(context: ReadContext, review: SystemReview, signals: Signals): ReviewedItem[] {
  const known = concludedItems(context.db, review.id)
  const isFinished = review.state === 'finished'
  const records = isFinished ? () => [] : recordsFor(context, review.subsystem, signals())
  return itemsOf[review.subsystem].map((each) => {
    const { conclusion = null, finding = '', shown = [] } = known.get(each.key) ?? {}
    const { key, requirement } = each
    return { key, requirement, conclusion, finding, shown: isFinished ? shown : records(each) }
  })
}

/** @throws Refusal `performance.system-review-twice` while another of the subsystem is not finished. */
function planSystemReview(context: WriteContext, input: NewSystemReview): SystemReview {
  const { db, newId, user, now } = context
  const open = systemReviewsOf(db).find(
    ({ subsystem, state }) => subsystem === input.subsystem && state !== 'finished',
  )
  if (open) throw new Refusal('performance.system-review-twice', { number: open.number })
  refuseUnknownChanges(db, input)
  const id = newId<'system-review'>()
  db.insert(systemReviews)
    .values({
      id,
      ...input,
      number: takeNumber(context, 'SR'),
      method: reviewMethodsOf(db)[0]?.id ?? null,
      heldOn: null,
      participants: [],
      changesSince: '',
      result: '',
      nextOn: null,
      state: 'planned',
      madeBy: user ?? 'system',
      madeAt: now,
      ...changed(context),
    })
    .run()
  return requireReview(db, id)
}

/** @throws Refusal of unknown persons, methods or changes, and of dates in the wrong order. */
function workSystemReview(
  context: WriteContext,
  { id, ...work }: ReviewWork & { readonly id: SystemReviewId },
): SystemReview {
  const { db, today } = context
  const review = requireUnfinished(db, id)
  refuseUnknownChanges(db, work)
  const people = peopleById(db)
  if (work.participants.some((each) => ![...people.keys()].some((known) => known === each)))
    throw new Refusal('performance.unknown-person')
  if (work.method !== null && !reviewMethodsOf(db).some((each) => each.id === work.method))
    throw new Refusal('performance.unknown-review-method')
  if (work.heldOn !== null && work.heldOn > today)
    throw new Refusal('performance.system-review-in-future', { on: work.heldOn })
  if (work.heldOn !== null && work.nextOn !== null && work.nextOn <= work.heldOn)
    throw new Refusal('performance.system-review-next', { on: work.nextOn })
  db.update(systemReviews)
    .set({ ...work, ...changed(context) })
    .where(eq(systemReviews.id, id))
    .run()
  begin(context, review)
  return requireReview(db, id)
}

function begin(context: WriteContext, { id, state }: SystemReview): void {
  if (state !== 'planned') return
  context.db
    .update(systemReviews)
    .set({ state: 'in-work', ...changed(context) })
    .where(eq(systemReviews.id, id))
    .run()
}

function setItem(
  context: WriteContext,
  review: SystemReviewId,
  { key, requirement: _of, ...item }: Omit<ReviewedItem, 'requirement'> & { readonly requirement?: string },
): void {
  const values = { ...item, ...changed(context) }
  const isKnown = concludedItems(context.db, review).has(key)
  if (isKnown)
    context.db
      .update(systemReviewItems)
      .set(values)
      .where(and(eq(systemReviewItems.review, review), eq(systemReviewItems.key, key)))
      .run()
  else
    context.db
      .insert(systemReviewItems)
      .values({ review, key, ...values })
      .run()
}

/** Signs the review as it stands together with what the records said; both are locked by that. */
async function finishSystemReview(
  task: TaskContext,
  { id, password }: { readonly id: SystemReviewId; readonly password: string },
  signals: Signals,
): Promise<Record<string, never>> {
  refuseLacking(opened(task, id, signals))
  await confirmPassword(task, password)
  return task.promote((context) => {
    const review = opened(context, id, signals)
    refuseLacking(review)
    for (const each of review.items) setItem(context, id, each)
    const signature = sign(context, {
      record: `performance/system-review/${id}`,
      meaning: 'performance.system-review-signed',
      signedHash: sealOfSystemReview(context.db, id) ?? '',
    })
    context.db
      .update(systemReviews)
      .set({
        state: 'finished',
        signature,
        finishedBy: context.user,
        finishedAt: context.now,
        ...changed(context),
      })
      .where(eq(systemReviews.id, id))
      .run()
    return {}
  })
}
/** @throws Refusal `performance.system-review-finished`, `performance.system-review-lacks`. */
function refuseLacking({ state, number, lacking }: OpenedReview): void {
  if (state === 'finished') throw new Refusal('performance.system-review-finished', { number })
  if (lacking.length > 0)
    throw new Refusal('performance.system-review-lacks', { number, missing: lacking.length })
}
function refuseUnknownChanges(db: ReadDb, { changes }: Pick<ReviewWork, 'changes'>): void {
  const known = new Set(changesOf(db).map(({ id }) => id))
  if (changes.some((each) => !known.has(each))) throw new Refusal('performance.unknown-change')
}
