import { Button, Checkbox } from 'antd'
import { useState } from 'react'

import { type Case, isCaseLate, isOpen } from '#shared/nonconformity/model'
import { closedOn, lateCases } from '#shared/nonconformity/summary'

import { useStaff } from '../kernel/PersonField.tsx'
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
import { CaseCharts } from './CaseCharts.tsx'
import { CaseStateTag, useCases, useToday } from './use-nonconformity.tsx'

/** Nonconformities from wherever they come, how far each has come, and what they have in common. */
export function CasesPage() {
  const say = useSay()
  const may = useMay()
  const go = useGo()
  const asked = useCases()
  const today = useToday()
  const [onlyOpen, setOnlyOpen] = useState(false)
  const all = (asked.data ?? []).filter(({ state }) => state !== 'withdrawn')
  const rows = onlyOpen ? all.filter(({ state }) => isOpen(state)) : (asked.data ?? [])
  const add = may('nonconformity.enter') && (
    <Button type="primary" icon={<Icon name="plus" />} onClick={() => go('/nonconformity/new')}>
      {say('nonconformity.cases.add')}
    </Button>
  )
  const closed = all.filter((each) => closedOn(each)?.startsWith(today.slice(0, 4)))
  return (
    <PageFrame
      title={say('nonconformity.cases')}
      purpose={say('nonconformity.cases.purpose')}
      action={
        <>
          {may('nonconformity.manage') && (
            <Button icon={<Icon name="settings" />} onClick={() => go('/nonconformity/settings')}>
              {say('nonconformity.cases.settings')}
            </Button>
          )}
          {all.length > 0 && add}
        </>
      }
    >
      <TroubleNote trouble={asked.error} />
      {all.length > 0 && (
        <div className="nonconformity-head">
          <span>
            {say('nonconformity.cases.figures', {
              open: all.filter(({ state }) => isOpen(state)).length,
              late: lateCases(all, today).length,
              closed: closed.length,
            })}
          </span>
          <Checkbox checked={onlyOpen} onChange={({ target }) => setOnlyOpen(target.checked)}>
            {say('nonconformity.cases.only-open')}
          </Checkbox>
        </div>
      )}
      <RecordTable
        name="nonconformity-cases"
        label={say('nonconformity.cases')}
        rows={rows}
        rowKey={({ id }) => id}
        columns={useColumns(today)}
        onOpen={({ id }) => go(`/nonconformity/${id}`)}
        loading={asked.isPending}
        empty={
          <EmptyState
            icon="warning"
            title={say('nonconformity.cases.empty')}
            why={say('nonconformity.cases.empty-why')}
            action={add}
          />
        }
      />
      {all.length > 0 && <CaseCharts cases={all} />}
    </PageFrame>
  )
}

function useColumns(today: string): readonly RecordColumn<Case>[] {
  const say = useSay()
  const { nameOf } = useStaff()
  return [
    { key: 'number', width: 124, title: say('nonconformity.field.number'), text: ({ number }) => number },
    {
      key: 'state',
      width: 120,
      title: say('nonconformity.field.state'),
      text: ({ state }) => say(`nonconformity.state.${state}`),
      cell: ({ state }) => <CaseStateTag state={state} />,
      choices: true,
    },
    { key: 'title', width: 250, title: say('nonconformity.field.title'), text: ({ title }) => title },
    {
      key: 'severity',
      width: 90,
      title: say('nonconformity.field.severity'),
      text: ({ severity }) => say(`nonconformity.severity.${severity}`),
      choices: true,
    },
    {
      key: 'source',
      width: 110,
      title: say('nonconformity.field.source'),
      text: ({ source }) => say(`nonconformity.source.${source}`),
      choices: true,
    },
    {
      key: 'requirements',
      width: 130,
      title: say('nonconformity.field.requirements'),
      text: ({ requirements }) => requirements.join(', '),
    },
    {
      key: 'subsystem',
      width: 100,
      title: say('nonconformity.field.subsystem'),
      text: ({ subsystem }) => say(`nonconformity.subsystem.${subsystem}`),
      choices: true,
      optional: true,
    },
    { key: 'owner', width: 100, title: say('nonconformity.field.owner'), text: ({ owner }) => nameOf(owner) },
    {
      key: 'foundOn',
      width: 110,
      title: say('nonconformity.field.foundOn'),
      text: ({ foundOn }) => foundOn,
      optional: true,
    },
    {
      key: 'due',
      width: 130,
      title: say('nonconformity.field.due'),
      text: ({ due }) => due,
      cell: (row) =>
        isCaseLate(row, today) ? (
          <StateTag tone="stop" text={say('nonconformity.late', { due: row.due })} />
        ) : (
          row.due
        ),
    },
  ]
}
