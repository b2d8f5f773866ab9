import { type KeyboardEvent, useRef } from 'react'

import { type Day, dayAfter, endOf, firstDay, type Month, monthOf } from '#shared/kernel/period'
import type { Task } from '#shared/kernel/task'
import { addDays, type DayKind, isWeekend } from '#shared/kernel/working-days'

import { useSay } from '../kernel/say.ts'
import { dayNow } from './use-tasks.ts'

const weekdays = ['1', '2', '3', '4', '5', '6', '0'] as const
/** Tasks that stand in a day by themselves. */
const most = 3

export interface SpecialDay {
  readonly day: Day
  readonly kind: DayKind
  readonly name: string
  readonly isOwn: boolean
}

interface MonthViewProps {
  readonly month: Month
  readonly tasks: readonly Task[]
  readonly days: readonly SpecialDay[]
  readonly chosen: Day | null
  readonly onChoose: (day: Day) => void
}

const steps = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -7, ArrowDown: 7, PageUp: -28, PageDown: 28 } as const

/** The weeks of a month from Monday to Sunday; arrow keys go from day to day, Enter chooses one. */
export function MonthView({ month, tasks, days, chosen, onChoose }: MonthViewProps) {
  const say = useSay()
  const box = useRef<HTMLTableSectionElement>(null)
  const weeks = weeksOf(month)
  const today = dayNow()
  const first = chosen ?? (monthOf(today) === month ? today : firstDay(month))
  const steer = (event: KeyboardEvent<HTMLElement>, on: Day) => {
    const step = Object.entries(steps).find(([key]) => key === event.key)?.[1]
    if (step === undefined) return
    event.preventDefault()
    const to = addDays(on, step)
    const target = box.current?.querySelector<HTMLElement>(`[data-day="${to}"]`)
    if (target) target.focus()
    else onChoose(to)
  }
  return (
    <table className="calendar">
      <thead>
        <tr>
          {weekdays.map((weekday) => (
            <th key={weekday} scope="col">
              {say(`frame.calendar.weekday.${weekday}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody ref={box}>
        {weeks.map((week) => (
          <tr key={week[0]}>
            {week.map((on) => {
              const special = days.find(({ day }) => day === on)
              const due = tasks.filter((task) => task.due === on)
              return (
                <td key={on} className={classOf(on, month, special, chosen, today)}>
                  <button
                    type="button"
                    data-day={on}
                    tabIndex={on === first ? 0 : -1}
                    aria-pressed={on === chosen}
                    onClick={() => onChoose(on)}
                    onKeyDown={(event) => steer(event, on)}
                  >
                    <span className="calendar-number">
                      <span>
                        <span className="visually-hidden">{on.slice(0, 8)}</span>
                        {Number(on.slice(8))}
                      </span>
                      {special && (
                        <span className={`calendar-kind ${special.kind}`} title={special.name}>
                          {say(`frame.calendar.${special.kind}`)}
                        </span>
                      )}
                    </span>
                    {due.slice(0, most).map((task) => (
                      <span key={task.id} className={`calendar-task ${task.standing}`}>
                        {say.of(task)}
                      </span>
                    ))}
                    {due.length > most && (
                      <span className="calendar-more">
                        {say('frame.calendar.more', { count: due.length - most })}
                      </span>
                    )}
                  </button>
                </td>
              )
            })}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function classOf(
  on: Day,
  month: Month,
  special: SpecialDay | undefined,
  chosen: Day | null,
  today: Day,
): string {
  const isFree = special === undefined ? isWeekend(on) : special.kind === 'holiday'
  return [
    monthOf(on) === month ? '' : 'outside',
    isFree ? 'free' : '',
    on === chosen ? 'chosen' : '',
    on === today ? 'today' : '',
  ]
    .filter((word) => word !== '')
    .join(' ')
}

/** Whole weeks from Monday on that hold every day of the month. */
function weeksOf(month: Month): Day[][] {
  const weekday = (new Date(firstDay(month)).getUTCDay() + 6) % 7
  const weeks: Day[][] = []
  for (let on = addDays(firstDay(month), -weekday); on < endOf(month);) {
    const week: Day[] = []
    for (let count = 0; count < 7; count += 1) {
      week.push(on)
      on = dayAfter(on)
    }
    weeks.push(week)
  }
  return weeks
}
