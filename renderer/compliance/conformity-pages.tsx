import './compliance.css'
import type { PageEntry } from '../kernel/page.ts'
import { ClausesPage } from './ClausesPage.tsx'
import { ConformityPage } from './ConformityPage.tsx'
import { MaturityPage } from './MaturityPage.tsx'
import { RequirementPage } from './RequirementPage.tsx'
import { TreesPage } from './TreesPage.tsx'

const common = { area: 'compliance', section: 'check', permission: 'compliance.read' } as const
const clauses = { ...common, titleCode: 'compliance.clauses', icon: 'tree' } as const

export const conformityPages: readonly PageEntry[] = [
  {
    ...common,
    path: '/compliance',
    titleCode: 'compliance.map',
    icon: 'shield',
    element: <ConformityPage />,
  },
  { ...clauses, path: '/compliance/tree', element: <ClausesPage /> },
  { ...clauses, path: '/compliance/requirements/:tree/:id', hidden: true, element: <RequirementPage /> },
  {
    ...common,
    path: '/compliance/maturity',
    titleCode: 'compliance.maturity',
    icon: 'target',
    element: <MaturityPage />,
  },
  {
    ...common,
    path: '/compliance/trees',
    titleCode: 'compliance.trees',
    icon: 'library',
    element: <TreesPage />,
  },
]
