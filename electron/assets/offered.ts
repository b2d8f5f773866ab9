import { allPlanned, unitsOf, yearsSettled } from '#db/assets/queries'
import type { RecordSource, SignalSource } from '#electron/kernel/offers'
import type { TaskSource } from '#electron/kernel/task-keeper'
import { overlaps } from '#shared/kernel/period'
import type { RequirementSignal } from '#shared/kernel/signal'
import type { OfferedTask } from '#shared/kernel/task'
import { addDays } from '#shared/kernel/working-days'

import { shippedPlans } from './plans.ts'

const path = '/assets/allowances'

/** Units with allowances and the years that are settled, as other records name them. */
export const assetsRecords: RecordSource = (db) => [
  ...unitsOf(db).map(({ id, name, node, kind }) => ({
    record: `assets/unit/${id}`,
    kind: `assets.record-kind.${kind === 'power' ? 'unit' : 'line'}`,
    title: name,
    number: null,
    state: null,
    path: `${path}?unit=${id}`,
    seenWith: 'assets.read' as const,
    node,
    text: '',
  })),
  ...yearsSettled(db).map(({ year, priceSource }) => ({
    record: `assets/year/${year}`,
    kind: 'assets.record-kind.year',
    title: String(year),
    number: null,
    state: null,
    path: `${path}?year=${year}`,
    seenWith: 'assets.read' as const,
    node: null,
    text: priceSource,
  })),
]

/** Days before the last day to surrender at which it is shown. */
const ahead = 90

/**
 * The last day to surrender allowances of a year, for the years in which there are units; seen to once it was stated
 * what is held for that year. Whether it was surrendered is for the obligations to say.
 */
export const assetsTasks: TaskSource = (db, { today, around }) => {
  const all = unitsOf(db)
  if (all.length === 0) return []
  const held = new Set(
    yearsSettled(db).flatMap(({ year, allowancesHeld }) => (allowancesHeld === null ? [] : [year])),
  )
  const deadlines = shippedPlans(around).plans.flatMap(({ kind, deadlines: days }) =>
    Object.entries(days).map(([year, due]) => ({ kind, year: Number(year), due })),
  )
  return deadlines.flatMap(({ kind, year, due }): OfferedTask[] => {
    const own = all.filter(
      (unit) =>
        unit.kind === kind && overlaps(unit, { validFrom: `${year}-01-01`, validTo: `${year + 1}-01-01` }),
    )
    const begins = addDays(due, -ahead)
    if (own.length === 0 || begins > today || due < `${Number(today.slice(0, 4)) - 1}-01-01`) return []
    return [
      {
        key: `assets.surrender/${kind}/${year}`,
        area: 'assets',
        code: 'assets.task.surrender',
        facts: { year },
        record: `assets/year/${year}`,
        node: null,
        path: `${path}?year=${year}`,
        seenWith: 'assets.read',
        fallsTo: 'assets.enter',
        responsible: [],
        department: null,
        begins,
        due,
        isDone: held.has(year),
      },
    ]
  })
}

/** What the allowances show: which there are and what is held (C.6.2.1 a), and what this year is expected to emit (C.8.1.1). */
export const assetsSignals: SignalSource = (db, { today }) => {
  const units = unitsOf(db).map(({ id }) => `assets/unit/${id}`)
  const held = yearsSettled(db).filter(({ allowancesHeld }) => allowancesHeld !== null)
  const year = Number(today.slice(0, 4))
  const planned = allPlanned(db).filter(({ month }) => Number(month.slice(0, 4)) >= year)
  const budgeted = [
    ...new Set(planned.map(({ unit }) => (unit === null ? `assets/year/${year}` : `assets/unit/${unit}`))),
  ]
  return [
    said('C.6.2.1-a', 'allowances', [...units, ...held.map((each) => `assets/year/${each.year}`)], {
      units: units.length,
      years: held.length,
    }),
    said('C.8.1.1-1', 'budget', budgeted, { year, count: planned.length }),
  ]
}
function said(
  requirement: string,
  word: 'allowances' | 'budget',
  records: readonly string[],
  facts: RequirementSignal['facts'],
): RequirementSignal {
  const isMet = records.length > 0
  const code = isMet ? `assets.signal.${word}` : `assets.signal.no-${word}`
  return { about: { requirement }, isMet, code, facts, records, path }
}
