import { Button, Input, Select } from 'antd'

import {
  importances,
  programmeInput,
  type ProgrammeInput,
  programmeParts,
  type Weight,
} from '#shared/audits/programme'

import { useSay } from '../kernel/say.ts'
import { Icon } from '../ui/Icon.tsx'
import { type Field, RecordForm, type Typed } from '../ui/RecordForm.tsx'
import { listIn, textIn, wholeIn } from '../ui/typed.ts'

interface ProgrammeFormProps {
  readonly draft: string
  readonly initial: ProgrammeInput
  readonly onSubmit: (input: ProgrammeInput) => Promise<boolean>
  readonly busy: boolean
  readonly trouble: unknown
  readonly onLeave: () => void
}

/** The five parts that a programme must have, its criteria, and how important each process is (9.2.2 a). */
export function ProgrammeForm({ draft, initial, onSubmit, busy, trouble, onLeave }: ProgrammeFormProps) {
  const say = useSay()
  const fields: readonly Field[] = [
    { name: 'intervalMonths', label: say('audits.field.interval'), kind: 'number', hint: '9.2.1' },
    ...programmeParts.map((part): Field => ({
      name: part,
      label: say(`audits.part.${part}`),
      kind: 'area',
      hint: '9.2.2 a',
    })),
    { name: 'criteria', label: say('audits.field.criteria'), kind: 'area', hint: '9.2.2 b' },
    { name: 'weights', label: say('audits.field.weights'), kind: 'own', control: <WeightsField /> },
  ]
  return (
    <RecordForm
      title={say('audits.programme')}
      draft={draft}
      initial={{ ...initial, intervalMonths: String(initial.intervalMonths) }}
      fields={fields}
      submit={say('audits.save')}
      onSubmit={(typed) => onSubmit(programmeIn(typed))}
      busy={busy}
      trouble={trouble}
      onLeave={onLeave}
    />
  )
}

function programmeIn(typed: Typed): ProgrammeInput {
  return programmeInput.parse({
    intervalMonths: wholeIn(typed, 'intervalMonths') ?? 12,
    ...Object.fromEntries(programmeParts.map((part) => [part, textIn(typed, part)])),
    criteria: textIn(typed, 'criteria'),
    weights: (listIn(typed, 'weights') as Weight[]).filter(({ department }) => department.trim() !== ''),
  })
}

interface WeightsFieldProps {
  readonly value?: readonly Weight[]
  readonly onChange?: (value: Weight[]) => void
}
function WeightsField({ value = [], onChange }: WeightsFieldProps) {
  const say = useSay()
  const change = (at: number, part: Partial<Weight>) =>
    onChange?.(value.map((each, index) => (index === at ? { ...each, ...part } : each)))
  return (
    <>
      {value.map(({ department, importance, reason }, at) => (
        <div key={at} className="audits-weight">
          <Input
            aria-label={say('audits.field.department')}
            placeholder={say('audits.field.department')}
            value={department}
            maxLength={100}
            onChange={({ target }) => change(at, { department: target.value })}
          />
          <Select
            aria-label={say('audits.field.importance')}
            value={importance}
            onChange={(chosen) => change(at, { importance: chosen })}
            options={importances.map((each) => ({ value: each, label: say(`audits.importance.${each}`) }))}
          />
          <Input
            aria-label={say('audits.reason')}
            placeholder={say('audits.reason')}
            value={reason}
            maxLength={300}
            onChange={({ target }) => change(at, { reason: target.value })}
          />
          <Button
            type="text"
            icon={<Icon name="cross" size={14} />}
            aria-label={say('audits.weight-remove', { department })}
            onClick={() => onChange?.(value.filter((_each, index) => index !== at))}
          />
        </div>
      ))}
      <Button
        icon={<Icon name="plus" />}
        onClick={() => onChange?.([...value, { department: '', importance: 'medium', reason: '' }])}
      >
        {say('audits.weight-add')}
      </Button>
    </>
  )
}
