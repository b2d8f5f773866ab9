import './obligations.css'
import type { PageEntry } from '../kernel/page.ts'
import { EvaluationsPage } from './EvaluationsPage.tsx'
import { LibraryPage } from './LibraryPage.tsx'
import { NewObligationPage } from './ObligationForm.tsx'
import { ObligationPage } from './ObligationPage.tsx'
import { ObligationsPage } from './ObligationsPage.tsx'

const common = { area: 'compliance', section: 'check', permission: 'compliance.read' } as const
const obligations = {
  ...common,
  titleCode: 'compliance.obligations',
  icon: 'book',
  clause: '4.2',
} as const

export const obligationPages: readonly PageEntry[] = [
  { ...obligations, path: '/compliance/obligations', element: <ObligationsPage /> },
  {
    ...obligations,
    path: '/compliance/obligations/new',
    titleCode: 'compliance.obligation.new',
    permission: 'compliance.enter',
    hidden: true,
    element: <NewObligationPage />,
  },
  {
    ...obligations,
    path: '/compliance/obligations/library',
    titleCode: 'compliance.library',
    hidden: true,
    element: <LibraryPage />,
  },
  { ...obligations, path: '/compliance/obligations/:id', hidden: true, element: <ObligationPage /> },
  {
    ...common,
    path: '/compliance/evaluations',
    titleCode: 'compliance.evaluations',
    icon: 'done',
    clause: '9.1.2',
    element: <EvaluationsPage />,
  },
]
