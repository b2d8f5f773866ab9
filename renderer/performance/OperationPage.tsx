import { Button } from 'antd'
import { useState } from 'react'

import { symbolOf } from '#shared/kernel/units'
import { type ShownCriterion, watchedMonths } from '#shared/performance/operation'

import { type Say, useSay } from '../kernel/say.ts'
import { useGo } from '../kernel/scope.ts'
import { useMay } from '../kernel/session.ts'
import { EmptyState } from '../ui/EmptyState.tsx'
import { Icon } from '../ui/Icon.tsx'
import { PageFrame } from '../ui/PageFrame.tsx'
import type { RecordColumn } from '../ui/record-columns.ts'
import { RecordTable } from '../ui/RecordTable.tsx'
import { StateTag, type Tone } from '../ui/StateTag.tsx'
import { TroubleNote } from '../ui/TroubleNote.tsx'
import { BreachTable } from './BreachTable.tsx'
import { CriterionForm } from './CriterionForm.tsx'
import { ThresholdCard } from './ThresholdCard.tsx'
import { useCriteria } from './use-operation.ts'

/** The criteria of all processes, the readings beyond them, and the thresholds of this area's rules. */
export function OperationPage() {
  const say = useSay()
  const may = useMay()
  const go = useGo()
  const asked = useCriteria()
  const columns = useColumns()
  const [isNew, setNew] = useState(false)
  const begin = may('performance.enter') && (
    <Button type="primary" icon={<Icon name="plus" />} onClick={() => setNew(true)}>
      {say('performance.operation.new')}
    </Button>
  )
  const criteria = asked.data ?? []
  return (
    <PageFrame
      title={say('performance.operation')}
      purpose={say('performance.operation.purpose')}
      action={!isNew && begin}
    >
      <TroubleNote trouble={asked.error} />
      {isNew && <CriterionForm criterion={null} onDone={() => setNew(false)} />}
      <RecordTable
        name="performance-criteria"
        label={say('performance.operation')}
        rows={criteria}
        rowKey={({ id }) => id}
        columns={columns}
        onOpen={({ id }) => go(`/performance/operation/${id}`)}
        loading={asked.isPending}
        empty={
          <EmptyState
            icon="settings"
            title={say('performance.operation.empty')}
            why={say('performance.operation.empty-why')}
            action={!isNew && begin}
          />
        }
      />
      {criteria.length > 0 && (
        <section className="paper" aria-label={say('performance.breaches')}>
          <h2>{say('performance.breaches')}</h2>
          <BreachTable criteria={criteria} />
          {criteria.every(({ breaches }) => breaches.length === 0) && (
            <p className="page-purpose">{say('performance.breaches.none', { months: watchedMonths })}</p>
          )}
        </section>
      )}
      <ThresholdCard />
    </PageFrame>
  )
}

/** Whether a process is in order: a tag's tone and word. */
export function standingOf(
  say: Say,
  { retiredOn, parameter, breaches }: ShownCriterion,
): { readonly tone: Tone; readonly text: string } {
  if (retiredOn !== null)
    return { tone: 'quiet', text: say('performance.criterion.retired', { on: retiredOn }) }
  if (parameter === null) return { tone: 'warn', text: say('performance.criterion.not-watched') }
  if (breaches.length === 0) return { tone: 'good', text: say('performance.criterion.in-order') }
  const isOpen = breaches.some(({ isMajor, deviation }) => isMajor && deviation === null)
  return {
    tone: isOpen ? 'stop' : 'warn',
    text: say('performance.criterion.beyond', { count: breaches.length }),
  }
}
/** `20 – 85 MWh`, `≤ 85 MWh`. */
export function limitText({ low, high, unit }: Pick<ShownCriterion, 'low' | 'high' | 'unit'>): string {
  const symbol = unit === null ? '' : ` ${symbolOf(unit)}`
  if (low !== null && high !== null) return `${low} – ${high}${symbol}`
  if (high !== null) return `≤ ${high}${symbol}`
  return low === null ? '' : `≥ ${low}${symbol}`
}

function useColumns(): readonly RecordColumn<ShownCriterion>[] {
  const say = useSay()
  return [
    {
      key: 'process',
      title: say('performance.criterion.process'),
      text: ({ process }) => process,
      width: 200,
    },
    {
      key: 'subsystem',
      title: say('performance.criterion.subsystem'),
      text: ({ subsystem }) => say(`performance.criterion.subsystem.${subsystem}`),
      choices: true,
      width: 100,
    },
    {
      key: 'requirement',
      title: say('performance.criterion.requirement'),
      text: ({ requirement }) => requirement,
      width: 260,
    },
    {
      key: 'parameter',
      title: say('performance.criterion.parameter'),
      text: ({ parameterName }) => parameterName ?? '',
      width: 160,
    },
    { key: 'limit', title: say('performance.criterion.limit'), text: limitText, width: 130 },
    {
      key: 'gaps',
      title: say('performance.criterion.gaps'),
      text: ({ findings }) => String(findings.length),
      number: true,
      width: 80,
    },
    {
      key: 'state',
      title: say('performance.criterion.state'),
      text: (row) => standingOf(say, row).text,
      cell: (row) => <StateTag {...standingOf(say, row)} />,
      choices: true,
      width: 130,
    },
  ]
}
