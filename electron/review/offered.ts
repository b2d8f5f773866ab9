import { peopleById } from '#db/access/queries'
import type { ReadDb } from '#db/kernel/access'
import { adoptedSubsystems } from '#db/organization/leadership-queries'
import { allReviews, packBody, reviewSettingsOf } from '#db/review/queries'
import type { RecordSource, ReviewSource, SignalSource } from '#electron/kernel/offers'
import type { TaskSource } from '#electron/kernel/task-keeper'
import { type Day, dayAt } from '#shared/kernel/period'
import type { ReviewInput } from '#shared/kernel/review-input'
import type { RequirementSignal } from '#shared/kernel/signal'
import { type Subsystem, subsystems } from '#shared/kernel/subsystem'
import type { OfferedTask } from '#shared/kernel/task'
import { addDays } from '#shared/kernel/working-days'
import { type Decision, isOpenReview, monthsLater, type Review } from '#shared/review/model'
import { pack } from '#shared/review/pack'
import { inputRequirements, outputRequirements } from '#shared/review/requirements'

import { decisionRef } from './decisions.ts'
import { nextDue, reviewRef, signedReviews } from './reviews.ts'

const seen = { seenWith: 'review.read' } as const
function pathOf({ id }: Pick<Review, 'id'>): string {
  return `/review/${id}`
}

/** Reviews and their decisions, as other records name them. */
export const reviewRecords: RecordSource = (db) =>
  allReviews(db).flatMap((each) => [
    {
      ...seen,
      record: reviewRef(each.id),
      kind: 'review.kind.review',
      title: each.title,
      number: each.number,
      state: `review.state.${each.state}`,
      path: pathOf(each),
      node: null,
      text: [
        each.note,
        ...each.discussions.map(({ text }) => text),
        ...each.outputs.map(({ text }) => text),
      ].join('\n'),
      isFinal: !isOpenReview(each.state),
    },
    ...each.decisions.map((decision) => ({
      ...seen,
      record: decisionRef(decision.id),
      kind: 'review.kind.decision',
      title: decision.text,
      number: decision.number,
      state: `review.decision-state.${decision.state}`,
      path: pathOf(each),
      node: null,
      text: decision.note,
      isFinal: decision.state === 'verified',
    })),
  ])

/** What the last signed review shows of clause 9.3 and of the reviews that annexes A to D ask for. */
export const reviewSignals: SignalSource = (db, { today }) => {
  const [last] = signedReviews(db)
  const adopted: readonly Subsystem[] = ['core', ...adoptedSubsystems(db)]
  const isLate = nextDue(db, today) < today
  const whole = adopted.map((subsystem) => intervalSignal(last, subsystem, isLate))
  return last ? [...whole, ...contentSignals(db, last)] : whole
}

function intervalSignal(last: Review | undefined, subsystem: Subsystem, isLate: boolean): RequirementSignal {
  const covers = last && (subsystem === 'core' || last.subsystems.some((each) => each === subsystem))
  const about = { evidence: 'management-review', subsystem } as const
  if (!last || !covers)
    return { about, isMet: false, code: 'review.signal.none', facts: {}, records: [], path: '/review' }
  return {
    about,
    isMet: !isLate,
    code: isLate ? 'review.signal.late' : 'review.signal.held',
    facts: { number: last.number, on: last.heldOn ?? '' },
    records: [reviewRef(last.id)],
    path: pathOf(last),
  }
}

/** Requirement by requirement: which inputs the pack had, and which outputs the minutes. */
function contentSignals(db: ReadDb, last: Review): RequirementSignal[] {
  const kept = packBody(db, last.id, last.packs.at(-1)?.number ?? 0)
  const topics = kept ? pack.parse(JSON.parse(kept.body)).topics : []
  const common = { facts: { number: last.number }, records: [reviewRef(last.id)], path: pathOf(last) }
  const inputs = topics.flatMap(({ topic, subsystem, standing }) =>
    inputRequirements(topic, subsystem).map((requirement) => ({
      ...common,
      about: { requirement },
      isMet: standing !== 'empty',
      code: standing === 'empty' ? 'review.signal.input-empty' : 'review.signal.input-there',
    })),
  )
  const outputs = last.outputs.flatMap(({ output, subsystem }) =>
    outputRequirements(output, subsystem).map((requirement) => ({
      ...common,
      about: { requirement },
      isMet: true,
      code: 'review.signal.output-there',
    })),
  )
  return [...inputs, ...outputs]
}

/** What became of the decisions of earlier reviews: the first topic of every next one (9.3.2 a). */
export const reviewReviewInputs: ReviewSource = (db, { today }) => {
  const signed = signedReviews(db)
  return subsystems.flatMap((subsystem): ReviewInput[] => {
    const decisions = signed
      .flatMap((each) => each.decisions)
      .filter((each) => subsystem === 'core' || each.subsystem === subsystem)
    if (decisions.length === 0) return []
    const changes = [
      ...signed.map(({ signedAt }) => signedAt),
      ...decisions.map(({ settledAt }) => settledAt),
    ]
    return [
      {
        topic: 'earlier-reviews',
        subsystem,
        area: 'review',
        lines: [countLine(decisions, today), ...decisions.map((each) => decisionLine(each, today))],
        series: [],
        changedAt:
          changes
            .filter((each) => each !== null)
            .toSorted()
            .at(-1) ?? null,
        isProvisional: false,
      },
    ]
  })
}
function countLine(decisions: readonly Decision[], today: Day): ReviewInput['lines'][number] {
  const count = (state: Decision['state']) => decisions.filter((each) => each.state === state).length
  const late = decisions.filter(({ state, due }) => state === 'open' && due < today).length
  const facts = {
    all: decisions.length,
    open: count('open'),
    late,
    done: count('done'),
    verified: count('verified'),
  }
  return { code: 'review.line.counts', facts, record: null, path: '/review' }
}
function decisionLine(
  { id, review, number, text, due, state }: Decision,
  today: Day,
): ReviewInput['lines'][number] {
  const isLate = state === 'open' && due < today
  const days = Math.round((Date.parse(today) - Date.parse(due)) / 86_400_000)
  return {
    code: isLate ? 'review.line.late' : `review.line.${state}`,
    facts: { number, text, due, days },
    record: decisionRef(id),
    path: pathOf({ id: review }),
  }
}

/** The next review (R-RV-7), what was asked of somebody for it, and decisions to carry out and to verify. */
export const reviewTasks: TaskSource = (db, { today }) => {
  const people = peopleById(db)
  const nameOf = (person: Decision['owner'] | null) => {
    const name = person === null ? null : people.get(person)?.name
    return name ? [name] : []
  }
  const common = { ...seen, area: 'review', node: null, department: null } as const
  const reviews = allReviews(db).filter(({ state }) => state !== 'cancelled')
  return [
    ...intervalTasks(db, today),
    ...reviews.flatMap((each) => [
      {
        ...common,
        key: `review.meet/${each.id}`,
        code: 'review.task.meet',
        facts: { number: each.number, title: each.title },
        record: reviewRef(each.id),
        path: pathOf(each),
        fallsTo: 'review.enter' as const,
        responsible: nameOf(each.chair),
        begins: addDays(each.plannedOn, -askedBefore),
        due: each.plannedOn,
        isDone: each.state === 'signed',
      },
      ...each.fills
        .filter(({ due }) => due !== null)
        .filter(() => isOpenReview(each.state))
        .map(({ id, owner, due, question, text }) => ({
          ...common,
          key: `review.fill/${id}`,
          code: 'review.task.fill',
          facts: { number: each.number, title: question },
          record: reviewRef(each.id),
          path: pathOf(each),
          fallsTo: 'review.enter' as const,
          responsible: nameOf(owner),
          begins: addDays(due ?? today, -askedBefore),
          due: due ?? today,
          isDone: text !== null,
        })),
      ...(each.state === 'signed'
        ? each.decisions.flatMap((decision) => decisionTasks(each, decision, nameOf))
        : []),
    ]),
  ]
}

/** Days before its day on which what was asked for shows. */
const askedBefore = 30

/** The review that follows each signed one, and the first. */
function intervalTasks(db: ReadDb, today: Day): OfferedTask[] {
  const { interval, prepare } = reviewSettingsOf(db)
  const signed = signedReviews(db).toReversed()
  const [next] = allReviews(db).filter(({ state }) => isOpenReview(state))
  const offered = (key: string, due: Day, isDone: boolean, path: string): OfferedTask => ({
    ...seen,
    key: `review.hold/${key}`,
    area: 'review',
    code: 'review.task.hold',
    facts: { due },
    record: next ? reviewRef(next.id) : 'review/review/none',
    node: null,
    path,
    fallsTo: 'review.enter',
    responsible: [],
    department: null,
    begins: addDays(due, -prepare),
    due,
    isDone,
  })
  const held = signed.flatMap((each, at) => {
    const before = at === 0 ? undefined : signed[at - 1]
    if (!before?.heldOn || Number(before.heldOn.slice(0, 4)) < Number(today.slice(0, 4)) - 2) return []
    return [offered(before.id, monthsLater(before.heldOn, interval), true, pathOf(each))]
  })
  const last = signed.at(-1)
  const open = offered(last?.id ?? 'first', nextDue(db, today), false, next ? pathOf(next) : '/review')
  return open.begins <= today ? [...held, open] : held
}

function decisionTasks(
  of: Review,
  { id, number, text, owner, due, state, settledAt }: Decision,
  nameOf: (person: Decision['owner']) => string[],
): OfferedTask[] {
  if (state === 'dropped') return []
  const common = {
    ...seen,
    area: 'review',
    facts: { number, title: text },
    record: decisionRef(id),
    node: null,
    path: pathOf(of),
    department: null,
  }
  const carryOut: OfferedTask = {
    ...common,
    key: `review.decision/${id}`,
    code: 'review.task.decision',
    fallsTo: 'review.enter',
    responsible: nameOf(owner),
    begins: dayAt(of.signedAt ?? due),
    due,
    isDone: state !== 'open',
  }
  if (settledAt === null) return [carryOut]
  const verify: OfferedTask = {
    ...common,
    key: `review.verify/${id}`,
    code: 'review.task.verify',
    fallsTo: 'review.check',
    responsible: [],
    begins: dayAt(settledAt),
    due: addDays(dayAt(settledAt), verifyWithin),
    isDone: state === 'verified',
  }
  return [carryOut, verify]
}
/** Days within which what was done is looked at by somebody else. */
const verifyWithin = 30
