import { monthsTaken } from '#db/activity/doubts'
import type { KeyRange } from '#db/activity/queries'
import type { ReadDb } from '#db/kernel/access'
import { meterRecords } from '#db/monitoring/meter-queries'
import type { Finding } from '#shared/kernel/finding'
import { addDays, type LapseCause, openLapses } from '#shared/monitoring/calibration'
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
  return lapsedUses(meterRecords(db), today).flatMap((lapsed) => {
    const parameter = byId.get(lapsed.parameter)
    if (!parameter) return []
    const months = monthsTaken(db, parameter, lapsed, range).map(({ month }) => month)
    return months.length === 0 ? [] : [{ ...lapsed, months }]
  })
}

/** Every time in which a parameter was measured by a meter with an unsettled lapse, whether there are readings or not. */
export function lapsedUses(records: readonly MeterRecord[], today: string): Omit<Doubt, 'months'>[] {
  return records.flatMap((record) =>
    openLapses(record, today).flatMap((lapse) =>
      record.uses.flatMap((use) => {
        const from = lapse.from > use.validFrom ? lapse.from : use.validFrom
        const to = use.validTo !== null && use.validTo < lapse.to ? use.validTo : lapse.to
        const { id: meter, tag } = record.meter
        return from < to ? [{ meter, tag, cause: lapse.cause, from, to, parameter: use.parameter }] : []
      }),
    ),
  )
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
