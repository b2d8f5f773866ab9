import type { ShownTotal } from '#shared/accounting/inventory'
import type { DecimalText } from '#shared/kernel/quantity'

const places = 2

/** A total with as many decimals as its rule rounds to, else two; null while a line is missing. */
export function paddedTotal({ value, decimals = places }: ShownTotal): DecimalText | null {
  return value === null ? null : padded(value, decimals)
}

/** Pads a number to two decimals, so that a column of them lines up; longer ones stay as they are. */
export function twoDecimals(text: DecimalText): DecimalText
export function twoDecimals(text: DecimalText | null): DecimalText | null
export function twoDecimals(text: DecimalText | null): DecimalText | null {
  if (text === null) return null
  return padded(text, places)
}

function padded(text: DecimalText, decimals: number): DecimalText {
  const [whole = '', rest = ''] = text.split('.')
  return rest.length >= decimals ? text : `${whole}.${rest.padEnd(decimals, '0')}`
}
