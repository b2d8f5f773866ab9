import './activity.css'
import type { PageEntry } from '../kernel/page.ts'
import { ActivityPage } from './ActivityPage.tsx'
import { EvidencePage } from './EvidencePage.tsx'
import { ImportPage } from './ImportPage.tsx'
import { MonthsPage } from './MonthsPage.tsx'
import { qualityPages } from './quality-pages.tsx'

export const activityPages: readonly PageEntry[] = [
  {
    path: '/activity',
    area: 'activity',
    titleCode: 'activity.entry.title',
    icon: 'table',
    section: 'emissions',
    clause: '9.1.1',
    permission: 'activity.read',
    element: <ActivityPage />,
  },
  {
    path: '/activity/months',
    area: 'activity',
    titleCode: 'activity.months.title',
    icon: 'lock',
    section: 'emissions',
    clause: '9.1.1',
    permission: 'activity.read',
    element: <MonthsPage />,
  },
  {
    path: '/activity/evidence',
    area: 'activity',
    titleCode: 'activity.files.title',
    icon: 'evidence',
    section: 'emissions',
    permission: 'activity.read',
    element: <EvidencePage />,
  },
  {
    path: '/activity/import',
    area: 'activity',
    titleCode: 'activity.import.title',
    icon: 'import',
    section: 'emissions',
    permission: 'activity.enter',
    element: <ImportPage />,
  },
  ...qualityPages,
]
