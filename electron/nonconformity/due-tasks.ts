import { peopleById } from '#db/access/queries'
import type { ReadDb } from '#db/kernel/access'
import { allCases, allImprovements, caseSettingsOf } from '#db/nonconformity/queries'
import type { TaskSource } from '#electron/kernel/task-keeper'
import type { PersonId } from '#shared/access/model'
import { type Day, dayAt } from '#shared/kernel/period'
import type { OfferedTask } from '#shared/kernel/task'
import { addDays, addWorkingDays, type WorkCalendar } from '#shared/kernel/working-days'
import type { Improvement } from '#shared/nonconformity/improvement'
import { type Action, type Case, isOpen } from '#shared/nonconformity/model'

import { caseRef } from './cases.ts'
import { casePath, ideaPath } from './offered.ts'

/** Nonconformities to contain and to close, actions to carry out, effects to check, ideas to answer. */
export const nonconformityTasks: TaskSource = (db, { today, calendar }) => {
  const { containWithin } = caseSettingsOf(db)
  const responsible = namesOf(db)
  const isRecent = (due: Day) => Number(due.slice(0, 4)) >= Number(today.slice(0, 4)) - 1
  const ofCase = (each: Case): OfferedTask[] => [
    {
      ...aboutCase(each, 'contain', responsible(each.owner)),
      begins: each.foundOn,
      due: workingDaysAfter(calendar, each.foundOn, containWithin),
      isDone: each.state !== 'found',
    },
    {
      ...aboutCase(each, 'close', responsible(each.owner)),
      begins: each.foundOn,
      due: each.due,
      isDone: !isOpen(each.state),
    },
    ...(each.state === 'awaiting' && each.checkOn !== null
      ? [
          {
            ...aboutCase(each, 'check', []),
            fallsTo: 'nonconformity.check' as const,
            begins: each.checkOn,
            due: addDays(each.checkOn, week),
            isDone: false,
          },
        ]
      : []),
    ...each.actions.flatMap((action) => ofAction(each, action, responsible(action.owner))),
  ]
  return [
    ...allCases(db)
      .filter(({ state }) => state !== 'withdrawn')
      .flatMap(ofCase),
    ...allImprovements(db).flatMap((each) => ofIdea(each, responsible(each.owner))),
  ].filter(({ isDone, due }) => !isDone || isRecent(due))
}
/** Days within which an effect is looked at, once it can be seen. */
const week = 7

function namesOf(db: ReadDb): (person: PersonId | null) => string[] {
  const people = peopleById(db)
  return (person) => {
    const name = person === null ? null : people.get(person)?.name
    return name ? [name] : []
  }
}

/** Calendar days stand in for a year whose holidays nobody knows yet. */
function workingDaysAfter(calendar: WorkCalendar, start: Day, count: number): Day {
  const farthest = addDays(start, count * 3 + 14)
  const isKnown = [start, farthest].every((day) => calendar.years.has(Number(day.slice(0, 4))))
  return isKnown ? addWorkingDays(calendar, start, count) : addDays(start, count)
}

function aboutCase(each: Case, what: 'contain' | 'close' | 'check', responsible: readonly string[]) {
  return {
    key: `nonconformity.${what}/${each.id}/${each.rounds.length}`,
    area: 'nonconformity',
    code: `nonconformity.task.${what}`,
    facts: { number: each.number, title: each.title },
    record: caseRef(each.id),
    node: each.node,
    path: casePath(each),
    seenWith: 'nonconformity.read' as const,
    fallsTo: 'nonconformity.enter' as const,
    responsible,
    department: null,
  }
}

function ofAction(
  each: Case,
  { id, what, due, state, settledAt }: Action,
  responsible: readonly string[],
): OfferedTask[] {
  if (due === null || state === 'dropped' || !['acting', 'awaiting', 'proven', 'closed'].includes(each.state))
    return []
  return [
    {
      ...aboutCase(each, 'close', responsible),
      key: `nonconformity.act/${id}`,
      code: 'nonconformity.task.act',
      facts: { number: each.number, title: what },
      begins: each.foundOn,
      due,
      isDone: settledAt !== null,
    },
  ]
}

function ofIdea(each: Improvement, responsible: readonly string[]): OfferedTask[] {
  const common = {
    area: 'nonconformity',
    facts: { number: each.number, title: each.title },
    record: `nonconformity/improvement/${each.id}`,
    node: each.node,
    path: ideaPath(each),
    seenWith: 'nonconformity.read' as const,
    department: null,
  }
  if (each.state === 'withdrawn') return []
  const answer: OfferedTask = {
    ...common,
    key: `nonconformity.answer/${each.id}`,
    code: 'nonconformity.task.answer',
    fallsTo: 'nonconformity.approve',
    responsible: [],
    begins: each.raisedOn,
    due: each.answerBy,
    isDone: each.state !== 'proposed',
  }
  if (each.due === null || each.state === 'refused') return [answer]
  const carryOut: OfferedTask = {
    ...common,
    key: `nonconformity.improve/${each.id}`,
    code: 'nonconformity.task.improve',
    fallsTo: 'nonconformity.enter',
    responsible,
    begins: dayAt(each.decidedAt ?? each.raisedOn),
    due: each.due,
    isDone: each.state !== 'accepted',
  }
  return [answer, carryOut]
}
