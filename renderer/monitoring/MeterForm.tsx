import { Button, Form, Input, InputNumber, Select } from 'antd'

import { meterKinds, type MeterId, type MeterRecord, newMeter, type NewMeter } from '#shared/monitoring/meter'
import type { ParameterId } from '#shared/monitoring/model'
import type { NodeId } from '#shared/organization/model'

import { api } from '../kernel/api.ts'
import { useAsk } from '../kernel/changes.ts'
import { useCommand } from '../kernel/commands.ts'
import { useEditDraft } from '../kernel/edit-draft.ts'
import { useSay } from '../kernel/say.ts'
import { useGo, useScope } from '../kernel/scope.ts'
import { useMay } from '../kernel/session.ts'
import { ClashNote } from '../ui/ClashNote.tsx'
import { ConfirmAct } from '../ui/ConfirmAct.tsx'
import { DraftNote } from '../ui/DraftNote.tsx'
import { schemaRules } from '../ui/field-rules.ts'
import { DayField } from './DayField.tsx'
import { placeName } from './place-name.ts'
import { emptyAsNull } from './typed.ts'
import { usePlaces } from './use-places.ts'
import { useToday } from './use-today.ts'

interface FormProps {
  /** Null for a new one. */
  readonly record: MeterRecord | null
  readonly node: NodeId
  readonly tag: string
  /** What it measures now. */
  readonly parameters: readonly ParameterId[]
  readonly onSaved: (saved: MeterId) => void
}

interface Typed extends NewMeter {
  readonly parameters: readonly ParameterId[]
  /** From when on a change of what it measures holds. */
  readonly from: string
}

const { shape } = newMeter
const wordFields = ['name', 'model', 'maker', 'place', 'range', 'accuracy'] as const

/** The facts of a meter and what it measures. What is typed is kept as a draft until it is saved. */
export function MeterForm({ record, node, tag, parameters, onSaved }: FormProps) {
  const say = useSay()
  const may = useMay()
  const go = useGo()
  const { year } = useScope()
  const today = useToday()
  const now: Typed = record
    ? { ...factsOf(record), parameters, from: today }
    : { ...blankMeter(node, tag, `${year}-01-01`), parameters, from: `${year}-01-01` }
  const draft = useEditDraft(`monitoring/meters/${record?.meter.id ?? `new/${tag}`}`, now)
  const save = useSave(record)
  const remove = useCommand((id: MeterId) => api.monitoring.removeMeter({ id }))
  const finish = async () => {
    const saved = await save.run({ typed: draft.value, seen: draft.seen })
    if (!saved) return
    await draft.settled({ ...draft.value, ...factsOf(saved) })
    onSaved(saved.meter.id)
  }
  const canManage = may('monitoring.manage')
  return (
    <section className="paper" aria-labelledby="meter-facts">
      <h2 id="meter-facts">{say('monitoring.meter.facts')}</h2>
      <DraftNote draft={draft} />
      {draft.ready && (
        <Form
          key={draft.filling}
          name="meter"
          layout="vertical"
          disabled={!canManage}
          initialValues={draft.value}
          onValuesChange={(_changed, all: Partial<Typed>) => draft.change({ ...draft.value, ...all })}
          onFinish={() => void finish()}
        >
          <MeterFields isNew={record === null} />
          <ClashNote
            trouble={save.trouble ?? remove.trouble}
            draft={draft}
            now={now}
            onSettled={save.forget}
          />
          {canManage && (
            <div className="page-acts">
              <Button type="primary" htmlType="submit" loading={save.busy}>
                {say('monitoring.meter.save')}
              </Button>
              {record && (
                <ConfirmAct
                  label={say('monitoring.meter.remove')}
                  question={say('monitoring.meter.remove-ask', { tag: record.meter.tag })}
                  button={{ danger: true, loading: remove.busy }}
                  onConfirm={() =>
                    void remove.run(record.meter.id).then((gone) => gone && go('/monitoring/meters'))
                  }
                />
              )}
            </div>
          )}
        </Form>
      )}
    </section>
  )
}

function MeterFields({ isNew }: { readonly isNew: boolean }) {
  const say = useSay()
  const { nodes } = usePlaces()
  const register = useAsk(['monitoring', 'register', null], () => api.monitoring.register({ facility: null }))
  const sources = new Map(register.data?.sources.map(({ id, code, name }) => [id, `${code} ${name}`]))
  return (
    <div className="monitoring-fields">
      <Form.Item className="monitoring-wide" name="node" label={say('monitoring.meter.field.node')}>
        <Select
          showSearch={{ optionFilterProp: 'label' }}
          options={nodes.map(({ id }) => ({ value: id, label: placeName(nodes, id) }))}
        />
      </Form.Item>
      <Form.Item name="tag" label={say('monitoring.meter.field.tag')} rules={schemaRules(say, shape.tag)}>
        <Input maxLength={300} autoFocus={isNew} />
      </Form.Item>
      <Form.Item name="kind" label={say('monitoring.meter.field.kind')}>
        <Select
          options={meterKinds.map((kind) => ({
            value: kind,
            label: say(`monitoring.meter.kind.${kind}`),
          }))}
        />
      </Form.Item>
      {wordFields.map((name) => (
        <Form.Item key={name} name={name} label={say(`monitoring.meter.field.${name}`)}>
          <Input maxLength={300} />
        </Form.Item>
      ))}
      <Form.Item
        name="calibrationMonths"
        label={say('monitoring.meter.field.calibrationMonths')}
        extra={say('monitoring.meter.interval-hint')}
      >
        <InputNumber min={1} max={240} precision={0} style={{ width: '100%' }} />
      </Form.Item>
      <Form.Item name="exemption" label={say('monitoring.meter.field.exemption')}>
        <Input maxLength={300} />
      </Form.Item>
      <DayField
        name="installedOn"
        label={say('monitoring.meter.field.installedOn')}
        schema={shape.installedOn}
      />
      <DayField name="removedOn" label={say('monitoring.meter.field.removedOn')} />
      <Form.Item
        className="monitoring-wide"
        name="parameters"
        label={say('monitoring.meter.field.parameters')}
      >
        <Select
          mode="multiple"
          showSearch={{ optionFilterProp: 'label' }}
          options={(register.data?.parameters ?? [])
            .filter(({ determination }) => determination !== 'default')
            .map(({ id, name, source }) => ({
              value: id,
              label: [source === null ? null : sources.get(source), name].filter(Boolean).join(' · '),
            }))}
        />
      </Form.Item>
      {!isNew && (
        <DayField name="from" label={say('monitoring.meter.field.from')} schema={shape.installedOn} />
      )}
      <Form.Item className="monitoring-wide" name="note" label={say('monitoring.meter.field.note')}>
        <Input.TextArea rows={2} maxLength={1000} />
      </Form.Item>
    </div>
  )
}

function useSave(record: MeterRecord | null) {
  return useCommand(
    async ({ typed, seen }: { readonly typed: Typed; readonly seen: Typed }) => {
      const { from } = typed
      const parameters = [...typed.parameters]
      const meter = meterFrom(typed)
      return record
        ? api.monitoring.changeMeter({
            ...meter,
            id: record.meter.id,
            parameters,
            from,
            seen: meterFrom(seen),
          })
        : api.monitoring.addMeter({ ...meter, parameters })
    },
    {
      undo: (saved) =>
        record
          ? null
          : {
              done: { code: 'monitoring.meter.saved', facts: { tag: saved.meter.tag } },
              undo: () => api.monitoring.removeMeter({ id: saved.meter.id }),
            },
    },
  )
}

function meterFrom(typed: Typed): NewMeter {
  const mayBeEmpty = [...wordFields, 'calibrationMonths', 'exemption', 'removedOn', 'note'] as const
  return newMeter.parse(emptyAsNull(typed, mayBeEmpty))
}
function factsOf({ meter }: MeterRecord): NewMeter {
  const { id: _id, replaces: _replaces, changedBy: _by, changedAt: _at, ...facts } = meter
  return facts
}
function blankMeter(node: NodeId, tag: string, installedOn: string): NewMeter {
  return {
    node,
    tag,
    kind: 'other',
    name: null,
    model: null,
    maker: null,
    place: null,
    range: null,
    accuracy: null,
    calibrationMonths: 12,
    exemption: null,
    installedOn,
    removedOn: null,
    note: null,
  }
}
