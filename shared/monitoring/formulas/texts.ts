import type { Wording } from '#shared/kernel/texts'

import { formulas } from './all.ts'
import type { FormulaDefinition, FormulaParameter } from './definition.ts'

type FormulaCode = `monitoring.formula.of.${string}` | `monitoring.role.formula.${string}`

/** The word under which the register knows an input of a formula, without `monitoring.role.` before it. */
export function kindOfInput({ id }: FormulaDefinition, { name }: FormulaParameter): `formula.${string}` {
  return `formula.${id}.${name}`
}

/** What formulas and their inputs are called, as their definitions say. */
export const formulaTexts: Readonly<Record<FormulaCode, Wording>> = Object.fromEntries(
  formulas.flatMap((formula): [FormulaCode, Wording][] => [
    [`monitoring.formula.of.${formula.id}`, formula.title],
    ...formula.parameters.map((parameter): [FormulaCode, Wording] => [
      `monitoring.role.${kindOfInput(formula, parameter)}`,
      parameter.title,
    ]),
  ]),
)
