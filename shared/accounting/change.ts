import type { Figure } from '#shared/kernel/figure'
import { converted, differenceOf, named, ratioOf } from '#shared/kernel/figure-algebra'
import type { Measure } from '#shared/kernel/units'

/**
 * How much more or less than before, in percent of before: (now − before) ÷ before. Null when before is zero: from
 * nothing there is no percentage.
 */
export function changeOf<M extends Measure>(before: Figure<M>, now: Figure<M>): Figure<'%'> | null {
  if (before.value.isZero()) return null
  const more = differenceOf(now, [before], { code: 'accounting.difference' })
  return named(converted(ratioOf(more, before), '%'), { code: 'accounting.change' })
}
