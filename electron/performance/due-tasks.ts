import type { ReadDb } from '#db/kernel/access'
import { changesOf, systemReviewsOf, thresholdsOf } from '#db/performance/operation-queries'
import { baselinesOf } from '#db/performance/plan-queries'
import type { TaskSource } from '#electron/kernel/task-keeper'
import { type Day, dayAt } from '#shared/kernel/period'
import type { OfferedTask } from '#shared/kernel/task'
import { addDays, type WorkCalendar } from '#shared/kernel/working-days'
import { type Change, demandsReview } from '#shared/performance/change'
import { isReviewedFor, lastFinished } from '#shared/performance/system-review'

import { shownBaselines } from './baselines.ts'
import { allOffers } from './changes.ts'
import { objectivesToLookAt } from './looks.ts'
import { operationTasks, supplierTasks } from './operation-tasks.ts'
import { milestoneTasks, planTasks } from './plan-tasks.ts'
import { standingOf } from './system-reviews.ts'
import { type Asked, namesOf, type Said, taskOf, workingDue } from './task-of.ts'

/** Everything that somebody has to see to in this area, done or not, of this year and the last. */
export const performanceTasks: TaskSource = (db, at) =>
  [
    ...judgementTasks(db, at),
    ...changeTasks(db, at),
    ...reviewTasks(db, at),
    ...baselineTasks(db, at),
    ...objectiveTasks(db, at),
    ...operationTasks(db, at),
    ...supplierTasks(db, at),
    ...planTasks(db, at),
    ...milestoneTasks(db),
  ].filter(({ isDone, due, begins }) => (isDone ? isRecent(due, at.today) : begins <= at.today))

function isRecent(due: Day, today: Day): boolean {
  return Number(due.slice(0, 4)) >= Number(today.slice(0, 4)) - 1
}
/** Days within which what the records show is judged. */
const judgeWithin = 10

/** R-RV-1, R-RV-2: what the records show is judged, so that a major change cannot pass unnoticed. */
function judgementTasks(db: ReadDb, { today, calendar }: Asked): OfferedTask[] {
  const changes = changesOf(db)
  return allOffers(db, today).map(({ origin, facts, node, kind, occursOn }) => {
    const found = changes.find((each) => each.origin === origin)
    // A boundary is judged once it holds, an output once its year is over.
    const begins = kind === 'output' ? addDays(occursOn, 1) : occursOn
    return taskOf({
      key: `judge/${origin}`,
      what: kind === 'output' ? 'judge-output' : 'judge-boundary',
      facts,
      record: found ? `performance/change/${found.id}` : `performance/offered/${encodeURIComponent(origin)}`,
      node,
      path: found ? `/performance/changes/${found.id}` : '/performance/changes',
      begins,
      due: workingDue(calendar, begins, judgeWithin),
      isDone: found !== undefined && (found.judgement !== null || found.state === 'dropped'),
    })
  })
}

/** A change goes from judging over approving and carrying out to closing; each step is due in its time. */
function changeTasks(db: ReadDb, { calendar }: Asked): OfferedTask[] {
  const names = namesOf(db)
  return changesOf(db)
    .filter(({ state }) => state !== 'dropped')
    .flatMap((each) => {
      const about = {
        facts: { number: each.number, title: each.title },
        record: `performance/change/${each.id}`,
        node: each.node,
        path: `/performance/changes/${each.id}`,
        responsible: names(each.person),
        begins: dayAt(each.madeAt),
      }
      return stepsOf(each, calendar).map(({ what, due, isDone, fallsTo }) =>
        taskOf({
          ...about,
          key: `${what}/${each.id}`,
          what,
          due,
          isDone,
          ...(fallsTo && { fallsTo, responsible: [] }),
        }),
      )
    })
}
type Step = Pick<Said, 'what' | 'due' | 'isDone' | 'fallsTo'>
function stepsOf(each: Change, calendar: WorkCalendar): Step[] {
  const { state, planned, occursOn, carriedOutOn, judgement, madeAt } = each
  const judge: Step = {
    what: 'judge-change',
    due: workingDue(calendar, dayAt(madeAt), judgeWithin),
    isDone: judgement !== null,
  }
  const approve: Step = {
    what: 'approve-change',
    due: occursOn,
    isDone: state !== 'recorded',
    fallsTo: 'performance.approve',
  }
  const carryOut: Step = { what: 'carry-out-change', due: occursOn, isDone: carriedOutOn !== null }
  const close: Step = {
    what: 'close-change',
    due: workingDue(calendar, carriedOutOn ?? occursOn, 20),
    isDone: state === 'closed',
  }
  return [
    ...(each.origin === null ? [judge] : []),
    ...(planned ? [approve, ...(state === 'recorded' ? [] : [carryOut])] : []),
    ...(carriedOutOn === null ? [] : [close]),
  ]
}

/** R-RV-1, R-RV-2: a review for each major change, and the next one by the interval of the last. */
function reviewTasks(db: ReadDb, { today, calendar }: Asked): OfferedTask[] {
  const reviews = systemReviewsOf(db)
  const within = Number(thresholdsOf(db)['review-days'])
  const forChanges = changesOf(db)
    .filter(demandsReview)
    .flatMap(({ id, number, title, judgement }) =>
      (judgement?.subsystems ?? []).map((subsystem) => {
        const begins = judgement ? dayAt(judgement.at) : today
        return taskOf({
          key: `review-for/${subsystem}/${id}`,
          what: `review-for-${subsystem}`,
          facts: { number, title },
          record: `performance/change/${id}`,
          path: '/performance/reviews',
          begins,
          due: workingDue(calendar, begins, within),
          isDone: isReviewedFor(reviews, subsystem, id),
        })
      }),
    )
  const byInterval = standingOf(db, today)
    .filter(({ inScope }) => inScope)
    .flatMap(({ subsystem }) => {
      const finished = reviews.filter((each) => each.subsystem === subsystem && each.state === 'finished')
      const last = lastFinished(reviews, subsystem)
      return finished.flatMap((each) =>
        each.nextOn === null
          ? []
          : [
              taskOf({
                key: `review/${each.id}`,
                what: `review-${subsystem}`,
                facts: { before: each.number },
                record: `performance/system-review/${each.id}`,
                path: '/performance/reviews',
                begins: addDays(each.nextOn, -30),
                due: each.nextOn,
                isDone: last !== null && last.id !== each.id,
              }),
            ],
      )
    })
  const planned = reviews.map(({ id, number, plannedOn, madeAt, state, subsystem }) =>
    taskOf({
      key: `hold-review/${id}`,
      what: `hold-review-${subsystem}`,
      facts: { number },
      record: `performance/system-review/${id}`,
      path: `/performance/reviews/${id}`,
      begins: dayAt(madeAt),
      due: plannedOn,
      isDone: state === 'finished',
    }),
  )
  return [...forChanges, ...byInterval, ...planned]
}

/** R-RV-3: a baseline whose indicator, static factors or rule ask for it is looked at within the quarter. */
function baselineTasks(db: ReadDb, { today, around }: Asked): OfferedTask[] {
  if (baselinesOf(db).length === 0) return []
  return shownBaselines({ db, today, around }).flatMap(({ id, about, values, findings }) => {
    const last = values.at(-1)
    if (about === null || !last) return []
    const due = endOfQuarter(today)
    return [
      taskOf({
        key: `look-baseline/${id}/${last.number}/${about}`,
        what: 'look-baseline',
        facts: { name: String(findings[0]?.facts['name'] ?? '') },
        record: `performance/baseline/${id}`,
        path: '/performance/baselines',
        begins: `${due.slice(0, 4)}-01-01`,
        due,
        isDone: false,
      }),
    ]
  })
}
function endOfQuarter(today: Day): Day {
  const quarter = Math.ceil(Number(today.slice(5, 7)) / 3)
  return `${today.slice(0, 4)}-${['03-31', '06-30', '09-30', '12-31'][quarter - 1] ?? '12-31'}`
}

/** R-RV-4: an objective is looked at again when circumstances changed. */
function objectiveTasks(db: ReadDb, { calendar }: Asked): OfferedTask[] {
  return objectivesToLookAt(db).map(({ objective, change, isDone }) => {
    const begins = dayAt(change.judgement?.at ?? change.madeAt)
    return taskOf({
      key: `look-objective/${objective.id}/${change.id}`,
      what: 'look-objective',
      facts: { name: objective.title, number: change.number, title: change.title },
      record: `performance/objective/${objective.id}`,
      node: objective.node,
      path: `/performance/targets/${objective.id}`,
      responsible: objective.owner === null ? [] : [objective.owner],
      begins,
      due: workingDue(calendar, begins, 20),
      isDone,
    })
  })
}
