import { inventoriesOf } from '#db/accounting/queries'
import { meterRecords } from '#db/monitoring/meter-queries'
import { allParameters, allSources } from '#db/monitoring/queries'
import { boundaryInForce } from '#db/organization/boundary-queries'
import { organizationOf, productsOf } from '#db/organization/queries'
import { baselinesOf, measuresOf } from '#db/performance/plan-queries'
import { indicatorsOf } from '#db/performance/queries'
import type { ReadContext } from '#electron/kernel/context'
import type { SignalSource } from '#electron/kernel/offers'
import { canonical } from '#shared/kernel/canonical'
import { Decimal } from '#shared/kernel/quantity'
import type { Facts } from '#shared/kernel/refusal'
import type { RequirementSignal } from '#shared/kernel/signal'
import { openLapses } from '#shared/monitoring/calibration'
import type { Subsystem } from '#shared/organization/boundary'
import { inForce } from '#shared/performance/baseline'
import type { RecordLine, ReviewItem } from '#shared/performance/system-review'

import { coverageOf } from './coverage.ts'

/** How many of the largest sources a review is shown. */
const largest = 5

/**
 * What the records say of an item: the lines of this area and those before it, and every signal of the kinds of
 * evidence by which its requirement is shown.
 */
export function recordsFor(
  context: ReadContext,
  subsystem: Subsystem,
  sources: readonly SignalSource[],
): (item: ReviewItem) => RecordLine[] {
  const signals = sources.flatMap((source) => source(context.db, { today: context.today }))
  return (item) => [
    ...(subsystem === 'emission' ? (ownLines[item.key]?.(context) ?? []) : []),
    ...(subsystem === 'neutrality' && item.key === '2' ? measureLines(context) : []),
    ...uniqueLines(signals.filter((signal) => speaksOf(signal, item, subsystem)).map(toLine)),
  ]
}

/** One that speaks in several subsystems says the same once. */
function uniqueLines(lines: readonly RecordLine[]): RecordLine[] {
  return [...new Map(lines.map((each) => [canonical({ code: each.code, facts: each.facts }), each])).values()]
}
function speaksOf({ about }: RequirementSignal, item: ReviewItem, subsystem: Subsystem): boolean {
  if ('requirement' in about) return about.requirement === item.requirement
  return item.evidence.includes(about.evidence) && ['all', 'core', subsystem].includes(about.subsystem)
}
function toLine({ code, facts, path }: RequirementSignal): RecordLine {
  return { code, facts: { ...facts }, path }
}
function line(what: string, facts: Facts, path: string): RecordLine {
  return { code: `performance.records.${what}`, facts: { ...facts }, path }
}

/** What is known of the items of 6.1.2 without asking other areas. */
const ownLines: Readonly<Record<string, (context: ReadContext) => RecordLine[]>> = {
  b: ({ db, today }) => {
    const organization = organizationOf(db)
    const boundary = organization && boundaryInForce(db, organization.id, today)
    if (!boundary) return []
    const { number, title, validFrom, members, exclusions } = boundary
    const facts = { number, title, from: validFrom, members: members.length, exclusions: exclusions.length }
    return [line('boundary', facts, '/organization/boundary')]
  },
  c: ({ db, today }) => {
    const year = Number(today.slice(0, 4))
    const found = [year, year - 1].map((each) => productsOf(db, each)).find((each) => each.length > 0)
    return (found ?? []).map(({ name, year: of, output, unit }) =>
      output === null
        ? line('product-unknown', { name, year: of }, '/organization/products')
        : line('product', { name, year: of, output, unit }, '/organization/products'),
    )
  },
  d: ({ db }) => {
    const sources = allSources(db)
    const counted = (state: string) => sources.filter((each) => each.state === state).length
    const facts = { running: counted('running'), planned: counted('planned') + counted('building') }
    return [line('sources', { ...facts, closed: counted('closed') }, '/monitoring')]
  },
  e: ({ db }) => {
    const parameters = allParameters(db)
    const byLibrary = parameters.filter(({ factor }) => factor !== null).length
    return [line('parameters', { all: parameters.length, library: byLibrary }, '/monitoring')]
  },
  f: ({ db }) => {
    const frozen = inventoriesOf(db).filter(({ state }) => state === 'frozen')
    const [last] = frozen
    return last
      ? [line('inventory', { title: last.title, year: last.year, count: frozen.length }, '/accounting')]
      : []
  },
  g: (context) => {
    const { year, sources } = coverageOf(context)
    return sources
      .slice(0, largest)
      .flatMap(({ name, emission, share }) =>
        year === null || emission === null || share === null
          ? []
          : [
              line(
                'source',
                { name, year, emission: short(emission, 2), percent: short(share, 1) },
                '/performance/targets',
              ),
            ],
      )
  },
  h: measureLines,
  i: ({ db }) => {
    const indicators = new Map(indicatorsOf(db).map((each) => [each.id, each]))
    const baselines = baselinesOf(db).flatMap((each) => {
      const value = inForce(each)
      const name = indicators.get(each.indicator)?.name ?? ''
      return value
        ? [
            line(
              'baseline',
              { name, value: short(value.value, 4), unit: value.unit, years: value.years.join(', ') },
              '/performance/baselines',
            ),
          ]
        : []
    })
    const compared = [...indicators.values()].flatMap(({ id, name, references }) =>
      references.map(({ value, unit, year, source }) =>
        line('reference', { name, value, unit, year, source }, `/performance/indicators/${id}`),
      ),
    )
    return [...baselines, ...compared]
  },
  j: ({ db, today }) => {
    const meters = meterRecords(db)
    const lapsed = meters.filter((each) => openLapses(each, today).length > 0).length
    return [line('meters', { all: meters.length, lapsed }, '/monitoring/meters')]
  },
}

function measureLines({ db }: ReadContext): RecordLine[] {
  return measuresOf(db)
    .filter(({ state }) => state !== 'dropped')
    .map(({ title, state, expected, achieved, objective }) =>
      line(
        `measure-${state}`,
        { title, expected: expected ?? '?', achieved: achieved ?? '?' },
        `/performance/targets/${objective}`,
      ),
    )
}

/** A number as a sentence says it; the exact one stands on its own page. */
function short(value: string, decimals: number): string {
  return new Decimal(value).toDecimalPlaces(decimals).toFixed()
}
