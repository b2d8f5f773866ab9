import type { Inventory } from '#shared/accounting/inventory'

import { api } from '../kernel/api.ts'
import { useAsk } from '../kernel/changes.ts'
import type { FirstStep, HomeItem } from '../kernel/page.ts'
import { useSay } from '../kernel/say.ts'
import { useScope } from '../kernel/scope.ts'
import { useSession } from '../kernel/session.ts'

const followed = ['activity', 'monitoring', 'factors', 'organization']

function useInventories(): readonly Inventory[] | undefined {
  const enabled = useSession((state) => state.session?.permissions.has('accounting.read') ?? false)
  return useAsk(['accounting', 'inventories'], () => api.accounting.inventories({}), { enabled }).data
}

/** The inventory that is worked on: of the chosen year, else the newest. */
function useWorked(): Inventory | undefined {
  const { year } = useScope()
  const working = (useInventories() ?? []).filter(({ state }) => state === 'working')
  return working.find((inventory) => inventory.year === year) ?? working[0]
}

/** What the inventory that is worked on lacks, or that it can be frozen. */
export function useInventoryItems(): readonly HomeItem[] {
  const say = useSay()
  const worked = useWorked()
  const asked = useAsk(
    ['accounting', 'overview', worked?.id],
    () => (worked ? api.accounting.overview({ id: worked.id }) : Promise.resolve(null)),
    { also: followed, enabled: worked !== undefined },
  )
  const overview = asked.data
  if (!worked || !overview || overview.inventory.id !== worked.id) return []
  const { title, id, year } = worked
  const path = (tab: string) => `/accounting/${id}?year=${year}&tab=${tab}`
  const { total, findings, sources } = overview
  if (total.value === null)
    return [
      {
        id: `accounting/${id}/incomplete`,
        severity: 'due',
        fallsTo: 'accounting.enter',
        text: say('accounting.home.incomplete', { title, lines: total.lines }),
        path: path('months'),
      },
    ]
  const blocking = findings.filter(({ severity }) => severity === 'blocks-report').length
  if (blocking > 0)
    return [
      {
        id: `accounting/${id}/blocking`,
        severity: 'odd',
        fallsTo: 'accounting.enter',
        text: say('accounting.home.blocking', { title, count: blocking }),
        path: path('findings'),
      },
    ]
  if (sources.length === 0) return []
  return [
    {
      id: `accounting/${id}/freeze`,
      severity: 'note',
      fallsTo: 'accounting.approve',
      text: say('accounting.home.freeze', { title }),
      path: path('version'),
    },
  ]
}

/** The first step that belongs here. */
export function useInventorySteps(): readonly FirstStep[] {
  const inventories = useInventories()
  if (inventories === undefined) return []
  return [
    {
      id: 'accounting/inventory',
      titleCode: 'accounting.first.inventory',
      whyCode: 'accounting.first.inventory-why',
      fallsTo: 'accounting.enter',
      path: inventories.length > 0 ? '/accounting' : '/accounting/new',
      done: inventories.length > 0,
    },
  ]
}
