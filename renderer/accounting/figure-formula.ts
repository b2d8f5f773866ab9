import type { FigureRecord } from '#shared/kernel/figure'
import { unreachable } from '#shared/kernel/refusal'

/** A piece of a formula with its values in place: an operand, by its number, or a sign between them. */
export type FormulaPiece = number | string

/** Up to so many operands a formula is written out; longer ones are a list that says what is done with it. */
const writtenOut = 6

/**
 * How a figure follows from its operands: `[0, '×', 1]` for a product of two. Null where there is nothing to write:
 * a leaf, or a sum of more lines than anybody reads in a row.
 */
export function formulaOf({ operation, operands }: FigureRecord): readonly FormulaPiece[] | null {
  const all = operands.map((_, index) => index)
  switch (operation) {
    case 'entered':
    case 'lookup':
    case 'constant':
      return null
    case 'sum':
      return operands.length > writtenOut || operands.length === 0 ? null : between(all, '+')
    case 'difference':
      return operands.length > writtenOut ? null : between(all, '−')
    case 'product':
      return between(all, '×')
    case 'quotient':
      return between(all, '÷')
    case 'convert':
    case 'round':
      return all
    case 'weighted-mean':
      return operands.length > writtenOut ? ['Σ (xᵢ × wᵢ) ÷ Σ wᵢ'] : meanOf(all)
    case 'interpolate':
      return [2, '+ (', 0, '−', 1, ') × (', 4, '−', 2, ') ÷ (', 3, '−', 1, ')']
    case 'least':
      return operands.length > writtenOut ? null : ['min (', ...between(all, ','), ')']
    case 'greatest':
      return operands.length > writtenOut ? null : ['max (', ...between(all, ','), ')']
    case 'power':
      return between(all, '^')
    default:
      return unreachable(operation)
  }
}

function between(operands: readonly number[], sign: string): FormulaPiece[] {
  return operands.flatMap((operand, index) => (index === 0 ? [operand] : [sign, operand]))
}
/** Values and weights take turns: (v₀ × w₀ + v₁ × w₁) ÷ (w₀ + w₁). */
function meanOf(operands: readonly number[]): FormulaPiece[] {
  const values = operands.filter((operand) => operand % 2 === 0)
  const products = values.flatMap((value, index) => [...(index === 0 ? [] : ['+']), value, '×', value + 1])
  return [
    '(',
    ...products,
    ') ÷ (',
    ...between(
      values.map((value) => value + 1),
      '+',
    ),
    ')',
  ]
}
