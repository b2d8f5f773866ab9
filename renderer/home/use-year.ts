import type { Inventory } from '#shared/accounting/inventory'
import type { NodeId } from '#shared/organization/model'

import { api } from '../kernel/api.ts'
import { useAsk } from '../kernel/changes.ts'
import { useScope } from '../kernel/scope.ts'
import { useMay } from '../kernel/session.ts'

const followed = ['activity', 'monitoring', 'factors', 'organization']

/** The totals of the chosen year and place by the rules that are usual there; null while there are none. */
export function useGlance() {
  const may = useMay()
  const { facility, year } = useScope()
  return useAsk(
    ['accounting', 'glance', year, facility],
    () => api.accounting.glance({ year, facility: facility as NodeId | null }),
    {
      also: followed,
      enabled: may('accounting.read'),
    },
  )
}

/** The inventory that is kept of the chosen year and covers the chosen place; the newest where there are several. */
export function useInventoryOfYear(): Inventory | undefined {
  const may = useMay()
  const { facility, year } = useScope()
  const { data = [] } = useAsk(['accounting', 'inventories'], () => api.accounting.inventories({}), {
    enabled: may('accounting.read'),
  })
  return data.find(
    (inventory) =>
      inventory.year === year &&
      inventory.state !== 'superseded' &&
      (facility === null ||
        inventory.facilities === null ||
        inventory.facilities.some((id) => id === facility)),
  )
}

/** How the months of the chosen year and place stand. */
export function useMonths() {
  const may = useMay()
  const { facility, year } = useScope()
  return useAsk(
    ['activity', 'months', year, facility],
    () => api.activity.months({ year, facility: facility as NodeId | null }),
    {
      also: ['monitoring', 'organization'],
      enabled: may('activity.read'),
    },
  )
}
