import type { FigureNode, InventoryId } from '#shared/accounting/inventory'

import { api } from '../kernel/api.ts'
import { queries, useAsk } from '../kernel/changes.ts'
import { openExplain } from '../kernel/explain.ts'

/** A number of an inventory, or of another area: under which path its figure stands. */
export interface FigureSubject {
  readonly inventory: InventoryId | null
  readonly path: string
  /** How another area is asked for a node of its figure. */
  readonly of?: {
    readonly area: string
    readonly ask: (path: string, at: readonly number[]) => Promise<FigureNode>
  }
}

/** Opens a number of an inventory in the drawer. */
export function openFigure(title: string, subject: FigureSubject): void {
  openExplain({ kind: 'figure', title, subject })
}

/** A working inventory follows these; a frozen one only itself. */
const followed = ['activity', 'monitoring', 'factors', 'organization']

function figureQuestion({ inventory, path, of }: FigureSubject, at: readonly number[]) {
  return {
    key: [of?.area ?? 'accounting', 'figure', inventory, path, at.join('.')] as const,
    ask: async () => {
      if (of) return of.ask(path, at)
      if (inventory === null) throw new Error(`Nobody answers for the figure ${path}`)
      return api.accounting.figure({ id: inventory, path, at: [...at] })
    },
  }
}

/** One node of the tree, asked for when it is opened. */
export function useFigure(subject: FigureSubject, at: readonly number[], enabled = true) {
  const { key, ask } = figureQuestion(subject, at)
  return useAsk(key, ask, { also: followed, enabled })
}

/** The same outside of a component, out of what is known already where it is. */
export async function fetchFigure(subject: FigureSubject, at: readonly number[]): Promise<FigureNode> {
  const { key, ask } = figureQuestion(subject, at)
  return queries.fetchQuery({ queryKey: key, queryFn: ask, meta: { areas: [key[0], ...followed] } })
}
