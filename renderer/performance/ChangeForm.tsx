import type { PersonId } from '#shared/access/model'
import { symbolOf } from '#shared/kernel/units'
import { changeFacts, changeKinds, type NewChange, type OfferedChange } from '#shared/performance/change'
import type { ShownChange } from '#shared/performance/change-contract'

import { api } from '../kernel/api.ts'
import { useCommand } from '../kernel/commands.ts'
import { PersonField } from '../kernel/PersonField.tsx'
import { type Say, useSay } from '../kernel/say.ts'
import { usePlaceOptions } from '../kernel/use-place-options.ts'
import { type Field, RecordForm, type Typed } from '../ui/RecordForm.tsx'
import { knownIn, numberIn, textIn, typedNumber } from '../ui/typed.ts'

const effectUnits = ['tCO2e', 'kgCO2e'] as const

function useFields(isNew: boolean): readonly Field[] {
  const say = useSay()
  const places = usePlaceOptions()
  const { shape } = changeFacts
  const area = (name: 'effectNote' | 'assetEffect' | 'measures'): Field => ({
    name,
    label: say(`performance.change.${name}`),
    kind: 'area',
  })
  return [
    { name: 'title', label: say('performance.change.title'), kind: 'text', schema: shape.title, wide: true },
    { name: 'what', label: say('performance.change.what'), kind: 'area', schema: shape.what },
    {
      name: 'kind',
      label: say('performance.change.kind'),
      kind: 'choice',
      schema: shape.kind,
      options: changeKinds.map((value) => ({ value, label: say(`performance.change.kind.${value}`) })),
    },
    ...(isNew ? [plannedField(say)] : []),
    { name: 'occursOn', label: say('performance.change.occursOn'), kind: 'day', schema: shape.occursOn },
    { name: 'node', label: say('performance.indicator.node'), kind: 'choice', options: places },
    {
      name: 'person',
      label: say('performance.change.person'),
      kind: 'own',
      control: <PersonField label={say('performance.change.person')} />,
    },
    {
      name: 'effect',
      label: say('performance.change.effect-year'),
      kind: 'number',
      schema: typedNumber.nullable(),
      hint: say('performance.change.effect-hint'),
    },
    {
      name: 'effectUnit',
      label: say('performance.indicator.unit'),
      kind: 'choice',
      options: effectUnits.map((value) => ({ value, label: symbolOf(value) })),
    },
    area('effectNote'),
    area('assetEffect'),
    area('measures'),
  ]
}
function plannedField(say: Say): Field {
  return {
    name: 'planned',
    label: say('performance.change.planned'),
    kind: 'choice',
    options: [
      { value: 'planned', label: say('performance.change.is-planned') },
      { value: 'unintended', label: say('performance.change.is-unintended') },
    ],
    hint: say('performance.change.planned-hint'),
  }
}

function factsIn(typed: Typed, planned: boolean) {
  const effect = numberIn(typed, 'effect')
  return changeFacts.parse({
    title: textIn(typed, 'title'),
    what: textIn(typed, 'what'),
    kind: typed['kind'],
    planned,
    node: knownIn(typed, 'node'),
    occursOn: knownIn(typed, 'occursOn'),
    effect,
    effectUnit: effect === null ? null : knownIn(typed, 'effectUnit'),
    effectNote: textIn(typed, 'effectNote'),
    assetEffect: textIn(typed, 'assetEffect'),
    measures: textIn(typed, 'measures'),
    person: knownIn(typed, 'person'),
  })
}

const empty = {
  effectNote: '',
  assetEffect: '',
  measures: '',
  effect: '',
  effectUnit: 'tCO2e',
  person: null,
  node: null,
}

/** Records a change that somebody noticed or plans, or one that the records show. */
export function NewChangeForm({
  offered,
  onDone,
}: {
  readonly offered: OfferedChange | null
  readonly onDone: (id: string | null) => void
}) {
  const say = useSay()
  const fields = useFields(true)
  const record = useCommand(
    (typed: Typed) => {
      const change: NewChange = {
        ...factsIn(typed, typed['planned'] === 'planned'),
        origin: offered?.origin ?? null,
      }
      return api.performance.recordChange(change)
    },
    {
      undo: ({ id, title }) => ({
        done: { code: 'performance.change.recorded', facts: { name: title } },
        undo: () => api.performance.removeChange({ id }),
      }),
    },
  )
  const submit = async (typed: Typed) => {
    const made = await record.run(typed)
    if (made) onDone(made.id)
    return made !== undefined
  }
  const said = offered
    ? {
        title: say.of(offered),
        what: say.of(offered),
        kind: offered.kind,
        occursOn: offered.occursOn,
        planned: 'unintended',
        node: offered.node,
      }
    : { title: '', what: '', planned: 'planned' }
  return (
    <RecordForm
      title={say('performance.changes.new')}
      draft={`performance/changes/${offered?.origin ?? 'new'}`}
      initial={{ ...empty, ...said }}
      fields={fields}
      submit={say('performance.save')}
      onSubmit={submit}
      busy={record.busy}
      trouble={record.trouble}
      onLeave={() => onDone(null)}
    />
  )
}

export function ChangeForm({
  change,
  onDone,
}: {
  readonly change: ShownChange
  readonly onDone: () => void
}) {
  const say = useSay()
  const fields = useFields(false)
  const { id, planned } = change
  const before = changeFacts.parse(change)
  const edit = useCommand((typed: Typed) => api.performance.editChange({ ...factsIn(typed, planned), id }), {
    undo: ({ title }) => ({
      done: { code: 'performance.change.saved', facts: { name: title } },
      undo: () => api.performance.editChange({ ...before, id }),
    }),
  })
  const submit = async (typed: Typed) => {
    const saved = await edit.run(typed)
    if (saved) onDone()
    return saved !== undefined
  }
  return (
    <RecordForm
      title={say('performance.change.edit')}
      draft={`performance/changes/${id}`}
      isThere
      initial={{
        ...before,
        effect: before.effect ?? '',
        effectUnit: before.effectUnit ?? 'tCO2e',
        person: before.person as PersonId | null,
      }}
      fields={fields}
      submit={say('performance.save')}
      onSubmit={submit}
      busy={edit.busy}
      trouble={edit.trouble}
      onLeave={onDone}
    />
  )
}
