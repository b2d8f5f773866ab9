import type { NodeId } from '#shared/organization/model'
import { type Measure, type MeasureId, measureInput, type MeasureInput } from '#shared/performance/measure'
import type { ShownObjective } from '#shared/performance/objective'

import { api } from '../kernel/api.ts'
import { useCommand } from '../kernel/commands.ts'
import { useSay } from '../kernel/say.ts'
import { useMay } from '../kernel/session.ts'
import { usePlaceOptions } from '../kernel/use-place-options.ts'
import { ConfirmAct } from '../ui/ConfirmAct.tsx'
import { type Field, RecordForm, type Typed } from '../ui/RecordForm.tsx'
import { knownIn, listIn, numberIn, textIn, typedNumber, wholeIn } from '../ui/typed.ts'
import { useObjectives } from './use-performance.ts'

interface MeasureFormProps {
  readonly objective: ShownObjective
  /** Null for a new one. */
  readonly measure: Measure | null
  readonly onDone: () => void
}

function useFields(own: MeasureId | null): readonly Field[] {
  const say = useSay()
  const places = usePlaceOptions()
  const objectives = useObjectives()
  const others = (objectives.data ?? []).flatMap(({ measures }) => measures).filter(({ id }) => id !== own)
  const { shape } = measureInput
  const text = (name: 'owner' | 'department'): Field => ({
    name,
    label: say(`performance.measure.${name}`),
    kind: 'text',
  })
  const area = (name: 'what' | 'resource' | 'evaluation' | 'derivation'): Field => ({
    name,
    label: say(`performance.measure.${name}`),
    hint: say(`performance.measure.${name}-hint`),
    kind: 'area',
  })
  const number = (name: 'expected' | 'achieved' | 'investment' | 'yearlyCost' | 'lifetime'): Field => ({
    name,
    label: say(`performance.measure.${name}-unit`),
    kind: 'number',
    schema: typedNumber.nullable(),
  })
  return [
    { name: 'title', label: say('performance.measure.title'), kind: 'text', schema: shape.title, wide: true },
    area('what'),
    text('owner'),
    text('department'),
    { name: 'node', label: say('performance.indicator.node'), kind: 'choice', options: places },
    { name: 'start', label: say('performance.measure.start'), kind: 'day' },
    { name: 'due', label: say('performance.measure.due'), kind: 'day' },
    number('expected'),
    number('achieved'),
    number('investment'),
    number('yearlyCost'),
    number('lifetime'),
    {
      name: 'group',
      label: say('performance.measure.group'),
      kind: 'text',
      hint: say('performance.measure.group-hint'),
    },
    {
      name: 'requires',
      label: say('performance.measure.requires'),
      kind: 'choices',
      options: others.map(({ id, title }) => ({ value: id, label: title })),
    },
    area('derivation'),
    area('resource'),
    area('evaluation'),
  ]
}

function measureIn(typed: Typed): MeasureInput {
  return {
    title: textIn(typed, 'title'),
    what: textIn(typed, 'what'),
    resource: textIn(typed, 'resource'),
    owner: knownIn(typed, 'owner'),
    department: knownIn(typed, 'department'),
    node: (knownIn(typed, 'node') ?? null) as NodeId | null,
    start: knownIn(typed, 'start'),
    due: knownIn(typed, 'due'),
    evaluation: textIn(typed, 'evaluation'),
    expected: numberIn(typed, 'expected'),
    derivation: textIn(typed, 'derivation'),
    achieved: numberIn(typed, 'achieved'),
    investment: numberIn(typed, 'investment'),
    yearlyCost: numberIn(typed, 'yearlyCost'),
    lifetime: wholeIn(typed, 'lifetime'),
    group: knownIn(typed, 'group'),
    requires: listIn(typed, 'requires') as MeasureId[],
  }
}

/** One measure, from what is done to how its result is judged. */
export function MeasureForm({ objective, measure, onDone }: MeasureFormProps) {
  const say = useSay()
  const may = useMay()
  const fields = useFields(measure?.id ?? null)
  const save = useCommand(
    ({ typed, seen }: { readonly typed: Typed; readonly seen: Typed }) =>
      measure
        ? api.performance.editMeasure({ ...measureIn(typed), id: measure.id, seen: measureIn(seen) })
        : api.performance.addMeasure({ ...measureIn(typed), objective: objective.id }),
    {
      undo: (saved) => ({
        done: { code: 'performance.measure.saved', facts: { name: saved.title } },
        undo: () =>
          measure
            ? api.performance.editMeasure({
                ...measureInput.parse(measure),
                id: saved.id,
                seen: measureInput.parse(saved),
              })
            : api.performance.removeMeasure({ id: saved.id }),
      }),
    },
  )
  const remove = useCommand((id: MeasureId) => api.performance.removeMeasure({ id }))
  const submit = async (typed: Typed, seen: Typed) => {
    const saved = await save.run({ typed, seen })
    if (saved) onDone()
    return saved !== undefined
  }
  return (
    <RecordForm
      title={measure?.title ?? say('performance.measure.new')}
      draft={`performance/targets/${objective.id}/measures/${measure?.id ?? 'new'}`}
      isThere={measure !== null}
      initial={initialOf(measure)}
      fields={fields}
      submit={say('performance.save')}
      onSubmit={submit}
      busy={save.busy}
      trouble={save.trouble ?? remove.trouble}
      onLeave={onDone}
      acts={
        measure?.state === 'draft' &&
        may('performance.enter') && (
          <ConfirmAct
            label={say('performance.remove')}
            question={say('performance.measure.remove-question', { name: measure.title })}
            button={{ danger: true }}
            onConfirm={() => void remove.run(measure.id).then((done) => done && onDone())}
          />
        )
      }
    />
  )
}

function initialOf(measure: Measure | null): Typed {
  if (!measure) return { title: '', requires: [] }
  const facts = Object.entries(measureInput.parse(measure)).map(([name, value]) => [
    name,
    typeof value === 'number'
      ? String(value)
      : (value ?? (name === 'start' || name === 'due' || name === 'node' ? null : '')),
  ])
  return Object.fromEntries(facts) as Typed
}
