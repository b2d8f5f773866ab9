import { Button } from 'antd'

import { nextDue } from '#shared/compliance/deadline'
import type { ShownObligation } from '#shared/compliance/obligation'

import { useStaff } from '../kernel/PersonField.tsx'
import { useSay } from '../kernel/say.ts'
import { useGo } from '../kernel/scope.ts'
import { useMay } from '../kernel/session.ts'
import { EmptyState } from '../ui/EmptyState.tsx'
import { FindingList } from '../ui/FindingList.tsx'
import { Icon } from '../ui/Icon.tsx'
import { PageFrame } from '../ui/PageFrame.tsx'
import type { RecordColumn } from '../ui/record-columns.ts'
import { RecordTable } from '../ui/RecordTable.tsx'
import { TroubleNote } from '../ui/TroubleNote.tsx'
import { ObligationTag, useObligations, useToday } from './use-obligations.tsx'

/** The register of obligations: what applies, by when, and how far it is met. */
export function ObligationsPage() {
  const say = useSay()
  const may = useMay()
  const go = useGo()
  const asked = useObligations()
  const columns = useColumns()
  const rows = asked.data ?? []
  const findings = rows.flatMap((each) => each.findings)
  const begin = may('compliance.enter') && (
    <>
      <Button icon={<Icon name="library" />} onClick={() => go('/compliance/obligations/library')}>
        {say('compliance.library')}
      </Button>
      <Button type="primary" icon={<Icon name="plus" />} onClick={() => go('/compliance/obligations/new')}>
        {say('compliance.obligation.new')}
      </Button>
    </>
  )
  return (
    <PageFrame
      title={say('compliance.obligations')}
      purpose={say('compliance.obligations.purpose')}
      action={rows.length > 0 && begin}
    >
      <TroubleNote trouble={asked.error} />
      {findings.length > 0 && (
        <section className="paper obligations-findings" aria-label={say('compliance.obligations.to-do')}>
          <h2>{say('compliance.obligations.to-do')}</h2>
          <FindingList
            findings={findings}
            onOpen={({ where }) => go(`/compliance/obligations/${where.split('/').at(-1) ?? ''}`)}
          />
        </section>
      )}
      <div className={rows.length > 0 ? 'obligations-list' : ''}>
        <RecordTable
          name="compliance-obligations"
          label={say('compliance.obligations')}
          rows={rows}
          rowKey={({ id }) => id}
          columns={columns}
          onOpen={({ id }) => go(`/compliance/obligations/${id}`)}
          loading={asked.isPending}
          empty={
            <EmptyState
              icon="book"
              title={say('compliance.obligations.empty')}
              why={say('compliance.obligations.empty-why')}
              action={<div className="page-acts">{begin}</div>}
            />
          }
        />
      </div>
    </PageFrame>
  )
}

function useColumns(): readonly RecordColumn<ShownObligation>[] {
  const say = useSay()
  const today = useToday()
  const { nameOf } = useStaff()
  return [
    { key: 'number', title: say('compliance.obligation.number'), text: ({ number }) => number, width: 120 },
    { key: 'title', title: say('compliance.obligation.title'), text: ({ title }) => title, width: 280 },
    { key: 'code', title: say('compliance.obligation.code'), text: ({ code }) => code, width: 150 },
    {
      key: 'kind',
      title: say('compliance.obligation.kind'),
      text: ({ kind }) => say(`compliance.obligation.kind.${kind}`),
      choices: true,
      width: 150,
    },
    {
      key: 'subsystem',
      title: say('risks.subsystem'),
      text: ({ subsystem }) => say(`risks.subsystem.${subsystem}`),
      choices: true,
      width: 110,
    },
    {
      key: 'standing',
      title: say('compliance.obligation.standing'),
      text: ({ standing }) => say(`compliance.standing.${standing}`),
      cell: ({ standing }) => <ObligationTag standing={standing} />,
      choices: true,
      width: 160,
    },
    {
      key: 'deadline',
      title: say('compliance.deadline.next'),
      text: ({ deadlines, standing }) =>
        ['undecided', 'excluded', 'ended'].includes(standing)
          ? ''
          : (deadlines.flatMap((each) => nextDue(each, today) ?? []).toSorted()[0] ?? ''),
      width: 120,
    },
    {
      key: 'evaluation',
      title: say('compliance.obligation.next-evaluation'),
      text: ({ nextEvaluation }) => nextEvaluation ?? '',
      width: 120,
    },
    {
      key: 'review',
      title: say('compliance.obligation.next-review'),
      text: ({ nextReview, endedOn }) => (endedOn === null ? nextReview : ''),
      width: 120,
    },
    {
      key: 'owner',
      title: say('compliance.obligation.owner'),
      text: ({ owner }) => (owner === null ? '' : nameOf(owner)),
      choices: true,
      width: 110,
    },
    {
      key: 'issuer',
      title: say('compliance.obligation.issuer'),
      text: ({ issuer }) => issuer,
      width: 160,
      optional: true,
    },
  ]
}
