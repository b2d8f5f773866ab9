import { eq } from 'drizzle-orm'

import type { ReadDb } from '#db/kernel/access'
import { nodeById, productsOf } from '#db/organization/queries'
import {
  boundariesApprovedAnew,
  changeById,
  changesOf,
  subsystemsInScope,
  systemReviewsOf,
  thresholdsOf,
} from '#db/performance/operation-queries'
import { changes } from '#db/performance/operation-tables'
import { refuseOwnWork } from '#electron/access/duties'
import type { Handlers, ReadContext, WriteContext } from '#electron/kernel/context'
import { takeNumber } from '#electron/kernel/numbers'
import { Refusal } from '#shared/kernel/refusal'
import { subsystems } from '#shared/organization/boundary'
import {
  type Change,
  type ChangeId,
  changeMayBecome,
  type ChangeState,
  demandsReview,
  lackingToClose,
  type NewChange,
  type OfferedChange,
  offeredChanges,
  refuseWrongEffect,
} from '#shared/performance/change'
import type { changeContract, ShownChange } from '#shared/performance/change-contract'
import { isReviewedFor, type SystemReview } from '#shared/performance/system-review'

import { changed } from './indicators.ts'

/** Control of changes, from what was noticed to what was seen afterwards (8.1). */
export const changeHandlers: Handlers<typeof changeContract> = {
  changes: ({ db }) => {
    const reviews = systemReviewsOf(db)
    return changesOf(db).map((each) => shown(each, reviews))
  },
  offeredChanges: ({ db, today }) => openOffers(db, today),
  recordChange,
  editChange: (context, { id, ...facts }) => {
    const known = requireOpen(context.db, id)
    refuseWrongFacts(context.db, facts)
    if (known.approvedAt !== null) throw new Refusal('performance.change-approved', { name: known.title })
    if (known.planned !== facts.planned)
      throw new Refusal('performance.change-planned', { name: known.title })
    return write(context, id, facts)
  },
  removeChange: ({ db }, { id }) => {
    const known = requireOpen(db, id)
    const isFresh = known.judgement === null && (known.state === 'recorded' || !known.planned)
    if (!isFresh) throw new Refusal('performance.change-kept', { name: known.title })
    db.delete(changes).where(eq(changes.id, id)).run()
    return {}
  },
  judgeChange: (context, { id, ...judged }) => {
    const known = requireOpen(context.db, id)
    if (judged.major && judged.subsystems.length === 0)
      throw new Refusal('performance.change-no-subsystem', { name: known.title })
    const judgement = {
      ...judged,
      subsystems: judged.major ? judged.subsystems : [],
      by: context.user ?? 'system',
      at: context.now,
    }
    return write(context, id, { judgement })
  },
  approveChange,
  carryOutChange: (context, { id, on }) => {
    move(context.db, id, 'carried-out')
    return write(context, id, { state: 'carried-out', carriedOutOn: on })
  },
  closeChange: (context, { id, conclusion }) => {
    const known = move(context.db, id, 'closed')
    const { lacking } = shown(known, systemReviewsOf(context.db))
    if (lacking.length > 0)
      throw new Refusal('performance.change-lacks', { name: known.title, missing: lacking.length })
    return write(context, id, { state: 'closed', conclusion, ...ended(context) })
  },
  dropChange: (context, { id, reason }) => {
    move(context.db, id, 'dropped')
    return write(context, id, { state: 'dropped', conclusion: reason, ...ended(context) })
  },
}

/** @throws Refusal `performance.unknown-change`. */
export function requireChange(db: ReadDb, id: ChangeId): Change {
  const found = changeById(db, id)
  if (!found) throw new Refusal('performance.unknown-change')
  return found
}

/** Subsystems that a change asks to be reviewed and that no finished review has looked at it for. */
export function unreviewedFor(known: Change, reviews: readonly SystemReview[]) {
  if (!demandsReview(known)) return []
  return (known.judgement?.subsystems ?? []).filter((each) => !isReviewedFor(reviews, each, known.id))
}

/** Everything the records show that may be a change worth judging, judged already or not, of this year and the last. */
export function allOffers(db: ReadDb, today: string): OfferedChange[] {
  const year = Number(today.slice(0, 4))
  const boundaries = boundariesApprovedAnew(db).filter(
    ({ approvedAt }) => Number(approvedAt.slice(0, 4)) >= year - 1,
  )
  const outputs = [year - 2, year - 1, year].flatMap((each) => productsOf(db, each))
  const inScope = subsystems.filter((each) => subsystemsInScope(db, today).includes(each))
  return offeredChanges(boundaries, outputs, thresholdsOf(db), inScope)
}

function openOffers(db: ReadDb, today: string): OfferedChange[] {
  const taken = new Set(changesOf(db).flatMap(({ origin }) => origin ?? []))
  return allOffers(db, today).filter(({ origin }) => !taken.has(origin))
}

function shown(known: Change, reviews: readonly SystemReview[]): ShownChange {
  const unreviewed = unreviewedFor(known, reviews)
  const isEnded = known.state === 'closed' || known.state === 'dropped'
  return { ...known, unreviewed, lacking: isEnded ? [] : lackingToClose(known, unreviewed) }
}

/** @throws Refusal `performance.change-recorded`, and those of its facts. */
function recordChange(context: WriteContext, input: NewChange): ShownChange {
  const { db, newId, user, now, today } = context
  refuseWrongFacts(db, input)
  const twin = input.origin !== null && changesOf(db).find(({ origin }) => origin === input.origin)
  if (twin) throw new Refusal('performance.change-recorded', { number: twin.number })
  if (!input.planned && input.occursOn > today)
    throw new Refusal('performance.change-in-future', { on: input.occursOn })
  const id = newId<'change'>()
  db.insert(changes)
    .values({
      id,
      ...input,
      number: takeNumber(context, 'CH'),
      state: input.planned ? 'recorded' : 'carried-out',
      judgement: null,
      madeBy: user ?? 'system',
      madeAt: now,
      carriedOutOn: input.planned ? null : input.occursOn,
      ...changed(context),
    })
    .run()
  return shown(requireChange(db, id), [])
}

/** Somebody else than who recorded it; who is alone in the plant says why (R-SD-2). */
function approveChange(
  context: WriteContext,
  { id, reason }: { readonly id: ChangeId; readonly reason: string | null },
): ShownChange {
  const { db, user, now } = context
  const known = move(db, id, 'approved')
  const alone = refuseOwnWork(context, 'change', { by: [known.madeBy], reason, facts: { name: known.title } })
  return write(context, id, {
    state: 'approved',
    approvedBy: user,
    approvedAt: now,
    aloneReason: alone,
  })
}

/** @throws Refusal `performance.change-cannot`. */
function move(db: ReadDb, id: ChangeId, to: ChangeState): Change {
  const known = requireChange(db, id)
  if (!changeMayBecome(known.state, to)) throw new Refusal('performance.change-cannot', { name: known.title })
  return known
}
/** @throws Refusal `performance.change-ended`. */
function requireOpen(db: ReadDb, id: ChangeId): Change {
  const known = requireChange(db, id)
  if (known.state === 'closed' || known.state === 'dropped')
    throw new Refusal('performance.change-ended', { name: known.title })
  return known
}
function refuseWrongFacts(db: ReadDb, facts: Pick<Change, 'effect' | 'effectUnit' | 'node'>): void {
  refuseWrongEffect(facts)
  if (facts.node !== null && !nodeById(db, facts.node)) throw new Refusal('performance.unknown-node')
}
function ended({ user, now }: Pick<ReadContext, 'user' | 'now'>) {
  return { closedBy: user, closedAt: now }
}
function write(
  context: WriteContext,
  id: ChangeId,
  values: Partial<typeof changes.$inferInsert>,
): ShownChange {
  const { db } = context
  db.update(changes)
    .set({ ...values, ...changed(context) })
    .where(eq(changes.id, id))
    .run()
  return shown(requireChange(db, id), systemReviewsOf(db))
}
