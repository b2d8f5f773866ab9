import type { ReadDb } from '#db/kernel/access'
import { baselineById, measureById, objectiveById, targetById } from '#db/performance/plan-queries'
import { indicatorById, indicatorsOf } from '#db/performance/queries'
import type { Scopes } from '#electron/kernel/context'
import type { BaselineId } from '#shared/performance/baseline'
import type { performanceContract } from '#shared/performance/contract'
import type { IndicatorId, ReferenceId } from '#shared/performance/indicator'
import type { MeasureId } from '#shared/performance/measure'
import type { ObjectiveId, TargetId } from '#shared/performance/objective'

import { operationScopes } from './operation-scopes.ts'

type Nodes = readonly string[] | null
interface Of<Id> {
  readonly id: Id
}
interface AtNode {
  readonly node: string | null
}

/** A place; what is of no place is of the whole. */
function at(node: string | null | undefined): Nodes {
  return node === null || node === undefined ? null : [node]
}
/** Two places at once; one that is the whole makes it the whole. */
function both(before: Nodes, after: Nodes): Nodes {
  return before && after && [...before, ...after]
}
const indicator = (db: ReadDb, { id }: Of<IndicatorId>) => at(indicatorById(db, id)?.node)
const objective = (db: ReadDb, { id }: Of<ObjectiveId>) => at(objectiveById(db, id)?.node)
const baseline = (db: ReadDb, { id }: Of<BaselineId>) => {
  const found = baselineById(db, id)
  return found ? indicator(db, { id: found.indicator }) : null
}
const target = (db: ReadDb, { id }: Of<TargetId>) => {
  const found = targetById(db, id)
  return found ? objective(db, { id: found.objective }) : null
}
const measure = (db: ReadDb, { id }: Of<MeasureId>) => {
  const found = measureById(db, id)
  return found ? objective(db, { id: found.objective as ObjectiveId }) : null
}
const inObjective = (db: ReadDb, input: { readonly objective: ObjectiveId }) =>
  objective(db, { id: input.objective })
const ofWhole = () => null

/** A grant for one place reaches the indicators and objectives of that place and of what stands below it. */
export const scopes: Scopes<typeof performanceContract> = {
  addIndicator: (_db, { node }: AtNode) => at(node),
  editIndicator: (db, input: Of<IndicatorId> & AtNode) => both(indicator(db, input), at(input.node)),
  changeMethod: indicator,
  dropMethod: indicator,
  retireIndicator: indicator,
  resumeIndicator: indicator,
  removeIndicator: indicator,
  review: indicator,
  addReference: (db, input: { readonly indicator: IndicatorId }) => indicator(db, { id: input.indicator }),
  removeReference: (db, { id }: Of<ReferenceId>) =>
    at(indicatorsOf(db).find(({ references }) => references.some((each) => each.id === id))?.node),
  setEqualValue: ofWhole,
  dropEqualValue: ofWhole,
  setBaseline: (db, input: { readonly indicator: IndicatorId }) => indicator(db, { id: input.indicator }),
  setThreshold: baseline,
  adjustBaseline: baseline,
  discardBaseValue: baseline,
  approveBaseline: baseline,
  addObjective: (_db, { node }: AtNode) => at(node),
  editObjective: (db, input: Of<ObjectiveId> & AtNode) => both(objective(db, input), at(input.node)),
  removeObjective: objective,
  publishObjective: objective,
  closeObjective: objective,
  addTarget: inObjective,
  editTarget: target,
  adjustTarget: target,
  removeTarget: target,
  addMeasure: inObjective,
  editMeasure: measure,
  removeMeasure: measure,
  moveMeasure: measure,
  decideMeasure: measure,
  keepPath: ofWhole,
  dropPath: ofWhole,
  ...operationScopes,
}
