import type { ReadDb } from '#db/kernel/access'
import { appraisalById, changesOf, concludedItems, systemReviewById } from '#db/performance/operation-queries'
import { baselinesOf, measureById, objectiveById } from '#db/performance/plan-queries'
import { sealOf, type Seals } from '#electron/kernel/signed-acts'
import { appraisalFacts } from '#shared/performance/appraisal'
import type { BaseValue } from '#shared/performance/baseline'
import { type Change, newChange } from '#shared/performance/change'
import { measureInput } from '#shared/performance/measure'
import { newObjective, type Objective, targetInput } from '#shared/performance/objective'
import type { SystemReviewId } from '#shared/performance/system-review'

/** What publishing an objective signs: its words and its targets; how they are reached comes later. */
export function sealOfObjective({ id, targets, ...rest }: Objective): string {
  const aimed = targets.map((target) => ({ id: target.id, ...targetInput.parse(target) }))
  return sealOf({ id, ...newObjective.parse(rest), targets: aimed })
}

/** What approving a base value signs: the value, its years and where it came from. */
export function sealOfBaseValue(value: BaseValue): string {
  const { state: _state, approvedBy: _by, approvedAt: _at, ...signed } = value
  return sealOf(signed)
}

/** What finishing a system review signs: the review as it was held, and what was concluded of each item. */
export function sealOfSystemReview(db: ReadDb, id: SystemReviewId): string | null {
  const found = systemReviewById(db, id)
  if (!found) return null
  const { state: _state, finishedBy: _by, finishedAt: _at, ...held } = found
  const items = [...concludedItems(db, id)]
    .map(([key, { conclusion, finding, shown }]) => ({ key, conclusion, finding, shown }))
    .toSorted((a, b) => (a.key < b.key ? -1 : 1))
  return sealOf({ ...held, items })
}

const recorded = (change: Change) => {
  const { id, number, madeBy, madeAt } = change
  return { id, number, madeBy, madeAt, ...newChange.parse(change) }
}

/** How this area hashes what its signatures cover. */
export const performanceSeals: Seals = {
  'performance.system-review-signed': ({ db }, id) => sealOfSystemReview(db, id as SystemReviewId),
  'performance.objective-signed': ({ db }, id) => {
    const found = objectiveById(db, id as Objective['id'])
    return found ? sealOfObjective(found) : null
  },
  'performance.objective-closing-signed': ({ db }, id) => {
    const found = objectiveById(db, id as Objective['id'])
    return found ? sealOf({ id, title: found.title, state: found.state, result: found.result }) : null
  },
  'performance.baseline-approved': ({ db }, id) => {
    const found = baselinesOf(db)
      .flatMap(({ values }) => values)
      .find((value) => value.id === id)
    return found ? sealOfBaseValue(found) : null
  },
  'performance.change-approval-signed': ({ db }, id) => {
    const found = changesOf(db).find((change) => change.id === id)
    return found ? sealOf(recorded(found)) : null
  },
  'performance.change-closed': ({ db }, id) => {
    const found = changesOf(db).find((change) => change.id === id)
    if (!found) return null
    const { judgement, carriedOutOn, conclusion, state } = found
    return sealOf({ ...recorded(found), judgement, carriedOutOn, conclusion, state })
  },
  'performance.measure-decided': ({ db }, id) => {
    const found = measureById(db, id as never)
    return found ? sealOf({ id, objective: found.objective, ...measureInput.parse(found) }) : null
  },
  'performance.appraisal-signed': ({ db }, id) => {
    const found = appraisalById(db, id as never)
    if (!found) return null
    const { number, chosen, reason } = found
    return sealOf({ id, number, chosen, reason, ...appraisalFacts.parse(found) })
  },
}
