import type { PageEntry } from '../kernel/page.ts'
import { FindingsPage } from './FindingsPage.tsx'
import { SubstitutionPage } from './SubstitutionPage.tsx'

/** Quality of data: what was found, and what stands in for what is missing. */
export const qualityPages: readonly PageEntry[] = [
  {
    path: '/activity/findings',
    area: 'activity',
    titleCode: 'activity.finding.title',
    icon: 'shield',
    section: 'emissions',
    clause: 'A.9.1',
    permission: 'activity.read',
    element: <FindingsPage />,
  },
  {
    path: '/activity/gaps',
    area: 'activity',
    titleCode: 'activity.gap.title',
    icon: 'pending',
    section: 'emissions',
    clause: 'A.9.1.1',
    permission: 'activity.read',
    element: <SubstitutionPage />,
  },
]
