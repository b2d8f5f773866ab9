import './accounting.css'
import type { PageEntry } from '../kernel/page.ts'
import { InventoriesPage } from './InventoriesPage.tsx'
import { InventoryPage } from './InventoryPage.tsx'
import { NewInventoryPage } from './NewInventoryPage.tsx'

const common = {
  area: 'accounting',
  section: 'emissions',
  clause: 'A.9.1',
  permission: 'accounting.read',
  titleCode: 'accounting.inventories',
  icon: 'calculator',
} as const

export const accountingPages: readonly PageEntry[] = [
  { ...common, path: '/accounting', element: <InventoriesPage /> },
  {
    ...common,
    path: '/accounting/new',
    hidden: true,
    permission: 'accounting.enter',
    element: <NewInventoryPage />,
  },
  { ...common, path: '/accounting/:id', hidden: true, element: <InventoryPage /> },
]
