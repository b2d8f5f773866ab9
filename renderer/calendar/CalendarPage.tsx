import './calendar.css'
import { Button, Segmented } from 'antd'
import { useMemo, useState } from 'react'
import { useSearchParams } from 'react-router'

import { endOf, firstDay, type Month, month as monthText, monthAfter, monthOf } from '#shared/kernel/period'
import { addDays } from '#shared/kernel/working-days'

import { api } from '../kernel/api.ts'
import { useAsk } from '../kernel/changes.ts'
import { useSay } from '../kernel/say.ts'
import { useScope } from '../kernel/scope.ts'
import { Icon } from '../ui/Icon.tsx'
import { PageFrame } from '../ui/PageFrame.tsx'
import { TroubleNote } from '../ui/TroubleNote.tsx'
import { MonthView } from './MonthView.tsx'
import { Reminders } from './Reminders.tsx'
import { TaskList } from './TaskList.tsx'
import { dayNow, useTasks } from './use-tasks.ts'
import { WorkDays } from './WorkDays.tsx'

/** A month of what is due, as a calendar and as a list, and the days that are worked in it. */
export function CalendarPage() {
  const say = useSay()
  const { month, show } = useMonth()
  const [whose, setWhose] = useState<'mine' | 'all'>('all')
  const [day, setDay] = useState<string | null>(null)
  const asked = useTasks(firstDay(month), addDays(endOf(month), -1), month === monthOf(dayNow()))
  const year = Number(month.slice(0, 4))
  const calendar = useAsk(['kernel', 'calendar', year], () => api.desk.workCalendar({ year }))
  const tasks = useMemo(
    () => (asked.data ?? []).filter(({ isMine }) => whose === 'all' || isMine),
    [asked.data, whose],
  )
  const days = calendar.data?.days ?? []
  const go = (to: Month) => {
    setDay(null)
    show(to)
  }
  return (
    <PageFrame
      title={say('frame.calendar.title')}
      purpose={say('frame.calendar.purpose')}
      action={
        <Segmented
          aria-label={say('frame.calendar.whose')}
          value={whose}
          options={[
            { value: 'all', label: say('frame.calendar.all') },
            { value: 'mine', label: say('frame.calendar.mine') },
          ]}
          onChange={(value) => setWhose(value === 'mine' ? 'mine' : 'all')}
        />
      }
    >
      <TroubleNote trouble={asked.error ?? calendar.error} />
      <section className="paper" aria-label={say('frame.calendar.month', partsOf(month))}>
        <div className="calendar-head">
          <Button
            icon={<Icon name="left" />}
            aria-label={say('frame.calendar.before')}
            onClick={() => go(monthAfter(month, -1))}
          />
          <h2>{say('frame.calendar.month', partsOf(month))}</h2>
          <Button
            icon={<Icon name="right" />}
            aria-label={say('frame.calendar.after')}
            onClick={() => go(monthAfter(month))}
          />
          <Button onClick={() => go(monthOf(dayNow()))}>{say('frame.calendar.today')}</Button>
          {calendar.data?.isLoaded === false && (
            <span className="page-purpose">{say('frame.calendar.days.missing', { year })}</span>
          )}
        </div>
        <MonthView
          month={month}
          tasks={tasks}
          days={days}
          chosen={day}
          onChoose={(on) => (monthOf(on) === month ? setDay(on === day ? null : on) : go(monthOf(on)))}
        />
      </section>
      <Reminders tasks={asked.data ?? []} onSaved={(due) => go(monthOf(due))} />
      <TaskList tasks={tasks} day={day} isPending={asked.isPending} onWhole={() => setDay(null)} />
      <WorkDays year={year} days={days} />
    </PageFrame>
  )
}

function partsOf(month: Month) {
  return { year: month.slice(0, 4), number: month.slice(5) }
}

function nearestMonth(year: number, now: Month): Month {
  if (now.startsWith(String(year))) return now
  return Number(now.slice(0, 4)) > year ? `${year}-12` : `${year}-01`
}

/** The month stands in the address; without one it is the month of the year in the bar that is nearest to this one. */
function useMonth() {
  const { year } = useScope()
  const [params, setParams] = useSearchParams()
  const asked = params.get('month')
  const usual = nearestMonth(year, monthOf(dayNow()))
  const isOwn = asked !== null && monthText.safeParse(asked).success && asked.startsWith(String(year))
  return {
    month: isOwn ? asked : usual,
    show: (month: Month) =>
      setParams((before) => {
        const next = new URLSearchParams(before)
        next.set('month', month)
        next.set('year', month.slice(0, 4))
        return next
      }),
  }
}
