import type { ReadDb } from '#db/kernel/access'
import { changesOf, looksOf } from '#db/performance/operation-queries'
import { looks } from '#db/performance/operation-tables'
import { baselineById, objectivesOf } from '#db/performance/plan-queries'
import type { Handlers } from '#electron/kernel/context'
import { Refusal } from '#shared/kernel/refusal'
import { inForce } from '#shared/performance/baseline'
import type { Change } from '#shared/performance/change'
import type { lookContract } from '#shared/performance/look-contract'
import type { Objective } from '#shared/performance/objective'

import { requireChange } from './changes.ts'
import { coverageOf } from './coverage.ts'
import { requireObjective } from './objectives.ts'

/** What was concluded of baselines and objectives when something had changed (6.3, 6.4.3), and the sources without a target. */
export const lookHandlers: Handlers<typeof lookContract> = {
  looks: ({ db }) => looksOf(db),
  objectivesToLookAt: ({ db }) =>
    objectivesToLookAt(db)
      .filter(({ isDone }) => !isDone)
      .map(({ objective, change }) => ({
        objective: objective.id,
        change: change.id,
        number: change.number,
        title: change.title,
      })),
  lookAgain: ({ db, newId, user, now }, input) => {
    const { baseline, objective, change } = input
    const based = baseline === null ? undefined : baselineById(db, baseline)
    if (baseline !== null && (!based || !inForce(based))) throw new Refusal('performance.unknown-baseline')
    if (objective !== null) requireObjective(db, objective)
    if (change !== null) requireChange(db, change)
    const made = { id: newId<'look'>(), ...input, madeBy: user ?? 'system', madeAt: now }
    db.insert(looks).values(made).run()
    return made
  },
  coverage: (context) => coverageOf(context),
}

/**
 * Published objectives beside the changes that ask to look at them: circumstances outside the plant, and whatever was
 * judged major. Done once a target was adjusted after the judgement, or somebody said that the objective stays.
 */
export function objectivesToLookAt(
  db: ReadDb,
): { readonly objective: Objective; readonly change: Change; readonly isDone: boolean }[] {
  const asking = changesOf(db).flatMap((each) => {
    const { judgement, state, kind } = each
    const asks = judgement !== null && state !== 'dropped' && (kind === 'external' || judgement.major)
    return asks ? [{ change: each, judgedAt: judgement.at }] : []
  })
  const said = looksOf(db)
  return objectivesOf(db)
    .filter(({ state }) => state === 'published')
    .flatMap((objective) =>
      asking
        .filter(({ judgedAt }) => (objective.publishedAt ?? '') <= judgedAt)
        .map(({ change, judgedAt }) => ({
          objective,
          change,
          isDone:
            said.some((each) => each.objective === objective.id && each.change === change.id) ||
            objective.targets.some(({ changes }) => changes.some(({ changedAt }) => changedAt >= judgedAt)),
        })),
    )
}
