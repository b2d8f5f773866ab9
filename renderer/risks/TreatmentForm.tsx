import type { Criteria } from '#shared/risks/criteria'
import {
  natures,
  newRating,
  newTreatment,
  type NewTreatment,
  type ShownRisk,
  type Treatment,
  ways,
} from '#shared/risks/risk'
import { currentRating } from '#shared/risks/standing'

import { api } from '../kernel/api.ts'
import { submitting, useCommand } from '../kernel/commands.ts'
import { PersonField } from '../kernel/PersonField.tsx'
import { useSay } from '../kernel/say.ts'
import { useNames } from '../kernel/use-names.ts'
import { type Field, RecordForm, type Typed } from '../ui/RecordForm.tsx'
import { knownIn, listIn, numberIn, textIn, typedNumber } from '../ui/typed.ts'
import { OptionsField } from './OptionsField.tsx'
import { gradeFields } from './RatingSection.tsx'
import { useToday } from './use-risks.ts'

function useFields(): readonly Field[] {
  const say = useSay()
  const { shape } = newTreatment
  return [
    { name: 'what', label: say('risks.treatment.what'), kind: 'text', schema: shape.what, wide: true },
    {
      name: 'way',
      label: say('risks.treatment.way'),
      kind: 'choice',
      schema: shape.way,
      options: ways.map((value) => ({ value, label: say(`risks.way.${value}`) })),
    },
    {
      name: 'nature',
      label: say('risks.treatment.nature'),
      kind: 'choice',
      schema: shape.nature,
      options: natures.map((value) => ({ value, label: say(`risks.nature.${value}`) })),
    },
    {
      name: 'owner',
      label: say('risks.owner'),
      kind: 'own',
      control: <PersonField label={say('risks.owner')} />,
    },
    { name: 'due', label: say('risks.treatment.due'), kind: 'day' },
    {
      name: 'cost',
      label: say('risks.treatment.cost'),
      kind: 'number',
      schema: typedNumber.nullable(),
    },
    { name: 'checkDue', label: say('risks.treatment.check-due'), kind: 'day' },
    { name: 'test', label: say('risks.treatment.test'), kind: 'area', hint: '6.5.2 c' },
    { name: 'process', label: say('risks.treatment.process'), kind: 'area', hint: '6.5.2 c' },
    {
      name: 'options',
      label: say('risks.treatment.options'),
      kind: 'own',
      hint: say('risks.option.hint'),
      control: <OptionsField />,
    },
  ]
}
function treatmentIn(typed: Typed): NewTreatment {
  return newTreatment.parse({
    ...typed,
    what: textIn(typed, 'what'),
    process: textIn(typed, 'process'),
    test: textIn(typed, 'test'),
    owner: knownIn(typed, 'owner'),
    due: knownIn(typed, 'due'),
    checkDue: knownIn(typed, 'checkDue'),
    cost: numberIn(typed, 'cost'),
    options: listIn(typed, 'options'),
  })
}

interface TreatmentFormProps {
  readonly risk: ShownRisk
  /** Null: a new one. */
  readonly treatment: Treatment | null
  readonly onDone: () => void
}
/** What is done, by whom and when, and by what its effect will be judged. */
export function TreatmentForm({ risk, treatment, onDone }: TreatmentFormProps) {
  const say = useSay()
  const fields = useFields()
  const way = risk.kind === 'opportunity' ? 'seize' : 'reduce'
  const bare = { what: '', way, nature: 'preventive', owner: risk.owner, test: '', process: '', options: [] }
  const save = useCommand(({ typed, seen }: { readonly typed: Typed; readonly seen: Typed }) =>
    treatment === null
      ? api.risks.addTreatment({ ...treatmentIn(typed), risk: risk.id })
      : api.risks.editTreatment({ ...treatmentIn(typed), id: treatment.id, seen: treatmentIn(seen) }),
  )
  const submit = submitting(save, onDone)
  return (
    <RecordForm
      title={say(treatment === null ? 'risks.treatment.new' : 'risks.treatment.edit')}
      draft={`risks/treatment/${treatment?.id ?? `${risk.id}/new`}`}
      isThere={treatment !== null}
      initial={treatment === null ? bare : newTreatment.parse(treatment)}
      fields={fields}
      submit={say('risks.save')}
      onSubmit={(typed, seen) => submit({ typed, seen })}
      busy={save.busy}
      trouble={save.trouble}
      onLeave={onDone}
    />
  )
}

interface StepProps {
  readonly treatment: Treatment
  readonly onDone: () => void
}
export function FinishForm({ treatment: { id }, onDone }: StepProps) {
  const say = useSay()
  const today = useToday()
  const finish = useCommand((typed: Typed) =>
    api.risks.finishTreatment({ id, doneOn: textIn(typed, 'doneOn'), note: textIn(typed, 'note') }),
  )
  const submit = submitting(finish, onDone)
  const filled = newTreatment.shape.what
  return (
    <RecordForm
      title={say('risks.treatment.finish')}
      draft={`risks/finish/${id}`}
      initial={{ doneOn: today, note: '' }}
      fields={[
        { name: 'doneOn', label: say('risks.treatment.done-on'), kind: 'day', schema: filled },
        { name: 'note', label: say('risks.treatment.done-note'), kind: 'area', schema: filled.max(1000) },
      ]}
      submit={say('risks.treatment.finish')}
      onSubmit={submit}
      busy={finish.busy}
      trouble={finish.trouble}
      onLeave={onDone}
    />
  )
}

interface CheckProps extends StepProps {
  readonly risk: ShownRisk
  readonly criteria: Criteria
}
/** The verdict on a treatment and the risk that remains, by somebody else than who carried it out. */
export function CheckForm({ risk, treatment: { id }, criteria, onDone }: CheckProps) {
  const say = useSay()
  const now = currentRating(risk)
  const users = useNames()
  const filled = newTreatment.shape.what
  const alone: Field = { name: 'alone', label: say('risks.treatment.alone'), kind: 'area', schema: filled }
  const check = useCommand((typed: Typed) =>
    api.risks.checkTreatment({
      id,
      isEffective: typed['verdict'] === 'effective',
      note: textIn(typed, 'note'),
      rating: newRating.omit({ reason: true }).parse(typed),
      aloneReason: knownIn(typed, 'alone'),
    }),
  )
  const submit = submitting(check, onDone)
  return (
    <RecordForm
      title={say('risks.treatment.check')}
      draft={`risks/check/${id}`}
      initial={{ likelihood: now?.likelihood ?? null, impact: now?.impact ?? null }}
      fields={[
        {
          name: 'verdict',
          label: say('risks.treatment.verdict'),
          kind: 'choice',
          schema: filled,
          hint: say('risks.treatment.check-hint'),
          options: (['effective', 'ineffective'] as const).map((value) => ({
            value,
            label: say(`risks.treatment-state.${value}`),
          })),
          wide: true,
        },
        { name: 'note', label: say('risks.treatment.check-note'), kind: 'area', schema: filled.max(1000) },
        ...gradeFields(say, criteria),
        // Where there is one person only, the other side asks why; where there are more, nothing is asked.
        ...(users.size <= 1 ? [alone] : []),
      ]}
      submit={say('risks.treatment.check')}
      onSubmit={submit}
      busy={check.busy}
      trouble={check.trouble}
      onLeave={onDone}
    />
  )
}
