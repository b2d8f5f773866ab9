import { peopleById } from '#db/access/queries'
import { type DocumentRecord, disposalsOf, documentRecords, externalsOf } from '#db/documents/queries'
import type { ReadDb } from '#db/kernel/access'
import type { TaskSource } from '#electron/kernel/task-keeper'
import type { PersonId } from '#shared/access/model'
import { inForceOn, openVersion, reviewDueOn } from '#shared/documents/document'
import type { Permission } from '#shared/kernel/contract'
import { type Day, dayAt } from '#shared/kernel/period'
import type { Facts } from '#shared/kernel/refusal'
import type { OfferedTask } from '#shared/kernel/task'
import { addDays, addWorkingDays, type WorkCalendar } from '#shared/kernel/working-days'

import { retainedOf } from './disposals.ts'
import { readingsOf } from './show.ts'

/** Working days that a review or an approval may take, and that somebody has to read what is new. */
const signingDays = 5
const readingDays = 10
/** Days before a review, a check or the end of a retention that it is shown. */
const noticeDays = 30

interface At {
  readonly db: ReadDb
  readonly today: Day
  readonly calendar: WorkCalendar
  readonly names: (person: PersonId) => readonly string[]
}

/** What is due of documents: to review, to approve, to read, to look at again, to dispose of. */
export const documentTasks: TaskSource = (db, { today, calendar }) => {
  const people = peopleById(db)
  const names = (person: PersonId) => {
    const name = people.get(person)?.name ?? null
    return name === null ? [] : [name]
  }
  const at: At = { db, today, calendar, names }
  const records = documentRecords(db)
  return [
    ...records.flatMap((record) => [
      ...signingTasks(record, at),
      ...readingTasks(record, at),
      ...reviewTasks(record, at),
    ]),
    ...disposalTasks(records, at),
    ...externalTasks(at),
  ]
}

type Due = Pick<OfferedTask, 'key' | 'code' | 'facts' | 'begins' | 'due' | 'responsible'> & {
  readonly record: string
  readonly path: string
  readonly fallsTo: Permission
}
function taskOf(due: Due, isDone = false): OfferedTask {
  return { area: 'documents', node: null, seenWith: 'documents.read', department: null, isDone, ...due }
}
function placeOf({ item }: DocumentRecord) {
  return { record: `documents/document/${item.id}`, path: `/documents/${item.id}` }
}
function factsOf({ item }: DocumentRecord): Facts {
  return { number: item.number, title: item.title }
}

function signingTasks(record: DocumentRecord, { calendar, names }: At): OfferedTask[] {
  const open = openVersion(record.versions)
  if (!open || open.stage === 'draft') return []
  const isReview = open.stage === 'review'
  const begins = dayAt((isReview ? open.sentAt : open.reviewedAt) ?? open.madeAt)
  const named = isReview ? open.reviewer : open.approver
  return [
    taskOf({
      key: `documents.sign/${open.id}/${open.stage}`,
      code: isReview ? 'documents.task.review-version' : 'documents.task.approve-version',
      facts: { ...factsOf(record), label: open.label },
      ...placeOf(record),
      responsible: named === null ? [] : names(named),
      fallsTo: isReview ? 'documents.check' : 'documents.approve',
      begins,
      due: workingDaysAfter(calendar, begins, signingDays),
    }),
  ]
}

/** One for each person who must read what is in force; done when it was confirmed. */
function readingTasks(record: DocumentRecord, { today, calendar, names }: At): OfferedTask[] {
  const inForce = inForceOn(record.versions, record.item, today)
  if (!inForce) return []
  const read = readingsOf(record, inForce)
  return record.readers
    .filter(({ mustRead, endedAt }) => mustRead && endedAt === null)
    .map(({ person, addedAt }) => {
      const begins = [inForce.inForceFrom ?? today, dayAt(addedAt)].toSorted().at(-1) ?? today
      const due = workingDaysAfter(calendar, begins, readingDays)
      const facts = { ...factsOf(record), label: inForce.label }
      const key = `documents.read/${inForce.id}/${person}`
      const task = { key, code: 'documents.task.read', facts, begins, due, responsible: names(person) }
      return taskOf({ ...task, ...placeOf(record), fallsTo: 'documents.manage' }, read.has(person))
    })
}

function reviewTasks(record: DocumentRecord, { today, names }: At): OfferedTask[] {
  const { item, versions, reviews } = record
  const due = reviewDueOn(item, inForceOn(versions, item, today), reviews.at(-1)?.on ?? null)
  if (due === null || item.obsoleteOn !== null || addDays(due, -noticeDays) > today) return []
  return [
    taskOf({
      key: `documents.fitness/${item.id}/${due}`,
      code: 'documents.task.judge-fitness',
      facts: factsOf(record),
      ...placeOf(record),
      responsible: names(item.owner),
      fallsTo: 'documents.check',
      begins: addDays(due, -noticeDays),
      due,
    }),
  ]
}

/** R-DC-4: the end of a retention asks for a disposal; one that was proposed waits to be decided. */
function disposalTasks(records: readonly DocumentRecord[], { db, today, names }: At): OfferedTask[] {
  const disposals = disposalsOf(db)
  return retainedOf(records, today).flatMap(({ version, document, number, title, label, until }) => {
    if (until === null || addDays(until, -noticeDays) > today) return []
    const proposed = disposals.find((each) => each.version === version && each.state === 'proposed')
    const owner = records.find(({ item }) => item.id === document)?.item.owner
    const facts = { number, title, label }
    const place = { record: `documents/document/${document}`, path: '/documents/retention' }
    if (proposed) {
      const begins = dayAt(proposed.proposedAt)
      const key = `documents.decide/${proposed.id}`
      const code = 'documents.task.decide-disposal'
      const due = addDays(begins, noticeDays)
      return [
        taskOf({ key, code, facts, ...place, responsible: [], fallsTo: 'documents.approve', begins, due }),
      ]
    }
    const responsible = owner === undefined ? [] : names(owner)
    const key = `documents.dispose/${version}`
    const begins = addDays(until, -noticeDays)
    const code = 'documents.task.dispose'
    return [
      taskOf({ key, code, facts, ...place, responsible, fallsTo: 'documents.enter', begins, due: until }),
    ]
  })
}

function externalTasks({ db, today, names }: At): OfferedTask[] {
  return externalsOf(db).flatMap(({ id, title, edition, owner, checkDue }) => {
    if (checkDue === null || addDays(checkDue, -noticeDays) > today) return []
    return [
      taskOf({
        key: `documents.edition/${id}/${checkDue}`,
        code: 'documents.task.check-edition',
        facts: { title, edition },
        record: `documents/external/${id}`,
        path: '/documents/external',
        responsible: names(owner),
        fallsTo: 'documents.enter',
        begins: addDays(checkDue, -noticeDays),
        due: checkDue,
      }),
    ]
  })
}

/** In working days where the holidays of the year are known, else as many days as they usually are. */
function workingDaysAfter(calendar: WorkCalendar, from: Day, count: number): Day {
  const last = addDays(from, count * 2)
  const isKnown = [from, last].every((day) => calendar.years.has(Number(day.slice(0, 4))))
  return isKnown ? addWorkingDays(calendar, from, count) : last
}
