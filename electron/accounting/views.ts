import type { Account } from '#shared/accounting/account'
import type { ShownView } from '#shared/accounting/comparison-contract'
import { type View, viewColumns, viewsOf } from '#shared/accounting/views'
import type { Figure } from '#shared/kernel/figure'

import type { Computed } from './computed.ts'
import { figureOfTotal, shownTotalAt } from './show.ts'

/** Views of accounts that are still held, for the many cells that are opened one after the other. */
const known = new WeakMap<Account, View[]>()

/** The three views of an inventory. */
export function viewsOfInventory({ account, document, library }: Computed): View[] {
  const before = known.get(account)
  if (before) return before
  const views = viewsOf(document, account, library)
  known.set(account, views)
  return views
}

/** The views of an inventory as a screen shows them; each number names the path of its figure. */
export function shownViews(computed: Computed): ShownView[] {
  return viewsOfInventory(computed).map(({ name, columns, rows }) => ({
    name,
    columns: [...columns],
    rows: rows.map(({ key, kind, cells }) => ({
      key,
      kind,
      cells: Object.fromEntries(
        [...cells].map(([column, total]) => [
          column,
          shownTotalAt(`view/${name}/${key}/${column}`, key, total),
        ]),
      ),
    })),
  }))
}

/** The figure of a cell, by view, row and column. */
export function viewFigure(computed: Computed, [name, key, column]: readonly string[]): Figure | undefined {
  const row = viewsOfInventory(computed)
    .find((view) => view.name === name)
    ?.rows.find((each) => each.key === key)
  const at = viewColumns.find((each) => each === column)
  const total = at && row?.cells.get(at)
  return total && figureOfTotal(total)
}
