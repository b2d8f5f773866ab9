import type { Wording } from '#shared/kernel/texts'
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
