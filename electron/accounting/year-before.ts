import { revisionOf } from '#db/activity/queries'
import type { ReadContext } from '#electron/kernel/context'
import type { Account, Total } from '#shared/accounting/account'
import { changeOf } from '#shared/accounting/change'
import {
  type FormerTotal,
  newInventory,
  type NewInventory,
  type Overview,
} from '#shared/accounting/inventory'
import { textOf } from '#shared/kernel/figure'

import { rangeOf } from './gather.ts'
import { totalsOf } from './kept-account.ts'
import { liveAccount } from './live.ts'
import { shownTotalAt } from './show.ts'

/** The same rules on the year before, if anything is known of it, each total with what became of it. */
export function yearBefore(
  { db, around }: Pick<ReadContext, 'db' | 'around'>,
  rules: NewInventory,
  account: Account,
): Overview['before'] {
  const year = rules.year - 1
  if (revisionOf(db, rangeOf(year)) === 0) return null
  const earlier = liveAccount(db, around, newInventory.parse({ ...rules, year })).account
  const now = new Map(totalsOf(account).map(({ path, total }) => [path, total]))
  const former = (path: string, key: string, total: Total): FormerTotal => ({
    ...shownTotalAt(path, key, total),
    change: changed(total, now.get(path.replace(`/${year}-`, `/${rules.year}-`))),
  })
  return {
    total: former('total', 'total', earlier.total),
    byMonth: earlier.byMonth.map(({ key, total }) => former(`month/${key}`, key, total)),
    sources: earlier.bySource.map(({ source: { id }, total }) => former(`source/${id}`, id, total)),
  }
}

function changed(before: Total, now: Total | undefined): string | null {
  if (before.state === 'incomplete' || now?.state !== 'complete') return null
  const change = changeOf(before.figure, now.figure)
  return change && textOf(change.value)
}
