import './monitoring.css'
import type { PageEntry } from '../kernel/page.ts'
import { NewSourcePage } from './NewSourcePage.tsx'
import { PlacePage } from './PlacePage.tsx'
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
  { ...common, path: '/monitoring/place/:node', hidden: true, element: <PlacePage /> },
  { ...common, path: '/monitoring/:id', clause: 'A.6.1, A.9.1', hidden: true, element: <SourcePage /> },
]
