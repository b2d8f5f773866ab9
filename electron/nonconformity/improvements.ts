import { eq } from 'drizzle-orm'

import { peopleById } from '#db/access/queries'
import type { ReadDb } from '#db/kernel/access'
import { allImprovements, caseSettingsOf, improvementById } from '#db/nonconformity/queries'
import { improvements } from '#db/nonconformity/tables'
import { refuseOwnWork } from '#electron/access/duties'
import type { Handlers, WriteContext } from '#electron/kernel/context'
import { takeNumber } from '#electron/kernel/numbers'
import { addLink } from '#electron/kernel/record-desk'
import { Refusal } from '#shared/kernel/refusal'
import { addDays } from '#shared/kernel/working-days'
import {
  type Improvement,
  type ImprovementAct,
  improvementAfter,
  type ImprovementDecision,
  type ImprovementId,
  type ImprovementState,
  type NewImprovement,
} from '#shared/nonconformity/improvement'
import type { improvementContract } from '#shared/nonconformity/improvement-contract'

import { requireNode, requirePeople } from './cases.ts'

/** Suggestions and opportunities, from whoever has one to what came of it. */
export const improvementHandlers: Handlers<typeof improvementContract> = {
  improvements: ({ db }) => allImprovements(db),
  suggest,
  changeSuggestion: (context, { id, ...facts }) => {
    const { state, number } = requireImprovement(context.db, id)
    if (state !== 'proposed') throw new Refusal('nonconformity.idea-decided', { number })
    refuseWrongFacts(context.db, facts)
    return change(context, id, facts)
  },
  withdrawSuggestion: (context, { id }) =>
    change(context, id, { state: requireNext(context.db, id, 'withdraw') }),
  decideImprovement,
  finishImprovement: (context, { id, doneOn, effect }) =>
    change(context, id, { state: requireNext(context.db, id, 'finish'), doneOn, effect }),
  resumeImprovement: (context, { id }) =>
    change(context, id, { state: requireNext(context.db, id, 'resume'), doneOn: null }),
  judgeImprovement: (context, { id, isEffective, effect }) => {
    const { db, user, now } = context
    const { number, owner, changedBy } = requireImprovement(db, id)
    const state = requireNext(db, id, 'judge')
    const by = [changedBy, owner === null ? null : (peopleById(db).get(owner)?.userId ?? null)]
    refuseOwnWork(context, 'improvement', { by, reason: effect, facts: { number } })
    return change(context, id, { state, isEffective, effect, judgedBy: user, judgedAt: now })
  },
}

/** Takes an idea up; for areas that come after this one as well, as a review that chooses opportunities. */
export function suggest(context: WriteContext, facts: NewImprovement): Improvement {
  const { db, today, now, user, newId } = context
  refuseWrongFacts(db, facts)
  const id = newId<'improvement'>()
  db.insert(improvements)
    .values({
      id,
      number: takeNumber(context, 'IM'),
      state: 'proposed',
      ...facts,
      raisedOn: today,
      answerBy: addDays(today, caseSettingsOf(db).answerWithin),
      reason: '',
      effect: '',
      changedBy: user,
      changedAt: now,
    })
    .run()
  if (facts.origin !== null)
    addLink(context, { from: `nonconformity/improvement/${id}`, relation: 'follows-from', to: facts.origin })
  return requireImprovement(db, id)
}
function refuseWrongFacts(db: ReadDb, { node, raisedBy }: NewImprovement): void {
  if (node !== null) requireNode(db, node)
  requirePeople(db, [raisedBy])
}

function decideImprovement(
  context: WriteContext,
  { id, isAccepted, reason, owner, due }: ImprovementDecision,
): Improvement {
  const { db, user, now } = context
  const state = requireNext(db, id, isAccepted ? 'accept' : 'refuse')
  requirePeople(db, [owner])
  return change(context, id, { state, reason, owner, due, decidedBy: user, decidedAt: now })
}

/** @throws Refusal `nonconformity.no-such-improvement`. */
export function requireImprovement(db: ReadDb, id: ImprovementId): Improvement {
  const found = improvementById(db, id)
  if (!found) throw new Refusal('nonconformity.no-such-improvement')
  return found
}
/** @throws Refusal `nonconformity.idea-cannot`. */
function requireNext(db: ReadDb, id: ImprovementId, act: ImprovementAct): ImprovementState {
  const { state, number } = requireImprovement(db, id)
  const next = improvementAfter(state, act)
  if (next === null) throw new Refusal('nonconformity.idea-cannot', { number })
  return next
}
function change(
  { db, user, now }: WriteContext,
  id: ImprovementId,
  values: Partial<typeof improvements.$inferInsert>,
): Improvement {
  db.update(improvements)
    .set({ ...values, changedBy: user, changedAt: now })
    .where(eq(improvements.id, id))
    .run()
  return requireImprovement(db, id)
}
