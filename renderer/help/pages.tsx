import type { PageEntry } from '../kernel/page.ts'
import { HelpPage } from './HelpPage.tsx'

export const helpPages: readonly PageEntry[] = [
  {
    path: '/help',
    area: 'frame',
    titleCode: 'frame.help',
    icon: 'info',
    section: 'settings',
    element: <HelpPage />,
  },
]
