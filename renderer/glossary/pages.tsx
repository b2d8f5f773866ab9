import type { PageEntry } from '../kernel/page.ts'
import { GlossaryPage } from './GlossaryPage.tsx'

export const glossaryPages: readonly PageEntry[] = [
  {
    path: '/glossary',
    area: 'frame',
    titleCode: 'frame.glossary.title',
    icon: 'book',
    section: 'support',
    clause: '3',
    element: <GlossaryPage />,
  },
]
