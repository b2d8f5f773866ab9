import { Button } from 'antd'
import { type ComponentProps, type ReactNode, useState } from 'react'

import { RecordSide } from '../kernel/RecordSide.tsx'
import { useSay } from '../kernel/say.ts'
import { useMay } from '../kernel/session.ts'
import type { TextCode } from '../kernel/texts.ts'
import { EmptyState } from '../ui/EmptyState.tsx'
import { Icon } from '../ui/Icon.tsx'
import { PageFrame } from '../ui/PageFrame.tsx'
import type { RecordColumn } from '../ui/record-columns.ts'
import { RecordTable } from '../ui/RecordTable.tsx'
import { TroubleNote } from '../ui/TroubleNote.tsx'
import { useOpenRecord } from './use-competence.ts'

import './competence.css'

interface ListPageProps<Row> {
  /** `training` names the records `competence/training/…`. */
  readonly kind: 'training' | 'message' | 'disclosure'
  readonly icon: ComponentProps<typeof Icon>['name']
  readonly words: Readonly<Record<'title' | 'purpose' | 'list' | 'empty' | 'why' | 'add', TextCode>>
  readonly asked: { readonly data: Row[] | undefined; readonly error: unknown; readonly isPending: boolean }
  readonly columns: readonly RecordColumn<Row>[]
  readonly form: (onDone: () => void) => ReactNode
  readonly opened: (row: Row, onClose: () => void) => ReactNode
  readonly children?: ReactNode
}

/** A list that opens below itself the record which the address names, and takes in new ones. */
export function ListPage<Row extends { readonly id: string }>(props: ListPageProps<Row>) {
  const { kind, icon, words, asked, columns, form, opened, children } = props
  const say = useSay()
  const may = useMay()
  const [open, setOpen] = useOpenRecord()
  const [isAdding, setAdding] = useState(false)
  const rows = asked.data ?? []
  const row = rows.find(({ id }) => id === open)
  const add = may('competence.enter') && (
    <Button type="primary" icon={<Icon name="plus" />} onClick={() => setAdding(true)}>
      {say(words.add)}
    </Button>
  )
  return (
    <PageFrame title={say(words.title)} purpose={say(words.purpose)} action={rows.length > 0 && add}>
      <TroubleNote trouble={asked.error} />
      {isAdding && form(() => setAdding(false))}
      <RecordTable
        name={`competence-${kind}s`}
        label={say(words.list)}
        rows={rows}
        rowKey={({ id }) => id}
        columns={columns}
        chosen={open}
        onOpen={({ id }) => setOpen(id)}
        loading={asked.isPending}
        empty={
          <EmptyState icon={icon} title={say(words.empty)} why={say(words.why)} action={!isAdding && add} />
        }
      />
      {row && (
        <div className="record-page">
          {opened(row, () => setOpen(null))}
          <RecordSide record={`competence/${kind}/${row.id}`} />
        </div>
      )}
      {children}
    </PageFrame>
  )
}
