import type { Finding } from '#shared/kernel/finding'
import { type Day, monthsLater } from '#shared/kernel/period'

import { type Criteria, type Level, limitOf } from './criteria.ts'
import type { Rating, Risk, standings, Treatment } from './risk.ts'

type Standing = (typeof standings)[number]

/** The rating that holds today: the newest. Null while it was never rated. */
export function currentRating({ ratings }: Pick<Risk, 'ratings'>): Rating | null {
  return ratings.at(-1) ?? null
}
/** The rating that held on a day. */
export function ratingOn({ ratings }: Pick<Risk, 'ratings'>, on: Day): Rating | null {
  return ratings.findLast((each) => each.on <= on) ?? null
}

/** When a rating is to be looked at anew, by the criteria that it was made by. */
export function reviewDue({ on, level, criteria }: Rating, all: readonly Criteria[]): Day | null {
  const rule = all.find(({ number }) => number === criteria)
  return rule ? monthsLater(on, rule.reviewMonths[level]) : null
}
export function nextReviewOf(risk: Pick<Risk, 'ratings'>, all: readonly Criteria[]): Day | null {
  const now = currentRating(risk)
  return now && reviewDue(now, all)
}

export function isAccepted(risk: Pick<Risk, 'acceptedRating' | 'ratings'>): boolean {
  return risk.acceptedRating !== null && risk.acceptedRating === currentRating(risk)?.number
}

/** Whether a risk is above what its class bears by the criteria that it was rated by. Opportunities are never. */
export function isAboveLimit({ kind, class: own, ratings }: Risk, all: readonly Criteria[]): boolean {
  const now = currentRating({ ratings })
  const rule = all.find(({ number }) => number === now?.criteria)
  return kind === 'risk' && now !== null && rule !== undefined && now.points > limitOf(own, rule)
}

/** What is being done or was found to work; a treatment that failed or was given up treats nothing. */
function treating({ treatments }: Pick<Risk, 'treatments'>): readonly Treatment[] {
  return treatments.filter(({ state }) => state === 'planned' || state === 'done')
}

/** Above its limit, neither treated nor accepted: 6.5.2 c asks for an answer. */
export function isGap(risk: Risk, all: readonly Criteria[]): boolean {
  return risk.closedOn === null && isAboveLimit(risk, all) && treating(risk).length === 0 && !isAccepted(risk)
}

export function standingOf(risk: Risk, all: readonly Criteria[]): Standing {
  if (risk.closedOn !== null) return 'closed'
  if (risk.ratings.length === 0) return 'unrated'
  if (isGap(risk, all)) return 'gap'
  const open = treating(risk)
  if (open.some(({ state }) => state === 'planned')) return 'treating'
  return open.length > 0 ? 'checking' : 'watched'
}

/** The risks of each level that were open on a day, for the trend. */
export function levelsOn(risks: readonly Risk[], on: Day): Readonly<Record<Level, number>> {
  const open = risks.filter(({ foundOn, closedOn }) => foundOn <= on && (closedOn === null || closedOn > on))
  const count = (level: Level) => open.filter((each) => ratingOn(each, on)?.level === level).length
  return { low: count('low'), medium: count('medium'), high: count('high') }
}

/** Everything about a risk that somebody should look at; nothing of one that is closed. */
export function riskFindings(risk: Risk, all: readonly Criteria[], today: Day): Finding[] {
  if (risk.closedOn !== null) return []
  const found = (severity: Finding['severity'], code: string, facts: Finding['facts'] = {}): Finding => ({
    severity,
    code,
    where: `risks/risk/${risk.id}`,
    facts: { number: risk.number, title: risk.title, ...facts },
  })
  const now = currentRating(risk)
  const newest = all.at(-1)?.number ?? null
  const review = nextReviewOf(risk, all)
  const isLate = (due: Day | null) => due !== null && due < today
  return [
    ...(now === null ? [found('explain', 'risks.unrated')] : []),
    ...(isGap(risk, all) ? [found('explain', 'risks.gap', { points: now?.points ?? 0 })] : []),
    ...(risk.owner === null ? [found('explain', 'risks.no-owner')] : []),
    ...(isLate(review) ? [found('explain', 'risks.review-late', { due: review ?? '' })] : []),
    ...(now !== null && newest !== null && now.criteria < newest
      ? [found('note', 'risks.older-criteria', { criteria: now.criteria, newest })]
      : []),
    ...risk.treatments.flatMap(({ what, state, due, checkDue, test }) => [
      ...(state === 'planned' && isLate(due)
        ? [found('explain', 'risks.treatment-late', { what, due: due ?? '' })]
        : []),
      ...(state === 'done' && isLate(checkDue)
        ? [found('explain', 'risks.check-late', { what, due: checkDue ?? '' })]
        : []),
      ...(state === 'planned' && test === '' ? [found('note', 'risks.no-test', { what })] : []),
    ]),
    ...(risk.kind === 'opportunity' && now?.level === 'high' && risk.treatments.length === 0
      ? [found('note', 'risks.unused-opportunity')]
      : []),
  ]
}
