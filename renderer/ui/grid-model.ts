/** One cell of a data grid, as the page wants it drawn. Amounts are texts, as typed. */
export interface GridCell {
  readonly text: string
  /** How the text is drawn while it is not being edited: thousands grouped, say. Copying gives the text. */
  readonly shown?: string
  /** Stands in grey while the cell is empty: what is expected, or last year's value. */
  readonly grey?: string
  /** Unit, where it differs from that of the row. */
  readonly unit?: string
  /** A short sign after the text with its word, such as `✓` “approved”. */
  readonly mark?: { readonly sign: string; readonly word: string }
  /** Worded findings: a corner mark, and the text while the cell has the focus. */
  readonly findings?: readonly { readonly severity: 'stop' | 'warn' | 'info'; readonly text: string }[]
  /** Worded, at the foot of the grid while the cell has the focus. */
  readonly notes?: readonly string[]
  readonly readOnly?: boolean
}
export interface GridColumn {
  readonly key: string
  readonly title: string
  readonly width?: number
  /** Holds words, which stand at the left. */
  readonly words?: boolean
}
export interface GridRow {
  readonly key: string
  readonly title: string
  /** What this row and those after it with the same words belong to: a column of its own, written once. */
  readonly group?: string
  /** Stands in its own column. */
  readonly unit?: string
}
export interface GridChange {
  readonly row: string
  readonly column: string
  readonly text: string
}

export type CellAt = (row: string, column: string) => GridCell
/** A rectangle of row and column numbers, both ends included. */
export interface Block {
  readonly top: number
  readonly bottom: number
  readonly left: number
  readonly right: number
}

/** Ctrl D: the top row of the block goes down through it; of a single cell, the one above goes into it. */
export function filledDown(
  rows: readonly GridRow[],
  columns: readonly GridColumn[],
  cellAt: CellAt,
  { top, bottom, left, right }: Block,
): GridChange[] {
  const from = top === bottom ? top - 1 : top
  const source = rows[from]
  if (!source) return []
  return rows.slice(from + 1, bottom + 1).flatMap((row) =>
    columns
      .slice(left, right + 1)
      .filter(({ key }) => cellAt(row.key, key).readOnly !== true)
      .map(({ key }) => ({ row: row.key, column: key, text: cellAt(source.key, key).text })),
  )
}

/** Only what really changes, and nothing in cells that cannot be written; pasted ends of line are taken off. */
export function realChanges(changes: readonly GridChange[], cellAt: CellAt): GridChange[] {
  return changes
    .map((change) => ({ ...change, text: change.text.replace(/[\r\n]+$/, '').trim() }))
    .filter(({ row, column, text }) => {
      const cell = cellAt(row, column)
      return cell.readOnly !== true && cell.text !== text
    })
}

/** The changes that take `changes` back. */
export function reversed(changes: readonly GridChange[], cellAt: CellAt): GridChange[] {
  return changes.map(({ row, column }) => ({ row, column, text: cellAt(row, column).text }))
}
