import {
  type FocusEvent,
  type KeyboardEvent,
  type PointerEvent,
  type RefObject,
  useEffect,
  useRef,
  useState,
} from 'react'
import { flushSync } from 'react-dom'

import type { CellAt, GridChange, GridColumn, GridRow } from './grid-model.ts'

/** A cell by its numbers among the columns and rows that can be written. */
interface Place {
  readonly x: number
  readonly y: number
}
interface Editing extends Place {
  readonly text: string
  /** Begun by typing over: then arrows take the value and go on, while after F2 they move in the text. */
  readonly isTyped: boolean
}
interface EditorOptions {
  readonly box: RefObject<HTMLDivElement | null>
  readonly grid: RefObject<HTMLRevoGridElement | null>
  readonly rows: readonly GridRow[]
  readonly columns: readonly GridColumn[]
  readonly cellAt: CellAt
  readonly change: (changes: readonly GridChange[]) => void
}
interface FocusNews {
  readonly colType: string
  readonly colIndex: number
  readonly rowIndex: number
}

const steps: Readonly<Record<string, Place>> = {
  ArrowUp: { x: 0, y: -1 },
  ArrowDown: { x: 0, y: 1 },
  ArrowLeft: { x: -1, y: 0 },
  ArrowRight: { x: 1, y: 0 },
}
/** News of a focus that is older than our own last move, in milliseconds, is about a place we have left. */
const settle = 250

/**
 * Typing in the grid. The grid's own editor opens some frames after the key that asked for it, and what is typed in
 * between lands elsewhere; here the field stands before the next key can come, so that nothing typed is lost.
 */
export function useGridEditor(options: EditorOptions) {
  const { box, grid, rows, columns, cellAt, change } = options
  const at = useRef<Place | null>(null)
  const movedAt = useRef(-settle)
  const field = useRef<HTMLInputElement>(null)
  const [editing, setEditing] = useState<Editing | null>(null)

  const textAt = ({ x, y }: Place) => {
    const [row, column] = [rows[y], columns[x]]
    return row && column ? { row: row.key, column: column.key, cell: cellAt(row.key, column.key) } : null
  }
  const go = (by: Place): boolean => {
    const from = at.current
    if (!from) return false
    const to = { x: from.x + by.x, y: from.y + by.y }
    if (!rows[to.y] || !columns[to.x]) return false
    at.current = to
    movedAt.current = performance.now()
    void grid.current?.setCellsFocus(to, to, 'rgCol', 'rgRow')
    return true
  }
  const open = (typed?: string): boolean => {
    const known = at.current && textAt(at.current)
    if (!at.current || !known || known.cell.readOnly === true) return false
    const begun = { ...at.current, text: typed ?? known.cell.text, isTyped: typed !== undefined }
    flushSync(() => setEditing(begun))
    field.current?.focus({ preventScroll: true })
    return true
  }
  const close = () => {
    flushSync(() => setEditing(null))
    box.current?.focus({ preventScroll: true })
  }
  const take = () => {
    const known = editing && textAt(editing)
    if (known && field.current) change([{ row: known.row, column: known.column, text: field.current.value }])
    setEditing(null)
  }
  const takeAndGo = (by: Place) => {
    take()
    close()
    go(by)
  }
  const wayOf = ({ key, shiftKey, ctrlKey, metaKey, altKey }: KeyboardEvent): Place | null => {
    if (ctrlKey || metaKey || altKey) return null
    if (key === 'Enter') return { x: 0, y: shiftKey ? -1 : 1 }
    if (key === 'Tab') return { x: shiftKey ? -1 : 1, y: 0 }
    return shiftKey ? null : (steps[key] ?? null)
  }
  const steerField = (event: KeyboardEvent, { isTyped }: Editing) => {
    // Nothing that is typed here is the grid's business.
    event.stopPropagation()
    if (event.nativeEvent.isComposing) return
    if (event.key === 'Escape') return close()
    const way = wayOf(event)
    if (!way || (event.key.startsWith('Arrow') && !isTyped)) return
    event.preventDefault()
    takeAndGo(way)
  }
  /** Whether the key was one of typing or going from cell to cell. */
  const steer = (event: KeyboardEvent): boolean => {
    if (editing) {
      steerField(event, editing)
      return true
    }
    const { key, ctrlKey, metaKey, altKey } = event
    const isSign = key.length === 1 && !ctrlKey && !metaKey && !altKey
    const way = wayOf(event)
    const isDone = isSign ? open(key) : key === 'Process' ? open('') : way !== null && go(way)
    if (!isDone) return false
    event.stopPropagation()
    // An input method goes on composing in the field that now has the focus.
    if (key !== 'Process') event.preventDefault()
    return true
  }
  const follow = ({ colType, colIndex, rowIndex }: FocusNews) => {
    // While one types, only a key or a press leads elsewhere.
    if (field.current !== null || performance.now() - movedAt.current < settle) return
    at.current = colType === 'rgCol' ? { x: colIndex, y: rowIndex } : null
    box.current?.focus({ preventScroll: true })
  }
  /** The grid, catching up with an older move or press, may take the focus out of the field, which gets it back. */
  const leave = ({ relatedTarget }: FocusEvent) => {
    const isInGrid = relatedTarget instanceof Node && box.current?.contains(relatedTarget) === true
    if (!isInGrid) return take()
    field.current?.focus({ preventScroll: true })
  }
  const element = editing && <Field key={`${editing.x}/${editing.y}`} {...{ box, field, editing, leave }} />
  /**
   * A press of the pointer takes what was being typed, says at once where typing goes, and has the keys come here; the
   * grid's own news of it comes some frames later, when the next value may have been begun.
   */
  const press = ({ target }: PointerEvent) => {
    const pressed = target instanceof Element ? target.closest('.rgCol [data-rgrow][data-rgcol]') : null
    movedAt.current = -settle
    if (!pressed) return
    take()
    close()
    const [x, y] = ['data-rgcol', 'data-rgrow'].map((name) => Number(pressed.getAttribute(name)))
    if (x !== undefined && y !== undefined) at.current = { x, y }
  }
  return { element, steer, follow, open, press }
}

interface FieldProps {
  readonly box: RefObject<HTMLDivElement | null>
  readonly field: RefObject<HTMLInputElement | null>
  readonly editing: Editing
  readonly leave: (event: FocusEvent) => void
}

/** The field over the cell; it stays there while the grid scrolls beneath it. */
function Field({ box, field, editing: { x, y, text }, leave }: FieldProps) {
  useEffect(() => {
    let frame = 0
    const place = () => {
      const cell = box.current?.querySelector(
        `revogr-data[col-type='rgCol'] [data-rgrow='${y}'][data-rgcol='${x}']`,
      )
      if (cell && box.current && field.current) lay(field.current, cell, box.current)
      frame = requestAnimationFrame(place)
    }
    place()
    return () => cancelAnimationFrame(frame)
  }, [box, field, x, y])
  return (
    <input
      ref={field}
      className="grid-field"
      defaultValue={text}
      aria-label={text}
      inputMode="decimal"
      autoComplete="off"
      onBlur={leave}
      onPaste={(event) => event.stopPropagation()}
      onCopy={(event) => event.stopPropagation()}
      onCut={(event) => event.stopPropagation()}
    />
  )
}

function lay(field: HTMLElement, cell: Element, box: Element): void {
  const [over, within] = [cell.getBoundingClientRect(), box.getBoundingClientRect()]
  field.style.left = `${over.left - within.left}px`
  field.style.top = `${over.top - within.top}px`
  field.style.width = `${over.width}px`
  field.style.height = `${over.height}px`
}
