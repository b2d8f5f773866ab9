import './activity.css'
import type { PageEntry } from '../kernel/page.ts'
import { ActivityPage } from './ActivityPage.tsx'
import { CollectionPage } from './CollectionPage.tsx'
import { EvidencePage } from './EvidencePage.tsx'
import { ImportPage } from './ImportPage.tsx'
import { LaboratoryPage } from './LaboratoryPage.tsx'
import { MonthsPage } from './MonthsPage.tsx'
import { qualityPages } from './quality-pages.tsx'
import { WatchPage } from './WatchPage.tsx'

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
  {
    path: '/activity/collection',
    area: 'activity',
    titleCode: 'activity.collect.title',
    icon: 'people',
    section: 'emissions',
    clause: 'A.9.1',
    permission: 'activity.read',
    element: <CollectionPage />,
  },
  {
    path: '/activity/laboratory',
    area: 'activity',
    titleCode: 'activity.lab.title',
    icon: 'flame',
    section: 'emissions',
    clause: 'A.9.1',
    permission: 'activity.read',
    element: <LaboratoryPage />,
  },
  {
    path: '/activity/watch',
    area: 'activity',
    titleCode: 'activity.watch.title',
    icon: 'outbox',
    section: 'exchange',
    permission: 'activity.read',
    element: <WatchPage />,
  },
  ...qualityPages,
]
