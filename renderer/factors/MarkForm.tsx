import { Button, DatePicker, Form, Input } from 'antd'
import dayjs from 'dayjs'

import type { Factor, FactorPointer } from '#shared/factors/model'
import { type EditionSummary, newMark } from '#shared/factors/record'
import { symbolOf } from '#shared/kernel/units'

import { api } from '../kernel/api.ts'
import { useCommand } from '../kernel/commands.ts'
import { useDraft } from '../kernel/drafts.ts'
import { useSay } from '../kernel/say.ts'
import { DraftNote } from '../ui/DraftNote.tsx'
import { schemaRules } from '../ui/field-rules.ts'
import { TroubleNote } from '../ui/TroubleNote.tsx'

interface MarkFormProps {
  readonly pointer: FactorPointer
  readonly factor: Factor
  readonly edition: EditionSummary
  readonly onDone: () => void
}
interface Typed {
  readonly document: string
  readonly page: string
  readonly comparedOn: string
  readonly note: string
}

/** States that the value shown was compared with the official text and agrees. */
export function MarkForm({ pointer, factor, edition, onDone }: MarkFormProps) {
  const say = useSay()
  const { value, unit } = factor
  const initial = {
    document: edition.document,
    page: '',
    comparedOn: dayjs().format('YYYY-MM-DD'),
    note: '',
  }
  const draft = useDraft<Typed>(`factors/mark/${pointer.urn}/${pointer.ref}`, initial)
  const state = useCommand((typed: Typed) =>
    api.factors.markVerified({ ...typed, pointer, value, unit, note: typed.note.trim() || null }),
  )
  const confirm = async (typed: Typed) => {
    if (!(await state.run(typed))) return
    await draft.settled()
    onDone()
  }
  const cancel = () => {
    draft.discard()
    onDone()
  }
  if (!draft.ready) return null
  return (
    <Form
      key={draft.restoredAt ?? 'new'}
      name="factor-mark"
      layout="vertical"
      initialValues={draft.value}
      onValuesChange={(_change, all: Typed) => draft.change(all)}
      onFinish={(typed: Typed) => void confirm(typed)}
    >
      <DraftNote draft={draft} />
      <p>{say('factors.mark.says', { value, unit: symbolOf(unit) })}</p>
      <Form.Item
        name="document"
        label={say('factors.mark.document')}
        rules={schemaRules(say, newMark.shape.document)}
      >
        <Input.TextArea rows={2} maxLength={500} />
      </Form.Item>
      <Form.Item name="page" label={say('factors.mark.page')} rules={schemaRules(say, newMark.shape.page)}>
        <Input autoFocus maxLength={200} />
      </Form.Item>
      <Form.Item
        name="comparedOn"
        label={say('factors.mark.day')}
        rules={schemaRules(say, newMark.shape.comparedOn)}
        getValueProps={(on: string) => ({ value: on ? dayjs(on) : null })}
        normalize={(on: dayjs.Dayjs | null) => on?.format('YYYY-MM-DD') ?? ''}
      >
        <DatePicker format="YYYY-MM-DD" maxDate={dayjs()} style={{ width: '100%' }} />
      </Form.Item>
      <Form.Item name="note" label={say('factors.mark.note')}>
        <Input.TextArea rows={2} maxLength={2000} />
      </Form.Item>
      <TroubleNote trouble={state.trouble} onClose={state.forget} />
      <div className="page-acts">
        <Button type="primary" htmlType="submit" loading={state.busy}>
          {say('factors.mark.save')}
        </Button>
        <Button onClick={cancel}>{say('frame.confirm.cancel')}</Button>
      </div>
    </Form>
  )
}
