import './performance.css'
import type { PageEntry } from '../kernel/page.ts'
import { AbatementPage } from './AbatementPage.tsx'
import { BaselinesPage } from './BaselinesPage.tsx'
import { EnergyPage } from './EnergyPage.tsx'
import { NewIndicatorPage } from './IndicatorForm.tsx'
import { IndicatorPage } from './IndicatorPage.tsx'
import { IndicatorsPage } from './IndicatorsPage.tsx'
import { ObjectivePage } from './ObjectivePage.tsx'
import { NewObjectivePage, ObjectivesPage } from './ObjectivesPage.tsx'

const common = { area: 'performance', section: 'performance', permission: 'performance.read' } as const
const indicators = { ...common, titleCode: 'performance.indicators', icon: 'chart', clause: '6.2' } as const
const targets = { ...common, titleCode: 'performance.objectives', icon: 'target', clause: '6.4' } as const

export const performancePages: readonly PageEntry[] = [
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
]
