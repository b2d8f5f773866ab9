import { Form, type FormInstance, Input } from 'antd'

import { newOwnEdition } from '#shared/factors/record'

import { useSay } from '../kernel/say.ts'
import { schemaRules } from '../ui/field-rules.ts'
import type { OwnHeadText } from './own-draft.ts'

interface OwnHeadProps {
  readonly form: FormInstance<OwnHeadText>
  readonly head: OwnHeadText
  /** A table keeps its name once it was saved. */
  readonly isTableFixed: boolean
  readonly isReadOnly?: boolean
  readonly onChange?: (head: OwnHeadText) => void
  readonly onFinish?: (head: OwnHeadText) => void
}

/** What an own edition says of itself: title, who issued it, the document it comes from. */
export function OwnHead(props: OwnHeadProps) {
  const { form, head, isTableFixed, isReadOnly = false, onChange, onFinish } = props
  const say = useSay()
  const required = schemaRules(say, newOwnEdition.shape.document)
  return (
    <Form
      form={form}
      name="own-edition"
      layout="vertical"
      className="own-head paper"
      disabled={isReadOnly}
      initialValues={head}
      onValuesChange={(_change, all: OwnHeadText) => onChange?.({ ...head, ...all })}
      onFinish={(typed: OwnHeadText) => onFinish?.({ ...head, ...typed })}
    >
      <Form.Item name="title" label={say('factors.own.field.title')} rules={required}>
        <Input maxLength={200} />
      </Form.Item>
      <Form.Item name="issuer" label={say('factors.own.field.issuer')} rules={required}>
        <Input maxLength={200} />
      </Form.Item>
      <Form.Item name="document" label={say('factors.own.field.document')} rules={required}>
        <Input maxLength={500} />
      </Form.Item>
      <Form.Item
        name="published"
        label={say('factors.own.field.published')}
        rules={schemaRules(say, newOwnEdition.shape.published)}
      >
        <Input placeholder={say('factors.own.field.published.hint')} maxLength={10} />
      </Form.Item>
      <Form.Item
        name="table"
        label={say('factors.own.field.table')}
        rules={[{ pattern: /^[a-z0-9-]*$/, message: say('factors.own.field.table.hint') }]}
      >
        <Input
          placeholder={say('factors.own.field.table.hint')}
          maxLength={60}
          disabled={isTableFixed || isReadOnly}
        />
      </Form.Item>
      <Form.Item name="note" label={say('factors.own.field.note')}>
        <Input maxLength={2000} />
      </Form.Item>
    </Form>
  )
}
