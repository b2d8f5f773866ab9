import type { PageEntry } from '../kernel/page.ts'
import { HelpPage } from './HelpPage.tsx'
import { LicencesPage } from './LicencesPage.tsx'

export const helpPages: readonly PageEntry[] = [
  {
    path: '/help',
    area: 'frame',
    titleCode: 'frame.help',
    icon: 'info',
    section: 'settings',
    element: <HelpPage />,
  },
  {
    path: '/help/licences',
    area: 'frame',
    titleCode: 'frame.licences',
    icon: 'book',
    section: 'settings',
    hidden: true,
    element: <LicencesPage />,
  },
]
