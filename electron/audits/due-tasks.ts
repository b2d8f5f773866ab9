import { peopleById } from '#db/access/queries'
import { programmeRows } from '#db/audits/programme-queries'
import { allAudits, receiptsOf, sessionsOf } from '#db/audits/queries'
import type { ReadDb } from '#db/kernel/access'
import type { TaskSource } from '#electron/kernel/task-keeper'
import type { PersonId } from '#shared/access/model'
import type { Audit } from '#shared/audits/audit'
import { type Day, endOf, monthsLater, dayAt } from '#shared/kernel/period'
import type { OfferedTask } from '#shared/kernel/task'
import { addDays } from '#shared/kernel/working-days'

import { auditPath, auditRef, intervalOf } from './offered.ts'
import { allPlanned, lastAudited } from './programme.ts'

/** Days before something is due from which on it is shown. */
const ahead = 30
/** Days after the last day of an audit within which its report is signed. */
const reportWithin = 15

const common = {
  area: 'audits',
  node: null,
  department: null,
  seenWith: 'audits.read',
  fallsTo: 'audits.enter',
} as const

/** All that is due of audits: the programme, the audits of its calendar, the interval, sessions, reports, receipts. */
export const auditTasks: TaskSource = (db, { today }) => [
  ...programmeTask(db, today),
  ...plannedTasks(db, today),
  ...intervalTask(db, today),
  ...allAudits(db)
    .filter(({ state, ends }) => state !== 'cancelled' && isRecent(ends ?? today, today))
    .flatMap((audit) => [
      ...planTask(audit),
      ...sessionTasks(db, audit),
      ...reportTask(db, audit),
      ...receiptTasks(db, audit),
    ]),
]

/** Once there was a programme, each year has one by the end of January. */
function programmeTask(db: ReadDb, today: Day): OfferedTask[] {
  const rows = programmeRows(db)
  const year = Number(today.slice(0, 4))
  if (!rows.some((row) => row.year <= year)) return []
  const own = rows.find((row) => row.year === year)
  return [
    {
      ...common,
      key: `audits.programme/${year}`,
      code: 'audits.task.programme',
      facts: { year },
      record: `audits/programme/${own?.id ?? year}`,
      path: '/audits/programme',
      responsible: [],
      begins: `${year}-01-01`,
      due: `${year}-01-31`,
      isDone: own?.state === 'approved',
    },
  ]
}

function plannedTasks(db: ReadDb, today: Day): OfferedTask[] {
  return allPlanned(db, today).flatMap(({ id, month, title, leader, audit, standing }) => {
    const due = addDays(endOf(month), -1)
    if (!isRecent(due, today)) return []
    return [
      {
        ...common,
        key: `audits.planned/${id}`,
        code: 'audits.task.planned',
        facts: { title },
        record: audit === null ? `audits/planned/${id}` : `audits/audit/${audit}`,
        path: audit === null ? `/audits/new?planned=${id}` : `/audits/${audit}`,
        responsible: namesOf(db, leader === null ? [] : [leader]),
        begins: addDays(`${month}-01`, -ahead),
        due,
        isDone: standing === 'done',
      },
    ]
  })
}

/** The next audit is due when the interval since the last one is over (R-RV-7). */
function intervalTask(db: ReadDb, today: Day): OfferedTask[] {
  const last = lastAudited(db)
  if (last === null) return []
  const months = intervalOf(db)
  const due = monthsLater(last, months)
  return [
    {
      ...common,
      key: `audits.interval/${last}`,
      code: 'audits.task.interval',
      facts: { last, months },
      record: 'audits/programme/interval',
      path: '/audits/programme',
      responsible: [],
      begins: addDays(due, -ahead),
      due,
      isDone: false,
    },
  ].filter(({ begins }) => begins <= today)
}

function sessionTasks(db: ReadDb, audit: Audit): OfferedTask[] {
  if (audit.approvedAt === null) return []
  return sessionsOf(db, audit.id).map(({ id, day, from, department, auditors }) => ({
    ...common,
    key: `audits.session/${id}`,
    code: 'audits.task.session',
    facts: { number: audit.number, time: from, department },
    record: auditRef(audit),
    path: `${auditPath(audit)}/walk`,
    responsible: namesOf(db, auditors),
    begins: addDays(day, -7),
    due: day,
    isDone: audit.reportedAt !== null,
  }))
}

/** A plan is approved before its first day. */
function planTask(audit: Audit): OfferedTask[] {
  const { id, number, title, begins, approvedAt } = audit
  if (begins === null) return []
  return [
    {
      ...common,
      key: `audits.approve/${id}`,
      code: 'audits.task.approve',
      facts: { number, title },
      record: auditRef(audit),
      path: auditPath(audit),
      fallsTo: 'audits.approve',
      responsible: [],
      begins: addDays(begins, -ahead),
      due: addDays(begins, -1),
      isDone: approvedAt !== null,
    },
  ]
}

function reportTask(db: ReadDb, audit: Audit): OfferedTask[] {
  const { id, number, title, state, ends, leader, reportedAt } = audit
  if (audit.approvedAt === null || ends === null) return []
  const due = addDays(ends, reportWithin)
  const own = {
    ...common,
    facts: { number, title },
    record: auditRef(audit),
    path: auditPath(audit),
    responsible: namesOf(db, leader === null ? [] : [leader]),
  }
  return [
    {
      ...own,
      key: `audits.report/${id}`,
      code: 'audits.task.report',
      begins: ends,
      due,
      isDone: reportedAt !== null,
    },
    ...(reportedAt === null
      ? []
      : [
          {
            ...own,
            key: `audits.close/${id}`,
            code: 'audits.task.close',
            begins: dayAt(reportedAt),
            due: monthsLater(dayAt(reportedAt), 3),
            isDone: state === 'closed',
          },
        ]),
  ]
}

function receiptTasks(db: ReadDb, audit: Audit): OfferedTask[] {
  return receiptsOf(db, audit.id).map(({ id, what, person, sentAt, due, receivedAt }) => ({
    ...common,
    key: `audits.receive/${id}`,
    code: `audits.task.receive-${what}`,
    facts: { number: audit.number, title: audit.title },
    record: auditRef(audit),
    path: auditPath(audit),
    responsible: namesOf(db, [person]),
    begins: dayAt(sentAt),
    due,
    isDone: receivedAt !== null,
  }))
}

function namesOf(db: ReadDb, people: readonly PersonId[]): string[] {
  const known = peopleById(db)
  return people.flatMap((id) => known.get(id)?.name ?? [])
}
/** What was done is shown for this year and the last. */
function isRecent(due: Day, today: Day): boolean {
  return Number(due.slice(0, 4)) >= Number(today.slice(0, 4)) - 1
}
