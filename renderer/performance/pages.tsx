import './performance.css'
import type { PageEntry } from '../kernel/page.ts'
import { AbatementPage } from './AbatementPage.tsx'
import { AppraisalPage } from './AppraisalPage.tsx'
import { AppraisalsPage } from './AppraisalsPage.tsx'
import { BaselinesPage } from './BaselinesPage.tsx'
import { ChangePage } from './ChangePage.tsx'
import { ChangesPage } from './ChangesPage.tsx'
import { CriterionPage } from './CriterionPage.tsx'
import { EnergyPage } from './EnergyPage.tsx'
import { NewIndicatorPage } from './IndicatorForm.tsx'
import { IndicatorPage } from './IndicatorPage.tsx'
import { IndicatorsPage } from './IndicatorsPage.tsx'
import { ObjectivePage } from './ObjectivePage.tsx'
import { NewObjectivePage, ObjectivesPage } from './ObjectivesPage.tsx'
import { OperationPage } from './OperationPage.tsx'
import { SupplierPage } from './SupplierPage.tsx'
import { SuppliersPage } from './SuppliersPage.tsx'
import { SystemReviewPage } from './SystemReviewPage.tsx'
import { SystemReviewsPage } from './SystemReviewsPage.tsx'
import { TechnologiesPage } from './TechnologiesPage.tsx'

const common = { area: 'performance', section: 'performance', permission: 'performance.read' } as const
const indicators = { ...common, titleCode: 'performance.indicators', icon: 'chart', clause: '6.2' } as const
const reviews = { ...common, titleCode: 'performance.system-reviews', icon: 'check', clause: '6.1' } as const
const changes = { ...common, titleCode: 'performance.changes', icon: 'history', clause: '8.1' } as const
const operation = { ...common, titleCode: 'performance.operation', icon: 'settings', clause: '8.1' } as const
const appraisals = {
  ...common,
  titleCode: 'performance.appraisals',
  icon: 'calculator',
  clause: 'A.8.2.2, A.8.2.3',
} as const
const suppliers = { ...common, titleCode: 'performance.suppliers', icon: 'box', clause: 'A.8.2.3' } as const
const targets = { ...common, titleCode: 'performance.objectives', icon: 'target', clause: '6.4' } as const

export const performancePages: readonly PageEntry[] = [
  { ...reviews, path: '/performance/reviews', element: <SystemReviewsPage /> },
  { ...reviews, path: '/performance/reviews/:id', hidden: true, element: <SystemReviewPage /> },
  { ...indicators, path: '/performance/indicators', element: <IndicatorsPage /> },
  {
    ...indicators,
    path: '/performance/indicators/new',
    permission: 'performance.enter',
    hidden: true,
    element: <NewIndicatorPage />,
  },
  { ...indicators, path: '/performance/indicators/:id', hidden: true, element: <IndicatorPage /> },
  {
    ...common,
    path: '/performance/baselines',
    titleCode: 'performance.baselines',
    icon: 'history',
    clause: '6.3',
    element: <BaselinesPage />,
  },
  { ...targets, path: '/performance/targets', element: <ObjectivesPage /> },
  {
    ...targets,
    path: '/performance/targets/new',
    permission: 'performance.enter',
    hidden: true,
    element: <NewObjectivePage />,
  },
  { ...targets, path: '/performance/targets/:id', hidden: true, element: <ObjectivePage /> },
  {
    ...common,
    path: '/performance/abatement',
    titleCode: 'performance.abatement',
    icon: 'coins',
    clause: 'A.6.4.1 g',
    element: <AbatementPage />,
  },
  {
    ...common,
    path: '/performance/energy',
    titleCode: 'performance.energy',
    icon: 'flame',
    clause: '6.2',
    element: <EnergyPage />,
  },
  { ...operation, path: '/performance/operation', element: <OperationPage /> },
  { ...operation, path: '/performance/operation/:id', hidden: true, element: <CriterionPage /> },
  { ...changes, path: '/performance/changes', element: <ChangesPage /> },
  { ...changes, path: '/performance/changes/:id', hidden: true, element: <ChangePage /> },
  { ...appraisals, path: '/performance/appraisals', element: <AppraisalsPage /> },
  { ...appraisals, path: '/performance/appraisals/:id', hidden: true, element: <AppraisalPage /> },
  { ...suppliers, path: '/performance/suppliers', element: <SuppliersPage /> },
  { ...suppliers, path: '/performance/suppliers/:id', hidden: true, element: <SupplierPage /> },
  {
    ...common,
    path: '/performance/technologies',
    titleCode: 'performance.technologies',
    icon: 'leaf',
    clause: 'A.8.2.4',
    element: <TechnologiesPage />,
  },
]
