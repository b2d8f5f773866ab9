import { isBlocking } from '#shared/activity/checks'
import type { GridRow } from '#shared/activity/contract'
import { closingMonthOf } from '#shared/activity/model'

import type { Tone } from '../ui/StateTag.tsx'

/** How a month stands, as the strip of the year shows it. */
export type MonthState =
  | { readonly kind: 'sealed' }
  | { readonly kind: 'blocked'; readonly count: number }
  | { readonly kind: 'ready' }
  | { readonly kind: 'empty' }

export const monthTones: Readonly<Record<MonthState['kind'], Tone>> = {
  sealed: 'good',
  blocked: 'stop',
  ready: 'info',
  empty: 'quiet',
}

/** What the readings of a year say about each of its months. */
export function monthStates(
  rows: readonly GridRow[],
  sealed: ReadonlySet<string>,
): (month: string) => MonthState {
  const cells = rows.flatMap((row) => row.cells)
  return (month) => {
    if (sealed.has(month)) return { kind: 'sealed' }
    const own = cells.filter((cell) => closingMonthOf(cell.month) === month)
    const blocking = own.flatMap(({ findings }) => findings).filter(isBlocking)
    if (blocking.length > 0) return { kind: 'blocked', count: blocking.length }
    return own.some(({ count }) => count > 0) ? { kind: 'ready' } : { kind: 'empty' }
  }
}
