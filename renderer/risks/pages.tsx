import './risks.css'
import type { PageEntry } from '../kernel/page.ts'
import { CreditPage } from './CreditPage.tsx'
import { CriteriaPage } from './CriteriaPage.tsx'
import { NewRiskPage } from './RiskForm.tsx'
import { RiskPage } from './RiskPage.tsx'
import { RisksPage } from './RisksPage.tsx'

const common = { area: 'risks', section: 'support', permission: 'risks.read' } as const
const risks = { ...common, titleCode: 'risks.title', icon: 'warning', clause: '6.5' } as const

export const risksPages: readonly PageEntry[] = [
  { ...risks, path: '/risks', element: <RisksPage /> },
  {
    ...risks,
    path: '/risks/new',
    titleCode: 'risks.new-title',
    permission: 'risks.enter',
    hidden: true,
    element: <NewRiskPage />,
  },
  {
    ...common,
    path: '/risks/criteria',
    titleCode: 'risks.criteria',
    icon: 'calculator',
    clause: '6.5.2 b',
    hidden: true,
    element: <CriteriaPage />,
  },
  {
    ...common,
    path: '/risks/credit',
    titleCode: 'risks.credit',
    icon: 'shield',
    clause: '6.5.1.2 f',
    element: <CreditPage />,
  },
  { ...risks, path: '/risks/:id', hidden: true, element: <RiskPage /> },
]
