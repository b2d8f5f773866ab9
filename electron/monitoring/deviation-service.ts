import { eq } from 'drizzle-orm'

import type { ReadDb } from '#db/kernel/access'
import { allDeviations, deviationById, nextDeviationNumber } from '#db/monitoring/deviation-queries'
import { deviations } from '#db/monitoring/tables'
import { refuseOwnWork } from '#electron/access/duties'
import { confirmPassword } from '#electron/access/prove'
import { sign } from '#electron/access/signatures'
import type { Handlers, Scopes, TaskContext, WriteContext } from '#electron/kernel/context'
import { Refusal } from '#shared/kernel/refusal'
import { addDays } from '#shared/monitoring/calibration'
import {
  answerDays,
  type Deviation,
  type DeviationAct,
  deviationAfter,
  type DeviationId,
  type DeviationState,
  type NewDeviation,
} from '#shared/monitoring/deviation'
import type { deviationContract } from '#shared/monitoring/deviation-contract'
import type { NodeId } from '#shared/organization/model'

import { knownNode, knownParameter } from './known.ts'
import { sealOfDeviation } from './seals.ts'

/** Deviations of practice from the plan. */
export const deviationHandlers: Handlers<typeof deviationContract> = {
  deviations: ({ db }) => allDeviations(db),
  deviation: ({ db }, { id }) => requireDeviation(db, id),
  recordDeviation,
  answerDeviation: (context, { id, ...answer }) => {
    const known = requireDeviation(context.db, id)
    const state = requireNext(known, 'answer')
    if (answer.to !== null && answer.to <= known.from)
      throw new Refusal('monitoring.ends-before-it-begins', { name: known.title })
    return change(context, id, {
      ...answer,
      state,
      answeredBy: context.user,
      answeredAt: context.now,
      returnReason: null,
    })
  },
  returnDeviation: (context, { id, reason }) => {
    const state = requireNext(requireDeviation(context.db, id), 'return')
    return change(context, id, { state, answeredBy: null, answeredAt: null, returnReason: reason })
  },
  approveDeviation,
  closeDeviation: (context, { id, note }) => {
    const known = requireDeviation(context.db, id)
    const state = requireNext(known, 'close')
    if (known.to === null) throw new Refusal('monitoring.deviation-goes-on', { code: known.code })
    return change(context, id, { state, closingNote: note, closedBy: context.user, closedAt: context.now })
  },
}

/** Which part of the plant each request touches. */
export const deviationScopes: Scopes<typeof deviationContract> = {
  deviation: nodeOfDeviation,
  recordDeviation: (_db, { facility }: NewDeviation) => [facility],
  answerDeviation: nodeOfDeviation,
  returnDeviation: nodeOfDeviation,
  approveDeviation: nodeOfDeviation,
  closeDeviation: nodeOfDeviation,
}
function nodeOfDeviation(db: ReadDb, { id }: { readonly id: DeviationId }): NodeId[] {
  return [requireDeviation(db, id).facility]
}

function requireDeviation(db: ReadDb, id: DeviationId): Deviation {
  const found = deviationById(db, id)
  if (!found) throw new Refusal('monitoring.no-such-deviation')
  return found
}

function recordDeviation(context: WriteContext, { dueOn, ...facts }: NewDeviation): Deviation {
  const { db, user, now, today, newId } = context
  knownNode(db, facts.facility)
  for (const parameter of facts.parameters) knownParameter(db, parameter)
  if (facts.to !== null && facts.to <= facts.from)
    throw new Refusal('monitoring.ends-before-it-begins', { name: facts.title })
  const twin = allDeviations(db).find(
    ({ state, trigger }) =>
      state !== 'closed' &&
      facts.trigger !== null &&
      trigger?.code === facts.trigger.code &&
      trigger.where === facts.trigger.where,
  )
  if (twin) throw new Refusal('monitoring.deviation-recorded', { code: twin.code })
  const id: DeviationId = newId<'deviation'>()
  const year = Number(today.slice(0, 4))
  db.insert(deviations)
    .values({
      id,
      ...facts,
      year,
      number: nextDeviationNumber(db, year),
      state: 'open',
      noticedOn: today,
      dueOn: dueOn ?? addDays(today, answerDays),
      changedBy: user,
      changedAt: now,
    })
    .run()
  return requireDeviation(db, id)
}

/** Signs the answer. Somebody else than who gave it; who is alone in the plant says why. */
async function approveDeviation(
  task: TaskContext,
  {
    id,
    password,
    reason,
  }: { readonly id: DeviationId; readonly password: string; readonly reason: string | null },
): Promise<Deviation> {
  requireNext(requireDeviation(task.db, id), 'approve')
  await confirmPassword(task, password)
  return task.promote((context) => {
    const { db, user, now } = context
    const known = requireDeviation(db, id)
    const state = requireNext(known, 'approve')
    const facts = { code: known.code }
    const alone = refuseOwnWork(context, 'monitoring-deviation', { by: [known.answeredBy], reason, facts })
    sign(context, {
      record: `monitoring/deviation/${id}`,
      meaning: 'monitoring.deviation-signed',
      signedHash: sealOfDeviation(known),
    })
    return change(context, id, {
      state,
      approvedBy: user,
      approvedAt: now,
      aloneReason: alone,
    })
  })
}

function requireNext(known: Deviation, act: DeviationAct): DeviationState {
  const next = deviationAfter(known.state, act)
  if (next === null)
    throw new Refusal('monitoring.deviation-cannot', { act, state: known.state, code: known.code })
  return next
}

function change(
  { db, user, now }: WriteContext,
  id: DeviationId,
  values: Partial<typeof deviations.$inferInsert>,
): Deviation {
  db.update(deviations)
    .set({ ...values, changedBy: user, changedAt: now })
    .where(eq(deviations.id, id))
    .run()
  return requireDeviation(db, id)
}
