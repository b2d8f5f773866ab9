import type { PageEntry } from '../kernel/page.ts'
import { CalendarPage } from './CalendarPage.tsx'

export const calendarPages: readonly PageEntry[] = [
  {
    path: '/calendar',
    area: 'frame',
    titleCode: 'frame.calendar.title',
    icon: 'calendar',
    section: 'home',
    element: <CalendarPage />,
  },
]
