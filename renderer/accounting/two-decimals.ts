import type { DecimalText } from '#shared/kernel/quantity'

const places = 2

/** Pads a number to two decimals, so that a column of them lines up; longer ones stay as they are. */
export function twoDecimals(text: DecimalText): DecimalText
export function twoDecimals(text: DecimalText | null): DecimalText | null
export function twoDecimals(text: DecimalText | null): DecimalText | null {
  if (text === null) return null
  const [whole = '', rest = ''] = text.split('.')
  return rest.length >= places ? text : `${whole}.${rest.padEnd(places, '0')}`
}
