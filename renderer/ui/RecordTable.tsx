import { Table, type TableColumnsType } from 'antd'
import { type KeyboardEvent, type ReactNode, useMemo, useState } from 'react'

import { usePreferences } from '../kernel/preferences.ts'
import { useSay } from '../kernel/say.ts'
import { firstView, type ListView, type RecordColumn, rowsOf } from './record-columns.ts'
import { RecordTableBar } from './RecordTableBar.tsx'
import { textWidth } from './text-width.ts'
import { useHeight } from './use-height.ts'
import { useViews } from './views.ts'

interface RecordTableProps<R> {
  /** Names the list for its saved views and its CSV file, such as `factors`. */
  readonly name: string
  /** What a screen reader calls the table. */
  readonly label: string
  readonly rows: readonly R[]
  readonly rowKey: (row: R) => string
  readonly columns: readonly RecordColumn<R>[]
  /** Enter or a click on a row. */
  readonly onOpen?: (row: R) => void
  /** The row that is open beside the list. */
  readonly chosen?: string | null
  readonly loading?: boolean
  /** What to show while there is no row at all: an `EmptyState`. */
  readonly empty?: ReactNode
  /** Stands in place of the search of the rows here, where the page itself asks for rows by words. */
  readonly search?: ReactNode
  /** Acts on the list, at the right of its bar. */
  readonly acts?: ReactNode
}

const rowHeight = { dense: 32, roomy: 40 } as const

/** A list: virtual, searched, filtered, sorted, with saved views, choice of columns, CSV, all by keyboard. */
export function RecordTable<R extends object>(props: RecordTableProps<R>) {
  const { rows, columns, rowKey, onOpen, chosen, loading = false, empty, name } = props
  const say = useSay()
  const density = usePreferences((preferences) => preferences.density)
  const [box, setBox] = useState<HTMLDivElement | null>(null)
  const { width, height } = useHeight(box)
  const first = useMemo(() => firstView(columns), [columns])
  const views = useViews(name, first)
  const { view, show } = views
  const visible = columns.filter(({ key }) => !view.hidden.includes(key))
  const shown = useMemo(() => rowsOf(rows, columns, view), [rows, columns, view])
  if (rows.length === 0 && !loading && empty !== undefined) return empty
  const natural = visible.reduce((sum, column) => sum + widthOf(column), 0)
  return (
    <div className="records">
      <RecordTableBar {...props} views={views} shown={shown} visible={visible} />
      <div className="records-box" ref={setBox} onKeyDown={steerRows}>
        <Table<R>
          virtual
          size="small"
          aria-label={props.label}
          loading={{ spinning: loading, delay: 300 }}
          columns={columnsOf(visible, view)}
          dataSource={shown as R[]}
          rowKey={rowKey}
          pagination={false}
          showSorterTooltip={false}
          scroll={{ x: Math.max(natural, width), y: Math.max(height - 38, rowHeight[density] * 3) }}
          locale={{ emptyText: loading ? ' ' : say('frame.table.none') }}
          onChange={(_page, _filters, sorter) => {
            const by = Array.isArray(sorter) ? sorter[0] : sorter
            const key = String(by?.columnKey ?? '')
            show({ ...view, sort: by?.order ? { key, descending: by.order === 'descend' } : null })
          }}
          onRow={(row) => ({
            tabIndex: 0,
            className: rowKey(row) === chosen ? 'record chosen' : 'record',
            style: { height: rowHeight[density] },
            ...(onOpen && {
              onClick: () => onOpen(row),
              onKeyDown: (event) => {
                if (event.key === 'Enter' && event.target === event.currentTarget) onOpen(row)
              },
            }),
          })}
        />
      </div>
    </div>
  )
}

function columnsOf<R>(visible: readonly RecordColumn<R>[], { sort }: ListView): TableColumnsType<R> {
  return visible.map((column) => {
    const { key, title, text, cell, number = false } = column
    return {
      key,
      title,
      width: widthOf(column),
      ellipsis: true,
      align: number ? 'right' : 'left',
      className: number ? 'number' : '',
      sorter: true,
      sortOrder: sort?.key === key ? (sort.descending ? 'descend' : 'ascend') : null,
      render: (_value: unknown, row: R) => (cell ? cell(row) : text(row)),
    }
  })
}

/** Padding of a head and its sign for sorting, in pixels. */
const headRoom = 48

/** As wide as the column asks for, and never narrower than its head in either language. */
function widthOf<R>({ title, width = 160 }: RecordColumn<R>): number {
  return Math.max(width, textWidth(title) + headRoom)
}

/** Arrow keys go from row to row. */
function steerRows(event: KeyboardEvent<HTMLElement>): void {
  const step = { ArrowDown: 'nextElementSibling', ArrowUp: 'previousElementSibling' } as const
  const by = event.key === 'ArrowDown' || event.key === 'ArrowUp' ? step[event.key] : null
  const row = (event.target as HTMLElement).closest('.record')
  if (by === null || row !== event.target) return
  const next = row[by]
  if (!(next instanceof HTMLElement)) return
  event.preventDefault()
  next.focus()
}
