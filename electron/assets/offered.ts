import { allPlanned, unitsOf, yearsSettled } from '#db/assets/queries'
import type { RecordSource, SignalSource } from '#electron/kernel/offers'
import type { RequirementSignal } from '#shared/kernel/signal'

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
