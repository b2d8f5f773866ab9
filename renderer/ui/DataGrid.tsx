import { RevoGrid } from '@revolist/react-datagrid'
import type { ColumnRegular } from '@revolist/react-datagrid'
import { type KeyboardEvent, useEffect, useMemo, useRef, useState } from 'react'

import { usePreferences } from '../kernel/preferences.ts'
import { useSay } from '../kernel/say.ts'
import { useIsDark } from '../kernel/theme.ts'
import { columnWidths, gridColumns, gridSource } from './grid-cells.ts'
import { useGridEditor } from './grid-editor.tsx'
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
  /** Head of the column with the rows' groups, where they have any. */
  readonly groupsTitle?: string
  readonly rows: readonly GridRow[]
  readonly columns: readonly GridColumn[]
  readonly cellAt: CellAt
  /** Typed, pasted, filled, cleared or taken back; the page keeps the texts (as a draft) and hands them in again. */
  readonly onChange: (changes: readonly GridChange[]) => void
  /** The cell that has the focus now. */
  readonly onFocus?: (row: string, column: string) => void
  /** Ctrl Enter on a cell, Enter or a double click on one that cannot be written. */
  readonly onOpen?: (row: string, column: string) => void
  readonly height?: number | string
}

/**
 * The grid for entering data: arrow keys, type to replace, F2 to edit, Delete, Ctrl D, copy and paste of blocks from
 * and to spreadsheets, Ctrl Z within the grid, F6 to go on to what follows it. It owns no value.
 */
export function DataGrid(props: DataGridProps) {
  const { label, rowsTitle, groupsTitle = '', rows, columns, cellAt, onChange, onFocus, onOpen } = props
  const { height = 480 } = props
  const box = useRef<HTMLDivElement>(null)
  const say = useSay()
  const isDark = useIsDark()
  const density = usePreferences((preferences) => preferences.density)
  const grid = useRef<HTMLRevoGridElement>(null)
  const [focused, setFocused] = useState<{ readonly row: string; readonly column: string } | null>(null)
  const [past, setPast] = useState<readonly (readonly GridChange[])[]>([])
  const unitTitle = say('frame.grid.unit')
  const source = useMemo(() => gridSource(rows, columns, cellAt), [rows, columns, cellAt])
  // As a text, so that the heads are rebuilt when a width changes and not at every key.
  const widths = columnWidths(rows, columns, cellAt).join(' ')
  const heads = useMemo<ColumnRegular[]>(
    () =>
      gridColumns(
        columns,
        widths.split(' ').map(Number),
        { groups: groupsTitle, rows: rowsTitle, unit: unitTitle },
        rows,
      ),
    [columns, widths, rows, groupsTitle, rowsTitle, unitTitle],
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
  const at = columns.some(({ key }) => key === focused?.column) ? focused : null
  const isFixed = at !== null && cellAt(at.row, at.column).readOnly === true
  const open = () => {
    if (at) onOpen?.(at.row, at.column)
  }
  const editor = useGridEditor({ box, grid, rows, columns, cellAt, change })
  const acts: Readonly<Record<string, () => void>> = {
    'mod+d': () => void fillDown(),
    'mod+z': takeBack,
    'mod+enter': open,
    ...(isFixed && { enter: open }),
    f2: () => void editor.open(),
    f6: () => leaveForward(box.current),
  }
  const steer = (event: KeyboardEvent) => {
    const isOpening = event.key === 'Enter' && (isFixed || event.ctrlKey || event.metaKey)
    if (!isOpening && editor.steer(event)) return
    const act = acts[`${event.ctrlKey || event.metaKey ? 'mod+' : ''}${event.key.toLowerCase()}`]
    if (!act) return
    event.preventDefault()
    event.stopPropagation()
    act()
  }
  const rowKey = (index: number | string) => rows[Number(index)]?.key ?? ''
  return (
    <div
      ref={box}
      className="grid"
      style={{ height }}
      onKeyDownCapture={steer}
      onPointerDownCapture={editor.press}
      tabIndex={-1}
      onDoubleClick={() => (isFixed ? open() : void editor.open())}
    >
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
        onBeforeeditstart={(event) => event.preventDefault()}
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
          editor.follow(detail)
          const at = { row: rowKey(detail.rowIndex), column: String(detail.column?.prop ?? '') }
          setFocused(at)
          if (columns.some(({ key }) => key === at.column)) onFocus?.(at.row, at.column)
        }}
      />
      {editor.element}
      <GridFoot focused={focused} rows={rows} columns={columns} cellAt={cellAt} />
    </div>
  )
}

/** Tab goes from cell to cell, so another key has to lead out: to the first control after the grid. */
function leaveForward(grid: HTMLElement | null): void {
  const controls = document.querySelectorAll<HTMLElement>(
    'a[href], button:not(:disabled), input:not(:disabled), textarea:not(:disabled), [tabindex="0"]',
  )
  const after = [...controls].find(
    (control) =>
      grid !== null &&
      !grid.contains(control) &&
      grid.compareDocumentPosition(control) & Node.DOCUMENT_POSITION_FOLLOWING,
  )
  after?.focus()
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
