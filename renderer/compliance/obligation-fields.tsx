import { Button, Select } from 'antd'

import {
  applicabilities,
  newObligation,
  type ObligationFacts,
  obligationFacts,
  obligationKinds,
  type ObligationText,
  obligationText,
  weights,
} from '#shared/compliance/obligation'
import { subsystems } from '#shared/kernel/subsystem'

import { PersonField } from '../kernel/PersonField.tsx'
import { type Say, useSay } from '../kernel/say.ts'
import { usePlaceOptions } from '../kernel/use-place-options.ts'
import { Icon } from '../ui/Icon.tsx'
import type { Field, Typed } from '../ui/RecordForm.tsx'
import { knownIn, listIn, textIn, wholeIn } from '../ui/typed.ts'
import { UploadArea } from '../ui/UploadArea.tsx'

/** What the obligation says, and its document. */
export function textFields(say: Say): readonly Field[] {
  const { shape } = obligationText
  return [
    {
      name: 'title',
      label: say('compliance.obligation.title'),
      kind: 'text',
      schema: shape.title,
      wide: true,
    },
    { name: 'code', label: say('compliance.obligation.code'), kind: 'text', schema: shape.code.optional() },
    { name: 'issuer', label: say('compliance.obligation.issuer'), kind: 'text', schema: shape.issuer },
    { name: 'effectiveOn', label: say('compliance.obligation.effective-on'), kind: 'day' },
    {
      name: 'text',
      label: say('compliance.obligation.text'),
      kind: 'area',
      hint: say('compliance.obligation.text-hint'),
    },
    {
      name: 'file',
      label: say('compliance.obligation.file'),
      kind: 'own',
      control: <FileField label={say('compliance.obligation.file-choose')} />,
    },
  ]
}
export function obligationTextIn(typed: Typed): ObligationText {
  return obligationText.parse({
    title: textIn(typed, 'title'),
    code: textIn(typed, 'code'),
    issuer: textIn(typed, 'issuer'),
    effectiveOn: knownIn(typed, 'effectiveOn'),
    text: textIn(typed, 'text'),
  })
}

/** How the organization takes it up. */
export function useFactFields(): readonly Field[] {
  const say = useSay()
  const places = usePlaceOptions()
  const { shape } = obligationFacts
  return [
    {
      name: 'kind',
      label: say('compliance.obligation.kind'),
      kind: 'choice',
      schema: shape.kind,
      options: obligationKinds.map((value) => ({ value, label: say(`compliance.obligation.kind.${value}`) })),
    },
    {
      name: 'subsystem',
      label: say('risks.subsystem'),
      kind: 'choice',
      schema: shape.subsystem,
      options: subsystems.map((value) => ({ value, label: say(`risks.subsystem.${value}`) })),
    },
    {
      name: 'applicability',
      label: say('compliance.obligation.applicability'),
      kind: 'choice',
      schema: shape.applicability,
      options: applicabilities.map((value) => ({ value, label: say(`compliance.applicability.${value}`) })),
    },
    {
      name: 'applicabilityReason',
      label: say('compliance.obligation.applicability-reason'),
      kind: 'area',
      hint: say('compliance.applicability-reason'),
    },
    ...(['processes', 'posts', 'clauses'] as const).map((name): Field => ({
      name,
      label: say(`compliance.obligation.${name}`),
      kind: 'own',
      control: <TagsField label={say(`compliance.obligation.${name}`)} />,
    })),
    {
      name: 'nodes',
      label: say('compliance.obligation.nodes'),
      kind: 'choices',
      options: places,
      wide: true,
    },
    {
      name: 'owner',
      label: say('compliance.obligation.owner'),
      kind: 'own',
      control: <PersonField label={say('compliance.obligation.owner')} />,
    },
    {
      name: 'weight',
      label: say('compliance.obligation.weight'),
      kind: 'choice',
      schema: shape.weight,
      options: weights.map((value) => ({ value, label: say(`compliance.weight.${value}`) })),
    },
    {
      name: 'evaluationMonths',
      label: say('compliance.obligation.evaluation-months'),
      kind: 'number',
      schema: obligationText.shape.issuer,
      hint: say('compliance.obligation.interval-hint'),
    },
    {
      name: 'nextReview',
      label: say('compliance.obligation.next-review'),
      kind: 'day',
      schema: shape.nextReview,
    },
    { name: 'intervalReason', label: say('compliance.obligation.interval-reason'), kind: 'area' },
  ]
}
export function obligationFactsIn(typed: Typed): ObligationFacts {
  return obligationFacts.parse({
    ...typed,
    processes: listIn(typed, 'processes'),
    posts: listIn(typed, 'posts'),
    clauses: listIn(typed, 'clauses'),
    nodes: listIn(typed, 'nodes'),
    owner: knownIn(typed, 'owner'),
    evaluationMonths: wholeIn(typed, 'evaluationMonths'),
    intervalReason: textIn(typed, 'intervalReason'),
    applicabilityReason: textIn(typed, 'applicabilityReason'),
  })
}
export function obligationIn(typed: Typed) {
  return newObligation.parse({ ...obligationFactsIn(typed), ...obligationTextIn(typed) })
}
/** The staged file that was chosen; null where there is none. */
export function uploadIn(typed: Typed): string | null {
  return filesIn(typed, 'file')[0]?.upload ?? null
}

interface Staged {
  readonly upload: string
  readonly name: string
}
/** Files that were chosen in a form and wait for it to be saved. */
export function filesIn(typed: Typed, name: string): readonly Staged[] {
  return listIn(typed, name).flatMap((each) =>
    typeof each === 'object' && each !== null && 'upload' in each && 'name' in each
      ? [{ upload: String(each.upload), name: String(each.name) }]
      : [],
  )
}

interface Chosen<T> {
  readonly id?: string
  readonly label: string
  readonly value?: T
  readonly onChange?: (value: T) => void
}
/** Words of one's own, each ended by Enter. */
function TagsField({ id, label, value, onChange }: Chosen<readonly string[]>) {
  return (
    <Select<string[]>
      {...(id !== undefined && { id })}
      mode="tags"
      aria-label={label}
      open={false}
      suffixIcon={null}
      tokenSeparators={['、', '；', ';', ',', '，']}
      value={[...(value ?? [])]}
      onChange={(words) => onChange?.(words)}
    />
  )
}
/** Files that are kept once the form is saved; several where it is asked. */
export function FileField({
  label,
  value = [],
  onChange,
  isMultiple = false,
}: Chosen<readonly Staged[]> & { readonly isMultiple?: boolean }) {
  const say = useSay()
  return (
    <>
      {value.length > 0 && (
        <ul className="record-list">
          {value.map(({ upload, name }) => (
            <li key={upload} className="record-line">
              {name}
              <Button
                type="text"
                size="small"
                aria-label={say('compliance.obligation.file-drop', { name })}
                icon={<Icon name="cross" size={14} />}
                onClick={() => onChange?.(value.filter((each) => each.upload !== upload))}
              />
            </li>
          ))}
        </ul>
      )}
      <UploadArea
        label={label}
        multiple={isMultiple}
        onUploaded={(upload, { name }) => onChange?.([...(isMultiple ? value : []), { upload, name }])}
      />
    </>
  )
}
