import { peopleById } from '#db/access/queries'
import type { ReadDb } from '#db/kernel/access'
import { creditChecksOf, criteriaOf, risksOf } from '#db/risks/queries'
import type { RecordSource } from '#electron/kernel/offers'
import type { TaskSource } from '#electron/kernel/task-keeper'
import type { PersonId } from '#shared/access/model'
import { type Day, monthsLater } from '#shared/kernel/period'
import type { OfferedTask } from '#shared/kernel/task'
import { creditItems, creditLine } from '#shared/risks/credit'
import type { Criteria } from '#shared/risks/criteria'
import type { Risk, Treatment } from '#shared/risks/risk'
import { reviewDue, standingOf } from '#shared/risks/standing'

import { refOf } from './risks.ts'

/** Risks and opportunities, as others name them. */
export const riskRecords: RecordSource = (db) => {
  const all = criteriaOf(db)
  return risksOf(db).map((risk) => ({
    record: refOf(risk.id),
    kind: `risks.kind.${risk.kind}`,
    title: risk.title,
    number: risk.number,
    state: `risks.standing.${standingOf(risk, all)}`,
    path: `/risks/${risk.id}`,
    seenWith: 'risks.read',
    node: risk.node,
    text: [risk.cause, risk.effect, ...risk.treatments.map(({ what }) => what)].join('\n'),
    isFinal: risk.closedOn !== null,
  }))
}

/** How long before their day the reviews of risks and of the credit record are shown. */
const warningMonths = 1
const usual = {
  area: 'risks',
  node: null,
  seenWith: 'risks.read',
  fallsTo: 'risks.enter',
  department: null,
} as const

/** Reviews of risks, treatments to be carried out, effects to be judged, and lines of the credit record to ask anew. */
export const riskTasks: TaskSource = (db, { today }) => {
  const named = namesIn(db)
  const open = risksOf(db).filter(({ closedOn }) => closedOn === null)
  const all = criteriaOf(db)
  const ofRisks = open.flatMap((risk) => tasksOf(risk, all, named))
  const checks = creditChecksOf(db)
  const ofCredit = creditItems.flatMap((item): OfferedTask[] => {
    const { due } = creditLine(checks, item)
    if (due === null) return []
    return [
      {
        ...usual,
        key: `risks.credit/${item}/${due}`,
        code: `risks.task.credit-${item}`,
        facts: {},
        record: `risks/credit/${item}`,
        path: '/risks/credit',
        responsible: [],
        begins: monthsLater(due, -warningMonths),
        due,
        isDone: false,
      },
    ]
  })
  return [...ofRisks, ...ofCredit].filter(({ begins }) => begins <= today)
}

function tasksOf(
  risk: Risk,
  all: readonly Criteria[],
  named: (owner: PersonId | null) => string[],
): OfferedTask[] {
  const { id, number, title, node, owner, ratings, treatments } = risk
  const about = { ...usual, node, record: refOf(id), path: `/risks/${id}` }
  const reviews = ratings.flatMap((rating, at) => {
    const due = reviewDue(rating, all)
    return due === null
      ? []
      : {
          ...about,
          key: `risks.review/${id}/${rating.number}`,
          code: 'risks.task.review',
          facts: { number, title },
          responsible: named(owner),
          begins: monthsLater(due, -warningMonths),
          due,
          isDone: at < ratings.length - 1,
        }
  })
  const act = (what: 'treat' | 'check', each: Treatment, due: Day, isDone: boolean): OfferedTask => ({
    ...about,
    key: `risks.${what}/${each.id}`,
    code: `risks.task.${what}`,
    facts: { number, what: each.what },
    // Whoever carried it out does not judge its effect.
    responsible: what === 'check' ? [] : named(each.owner ?? owner),
    begins: monthsLater(due, -warningMonths),
    due,
    isDone,
  })
  const treated = treatments
    .filter(({ state }) => state !== 'dropped')
    .flatMap((each) => [
      ...(each.due === null ? [] : [act('treat', each, each.due, each.state !== 'planned')]),
      ...(each.checkDue === null || each.state === 'planned'
        ? []
        : [act('check', each, each.checkDue, each.state !== 'done')]),
    ])
  return [...reviews, ...treated]
}

/** The names by which the task desk knows people. */
function namesIn(db: ReadDb): (owner: PersonId | null) => string[] {
  const people = peopleById(db)
  return (owner) => {
    const name = owner === null ? null : people.get(owner)?.name
    return name ? [name] : []
  }
}
