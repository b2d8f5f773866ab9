import { peopleById } from '#db/access/queries'
import type { ReadDb } from '#db/kernel/access'
import {
  bodiesOf,
  bodyById,
  casesOf,
  packagesOf,
  requestsOf,
  statementsOf,
  stepsOf,
} from '#db/verification/queries'
import type { RecordSource, ReviewSource, SignalSource } from '#electron/kernel/offers'
import type { TaskSource } from '#electron/kernel/task-keeper'
import type { PersonId } from '#shared/access/model'
import { type Day, dayAt } from '#shared/kernel/period'
import type { RecordEntry } from '#shared/kernel/record'
import type { OfferedTask } from '#shared/kernel/task'
import { addDays } from '#shared/kernel/working-days'
import { judged } from '#shared/verification/body'
import { missingParts, type VerificationCase } from '#shared/verification/case'

import { datesOf } from './show-case.ts'

/** A verifier sees what was handed over; everybody of the plant sees the organization, and these cases with it (EM-10). */
function seenWith(db: ReadDb, { id }: Pick<VerificationCase, 'id'>) {
  return packagesOf(db, id).length > 0 ? 'verification.read' : 'organization.read'
}
const pathOf = ({ id }: Pick<VerificationCase, 'id'>) => `/verification/cases/${id}`

/** Cases with their steps and requests, statements and bodies, as other records name them. */
export const verificationRecords: RecordSource = (db) => [
  ...casesOf(db).flatMap((of) => [...entriesOf(db, of), ...saidEntries(db, of)]),
  ...bodiesOf(db).map(
    (body) =>
      ({
        seenWith: 'verification.read',
        node: null,
        record: `verification/body/${body.id}`,
        kind: 'verification.kind.body',
        title: body.name,
        number: body.recognitionNumber === '' ? null : body.recognitionNumber,
        state: null,
        path: '/verification/bodies',
        text: `${body.scope}\n${body.verifiers}`,
      }) as const,
  ),
]

function entriesOf(db: ReadDb, of: VerificationCase): RecordEntry[] {
  const seen = { seenWith: seenWith(db, of), node: null, number: of.number, path: pathOf(of) } as const
  return [
    {
      ...seen,
      record: `verification/case/${of.id}`,
      kind: 'verification.kind.case',
      title: of.title,
      state: `verification.state.${of.state}`,
      text: [of.requester, ...Object.values(of.plan)].filter((part) => part !== null).join('\n'),
      isFinal: of.state !== 'open',
    },
    ...stepsOf(db, of.id).map((step) => ({
      ...seen,
      record: `verification/step/${step.id}`,
      kind: 'verification.kind.step',
      title: `${of.title} · ${step.sequence}`,
      state: step.outcome === null ? null : `verification.step.${step.outcome}`,
      text: step.note,
      isFinal: of.state !== 'open' || step.outcome !== null,
    })),
  ]
}
/** What was asked in a case, and what was stated. */
function saidEntries(db: ReadDb, of: VerificationCase): RecordEntry[] {
  const isFinal = of.state !== 'open'
  const seen = { seenWith: seenWith(db, of), node: null, path: pathOf(of), isFinal } as const
  return [
    ...requestsOf(db, of.id).map((request) => ({
      ...seen,
      record: `verification/request/${request.id}`,
      kind: 'verification.kind.request',
      title: request.text.slice(0, 200),
      number: `${of.number}-${request.number}`,
      state: `verification.request.state.${request.state}`,
      text: [request.about, request.text, ...request.entries.map(({ text }) => text)].join('\n'),
    })),
    ...statementsOf(db, of.id).map((statement) => ({
      ...seen,
      record: `verification/statement/${statement.id}`,
      kind: 'verification.kind.statement',
      title: of.title,
      number: statement.number,
      state: `verification.opinion.${statement.opinion}`,
      text: `${statement.reservations}\n${statement.response}`,
    })),
  ]
}

/** How long before its end a recognition or a statement is shown, in days. */
const warningDays = 60

const usualTask = {
  area: 'verification',
  node: null,
  fallsTo: 'verification.check',
  department: null,
} as const

/** Running steps due on their day, answers that the verifier waits for, recognitions that end. */
export const verificationTasks: TaskSource = (db, { today }) => {
  const named = namesIn(db)
  return [
    ...casesOf(db)
      .filter(({ state }) => state !== 'cancelled')
      .flatMap((of) => [...stepTasks(db, of, today, named), ...answerTasks(db, of, named)]),
    ...bodyTasks(db, today),
    ...statementTasks(db, today),
  ]
}
type Named = (id: PersonId | null) => string[]

function stepTasks(db: ReadDb, of: VerificationCase, today: Day, named: Named): OfferedTask[] {
  const steps = stepsOf(db, of.id)
  const dates = datesOf({ db, today }, of, steps)
  return steps.flatMap((step, at): OfferedTask[] => {
    const days = dates.steps[at]
    if (!days || days.state === 'waiting') return []
    return [
      {
        ...usualTask,
        seenWith: seenWith(db, of),
        key: `verification.step/${step.id}`,
        code: `verification.task.${of.kind}-${step.key}`,
        facts: { number: of.number, title: of.title },
        record: `verification/step/${step.id}`,
        path: pathOf(of),
        responsible: named(step.owner ?? of.owner),
        begins: days.startsOn,
        due: days.dueOn,
        isDone: step.outcome !== null,
      },
    ]
  })
}

function answerTasks(db: ReadDb, of: VerificationCase, named: Named): OfferedTask[] {
  if (of.state !== 'open') return []
  return requestsOf(db, of.id)
    .filter(({ state }) => state === 'open' || state === 'rejected')
    .map((request) => ({
      ...usualTask,
      seenWith: seenWith(db, of),
      key: `verification.request/${request.id}`,
      code: 'verification.task.answer',
      facts: { number: `${of.number}-${request.number}`, text: request.text.slice(0, 60) },
      record: `verification/request/${request.id}`,
      path: pathOf(of),
      responsible: named(of.owner),
      begins: dayAt(request.at),
      due: request.dueOn ?? addDays(dayAt(request.at), usualAnswerDays),
      isDone: false,
    }))
}

function bodyTasks(db: ReadDb, today: Day): OfferedTask[] {
  return bodiesOf(db).flatMap((body): OfferedTask[] => {
    if (body.validTo === null || addDays(body.validTo, -warningDays) > today) return []
    return [
      {
        ...usualTask,
        seenWith: 'verification.read',
        key: `verification.body/${body.id}/${body.validTo}`,
        code: 'verification.task.recognition',
        facts: { name: body.name },
        record: `verification/body/${body.id}`,
        path: '/verification/bodies',
        responsible: [],
        begins: addDays(body.validTo, -warningDays),
        due: body.validTo,
        isDone: false,
      },
    ]
  })
}
/** A statement that ends and that no later one follows. */
function statementTasks(db: ReadDb, today: Day): OfferedTask[] {
  const all = casesOf(db).flatMap((of) => statementsOf(db, of.id).map((statement) => ({ of, statement })))
  return all.flatMap(({ of, statement: { id, number, issuedOn, validTo } }): OfferedTask[] => {
    if (validTo === null || addDays(validTo, -warningDays) > today) return []
    if (all.some(({ statement: other }) => other.issuedOn > issuedOn)) return []
    return [
      {
        ...usualTask,
        seenWith: seenWith(db, of),
        key: `verification.statement/${id}`,
        code: 'verification.task.statement-ends',
        facts: { number },
        record: `verification/statement/${id}`,
        path: pathOf(of),
        responsible: [],
        begins: addDays(validTo, -warningDays),
        due: validTo,
        isDone: false,
      },
    ]
  })
}
/** Within so many days a verifier is answered, unless a day was set. */
const usualAnswerDays = 7

function namesIn(db: ReadDb): Named {
  const people = peopleById(db)
  return (id) => {
    const name = id === null ? null : people.get(id)?.name
    return name ? [name] : []
  }
}

/** Whether verification is planned (A.6.5.2.4), and whether a statement in force shows that it was done (A.4). */
export const verificationSignals: SignalSource = (db, { today }) => {
  const all = casesOf(db).filter(({ kind, state }) => kind === 'verification' && state !== 'cancelled')
  const [latest] = all
  const missing = latest ? missingParts(latest.plan) : []
  const isPlanned = latest !== undefined && missing.length === 0 && latest.body !== null
  const accepted = all.flatMap((of) =>
    statementsOf(db, of.id).flatMap((statement) => {
      const by = bodyById(db, statement.body)
      return by && judged(statement, by, { total: null, today }).isAccepted ? [{ of, statement }] : []
    }),
  )
  const [shown] = accepted.toSorted((a, b) => b.statement.issuedOn.localeCompare(a.statement.issuedOn))
  const path = latest ? pathOf(latest) : '/verification'
  return [
    {
      about: { evidence: 'verification-plan', subsystem: 'all' },
      isMet: isPlanned,
      code: `verification.signal.${latest === undefined ? 'no-plan' : isPlanned ? 'planned' : 'plan-incomplete'}`,
      facts: latest ? { number: latest.number, parts: missing.join(', ') } : {},
      records: latest ? [`verification/case/${latest.id}`] : [],
      path,
    },
    {
      about: { evidence: 'verification-statement', subsystem: 'emission' },
      isMet: shown !== undefined,
      code: shown ? 'verification.signal.stated' : 'verification.signal.no-statement',
      facts: shown ? { number: shown.statement.number, on: shown.statement.issuedOn } : {},
      records: shown ? [`verification/statement/${shown.statement.id}`] : [],
      path: shown ? pathOf(shown.of) : path,
    },
  ]
}

/** What verifications and inventories of the period found, for the review of monitoring and measurement (9.3.2 c). */
export const verificationReviewInputs: ReviewSource = (db, { from, to, today }) => {
  const own = casesOf(db).filter(
    ({ startsOn, closedOn }) => startsOn < to && (closedOn === null || closedOn >= from),
  )
  if (own.length === 0) return []
  const changes = own.map(({ changedAt }) => changedAt).toSorted()
  return [
    {
      topic: 'monitoring',
      subsystem: 'emission',
      area: 'verification',
      lines: own.flatMap((of) => {
        const line = { record: `verification/case/${of.id}`, path: pathOf(of) }
        const asked = requestsOf(db, of.id)
        const dates = datesOf({ db, today }, of, stepsOf(db, of.id))
        const late = dates.steps.reduce((sum, { daysLate }) => sum + daysLate, 0)
        return [
          {
            ...line,
            code: `verification.review.${of.state}`,
            facts: { number: of.number, title: of.title, used: dates.daysUsed, late },
          },
          ...(asked.length === 0
            ? []
            : [
                {
                  ...line,
                  code: 'verification.review.requests',
                  facts: {
                    number: of.number,
                    all: asked.length,
                    open: asked.filter(({ state }) => state !== 'accepted').length,
                  },
                },
              ]),
          ...statementsOf(db, of.id)
            .filter(({ issuedOn }) => issuedOn >= from && issuedOn < to)
            .map(({ number, opinion, total }) => ({
              ...line,
              code: `verification.review.stated-${opinion}`,
              facts: { number, total },
            })),
        ]
      }),
      series: [],
      changedAt: changes.at(-1) ?? null,
      isProvisional: false,
    },
  ]
}
