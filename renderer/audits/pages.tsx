import './audits.css'
import type { PageEntry } from '../kernel/page.ts'
import { AuditPage } from './AuditPage.tsx'
import { AuditsPage } from './AuditsPage.tsx'
import { BroughtPage } from './BroughtPage.tsx'
import { NewAuditPage } from './NewAuditPage.tsx'
import { OpenPackagePage } from './OpenPackagePage.tsx'
import { ProgrammePage } from './ProgrammePage.tsx'
import { WalkPage } from './WalkPage.tsx'

const common = {
  area: 'audits',
  section: 'check',
  permission: 'audits.read',
  clause: '9.2',
  titleCode: 'audits.title',
  icon: 'shield',
} as const

export const auditsPages: readonly PageEntry[] = [
  { ...common, path: '/audits', element: <AuditsPage /> },
  {
    ...common,
    path: '/audits/programme',
    titleCode: 'audits.programme',
    icon: 'calendar',
    clause: '9.2.2',
    element: <ProgrammePage />,
  },
  { ...common, path: '/audits/new', permission: 'audits.enter', hidden: true, element: <NewAuditPage /> },
  {
    ...common,
    path: '/audits/open',
    titleCode: 'audits.package.open',
    permission: 'audits.enter',
    hidden: true,
    element: <OpenPackagePage />,
  },
  { ...common, path: '/audits/:id', hidden: true, element: <AuditPage /> },
  { ...common, path: '/audits/:id/brought', hidden: true, element: <BroughtPage /> },
  { ...common, path: '/audits/:id/walk', hidden: true, element: <WalkPage /> },
]
