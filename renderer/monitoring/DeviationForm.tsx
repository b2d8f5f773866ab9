import { Button, Form, Input, Select } from 'antd'

import { type DeviationId, newDeviation, type NewDeviation } from '#shared/monitoring/deviation'

import { api } from '../kernel/api.ts'
import { useAsk } from '../kernel/changes.ts'
import { useCommand } from '../kernel/commands.ts'
import { useDraft } from '../kernel/drafts.ts'
import { useSay } from '../kernel/say.ts'
import { DraftNote } from '../ui/DraftNote.tsx'
import { schemaRules } from '../ui/field-rules.ts'
import { TroubleNote } from '../ui/TroubleNote.tsx'
import { DayField } from './DayField.tsx'
import { emptyAsNull } from './typed.ts'
import { usePlaces } from './use-places.ts'
import { useToday } from './use-today.ts'

type Typed = Omit<NewDeviation, 'trigger' | 'facility'>
const { shape } = newDeviation

/** Records a deviation that a person saw; those of findings are opened where the finding stands. */
export function DeviationForm({ onSaved }: { readonly onSaved: (id: DeviationId) => void }) {
  const say = useSay()
  const { first } = usePlaces()
  const register = useAsk(['monitoring', 'register', null], () => api.monitoring.register({ facility: null }))
  const today = useToday()
  const draft = useDraft<Typed>('monitoring/deviations/new', {
    title: '',
    parameters: [],
    from: today,
    to: null,
    dueOn: null,
    responsible: null,
  })
  const save = useCommand(async (typed: Typed) =>
    api.monitoring.recordDeviation(
      newDeviation.parse({
        ...emptyAsNull(typed, ['to', 'dueOn', 'responsible']),
        trigger: null,
        facility: first?.id,
      }),
    ),
  )
  const finish = async () => {
    const saved = await save.run(draft.value)
    if (!saved) return
    await draft.settled()
    onSaved(saved.id)
  }
  if (!draft.ready || first === undefined) return null
  return (
    <section className="paper" aria-label={say('monitoring.deviations.add')}>
      <DraftNote draft={draft} />
      <Form
        key={draft.restoredAt ?? 'kept'}
        name="deviation"
        layout="vertical"
        initialValues={draft.value}
        onValuesChange={(_changed, all: Partial<Typed>) => draft.change({ ...draft.value, ...all })}
        onFinish={() => void finish()}
      >
        <Form.Item
          name="title"
          label={say('monitoring.deviation.title')}
          rules={schemaRules(say, shape.title)}
        >
          <Input maxLength={300} autoFocus />
        </Form.Item>
        <Form.Item name="parameters" label={say('monitoring.deviation.parameters')}>
          <Select
            mode="multiple"
            showSearch={{ optionFilterProp: 'label' }}
            options={(register.data?.parameters ?? []).map(({ id, name }) => ({ value: id, label: name }))}
          />
        </Form.Item>
        <div className="monitoring-fields">
          <DayField name="from" label={say('monitoring.deviation.from')} schema={shape.from} />
          <DayField name="to" label={say('monitoring.deviation.to')} />
          <DayField name="dueOn" label={say('monitoring.deviation.dueOn')} />
          <Form.Item name="responsible" label={say('monitoring.deviation.responsible')}>
            <Input maxLength={300} />
          </Form.Item>
        </div>
        <TroubleNote trouble={save.trouble} onClose={save.forget} />
        <Button type="primary" htmlType="submit" loading={save.busy}>
          {say('monitoring.deviation.save')}
        </Button>
      </Form>
    </section>
  )
}
