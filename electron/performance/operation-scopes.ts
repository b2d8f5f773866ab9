import type { ReadDb } from '#db/kernel/access'
import { appraisalById, changeById, criterionById, milestonesOf } from '#db/performance/operation-queries'
import { measureById, objectiveById } from '#db/performance/plan-queries'
import type { Scopes } from '#electron/kernel/context'
import type { AppraisalId } from '#shared/performance/appraisal'
import type { ChangeId } from '#shared/performance/change'
import type { performanceContract } from '#shared/performance/contract'
import type { MeasureId } from '#shared/performance/measure'
import type { ObjectiveId } from '#shared/performance/objective'
import type { CriterionId } from '#shared/performance/operation'
import type { Milestone } from '#shared/performance/technology'

interface AtNode {
  readonly node: string | null
}
/** The place of what is there, and the place it is to have; the whole where one of them is the whole. */
function of<Id>(find: (db: ReadDb, id: Id) => AtNode | undefined) {
  return (db: ReadDb, { id, ...input }: { readonly id: Id } & Partial<AtNode>): readonly string[] | null => {
    const places = [find(db, id)?.node ?? null, ...(input.node === undefined ? [] : [input.node])]
    const known = places.filter((each) => each !== null)
    return known.length < places.length ? null : known
  }
}
const added = (_db: ReadDb, { node }: AtNode) => (node === null ? null : [node])
const whole = () => null
const change = of<ChangeId>(changeById)
const criterion = of<CriterionId>(criterionById)
const appraisal = of<AppraisalId>(appraisalById)
const inMeasure = (db: ReadDb, { measure }: { readonly measure: MeasureId }): readonly string[] | null => {
  const found = measureById(db, measure)
  const node = found ? (objectiveById(db, found.objective as ObjectiveId)?.node ?? null) : null
  return node === null ? null : [node]
}
const milestone = (db: ReadDb, { id }: Pick<Milestone, 'id'>) => {
  const found = milestonesOf(db).find((each) => each.id === id)
  return found ? inMeasure(db, found) : null
}

/** A grant for one place reaches what was said of that place; reviews, suppliers and limits are of the whole. */
export const operationScopes: Scopes<typeof performanceContract> = {
  recordChange: added,
  editChange: change,
  removeChange: change,
  judgeChange: change,
  approveChange: change,
  carryOutChange: change,
  closeChange: change,
  dropChange: change,
  addCriterion: added,
  editCriterion: criterion,
  retireCriterion: criterion,
  resumeCriterion: criterion,
  setLimit: whole,
  addAppraisal: added,
  editAppraisal: appraisal,
  removeAppraisal: appraisal,
  decideAppraisal: appraisal,
  waiveAppraisal: appraisal,
  addReviewMethod: whole,
  planSystemReview: whole,
  workSystemReview: whole,
  concludeReviewItem: whole,
  removeSystemReview: whole,
  finishSystemReview: whole,
  correctSystemReview: whole,
  addSupplier: whole,
  editSupplier: whole,
  retireSupplier: whole,
  resumeSupplier: whole,
  removeSupplier: whole,
  addScoreCriterion: whole,
  editScoreCriterion: whole,
  retireScoreCriterion: whole,
  evaluateSupplier: whole,
  addTechnology: whole,
  editTechnology: whole,
  removeTechnology: whole,
  setMeasureKind: inMeasure,
  addMilestone: inMeasure,
  reachMilestone: milestone,
  extendMilestone: milestone,
  removeMilestone: milestone,
  addResource: inMeasure,
  removeResource: inMeasure,
  lookAgain: whole,
}
