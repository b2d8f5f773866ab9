import type { ReadDb } from '#db/kernel/access'
import { milestonesOf } from '#db/performance/operation-queries'
import { measuresOf, objectivesOf } from '#db/performance/plan-queries'
import { dayAt } from '#shared/kernel/period'
import type { OfferedTask } from '#shared/kernel/task'
import { addDays } from '#shared/kernel/working-days'
import type { Objective } from '#shared/performance/objective'

import { type Asked, taskOf, workingDue } from './task-of.ts'

/** Days before its day on which a target, a measure or a milestone is shown. */
const ahead = 30
/** Working days within which a measure that was reported as done is verified. */
const verifyWithin = 10

/** Targets to be judged on their day, measures to be carried out and verified (6.4.2, 6.4.4). */
export function planTasks(db: ReadDb, { calendar }: Asked): OfferedTask[] {
  return objectivesOf(db).flatMap((objective) => [
    ...targetTasks(objective),
    ...objective.measures.flatMap((measure) => measureTasks(measure, calendar)),
  ])
}

function targetTasks({ id, targets, owner, state }: Objective): OfferedTask[] {
  return targets.flatMap(({ id: target, name, due }) =>
    due === null || state === 'draft'
      ? []
      : [
          taskOf({
            key: `target/${target}`,
            what: 'target',
            facts: { name },
            record: `performance/objective/${id}`,
            path: `/performance/targets/${id}`,
            responsible: owner === null ? [] : [owner],
            begins: addDays(due, -ahead),
            due,
            isDone: state === 'closed',
          }),
        ],
  )
}

type Measure = Objective['measures'][number]
function measureTasks(of: Measure, calendar: Asked['calendar']): OfferedTask[] {
  if (of.due === null || of.state === 'draft' || of.state === 'dropped') return []
  const about = {
    facts: { title: of.title },
    record: `performance/measure/${of.id}`,
    node: of.node,
    path: `/performance/targets/${of.objective}`,
  }
  const carryOut = taskOf({
    ...about,
    key: `measure/${of.id}`,
    what: 'measure',
    responsible: of.owner === null ? [] : [of.owner],
    begins: addDays(of.due, -ahead),
    due: of.due,
    isDone: of.state === 'done' || of.state === 'verified',
  })
  const reported = of.steps.findLast(({ to }) => to === 'done')
  if (!reported || of.state === 'running') return [carryOut]
  const begins = dayAt(reported.madeAt)
  const verify = taskOf({
    ...about,
    key: `verify-measure/${of.id}/${begins}`,
    what: 'verify-measure',
    fallsTo: 'performance.approve',
    begins,
    due: workingDue(calendar, begins, verifyWithin),
    isDone: of.state === 'verified',
  })
  return [carryOut, verify]
}

export function milestoneTasks(db: ReadDb): OfferedTask[] {
  const measures = new Map(measuresOf(db).map((each) => [each.id, each]))
  return milestonesOf(db).flatMap(({ id, measure, title, due, doneOn }) => {
    const of = measures.get(measure)
    if (!of || !['approved', 'running', 'done'].includes(of.state)) return []
    return [
      taskOf({
        key: `milestone/${id}`,
        what: 'milestone',
        facts: { title, measure: of.title },
        record: `performance/measure/${measure}`,
        node: of.node,
        path: `/performance/targets/${of.objective}`,
        responsible: of.owner === null ? [] : [of.owner],
        begins: addDays(due, -ahead),
        due,
        isDone: doneOn !== null,
      }),
    ]
  })
}
