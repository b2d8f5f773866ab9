import { Alert, Button, Form, Input, InputNumber, Radio, Select } from 'antd'

import { editionsWithin } from '#shared/accounting/editions'
import { newInventory, type NewInventory } from '#shared/accounting/inventory'
import { gwpSetNames } from '#shared/factors/gwp'
import type { NodeId } from '#shared/organization/model'

import { api } from '../kernel/api.ts'
import { useAsk } from '../kernel/changes.ts'
import { useSay } from '../kernel/say.ts'
import { schemaRules } from '../ui/field-rules.ts'
import { EditionFields } from './EditionFields.tsx'
import { useRules } from './use-rules.ts'
import { choiceOf } from './usual-choice.ts'

interface InventoryFormProps {
  readonly value: NewInventory
  readonly onChange: (next: NewInventory) => void
  /** What the button says. */
  readonly act: string
  readonly busy: boolean
  readonly onSubmit: () => void
}

const views = ['guideline', 'iso-14064-1'] as const
const scope2Ways = ['location-based', 'market-based'] as const
const { shape } = newInventory

/** By which rules an inventory counts. */
export function InventoryForm({ value, onChange, act, busy, onSubmit }: InventoryFormProps) {
  const say = useSay()
  const rules = useRules()
  const [form] = Form.useForm<NewInventory>()
  const tree = useAsk(['organization', 'tree'], () => api.organization.tree({}))
  const facilities = (tree.data ?? []).filter(({ kind }) => kind === 'facility')
  const chosen = rules.guidelines.find(({ id }) => id === value.guideline)
  const change = (changed: Partial<NewInventory>) => {
    const guideline = rules.guidelines.find(({ id }) => id === changed.guideline)
    const chosenNow = { ...value, ...changed, ...(guideline && choiceOf(guideline)) }
    const { guideline: named, year } = chosenNow
    const isOther = named !== value.guideline || year !== value.year
    const next = isOther
      ? { ...chosenNow, editions: editionsWithin(rules.guidelines, named, year) }
      : chosenNow
    form.setFieldsValue(next)
    onChange(next)
  }
  return (
    <Form
      form={form}
      layout="vertical"
      className="paper inventory-form"
      initialValues={value}
      onValuesChange={(changed: Partial<NewInventory>) =>
        change('facilities' in changed ? { ...changed, facilities: listed(changed.facilities) } : changed)
      }
      onFinish={onSubmit}
    >
      <Form.Item name="title" label={say('accounting.field.title')} rules={schemaRules(say, shape.title)}>
        <Input maxLength={200} />
      </Form.Item>
      <Form.Item name="year" label={say('accounting.field.year')} rules={schemaRules(say, shape.year)}>
        <InputNumber min={1990} max={2100} precision={0} />
      </Form.Item>
      <Form.Item
        name="guideline"
        className="inventory-wide"
        label={say('accounting.field.guideline')}
        rules={schemaRules(say, shape.guideline)}
      >
        <Select
          showSearch={{ optionFilterProp: 'label' }}
          options={rules.guidelines.map(({ id, title }) => ({ value: id, label: title[say.language] }))}
        />
      </Form.Item>
      {chosen && <GuidelineNotes guideline={chosen} />}
      <EditionFields value={value} onChange={(editions) => change({ editions })} />
      <Form.Item name="gwpSet" label={say('accounting.field.gwp-set')}>
        <Select
          options={gwpSetNames.map((name) => ({ value: name, label: say(`factors.gwp-set.${name}`) }))}
        />
      </Form.Item>
      <Form.Item name="rounding" label={say('accounting.field.rounding')}>
        <Select
          options={rules.rounding.map(({ id, title }) => ({ value: id, label: title[say.language] }))}
        />
      </Form.Item>
      <Form.Item name="view" label={say('accounting.field.view')}>
        <Radio.Group
          options={views.map((view) => ({ value: view, label: say(`accounting.view.${view}`) }))}
        />
      </Form.Item>
      <Form.Item name="scope2" label={say('accounting.field.scope2')}>
        <Radio.Group
          options={scope2Ways.map((way) => ({ value: way, label: say(`accounting.scope2.${way}`) }))}
        />
      </Form.Item>
      <Form.Item name="facilities" className="inventory-wide" label={say('accounting.field.facilities')}>
        <Select
          mode="multiple"
          allowClear
          placeholder={say('accounting.field.facilities-all')}
          options={facilities.map(({ id, name }) => ({ value: id, label: name }))}
        />
      </Form.Item>
      <Form.Item className="inventory-wide">
        <Button type="primary" htmlType="submit" loading={busy}>
          {act}
        </Button>
      </Form.Item>
    </Form>
  )
}

/** No facility chosen is every facility. */
function listed(facilities: readonly NodeId[] | null | undefined): NodeId[] | null {
  return facilities && facilities.length > 0 ? [...facilities] : null
}

type Guideline = ReturnType<typeof useRules>['guidelines'][number]

/** What one must know of a guideline before counting by it. */
function GuidelineNotes({ guideline }: { readonly guideline: Guideline }) {
  const say = useSay()
  const { notes, verification } = guideline
  const isDoubtful = verification === 'recalled' || verification === 'secondary-copy'
  if (notes.length === 0 && !isDoubtful) return null
  return (
    <Alert
      className="inventory-wide"
      type="info"
      title={
        <ul>
          {isDoubtful && <li>{say('accounting.guideline.from-memory')}</li>}
          {notes.map((note) => (
            <li key={note.en}>{note[say.language]}</li>
          ))}
        </ul>
      }
    />
  )
}
