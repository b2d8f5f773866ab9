import type { PageEntry } from '../kernel/page.ts'
import { HomePage } from './HomePage.tsx'

export const homePages: readonly PageEntry[] = [
  {
    path: '/',
    area: 'frame',
    titleCode: 'frame.home.title',
    icon: 'home',
    section: 'home',
    element: <HomePage />,
  },
]
