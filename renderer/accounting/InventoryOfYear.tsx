import { Button, Select } from 'antd'
import { type ReactNode, useState } from 'react'
import { useSearchParams } from 'react-router'

import type { Inventory, InventoryId } from '#shared/accounting/inventory'

import { api } from '../kernel/api.ts'
import { useAsk } from '../kernel/changes.ts'
import { useSay } from '../kernel/say.ts'
import { useGo, useScope } from '../kernel/scope.ts'
import { useMay } from '../kernel/session.ts'
import { EmptyState } from '../ui/EmptyState.tsx'
import { PageFrame } from '../ui/PageFrame.tsx'
import { TroubleNote } from '../ui/TroubleNote.tsx'

interface InventoryOfYearProps {
  readonly title: string
  readonly purpose: string
  /** What this page will show once there is an inventory. */
  readonly why: string
  readonly children: (inventory: Inventory) => ReactNode
}

/** A page about one inventory of the year that is looked at, to choose where there are several. */
export function InventoryOfYear({ title, purpose, why, children }: InventoryOfYearProps) {
  const say = useSay()
  const { year } = useScope()
  const [params] = useSearchParams()
  const [chosen, setChosen] = useState<InventoryId | null>(null)
  const inventories = useAsk(['accounting', 'inventories'], () => api.accounting.inventories({}))
  const ofYear = (inventories.data ?? []).filter((each) => each.year === year && each.state !== 'superseded')
  const wanted = chosen ?? params.get('inventory')
  const inventory = ofYear.find(({ id }) => id === wanted) ?? ofYear.at(-1)
  return (
    <PageFrame title={title} purpose={purpose}>
      <TroubleNote trouble={inventories.error} />
      {inventories.data && !inventory && <NoInventory why={why} />}
      {inventory && ofYear.length > 1 && (
        <label className="page-acts">
          {say('accounting.change.inventory')}
          <Select<InventoryId>
            value={inventory.id}
            onChange={setChosen}
            style={{ minWidth: 280 }}
            options={ofYear.map(({ id, title: of }) => ({ value: id, label: of }))}
          />
        </label>
      )}
      {inventory && children(inventory)}
    </PageFrame>
  )
}

function NoInventory({ why }: { readonly why: string }) {
  const say = useSay()
  const go = useGo()
  const may = useMay()
  return (
    <EmptyState
      icon="calculator"
      title={say('accounting.change.none')}
      why={why}
      action={
        may('accounting.enter') && (
          <Button type="primary" onClick={() => go('/accounting/new')}>
            {say('accounting.change.new')}
          </Button>
        )
      }
    />
  )
}
