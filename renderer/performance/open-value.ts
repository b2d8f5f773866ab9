import type { FigureNode } from '#shared/accounting/inventory'

import { api } from '../kernel/api.ts'
import { openExplain } from '../kernel/explain.ts'

const of = {
  area: 'performance',
  ask: (path: string, at: readonly number[]): Promise<FigureNode> =>
    api.performance.figure({ path, at: [...at] }),
}

/** Opens a number of this area in the drawer. */
export function openValue(title: string, path: string): void {
  openExplain({ kind: 'figure', title, subject: { inventory: null, path, of } })
}
