import { Button, DatePicker, Form, Input, Select } from 'antd'
import dayjs from 'dayjs'
import { type ReactNode, useState } from 'react'
import type { z } from 'zod'

import { mergedEdit } from '#shared/kernel/merge-edit'
import { Refusal } from '#shared/kernel/refusal'

import { useEditDraft } from '../kernel/edit-draft.ts'
import { useSay } from '../kernel/say.ts'
import { ClashNote } from './ClashNote.tsx'
import { DraftNote } from './DraftNote.tsx'
import { schemaRules } from './field-rules.ts'

interface Choice {
  readonly value: string | number
  readonly label: string
}
export interface Field {
  readonly name: string
  readonly label: string
  readonly kind: 'text' | 'area' | 'number' | 'day' | 'choice' | 'choices' | 'own'
  /** Left out: anything will do, and nothing as well. */
  readonly schema?: z.ZodType
  readonly options?: readonly Choice[]
  readonly hint?: string
  /** The control of an `own` field; it is handed `value` and `onChange`. */
  readonly control?: ReactNode
  readonly wide?: boolean
}

/** What is typed into a form: texts, choices and lists of choices. */
export type Typed = Readonly<Record<string, unknown>>

interface RecordFormProps {
  readonly title: string
  /** Names the draft. */
  readonly draft: string
  /** What the form begins with: for a record that is there, the record as it stands now. */
  readonly initial: Typed
  /** Whether it is about a record that is there: what others saved in it meanwhile is then kept, or shown beside. */
  readonly isThere?: boolean
  readonly fields: readonly Field[]
  readonly submit: string
  /**
   * Gives true when it became a record; the draft is then forgotten. `seen`: what the form began with, so that what
   * others saved meanwhile is not overwritten.
   */
  readonly onSubmit: (typed: Typed, seen: Typed) => Promise<boolean>
  /** Takes the trouble away once it is settled. */
  readonly onSettled?: () => void
  readonly busy: boolean
  readonly trouble: unknown
  readonly onLeave?: () => void
  /** Acts beside saving. */
  readonly acts?: ReactNode
}

/** A form whose fields are given as data; what is typed is kept from the first key on. */
export function RecordForm(props: RecordFormProps) {
  const { title, initial, isThere = false, fields, submit, onSubmit, busy, trouble, onLeave, acts } = props
  const say = useSay()
  const draft = useEditDraft<Typed>(props.draft, initial)
  const [clash, setClash] = useState<unknown>(null)
  const send = async (typed: Typed, seen: Typed) => {
    if (await onSubmit(typed, seen)) await draft.settled(typed)
  }
  const finish = async (typed: Typed) => {
    setClash(null)
    if (!isThere) return send(typed, draft.seen)
    try {
      const merged = mergedEdit(typed, draft.seen, initial)
      await send(merged, initial)
    } catch (trouble) {
      if (!(trouble instanceof Refusal)) throw trouble
      setClash(trouble)
    }
  }
  const settle = () => {
    setClash(null)
    props.onSettled?.()
  }
  return (
    <section className="paper record-form" aria-label={title}>
      <h2>{title}</h2>
      <DraftNote draft={draft} />
      {draft.ready && (
        <Form
          key={draft.filling}
          layout="vertical"
          initialValues={draft.value}
          onValuesChange={(_change, all: Typed) => draft.change(all)}
          onFinish={(typed: Typed) => void finish(typed)}
        >
          <div className="record-fields">
            {fields.map((field) => (
              <FormField key={field.name} field={field} />
            ))}
          </div>
          <ClashNote
            trouble={clash ?? trouble}
            draft={draft}
            now={initial}
            fields={fields}
            onSettled={settle}
          />
          <div className="page-acts">
            <Button type="primary" htmlType="submit" loading={busy}>
              {submit}
            </Button>
            {onLeave && <Button onClick={onLeave}>{say('frame.close')}</Button>}
            {acts}
          </div>
        </Form>
      )}
    </section>
  )
}

const shape = 'YYYY-MM-DD'

function FormField({ field }: { readonly field: Field }) {
  const say = useSay()
  const { name, label, kind, schema, hint, wide = false } = field
  const isDay = kind === 'day'
  return (
    <Form.Item
      name={name}
      label={label}
      extra={hint}
      rules={schema ? schemaRules(say, schema) : []}
      className={wide || kind === 'area' || kind === 'own' ? 'record-wide' : ''}
      {...(isDay && {
        getValueProps: (value: string | null | undefined) => ({ value: value ? dayjs(value) : null }),
        normalize: (value: dayjs.Dayjs | null) => value?.format(shape) ?? null,
      })}
    >
      {control(field)}
    </Form.Item>
  )
}

function control({ kind, options = [], control: own }: Field): ReactNode {
  switch (kind) {
    case 'text':
      return <Input maxLength={300} />
    case 'number':
      return <Input inputMode="decimal" maxLength={60} />
    case 'area':
      return <Input.TextArea rows={2} maxLength={2000} />
    case 'day':
      return <DatePicker format={shape} style={{ width: '100%' }} />
    case 'choice':
    case 'choices':
      return (
        <Select
          options={[...options]}
          showSearch={{
            filterOption: (typed, option) => asTyped(option?.label ?? '').includes(asTyped(typed)),
          }}
          allowClear
          {...(kind === 'choices' && { mode: 'multiple' as const })}
        />
      )
    case 'own':
      return own
  }
}

/** As it comes from a keyboard: tCO₂e is found by who types tCO2e, in whatever width and case. */
function asTyped(text: string): string {
  return text.normalize('NFKC').toLowerCase()
}
