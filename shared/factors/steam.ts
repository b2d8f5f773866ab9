import { z } from 'zod'

import { decimalText } from '#shared/kernel/quantity'

import { bilingual } from './model.ts'

/** Pressure in MPa, temperature in °C, enthalpy in kJ/kg, all as exact decimal text. */
const state = z.strictObject({
  pressure: decimalText,
  temperature: decimalText,
  enthalpy: decimalText,
  /** What another program carries for this state and whether that is right: for comparison only, never used. */
  asCodedElsewhere: decimalText.nullable(),
  asCodedIs: z.enum(['ok', 'wrong']).nullable(),
})

/**
 * Enthalpy of water and steam by IAPWS-IF97. `saturated`: one row per pressure, dry saturated steam; `superheated`: a
 * full grid of pressure × temperature (water below saturation, steam above), sorted by pressure, then temperature.
 */
export const steamTable = z.strictObject({
  urn: z.string().regex(/^urn:tanbu:steam:(saturated|superheated):[a-z0-9.-]+$/),
  state: z.enum(['saturated', 'superheated']),
  title: bilingual,
  source: z.string().min(1),
  verification: z.literal('computed'),
  note: bilingual,
  /** The axes of the grid; for saturated steam the pressures alone. */
  pressures: z.array(decimalText).min(2),
  temperatures: z.array(decimalText),
  rows: z.array(state).min(2),
})
export type SteamTable = Readonly<z.output<typeof steamTable>>
