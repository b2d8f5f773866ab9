import { asc } from 'drizzle-orm'

import type { ReadDb } from '#db/kernel/access'
import { grouped } from '#shared/kernel/grouped'
import type { Baseline, BaselineId, BaseValue } from '#shared/performance/baseline'
import type { Measure, MeasureId } from '#shared/performance/measure'
import type { Objective, ObjectiveId, Target, TargetId } from '#shared/performance/objective'

import { baselines, baseValues, measures, objectives, paths, targets } from './tables.ts'

/** Every baseline with all the values it ever had. */
export function baselinesOf(db: ReadDb): Baseline[] {
  const rows = db.select().from(baseValues).orderBy(asc(baseValues.number)).all()
  const values = grouped(rows, (row) => row.baseline)
  return db
    .select()
    .from(baselines)
    .orderBy(asc(baselines.id))
    .all()
    .map(({ changedBy: _by, changedAt: _at, ...facts }) => ({
      ...facts,
      values: (values.get(facts.id) ?? []).map(toBaseValue),
    }))
}
export function baselineById(db: ReadDb, id: BaselineId): Baseline | undefined {
  return baselinesOf(db).find((each) => each.id === id)
}
function toBaseValue(row: typeof baseValues.$inferSelect): BaseValue {
  const { baseline: _of, figure: _figure, signature: _signature, ...value } = row
  return { ...value, path: `base/${value.id}` }
}
/** Every objective with its targets and measures, in the order in which they were made. */
export function objectivesOf(db: ReadDb): Objective[] {
  const ownTargets = grouped(targetsOf(db), ({ objective }) => objective)
  const ownMeasures = grouped(measuresOf(db), ({ objective }) => objective)
  return db
    .select()
    .from(objectives)
    .orderBy(asc(objectives.id))
    .all()
    .map(({ changedBy: _by, changedAt: _at, signature: _signature, ...facts }) => ({
      ...facts,
      targets: ownTargets.get(facts.id) ?? [],
      measures: ownMeasures.get(facts.id) ?? [],
    }))
}
export function objectiveById(db: ReadDb, id: ObjectiveId): Objective | undefined {
  return objectivesOf(db).find((each) => each.id === id)
}
export function targetsOf(db: ReadDb): Target[] {
  return db.select().from(targets).orderBy(asc(targets.id)).all().map(withoutChange)
}
export function targetById(db: ReadDb, id: TargetId): Target | undefined {
  return targetsOf(db).find((each) => each.id === id)
}
export function measuresOf(db: ReadDb): Measure[] {
  return db.select().from(measures).orderBy(asc(measures.id)).all().map(withoutChange)
}
export function measureById(db: ReadDb, id: MeasureId): Measure | undefined {
  return measuresOf(db).find((each) => each.id === id)
}
export function withoutChange<Row extends { changedBy: string | null; changedAt: string }>({
  changedBy: _by,
  changedAt: _at,
  ...facts
}: Row): Omit<Row, 'changedBy' | 'changedAt'> {
  return facts
}

/** Paths that were kept, oldest first. */
export function pathsOf(db: ReadDb): (typeof paths.$inferSelect)[] {
  return db.select().from(paths).orderBy(asc(paths.id)).all()
}
