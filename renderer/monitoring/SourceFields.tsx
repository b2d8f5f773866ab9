import { Checkbox, Form, type FormInstance, Input, Select } from 'antd'
import type { ReactNode } from 'react'

import { gases } from '#shared/factors/gases'
import {
  categories,
  type Category,
  newSource,
  type NewSource,
  reports,
  scope3Categories,
  type Source,
  sourceStates,
  sourceTransitions,
} from '#shared/monitoring/model'
import { usualFor } from '#shared/monitoring/usual'
import type { Node } from '#shared/organization/model'

import { useSay } from '../kernel/say.ts'
import { schemaRules } from '../ui/field-rules.ts'
import { FormulaText } from '../ui/NumberText.tsx'
import { CalculationFields } from './CalculationFields.tsx'
import { DayField } from './DayField.tsx'
import { placeName } from './place-name.ts'

interface SourceFieldsProps {
  readonly form: FormInstance<NewSource>
  /** Null for a new one. */
  readonly source: Source | null
  readonly nodes: readonly Node[]
}

const { shape } = newSource

/** The fields of a source: where and what it is, how it is classed, how it is calculated, from when to when. */
export function SourceFields({ form, source, nodes }: SourceFieldsProps) {
  const say = useSay()
  const scope = Form.useWatch<number | undefined>('scope', form)
  const places = nodes.filter(({ id, validTo }) => validTo === null || id === source?.node)
  const states = source ? [source.state, ...sourceTransitions[source.state]] : sourceStates
  return (
    <div className="monitoring-fields">
      <Form.Item
        className="monitoring-wide"
        name="node"
        label={say('monitoring.field.node')}
        rules={schemaRules(say, shape.node)}
      >
        <Select
          showSearch={{ optionFilterProp: 'label' }}
          options={places.map(({ id }) => ({
            value: id,
            label: placeName(nodes, id),
          }))}
        />
      </Form.Item>
      <Form.Item name="code" label={say('monitoring.field.code')} rules={schemaRules(say, shape.code)}>
        <Input maxLength={40} autoFocus={source === null} />
      </Form.Item>
      <Form.Item name="name" label={say('monitoring.field.name')} rules={schemaRules(say, shape.name)}>
        <Input maxLength={300} />
      </Form.Item>
      <ClassFields form={form} />
      <CalculationFields form={form} saved={source?.calculation} />
      {scope === 2 && (
        <Choice name="reportedIn" values={reports} word={(value) => say(`monitoring.reportedIn.${value}`)} />
      )}
      <Choice name="state" values={states} word={(value) => say(`monitoring.state.${value}`)} />
      <Form.Item name="biogenic" valuePropName="checked" label={say('monitoring.field.origin')}>
        <Checkbox>{say('monitoring.field.biogenic')}</Checkbox>
      </Form.Item>
      <DayField name="validFrom" label={say('monitoring.field.validFrom')} schema={shape.validFrom} />
      <DayField name="validTo" label={say('monitoring.field.validTo')} />
      {(['methodReason', 'note'] as const).map((name) => (
        <Form.Item
          key={name}
          className="monitoring-wide"
          name={name}
          label={say(`monitoring.field.${name}`)}
          extra={name === 'methodReason' ? say('monitoring.methodReason-hint') : undefined}
        >
          <Input.TextArea rows={2} maxLength={1000} />
        </Form.Item>
      ))}
    </div>
  )
}

/** Category of the guideline, of ISO 14064-1, scope and gas; an unusual combination is said, not refused. */
function ClassFields({ form }: Pick<SourceFieldsProps, 'form'>) {
  const say = useSay()
  const category = Form.useWatch<Category | undefined>('category', form)
  const isoCategory = Form.useWatch<number | undefined>('isoCategory', form)
  const scope = Form.useWatch<number | undefined>('scope', form)
  const usual = category === undefined ? undefined : { category, ...usualFor(category) }
  const isUnusual =
    usual !== undefined && scope !== undefined && (usual.isoCategory !== isoCategory || usual.scope !== scope)
  return (
    <>
      <Choice
        name="category"
        values={categories}
        word={(value: Category) => say(`monitoring.category.${value}`)}
      />
      <Choice name="gas" values={['CO2e', ...gases]} word={(gas) => <FormulaText text={gas} />} />
      <Choice
        name="isoCategory"
        values={[1, 2, 3, 4, 5, 6] as const}
        word={(value) => say(`organization.iso.${value}`)}
      />
      <Choice
        name="scope"
        values={[1, 2, 3] as const}
        word={(value) => say(`organization.scope.${value}`)}
        {...(isUnusual && {
          extra: say('monitoring.unusual-class', {
            category: say(`monitoring.category.${usual.category}`),
            iso: usual.isoCategory,
            scope: usual.scope,
          }),
        })}
      />
      {scope === 3 && (
        <Form.Item
          className="monitoring-wide"
          name="scope3Category"
          label={say('monitoring.field.scope3Category')}
        >
          <Select
            allowClear
            showSearch={{ optionFilterProp: 'label' }}
            options={scope3Categories.map((value) => ({ value, label: say(`monitoring.scope3.${value}`) }))}
          />
        </Form.Item>
      )}
    </>
  )
}

interface ChoiceProps<T extends string | number> {
  readonly name: 'category' | 'gas' | 'isoCategory' | 'scope' | 'reportedIn' | 'state'
  readonly values: readonly T[]
  readonly word: (value: T) => ReactNode
  readonly extra?: string
}
function Choice<T extends string | number>({ name, values, word, extra }: ChoiceProps<T>) {
  const say = useSay()
  return (
    <Form.Item name={name} label={say(`monitoring.field.${name}`)} extra={extra}>
      <Select
        showSearch={{ optionFilterProp: name === 'gas' ? 'value' : 'label' }}
        options={values.map((value) => ({ value, label: word(value) }))}
      />
    </Form.Item>
  )
}
