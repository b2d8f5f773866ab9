import { Button, Checkbox, Input, Popover, Select } from 'antd'
import type { ReactNode } from 'react'

import { useSay } from '../kernel/say.ts'
import { Icon } from './Icon.tsx'
import { choicesOf, type RecordColumn, toCsv } from './record-columns.ts'
import { saveFile } from './save-file.ts'
import { textWidth } from './text-width.ts'
import { ViewMenu } from './ViewMenu.tsx'
import type { Views } from './views.ts'

interface RecordTableBarProps<R> {
  readonly name: string
  readonly rows: readonly R[]
  readonly shown: readonly R[]
  readonly columns: readonly RecordColumn<R>[]
  readonly visible: readonly RecordColumn<R>[]
  readonly views: Views
  readonly search?: ReactNode
  readonly acts?: ReactNode
}

/** What stands over a list: search, filters, views, columns, CSV, count. */
export function RecordTableBar<R>(props: RecordTableBarProps<R>) {
  const { name, rows, shown, columns, visible, views, search, acts } = props
  const say = useSay()
  const { view, show } = views
  const isFiltered = shown.length < rows.length
  return (
    <div className="records-bar no-print">
      {search === undefined ? (
        <Input
          allowClear
          prefix={<Icon name="search" />}
          aria-label={say('frame.table.search')}
          placeholder={say('frame.table.search')}
          value={view.search}
          onChange={({ target }) => show({ ...view, search: target.value })}
          style={{ width: 200 }}
        />
      ) : (
        search
      )}
      {columns
        .filter(({ choices }) => choices === true)
        .map((column) => (
          <Select
            key={column.key}
            mode="multiple"
            allowClear
            maxTagCount={1}
            aria-label={say('frame.table.filter', { column: column.title })}
            placeholder={column.title}
            value={[...(view.filters[column.key] ?? [])]}
            options={choicesOf(rows, column).map((value) => ({ value, label: value || '—' }))}
            onChange={(chosen: string[]) =>
              show({ ...view, filters: { ...view.filters, [column.key]: chosen } })
            }
            popupMatchSelectWidth={false}
            style={{ minWidth: Math.max(120, textWidth(column.title) + 44), maxWidth: 240 }}
          />
        ))}
      <span className="records-count" role="status">
        {isFiltered
          ? say('frame.table.count-of', { count: shown.length, total: rows.length })
          : say('frame.table.count', { count: rows.length })}
      </span>
      <span className="frame-room" />
      {acts}
      <ViewMenu views={views} />
      <Popover
        trigger="click"
        placement="bottomRight"
        content={<ColumnChoice columns={columns} views={views} />}
      >
        <Button icon={<Icon name="columns" />} aria-label={say('frame.table.columns')} />
      </Popover>
      <Button
        icon={<Icon name="export" />}
        onClick={() => saveFile(`${name}.csv`, new Blob([toCsv(shown, visible)], { type: 'text/csv' }))}
      >
        {say('frame.table.csv')}
      </Button>
    </div>
  )
}

function ColumnChoice<R>({
  columns,
  views: { view, show },
}: {
  readonly columns: readonly RecordColumn<R>[]
  readonly views: Views
}) {
  const say = useSay()
  const shown = columns.map(({ key }) => key).filter((key) => !view.hidden.includes(key))
  return (
    <Checkbox.Group
      aria-label={say('frame.table.columns')}
      className="column-choice"
      value={shown}
      options={columns.map(({ key, title }) => ({ value: key, label: title }))}
      onChange={(chosen: string[]) =>
        show({ ...view, hidden: columns.map(({ key }) => key).filter((key) => !chosen.includes(key)) })
      }
    />
  )
}
