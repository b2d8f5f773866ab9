import { countingReadings } from '#db/activity/readings'
import type { ReadDb } from '#db/kernel/access'
import { meterRecord } from '#db/monitoring/meter-queries'
import { nodesOfParameters, parametersById } from '#db/monitoring/queries'
import type { Handlers, Scopes, WriteContext } from '#electron/kernel/context'
import { insertSettlement } from '#electron/monitoring/settlements'
import type { Reading } from '#shared/activity/model'
import type { standingContract } from '#shared/activity/standing-contract'
import { Decimal, type DecimalText } from '#shared/kernel/quantity'
import { Refusal } from '#shared/kernel/refusal'
import type { MeterId } from '#shared/monitoring/meter'
import type { Parameter } from '#shared/monitoring/model'
import type { NodeId } from '#shared/organization/model'

import { type Doubt, doubtsIn } from './doubts.ts'
import { correctAll } from './enter.ts'

/** Acts on data because of how their meters stand. */
export const standingHandlers: Handlers<typeof standingContract> = { correctByMeter }

export const standingScopes: Scopes<typeof standingContract> = {
  correctByMeter: (db: ReadDb, { meter }: { readonly meter: MeterId }): NodeId[] => {
    const record = meterRecord(db, meter)
    if (!record) return []
    const measured = record.uses.map(({ parameter }) => parameter)
    return [record.meter.node, ...nodesOfParameters(db, measured)]
  },
}

interface Correction {
  readonly meter: MeterId
  readonly from: string
  readonly to: string
  readonly factor: DecimalText
  readonly reason: string
}

function correctByMeter(context: WriteContext, { meter, from, to, factor, reason }: Correction) {
  const { db, today } = context
  if (!new Decimal(factor).isPositive() || new Decimal(factor).isZero())
    throw new Refusal('activity.factor-not-positive')
  const record = meterRecord(db, meter)
  if (!record) throw new Refusal('monitoring.no-such-meter')
  const parameters = parametersById(
    db,
    record.uses.map(({ parameter }) => parameter),
  )
  const range = { from: from.slice(0, 4), to: `${to.slice(0, 4)}~` }
  const taken = doubtsIn(db, parameters, range, today)
    .filter((doubt) => doubt.meter === meter && doubt.from < to && from < doubt.to)
    .flatMap((doubt) => readingsWithin(db, parameters, doubt, { from, to }))
  if (taken.length === 0) throw new Refusal('activity.no-readings-in-doubt', { tag: record.meter.tag })
  const once = [...new Map(taken.map((reading) => [reading.id, reading])).values()]
  const before = new Set(
    record.settlements.flatMap((each) => (each.kind === 'corrected' ? each.settledAt : [])),
  )
  const twice = once.find(({ entered }) => entered.kind === 'correct' && before.has(entered.at))
  if (twice) throw new Refusal('activity.multiplied-already', { tag: record.meter.tag, from: twice.from })
  insertSettlement(context, { meter, from, to, kind: 'corrected', certificate: null, factor, reason })
  const { act } = correctAll(context, {
    corrections: once.map(({ id, value, unit }) => ({
      reading: id,
      text: multiplied(value, factor),
      unit,
      note: null,
    })),
    proofs: [],
    reason,
  })
  return { act, count: once.length }
}

type Within = Pick<Reading, 'id' | 'value' | 'unit' | 'from' | 'entered'>
/** The readings taken in the time, not what stands in for them; one that lies in it only in part cannot be multiplied as a whole. */
function readingsWithin(
  db: ReadDb,
  parameters: readonly Parameter[],
  doubt: Doubt,
  { from, to }: { readonly from: string; readonly to: string },
): Within[] {
  const parameter = parameters.find(({ id }) => id === doubt.parameter)
  if (!parameter) return []
  const [begins, ends] = [from > doubt.from ? from : doubt.from, to < doubt.to ? to : doubt.to]
  const readings = countingReadings(db, parameter, doubt.months).filter(
    (reading) => reading.substitution === null && reading.from < ends && reading.to > begins,
  )
  const across = readings.find((reading) => reading.from < begins || reading.to > ends)
  if (across) throw new Refusal('activity.reading-across-lapse', { name: parameter.name, from: across.from })
  return readings
}

/** As many digits as a reading can hold; a product of more is rounded half up at the last of them. */
function multiplied(value: DecimalText | null, factor: DecimalText): string {
  return new Decimal(value ?? '0')
    .times(factor)
    .toSignificantDigits(15, Decimal.ROUND_HALF_UP)
    .toDecimalPlaces(12)
    .toFixed()
}
