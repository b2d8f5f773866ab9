import { Button } from 'antd'

import type { CaseState } from '#shared/verification/case'
import type { CaseSummary } from '#shared/verification/contract'
import { caseKinds } from '#shared/verification/workflow'

import { useStaff } from '../kernel/PersonField.tsx'
import { useSay } from '../kernel/say.ts'
import { useGo } from '../kernel/scope.ts'
import { useMay } from '../kernel/session.ts'
import { EmptyState } from '../ui/EmptyState.tsx'
import { Icon } from '../ui/Icon.tsx'
import { PageFrame } from '../ui/PageFrame.tsx'
import type { RecordColumn } from '../ui/record-columns.ts'
import { RecordTable } from '../ui/RecordTable.tsx'
import { StateTag, type Tone } from '../ui/StateTag.tsx'
import { TroubleNote } from '../ui/TroubleNote.tsx'
import { useCases, useStepName } from './use-verification.ts'

const tones = { open: 'info', delivered: 'good', cancelled: 'quiet' } as const satisfies Record<
  CaseState,
  Tone
>

/** Where a case stands, as icon and word. */
export function CaseStateTag({ state }: { readonly state: CaseState }) {
  const say = useSay()
  return <StateTag tone={tones[state]} text={say(`verification.state.${state}`)} />
}

/** Every case of accounting, carbon inventory and verification. */
export function CasesPage() {
  const say = useSay()
  const may = useMay()
  const go = useGo()
  const asked = useCases()
  const columns = useColumns()
  const add = may('verification.check') && (
    <Button type="primary" icon={<Icon name="plus" />} onClick={() => go('/verification/cases/new')}>
      {say('verification.new')}
    </Button>
  )
  return (
    <PageFrame
      title={say('verification.title')}
      purpose={say('verification.purpose')}
      action={(asked.data ?? []).length > 0 && add}
    >
      <TroubleNote trouble={asked.error} />
      <RecordTable
        name="verification-cases"
        label={say('verification.title')}
        rows={asked.data ?? []}
        rowKey={({ id }) => id}
        columns={columns}
        onOpen={({ id }) => go(`/verification/cases/${id}`)}
        loading={asked.isPending}
        empty={
          <EmptyState
            icon="seal"
            title={say('verification.empty')}
            why={say('verification.empty-why')}
            action={add}
          />
        }
      />
    </PageFrame>
  )
}

function useColumns(): readonly RecordColumn<CaseSummary>[] {
  const say = useSay()
  const { nameOf } = useStaff()
  const stepName = useStepName()
  const kinds = Object.fromEntries(caseKinds.map((kind) => [kind, say(`verification.kind.${kind}`)]))
  return [
    { key: 'number', width: 116, title: say('verification.case.number'), text: ({ number }) => number },
    {
      key: 'kind',
      width: 116,
      title: say('verification.case.kind'),
      text: ({ kind }) => kinds[kind] ?? kind,
      choices: true,
    },
    { key: 'title', width: 204, title: say('verification.case.title'), text: ({ title }) => title },
    {
      key: 'state',
      width: 110,
      title: say('verification.case.state'),
      text: ({ state }) => say(`verification.state.${state}`),
      cell: ({ state }) => <CaseStateTag state={state} />,
      choices: true,
    },
    {
      key: 'step',
      width: 150,
      title: say('verification.case.step'),
      text: ({ kind, step, round }) =>
        [stepName(kind, step)?.[say.language], round > 1 && say('verification.case.round', { round })]
          .filter(Boolean)
          .join(' · '),
    },
    { key: 'due', width: 110, title: say('verification.case.due'), text: ({ dueOn }) => dueOn ?? '' },
    {
      key: 'late',
      width: 80,
      number: true,
      title: say('verification.case.late'),
      text: ({ daysLate }) => (daysLate === 0 ? '' : String(daysLate)),
    },
    {
      key: 'open',
      width: 100,
      number: true,
      title: say('verification.case.open'),
      text: ({ open }) => (open === 0 ? '' : String(open)),
    },
    {
      key: 'owner',
      width: 110,
      title: say('verification.case.owner'),
      text: ({ owner }) => (owner ? nameOf(owner) : ''),
    },
  ]
}
