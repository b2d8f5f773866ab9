import type { ReadDb } from '#db/kernel/access'
import { allCases, allImprovements } from '#db/nonconformity/queries'
import type { RecordSource, ReviewSource, SignalSource } from '#electron/kernel/offers'
import { dayAt } from '#shared/kernel/period'
import type { RecordEntry } from '#shared/kernel/record'
import type { ReviewInput } from '#shared/kernel/review-input'
import type { RequirementSignal } from '#shared/kernel/signal'
import { subsystems } from '#shared/kernel/subsystem'
import type { Improvement } from '#shared/nonconformity/improvement'
import { type Case, isOpen } from '#shared/nonconformity/model'
import { closedOn, ideaYears, lateCases, monthlyCounts } from '#shared/nonconformity/summary'

import { caseRef } from './cases.ts'

export function casePath({ id }: Pick<Case, 'id'>): string {
  return `/nonconformity/${id}`
}
export function ideaPath({ id }: Pick<Improvement, 'id'>): string {
  return `/nonconformity/improvements/${id}`
}

/** Cases as others name them. */
export function caseEntries(db: ReadDb): RecordEntry[] {
  return allCases(db).map((each) => ({
    record: caseRef(each.id),
    kind: 'nonconformity.kind.case',
    title: each.title,
    number: each.number,
    state: `nonconformity.state.${each.state}`,
    path: casePath(each),
    seenWith: 'nonconformity.read',
    node: each.node,
    text: [each.fact, each.rootCause, each.correction, ...each.actions.map(({ what }) => what)].join('\n'),
    isFinal: !isOpen(each.state),
  }))
}

/** Cases and ideas as others name them. */
export const nonconformityRecords: RecordSource = (db) => [
  ...caseEntries(db),
  ...allImprovements(db).map((each) => ({
    record: `nonconformity/improvement/${each.id}`,
    kind: 'nonconformity.kind.improvement',
    title: each.title,
    number: each.number,
    state: `nonconformity.idea-state.${each.state}`,
    path: ideaPath(each),
    seenWith: 'nonconformity.read' as const,
    node: each.node,
    text: [each.idea, each.benefit, each.effect].join('\n'),
    isFinal: each.judgedAt !== null || each.state === 'withdrawn',
  })),
]

/**
 * What the register says of clause 10: nonconformities are reacted to in time, actions are carried out and their
 * effect checked, suggestions get their answer. A register without any entry shows nothing yet.
 */
export const nonconformitySignals: SignalSource = (db, { today }) => {
  const cases = allCases(db).filter(({ state }) => state !== 'withdrawn')
  return [caseSignal(cases, today), actionSignal(cases, today), improvementSignal(db, today)]
}

function caseSignal(cases: readonly Case[], today: string): RequirementSignal {
  const late = lateCases(cases, today)
  const common = {
    about: { evidence: 'nonconformity', subsystem: 'all' },
    path: '/nonconformity',
  } as const
  if (cases.length === 0)
    return { ...common, isMet: false, code: 'nonconformity.signal.none', facts: {}, records: [] }
  if (late.length > 0)
    return {
      ...common,
      isMet: false,
      code: 'nonconformity.signal.late',
      facts: { count: late.length },
      records: refs(late),
    }
  return {
    ...common,
    isMet: true,
    code: 'nonconformity.signal.in-time',
    facts: { count: cases.length, open: cases.filter(({ state }) => isOpen(state)).length },
    records: refs(cases.slice(0, 20)),
  }
}

function actionSignal(cases: readonly Case[], today: string): RequirementSignal {
  const acted = cases.filter(({ needsAction }) => needsAction !== null)
  const late = acted.filter(
    ({ state, actions }) =>
      isOpen(state) && actions.some((each) => each.state === 'open' && each.due !== null && each.due < today),
  )
  const proven = acted.filter(({ checkedAt }) => checkedAt !== null)
  const common = {
    about: { evidence: 'corrective-action', subsystem: 'all' },
    path: '/nonconformity',
  } as const
  if (late.length > 0)
    return {
      ...common,
      isMet: false,
      code: 'nonconformity.signal.actions-late',
      facts: { count: late.length },
      records: refs(late),
    }
  if (proven.length === 0)
    return {
      ...common,
      isMet: false,
      code: 'nonconformity.signal.no-effect',
      facts: {},
      records: refs(acted),
    }
  return {
    ...common,
    isMet: true,
    code: 'nonconformity.signal.effective',
    facts: { count: proven.length },
    records: refs(proven.slice(0, 20)),
  }
}

function improvementSignal(db: ReadDb, today: string): RequirementSignal {
  const ideas = allImprovements(db).filter(({ state }) => state !== 'withdrawn')
  const waiting = ideas.filter(({ state, answerBy }) => state === 'proposed' && answerBy < today)
  const decided = ideas.filter(({ decidedAt }) => decidedAt !== null)
  const wanting = decided.length === 0 ? ideas : waiting
  const isMet = decided.length > 0 && waiting.length === 0
  const code = isMet ? 'decided' : decided.length === 0 ? 'no-idea' : 'ideas-wait'
  return {
    about: { evidence: 'improvement', subsystem: 'all' },
    isMet,
    code: `nonconformity.signal.${code}`,
    facts: { count: isMet ? decided.length : waiting.length },
    records: (isMet ? decided : wanting)
      .slice(0, 20)
      .map(({ id }): RequirementSignal['records'][number] => `nonconformity/improvement/${id}`),
    path: '/nonconformity/improvements',
  }
}
function refs(cases: readonly Case[]) {
  return cases.map(({ id }) => caseRef(id))
}

/** Trends of nonconformities and corrective actions, and opportunities for improvement (9.3.2 c 1, f). */
export const nonconformityReviewInputs: ReviewSource = (db, at) => {
  const cases = allCases(db).filter(({ state }) => state !== 'withdrawn')
  const ideas = allImprovements(db).filter(({ state }) => state !== 'withdrawn')
  return subsystems.flatMap((subsystem) => {
    const isCore = subsystem === 'core'
    return [
      caseInput(
        cases.filter((each) => isCore || each.subsystem === subsystem),
        subsystem,
        at,
      ),
      ideaInput(
        ideas.filter((each) => isCore || each.subsystem === subsystem),
        subsystem,
        at,
      ),
    ]
  })
}

interface Span {
  readonly from: string
  readonly to: string
  readonly today: string
}
function isWithin(day: string | null, { from, to }: Span): boolean {
  return day !== null && from <= day && day < to
}

function caseInput(cases: readonly Case[], subsystem: ReviewInput['subsystem'], at: Span): ReviewInput {
  const found = cases.filter(({ foundOn }) => isWithin(foundOn, at))
  const closed = cases.filter((each) => isWithin(closedOn(each), at))
  const open = cases.filter(({ state }) => isOpen(state))
  const late = lateCases(cases, at.today)
  const again = cases.reduce((sum, { rounds }) => sum + rounds.length, 0)
  const facts = {
    found: found.length,
    major: found.filter(({ severity }) => severity === 'major').length,
    closed: closed.length,
    open: open.length,
    late: late.length,
    effective: cases.filter(({ checkedAt }) => isWithin(checkedAt === null ? null : dayAt(checkedAt), at))
      .length,
    again,
  }
  const months = monthlyCounts(cases, at.today)
  const series = (code: string, values: readonly number[]) => ({
    code,
    facts: {},
    unit: '',
    periods: months.map(({ month }) => month),
    values: values.map(String),
  })
  return {
    topic: 'nonconformities',
    subsystem,
    area: 'nonconformity',
    lines:
      cases.length === 0
        ? []
        : [
            { code: 'nonconformity.review.counts', facts, record: null, path: '/nonconformity' },
            ...open.map((each) => ({
              code: 'nonconformity.review.open-case',
              facts: { number: each.number, title: each.title, due: each.due },
              record: caseRef(each.id),
              path: casePath(each),
            })),
          ],
    series:
      cases.length === 0
        ? []
        : [
            series(
              'nonconformity.review.found',
              months.map((each) => each.found),
            ),
            series(
              'nonconformity.review.closed',
              months.map((each) => each.closed),
            ),
          ],
    changedAt: latest(cases.map(({ steps, raisedAt }) => steps.at(-1)?.madeAt ?? raisedAt)),
    isProvisional: false,
  }
}

function ideaInput(
  ideas: readonly Improvement[],
  subsystem: ReviewInput['subsystem'],
  at: Span,
): ReviewInput {
  const told = ideas.filter(
    ({ state, raisedOn }) => state === 'proposed' || state === 'accepted' || isWithin(raisedOn, at),
  )
  const years = ideaYears(ideas)
  const series = (code: string, values: readonly number[]) => ({
    code,
    facts: {},
    unit: '',
    periods: years.map(({ year }) => String(year)),
    values: values.map(String),
  })
  return {
    topic: 'improvement',
    subsystem,
    area: 'nonconformity',
    lines: told.map((each) => ({
      code: `nonconformity.review.idea-${each.state}`,
      facts: {
        number: each.number,
        title: each.title,
        benefit: each.benefit || '—',
        cost: each.cost || '—',
        reason: each.reason || '—',
        effect: each.effect || '—',
      },
      record: `nonconformity/improvement/${each.id}`,
      path: ideaPath(each),
    })),
    series:
      years.length === 0
        ? []
        : [
            series(
              'nonconformity.review.ideas-proposed',
              years.map(({ proposed }) => proposed),
            ),
            series(
              'nonconformity.review.ideas-done',
              years.map(({ done }) => done),
            ),
          ],
    changedAt: latest(ideas.map(({ changedAt }) => changedAt)),
    isProvisional: false,
  }
}
function latest(instants: readonly string[]): string | null {
  return instants.toSorted().at(-1) ?? null
}
