import { Button } from 'antd'
import { useState } from 'react'

import { baselineModes, newBaseline, purposes } from '#shared/performance/baseline'
import type { IndicatorId } from '#shared/performance/indicator'

import { api } from '../kernel/api.ts'
import { useCommand } from '../kernel/commands.ts'
import { useSay } from '../kernel/say.ts'
import { useGo, useScope } from '../kernel/scope.ts'
import { useMay } from '../kernel/session.ts'
import { EmptyState } from '../ui/EmptyState.tsx'
import { Icon } from '../ui/Icon.tsx'
import { PageFrame } from '../ui/PageFrame.tsx'
import { type Field, RecordForm, type Typed } from '../ui/RecordForm.tsx'
import { TroubleNote } from '../ui/TroubleNote.tsx'
import { numberIn, textIn, typedNumber } from '../ui/typed.ts'
import { useYearOptions, yearsIn } from './base-years.ts'
import { BaselineCard } from './BaselineCard.tsx'
import { useBaselines, useIndicators } from './use-performance.ts'

/** Baselines with every value they ever had, what they come to today, and what speaks for an adjustment. */
export function BaselinesPage() {
  const say = useSay()
  const may = useMay()
  const go = useGo()
  const [isNew, setNew] = useState(false)
  const asked = useBaselines()
  const indicators = useIndicators()
  const nameOf = (id: string) => indicators.data?.find((each) => each.id === id)?.name ?? ''
  const hasIndicators = (indicators.data ?? []).length > 0
  const begin = (
    <Button type="primary" icon={<Icon name="plus" />} onClick={() => setNew(true)}>
      {say('performance.baselines.new')}
    </Button>
  )
  return (
    <PageFrame
      title={say('performance.baselines')}
      purpose={say('performance.baselines.purpose')}
      action={may('performance.enter') && hasIndicators && !isNew && begin}
    >
      <TroubleNote trouble={asked.error} />
      {isNew && <NewForm onDone={() => setNew(false)} />}
      {asked.data?.length === 0 && !isNew && (
        <EmptyState
          icon="target"
          title={say('performance.baselines.empty')}
          why={say('performance.baselines.empty-why')}
          action={
            hasIndicators ? (
              may('performance.enter') && begin
            ) : (
              <Button onClick={() => go('/performance/indicators')}>
                {say('performance.baselines.to-indicators')}
              </Button>
            )
          }
        />
      )}
      {asked.data?.map((baseline) => (
        <BaselineCard key={baseline.id} baseline={baseline} name={nameOf(baseline.indicator)} />
      ))}
    </PageFrame>
  )
}

function NewForm({ onDone }: { readonly onDone: () => void }) {
  const say = useSay()
  const years = useYearOptions()
  const { year } = useScope()
  const indicators = useIndicators()
  const { shape } = newBaseline
  const set = useCommand(
    (typed: Typed) =>
      api.performance.setBaseline({
        indicator: textIn(typed, 'indicator') as IndicatorId,
        purpose: shape.purpose.parse(typed['purpose']),
        mode: shape.mode.parse(typed['mode']),
        years: yearsIn(typed),
        threshold: numberIn(typed, 'threshold') ?? '',
        reason: textIn(typed, 'reason'),
      }),
    {
      undo: ({ id }) => ({
        done: { code: 'performance.baselines.set' },
        undo: () => api.performance.discardBaseValue({ id }),
      }),
    },
  )
  const submit = async (typed: Typed) => {
    const made = await set.run(typed)
    if (made) onDone()
    return made !== undefined
  }
  const fields: readonly Field[] = [
    {
      name: 'indicator',
      label: say('performance.indicator'),
      kind: 'choice',
      schema: shape.indicator,
      options: (indicators.data ?? []).map(({ id, name }) => ({ value: id, label: name })),
    },
    {
      name: 'purpose',
      label: say('performance.baseline.purpose'),
      kind: 'choice',
      schema: shape.purpose,
      options: purposes.map((each) => ({ value: each, label: say(`performance.purpose.${each}`) })),
    },
    {
      name: 'mode',
      label: say('performance.baseline.mode'),
      kind: 'choice',
      schema: shape.mode,
      options: baselineModes.map((each) => ({ value: each, label: say(`performance.mode.${each}`) })),
    },
    {
      name: 'years',
      label: say('performance.baseline.years'),
      kind: 'choices',
      options: years,
      hint: say('performance.baseline.years-hint'),
    },
    {
      name: 'threshold',
      label: say('performance.baseline.threshold'),
      kind: 'number',
      schema: typedNumber,
      hint: say('performance.baseline.threshold-hint'),
    },
    { name: 'reason', label: say('performance.baseline.reason'), kind: 'area', schema: shape.reason },
  ]
  return (
    <RecordForm
      title={say('performance.baselines.new')}
      draft="performance/baselines/new"
      initial={{
        indicator: indicators.data?.[0]?.id ?? null,
        purpose: 'performance',
        mode: 'last-year',
        years: [year - 1],
        threshold: '5',
        reason: '',
      }}
      fields={fields}
      submit={say('performance.baselines.compute')}
      onSubmit={submit}
      busy={set.busy}
      trouble={set.trouble}
      onLeave={onDone}
    />
  )
}
