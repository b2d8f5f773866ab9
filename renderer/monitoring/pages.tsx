import './monitoring.css'
import type { PageEntry } from '../kernel/page.ts'
import { DeviationPage } from './DeviationPage.tsx'
import { DeviationsPage } from './DeviationsPage.tsx'
import { MeterPage } from './MeterPage.tsx'
import { MetersPage } from './MetersPage.tsx'
import { NewSourcePage } from './NewSourcePage.tsx'
import { PlacePage } from './PlacePage.tsx'
import { PlanPage } from './PlanPage.tsx'
import { PlansPage } from './PlansPage.tsx'
import { RegisterPage } from './RegisterPage.tsx'
import { SourcePage } from './SourcePage.tsx'
import { TemplatePage } from './TemplatePage.tsx'

const common = {
  area: 'monitoring',
  section: 'emissions',
  clause: 'A.6.1',
  permission: 'monitoring.read',
  titleCode: 'monitoring.title',
  icon: 'flame',
} as const

const plans = {
  ...common,
  clause: 'A.6.5.2.2, A.9.1',
  titleCode: 'monitoring.plans',
  icon: 'report',
} as const
const meters = { ...common, clause: 'A.9.1 c', titleCode: 'monitoring.meters', icon: 'meter' } as const
const deviations = {
  ...common,
  clause: 'A.9.1 b, A.9.1.1 b',
  titleCode: 'monitoring.deviations',
  icon: 'warning',
} as const

export const monitoringPages: readonly PageEntry[] = [
  { ...common, path: '/monitoring', element: <RegisterPage /> },
  {
    ...common,
    path: '/monitoring/new',
    titleCode: 'monitoring.add-source',
    permission: 'monitoring.manage',
    hidden: true,
    element: <NewSourcePage />,
  },
  {
    ...common,
    path: '/monitoring/template',
    titleCode: 'monitoring.from-template',
    permission: 'monitoring.manage',
    hidden: true,
    element: <TemplatePage />,
  },
  { ...plans, path: '/monitoring/plans', element: <PlansPage /> },
  { ...plans, path: '/monitoring/plans/:id', hidden: true, element: <PlanPage /> },
  { ...meters, path: '/monitoring/meters', element: <MetersPage /> },
  { ...meters, path: '/monitoring/meters/:id', hidden: true, element: <MeterPage /> },
  { ...deviations, path: '/monitoring/deviations', element: <DeviationsPage /> },
  { ...deviations, path: '/monitoring/deviations/:id', hidden: true, element: <DeviationPage /> },
  { ...common, path: '/monitoring/place/:node', hidden: true, element: <PlacePage /> },
  { ...common, path: '/monitoring/:id', clause: 'A.6.1, A.9.1', hidden: true, element: <SourcePage /> },
]
