import { peopleById } from '#db/access/queries'
import { obligationsOf } from '#db/compliance/obligation-queries'
import type { ReadDb } from '#db/kernel/access'
import type { TaskSource } from '#electron/kernel/task-keeper'
import type { PersonId } from '#shared/access/model'
import { dueDays, workingDayBefore } from '#shared/compliance/deadline'
import { evaluationOn } from '#shared/compliance/evaluation'
import type { Obligation } from '#shared/compliance/obligation'
import { isEnded, isLive, nextEvaluation, obligationStanding } from '#shared/compliance/obligation-standing'
import { type Day, monthsLater } from '#shared/kernel/period'
import type { RecordEntry } from '#shared/kernel/record'
import type { OfferedTask } from '#shared/kernel/task'
import { addDays, type WorkCalendar } from '#shared/kernel/working-days'

import { evaluationRef, obligationRef } from './obligations.ts'

/** A record is named by its newest state, whatever the day. */
const anyDay = '9999-12-31'

/** Obligations and their evaluations, as others name them. */
export function obligationRecords(db: ReadDb): RecordEntry[] {
  return obligationsOf(db).flatMap((known) => {
    const { id, number, title, code, issuer, text, processes, evaluations } = known
    const path = `/compliance/obligations/${id}`
    const seen = { seenWith: 'compliance.read', node: null } as const
    return [
      {
        ...seen,
        record: obligationRef(id),
        kind: 'compliance.kind.obligation',
        title,
        number,
        state: `compliance.standing.${obligationStanding(known, anyDay)}`,
        path,
        text: [code, issuer, ...processes, text].join('\n'),
      },
      ...evaluations.map((each) => ({
        ...seen,
        record: evaluationRef(each),
        kind: 'compliance.kind.evaluation',
        title,
        number: each.number,
        state: `compliance.result.${each.result}`,
        path: `${path}?evaluation=${each.id}`,
        text: `${each.finding}\n${each.proof}`,
        isFinal: each.approvedAt !== null,
      })),
    ]
  })
}

/** How long before their day reviews and evaluations are shown. */
const warningMonths = 1
/** How long ahead of its countdown a deadline is kept in mind. */
const horizonDays = 366

/** R-RV-5 and the deadlines: reviews, evaluations and what has to be done by a day, with a countdown. */
export const obligationTasks: TaskSource = (db, { today, calendar }) => {
  const people = peopleById(db)
  const named = (owner: PersonId | null) => {
    const name = owner === null ? null : people.get(owner)?.name
    return name ? [name] : []
  }
  return obligationsOf(db)
    .filter((known) => !isEnded(known, today))
    .flatMap((known) => tasksOf(known, named(known.owner), named, { today, calendar }))
    .filter(({ begins }) => begins <= today)
}

function tasksOf(
  known: Obligation,
  responsible: readonly string[],
  named: (owner: PersonId | null) => string[],
  { today, calendar }: { readonly today: Day; readonly calendar: WorkCalendar },
): OfferedTask[] {
  const { id, number, title, nextReview, reviews, evaluations } = known
  const about = {
    area: 'compliance',
    record: obligationRef(id),
    node: null,
    path: `/compliance/obligations/${id}`,
    seenWith: 'compliance.read',
    department: null,
    responsible,
  } as const
  const timed = (key: string, what: string, due: Day, isDone: boolean): OfferedTask => ({
    ...about,
    key: `compliance.${what}/${id}/${key}`,
    code: `compliance.task.${what}`,
    facts: { number, title },
    fallsTo: what === 'evaluate' ? 'compliance.check' : 'compliance.enter',
    begins: monthsLater(due, -warningMonths),
    due,
    isDone,
  })
  const evaluate = nextEvaluation(known, today)
  const settled = evaluations.map((each, at) =>
    timed(String(at), 'evaluate', dueBefore(known, at), each.evaluatedOn <= today),
  )
  const asked = !isLive(known, today)
    ? []
    : known.deadlines.flatMap((each) => {
        const done = new Map(each.fulfilments.map((fulfilment) => [fulfilment.due, fulfilment]))
        return dueDays(each, addDays(today, horizonDays)).map((due): OfferedTask => ({
          ...about,
          key: `compliance.deadline/${each.id}/${due}`,
          code: 'compliance.task.deadline',
          facts: { number, what: each.what, legal: due },
          responsible: each.owner === null ? responsible : named(each.owner),
          fallsTo: 'compliance.enter',
          begins: addDays(due, -each.leadDays),
          due: workingDayBefore(calendar, due),
          isDone: done.has(due),
        }))
      })
  return [
    ...reviews.map(({ on }, at) => timed(String(at), 'review', reviews[at - 1]?.nextReview ?? on, true)),
    timed(String(reviews.length), 'review', nextReview, false),
    ...settled,
    ...(evaluate === null ? [] : [timed(String(evaluations.length), 'evaluate', evaluate, false)]),
    ...asked,
  ]
}

/** By when the evaluation at a place was due: its interval after the one before it, or after the registration. */
function dueBefore({ evaluations, registeredOn, evaluationMonths }: Obligation, at: number): Day {
  const before = evaluationOn(evaluations.slice(0, at), anyDay)
  return monthsLater(before?.evaluatedOn ?? registeredOn, evaluationMonths)
}
