import { Button, Form, Input } from 'antd'

import { type Person, type PersonFacts, personFacts } from '#shared/access/model'

import { api } from '../kernel/api.ts'
import { useCommand } from '../kernel/commands.ts'
import { useSay } from '../kernel/say.ts'
import { useMay } from '../kernel/session.ts'
import { ConfirmAct } from '../ui/ConfirmAct.tsx'
import { schemaRules } from '../ui/field-rules.ts'
import { Icon } from '../ui/Icon.tsx'
import { TroubleNote } from '../ui/TroubleNote.tsx'
import { AccountSection } from './AccountSection.tsx'
import { Traces } from './Traces.tsx'

interface PersonPanelProps {
  /** Null: a new one. */
  readonly person: Person | null
  readonly onMade: (id: string) => void
  readonly onClose: () => void
}

/** One person beside the list: facts, account, roles, and the way out. */
export function PersonPanel({ person, onMade, onClose }: PersonPanelProps) {
  const say = useSay()
  const may = useMay()
  const remove = useCommand((id: Person['id']) => api.access.removePerson({ id }))
  const title = person ? (person.name ?? say('access.person.removed')) : say('access.people.add')
  const isRemoved = person !== null && person.removedAt !== null
  const isEditable = may('access.manage') && !isRemoved
  return (
    <aside className="paper" aria-label={title}>
      <div className="aside-head">
        <h2>{title}</h2>
        <Button type="text" icon={<Icon name="cross" />} aria-label={say('frame.close')} onClick={onClose} />
      </div>
      {!isRemoved && <FactsForm person={person} isEditable={isEditable} onMade={onMade} />}
      {person && !isRemoved && <AccountSection person={person} isEditable={isEditable} />}
      {person && isEditable && (
        <section>
          <Traces key={person.id} person={person.id} />
          <TroubleNote trouble={remove.trouble} onClose={remove.forget} />
          <ConfirmAct
            label={say('access.remove')}
            question={say('access.remove.why', { name: person.name })}
            button={{ danger: true, loading: remove.busy }}
            onConfirm={() => void remove.run(person.id)}
          />
        </section>
      )}
    </aside>
  )
}

interface FactsFormProps {
  readonly person: Person | null
  readonly isEditable: boolean
  readonly onMade: (id: string) => void
}

const fields = ['name', 'department', 'position', 'phone', 'email'] as const

function FactsForm({ person, isEditable, onMade }: FactsFormProps) {
  const say = useSay()
  const save = useCommand(async (typed: PersonFacts) => {
    if (!person) return api.access.addPerson(typed)
    await api.access.savePerson({ ...typed, id: person.id })
    return person.id
  })
  const submit = async (typed: Partial<Record<keyof PersonFacts, string | null>>) => {
    const id = await save.run({ ...emptyFacts, ...typed, name: typed.name ?? '' })
    if (id !== undefined) onMade(id)
  }
  return (
    <Form
      layout="vertical"
      disabled={!isEditable}
      initialValues={person ?? {}}
      onFinish={(typed: PersonFacts) => void submit(typed)}
    >
      {fields.map((field) => (
        <Form.Item
          key={field}
          name={field}
          label={say(`access.${field}`)}
          rules={schemaRules(say, personFacts.shape[field])}
          getValueFromEvent={({ target }) => (target.value === '' ? null : target.value)}
        >
          <Input autoFocus={field === 'name' && person === null} />
        </Form.Item>
      ))}
      <Form.Item
        name="note"
        label={say('access.note')}
        rules={schemaRules(say, personFacts.shape.note)}
        getValueFromEvent={({ target }) => (target.value === '' ? null : target.value)}
      >
        <Input.TextArea rows={2} />
      </Form.Item>
      <TroubleNote trouble={save.trouble} onClose={save.forget} />
      {isEditable && (
        <Button type={person ? 'default' : 'primary'} htmlType="submit" loading={save.busy}>
          {say('access.save')}
        </Button>
      )}
    </Form>
  )
}

const emptyFacts = { department: null, position: null, phone: null, email: null, note: null }
