import type { Finding } from '#shared/kernel/finding'
import { endOf } from '#shared/kernel/period'
import { Decimal } from '#shared/kernel/quantity'
import { addDays } from '#shared/kernel/working-days'

import { carbonOn, numberIn, valuesOf } from './laboratory-values.ts'
import type { LabSample } from './laboratory.ts'

/** Days after the month within which the ministry's guideline has the test reported. */
const reportedWithin = 40
const carbonPerHeatBand = { low: '0.022', high: '0.031' } as const
const carbonBand = { low: '20', high: '80' } as const

const checks = [
  moistures,
  sums,
  carbonByMoisture,
  perHeat,
  carbonRange,
  withoutMoisture,
  chain,
  laboratories,
  late,
]

/** Everything to look at in one sample. Nothing of it keeps the sample from being saved. */
export function checkSample(sample: LabSample): Finding[] {
  return checks.flatMap((check) => check(sample))
}

function at(sample: LabSample, code: string, facts: Finding['facts'] = {}): Finding[] {
  return [{ severity: 'explain', code, where: sample.id, facts: { number: sample.number, ...facts } }]
}

/** Air-dry coal holds no more water than coal as received. */
function moistures(sample: LabSample): Finding[] {
  const [received, airDry] = [numberIn(sample, 'moistureReceived'), numberIn(sample, 'moistureAirDry')]
  if (received === null || airDry === null || airDry.lte(received)) return []
  return at(sample, 'activity.lab.moisture-order', { received: received.toFixed(), airDry: airDry.toFixed() })
}

/** Moisture, ash and volatile matter leave fixed carbon over; so do carbon, hydrogen, sulphur, ash and moisture oxygen. */
function sums(sample: LabSample): Finding[] {
  const all = (values: readonly (Decimal | null)[]): Decimal | null =>
    values.every((value) => value !== null) ? Decimal.sum(0, ...values) : null
  const [moisture, ash] = [numberIn(sample, 'moistureAirDry'), numberIn(sample, 'ash')]
  const proximate = all([moisture, ash, numberIn(sample, 'volatile')])
  const ultimate = all([moisture, ash, carbonOn(sample, 'air-dry')])
  const withRest =
    ultimate?.plus(numberIn(sample, 'hydrogen') ?? 0).plus(numberIn(sample, 'sulphur') ?? 0) ?? null
  const tooMuch = [proximate, withRest].find((sum) => sum?.gt(100) === true)
  return tooMuch ? at(sample, 'activity.lab.sum-over-whole', { sum: tooMuch.toFixed() }) : []
}

/** With more water in the coal as received, it holds less carbon than the air-dry sample. */
function carbonByMoisture(sample: LabSample): Finding[] {
  const [received, airDry] = [numberIn(sample, 'moistureReceived'), numberIn(sample, 'moistureAirDry')]
  const [wet, dry] = [carbonOn(sample, 'received'), carbonOn(sample, 'air-dry')]
  if (received === null || airDry === null || wet === null || dry === null) return []
  if (received.lte(airDry) || dry.gt(wet)) return []
  return at(sample, 'activity.lab.carbon-order', { received: shown(wet), airDry: shown(dry) })
}

function perHeat(sample: LabSample): Finding[] {
  const { carbonPerHeat } = valuesOf(sample)
  if (carbonPerHeat === null || isWithin(carbonPerHeat, carbonPerHeatBand)) return []
  return at(sample, 'activity.lab.carbon-per-heat', {
    value: carbonPerHeat.toDecimalPlaces(5).toFixed(),
    ...carbonPerHeatBand,
  })
}

function carbonRange(sample: LabSample): Finding[] {
  const { carbonReceived } = valuesOf(sample)
  if (carbonReceived === null || isWithin(carbonReceived, carbonBand)) return []
  return at(sample, 'activity.lab.carbon-range', { value: shown(carbonReceived), ...carbonBand })
}

/** Carbon of an air-dry or dry sample is worth nothing without the moisture that brings it back. */
function withoutMoisture(sample: LabSample): Finding[] {
  if (sample.carbon === null || carbonOn(sample, 'received') !== null) return []
  return at(sample, 'activity.lab.no-moisture')
}

/** Sampled, received, tested, reported: one after the other. */
function chain(sample: LabSample): Finding[] {
  const days = [sample.sampledOn, sample.receivedOn, sample.testedOn, sample.reportedOn].filter(
    (on) => on !== null,
  )
  const isInOrder = days.every((on, index) => index === 0 || (days[index - 1] ?? '') <= on)
  return isInOrder ? [] : at(sample, 'activity.lab.chain-order')
}

function laboratories(sample: LabSample): Finding[] {
  if (sample.carbon === null || sample.accreditation !== 'none') return []
  return at(sample, 'activity.lab.not-accredited', { laboratory: sample.laboratory ?? '—' })
}

function late(sample: LabSample): Finding[] {
  const last = addDays(endOf(sample.month), reportedWithin - 1)
  if (sample.carbon === null || sample.reportedOn === null || sample.reportedOn <= last) return []
  return at(sample, 'activity.lab.reported-late', { on: sample.reportedOn, last, days: reportedWithin })
}

function isWithin(value: Decimal, { low, high }: { readonly low: string; readonly high: string }): boolean {
  return value.gte(low) && value.lte(high)
}
function shown(value: Decimal): string {
  return value.toDecimalPlaces(2).toFixed()
}
