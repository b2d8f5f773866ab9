import { Button, Checkbox, Form, Input, Select } from 'antd'

import { gases } from '#shared/factors/gases'
import { calculation } from '#shared/monitoring/methods'
import {
  categories,
  type Category,
  newSource,
  type NewSource,
  reports,
  type Source,
  type SourceId,
  sourceStates,
} from '#shared/monitoring/model'
import { usualFor } from '#shared/monitoring/usual'
import type { Node, NodeId } from '#shared/organization/model'

import { api } from '../kernel/api.ts'
import { useCommand } from '../kernel/commands.ts'
import { useDraft } from '../kernel/drafts.ts'
import { useSay } from '../kernel/say.ts'
import { useScope } from '../kernel/scope.ts'
import { useMay } from '../kernel/session.ts'
import { ConfirmAct } from '../ui/ConfirmAct.tsx'
import { DraftNote } from '../ui/DraftNote.tsx'
import { schemaRules } from '../ui/field-rules.ts'
import { TroubleNote } from '../ui/TroubleNote.tsx'
import { CalculationFields } from './CalculationFields.tsx'
import { DayField } from './DayField.tsx'
import { emptyAsNull } from './typed.ts'

interface SourceFormProps {
  /** Null for a new one. */
  readonly source: Source | null
  /** Where a new one stands. */
  readonly node: NodeId
  readonly nodes: readonly Node[]
  readonly onDone: (saved: SourceId | null) => void
}

/** The facts of a source. What is typed is kept as a draft until it is saved. */
export function SourceForm({ source, node, nodes, onDone }: SourceFormProps) {
  const say = useSay()
  const may = useMay()
  const { year } = useScope()
  const [form] = Form.useForm<NewSource>()
  const draft = useDraft<NewSource>(`monitoring/source/${source?.id ?? 'new'}`, source ?? blank(node, year))
  const save = useSave(source)
  const remove = useCommand(api.monitoring.removeSource)
  const { shape } = newSource
  const change = (changed: Partial<NewSource>, all: NewSource) => {
    const usual = changed.category && !source ? usualFor(changed.category) : {}
    if (changed.category && !source) form.setFieldsValue(usual)
    draft.change({ ...all, ...usual })
  }
  const finish = async (typed: NewSource) => {
    const saved = await save.run(typed)
    if (!saved) return
    await draft.settled()
    onDone(saved.id)
  }
  return (
    <section className="paper">
      <h2>{source ? say('monitoring.facts') : say('monitoring.new-source')}</h2>
      <DraftNote draft={draft} />
      {draft.ready && (
        <Form
          key={draft.restoredAt ?? 'kept'}
          form={form}
          layout="vertical"
          disabled={!may('monitoring.manage')}
          initialValues={draft.value}
          onValuesChange={change}
          onFinish={(typed) => void finish(typed)}
        >
          <div className="monitoring-fields">
            <Form.Item name="node" label={say('monitoring.field.node')}>
              <Select
                showSearch={{ optionFilterProp: 'label' }}
                options={nodes.map(({ id, name }) => ({ value: id, label: name }))}
              />
            </Form.Item>
            <Form.Item name="code" label={say('monitoring.field.code')} rules={schemaRules(say, shape.code)}>
              <Input maxLength={40} />
            </Form.Item>
            <Form.Item name="name" label={say('monitoring.field.name')} rules={schemaRules(say, shape.name)}>
              <Input maxLength={300} />
            </Form.Item>
            <Choice
              name="category"
              values={categories}
              word={(value: Category) => say(`monitoring.category.${value}`)}
            />
            <CalculationFields form={form} />
            <Choice name="gas" values={['CO2e', ...gases]} word={(gas) => gas} />
            <Choice name="isoCategory" values={[1, 2, 3, 4, 5, 6]} word={String} />
            <Choice name="scope" values={[1, 2, 3]} word={String} />
            <Choice
              name="reportedIn"
              values={reports}
              word={(value) => say(`monitoring.reportedIn.${value}`)}
            />
            <Choice name="state" values={sourceStates} word={(value) => say(`monitoring.state.${value}`)} />
            <DayField name="validFrom" label={say('monitoring.field.validFrom')} />
            <DayField name="validTo" label={say('monitoring.field.validTo')} />
            <Form.Item name="biogenic" valuePropName="checked">
              <Checkbox>{say('monitoring.field.biogenic')}</Checkbox>
            </Form.Item>
            <Form.Item
              className="monitoring-wide"
              name="methodReason"
              label={say('monitoring.field.methodReason')}
            >
              <Input.TextArea rows={2} maxLength={1000} />
            </Form.Item>
            <Form.Item className="monitoring-wide" name="note" label={say('monitoring.field.note')}>
              <Input.TextArea rows={2} maxLength={1000} />
            </Form.Item>
          </div>
          <TroubleNote trouble={save.trouble ?? remove.trouble} />
          <div className="page-acts">
            <Button type="primary" htmlType="submit" loading={save.busy}>
              {say('monitoring.save')}
            </Button>
            <Button onClick={() => onDone(null)}>{say('monitoring.leave')}</Button>
            {source && may('monitoring.manage') && (
              <ConfirmAct
                label={say('monitoring.remove')}
                question={say('monitoring.remove-question', { name: source.name })}
                button={{ danger: true }}
                onConfirm={() => void remove.run({ id: source.id }).then((gone) => gone && onDone(null))}
              />
            )}
          </div>
        </Form>
      )}
    </section>
  )
}

interface ChoiceProps<T extends string | number> {
  readonly name: 'category' | 'gas' | 'isoCategory' | 'scope' | 'reportedIn' | 'state'
  readonly values: readonly T[]
  readonly word: (value: T) => string
}
function Choice<T extends string | number>({ name, values, word }: ChoiceProps<T>) {
  const say = useSay()
  return (
    <Form.Item name={name} label={say(`monitoring.field.${name}`)}>
      <Select
        showSearch={{ optionFilterProp: 'label' }}
        options={values.map((value) => ({ value, label: word(value) }))}
      />
    </Form.Item>
  )
}

function blank(node: NodeId, year: number): NewSource {
  return {
    node,
    code: '',
    name: '',
    category: 'fuel-combustion',
    ...usualFor('fuel-combustion'),
    fuel: null,
    gas: 'CO2',
    biogenic: false,
    reportedIn: 'both',
    state: 'running',
    validFrom: `${year - 1}-01-01`,
    validTo: null,
    methodReason: null,
    note: null,
  }
}

function useSave(source: Source | null) {
  return useCommand(
    (typed: NewSource) => {
      const facts = newSource.parse({
        ...emptyAsNull(typed, ['validTo', 'methodReason', 'note']),
        calculation: calculation.parse(typed.calculation),
        // Only a burnt fuel has a line there; one left over from another method goes.
        fuel: typed.calculation.method.startsWith('fuel-by-') ? (typed.fuel ?? null) : null,
      })
      return source
        ? api.monitoring.changeSource({ ...facts, id: source.id })
        : api.monitoring.addSource(facts)
    },
    {
      undo: ({ id, name }) => ({
        done: { code: 'monitoring.saved', facts: { name } },
        undo: () => (source ? api.monitoring.changeSource(source) : api.monitoring.removeSource({ id })),
      }),
    },
  )
}
