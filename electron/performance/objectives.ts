import { eq } from 'drizzle-orm'

import type { ReadDb } from '#db/kernel/access'
import { nodeById } from '#db/organization/queries'
import { baselineById, objectiveById, objectivesOf, targetById } from '#db/performance/plan-queries'
import { indicatorById } from '#db/performance/queries'
import { objectives, targets } from '#db/performance/tables'
import { confirmPassword } from '#electron/access/prove'
import { sign } from '#electron/access/signatures'
import type { TaskContext, WriteContext } from '#electron/kernel/context'
import { mergedEdit } from '#shared/kernel/merge-edit'
import { Refusal } from '#shared/kernel/refusal'
import { isConvertible } from '#shared/kernel/units'
import {
  type NewObjective,
  type Objective,
  objectiveGaps,
  type ObjectiveId,
  type ShownObjective,
  type Target,
  targetInput,
  type TargetId,
  type TargetInput,
} from '#shared/performance/objective'

import { changed } from './indicators.ts'
import { sealOfObjective } from './seals.ts'

export function shownObjectives(db: ReadDb): ShownObjective[] {
  return objectivesOf(db).map((each) => ({ ...each, gaps: objectiveGaps(each) }))
}

/** @throws Refusal `performance.unknown-objective`. */
export function requireObjective(db: ReadDb, id: ObjectiveId): Objective {
  const found = objectiveById(db, id)
  if (!found) throw new Refusal('performance.unknown-objective')
  return found
}

export function addObjective(context: WriteContext, input: NewObjective): Objective {
  const { db, newId } = context
  refuseUnknownNode(db, input)
  const id = newId<'objective'>()
  const unsaid = { toldTo: null, signature: null, publishedBy: null, publishedAt: null, result: null }
  db.insert(objectives)
    .values({ id, ...input, state: 'draft', ...unsaid, ...changed(context) })
    .run()
  return requireObjective(db, id)
}

/** @throws Refusal `performance.objective-closed`, `performance.objective-published`: it stays as it was signed. */
export function editObjective(
  context: WriteContext,
  {
    id,
    seen,
    ...typed
  }: NewObjective & { readonly id: ObjectiveId; readonly seen?: NewObjective | undefined },
): Objective {
  const { db } = context
  const now = requireOpen(db, id)
  if (now.state === 'published') throw new Refusal('performance.objective-published', { name: now.title })
  const input = {
    ...mergedEdit({ ...typed, considerations: null }, seen && { ...seen, considerations: null }, {
      ...now,
      considerations: null,
    }),
    considerations: mergedEdit(typed.considerations, seen?.considerations, now.considerations),
  }
  refuseUnknownNode(db, input)
  db.update(objectives)
    .set({ ...input, ...changed(context) })
    .where(eq(objectives.id, id))
    .run()
  return requireObjective(db, id)
}

/** @throws Refusal `performance.objective-kept`. */
export function removeObjective({ db }: WriteContext, id: ObjectiveId): void {
  const found = requireObjective(db, id)
  if (found.state !== 'draft' || found.measures.length > 0)
    throw new Refusal('performance.objective-kept', { name: found.title })
  db.delete(targets).where(eq(targets.objective, id)).run()
  db.delete(objectives).where(eq(objectives.id, id)).run()
}

/**
 * Top management publishes: every target must be whole, and to whom it was told stands beside the signature.
 *
 * @throws Refusal of the password, `performance.objective-published`, `performance.objective-incomplete`.
 */
export async function publishObjective(
  task: TaskContext,
  { id, toldTo, password }: { readonly id: ObjectiveId; readonly toldTo: string; readonly password: string },
): Promise<Record<string, never>> {
  refuseIncomplete(requireObjective(task.db, id))
  await confirmPassword(task, password)
  return task.promote((context) => signObjective(context, id, toldTo))
}

/** Puts the signature of whoever is at work under an objective, which is thereby published. */
export function signObjective(context: WriteContext, id: ObjectiveId, toldTo: string): Record<string, never> {
  const { db, user, now } = context
  const found = requireObjective(db, id)
  refuseIncomplete(found)
  const signature = sign(context, {
    record: `performance/objective/${id}`,
    meaning: 'performance.objective-signed',
    signedHash: sealOfObjective(found),
  })
  db.update(objectives)
    .set({
      state: 'published',
      toldTo,
      signature,
      publishedBy: user,
      publishedAt: now,
      ...changed(context),
    })
    .where(eq(objectives.id, id))
    .run()
  return {}
}

function refuseIncomplete(found: Objective): void {
  if (found.state !== 'draft') throw new Refusal('performance.objective-published', { name: found.title })
  const missing = objectiveGaps(found).filter(({ severity }) => severity === 'blocks-report').length
  if (missing > 0) throw new Refusal('performance.objective-incomplete', { name: found.title, missing })
}

/** @throws Refusal `performance.objective-unpublished`. */
export function closeObjective(context: WriteContext, id: ObjectiveId, result: string): void {
  const found = requireObjective(context.db, id)
  if (found.state !== 'published')
    throw new Refusal('performance.objective-unpublished', { name: found.title })
  context.db
    .update(objectives)
    .set({ state: 'closed', result, ...changed(context) })
    .where(eq(objectives.id, id))
    .run()
}

export function addTarget(
  context: WriteContext,
  { objective, ...input }: TargetInput & { readonly objective: ObjectiveId },
): Target {
  const { db, newId } = context
  const { state, title } = requireOpen(db, objective)
  if (state === 'published') throw new Refusal('performance.objective-published', { name: title })
  refuseWrongTarget(db, input)
  const id = newId<'target'>()
  db.insert(targets)
    .values({ id, objective, ...writable(input), changes: [], ...changed(context) })
    .run()
  return requireTarget(db, id)
}

/** @throws Refusal `performance.target-published`: what was published is adjusted, with a reason. */
export function editTarget(
  context: WriteContext,
  { id, seen, ...typed }: TargetInput & { readonly id: TargetId; readonly seen?: TargetInput | undefined },
): Target {
  const { db } = context
  const now = requireTarget(db, id)
  if (requireOpen(db, now.objective).state === 'published')
    throw new Refusal('performance.target-published', { name: now.name })
  return rewrite(context, id, mergedEdit(typed, seen, now), {})
}

/** @throws Refusal `performance.objective-unpublished`, `performance.objective-closed`. */
export function adjustTarget(
  context: WriteContext,
  { id, reason, ...input }: TargetInput & { readonly id: TargetId; readonly reason: string },
): Target {
  const { db, user, now } = context
  const before = requireTarget(db, id)
  const { state, title } = requireOpen(db, before.objective)
  if (state !== 'published') throw new Refusal('performance.objective-unpublished', { name: title })
  const change = { before: targetInput.parse(before), reason, changedBy: user ?? 'system', changedAt: now }
  return rewrite(context, id, input, { changes: [...before.changes, change] })
}

/** @throws Refusal `performance.target-published`. */
export function removeTarget({ db }: WriteContext, id: TargetId): void {
  const { objective, name } = requireTarget(db, id)
  if (requireOpen(db, objective).state !== 'draft')
    throw new Refusal('performance.target-published', { name })
  db.delete(targets).where(eq(targets.id, id)).run()
}

/** @throws Refusal `performance.unknown-target`. */
export function requireTarget(db: ReadDb, id: TargetId): Target {
  const found = targetById(db, id)
  if (!found) throw new Refusal('performance.unknown-target')
  return found
}

function rewrite(
  context: WriteContext,
  id: TargetId,
  input: TargetInput,
  more: { readonly changes?: Target['changes'] },
): Target {
  const { db } = context
  refuseWrongTarget(db, input)
  db.update(targets)
    .set({ ...writable(input), ...more, ...changed(context) })
    .where(eq(targets.id, id))
    .run()
  return requireTarget(db, id)
}
function writable({ steps, ...input }: TargetInput) {
  return { ...input, steps: steps.map((step) => ({ ...step })) }
}

/** @throws Refusal `performance.target-unit`, `performance.target-late`, `performance.unknown-indicator`, `performance.unknown-baseline`. */
function refuseWrongTarget(db: ReadDb, { indicator, baseline, unit, due, baseYear }: TargetInput): void {
  const followed = indicator === null ? null : indicatorById(db, indicator)
  if (followed === undefined) throw new Refusal('performance.unknown-indicator')
  if (baseline !== null && !baselineById(db, baseline)) throw new Refusal('performance.unknown-baseline')
  const own = followed?.versions.at(-1)?.unit
  if (own !== undefined && unit !== null && !isConvertible(unit, own))
    throw new Refusal('performance.target-unit', { unit, expected: own })
  if (due !== null && Number(due.slice(0, 4)) < baseYear)
    throw new Refusal('performance.target-late', { due, year: baseYear })
}

function requireOpen(db: ReadDb, id: ObjectiveId): Objective {
  const found = requireObjective(db, id)
  if (found.state === 'closed') throw new Refusal('performance.objective-closed', { name: found.title })
  return found
}
function refuseUnknownNode(db: ReadDb, { node }: Pick<NewObjective, 'node'>): void {
  if (node !== null && !nodeById(db, node)) throw new Refusal('performance.unknown-node')
}
