import './activity.css'
import type { PageEntry } from '../kernel/page.ts'
import { ActivityPage } from './ActivityPage.tsx'

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
]
