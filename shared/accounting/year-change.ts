import type { Figure } from '#shared/kernel/figure'
import { differenceOf, sumOf } from '#shared/kernel/figure-algebra'
import type { Decimal } from '#shared/kernel/quantity'

import { type BridgeCause, bridgeOf, type BridgeSide, type BridgeStep, exactSum } from './bridge.ts'
import type { InventoryDocument } from './document.ts'
import { account } from './engine.ts'
import type { Library } from './library.ts'
import { withParameters } from './mixed-source.ts'
import type { Parameter } from './parameter.ts'
import type { Source } from './source.ts'

/**
 * Why a year's total is another than that of the year before. A correction is what the year before is now, against
 * how it was reported; the others lead from it, as it is now, to this year.
 */
export const changeCauses = ['correction', 'activity', 'factor', 'boundary', 'method', 'rounding'] as const
export type ChangeCause = (typeof changeCauses)[number]

const groups: Readonly<Record<BridgeCause, ChangeCause>> = {
  activity: 'activity',
  factors: 'factor',
  data: 'factor',
  gwp: 'factor',
  'only-in-first': 'boundary',
  'only-in-second': 'boundary',
  share: 'boundary',
  scope2: 'boundary',
  method: 'method',
  guideline: 'method',
  rounding: 'rounding',
}

/** One step of a source, or of the total where no source is to be named. */
export interface ChangeStep {
  readonly source: Pick<Source, 'id' | 'name'> | null
  readonly cause: ChangeCause
  readonly figure: Figure<'tCO2e'>
  readonly value: Decimal
}

export interface YearChange {
  readonly steps: readonly ChangeStep[]
  /** Sources that have no result in one of the years; then the steps do not lead to the total. */
  readonly open: readonly Pick<Source, 'id' | 'name'>[]
}

/**
 * From one year's total to the next, split into steps that add up to the difference to the last digit. The causes are
 * taken in a stated order: correction, then for each source method, activity, factors, measured properties, and the
 * rules of the inventory. What is not split further stands whole: a source that came or went is boundary.
 *
 * @param reported the year before as it was reported; null where nothing was, or where it is the same as `before`.
 * @param before the year before as the readings are now.
 */
export function changeOfYear(
  reported: BridgeSide | null,
  before: BridgeSide,
  after: BridgeSide,
  library: Library,
): YearChange {
  const correction = reported ? bridgeOf(reported, before, library) : null
  const moved = inYearOf(after.document, before, library)
  const change = bridgeOf(moved, after, library)
  const open = [correction, change].flatMap((bridge) =>
    (bridge?.lines ?? []).filter(({ steps }) => steps === null).map(({ source }) => source),
  )
  return {
    steps: [
      ...(correction ? stepsOf(correction, () => 'correction') : []),
      ...calendarSteps(before, moved),
      ...stepsOf(change, (cause) => groups[cause]),
    ].filter(({ value }) => !value.isZero()),
    open: [...new Map(open.map((source) => [source.id, source])).values()],
  }
}

function stepsOf(
  { lines, rounding }: ReturnType<typeof bridgeOf>,
  causeOf: (cause: BridgeCause) => ChangeCause,
): ChangeStep[] {
  const ofLines = lines.flatMap(({ source, steps }) =>
    (steps ?? []).map(({ cause, figure, value }) => ({ source, cause: causeOf(cause), figure, value })),
  )
  if (!rounding) return ofLines
  return [...ofLines, { ...rounding, source: null, cause: causeOf('rounding') }]
}

/** What a source comes to in the months of another year with the same data: nothing, but where hours are counted. */
function calendarSteps(before: BridgeSide, moved: BridgeSide): ChangeStep[] {
  const then = new Map(before.account.bySource.map((each) => [each.source.id, each.total]))
  return moved.account.bySource.flatMap(({ source, total }) => {
    const earlier = then.get(source.id)
    if (earlier?.state !== 'complete' || total.state !== 'complete') return []
    const figure = differenceOf(total.figure, [earlier.figure], {
      code: 'accounting.change-calendar',
      facts: { source: source.name },
    })
    return [{ source, cause: 'activity' as const, figure, value: figure.value }]
  })
}

/** The steps of a cause as one number, exactly, with a figure that opens to them. */
export function sumOfCause(
  { steps }: YearChange,
  cause: ChangeCause,
): { readonly value: string; readonly figure: Figure<'tCO2e'> } {
  const own = steps.filter((step) => step.cause === cause)
  const figure = sumOf(
    'tCO2e',
    own.map((step) => step.figure),
    { code: `accounting.change.${cause}` },
  )
  return { value: exactSum(own as readonly Pick<BridgeStep, 'value'>[]), figure }
}

/** A year's inventory with its data in the same months of the year of another, computed anew. */
function inYearOf(other: InventoryDocument, side: BridgeSide, library: Library): BridgeSide {
  const years = Number(other.period.from.slice(0, 4)) - Number(side.document.period.from.slice(0, 4))
  const moved = inYearsLater(side.document, years)
  return { document: moved, account: account(moved, library) }
}

function inYearsLater(document: InventoryDocument, years: number): InventoryDocument {
  const later = (at: string) => `${Number(at.slice(0, 4)) + years}${at.slice(4)}`
  const { editions } = document
  return {
    ...document,
    period: { ...document.period, from: later(document.period.from), to: later(document.period.to) },
    ...(editions === undefined
      ? {}
      : { editions: editions.map((edition) => ({ ...edition, from: later(edition.from) })) }),
    sources: document.sources.map((source) => sourceLater(source, later)),
  }
}

function sourceLater(source: Source, later: (at: string) => string): Source {
  const moved = withParameters(source, (own) => parameterLater(own, later))
  const { from, to } = moved
  return {
    ...moved,
    ...(from === undefined ? {} : { from: later(from) }),
    ...(to === undefined ? {} : { to: later(to) }),
  }
}
function parameterLater(parameter: Parameter, later: (at: string) => string): Parameter {
  const { months, laterFactors } = parameter
  return {
    ...parameter,
    ...(months === undefined
      ? {}
      : { months: Object.fromEntries(Object.entries(months).map(([at, value]) => [later(at), value])) }),
    ...(laterFactors === undefined
      ? {}
      : { laterFactors: laterFactors.map((each) => ({ ...each, from: later(each.from) })) }),
  }
}
