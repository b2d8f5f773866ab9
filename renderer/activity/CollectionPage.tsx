import { Button } from 'antd'
import { useMemo } from 'react'

import { type Collection, pathOfCollection } from '#shared/activity/collection'
import { dayAt, endOf } from '#shared/kernel/period'
import type { NodeId } from '#shared/organization/model'

import { api } from '../kernel/api.ts'
import { useAsk } from '../kernel/changes.ts'
import { type Say, useSay } from '../kernel/say.ts'
import { useGo, useScope } from '../kernel/scope.ts'
import { useMay } from '../kernel/session.ts'
import { EmptyState } from '../ui/EmptyState.tsx'
import { Icon } from '../ui/Icon.tsx'
import { PageFrame } from '../ui/PageFrame.tsx'
import type { RecordColumn } from '../ui/record-columns.ts'
import { RecordTable } from '../ui/RecordTable.tsx'
import { StateTag } from '../ui/StateTag.tsx'
import { TroubleNote } from '../ui/TroubleNote.tsx'
import { CollectionRuleForm } from './CollectionRuleForm.tsx'
import { WorkbookButton } from './WorkbookButton.tsx'

/** What each department has to bring for the months of a year; a row leads into the grid, a button to its workbook. */
export function CollectionPage() {
  const say = useSay()
  const go = useGo()
  const may = useMay()
  const { facility, year } = useScope()
  const asked = useAsk(
    ['activity', 'collections', year, facility],
    () => api.activity.collections({ year, facility: facility as NodeId | null }),
    { also: ['monitoring', 'organization', 'kernel'] },
  )
  const rows = useMemo(() => (asked.data ?? []).toReversed(), [asked.data])
  const columns = useMemo(() => columnsIn(say), [say])
  return (
    <PageFrame
      title={say('activity.collect.title')}
      purpose={say('activity.collect.purpose')}
      action={
        may('activity.enter') && (
          <Button icon={<Icon name="import" />} onClick={() => go('/activity/import')}>
            {say('activity.collect.import')}
          </Button>
        )
      }
    >
      <TroubleNote trouble={asked.error} />
      {facility !== null && <CollectionRuleForm key={facility} facility={facility as NodeId} />}
      <RecordTable
        name="collections"
        label={say('activity.collect.title')}
        rows={rows}
        rowKey={({ facility: place, month, department }) => `${place}/${month}/${department ?? ''}`}
        columns={columns}
        onOpen={(row) => go(pathOfCollection(row))}
        loading={asked.isPending}
        empty={
          <EmptyState
            icon="calendar"
            title={say('activity.collect.empty')}
            why={say('activity.collect.empty.why')}
            action={<Button onClick={() => go('/monitoring')}>{say('activity.to-monitoring')}</Button>}
          />
        }
      />
    </PageFrame>
  )
}

const tones = { done: 'good', late: 'stop', due: 'info', ahead: 'quiet' } as const

function stateOf({ present, asked, isSealed, due, month }: Collection): keyof typeof tones {
  const today = dayAt(new Date().toISOString())
  if (isSealed || present === asked) return 'done'
  if (due < today) return 'late'
  return endOf(month) > today ? 'ahead' : 'due'
}

function columnsIn(say: Say): readonly RecordColumn<Collection>[] {
  const departmentOf = ({ department }: Collection) => department ?? say('activity.collect.no-department')
  return [
    {
      key: 'month',
      title: say('activity.collect.month'),
      text: ({ month }) => month,
      choices: true,
      width: 90,
    },
    {
      key: 'place',
      title: say('activity.collect.place'),
      text: ({ place }) => place,
      choices: true,
      width: 150,
    },
    {
      key: 'department',
      title: say('activity.collect.department'),
      text: departmentOf,
      choices: true,
      width: 140,
    },
    {
      key: 'responsible',
      title: say('activity.collect.responsible'),
      text: ({ responsible }) => responsible.join('、'),
      width: 150,
    },
    {
      key: 'due',
      title: say('activity.collect.due'),
      text: ({ due, isProvisional }) => (isProvisional ? say('activity.collect.provisional', { due }) : due),
      width: 110,
    },
    {
      key: 'progress',
      title: say('activity.collect.progress'),
      text: ({ present, asked }) => `${present} / ${asked}`,
      number: true,
      width: 100,
    },
    {
      key: 'state',
      title: say('activity.collect.state'),
      text: (row) => say(`activity.collect.state.${stateOf(row)}`),
      cell: (row) => (
        <StateTag tone={tones[stateOf(row)]} text={say(`activity.collect.state.${stateOf(row)}`)} />
      ),
      choices: true,
      width: 120,
    },
    {
      key: 'workbook',
      title: say('activity.collect.workbook'),
      text: () => '',
      cell: (row) =>
        row.present === row.asked ? null : (
          <WorkbookButton
            facility={row.facility}
            department={row.department}
            month={row.month}
            label={say('activity.collect.workbook.of', { department: departmentOf(row), month: row.month })}
          />
        ),
      width: 150,
    },
  ]
}
