import { closingNodes, sealsInForce } from '#db/activity/closing'
import type { ReadDb } from '#db/kernel/access'
import { allParameters } from '#db/monitoring/queries'
import { changesOf, systemReviewsOf } from '#db/performance/operation-queries'
import { baselinesOf, objectivesOf } from '#db/performance/plan-queries'
import { allReviews, indicatorsOf } from '#db/performance/queries'
import type { ReviewSource } from '#electron/kernel/offers'
import { dayAt } from '#shared/kernel/period'
import { Decimal } from '#shared/kernel/quantity'
import type { RecordRef } from '#shared/kernel/record'
import type { Facts } from '#shared/kernel/refusal'
import type { ReviewInput } from '#shared/kernel/review-input'
import { inForce } from '#shared/performance/baseline'
import { differenceIn } from '#shared/performance/history'
import type { Indicator } from '#shared/performance/indicator'
import type { Objective } from '#shared/performance/objective'

import { paceOfTarget } from './follow.ts'
import { pointOf } from './values.ts'
import { type YearAsking, type YearData, yearData } from './year-data.ts'

type At = Parameters<ReviewSource>[1]
type Line = ReviewInput['lines'][number]

/** What this area lays before a management review: attainment, performance, plans and changes (9.3.2 b, c, 9.3.3). */
export const performanceReviewInputs: ReviewSource = (db, at) => [
  objectiveInput(db, at),
  performanceInput(db, at),
  planInput(db, at),
  changeInput(db, at),
]

function line(what: string, facts: Facts, record: RecordRef | null, path: string): Line {
  return { code: `performance.review.${what}`, facts: { ...facts }, record, path: `/performance/${path}` }
}
function short(value: string, decimals = 2): string {
  return new Decimal(value).toDecimalPlaces(decimals).toFixed()
}
function latest(instants: readonly (string | null)[]): string | null {
  return (
    instants
      .filter((each) => each !== null)
      .toSorted()
      .at(-1) ?? null
  )
}
const common = { subsystem: 'core', area: 'performance' } as const

/** How far the targets were reached, held against their plan for the last year that has both (9.3.3). */
function objectiveInput(db: ReadDb, { today, around }: At): ReviewInput {
  const objectives = objectivesOf(db)
  const asking = { db, today, around }
  return {
    ...common,
    topic: 'objectives',
    lines: objectives.flatMap((each) => [
      ...(each.targets.length === 0
        ? [line('objective-no-target', { title: each.title }, ref(each), `targets/${each.id}`)]
        : []),
      ...each.targets.map((target) => targetLine(asking, each, target)),
      ...(each.result === null
        ? []
        : [
            line(
              'objective-result',
              { title: each.title, result: each.result },
              ref(each),
              `targets/${each.id}`,
            ),
          ]),
    ]),
    series: [],
    changedAt: latest(objectives.map(({ publishedAt }) => publishedAt)),
    isProvisional: false,
  }
}
function ref({ id }: Pick<Objective, 'id'>): RecordRef {
  return `performance/objective/${id}`
}
function targetLine(asking: YearAsking, objective: Objective, target: Objective['targets'][number]): Line {
  const pace = paceOfTarget(asking, target.id)
  const last = pace?.years.findLast(({ actual, planned }) => actual !== null && planned !== null)
  const path = `targets/${objective.id}`
  const about = { title: objective.title, name: target.name }
  if (!pace || !last || last.actual === null || last.planned === null)
    return line('target-unknown', about, ref(objective), path)
  const facts = {
    ...about,
    year: last.year,
    actual: short(last.actual, 4),
    planned: short(last.planned, 4),
    unit: pace.unit,
    value: target.value ?? '',
    due: target.due ?? '',
    reached: reached(target, last.actual),
  }
  return line(`target-${pace.verdict}`, facts, ref(objective), path)
}
/** Percent of the way from base to target that is behind us: (base − actual) ÷ (base − target). */
function reached({ baseValue, value }: Objective['targets'][number], actual: string): string {
  if (baseValue === null || value === null) return ''
  const way = new Decimal(baseValue).minus(value)
  return way.isZero() ? '' : short(new Decimal(baseValue).minus(actual).div(way).times(100).toFixed(), 1)
}

/** Indicators against their baselines, year by year, and what was concluded in the span (9.3.3, 9.3.2 c). */
function performanceInput(db: ReadDb, { from, to, today, around }: At): ReviewInput {
  const data = yearData({ db, today, around })
  const inUse = indicatorsOf(db).filter(({ retiredOn }) => retiredOn === null || retiredOn > from)
  const whole = data.years.filter((year) => year < data.runningYear)
  const reviews = allReviews(db).filter(({ madeAt }) => dayAt(madeAt) >= from && dayAt(madeAt) < to)
  const series = inUse.flatMap((each) => {
    const unit = each.versions.at(-1)?.unit
    if (unit === undefined || whole.length === 0) return []
    const values = whole.map((year) => pointOf(data, each, String(year), null)?.value ?? null)
    return [
      {
        code: 'performance.review.series',
        facts: { name: each.name },
        unit,
        periods: whole.map(String),
        values: values.map((value) => (value === null ? null : new Decimal(value).toFixed())),
      },
    ]
  })
  const lines = inUse.map((each) => indicatorLine(db, data, each))
  const concluded = reviews.map(({ indicator, period, conclusion }) =>
    line(
      'concluded',
      { name: inUse.find(({ id }) => id === indicator)?.name ?? '', period, conclusion },
      `performance/indicator/${indicator}`,
      `indicators/${indicator}`,
    ),
  )
  return {
    ...common,
    topic: 'performance',
    lines: [...lines, ...concluded],
    series,
    changedAt: latest(reviews.map(({ madeAt }) => madeAt)),
    isProvisional: lines.length > 0 && !isSealed(db, whole.at(-1)),
  }
}
function indicatorLine(db: ReadDb, data: YearData, each: Indicator): Line {
  const base = baselinesOf(db)
    .filter(({ indicator, purpose }) => indicator === each.id && purpose === 'performance')
    .flatMap((of) => inForce(of) ?? [])[0]
  const last = data.years.findLast((year) => year < data.runningYear)
  const value = last === undefined ? null : (pointOf(data, each, String(last), null)?.value ?? null)
  const record: RecordRef = `performance/indicator/${each.id}`
  const path = `indicators/${each.id}`
  if (last === undefined || value === null)
    return line('indicator-unknown', { name: each.name }, record, path)
  const unit = each.versions.at(-1)?.unit ?? ''
  const facts = { name: each.name, year: last, value: short(value, 4), unit }
  if (!base || base.unit !== unit) return line('indicator-no-base', facts, record, path)
  const percent = differenceIn(value, base.value)
  const told = { base: short(base.value, 4), percent: percent === null ? '' : short(percent, 1) }
  return line('indicator', { ...facts, ...told }, record, path)
}
/** Whether every month of a year is sealed wherever something is measured: a figure of open months may still change. */
function isSealed(db: ReadDb, year: number | undefined): boolean {
  const closedAt = closingNodes(db)
  const places = new Set(allParameters(db).flatMap(({ node }) => closedAt(node)?.id ?? []))
  const seals = sealsInForce(db).filter(({ month }) => month.startsWith(String(year)))
  return (
    year !== undefined &&
    [...places].every(
      (place) => new Set(seals.flatMap((each) => (each.facility === place ? [each.month] : []))).size === 12,
    )
  )
}

/** The state of every measure, with how late it is (9.3.3). */
function planInput(db: ReadDb, { today, from }: At): ReviewInput {
  const measures = objectivesOf(db).flatMap((objective) => objective.measures)
  const open = measures.filter(({ state, steps }) => {
    const last = dayAt(steps.at(-1)?.madeAt ?? today)
    return !['verified', 'dropped'].includes(state) || last >= from
  })
  return {
    ...common,
    topic: 'plans',
    lines: open.map(({ id, title, state, due, expected, achieved, objective }) => {
      const isLate = due !== null && due < today && !['done', 'verified', 'dropped'].includes(state)
      const days = isLate ? String(Math.round((Date.parse(today) - Date.parse(due)) / 86_400_000)) : ''
      const facts = { title, due: due ?? '', days, expected: expected ?? '', achieved: achieved ?? '' }
      const record: RecordRef = `performance/measure/${id}`
      return line(isLate ? 'measure-late' : `measure-${state}`, facts, record, `targets/${objective}`)
    }),
    series: [],
    changedAt: latest(measures.map(({ steps }) => steps.at(-1)?.madeAt ?? null)),
    isProvisional: false,
  }
}

/** What changed in the span, and the system reviews that were finished in it (9.3.2 b). */
function changeInput(db: ReadDb, { from, to }: At): ReviewInput {
  const isIn = (on: string) => on >= from && on < to
  const changes = changesOf(db).filter(({ occursOn, state }) => isIn(occursOn) && state !== 'dropped')
  const reviews = systemReviewsOf(db).filter(
    ({ heldOn, state }) => state === 'finished' && isIn(heldOn ?? ''),
  )
  return {
    ...common,
    topic: 'context-and-risks',
    lines: [
      ...changes.map(({ id, number, title, occursOn, judgement }) => {
        const what =
          judgement === null ? 'change-unjudged' : judgement.major ? 'change-major' : 'change-minor'
        return line(what, { number, title, on: occursOn }, `performance/change/${id}`, `changes/${id}`)
      }),
      ...reviews.map(({ id, number, subsystem, heldOn, result }) =>
        line(
          `system-review-${subsystem}`,
          { number, on: heldOn, result },
          `performance/system-review/${id}`,
          `reviews/${id}`,
        ),
      ),
    ],
    series: [],
    changedAt: latest([
      ...changes.map(({ madeAt }) => madeAt),
      ...reviews.map(({ finishedAt }) => finishedAt),
    ]),
    isProvisional: false,
  }
}
