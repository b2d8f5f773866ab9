import type { PageEntry } from '../kernel/page.ts'
import { SettingsPage } from './SettingsPage.tsx'

export const settingsPages: readonly PageEntry[] = [
  {
    path: '/settings',
    area: 'frame',
    titleCode: 'frame.settings.title',
    icon: 'settings',
    section: 'settings',
    element: <SettingsPage />,
  },
]
