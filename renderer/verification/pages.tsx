import './verification.css'
import type { PageEntry } from '../kernel/page.ts'
import { BodiesPage } from './BodiesPage.tsx'
import { NewCasePage } from './CaseForm.tsx'
import { CasePage } from './CasePage.tsx'
import { CasesPage } from './CasesPage.tsx'
import { CheckPage } from './CheckPage.tsx'

const common = { area: 'verification', section: 'check', permission: 'verification.read' } as const
const cases = {
  ...common,
  titleCode: 'verification.title',
  icon: 'seal',
  clause: 'A.4, A.6.5.2.4',
} as const

export const verificationPages: readonly PageEntry[] = [
  { ...cases, path: '/verification', element: <CasesPage /> },
  {
    ...cases,
    path: '/verification/cases/new',
    titleCode: 'verification.new',
    permission: 'verification.check',
    hidden: true,
    element: <NewCasePage />,
  },
  { ...cases, path: '/verification/cases/:id', hidden: true, element: <CasePage /> },
  {
    ...common,
    path: '/verification/bodies',
    titleCode: 'verification.bodies',
    icon: 'shield',
    clause: 'A.6.5.2',
    element: <BodiesPage />,
  },
  {
    ...common,
    path: '/verification/check',
    titleCode: 'verification.check',
    icon: 'box',
    clause: 'A.4.2',
    element: <CheckPage />,
  },
]
