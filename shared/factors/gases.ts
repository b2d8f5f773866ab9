import type { Unit } from '#shared/kernel/units'

/** The seven gas families that an inventory reports by, in the order of the report forms. */
export const gasFamilies = ['CO2', 'CH4', 'N2O', 'HFCs', 'PFCs', 'SF6', 'NF3'] as const
export type GasFamily = (typeof gasFamilies)[number]

/** Ozone-depleting and other gases stand outside the seven families; their emission is reported separately. */
type Family = GasFamily | 'outside'

/** Every substance with a family. Refrigerant blends are no substance: they are accounted by their components. */
const substances = {
  CO2: 'CO2',
  CH4: 'CH4',
  'CH4-fossil': 'CH4',
  'CH4-non-fossil': 'CH4',
  N2O: 'N2O',
  'HFC-23': 'HFCs',
  'HFC-32': 'HFCs',
  'HFC-41': 'HFCs',
  'HFC-125': 'HFCs',
  'HFC-134': 'HFCs',
  'HFC-134a': 'HFCs',
  'HFC-143': 'HFCs',
  'HFC-143a': 'HFCs',
  'HFC-152': 'HFCs',
  'HFC-152a': 'HFCs',
  'HFC-161': 'HFCs',
  'HFC-227ea': 'HFCs',
  'HFC-236cb': 'HFCs',
  'HFC-236ea': 'HFCs',
  'HFC-236fa': 'HFCs',
  'HFC-245ca': 'HFCs',
  'HFC-245fa': 'HFCs',
  'HFC-365mfc': 'HFCs',
  'HFC-43-10mee': 'HFCs',
  CF4: 'PFCs',
  C2F6: 'PFCs',
  C3F8: 'PFCs',
  C4F10: 'PFCs',
  C5F12: 'PFCs',
  C6F14: 'PFCs',
  C7F16: 'PFCs',
  C8F18: 'PFCs',
  C10F18: 'PFCs',
  'c-C3F6': 'PFCs',
  'c-C4F8': 'PFCs',
  SF6: 'SF6',
  NF3: 'NF3',
  'CFC-11': 'outside',
  'CFC-12': 'outside',
  'HCFC-21': 'outside',
  'HCFC-22': 'outside',
  'HCFC-123': 'outside',
  'HCFC-124': 'outside',
  'HCFC-141b': 'outside',
  'HCFC-142b': 'outside',
  'HCFC-225ca': 'outside',
  'HCFC-225cb': 'outside',
  SO2F2: 'outside',
  SF5CF3: 'outside',
} as const satisfies Record<string, Family>

export type Gas = keyof typeof substances
export const gases = Object.keys(substances) as readonly string[] as readonly [Gas, ...Gas[]]

export function isGas(text: string): text is Gas {
  return Object.hasOwn(substances, text)
}

/** The family a substance is reported in; null for one outside the seven (CFCs, HCFCs and others). */
export function familyOf(gas: Gas): GasFamily | null {
  const family = substances[gas]
  return family === 'outside' ? null : family
}

const massUnits = {
  CO2: 'tCO2',
  CH4: 'tCH4',
  N2O: 'tN2O',
  HFCs: 'tHFC',
  PFCs: 'tPFC',
  SF6: 'tSF6',
  NF3: 'tNF3',
} as const satisfies Record<GasFamily, Unit>
export type GasMassUnit = (typeof massUnits)[GasFamily] | 't'

/** The unit a substance is weighed in: `massUnitOf('HFC-134a')` is `tHFC`; plain `t` outside the seven families. */
export function massUnitOf(gas: Gas): GasMassUnit {
  const family = familyOf(gas)
  return family === null ? 't' : massUnits[family]
}
