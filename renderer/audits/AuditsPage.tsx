import { Button } from 'antd'

import type { ListedAudit } from '#shared/audits/contract'

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
import { AuditStateTag, useAudits, useProgrammes } from './use-audits.tsx'

/** Every internal audit, how far it is and what it found. */
export function AuditsPage() {
  const say = useSay()
  const may = useMay()
  const go = useGo()
  const asked = useAudits()
  const programmes = useProgrammes()
  const rows = asked.data ?? []
  const [programme] = programmes.data ?? []
  const add = may('audits.enter') && (
    <Button type="primary" icon={<Icon name="plus" />} onClick={() => go('/audits/new')}>
      {say('audits.new')}
    </Button>
  )
  return (
    <PageFrame
      title={say('audits.title')}
      purpose={say('audits.purpose')}
      action={
        <>
          <Button icon={<Icon name="calendar" />} onClick={() => go('/audits/programme')}>
            {say('audits.programme')}
          </Button>
          {may('audits.enter') && (
            <Button icon={<Icon name="import" />} onClick={() => go('/audits/open')}>
              {say('audits.package.open')}
            </Button>
          )}
          {rows.length > 0 && add}
        </>
      }
    >
      <TroubleNote trouble={asked.error ?? programmes.error} />
      {rows.length > 0 && programme && programme.nextDue !== null && (
        <p className="page-purpose">
          {say('audits.next-due', { on: programme.nextDue, months: programme.intervalMonths })}
        </p>
      )}
      <RecordTable
        name="audits"
        label={say('audits.title')}
        rows={rows}
        rowKey={({ id }) => id}
        columns={useColumns()}
        onOpen={({ id }) => go(`/audits/${id}`)}
        loading={asked.isPending}
        empty={
          <EmptyState icon="shield" title={say('audits.empty')} why={say('audits.empty-why')} action={add} />
        }
      />
    </PageFrame>
  )
}

function useColumns(): readonly RecordColumn<ListedAudit>[] {
  const say = useSay()
  return [
    { key: 'number', width: 112, title: say('audits.field.number'), text: ({ number }) => number },
    {
      key: 'state',
      width: 116,
      title: say('audits.field.state'),
      text: ({ state }) => say(`audits.state.${state}`),
      cell: ({ state }) => <AuditStateTag state={state} />,
      choices: true,
    },
    { key: 'title', width: 200, title: say('audits.field.title'), text: ({ title }) => title },
    {
      key: 'days',
      width: 184,
      title: say('audits.field.days'),
      text: ({ begins, ends }) => (begins === null ? '—' : `${begins} – ${ends ?? '—'}`),
    },
    {
      key: 'leader',
      width: 88,
      title: say('audits.field.leader'),
      text: ({ leaderName }) => leaderName ?? '—',
    },
    {
      key: 'subsystems',
      width: 150,
      title: say('audits.field.subsystems'),
      text: ({ subsystems }) =>
        subsystems.length === 0
          ? say('audits.all')
          : subsystems.map((each) => say(`audits.subsystem.${each}`)).join(say('audits.paper.and')),
      optional: true,
    },
    {
      key: 'looked',
      width: 96,
      title: say('audits.field.looked'),
      number: true,
      text: ({ progress }) => String(progress.looked),
      cell: ({ progress }) => `${progress.looked} / ${progress.items}`,
    },
    {
      key: 'findings',
      width: 140,
      title: say('audits.field.findings'),
      text: ({ progress: { findings } }) => `${findings.major} · ${findings.minor} · ${findings.observation}`,
    },
    {
      key: 'open',
      width: 96,
      title: say('audits.field.open'),
      number: true,
      text: ({ open }) => String(open),
      cell: ({ open }) => (open === 0 ? '0' : <StateTag tone="warn" text={String(open)} />),
    },
  ]
}
