import { Button } from 'antd'

import type { Inventory } from '#shared/accounting/inventory'

import { api } from '../kernel/api.ts'
import { useAsk } from '../kernel/changes.ts'
import { localTime } from '../kernel/local-time.ts'
import { type Say, useSay } from '../kernel/say.ts'
import { useGo } from '../kernel/scope.ts'
import { useMay } from '../kernel/session.ts'
import { EmptyState } from '../ui/EmptyState.tsx'
import { PageFrame } from '../ui/PageFrame.tsx'
import type { RecordColumn } from '../ui/record-columns.ts'
import { RecordTable } from '../ui/RecordTable.tsx'
import { TroubleNote } from '../ui/TroubleNote.tsx'
import { InventoryState } from './InventoryState.tsx'
import { useRules } from './use-rules.ts'

/** Every inventory of the organization, the newest year and version first. */
export function InventoriesPage() {
  const say = useSay()
  const go = useGo()
  const may = useMay()
  const rules = useRules()
  const asked = useAsk(['accounting', 'inventories'], () => api.accounting.inventories({}))
  const create = may('accounting.enter') && (
    <Button type="primary" onClick={() => go('/accounting/new')}>
      {say('accounting.inventory.new')}
    </Button>
  )
  const isEmpty = asked.data?.length === 0
  return (
    <PageFrame
      title={say('accounting.inventories')}
      purpose={say('accounting.inventories.purpose')}
      action={
        !isEmpty && (
          <>
            <Button onClick={() => go('/accounting/compare')}>{say('accounting.sides')}</Button>
            {create}
          </>
        )
      }
    >
      <TroubleNote trouble={asked.error} />
      <RecordTable
        name="inventories"
        label={say('accounting.inventories')}
        rows={asked.data ?? []}
        rowKey={({ id }) => id}
        columns={columnsIn(say, rules.guidelineTitle)}
        onOpen={({ id, year }) => go(`/accounting/${id}?year=${year}`)}
        loading={asked.isPending}
        empty={
          <EmptyState
            icon="calculator"
            title={say('accounting.inventories.none')}
            why={say('accounting.inventories.none-why')}
            action={create}
          />
        }
      />
    </PageFrame>
  )
}

function columnsIn(say: Say, guidelineTitle: (id: string) => string): readonly RecordColumn<Inventory>[] {
  return [
    {
      key: 'year',
      title: say('accounting.field.year'),
      text: ({ year }) => String(year),
      width: 90,
      choices: true,
    },
    { key: 'title', title: say('accounting.field.title'), text: ({ title }) => title, width: 240 },
    {
      key: 'version',
      title: say('accounting.field.version'),
      text: ({ version }) => say('accounting.inventory.version', { version }),
      width: 100,
    },
    {
      key: 'state',
      title: say('accounting.field.state'),
      text: ({ state }) => say(`accounting.state.${state}`),
      cell: ({ state }) => <InventoryState state={state} />,
      width: 120,
      choices: true,
    },
    {
      key: 'guideline',
      title: say('accounting.field.guideline'),
      text: ({ guideline }) => guidelineTitle(guideline),
      width: 320,
      choices: true,
    },
    {
      key: 'gwpSet',
      title: say('accounting.field.gwp-set'),
      text: ({ gwpSet }) => say(`factors.gwp-set.${gwpSet}`),
      width: 150,
      optional: true,
    },
    {
      key: 'changed',
      title: say('accounting.field.changed'),
      text: ({ changedAt }) => localTime(changedAt),
      width: 150,
    },
  ]
}
