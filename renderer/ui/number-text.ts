import { Decimal, type DecimalText } from '#shared/kernel/quantity'

/** Groups the digits before the point by threes: `1234567.8901` is `1,234,567.8901`. Works on text, so nothing rounds. */
export function grouped(text: DecimalText): string {
  const [, sign = '', whole = '', rest = ''] = /^(-?)(\d+)(\.\d+)?$/.exec(text) ?? []
  if (whole === '') return text
  return `${sign === '-' ? '−' : ''}${whole.replace(/\B(?=(\d{3})+$)/g, ',')}${rest}`
}

/** The number with at most so many decimals, for the eye only; the full one stands in the hover and in every file. */
export function shortened(text: DecimalText, decimals: number): DecimalText {
  const places = text.split('.')[1]?.length ?? 0
  return places <= decimals ? text : new Decimal(text).toFixed(decimals)
}

/** Orders decimal texts by value; what is no number comes first. */
export function compareNumbers(a: DecimalText, b: DecimalText): number {
  const [left, right] = [numberOf(a), numberOf(b)]
  if (left === null || right === null) return (left === null ? 0 : 1) - (right === null ? 0 : 1)
  return left.comparedTo(right)
}
function numberOf(text: string): Decimal | null {
  return /^-?\d+(\.\d+)?$/.test(text) ? new Decimal(text) : null
}

const lowDigits = '₀₁₂₃₄₅₆₇₈₉'
const low = /([₀-₉]|(?<=CO|CH|SF|NF|CF|C\dF)\d|(?<=[NH])\d(?=O)|(?<=C)\d(?=F))/

/** Pieces of a unit or formula, those that stand low marked: `tCO2e` is `tCO`, low `2`, `e`. */
export function lowered(text: string): readonly { readonly text: string; readonly low: boolean }[] {
  return text
    .split(low)
    .map((piece, index) => {
      const digit = lowDigits.indexOf(piece)
      return { text: piece !== '' && digit >= 0 ? String(digit) : piece, low: index % 2 === 1 }
    })
    .filter((piece) => piece.text !== '')
}

/** The nearest float, for where to draw a line and for nothing else: what is read stands as text beside it. */
export function drawable(text: DecimalText): number {
  return new Decimal(text).toNumber()
}
