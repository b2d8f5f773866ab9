import './monitoring.css'
import type { PageEntry } from '../kernel/page.ts'
import { RegisterPage } from './RegisterPage.tsx'

export const monitoringPages: readonly PageEntry[] = [
  {
    area: 'monitoring',
    section: 'emissions',
    clause: '6.1.2',
    permission: 'monitoring.read',
    path: '/monitoring',
    titleCode: 'monitoring.title',
    icon: 'flame',
    element: <RegisterPage />,
  },
]
