import { Select } from 'antd'
import { useSearchParams } from 'react-router'

import { recordRef, type RecordRef } from '#shared/kernel/record'
import { subsystems } from '#shared/kernel/subsystem'
import { riskClasses } from '#shared/risks/criteria'
import { aims, newRisk, type NewRisk, riskKinds, type ShownRisk } from '#shared/risks/risk'

import { api } from '../kernel/api.ts'
import { useAsk } from '../kernel/changes.ts'
import { submitting, useCommand } from '../kernel/commands.ts'
import { PersonField } from '../kernel/PersonField.tsx'
import { useSay } from '../kernel/say.ts'
import { useGo } from '../kernel/scope.ts'
import { usePlaceOptions } from '../kernel/use-place-options.ts'
import { PageFrame } from '../ui/PageFrame.tsx'
import { type Field, RecordForm, type Typed } from '../ui/RecordForm.tsx'
import { knownIn, listIn, textIn } from '../ui/typed.ts'

function useFields(): readonly Field[] {
  const say = useSay()
  const places = usePlaceOptions()
  const { shape } = newRisk
  return [
    {
      name: 'kind',
      label: say('risks.kind'),
      kind: 'choice',
      schema: shape.kind,
      options: riskKinds.map((value) => ({ value, label: say(`risks.kind.${value}`) })),
    },
    { name: 'title', label: say('risks.name'), kind: 'text', schema: shape.title, wide: true },
    {
      name: 'class',
      label: say('risks.class'),
      kind: 'choice',
      schema: shape.class,
      hint: '6.5.1.2',
      options: riskClasses.map((value) => ({
        value,
        label: `${say(`risks.class.${value}`)} · ${say(`risks.class-prompt.${value}`)}`,
      })),
      wide: true,
    },
    {
      name: 'subsystem',
      label: say('risks.subsystem'),
      kind: 'choice',
      schema: shape.subsystem,
      options: subsystems.map((value) => ({ value, label: say(`risks.subsystem.${value}`) })),
    },
    {
      name: 'aim',
      label: say('risks.aim'),
      kind: 'choice',
      schema: shape.aim,
      options: aims.map((value) => ({ value, label: say(`risks.aim.${value}`) })),
    },
    { name: 'node', label: say('risks.node'), kind: 'choice', options: places },
    {
      name: 'owner',
      label: say('risks.owner'),
      kind: 'own',
      control: <PersonField label={say('risks.owner')} />,
    },
    { name: 'cause', label: say('risks.cause'), kind: 'area', schema: shape.cause },
    { name: 'effect', label: say('risks.effect'), kind: 'area', schema: shape.effect },
  ]
}
function riskIn(typed: Typed): NewRisk {
  return newRisk.parse({
    ...typed,
    title: textIn(typed, 'title'),
    cause: textIn(typed, 'cause'),
    effect: textIn(typed, 'effect'),
    node: knownIn(typed, 'node'),
    owner: knownIn(typed, 'owner'),
  })
}

/** A new risk or opportunity: bare, or following from another record (`?from=area/kind/id&kind=opportunity&title=…`). */
export function NewRiskPage() {
  const say = useSay()
  const go = useGo()
  const fields = useFields()
  const [params] = useSearchParams()
  const from = originIn(params.get('from'))
  const add = useCommand(
    (typed: Typed) =>
      api.risks.addRisk({
        ...riskIn(typed),
        from,
        endangers: listIn(typed, 'endangers').map((each) => recordRef.parse(each)),
      }),
    {
      undo: ({ id, number }) => ({
        done: { code: 'risks.added', facts: { number } },
        undo: () => api.risks.removeRisk({ id }),
      }),
    },
  )
  const submit = submitting(add, ({ id }) => go(`/risks/${id}`))
  const initial = {
    kind: params.get('kind') === 'opportunity' ? 'opportunity' : 'risk',
    title: params.get('title') ?? '',
    subsystem: 'core',
    aim: params.get('kind') === 'opportunity' ? 'improve' : 'result',
    node: null,
    owner: null,
    endangers: [],
  }
  return (
    <PageFrame title={say('risks.new-title')} purpose={say('risks.purpose')}>
      {from !== null && <p role="status">{say('risks.follows')}</p>}
      <RecordForm
        title={say('risks.new-title')}
        draft={`risks/new/${from ?? 'bare'}`}
        initial={initial}
        fields={[
          ...fields,
          {
            name: 'endangers',
            label: say('risks.endangers'),
            kind: 'own',
            hint: say('risks.endangers-hint'),
            control: <ObjectivesField />,
          },
        ]}
        submit={say('risks.save')}
        onSubmit={submit}
        busy={add.busy}
        trouble={add.trouble}
        onLeave={() => go('/risks')}
      />
    </PageFrame>
  )
}
function originIn(text: string | null): RecordRef | null {
  const parsed = recordRef.safeParse(text)
  return parsed.success ? parsed.data : null
}

interface Choosing {
  readonly id?: string
  readonly value?: readonly string[]
  readonly onChange?: (value: readonly string[]) => void
}
/** The objectives that it bears upon, as records. */
function ObjectivesField({ id, value, onChange }: Choosing) {
  const say = useSay()
  const { data = [] } = useAsk(['performance', 'objectives'], () => api.performance.objectives({}))
  return (
    <Select<string[]>
      {...(id !== undefined && { id })}
      mode="multiple"
      aria-label={say('risks.endangers')}
      options={data.map((each) => ({ value: `performance/objective/${each.id}`, label: each.title }))}
      showSearch={{ optionFilterProp: 'label' }}
      value={[...(value ?? [])]}
      onChange={(chosen) => onChange?.(chosen)}
    />
  )
}

export function RiskForm({ risk, onDone }: { readonly risk: ShownRisk; readonly onDone: () => void }) {
  const say = useSay()
  const fields = useFields()
  const { id, number } = risk
  const before = newRisk.parse(risk)
  const edit = useCommand(
    ({ typed, seen }: { readonly typed: Typed; readonly seen: Typed }) =>
      api.risks.editRisk({ ...riskIn(typed), id, seen: riskIn(seen) }),
    {
      undo: (saved) => ({
        done: { code: 'risks.saved', facts: { number } },
        undo: () => api.risks.editRisk({ ...before, id, seen: newRisk.parse(saved) }),
      }),
    },
  )
  return (
    <RecordForm
      title={say('risks.edit')}
      draft={`risks/edit/${id}`}
      isThere
      initial={before}
      fields={fields}
      submit={say('risks.save')}
      onSubmit={(typed, seen) => submitting(edit, onDone)({ typed, seen })}
      onSettled={edit.forget}
      busy={edit.busy}
      trouble={edit.trouble}
      onLeave={onDone}
    />
  )
}
