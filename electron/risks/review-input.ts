import { criteriaOf, risksOf } from '#db/risks/queries'
import type { ReviewSource } from '#electron/kernel/offers'
import { type Day, endOf, monthOf, monthsBetween } from '#shared/kernel/period'
import type { ReviewInput } from '#shared/kernel/review-input'
import { type Subsystem, subsystems } from '#shared/kernel/subsystem'
import { type Criteria, levels } from '#shared/risks/criteria'
import type { Risk } from '#shared/risks/risk'
import { currentRating, isGap, levelsOn, ratingOn } from '#shared/risks/standing'

import { refOf } from './risks.ts'

/** Longest series of months that a chart of a review still shows well. */
const mostMonths = 24

interface Span {
  readonly from: Day
  readonly to: Day
  readonly today: Day
}

/** What changed among risks and opportunities since the last review (9.3.2 b), for each subsystem that has any. */
export const riskReviewInputs: ReviewSource = (db, span) => {
  const all = criteriaOf(db)
  const own = risksOf(db).filter(({ foundOn }) => foundOn < span.to)
  return subsystems
    .map((subsystem) => ({ subsystem, risks: own.filter((each) => each.subsystem === subsystem) }))
    .filter(({ risks }) => risks.length > 0)
    .map(({ subsystem, risks }) => inputOf(subsystem, risks, all, span))
}

function inputOf(
  subsystem: Subsystem,
  risks: readonly Risk[],
  all: readonly Criteria[],
  span: Span,
): ReviewInput {
  const { from, to, today } = span
  const months = monthsBetween(monthOf(from), monthOf(to < today ? to : today)).slice(-mostMonths)
  const counts = months.map((month) => levelsOn(risks, endOf(month)))
  return {
    topic: 'context-and-risks',
    subsystem,
    area: 'risks',
    lines: risks.flatMap((risk) => linesOf(risk, all, span)),
    series: levels.map((level) => ({
      code: `risks.review.series-${level}`,
      facts: {},
      unit: '',
      periods: months,
      values: counts.map((count) => String(count[level])),
    })),
    changedAt:
      risks
        .map(({ changedAt }) => changedAt)
        .toSorted()
        .at(-1) ?? null,
    isProvisional: false,
  }
}

function linesOf(risk: Risk, all: readonly Criteria[], { from, to }: Span): ReviewInput['lines'] {
  const { id, number, title, kind, foundOn, closedOn, closedReason, treatments } = risk
  const now = currentRating(risk)
  const before = ratingOn(risk, from)
  const line = (what: string, facts: ReviewInput['lines'][number]['facts'] = {}) => ({
    code: `risks.review.${what}`,
    facts: { number, title, points: now?.points ?? '', ...facts },
    record: refOf(id),
    path: `/risks/${id}`,
  })
  const isIn = (day: Day | null) => day !== null && from <= day && day < to
  return [
    ...(isIn(foundOn) ? [line(`new-${kind}`)] : []),
    ...(isIn(closedOn) ? [line('closed', { reason: closedReason ?? '' })] : []),
    ...(before !== null && now !== null && before.points !== now.points
      ? [line(before.points < now.points ? 'risen' : 'fallen', { before: before.points })]
      : []),
    ...(isGap(risk, all) ? [line('gap')] : []),
    ...treatments
      .filter(({ checkedOn }) => isIn(checkedOn))
      .map(({ what, state }) => line(state === 'effective' ? 'worked' : 'failed', { what })),
  ]
}
