import type { Finding } from '#shared/kernel/finding'
import { type Day, monthsLater } from '#shared/kernel/period'
import type { RecordRef } from '#shared/kernel/record'

import { dueDays } from './deadline.ts'
import { type Evaluation, evaluationOn } from './evaluation.ts'
import { type Obligation, type obligationStandings, suggestedMonths } from './obligation.ts'

type Standing = (typeof obligationStandings)[number]

export function isEnded({ endedOn }: Pick<Obligation, 'endedOn'>, today: Day): boolean {
  return endedOn !== null && endedOn <= today
}
/** Whether it is to be kept: in force and judged to apply. What is undecided is not yet. */
export function isLive(known: Pick<Obligation, 'endedOn' | 'applicability'>, today: Day): boolean {
  return known.applicability === 'applies' && !isEnded(known, today)
}

export function obligationStanding(known: Obligation, today: Day): Standing {
  if (isEnded(known, today)) return 'ended'
  if (known.applicability !== 'applies') return known.applicability
  return evaluationOn(known.evaluations, today)?.result ?? 'never-evaluated'
}

/** By when it is evaluated next: its interval after the last time, or after it was registered. */
export function nextEvaluation(known: Obligation, today: Day): Day | null {
  if (!isLive(known, today)) return null
  const last = evaluationOn(known.evaluations, today)
  return monthsLater(last?.evaluatedOn ?? known.registeredOn, known.evaluationMonths)
}

/** Past its review or its evaluation (R-RV-5). */
export function isOverdue(known: Obligation, today: Day): boolean {
  if (isEnded(known, today)) return false
  const evaluate = nextEvaluation(known, today)
  return known.nextReview < today || (evaluate !== null && evaluate < today)
}

/** Whether the interval is another than its weight suggests and nobody said why. */
export function lacksIntervalReason({
  weight,
  evaluationMonths,
  intervalReason,
}: Pick<Obligation, 'weight' | 'evaluationMonths' | 'intervalReason'>): boolean {
  return evaluationMonths !== suggestedMonths[weight] && intervalReason === ''
}

/** A result that has to be answered by a nonconformity, and is not: nothing of that area is linked with it. */
export function isUnanswered({ result }: Evaluation, linked: readonly RecordRef[]): boolean {
  return (
    (result === 'not-met' || result === 'partly') && !linked.some((each) => each.startsWith('nonconformity/'))
  )
}

interface Seen {
  readonly today: Day
  /** What is linked with an evaluation. */
  readonly linkedWith: (evaluation: Evaluation) => readonly RecordRef[]
}
/** Everything about an obligation that somebody should look at; nothing of one that has ended. */
export function obligationFindings(known: Obligation, { today, linkedWith }: Seen): Finding[] {
  if (isEnded(known, today)) return []
  const found = (severity: Finding['severity'], what: string, facts: Finding['facts'] = {}): Finding => ({
    severity,
    code: `compliance.obligation.finding.${what}`,
    where: `compliance/obligation/${known.id}`,
    facts: { number: known.number, title: known.title, ...facts },
  })
  const always = [
    ...(known.applicability === 'undecided' ? [found('explain', 'undecided')] : []),
    ...(known.nextReview < today ? [found('explain', 'review-late', { due: known.nextReview })] : []),
  ]
  return isLive(known, today) ? [...always, ...liveFindings(known, found, { today, linkedWith })] : always
}

function liveFindings(
  known: Obligation,
  found: (severity: Finding['severity'], what: string, facts?: Finding['facts']) => Finding,
  { today, linkedWith }: Seen,
): Finding[] {
  const last = evaluationOn(known.evaluations, today)
  const evaluate = nextEvaluation(known, today)
  const version = known.versions.at(-1)
  const isApplied = [known.processes, known.posts, known.clauses, known.nodes].some(
    ({ length }) => length > 0,
  )
  const missed = known.deadlines.flatMap((each) => {
    const settled = new Set(each.fulfilments.map(({ due }) => due))
    return dueDays(each, today)
      .filter((due) => due < today && !settled.has(due))
      .map((due) => found('explain', 'deadline-missed', { what: each.what, due }))
  })
  return [
    ...missed,
    ...(last && isUnanswered(last, linkedWith(last))
      ? [
          found('explain', 'unanswered', {
            evaluation: last.number,
          }),
        ]
      : []),
    ...(evaluate !== null && evaluate < today
      ? [found('explain', 'evaluation-late', { due: evaluate })]
      : []),
    ...(last !== null && version !== undefined && last.version < version.number
      ? [found('explain', 'text-newer', { version: version.number })]
      : []),
    ...(isApplied ? [] : [found('explain', 'applies-nowhere')]),
    ...(known.owner === null ? [found('explain', 'no-owner')] : []),
    ...(known.text === '' && version?.file === null ? [found('explain', 'no-text')] : []),
    ...(known.effectiveOn === null ? [found('note', 'no-effective-day')] : []),
  ]
}
