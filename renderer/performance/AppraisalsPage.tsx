import { Button } from 'antd'
import { useState } from 'react'

import type { ShownAppraisal } from '#shared/performance/appraisal'

import { useSay } from '../kernel/say.ts'
import { useGo } from '../kernel/scope.ts'
import { useMay } from '../kernel/session.ts'
import { EmptyState } from '../ui/EmptyState.tsx'
import { Icon } from '../ui/Icon.tsx'
import { PageFrame } from '../ui/PageFrame.tsx'
import type { RecordColumn } from '../ui/record-columns.ts'
import { RecordTable } from '../ui/RecordTable.tsx'
import { StateTag } from '../ui/StateTag.tsx'
import { TroubleNote } from '../ui/TroubleNote.tsx'
import { AppraisalForm } from './AppraisalForm.tsx'
import { useAppraisals } from './use-operation.ts'

export const appraisalTones = { draft: 'info', decided: 'good', waived: 'quiet' } as const

/** Designs and purchases whose options were, or are being, compared by their emission. */
export function AppraisalsPage() {
  const say = useSay()
  const may = useMay()
  const go = useGo()
  const asked = useAppraisals()
  const columns = useColumns()
  const [isNew, setNew] = useState(false)
  const begin = may('performance.enter') && (
    <Button type="primary" icon={<Icon name="plus" />} onClick={() => setNew(true)}>
      {say('performance.appraisals.new')}
    </Button>
  )
  return (
    <PageFrame
      title={say('performance.appraisals')}
      purpose={say('performance.appraisals.purpose')}
      action={!isNew && begin}
    >
      <TroubleNote trouble={asked.error} />
      {isNew && (
        <AppraisalForm
          appraisal={null}
          onDone={(id) => (id === null ? setNew(false) : go(`/performance/appraisals/${id}`))}
        />
      )}
      <RecordTable
        name="performance-appraisals"
        label={say('performance.appraisals')}
        rows={asked.data ?? []}
        rowKey={({ id }) => id}
        columns={columns}
        onOpen={({ id }) => go(`/performance/appraisals/${id}`)}
        loading={asked.isPending}
        empty={
          <EmptyState
            icon="calculator"
            title={say('performance.appraisals.empty')}
            why={say('performance.appraisals.empty-why')}
            action={!isNew && begin}
          />
        }
      />
    </PageFrame>
  )
}

function useColumns(): readonly RecordColumn<ShownAppraisal>[] {
  const say = useSay()
  return [
    { key: 'number', title: say('performance.appraisal.number'), text: ({ number }) => number, width: 130 },
    {
      key: 'kind',
      title: say('performance.appraisal.kind'),
      text: ({ kind }) => say(`performance.appraisal.kind.${kind}`),
      choices: true,
      width: 90,
    },
    { key: 'title', title: say('performance.appraisal.title'), text: ({ title }) => title, width: 260 },
    {
      key: 'reviewedOn',
      title: say('performance.appraisal.reviewedOn'),
      text: ({ reviewedOn }) => reviewedOn,
      width: 120,
    },
    {
      key: 'options',
      title: say('performance.appraisal.options'),
      text: ({ options }) => String(options.length),
      number: true,
      width: 80,
    },
    {
      key: 'chosen',
      title: say('performance.appraisal.chosen'),
      text: ({ chosen, options }) => (chosen === null ? '' : (options[chosen]?.name ?? '')),
      width: 180,
    },
    {
      key: 'state',
      title: say('performance.appraisal.state'),
      text: ({ state }) => say(`performance.appraisal.state.${state}`),
      cell: ({ state }) => (
        <StateTag tone={appraisalTones[state]} text={say(`performance.appraisal.state.${state}`)} />
      ),
      choices: true,
      width: 120,
    },
  ]
}
