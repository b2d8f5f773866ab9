import { Decimal, type DecimalText } from '#shared/kernel/quantity'
import type { Measure } from '#shared/kernel/units'
import type { Calculation } from '#shared/monitoring/methods'

import { type CoalBasis, type Moistures, netFromGross, onBasis } from './coal-bases.ts'
import type { LabNumber, NewLabSample } from './laboratory.ts'

/** What a sample comes to on the basis as received. */
export interface LabValues {
  /** Q_net,ar, GJ/t: as reported, else from the gross value. */
  readonly netHeat: Decimal | null
  /** C_ar, %. */
  readonly carbonReceived: Decimal | null
  /** Carbon per heat, tC/GJ. */
  readonly carbonPerHeat: Decimal | null
}

export function numberIn(sample: NewLabSample, name: LabNumber): Decimal | null {
  const text = sample[name]
  return text === null ? null : new Decimal(text)
}
function moisturesIn(sample: NewLabSample): Moistures {
  return { received: numberIn(sample, 'moistureReceived'), airDry: numberIn(sample, 'moistureAirDry') }
}

export function valuesOf(sample: NewLabSample): LabValues {
  const netHeat = netHeatOf(sample)
  const carbonReceived = carbonOn(sample, 'received')
  const isKnown = netHeat !== null && carbonReceived !== null && !netHeat.isZero()
  return { netHeat, carbonReceived, carbonPerHeat: isKnown ? carbonReceived.div(100).div(netHeat) : null }
}

function netHeatOf(sample: NewLabSample): Decimal | null {
  const net = numberIn(sample, 'netHeat')
  if (net !== null) return net
  const [gross, hydrogen] = [numberIn(sample, 'grossHeat'), numberIn(sample, 'hydrogen')]
  return gross === null || hydrogen === null ? null : netFromGross(gross, hydrogen, moisturesIn(sample))
}

/** Elemental carbon in percent on a basis, by formula from the one of the report. */
export function carbonOn(sample: NewLabSample, basis: CoalBasis): Decimal | null {
  const carbon = numberIn(sample, 'carbon')
  return carbon === null ? null : onBasis(carbon, sample.carbonBasis, basis, moisturesIn(sample))
}

/** Roles of a fuel's parameters that a laboratory gives values for. */
export const labRoles = [
  'carbon',
  'moistureReceived',
  'moistureAirDry',
  'calorificValue',
  'carbonContent',
] as const
export type LabRole = (typeof labRoles)[number]

/** What a sample says of a parameter, in the unit beside it; null where the report does not say it. */
export function labValue(
  role: LabRole,
  sample: NewLabSample,
  calculation: Calculation,
): { readonly value: Decimal; readonly unit: Measure } | null {
  const in_ = (value: Decimal | null, unit: Measure) => (value === null ? null : { value, unit })
  switch (role) {
    case 'carbon': {
      const basis = calculation.method === 'fuel-by-element-carbon' ? calculation.carbonBasis : 'received'
      return in_(carbonOn(sample, basis)?.div(100) ?? null, 'tC/t')
    }
    case 'moistureReceived':
    case 'moistureAirDry':
      return in_(numberIn(sample, role), '%')
    case 'calorificValue':
      return in_(valuesOf(sample).netHeat, 'GJ/t')
    case 'carbonContent':
      return in_(valuesOf(sample).carbonPerHeat, 'tC/GJ')
  }
}

/** Digits behind the point of a value that was calculated: more than any report states, and no end of them. */
const decimals = 8

/** The text under which a value becomes a reading; what the report says is kept as it is. */
export function textOfLabValue(value: Decimal): DecimalText {
  return value.toDecimalPlaces(decimals, Decimal.ROUND_HALF_EVEN).toFixed()
}
