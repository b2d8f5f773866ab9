import { eq } from 'drizzle-orm'

import type { ReadDb } from '#db/kernel/access'
import { scoreCriteriaOf, supplierById, suppliersOf, thresholdsOf } from '#db/performance/operation-queries'
import { evaluations, scoreCriteria, suppliers } from '#db/performance/operation-tables'
import type { Handlers, ReadContext, WriteContext } from '#electron/kernel/context'
import { mergedEdit } from '#shared/kernel/merge-edit'
import { Refusal } from '#shared/kernel/refusal'
import {
  type Evaluation,
  evaluationDue,
  type NewEvaluation,
  type ScoreCriterion,
  scoreOf,
  type ShownSupplier,
  type Supplier,
  type SupplierId,
} from '#shared/performance/supplier'
import type { supplierContract } from '#shared/performance/supplier-contract'

import { changed } from './indicators.ts'

/** Suppliers and their evaluations (A.8.2.3). */
export const supplierHandlers: Handlers<typeof supplierContract> = {
  suppliers: (context) => suppliersOf(context.db).map((each) => shown(context, each)),
  addSupplier: (context, input) => {
    const { db, newId } = context
    refuseTwin(db, input.name, null)
    const id = newId<'supplier'>()
    db.insert(suppliers)
      .values({ id, ...input, retiredOn: null, ...changed(context) })
      .run()
    return shown(context, requireSupplier(db, id))
  },
  editSupplier: (context, { id, seen, ...typed }) => {
    const input = mergedEdit(typed, seen, requireSupplier(context.db, id))
    refuseTwin(context.db, input.name, id)
    return rewrite(context, id, input)
  },
  retireSupplier: (context, { id }) => done(rewrite(context, id, { retiredOn: context.today })),
  resumeSupplier: (context, { id }) => done(rewrite(context, id, { retiredOn: null })),
  removeSupplier: ({ db }, { id }) => {
    const { name, evaluations: made } = requireSupplier(db, id)
    if (made.length > 0) throw new Refusal('performance.supplier-kept', { name })
    db.delete(suppliers).where(eq(suppliers.id, id)).run()
    return {}
  },
  scoreCriteria: ({ db }) => scoreCriteriaOf(db),
  addScoreCriterion: (context, input) => {
    const id = context.newId<'score-criterion'>()
    context.db
      .insert(scoreCriteria)
      .values({ id, ...input, retired: false, ...changed(context) })
      .run()
    return requireScoreCriterion(context.db, id)
  },
  editScoreCriterion: (context, { id, ...input }) => changeScoreCriterion(context, id, input),
  retireScoreCriterion: (context, { id }) => done(changeScoreCriterion(context, id, { retired: true })),
  evaluateSupplier,
}

/** @throws Refusal `performance.unknown-supplier`. */
export function requireSupplier(db: ReadDb, id: SupplierId): Supplier {
  const found = supplierById(db, id)
  if (!found) throw new Refusal('performance.unknown-supplier')
  return found
}
function shown({ db, today }: Pick<ReadContext, 'db' | 'today'>, known: Supplier): ShownSupplier {
  const due = evaluationDue(known, thresholdsOf(db)['supplier-spend'], today)
  return { ...known, isDue: due !== null && due <= today }
}
function rewrite(
  context: WriteContext,
  id: SupplierId,
  values: Partial<typeof suppliers.$inferInsert>,
): ShownSupplier {
  requireSupplier(context.db, id)
  context.db
    .update(suppliers)
    .set({ ...values, ...changed(context) })
    .where(eq(suppliers.id, id))
    .run()
  return shown(context, requireSupplier(context.db, id))
}
/** @throws Refusal `performance.supplier-twice`. */
function refuseTwin(db: ReadDb, name: string, own: SupplierId | null): void {
  const twin = suppliersOf(db).some((each) => each.name === name && each.id !== own)
  if (twin) throw new Refusal('performance.supplier-twice', { name })
}

/** @throws Refusal `performance.unknown-score-criterion`. */
function requireScoreCriterion(db: ReadDb, id: ScoreCriterion['id']): ScoreCriterion {
  const found = scoreCriteriaOf(db).find((each) => each.id === id)
  if (!found) throw new Refusal('performance.unknown-score-criterion')
  return found
}
function changeScoreCriterion(
  context: WriteContext,
  id: ScoreCriterion['id'],
  values: Partial<typeof scoreCriteria.$inferInsert>,
): ScoreCriterion {
  requireScoreCriterion(context.db, id)
  context.db
    .update(scoreCriteria)
    .set({ ...values, ...changed(context) })
    .where(eq(scoreCriteria.id, id))
    .run()
  return requireScoreCriterion(context.db, id)
}

/** Keeps names and weights of the criteria as they are now, so that later ones do not change what was scored. */
function evaluateSupplier(context: WriteContext, { supplier, points, ...said }: NewEvaluation): Evaluation {
  const { db, newId, user, now } = context
  const { dataState, name } = requireSupplier(db, supplier)
  if (said.nextOn <= said.evaluatedOn) throw new Refusal('performance.evaluation-next', { on: said.nextOn })
  const wanted = scoreCriteriaOf(db).filter(({ retired }) => !retired)
  const scores = wanted.map((each) => {
    const given = points.find(({ criterion }) => criterion === each.id)
    if (!given) throw new Refusal('performance.evaluation-lacks', { name, criterion: each.name })
    return { name: each.name, weight: each.weight, points: given.points }
  })
  const made: Evaluation = {
    id: newId<'supplier-evaluation'>(),
    supplier,
    ...said,
    scores,
    score: scoreOf(scores),
    dataState,
    madeBy: user ?? 'system',
    madeAt: now,
  }
  db.insert(evaluations)
    .values({ ...made, scores })
    .run()
  return made
}

/** The answer of what answers nothing. */
function done(_done: unknown): Record<string, never> {
  return {}
}
