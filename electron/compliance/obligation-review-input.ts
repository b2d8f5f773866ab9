import { obligationsOf } from '#db/compliance/obligation-queries'
import type { ReviewSource } from '#electron/kernel/offers'
import { evaluationOn, results, resultsByYear } from '#shared/compliance/evaluation'
import type { Obligation } from '#shared/compliance/obligation'
import { isEnded, isOverdue, obligationStanding } from '#shared/compliance/obligation-standing'
import { type Day, dayAt } from '#shared/kernel/period'
import type { ReviewInput } from '#shared/kernel/review-input'
import { type Subsystem, subsystems } from '#shared/kernel/subsystem'

import { evaluationRef, obligationRef } from './obligations.ts'

interface Span {
  readonly from: Day
  readonly to: Day
  readonly today: Day
}

/** Trends in compliance (9.3.2 c 4), and which obligations changed (A.9.4 a 4), for each subsystem that has any. */
export const obligationReviewInputs: ReviewSource = (db, span) => {
  const all = obligationsOf(db).filter(({ registeredOn }) => registeredOn < span.to)
  return subsystems
    .map((subsystem) => ({ subsystem, own: all.filter((each) => each.subsystem === subsystem) }))
    .filter(({ own }) => own.length > 0)
    .map(({ subsystem, own }) => inputOf(subsystem, own, span))
}

function inputOf(subsystem: Subsystem, own: readonly Obligation[], span: Span): ReviewInput {
  const years = resultsByYear(
    own.flatMap(({ evaluations }) => evaluations.filter(({ evaluatedOn }) => evaluatedOn < span.to)),
  )
  return {
    topic: 'compliance',
    subsystem,
    area: 'compliance',
    lines: own.flatMap((each) => linesOf(each, span)),
    series: results.map((result) => ({
      code: `compliance.result.${result}`,
      facts: {},
      unit: '',
      periods: years.map(({ year }) => year),
      values: years.map((each) => String(each[result])),
    })),
    changedAt:
      own
        .map(({ changedAt }) => changedAt)
        .toSorted()
        .at(-1) ?? null,
    isProvisional: false,
  }
}

function linesOf(known: Obligation, { from, to, today }: Span): ReviewInput['lines'] {
  const { id, number, title, registeredOn, endedOn, endReason, versions, evaluations, applicability } = known
  const isIn = (on: Day | null) => on !== null && from <= on && on < to
  const line = (what: string, facts: ReviewInput['lines'][number]['facts'] = {}) => ({
    code: `compliance.review.${what}`,
    facts: { number, title, ...facts },
    record: obligationRef(id),
    path: `/compliance/obligations/${id}`,
  })
  const last = evaluationOn(evaluations, to < today ? to : today)
  return [
    ...(isIn(registeredOn) && applicability === 'applies' ? [line('new')] : []),
    ...(isIn(endedOn) ? [line('ended', { reason: endReason ?? '' })] : []),
    ...versions
      .filter(({ number: at, madeAt }) => at > 1 && isIn(dayAt(madeAt)))
      .map(({ number: version, reason }) => line('changed', { version, reason })),
    ...(!isEnded(known, today) && last !== null && obligationStanding(known, today) === last.result
      ? [
          {
            ...line(last.result, { finding: last.finding, on: last.evaluatedOn }),
            record: evaluationRef(last),
          },
        ]
      : []),
    ...(isOverdue(known, today) ? [line('overdue')] : []),
  ]
}
