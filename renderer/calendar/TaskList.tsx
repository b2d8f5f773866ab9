import { Button } from 'antd'
import { useMemo } from 'react'

import type { Task } from '#shared/kernel/task'

import { type Say, useSay } from '../kernel/say.ts'
import { useGo } from '../kernel/scope.ts'
import { useMay } from '../kernel/session.ts'
import { EmptyState } from '../ui/EmptyState.tsx'
import type { RecordColumn } from '../ui/record-columns.ts'
import { RecordTable } from '../ui/RecordTable.tsx'
import { StateTag, type Tone } from '../ui/StateTag.tsx'

const tones = { done: 'good', late: 'stop', due: 'warn', ahead: 'quiet' } as const satisfies Record<
  Task['standing'],
  Tone
>

interface TaskListProps {
  readonly tasks: readonly Task[]
  /** Only what is due on that day; null for all. */
  readonly day: string | null
  readonly isPending: boolean
  readonly onWhole: () => void
}

/** The tasks of the month, or of one day of it; Enter goes to where a task is seen to. */
export function TaskList({ tasks, day, isPending, onWhole }: TaskListProps) {
  const say = useSay()
  const go = useGo()
  const may = useMay()
  const columns = useMemo(() => columnsIn(say), [say])
  const shown = tasks.filter(({ due }) => day === null || due === day)
  return (
    <section className="paper" aria-labelledby="calendar-list">
      <div className="calendar-head">
        <h2 id="calendar-list">
          {day === null ? say('frame.calendar.list') : say('frame.calendar.list.of', { day })}
        </h2>
        {day !== null && <Button onClick={onWhole}>{say('frame.calendar.list.all')}</Button>}
      </div>
      <div className="calendar-list">
        <RecordTable
          name="tasks"
          label={say('frame.calendar.list')}
          rows={shown}
          rowKey={({ id }) => id}
          columns={columns}
          onOpen={({ path }) => go(path)}
          loading={isPending}
          empty={
            <EmptyState
              icon="calendar"
              title={say('frame.calendar.none')}
              why={say('frame.calendar.none.why')}
              action={
                may('monitoring.read') && (
                  <Button onClick={() => go('/monitoring')}>{say('frame.calendar.to-register')}</Button>
                )
              }
            />
          }
        />
      </div>
    </section>
  )
}

function columnsIn(say: Say): readonly RecordColumn<Task>[] {
  return [
    { key: 'due', title: say('frame.calendar.due'), text: ({ due }) => due, width: 110 },
    { key: 'what', title: say('frame.calendar.what'), text: (task) => say.of(task), width: 420 },
    {
      key: 'department',
      title: say('frame.calendar.department'),
      text: ({ department }) => department ?? '',
      choices: true,
      width: 130,
    },
    {
      key: 'who',
      title: say('frame.calendar.who'),
      text: ({ responsible }) => responsible.join('、'),
      choices: true,
      width: 160,
    },
    {
      key: 'state',
      title: say('frame.calendar.state'),
      text: ({ standing }) => say(`frame.calendar.standing.${standing}`),
      cell: ({ standing }) => (
        <StateTag tone={tones[standing]} text={say(`frame.calendar.standing.${standing}`)} />
      ),
      choices: true,
      width: 140,
    },
  ]
}
