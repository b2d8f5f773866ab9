import { familyOf, type Gas, gases } from '#shared/factors/gases'

/** The substances of the four fluorinated families: HFCs, PFCs, SF6 and NF3. */
export const fluorinatedGases: readonly Gas[] = gases.filter((gas) =>
  ['HFCs', 'PFCs', 'SF6', 'NF3'].includes(familyOf(gas) ?? ''),
)

/** What cooling equipment may hold: fluorinated gases, the older CFCs and HCFCs beside the seven families, and CO₂. */
export const refrigerants: readonly Gas[] = gases.filter(
  (gas) => !['CH4', 'N2O'].includes(familyOf(gas) ?? ''),
)
