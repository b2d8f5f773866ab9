import { Button, DatePicker } from 'antd'
import dayjs from 'dayjs'
import { useState } from 'react'

import { api } from '../kernel/api.ts'
import { useAsk } from '../kernel/changes.ts'
import { useSay } from '../kernel/say.ts'
import { useGo } from '../kernel/scope.ts'
import { useSession } from '../kernel/session.ts'
import { useTask } from '../kernel/tasks.ts'
import { EmptyState } from '../ui/EmptyState.tsx'
import { PageFrame } from '../ui/PageFrame.tsx'
import { RecordTable } from '../ui/RecordTable.tsx'
import { TaskPanel } from '../ui/TaskPanel.tsx'
import { TroubleNote } from '../ui/TroubleNote.tsx'
import { askWhoIsHere, leavePast } from './who-is-here.ts'

const shape = 'YYYY-MM-DD'

/** Chooses a past day and shows the plant as it had been recorded by its end. */
export function PastPage() {
  const say = useSay()
  const go = useGo()
  const past = useSession((state) => state.session?.past ?? null)
  const asked = useAsk(['access', 'recorded-days'], () => api.access.recordedDays({}))
  const [day, setDay] = useState<string | null>(null)
  const opening = useTask((wanted: string, signal: AbortSignal) =>
    api.access.openPast({ day: wanted }, { signal }),
  )
  const today = dayjs().format(shape)
  const days = (asked.data ?? []).filter((each) => each.day < today).toReversed()
  const first = days.at(-1)?.day
  const open = async (wanted: string) => {
    if ((await opening.start(wanted)) === null) return
    await askWhoIsHere()
    go('/')
  }
  const isBusy = opening.task.state === 'running'
  return (
    <PageFrame title={say('access.past')} purpose={say('access.past.purpose')}>
      <TroubleNote trouble={asked.error} />
      {past && (
        <div className="page-acts">
          <span>{past.text}</span>
          <Button type="primary" onClick={() => void leavePast()}>
            {say('access.past.back')}
          </Button>
        </div>
      )}
      {!past && asked.data && days.length === 0 && (
        <EmptyState icon="clock" title={say('access.past.none')} why={say('access.past.none-why')} />
      )}
      {!past && days.length > 0 && (
        <>
          <section className="paper">
            <div className="page-acts">
              <label htmlFor="access-past-day">{say('access.past.day')}</label>
              <DatePicker
                id="access-past-day"
                format={shape}
                value={day === null ? null : dayjs(day)}
                disabledDate={(each) => {
                  const text = each.format(shape)
                  return text >= today || (first !== undefined && text < first)
                }}
                onChange={(each: dayjs.Dayjs | null) => setDay(each?.format(shape) ?? null)}
              />
              <Button
                type="primary"
                disabled={day === null}
                loading={isBusy}
                onClick={() => day !== null && void open(day)}
              >
                {say('access.past.open')}
              </Button>
            </div>
            <p className="page-purpose">{say('access.past.how')}</p>
          </section>
          <TaskPanel running={opening} title={say('access.past.opening', { day: day ?? '' })} />
          <RecordTable
            name="recorded-days"
            label={say('access.past.days')}
            rows={days}
            rowKey={(each) => each.day}
            columns={[
              { key: 'day', title: say('access.past.day'), text: (each) => each.day, width: 160 },
              {
                key: 'count',
                title: say('access.past.days'),
                text: ({ count }) => say('access.past.count', { count }),
                width: 200,
              },
            ]}
            onOpen={(each) => setDay(each.day)}
            chosen={day}
          />
        </>
      )}
    </PageFrame>
  )
}
