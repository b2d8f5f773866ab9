import { eq } from 'drizzle-orm'

import type { ReadDb } from '#db/kernel/access'
import { nodeById } from '#db/organization/queries'
import { measureResourcesOf } from '#db/performance/operation-queries'
import { measureById, measuresOf } from '#db/performance/plan-queries'
import { measures } from '#db/performance/tables'
import { refuseOwnWork } from '#electron/access/duties'
import type { WriteContext } from '#electron/kernel/context'
import { mergedEdit } from '#shared/kernel/merge-edit'
import { Refusal } from '#shared/kernel/refusal'
import {
  lackingFor,
  mayFollow,
  type Measure,
  type MeasureId,
  type MeasureInput,
  type MeasureState,
} from '#shared/performance/measure'
import type { ObjectiveId } from '#shared/performance/objective'

import { changed } from './indicators.ts'
import { requireObjective } from './objectives.ts'

/** @throws Refusal `performance.unknown-measure`. */
export function requireMeasure(db: ReadDb, id: MeasureId): Measure {
  const found = measureById(db, id)
  if (!found) throw new Refusal('performance.unknown-measure')
  return found
}

/** @throws Refusal `performance.objective-closed` and those of its facts. */
export function addMeasure(
  context: WriteContext,
  { objective, ...input }: MeasureInput & { readonly objective: ObjectiveId },
): Measure {
  const { db, newId } = context
  const { state, title } = requireObjective(db, objective)
  if (state === 'closed') throw new Refusal('performance.objective-closed', { name: title })
  const id = newId<'measure'>()
  refuseWrongFacts(db, id, input)
  db.insert(measures)
    .values({ id, objective, ...input, state: 'draft', steps: [], ...changed(context) })
    .run()
  return requireMeasure(db, id)
}

/** @throws Refusal `performance.measure-ended`, `performance.measure-lacks`. */
export function editMeasure(
  context: WriteContext,
  { id, seen, ...typed }: MeasureInput & { readonly id: MeasureId; readonly seen?: MeasureInput | undefined },
): Measure {
  const { db } = context
  const before = requireMeasure(db, id)
  const input = mergedEdit(typed, seen, before)
  if (before.state === 'verified' || before.state === 'dropped')
    throw new Refusal('performance.measure-ended', { name: before.title })
  refuseWrongFacts(db, id, input)
  // What was approved keeps what it was approved with.
  if (before.state !== 'draft') refuseLacking(db, { ...before, ...input }, 'approved')
  db.update(measures)
    .set({ ...input, ...changed(context) })
    .where(eq(measures.id, id))
    .run()
  return requireMeasure(db, id)
}

/** @throws Refusal `performance.measure-kept`, `performance.measure-required`. */
export function removeMeasure({ db }: WriteContext, id: MeasureId): void {
  const { state, title } = requireMeasure(db, id)
  if (state !== 'draft') throw new Refusal('performance.measure-kept', { name: title })
  const other = measuresOf(db).find(({ requires }) => requires.includes(id))
  if (other) throw new Refusal('performance.measure-required', { name: title, other: other.title })
  db.delete(measures).where(eq(measures.id, id)).run()
}

/** The steps that those who plan may take by themselves. */
const ownSteps: readonly MeasureState[] = ['running', 'done', 'dropped']

/** @throws Refusal `performance.measure-step`, `performance.measure-lacks`, `performance.drop-reason`, `performance.measure-own-work`. */
export function moveMeasure(
  context: WriteContext,
  { id, to, note }: { readonly id: MeasureId; readonly to: MeasureState; readonly note: string },
  steps: readonly MeasureState[] = ownSteps,
): Measure {
  const { db, user, now } = context
  const before = requireMeasure(db, id)
  if (!steps.includes(to) || !mayFollow(before.state, to))
    throw new Refusal('performance.measure-step', { name: before.title })
  if ((to === 'dropped' || to === 'verified') && note === '')
    throw new Refusal('performance.drop-reason', { name: before.title })
  // Whoever reported a measure as done does not verify it; who is alone says in the note how it was looked at.
  const done = to === 'verified' ? before.steps.findLast((step) => step.to === 'done') : undefined
  const facts = { name: before.title }
  refuseOwnWork(context, 'measure', { by: [done?.madeBy ?? null], reason: note, facts })
  refuseLacking(db, before, to)
  const step = { from: before.state, to, note, madeBy: user ?? 'system', madeAt: now }
  db.update(measures)
    .set({ state: to, steps: [...before.steps, step], ...changed(context) })
    .where(eq(measures.id, id))
    .run()
  return requireMeasure(db, id)
}

function refuseLacking(db: ReadDb, measure: Measure, to: MeasureState): void {
  const listed = measureResourcesOf(db).filter((each) => each.measure === measure.id).length
  const missing = lackingFor(measure, to, listed)
  if (missing.length > 0)
    throw new Refusal('performance.measure-lacks', { name: measure.title, missing: missing.length })
}

/** @throws Refusal `performance.unknown-node`, `performance.unknown-measure`, `performance.requires-itself`. */
function refuseWrongFacts(db: ReadDb, id: MeasureId, { title, node, requires }: MeasureInput): void {
  if (node !== null && !nodeById(db, node)) throw new Refusal('performance.unknown-node')
  const all = new Map(measuresOf(db).map((each) => [each.id, each.requires]))
  if (requires.some((other) => !all.has(other))) throw new Refusal('performance.unknown-measure')
  const reached = new Set<MeasureId>()
  const reach = (from: readonly MeasureId[]) => {
    for (const each of from) {
      if (reached.has(each)) continue
      reached.add(each)
      reach(all.get(each) ?? [])
    }
  }
  reach(requires)
  if (reached.has(id)) throw new Refusal('performance.requires-itself', { name: title })
}
