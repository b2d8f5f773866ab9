import { eq } from 'drizzle-orm'
import type { z } from 'zod'

import type { ReadDb } from '#db/kernel/access'
import { actionById, caseSettingsOf } from '#db/nonconformity/queries'
import { actions } from '#db/nonconformity/tables'
import type { WriteContext } from '#electron/kernel/context'
import { mergedEdit } from '#shared/kernel/merge-edit'
import { Refusal } from '#shared/kernel/refusal'
import { addDays } from '#shared/kernel/working-days'
import type { Action, ActionId, actionFacts, CaseId } from '#shared/nonconformity/model'

import { changeCase, requireCase, requirePeople, requireWritable } from './cases.ts'

type ActionFacts = z.output<typeof actionFacts>

/** @throws Refusal `nonconformity.no-such-action`. */
export function requireAction(db: ReadDb, id: ActionId): Action {
  const found = actionById(db, id)
  if (!found) throw new Refusal('nonconformity.no-such-action')
  return found
}

export function addAction(
  context: WriteContext,
  { case: of, ...facts }: ActionFacts & { readonly case: CaseId },
): Action {
  const { db, newId } = context
  const found = requireCase(db, of)
  requireWritable(found, 'plan')
  requirePeople(db, [facts.owner])
  const id = newId<'corrective-action'>()
  db.insert(actions)
    .values({ id, case: of, ...facts, state: 'open' })
    .run()
  // A first proposal of when its effect can be seen; whoever plans may choose another day.
  if (found.checkOn === null && facts.due !== null)
    changeCase(context, of, { checkOn: addDays(facts.due, caseSettingsOf(db).effectAfter) })
  return requireAction(db, id)
}

/** @throws Refusal `nonconformity.action-settled`. */
export function changeAction(
  context: WriteContext,
  { id, seen, ...typed }: ActionFacts & { readonly id: ActionId; readonly seen?: ActionFacts | undefined },
): Action {
  requirePeople(context.db, [typed.owner])
  const facts = mergedEdit(typed, seen, requireOpenAction(context.db, id))
  return change(context, id, facts)
}

/** @throws Refusal `nonconformity.action-settled`, `nonconformity.action-under-way`. */
export function removeAction({ db }: WriteContext, id: ActionId): void {
  const { case: of, what } = requireOpenAction(db, id)
  if (requireCase(db, of).state === 'acting')
    throw new Refusal('nonconformity.action-under-way', { name: what })
  db.delete(actions).where(eq(actions.id, id)).run()
}

/** @throws Refusal `nonconformity.action-not-planned`, `nonconformity.done-later`. */
export function finishAction(
  context: WriteContext,
  { id, doneOn, note }: { readonly id: ActionId; readonly doneOn: string; readonly note: string },
): Action {
  const { db, today, user, now } = context
  const { case: of, what } = requireOpenAction(db, id)
  if (requireCase(db, of).state !== 'acting')
    throw new Refusal('nonconformity.action-not-planned', { name: what })
  if (doneOn > today) throw new Refusal('nonconformity.done-later', { name: what })
  return change(context, id, { state: 'done', doneOn, note, settledBy: user, settledAt: now })
}

export function dropAction(
  context: WriteContext,
  { id, reason }: { readonly id: ActionId; readonly reason: string },
): Action {
  const { db, user, now } = context
  requireOpenAction(db, id)
  return change(context, id, { state: 'dropped', note: reason, settledBy: user, settledAt: now })
}

/** @throws Refusal `nonconformity.action-open`, `nonconformity.past-this-step`. */
export function resumeAction(context: WriteContext, id: ActionId): Action {
  const { case: of, state, what } = requireAction(context.db, id)
  requireWritable(requireCase(context.db, of), 'plan')
  if (state === 'open') throw new Refusal('nonconformity.action-open', { name: what })
  return change(context, id, { state: 'open', doneOn: null, note: null, settledBy: null, settledAt: null })
}

function requireOpenAction(db: ReadDb, id: ActionId): Action {
  const found = requireAction(db, id)
  requireWritable(requireCase(db, found.case), 'plan')
  if (found.state !== 'open') throw new Refusal('nonconformity.action-settled', { name: found.what })
  return found
}
function change({ db }: WriteContext, id: ActionId, values: Partial<typeof actions.$inferInsert>): Action {
  db.update(actions).set(values).where(eq(actions.id, id)).run()
  return requireAction(db, id)
}
