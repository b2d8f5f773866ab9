import { RevoGrid } from '@revolist/react-datagrid'
import type { ColumnRegular } from '@revolist/react-datagrid'
import { type KeyboardEvent, useEffect, useMemo, useRef, useState } from 'react'

import { usePreferences } from '../kernel/preferences.ts'
import { useSay } from '../kernel/say.ts'
import { useIsDark } from '../kernel/theme.ts'
import { gridColumns, gridSource } from './grid-cells.ts'
import {
  type CellAt,
  filledDown,
  type GridChange,
  type GridColumn,
  type GridRow,
  realChanges,
  reversed,
} from './grid-model.ts'
import { GridFoot } from './GridFoot.tsx'

interface DataGridProps {
  readonly label: string
  /** Head of the first column, which names the rows. */
  readonly rowsTitle: string
  readonly rows: readonly GridRow[]
  readonly columns: readonly GridColumn[]
  readonly cellAt: CellAt
  /** Typed, pasted, filled, cleared or taken back; the page keeps the texts (as a draft) and hands them in again. */
  readonly onChange: (changes: readonly GridChange[]) => void
  /** The cell that has the focus now. */
  readonly onFocus?: (row: string, column: string) => void
  readonly height?: number | string
}

/**
 * The grid for entering data: arrow keys, type to replace, F2 to edit, Delete, Ctrl D, copy and paste of blocks from
 * and to spreadsheets, Ctrl Z within the grid. It owns no value.
 */
export function DataGrid(props: DataGridProps) {
  const { label, rowsTitle, rows, columns, cellAt, onChange, onFocus, height = 480 } = props
  const say = useSay()
  const isDark = useIsDark()
  const density = usePreferences((preferences) => preferences.density)
  const grid = useRef<HTMLRevoGridElement>(null)
  const [focused, setFocused] = useState<{ readonly row: string; readonly column: string } | null>(null)
  const [past, setPast] = useState<readonly (readonly GridChange[])[]>([])
  const unitTitle = say('frame.grid.unit')
  const source = useMemo(() => gridSource(rows, columns, cellAt), [rows, columns, cellAt])
  const heads = useMemo<ColumnRegular[]>(
    () => gridColumns(columns, { rows: rowsTitle, unit: unitTitle }, rows),
    [columns, rows, rowsTitle, unitTitle],
  )
  useAccessibleName(grid, label)

  const change = (wanted: readonly GridChange[]) => {
    const changes = realChanges(wanted, cellAt)
    if (changes.length === 0) return
    setPast((before) => [...before, reversed(changes, cellAt)].slice(-100))
    onChange(changes)
  }
  const takeBack = () => {
    const last = past.at(-1)
    if (!last) return
    setPast(past.slice(0, -1))
    onChange(last)
  }
  const fillDown = async () => {
    const range = await grid.current?.getSelectedRange()
    if (!range || range.colType !== 'rgCol') return
    change(
      filledDown(rows, columns, cellAt, { top: range.y, bottom: range.y1, left: range.x, right: range.x1 }),
    )
  }
  const steer = (event: KeyboardEvent) => {
    if (!(event.ctrlKey || event.metaKey) || isEditing(event.target)) return
    const act = { d: () => void fillDown(), z: takeBack }[event.key.toLowerCase()]
    if (!act) return
    event.preventDefault()
    event.stopPropagation()
    act()
  }
  const rowKey = (index: number | string) => rows[Number(index)]?.key ?? ''
  return (
    <div className="grid" style={{ height }} onKeyDownCapture={steer}>
      <RevoGrid
        ref={grid}
        source={source}
        columns={heads}
        theme={isDark ? 'darkCompact' : 'compact'}
        rowSize={density === 'dense' ? 32 : 40}
        range
        filter={false}
        useClipboard
        resize
        hideAttribution
        applyOnClose
        onBeforeedit={(event) => {
          event.preventDefault()
          const { rowIndex, prop, val } = event.detail
          change([{ row: rowKey(rowIndex), column: String(prop), text: String(val ?? '') }])
        }}
        onBeforerangeedit={(event) => {
          event.preventDefault()
          change(
            Object.entries(event.detail.data).flatMap(([index, cells]) =>
              Object.entries(cells).map(([column, text]) => ({
                row: rowKey(index),
                column,
                text: String(text ?? ''),
              })),
            ),
          )
        }}
        onAfterfocus={({ detail }) => {
          const at = { row: rowKey(detail.rowIndex), column: String(detail.column?.prop ?? '') }
          setFocused(at)
          if (columns.some(({ key }) => key === at.column)) onFocus?.(at.row, at.column)
        }}
      />
      <GridFoot focused={focused} rows={rows} columns={columns} cellAt={cellAt} />
    </div>
  )
}

function isEditing(target: EventTarget): boolean {
  return target instanceof HTMLElement && target.closest('revogr-edit') !== null
}

/** Names the grid, and gives the heads of its columns the row that readers of a grid expect around them. */
function useAccessibleName(grid: { readonly current: HTMLRevoGridElement | null }, label: string): void {
  useEffect(() => {
    const element = grid.current
    if (!element) return
    element.setAttribute('aria-label', label)
    const complete = () => {
      for (const head of element.querySelectorAll('.header-rgRow:not([role])'))
        head.setAttribute('role', 'row')
    }
    complete()
    const watch = new MutationObserver(complete)
    watch.observe(element, { childList: true, subtree: true })
    return () => watch.disconnect()
  }, [grid, label])
}
