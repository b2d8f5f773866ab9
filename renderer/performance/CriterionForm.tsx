import type { PersonId } from '#shared/access/model'
import { isConvertible } from '#shared/kernel/units'
import { subsystems } from '#shared/organization/boundary'
import { type CriterionFacts, criterionFacts, type ShownCriterion } from '#shared/performance/operation'

import { api } from '../kernel/api.ts'
import { useAsk } from '../kernel/changes.ts'
import { useCommand } from '../kernel/commands.ts'
import { PersonField } from '../kernel/PersonField.tsx'
import { useSay } from '../kernel/say.ts'
import { usePlaceOptions } from '../kernel/use-place-options.ts'
import { type Field, RecordForm, type Typed } from '../ui/RecordForm.tsx'
import { knownIn, numberIn, textIn, typedNumber } from '../ui/typed.ts'
import { unitOptions } from './unit-options.ts'

function useFields(isNew: boolean): readonly Field[] {
  const say = useSay()
  const places = usePlaceOptions()
  const register = useAsk(['monitoring', 'register', 'all'], () =>
    api.monitoring.register({ facility: null }),
  )
  const parameters = register.data?.parameters ?? []
  const sources = new Map((register.data?.sources ?? []).map(({ id, name }) => [id, name]))
  // Only units that some parameter can be converted into.
  const units = unitOptions.filter(({ value }) => parameters.some(({ unit }) => isConvertible(value, unit)))
  const { shape } = criterionFacts
  const area = (name: 'requirement' | 'source' | 'resource' | 'records'): Field => ({
    name,
    label: say(`performance.criterion.${name}`),
    kind: 'area',
  })
  const number = (name: 'low' | 'high'): Field => ({
    name,
    label: say(`performance.criterion.${name}`),
    kind: 'number',
    schema: typedNumber.nullable(),
  })
  return [
    {
      name: 'process',
      label: say('performance.criterion.process'),
      kind: 'text',
      schema: shape.process,
      wide: true,
    },
    area('requirement'),
    {
      name: 'subsystem',
      label: say('performance.criterion.subsystem'),
      kind: 'choice',
      options: (['core', ...subsystems] as const).map((value) => ({
        value,
        label: say(`performance.criterion.subsystem.${value}`),
      })),
    },
    { name: 'node', label: say('performance.indicator.node'), kind: 'choice', options: places },
    {
      name: 'parameter',
      label: say('performance.criterion.parameter'),
      kind: 'choice',
      options: parameters.map(({ id, name, source }) => ({
        value: id,
        label: [source === null ? null : sources.get(source), name].filter(Boolean).join(' · '),
      })),
    },
    {
      name: 'per',
      label: say('performance.criterion.per'),
      kind: 'choice',
      options: (['month', 'reading'] as const).map((value) => ({
        value,
        label: say(`performance.criterion.per.${value}`),
      })),
    },
    number('low'),
    number('high'),
    { name: 'unit', label: say('performance.criterion.unit'), kind: 'choice', options: units },
    {
      name: 'person',
      label: say('performance.criterion.person'),
      kind: 'own',
      control: <PersonField label={say('performance.criterion.person')} />,
    },
    { name: 'reviewOn', label: say('performance.criterion.reviewOn'), kind: 'day' },
    area('source'),
    area('resource'),
    area('records'),
    ...(isNew
      ? []
      : [
          {
            name: 'reason',
            label: say('performance.criterion.change-reason'),
            kind: 'area' as const,
            schema: shape.process,
          },
        ]),
  ]
}

function factsIn(typed: Typed): CriterionFacts {
  return criterionFacts.parse({
    process: textIn(typed, 'process'),
    subsystem: typed['subsystem'],
    node: knownIn(typed, 'node'),
    requirement: textIn(typed, 'requirement'),
    parameter: knownIn(typed, 'parameter'),
    per: typed['per'],
    low: numberIn(typed, 'low'),
    high: numberIn(typed, 'high'),
    unit: knownIn(typed, 'unit'),
    source: textIn(typed, 'source'),
    resource: textIn(typed, 'resource'),
    records: textIn(typed, 'records'),
    person: knownIn(typed, 'person'),
    reviewOn: knownIn(typed, 'reviewOn'),
  })
}

/** A criterion, new or changed; a change keeps how it stood before and asks why. */
export function CriterionForm({
  criterion,
  onDone,
}: {
  readonly criterion: ShownCriterion | null
  readonly onDone: () => void
}) {
  const say = useSay()
  const fields = useFields(criterion === null)
  const save = useCommand(
    (typed: Typed) =>
      criterion
        ? api.performance.editCriterion({
            ...factsIn(typed),
            id: criterion.id,
            reason: textIn(typed, 'reason'),
          })
        : api.performance.addCriterion(factsIn(typed)),
    {
      undo: ({ id, process }) => ({
        done: {
          code: criterion ? 'performance.criterion.saved' : 'performance.criterion.added',
          facts: { name: process },
        },
        undo: () =>
          criterion
            ? api.performance.editCriterion({
                ...criterionFacts.parse(criterion),
                id,
                reason: say('frame.undo'),
              })
            : api.performance.retireCriterion({ id }),
      }),
    },
  )
  const submit = async (typed: Typed) => {
    const saved = await save.run(typed)
    if (saved) onDone()
    return saved !== undefined
  }
  return (
    <RecordForm
      title={criterion?.process ?? say('performance.operation.new')}
      draft={`performance/operation/${criterion?.id ?? 'new'}`}
      isThere={criterion !== null}
      initial={initialOf(criterion)}
      fields={fields}
      submit={say('performance.save')}
      onSubmit={submit}
      busy={save.busy}
      trouble={save.trouble}
      onLeave={onDone}
    />
  )
}

function initialOf(criterion: ShownCriterion | null): Typed {
  if (!criterion)
    return { process: '', requirement: '', subsystem: 'core', per: 'month', low: '', high: '', person: null }
  const facts = criterionFacts.parse(criterion)
  return {
    ...facts,
    low: facts.low ?? '',
    high: facts.high ?? '',
    person: facts.person as PersonId | null,
    reason: '',
  }
}
