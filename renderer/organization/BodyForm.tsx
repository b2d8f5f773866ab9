import { z } from 'zod'

import { type Body, bodyForms, bodyInput, levels } from '#shared/organization/posts'

import { api } from '../kernel/api.ts'
import { useCommand } from '../kernel/commands.ts'
import { useSay } from '../kernel/say.ts'
import { ConfirmAct } from '../ui/ConfirmAct.tsx'
import { RecordForm, type Typed } from '../ui/RecordForm.tsx'
import { knownIn, textIn, wholeIn } from '../ui/typed.ts'

interface BodyFormProps {
  /** Null for a new one. */
  readonly body: Body | null
  readonly bodies: readonly Body[]
  readonly onDone: () => void
}

/** A body of the carbon organization: where it stands, and in which form it carries out carbon management. */
export function BodyForm({ body, bodies, onDone }: BodyFormProps) {
  const say = useSay()
  const { shape } = bodyInput
  const save = useSave(body)
  const remove = useCommand((of: Body) => api.organization.removeBody({ id: of.id }), {
    undo: (_done, of) => ({
      done: { code: 'organization.body.saved', facts: { title: of.name } },
      undo: () => api.organization.saveBody({ ...of, id: null }),
    }),
  })
  const submit = async (typed: Typed) => {
    const saved = await save.run(typed)
    if (saved) onDone()
    return saved !== undefined
  }
  return (
    <RecordForm
      title={say(body ? 'organization.body.edit' : 'organization.body.new')}
      draft={`organization/body/${body?.id ?? 'new'}`}
      isThere={body !== null}
      initial={
        body
          ? { ...body, staff: body.staff === null ? '' : String(body.staff) }
          : { name: '', level: 'plant', parent: bodies[0]?.id ?? null, staff: '' }
      }
      fields={[
        { name: 'name', label: say('organization.body.name'), kind: 'text', schema: shape.name },
        {
          name: 'parent',
          label: say('organization.body.parent'),
          kind: 'choice',
          options: bodies
            .filter(({ id }) => id !== body?.id)
            .map(({ id, name }) => ({ value: id, label: name })),
        },
        {
          name: 'level',
          label: say('organization.body.level'),
          kind: 'choice',
          schema: shape.level,
          options: levels.map((value) => ({ value, label: say(`organization.level.${value}`) })),
        },
        {
          name: 'form',
          label: say('organization.body.form'),
          kind: 'choice',
          hint: '5.3.2 b',
          options: bodyForms.map((value) => ({ value, label: say(`organization.form.${value}`) })),
        },
        { name: 'host', label: say('organization.body.host'), kind: 'text' },
        {
          name: 'staff',
          label: say('organization.body.staff'),
          kind: 'number',
          schema: z
            .string()
            .regex(/^\d{1,4}$/)
            .nullable(),
        },
        {
          name: 'confidentiality',
          label: say('organization.body.confidentiality'),
          kind: 'text',
          hint: say('organization.body.outside-hint'),
        },
        { name: 'dataScope', label: say('organization.body.dataScope'), kind: 'text' },
        { name: 'note', label: say('organization.body.note'), kind: 'area' },
      ]}
      submit={say('organization.save')}
      onSubmit={submit}
      busy={save.busy}
      trouble={save.trouble ?? remove.trouble}
      onLeave={onDone}
      acts={
        body && (
          <ConfirmAct
            label={say('organization.remove')}
            question={say('organization.remove-question', { title: body.name })}
            button={{ danger: true }}
            onConfirm={() => void remove.run(body).then((gone) => gone && onDone())}
          />
        )
      }
    />
  )
}

function useSave(body: Body | null) {
  return useCommand(
    (typed: Typed) =>
      api.organization.saveBody(
        bodyInput.parse({
          id: body?.id ?? null,
          parent: typed['parent'] ?? null,
          name: textIn(typed, 'name'),
          level: typed['level'],
          form: typed['form'] ?? null,
          host: knownIn(typed, 'host'),
          staff: wholeIn(typed, 'staff'),
          confidentiality: knownIn(typed, 'confidentiality'),
          dataScope: knownIn(typed, 'dataScope'),
          note: knownIn(typed, 'note'),
        }),
      ),
    {
      undo: ({ id, name }) => ({
        done: { code: 'organization.body.saved', facts: { title: name } },
        undo: () => (body ? api.organization.saveBody(body) : api.organization.removeBody({ id })),
      }),
    },
  )
}
