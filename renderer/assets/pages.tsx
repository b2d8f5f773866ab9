import './assets.css'
import type { PageEntry } from '../kernel/page.ts'
import { AllowancesPage } from './AllowancesPage.tsx'

export const assetsPages: readonly PageEntry[] = [
  {
    area: 'assets',
    section: 'assets',
    serves: ['trading', 'asset'],
    permission: 'assets.read',
    path: '/assets/allowances',
    titleCode: 'assets.title',
    icon: 'coins',
    clause: '8.2.3',
    element: <AllowancesPage />,
  },
]
