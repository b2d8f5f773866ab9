import dayjs from 'dayjs'

import {
  appraisalFacts,
  type AppraisalFacts,
  appraisalKinds,
  type ShownAppraisal,
} from '#shared/performance/appraisal'

import { api } from '../kernel/api.ts'
import { useCommand } from '../kernel/commands.ts'
import { useSay } from '../kernel/say.ts'
import { usePlaceOptions } from '../kernel/use-place-options.ts'
import { type Field, RecordForm, type Typed } from '../ui/RecordForm.tsx'
import { knownIn, listIn, numberIn, textIn, typedNumber } from '../ui/typed.ts'
import { firstOptions, optionOf, OptionsField, type TypedOption, typedOption } from './OptionsField.tsx'

function useFields(isNew: boolean): readonly Field[] {
  const say = useSay()
  const places = usePlaceOptions()
  const { shape } = appraisalFacts
  return [
    ...(isNew
      ? [
          {
            name: 'kind',
            label: say('performance.appraisal.kind'),
            kind: 'choice' as const,
            options: appraisalKinds.map((value) => ({
              value,
              label: say(`performance.appraisal.kind.${value}`),
            })),
          },
        ]
      : []),
    {
      name: 'title',
      label: say('performance.appraisal.title'),
      kind: 'text',
      schema: shape.title,
      wide: true,
    },
    { name: 'what', label: say('performance.appraisal.what'), kind: 'area' },
    { name: 'node', label: say('performance.indicator.node'), kind: 'choice', options: places },
    {
      name: 'reviewedOn',
      label: say('performance.appraisal.reviewedOn'),
      kind: 'day',
      schema: shape.reviewedOn,
    },
    {
      name: 'rate',
      label: say('performance.appraisal.rate'),
      kind: 'number',
      schema: typedNumber.pipe(shape.rate),
    },
    {
      name: 'weight',
      label: say('performance.appraisal.weight'),
      kind: 'number',
      schema: typedNumber.nullable(),
    },
    {
      name: 'criterion',
      label: say('performance.appraisal.criterion'),
      kind: 'area',
      hint: say('performance.appraisal.criterion-hint'),
    },
    {
      name: 'options',
      label: say('performance.appraisal.options'),
      kind: 'own',
      hint: say('performance.appraisal.options-hint'),
      control: <OptionsField />,
    },
  ]
}

function factsIn(typed: Typed, kind: AppraisalFacts['kind']): AppraisalFacts {
  return appraisalFacts.parse({
    kind,
    title: textIn(typed, 'title'),
    what: textIn(typed, 'what'),
    node: knownIn(typed, 'node'),
    criterion: textIn(typed, 'criterion'),
    weight: numberIn(typed, 'weight'),
    rate: numberIn(typed, 'rate'),
    reviewedOn: knownIn(typed, 'reviewedOn'),
    options: (listIn(typed, 'options') as TypedOption[]).map(optionOf),
  })
}

/** A design or a purchase with its options; `onDone` is told the id of a new one. */
export function AppraisalForm({
  appraisal,
  onDone,
}: {
  readonly appraisal: ShownAppraisal | null
  readonly onDone: (id: string | null) => void
}) {
  const say = useSay()
  const fields = useFields(appraisal === null)
  const save = useCommand(
    (typed: Typed) =>
      appraisal
        ? api.performance.editAppraisal({ ...factsIn(typed, appraisal.kind), id: appraisal.id })
        : api.performance.addAppraisal(factsIn(typed, appraisalFacts.shape.kind.parse(typed['kind']))),
    {
      undo: ({ id, title }) => ({
        done: { code: 'performance.appraisal.saved-note', facts: { name: title } },
        undo: () =>
          appraisal
            ? api.performance.editAppraisal({ ...appraisalFacts.parse(appraisal), id })
            : api.performance.removeAppraisal({ id }),
      }),
    },
  )
  const submit = async (typed: Typed) => {
    const saved = await save.run(typed)
    if (saved) onDone(saved.id)
    return saved !== undefined
  }
  const initial = appraisal
    ? { ...appraisal, weight: appraisal.weight ?? '', options: appraisal.options.map(typedOption) }
    : {
        kind: 'design',
        title: '',
        what: '',
        node: null,
        criterion: '',
        weight: '',
        rate: '5',
        reviewedOn: dayjs().format('YYYY-MM-DD'),
        options: firstOptions,
      }
  return (
    <RecordForm
      title={appraisal?.title ?? say('performance.appraisals.new')}
      draft={`performance/appraisals/${appraisal?.id ?? 'new'}`}
      isThere={appraisal !== null}
      initial={initial}
      fields={fields}
      submit={say('performance.save')}
      onSubmit={submit}
      busy={save.busy}
      trouble={save.trouble}
      onLeave={() => onDone(null)}
    />
  )
}
