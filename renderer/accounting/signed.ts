import type { DecimalText } from '#shared/kernel/quantity'

import { grouped, shortened } from '../ui/number-text.ts'

/** A change in percent with its sign: `+3.2 %`, `−0.4 %`, `0 %`. */
export function signed(percent: DecimalText): string {
  const short = shortened(percent, 1)
  const isNothing = /^-?0(\.0+)?$/.test(short)
  if (isNothing) return '0\u2009%'
  return `${short.startsWith('-') ? '' : '+'}${grouped(short)}\u2009%`
}
