import './factors.css'
import type { PageEntry } from '../kernel/page.ts'
import { FactorsPage } from './FactorsPage.tsx'
import { GwpPage } from './GwpPage.tsx'
import { OwnPage } from './OwnPage.tsx'

const common = { area: 'factors', section: 'emissions', clause: '6.1.2', permission: 'factors.read' } as const

export const factorsPages: readonly PageEntry[] = [
  { ...common, path: '/factors', titleCode: 'factors.title', icon: 'library', element: <FactorsPage /> },
  {
    ...common,
    path: '/factors/gwp',
    titleCode: 'factors.tab.gwp',
    icon: 'table',
    hidden: true,
    element: <GwpPage />,
  },
  {
    ...common,
    path: '/factors/own',
    titleCode: 'factors.tab.own',
    icon: 'edit',
    hidden: true,
    element: <OwnPage />,
  },
]
