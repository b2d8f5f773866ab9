import { Button, Input } from 'antd'
import { z } from 'zod'

import type { BaselineId } from '#shared/performance/baseline'
import { inForce } from '#shared/performance/baseline'
import type { IndicatorId } from '#shared/performance/indicator'
import {
  type ShownObjective,
  type Target,
  targetInput,
  type TargetInput,
} from '#shared/performance/objective'

import { api } from '../kernel/api.ts'
import { useCommand } from '../kernel/commands.ts'
import { useSay } from '../kernel/say.ts'
import { useScope } from '../kernel/scope.ts'
import { Icon } from '../ui/Icon.tsx'
import { type Field, RecordForm, type Typed } from '../ui/RecordForm.tsx'
import { knownIn, listIn, numberIn, textIn, typedNumber, wholeIn } from '../ui/typed.ts'
import { unitOptions } from './unit-options.ts'
import { useBaselines, useIndicators } from './use-performance.ts'

const told = z.string().trim().min(1)

function useFields(isAdjusted: boolean): readonly Field[] {
  const say = useSay()
  const indicators = useIndicators()
  const baselines = useBaselines()
  const nameOf = (id: string) => indicators.data?.find((each) => each.id === id)?.name ?? ''
  const { shape } = targetInput
  return [
    { name: 'name', label: say('performance.target.name'), kind: 'text', schema: shape.name, wide: true },
    {
      name: 'indicator',
      label: say('performance.indicator'),
      kind: 'choice',
      options: (indicators.data ?? []).map(({ id, name }) => ({ value: id, label: name })),
    },
    {
      name: 'kind',
      label: say('performance.target.kind'),
      kind: 'choice',
      schema: shape.kind,
      options: (['absolute', 'intensity'] as const).map((kind) => ({
        value: kind,
        label: say(`performance.target.kind.${kind}`),
      })),
    },
    {
      name: 'baseline',
      label: say('performance.target.baseline'),
      kind: 'choice',
      options: (baselines.data ?? []).map((each) => ({
        value: each.id,
        label: `${nameOf(each.indicator)} · ${say(`performance.purpose.${each.purpose}`)}`,
      })),
      hint: say('performance.target.baseline-hint'),
    },
    { name: 'baseYear', label: say('performance.target.base-year'), kind: 'number', schema: typedNumber },
    {
      name: 'baseValue',
      label: say('performance.target.base-value'),
      kind: 'number',
      schema: typedNumber.nullable(),
      hint: say('performance.target.base-hint'),
    },
    { name: 'value', label: say('performance.target.value'), kind: 'number', schema: typedNumber.nullable() },
    { name: 'unit', label: say('performance.version.unit'), kind: 'choice', options: unitOptions },
    { name: 'due', label: say('performance.measure.due'), kind: 'day' },
    {
      name: 'path',
      label: say('performance.target.path'),
      kind: 'choice',
      schema: shape.path,
      options: (['straight', 'steps'] as const).map((path) => ({
        value: path,
        label: say(`performance.target.path.${path}`),
      })),
    },
    { name: 'steps', label: say('performance.target.steps'), kind: 'own', control: <StepsField /> },
    ...(isAdjusted
      ? [{ name: 'reason', label: say('performance.target.reason'), kind: 'area', schema: told } as const]
      : []),
  ]
}

interface Step {
  readonly year: string
  readonly value: string
}

/** The values of single years, for a path by steps. */
function StepsField({
  value = [],
  onChange = () => {},
}: {
  readonly value?: readonly Step[]
  readonly onChange?: (steps: readonly Step[]) => void
}) {
  const say = useSay()
  return (
    <div>
      {value.map((step, at) => (
        <div className="performance-inline" key={at}>
          <Input
            aria-label={say('performance.target.step-year', { number: at + 1 })}
            value={step.year}
            inputMode="numeric"
            style={{ width: 100 }}
            onChange={({ target }) => onChange(value.with(at, { ...step, year: target.value }))}
          />
          <Input
            aria-label={say('performance.target.step-value', { number: at + 1 })}
            value={step.value}
            inputMode="decimal"
            style={{ width: 160 }}
            onChange={({ target }) => onChange(value.with(at, { ...step, value: target.value }))}
          />
          <Button
            type="text"
            icon={<Icon name="trash" />}
            aria-label={say('performance.target.step-remove', { number: at + 1 })}
            onClick={() => onChange(value.filter((_each, place) => place !== at))}
          />
        </div>
      ))}
      <Button icon={<Icon name="plus" />} onClick={() => onChange([...value, { year: '', value: '' }])}>
        {say('performance.target.step-add')}
      </Button>
    </div>
  )
}

interface TargetFormProps {
  readonly objective: ShownObjective
  /** Null for a new one. */
  readonly target: Target | null
  readonly onDone: () => void
}

/** A target. What is not known yet stays empty and is listed as missing. */
export function TargetForm({ objective, target, onDone }: TargetFormProps) {
  const say = useSay()
  const { year } = useScope()
  const baselines = useBaselines()
  const isAdjusted = objective.state === 'published'
  const fields = useFields(isAdjusted)
  const inputOf = (typed: Typed): TargetInput => {
    const baseline = (knownIn(typed, 'baseline') ?? null) as BaselineId | null
    const found = baselines.data?.find((each) => each.id === baseline)
    const base = found ? inForce(found) : null
    return {
      name: textIn(typed, 'name'),
      indicator: (knownIn(typed, 'indicator') ?? null) as IndicatorId | null,
      kind: targetInput.shape.kind.parse(typed['kind']),
      baseline,
      baseYear: wholeIn(typed, 'baseYear') ?? 0,
      baseValue: numberIn(typed, 'baseValue') ?? base?.value ?? null,
      value: numberIn(typed, 'value'),
      unit: targetInput.shape.unit.parse(typed['unit'] ?? null),
      due: knownIn(typed, 'due'),
      path: targetInput.shape.path.parse(typed['path']),
      steps: listIn(typed, 'steps').flatMap((step) => {
        const row = step as Typed
        const [at, value] = [wholeIn(row, 'year'), numberIn(row, 'value')]
        return at === null || value === null ? [] : [{ year: at, value }]
      }),
    }
  }
  const save = useCommand(({ typed, seen }: { readonly typed: Typed; readonly seen: Typed }) => {
    const input = inputOf(typed)
    if (!target) return api.performance.addTarget({ ...input, objective: objective.id })
    if (isAdjusted)
      return api.performance.adjustTarget({ ...input, id: target.id, reason: textIn(typed, 'reason') })
    return api.performance.editTarget({ ...input, id: target.id, seen: inputOf(seen) })
  })
  const submit = async (typed: Typed, seen: Typed) => {
    const saved = await save.run({ typed, seen })
    if (saved) onDone()
    return saved !== undefined
  }
  return (
    <RecordForm
      title={
        target
          ? say(isAdjusted ? 'performance.target.adjust' : 'performance.target.edit')
          : say('performance.target.new')
      }
      draft={`performance/targets/${objective.id}/${target?.id ?? 'new'}`}
      isThere={target !== null}
      initial={initialOf(target, year)}
      fields={fields}
      submit={say('performance.save')}
      onSubmit={submit}
      busy={save.busy}
      trouble={save.trouble}
      onLeave={onDone}
    />
  )
}

function initialOf(target: Target | null, year: number): Typed {
  if (!target)
    return {
      name: '',
      indicator: null,
      kind: 'absolute',
      baseline: null,
      baseYear: String(year - 1),
      baseValue: '',
      value: '',
      unit: null,
      due: null,
      path: 'straight',
      steps: [],
    }
  return {
    ...target,
    baseYear: String(target.baseYear),
    baseValue: target.baseValue ?? '',
    value: target.value ?? '',
    steps: target.steps.map((step) => ({ year: String(step.year), value: step.value })),
    reason: '',
  }
}
