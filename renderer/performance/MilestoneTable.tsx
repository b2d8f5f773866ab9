import { Button, DatePicker, Input } from 'antd'
import dayjs from 'dayjs'
import { useState } from 'react'

import type { Measure } from '#shared/performance/measure'
import { monthsLater } from '#shared/performance/system-review'
import type { Milestone } from '#shared/performance/technology'

import { api } from '../kernel/api.ts'
import { useCommand } from '../kernel/commands.ts'
import { useSay } from '../kernel/say.ts'
import { ConfirmAct } from '../ui/ConfirmAct.tsx'
import { StateTag } from '../ui/StateTag.tsx'
import { TroubleNote } from '../ui/TroubleNote.tsx'

/** The milestones of a measure, by their day, with every day on which they were due before. */
export function MilestoneTable({
  measure,
  milestones,
  isOpen,
}: {
  readonly measure: Measure
  readonly milestones: readonly Milestone[]
  readonly isOpen: boolean
}) {
  const say = useSay()
  return (
    <>
      <h3>{say('performance.milestones')}</h3>
      {milestones.length === 0 && <p className="page-purpose">{say('performance.milestones.none')}</p>}
      {milestones.length > 0 && (
        <table className="plain-table">
          <tbody>
            {milestones.map((each) => (
              <Row key={each.id} milestone={each} isOpen={isOpen} />
            ))}
          </tbody>
        </table>
      )}
      {isOpen && <Add measure={measure} />}
    </>
  )
}

function Row({ milestone, isOpen }: { readonly milestone: Milestone; readonly isOpen: boolean }) {
  const say = useSay()
  const { id, title, due, doneOn, extended } = milestone
  const today = dayjs().format('YYYY-MM-DD')
  const reach = useCommand((on: string | null) => api.performance.reachMilestone({ id, doneOn: on }))
  const extend = useCommand((reason: string) =>
    api.performance.extendMilestone({ id, due: monthsLater(due, 1), reason }),
  )
  const remove = useCommand(() => api.performance.removeMilestone({ id }))
  const isLate = doneOn === null && due < today
  return (
    <tr>
      <th scope="row">{title}</th>
      <td>
        {due}
        {extended.map(({ from, reason }) => (
          <div key={from} className="page-purpose">
            {say('performance.milestone.extended', { from, reason })}
          </div>
        ))}
      </td>
      <td>
        {doneOn === null ? (
          <StateTag
            tone={isLate ? 'stop' : 'info'}
            text={say(isLate ? 'performance.milestone.late' : 'performance.milestone.open')}
          />
        ) : (
          <StateTag tone="good" text={say('performance.milestone.reached', { on: doneOn })} />
        )}
      </td>
      <td>
        {isOpen && (
          <div className="performance-acts">
            <Button size="small" onClick={() => void reach.run(doneOn === null ? today : null)}>
              {say(doneOn === null ? 'performance.milestone.reach' : 'performance.milestone.unreach')}
            </Button>
            {doneOn === null && (
              <ConfirmAct
                label={say('performance.milestone.extend')}
                question={say('performance.milestone.extend-question', { due })}
                reasonLabel={say('performance.milestone.extend-reason')}
                button={{ size: 'small' }}
                onConfirm={(reason) => void extend.run(reason)}
              />
            )}
            {doneOn === null && extended.length === 0 && (
              <Button size="small" danger onClick={() => void remove.run(undefined)}>
                {say('performance.remove')}
              </Button>
            )}
          </div>
        )}
        <TroubleNote trouble={reach.trouble ?? extend.trouble ?? remove.trouble} />
      </td>
    </tr>
  )
}

function Add({ measure }: { readonly measure: Measure }) {
  const say = useSay()
  const [title, setTitle] = useState('')
  const [due, setDue] = useState<dayjs.Dayjs | null>(null)
  const add = useCommand(
    (to: dayjs.Dayjs) =>
      api.performance.addMilestone({ measure: measure.id, title, due: to.format('YYYY-MM-DD') }),
    {
      undo: (made) => ({
        done: { code: 'performance.milestone.add' },
        undo: () => api.performance.removeMilestone({ id: made.id }),
      }),
    },
  )
  const submit = async () => {
    if (due && (await add.run(due))) setTitle('')
  }
  return (
    <div className="performance-acts">
      <Input
        aria-label={say('performance.milestone.title')}
        placeholder={say('performance.milestone.title')}
        style={{ width: 240 }}
        maxLength={300}
        value={title}
        onChange={({ target }) => setTitle(target.value)}
      />
      <DatePicker aria-label={say('performance.milestone.due')} value={due} onChange={setDue} />
      <Button disabled={title.trim() === '' || due === null} loading={add.busy} onClick={() => void submit()}>
        {say('performance.milestone.add')}
      </Button>
      <TroubleNote trouble={add.trouble} onClose={add.forget} />
    </div>
  )
}
