import type { PageEntry } from '../kernel/page.ts'
import { AccountPage } from './AccountPage.tsx'
import { AuditPage } from './AuditPage.tsx'
import { PastPage } from './PastPage.tsx'
import { PeoplePage } from './PeoplePage.tsx'
import { RolesPage } from './RolesPage.tsx'

export const accessPages: readonly PageEntry[] = [
  {
    path: '/access/people',
    area: 'access',
    titleCode: 'access.people',
    icon: 'people',
    section: 'settings',
    clause: '5.3',
    permission: 'access.read',
    element: <PeoplePage />,
  },
  {
    path: '/access/roles',
    area: 'access',
    titleCode: 'access.matrix',
    icon: 'check',
    section: 'settings',
    clause: '5.3',
    permission: 'signed-in',
    element: <RolesPage />,
  },
  {
    path: '/access/audit',
    area: 'access',
    titleCode: 'access.audit',
    icon: 'history',
    section: 'check',
    permission: 'access.read',
    element: <AuditPage />,
  },
  {
    path: '/access/past',
    area: 'access',
    titleCode: 'access.past',
    icon: 'clock',
    section: 'check',
    permission: 'access.read',
    element: <PastPage />,
  },
  {
    path: '/access/account',
    area: 'access',
    titleCode: 'access.own',
    icon: 'key',
    section: 'settings',
    permission: 'signed-in',
    element: <AccountPage />,
  },
]
