import './accounting.css'
import type { PageEntry } from '../kernel/page.ts'
import { ChangePage } from './ChangePage.tsx'
import { ComparePage } from './ComparePage.tsx'
import { InventoriesPage } from './InventoriesPage.tsx'
import { InventoryPage } from './InventoryPage.tsx'
import { NewInventoryPage } from './NewInventoryPage.tsx'
import { UncertaintyPage } from './UncertaintyPage.tsx'
import { UnmeasuredPage } from './UnmeasuredPage.tsx'

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
  {
    ...common,
    path: '/accounting/unmeasured',
    titleCode: 'accounting.unmeasured.title',
    icon: 'clock',
    element: <UnmeasuredPage />,
  },
  {
    ...common,
    path: '/accounting/compare',
    hidden: true,
    titleCode: 'accounting.sides',
    element: <ComparePage />,
  },
  {
    ...common,
    path: '/accounting/change',
    titleCode: 'accounting.change.title',
    icon: 'chart',
    clause: '9.1.1',
    element: <ChangePage />,
  },
  {
    ...common,
    path: '/accounting/uncertainty',
    titleCode: 'accounting.uncertainty.title',
    icon: 'target',
    element: <UncertaintyPage />,
  },
  { ...common, path: '/accounting/:id', hidden: true, element: <InventoryPage /> },
]
