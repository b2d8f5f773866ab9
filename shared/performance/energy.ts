import { z } from 'zod'

import type { Figure } from '#shared/kernel/figure'
import { constant, converted, named, sumOf, times } from '#shared/kernel/figure-algebra'
import { decimalText } from '#shared/kernel/quantity'

/** Coal equivalents of GB/T 2589, as printed there: per MWh of electricity and per GJ of heat. */
const standard = 'GB/T 2589-2020 A'
const perMegawattHour = constant('0.1229', 'tce/MWh', {
  code: 'performance.figure.electricity-equivalent',
  basis: { clause: standard },
})
const perGigajoule = constant('0.03412', 'tce/GJ', {
  code: 'performance.figure.heat-equivalent',
  basis: { clause: standard },
})

/** What was burnt somewhere for each MWh of bought electricity in a year, by whom it was published. */
export const equalValue = z.object({
  year: z.int().min(1990).max(2100),
  /** In tce per MWh, which is also kgce per kWh. */
  value: decimalText.refine((text) => !text.startsWith('-') && !/^0(\.0*)?$/.test(text)),
  source: z.string().trim().min(1).max(300),
})
export type EqualValue = Readonly<z.output<typeof equalValue>>

/** Fuel by its calorific value: so many GJ ÷ 29.3076 GJ/tce. */
export function fuelInCoal(heat: Figure<'GJ'>): Figure<'tce'> {
  return named(converted(heat, 'tce'), { code: 'performance.figure.fuel-energy' })
}
/** Electricity by the heat in it, 0.1229 kgce/kWh, or by the equal value of the year. */
export function electricityInCoal(amount: Figure<'MWh'>, equal: EqualValue | null): Figure<'tce'> {
  const rate = equal
    ? constant(equal.value, 'tce/MWh', {
        code: 'performance.figure.equal-value',
        facts: { year: equal.year, origin: equal.source },
      })
    : perMegawattHour
  return named(times<'tce', 'MWh'>(amount, rate), { code: 'performance.figure.electricity-energy' })
}
/** Heat, 0.03412 kgce/MJ. */
export function heatInCoal(heat: Figure<'GJ'>): Figure<'tce'> {
  return named(times<'tce', 'GJ'>(heat, perGigajoule), { code: 'performance.figure.heat-energy' })
}
export function totalEnergy(parts: readonly Figure<'tce'>[]): Figure<'tce'> {
  return sumOf('tce', parts, { code: 'performance.figure.energy' })
}

/** One year of the energy side: each carrier in tce, both totals, and what is emitted for each tce. */
export const energyYear = z.object({
  year: z.int(),
  rows: z.array(
    z.object({
      what: z.string(),
      /** `none`: the plant had nothing of it in that year; `missing`: something is not known yet. */
      state: z.enum(['known', 'missing', 'none']),
      value: decimalText.nullable(),
      unit: z.string(),
      path: z.string(),
    }),
  ),
})
export type EnergyYear = Readonly<z.output<typeof energyYear>>
export const energyRows = [
  'fuel',
  'electricity',
  'heat',
  'equivalent',
  'equal-value',
  'emission-per-energy',
  'energy-per-output-value',
] as const
export type EnergyRow = (typeof energyRows)[number]
