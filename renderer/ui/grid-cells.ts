import type { CellProps, ColumnRegular, HyperFunc, VNode } from '@revolist/react-datagrid'

import { isMeasure, symbolOf } from '#shared/kernel/units'

import type { CellAt, GridCell, GridColumn, GridRow } from './grid-model.ts'
import { textWidth } from './text-width.ts'

const rowGroup = '#group'
const rowTitle = '#title'
const rowUnit = '#unit'
const rowCells = '#cells'

/** A row as the grid reads it: the texts under the columns' keys (so that copying gives texts), the cells aside. */
type Model = Readonly<Record<string, unknown>>

export function gridSource(
  rows: readonly GridRow[],
  columns: readonly GridColumn[],
  cellAt: CellAt,
): Record<string, unknown>[] {
  return rows.map((row, at) => {
    const cells = Object.fromEntries(columns.map(({ key }) => [key, cellAt(row.key, key)]))
    const texts = Object.fromEntries(columns.map(({ key }) => [key, cells[key]?.text ?? '']))
    return {
      ...texts,
      [rowGroup]: rows[at - 1]?.group === row.group ? '' : (row.group ?? ''),
      [rowTitle]: row.title,
      [rowUnit]: row.unit === undefined ? '' : unitSymbol(row.unit),
      [rowCells]: cells,
    }
  })
}

/**
 * How wide each column has to be, in pixels, so that no number is cut off: a cut number is a wrong number. Never less
 * than the column asks for.
 */
export function columnWidths(
  rows: readonly GridRow[],
  columns: readonly GridColumn[],
  cellAt: CellAt,
): number[] {
  return columns.map(({ key, title, width = 108, words = false }) => {
    const longest = words ? 0 : Math.max(0, ...rows.map((row) => drawnWidth(cellAt(row.key, key))))
    return Math.max(width, Math.min(widest, longest + sides), textWidth(title) + sides)
  })
}
function drawnWidth({ text, shown = text, grey = '', unit, mark }: GridCell): number {
  const words = text === '' ? grey : [shown, unit === undefined ? '' : unitSymbol(unit)].join(' ')
  return textWidth(words) + (mark ? textWidth(mark.sign) + signGap : 0)
}

/** The names of the rows and their units stand fixed at the left. `widths` are those of the columns. */
export function gridColumns(
  columns: readonly GridColumn[],
  widths: readonly number[],
  titles: { readonly groups: string; readonly rows: string; readonly unit: string },
  rows: readonly GridRow[],
): ColumnRegular[] {
  const fixed = {
    pin: 'colPinStart',
    readonly: true,
    cellProperties: () => ({ class: 'grid-fixed' }),
  } as const
  const units = rows.flatMap((row) => (row.unit === undefined ? [] : unitSymbol(row.unit)))
  const unit = { ...fixed, prop: rowUnit, name: titles.unit, size: titleWidth([titles.unit, ...units]) }
  const groups = rows.flatMap(({ group }) => group ?? [])
  const group = {
    ...fixed,
    prop: rowGroup,
    name: titles.groups,
    size: titleWidth([titles.groups, ...groups]),
  }
  return [
    ...(groups.length > 0 ? [group] : []),
    {
      ...fixed,
      prop: rowTitle,
      name: titles.rows,
      size: titleWidth([titles.rows, ...rows.map(({ title }) => title)]),
    },
    ...(units.length > 0 ? [unit] : []),
    ...columns.map(({ key, title, words = false }, at) => ({
      prop: key,
      name: title,
      size: widths[at] ?? 108,
      readonly: ({ model }: { readonly model: Model }) => cellOf(model, key)?.readOnly === true,
      cellProperties: ({ model }: { readonly model: Model }) => propertiesOf(cellOf(model, key), words),
      cellTemplate: (draw: HyperFunc<VNode>, { model }: { readonly model: Model }) =>
        drawn(draw, cellOf(model, key)),
    })),
  ]
}

/** Padding and border of a cell, the room before a sign, and how wide a column gets at most, in pixels. */
const sides = 34
const signGap = 10
const widest = 260

/** As wide as the longest name wants, in pixels, within bounds. */
function titleWidth(titles: readonly string[]): number {
  return Math.min(220, Math.max(72, Math.max(...titles.map(textWidth)) + sides))
}

export function unitSymbol(unit: string): string {
  return isMeasure(unit) ? symbolOf(unit) : unit
}

function cellOf(model: Model, key: string): GridCell | undefined {
  return (model[rowCells] as Readonly<Record<string, GridCell>> | undefined)?.[key]
}

function propertiesOf(cell: GridCell | undefined, words: boolean): CellProps {
  const severity = cell?.findings?.[0]?.severity
  return {
    class: {
      'grid-cell': true,
      'grid-words': words,
      'grid-read-only': cell?.readOnly === true,
      [`grid-finding-${severity ?? ''}`]: severity !== undefined,
    },
  }
}

function drawn(draw: HyperFunc<VNode>, cell: GridCell | undefined) {
  if (!cell) return ''
  const { text, shown = text, grey, unit, mark } = cell
  const sign = mark && [
    draw('span', { class: 'grid-mark', 'aria-hidden': 'true', title: mark.word }, ` ${mark.sign}`),
    draw('span', { class: 'visually-hidden' }, ` ${mark.word}`),
  ]
  if (text === '')
    return draw('span', { class: 'grid-text' }, [
      grey === undefined ? null : draw('span', { class: 'grid-grey' }, grey),
      ...(sign ?? []),
    ] as never)
  return draw('span', { class: 'grid-text' }, [
    shown,
    unit === undefined ? null : draw('span', { class: 'unit' }, ` ${unitSymbol(unit)}`),
    ...(sign ?? []),
  ] as never)
}
