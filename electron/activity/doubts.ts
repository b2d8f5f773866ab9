import { monthsTaken } from '#db/activity/doubts'
import type { KeyRange } from '#db/activity/queries'
import type { ReadDb } from '#db/kernel/access'
import { meterRecords } from '#db/monitoring/meter-queries'
import type { Finding } from '#shared/kernel/finding'
import { addDays, type Lapse, type LapseCause, openLapses } from '#shared/monitoring/calibration'
import type { MeterId, MeterRecord } from '#shared/monitoring/meter'
import type { Parameter, ParameterId } from '#shared/monitoring/model'

/** Readings of one parameter that were taken while their meter was without valid calibration. */
export interface Doubt {
  readonly meter: MeterId
  readonly tag: string
  readonly cause: LapseCause
  /** Half-open, as far as the meter measured this parameter. */
  readonly from: string
  readonly to: string
  readonly parameter: ParameterId
  /** The months that have such readings; a whole year where they are over the year. */
  readonly months: readonly string[]
}

/** Every reading of some parameters that an unsettled lapse of a meter throws doubt on, in a range of months. */
export function doubtsIn(
  db: ReadDb,
  parameters: readonly Parameter[],
  range: KeyRange,
  today: string,
): Doubt[] {
  const byId = new Map(parameters.map((parameter) => [parameter.id, parameter]))
  return meterRecords(db).flatMap((record) =>
    openLapses(record, today).flatMap((lapse) => doubtsOf(db, record, lapse, byId, range)),
  )
}

function doubtsOf(
  db: ReadDb,
  { meter, uses }: MeterRecord,
  lapse: Lapse,
  parameters: ReadonlyMap<ParameterId, Parameter>,
  range: KeyRange,
): Doubt[] {
  return uses.flatMap((use) => {
    const parameter = parameters.get(use.parameter)
    const from = lapse.from > use.validFrom ? lapse.from : use.validFrom
    const to = use.validTo !== null && use.validTo < lapse.to ? use.validTo : lapse.to
    if (!parameter || from >= to) return []
    const months = monthsTaken(db, parameter, { from, to }, range).map(({ month }) => month)
    if (months.length === 0) return []
    const { cause } = lapse
    return [{ meter: meter.id, tag: meter.tag, cause, from, to, parameter: parameter.id, months }]
  })
}

/** What a cell of the grid says of them. */
export function doubtFindings(
  doubts: readonly Doubt[],
): (parameter: Pick<Parameter, 'id' | 'name'>, month: string) => Finding[] {
  return ({ id, name }, month) =>
    doubts
      .filter((doubt) => doubt.parameter === id && doubt.months.includes(month))
      .map(({ tag, cause, from, to }) => ({
        severity: 'explain',
        code: `activity.uncalibrated-${cause}`,
        where: `${id}/${month}`,
        facts: { name, month, meter: tag, from, to: addDays(to, -1) },
      }))
}
