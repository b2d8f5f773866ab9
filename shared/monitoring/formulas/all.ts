import { carbonMaterialFormulas } from './carbon-materials.ts'
import { carbonateFormulas } from './carbonates.ts'
import { cementFormulas } from './cement.ts'
import { cokingFormulas } from './coking.ts'
import { combustionFormulas } from './combustion.ts'
import type { FormulaDefinition, FormulaParameter } from './definition.ts'
import { flaringFormulas } from './flaring.ts'
import { fluorochemicalFormulas } from './fluorochemicals.ts'
import { etchingFormulas, gasEquipmentFormulas } from './gas-equipment.ts'
import { gridFormulas } from './grid.ts'
import { metalFormulas } from './metals.ts'
import { nitrousOxideFormulas } from './nitrous-oxide.ts'
import { petrochemicalFormulas } from './petrochemical.ts'
import { processCarbonDioxideFormulas } from './process-co2.ts'
import { recoveryFormulas } from './recovery.ts'
import { ventingFormulas } from './venting.ts'
import { wastewaterFormulas } from './wastewater.ts'

/** Every formula that a source can be calculated by, one line per group. */
export const formulas: readonly FormulaDefinition[] = [
  ...combustionFormulas,
  ...carbonateFormulas,
  ...cementFormulas,
  ...metalFormulas,
  ...gridFormulas,
  ...carbonMaterialFormulas,
  ...processCarbonDioxideFormulas,
  ...nitrousOxideFormulas,
  ...petrochemicalFormulas,
  ...cokingFormulas,
  ...flaringFormulas,
  ...ventingFormulas,
  ...wastewaterFormulas,
  ...fluorochemicalFormulas,
  ...etchingFormulas,
  ...gasEquipmentFormulas,
  ...recoveryFormulas,
]

const byId = new Map(formulas.map((formula) => [formula.id, formula]))
/** For the schemas of the register and of the inventory document: an id that is no formula is refused there. */
export const formulaIds = formulas.map(({ id }) => id) as readonly string[] as readonly [string, ...string[]]

/** @throws Error for an id that the schemas would have refused. */
export function formulaById(id: string): FormulaDefinition {
  const formula = byId.get(id)
  if (!formula) throw new Error(`No such formula: ${id}`)
  return formula
}

/** Where the parameter of an input stands in a source of this kind, and in its line of the inventory. */
export function pathOfInput({ name }: FormulaParameter): string {
  return `inputs/${name}`
}
