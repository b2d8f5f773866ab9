import type { ReadDb } from '#db/kernel/access'
import {
  appraisalsOf,
  changesOf,
  criteriaOf,
  ownTechnologies,
  reviewMethodsOf,
  suppliersOf,
  systemReviewsOf,
} from '#db/performance/operation-queries'
import { baselinesOf, objectivesOf } from '#db/performance/plan-queries'
import { indicatorsOf } from '#db/performance/queries'
import type { RecordSource } from '#electron/kernel/offers'
import type { RecordEntry } from '#shared/kernel/record'

interface Said {
  readonly id: string
  readonly title: string
  readonly number?: string | null
  readonly state?: string | null
  readonly path: string
  readonly node?: string | null
  readonly text?: string
}
function entry(
  kind: string,
  { id, title, number = null, state = null, path, node = null, text = '' }: Said,
): RecordEntry {
  return {
    record: `performance/${kind}/${id}`,
    kind: `performance.kind.${kind}`,
    title,
    number,
    state: state === null ? null : `performance.${state}`,
    path: `/performance/${path}`,
    seenWith: 'performance.read',
    node,
    text,
    isFinal: state !== null && finalStates.has(state),
  }
}
/** From which on a record stays as it is. */
const finalStates: ReadonlySet<string> = new Set([
  'objective.state.closed',
  'measure.state.verified',
  'measure.state.dropped',
  'system-review.state.finished',
  'appraisal.state.decided',
  'change.state.closed',
  'change.state.dropped',
])

/** The records of this area, as others name and find them. */
export const performanceRecords: RecordSource = (db) => {
  const indicators = indicatorsOf(db)
  const names = new Map(indicators.map(({ id, name }) => [id, name]))
  return [
    ...indicators.map(({ id, name, node, driver }) =>
      entry('indicator', { id, title: name, node, path: `indicators/${id}`, text: driver ?? '' }),
    ),
    ...baselinesOf(db).map(({ id, indicator }) =>
      entry('baseline', { id, title: names.get(indicator) ?? '', path: 'baselines' }),
    ),
    ...objectivesOf(db).flatMap((each) => objectiveEntries(each)),
    ...systemReviewsOf(db).map(({ id, number, subsystem, state, result, changesSince }) =>
      entry('system-review', {
        id,
        title: number,
        number,
        state: `system-review.state.${state}`,
        path: `reviews/${id}`,
        text: [subsystem, result, changesSince].join(' '),
      }),
    ),
    ...reviewMethodsOf(db).map(({ id, number, title, method, criteria }) =>
      entry('review-method', {
        id,
        title,
        number: String(number),
        path: 'reviews',
        text: `${method} ${criteria}`,
      }),
    ),
    ...changesOf(db).map(({ id, number, title, state, node, what, measures }) =>
      entry('change', {
        id,
        title,
        number,
        state: `change.state.${state}`,
        path: `changes/${id}`,
        node,
        text: `${what} ${measures}`,
      }),
    ),
    ...criteriaOf(db).map(({ id, process, node, requirement }) =>
      entry('criterion', { id, title: process, node, path: `operation/${id}`, text: requirement }),
    ),
    ...supplyEntries(db),
  ]
}

function objectiveEntries({
  id,
  title,
  state,
  node,
  policy,
  measures,
}: ReturnType<typeof objectivesOf>[number]): RecordEntry[] {
  const path = `targets/${id}`
  return [
    entry('objective', { id, title, state: `objective.state.${state}`, node, path, text: policy }),
    ...measures.map((each) =>
      entry('measure', {
        id: each.id,
        title: each.title,
        state: `measure.state.${each.state}`,
        node: each.node,
        path,
        text: each.what,
      }),
    ),
  ]
}

function supplyEntries(db: ReadDb): RecordEntry[] {
  return [
    ...appraisalsOf(db).map(({ id, title, number, state, node, what }) =>
      entry('appraisal', {
        id,
        title,
        number,
        state: `appraisal.state.${state}`,
        path: `appraisals/${id}`,
        node,
        text: what,
      }),
    ),
    ...suppliersOf(db).map(({ id, name, goods, note }) =>
      entry('supplier', { id, title: name, path: `suppliers/${id}`, text: `${goods} ${note}` }),
    ),
    ...ownTechnologies(db).map(({ id, name, effect }) =>
      entry('technology', { id, title: name, path: 'technologies', text: effect }),
    ),
  ]
}
