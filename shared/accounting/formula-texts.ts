import type { Wording } from '#shared/kernel/texts'
import { formulaOf } from '#shared/monitoring/formula'
import { formulas } from '#shared/monitoring/formulas/all'

export type FormulaFigureCode = `accounting.formula.${string}` | `accounting.input.${string}`

/** What a figure is called that a formula gives, and one that goes into it: the title and the symbol beside it. */
export const formulaFigureTexts: Readonly<Record<FormulaFigureCode, Wording>> = Object.fromEntries(
  formulas.flatMap(({ id, title, parameters }): [FormulaFigureCode, Wording][] => [
    [`accounting.formula.${id}`, title],
    ...parameters.map(({ name, title: { zh, en }, symbol }): [FormulaFigureCode, Wording] => [
      `accounting.input.${id}.${name}`,
      { zh: `${zh} ${symbol}`, en: `${en} ${symbol}` },
    ]),
  ]),
)

/** How the formula that gives a figure is written, with its symbols; null for figures that no formula gives. */
export function writtenFormula(code: string): readonly string[] | null {
  const formula = formulas.find(({ id }) => code === `accounting.formula.${id}`)
  return formula
    ? formulaOf({ calculation: { method: 'formula', formula: formula.id }, gas: 'CO2' }).lines
    : null
}
