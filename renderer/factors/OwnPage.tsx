import { Button } from 'antd'
import { useSearchParams } from 'react-router'

import type { OwnEditionRecord } from '#shared/factors/record'

import { api } from '../kernel/api.ts'
import { useAsk } from '../kernel/changes.ts'
import { localTime } from '../kernel/local-time.ts'
import { RecordSide } from '../kernel/RecordSide.tsx'
import { type Say, useSay } from '../kernel/say.ts'
import { useMay } from '../kernel/session.ts'
import { EmptyState } from '../ui/EmptyState.tsx'
import { Icon } from '../ui/Icon.tsx'
import { PageFrame } from '../ui/PageFrame.tsx'
import type { RecordColumn } from '../ui/record-columns.ts'
import { RecordTable } from '../ui/RecordTable.tsx'
import { StateTag } from '../ui/StateTag.tsx'
import { TroubleNote } from '../ui/TroubleNote.tsx'
import { FactorTabs } from './FactorTabs.tsx'
import { OwnEditor } from './OwnEditor.tsx'
import { useOpenEdition } from './use-open-edition.ts'

/** The plant's own editions: the list, or the one that the address names. */
export function OwnPage() {
  const say = useSay()
  const [params] = useSearchParams()
  const asked = useAsk(['factors', 'own'], () => api.factors.ownEditions({}))
  const named = params.get('edition')
  const open = asked.data?.find(({ summary }) => summary.urn === named) ?? null
  const isEditing = named === 'new' || open !== null
  return (
    <PageFrame title={say('factors.tab.own')} purpose={say('factors.own.purpose')} action={<FactorTabs />}>
      <TroubleNote trouble={asked.error} />
      {isEditing ? (
        <>
          <OwnEditor key={open ? `${open.summary.urn} ${open.changedAt}` : 'new'} edition={open} />
          {open?.state === 'released' && <RecordSide record={`factors/edition/${open.summary.urn}`} />}
        </>
      ) : (
        <OwnList editions={asked.data ?? []} isLoading={asked.isPending} />
      )}
    </PageFrame>
  )
}

function OwnList({
  editions,
  isLoading,
}: {
  readonly editions: readonly OwnEditionRecord[]
  readonly isLoading: boolean
}) {
  const say = useSay()
  const may = useMay()
  const openEdition = useOpenEdition()
  const begin = may('factors.enter') && (
    <Button type="primary" icon={<Icon name="plus" />} onClick={() => openEdition('new')}>
      {say('factors.own.new')}
    </Button>
  )
  return (
    <RecordTable
      name="own-factors"
      label={say('factors.own.list')}
      rows={editions}
      rowKey={({ summary }) => summary.urn}
      columns={columnsIn(say)}
      onOpen={({ summary }) => openEdition(summary.urn)}
      loading={isLoading}
      acts={begin}
      empty={
        <EmptyState
          icon="library"
          title={say('factors.own.empty')}
          why={say('factors.own.empty.why')}
          action={begin}
        />
      }
    />
  )
}

function columnsIn(say: Say): readonly RecordColumn<OwnEditionRecord>[] {
  const stateOf = ({ state }: OwnEditionRecord) => say(`factors.own.state.${state}`)
  return [
    {
      key: 'title',
      title: say('factors.own.field.title'),
      text: ({ summary }) => summary.title[say.language],
      width: 260,
    },
    { key: 'table', title: say('factors.own.field.table'), text: ({ table }) => table, width: 140 },
    {
      key: 'number',
      title: say('factors.own.number'),
      text: ({ summary }) => summary.urn.split(':').at(-1) ?? '',
      width: 80,
      number: true,
    },
    {
      key: 'rows',
      title: say('factors.own.rows'),
      text: ({ factors }) => String(factors.length),
      width: 90,
      number: true,
    },
    {
      key: 'state',
      title: say('factors.own.state'),
      text: stateOf,
      cell: (own) => <StateTag tone={own.state === 'released' ? 'good' : 'info'} text={stateOf(own)} />,
      width: 120,
      choices: true,
    },
    {
      key: 'superseded',
      title: say('factors.record.superseded-by'),
      text: ({ summary }) => summary.supersededBy ?? '',
      width: 260,
    },
    {
      key: 'changed',
      title: say('factors.own.changed'),
      text: ({ changedAt, changedBy }) => `${localTime(changedAt)} ${changedBy ?? ''}`,
      width: 180,
    },
  ]
}
