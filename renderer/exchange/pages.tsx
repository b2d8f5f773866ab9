import './exchange.css'
import type { PageEntry } from '../kernel/page.ts'
import { BroughtPage } from './BroughtPage.tsx'
import { ChangesPage } from './ChangesPage.tsx'
import { ExchangePage } from './ExchangePage.tsx'
import { ReportsPage } from './ReportsPage.tsx'
import { SelfProofPage } from './SelfProofPage.tsx'
import { SendPage } from './SendPage.tsx'
import { UpdatePage } from './UpdatePage.tsx'

export const exchangePages: readonly PageEntry[] = [
  {
    path: '/exchange/reports',
    area: 'exchange',
    titleCode: 'exchange.reports',
    icon: 'report',
    section: 'emissions',
    clause: 'A.6.5.2',
    permission: 'exchange.read',
    element: <ReportsPage />,
  },
  {
    path: '/exchange/files',
    area: 'exchange',
    titleCode: 'exchange.title',
    icon: 'outbox',
    section: 'exchange',
    permission: 'exchange.read',
    element: <ExchangePage />,
  },
  {
    path: '/exchange/changes',
    area: 'exchange',
    titleCode: 'exchange.changes',
    icon: 'import',
    section: 'exchange',
    permission: 'exchange.read',
    element: <ChangesPage />,
  },
  {
    path: '/exchange/changes/:id',
    area: 'exchange',
    titleCode: 'exchange.changes',
    icon: 'import',
    section: 'exchange',
    permission: 'exchange.read',
    hidden: true,
    element: <BroughtPage />,
  },
  {
    path: '/exchange/proof',
    area: 'exchange',
    titleCode: 'exchange.self-proof',
    icon: 'check',
    section: 'exchange',
    permission: 'exchange.read',
    element: <SelfProofPage />,
  },
  {
    path: '/exchange/update',
    area: 'exchange',
    titleCode: 'exchange.update',
    icon: 'import',
    section: 'exchange',
    permission: 'exchange.read',
    element: <UpdatePage />,
  },
  {
    path: '/exchange/send',
    area: 'exchange',
    titleCode: 'exchange.send-page',
    icon: 'outbox',
    section: 'exchange',
    permission: 'exchange.enter',
    hidden: true,
    element: <SendPage />,
  },
]
