import './nonconformity.css'
import type { PageEntry } from '../kernel/page.ts'
import { CasePage } from './CasePage.tsx'
import { CasesPage } from './CasesPage.tsx'
import { IdeaPage } from './IdeaPage.tsx'
import { IdeasPage, NewIdeaPage } from './IdeasPage.tsx'
import { NewCasePage } from './NewCasePage.tsx'
import { SettingsPage } from './SettingsPage.tsx'

const common = { area: 'nonconformity', section: 'check', permission: 'nonconformity.read' } as const
const cases = { ...common, titleCode: 'nonconformity.cases', icon: 'warning', clause: '10.2' } as const
const ideas = { ...common, titleCode: 'nonconformity.ideas', icon: 'leaf', clause: '10.1' } as const
const newCase = {
  ...cases,
  titleCode: 'nonconformity.cases.add',
  permission: 'nonconformity.enter',
  hidden: true,
  element: <NewCasePage />,
} as const

export const nonconformityPages: readonly PageEntry[] = [
  { ...cases, path: '/nonconformity', element: <CasesPage /> },
  { ...newCase, path: '/nonconformity/new' },
  { ...newCase, path: '/nonconformity/new/:area/:kind/:id' },
  {
    ...cases,
    path: '/nonconformity/settings',
    titleCode: 'nonconformity.cases.settings',
    permission: 'nonconformity.manage',
    hidden: true,
    element: <SettingsPage />,
  },
  { ...cases, path: '/nonconformity/:id', hidden: true, element: <CasePage /> },
  { ...ideas, path: '/nonconformity/improvements', element: <IdeasPage /> },
  {
    ...ideas,
    path: '/nonconformity/improvements/new',
    permission: 'signed-in',
    hidden: true,
    element: <NewIdeaPage />,
  },
  { ...ideas, path: '/nonconformity/improvements/:id', hidden: true, element: <IdeaPage /> },
]
