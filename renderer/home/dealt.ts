import type { Permission } from '#shared/kernel/contract'

import type { HomeItem } from '../kernel/page.ts'

const order = ['late', 'due', 'odd', 'note'] as const satisfies readonly HomeItem['severity'][]

interface Dealt {
  readonly own: readonly HomeItem[]
  readonly others: readonly HomeItem[]
}

/** What falls to somebody who may do this much, and what they see falling to others; the pressing first in both. */
export function dealt(items: readonly HomeItem[], may: (permission: Permission) => boolean): Dealt {
  const sorted = order.flatMap((severity) => items.filter((item) => item.severity === severity))
  const isOwn = ({ fallsTo }: HomeItem) => fallsTo === null || may(fallsTo)
  return { own: sorted.filter(isOwn), others: sorted.filter((item) => !isOwn(item)) }
}
