import chineseDays from 'chinese-days'

import type { ReadDb } from '#db/kernel/access'
import { enteredDays } from '#db/kernel/task-queries'
import { addDays, type DayKind, isWeekend, type WorkCalendar } from '#shared/kernel/working-days'

interface KnownDay {
  readonly day: string
  readonly kind: DayKind
  readonly name: string
}

// As a whole: Node cannot see the single names in a module of this older kind.
const { getDayDetail, isWorkday } = chineseDays

/** The years for which the State Council's notices of holidays come with the program. */
const shipped = { first: 2004, last: 2026 } as const

/** The holidays and make-up days that come with the program; none for a year that it does not know. */
export function shippedDays(year: number): readonly KnownDay[] {
  if (year < shipped.first || year > shipped.last) return []
  const known = byYear.get(year) ?? readYear(year)
  byYear.set(year, known)
  return known
}
const byYear = new Map<number, readonly KnownDay[]>()

function readYear(year: number): KnownDay[] {
  const found: KnownDay[] = []
  for (let day = `${year}-01-01`; day.startsWith(String(year)); day = addDays(day, 1)) {
    // Noon, because the library takes a bare day for midnight in Greenwich and reads it in local time.
    const noon = `${day}T12:00:00`
    const isWorked = isWorkday(noon)
    if (isWorked === isWeekend(day))
      found.push({
        day,
        kind: isWorked ? 'work' : 'holiday',
        name: getDayDetail(noon).name.split(',')[1] ?? day,
      })
  }
  return found
}

/** The calendar that due dates are counted by: what came with the program, and over it what people entered. */
export function workCalendarOf(db: ReadDb): WorkCalendar {
  const own = enteredDays(db, null)
  const years = Array.from({ length: shipped.last - shipped.first + 1 }, (_, index) => shipped.first + index)
  return {
    years: new Set([...years, ...own.map(({ day }) => Number(day.slice(0, 4)))]),
    days: new Map([...years.flatMap(shippedDays), ...own].map(({ day, kind }) => [day, kind])),
  }
}
