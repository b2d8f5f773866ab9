import { Button, Checkbox } from 'antd'
import { useState } from 'react'

import type { Day } from '#shared/kernel/period'
import { type Reminder, reminder, reminderOf } from '#shared/kernel/reminder'
import type { Task } from '#shared/kernel/task'

import { api } from '../kernel/api.ts'
import { submitting, useCommand } from '../kernel/commands.ts'
import { useSay } from '../kernel/say.ts'
import { ConfirmAct } from '../ui/ConfirmAct.tsx'
import { RecordForm } from '../ui/RecordForm.tsx'
import { TroubleNote } from '../ui/TroubleNote.tsx'
import { textIn } from '../ui/typed.ts'
import { dayNow } from './use-tasks.ts'

interface RemindersProps {
  readonly tasks: readonly Task[]
  /** Shows the month in which it is due. */
  readonly onSaved: (due: Day) => void
}

/** What the signed-in person wants to be reminded of in the month shown: ticked off, changed and removed here. */
export function Reminders({ tasks, onSaved }: RemindersProps) {
  const say = useSay()
  const [form, setForm] = useState<'new' | Reminder | null>(null)
  const settle = useCommand(
    ({ id, isDone }: { readonly id: Reminder['id']; readonly isDone: boolean }) =>
      api.desk.settleReminder({ id, isDone }),
    {
      undo: (_, { id, isDone }) => ({
        done: { code: 'desk.did.settleReminder' },
        undo: () => api.desk.settleReminder({ id, isDone: !isDone }),
      }),
    },
  )
  const remove = useCommand(({ id }: Reminder) => api.desk.removeReminder({ id }), {
    undo: (_, gone) => ({
      done: { code: 'desk.did.removeReminder' },
      undo: () => api.desk.saveReminder(gone),
    }),
  })
  const own = tasks.flatMap((task) => {
    const found = reminderOf(task)
    return found ? [{ ...found, isDone: task.state === 'done' }] : []
  })
  return (
    <section className="paper calendar-reminders" aria-labelledby="calendar-reminders">
      <div className="calendar-head">
        <h2 id="calendar-reminders">{say('frame.reminders.title')}</h2>
        <Button onClick={() => setForm('new')}>{say('frame.reminders.add')}</Button>
      </div>
      <TroubleNote trouble={settle.trouble ?? remove.trouble} />
      {own.length === 0 && form === null && <p className="page-purpose">{say('frame.reminders.none')}</p>}
      {own.length > 0 && (
        <ul>
          {own.map(({ isDone, ...each }) => (
            <li key={each.id}>
              <Checkbox
                checked={isDone}
                aria-label={say('frame.reminders.done', { text: each.text })}
                onChange={({ target }) => void settle.run({ id: each.id, isDone: target.checked })}
              />
              <span className="calendar-reminder-day">{each.due}</span>
              <Button
                type="link"
                aria-label={say('frame.reminders.edit', { text: each.text })}
                onClick={() => setForm(each)}
              >
                {isDone ? <s>{each.text}</s> : each.text}
              </Button>
              <ConfirmAct
                label={say('frame.reminders.remove')}
                question={say('frame.reminders.remove.question', { text: each.text })}
                button={{ size: 'small' }}
                onConfirm={() => void remove.run(each)}
              />
            </li>
          ))}
        </ul>
      )}
      {form !== null && (
        <ReminderForm
          key={form === 'new' ? 'new' : form.id}
          before={form === 'new' ? null : form}
          onLeave={() => setForm(null)}
          onSaved={({ due }) => {
            setForm(null)
            onSaved(due)
          }}
        />
      )}
    </section>
  )
}

interface ReminderFormProps {
  readonly before: Reminder | null
  readonly onLeave: () => void
  readonly onSaved: (saved: Reminder) => void
}

function ReminderForm({ before, onLeave, onSaved }: ReminderFormProps) {
  const say = useSay()
  const save = useCommand(
    (facts: Pick<Reminder, 'text' | 'due'>) => api.desk.saveReminder({ ...facts, id: before?.id ?? null }),
    {
      undo: (saved) => ({
        done: { code: 'desk.did.saveReminder' },
        undo: () => (before ? api.desk.saveReminder(before) : api.desk.removeReminder({ id: saved.id })),
      }),
    },
  )
  return (
    <RecordForm
      title={say(before ? 'frame.reminders.change' : 'frame.reminders.add')}
      draft={`kernel/reminder/${before?.id ?? 'new'}`}
      initial={{ text: before?.text ?? '', due: before?.due ?? dayNow() }}
      fields={[
        {
          name: 'text',
          label: say('frame.reminders.text'),
          kind: 'text',
          schema: reminder.shape.text,
          wide: true,
        },
        { name: 'due', label: say('frame.reminders.due'), kind: 'day', schema: reminder.shape.due },
      ]}
      submit={say('frame.reminders.save')}
      busy={save.busy}
      trouble={save.trouble}
      onSubmit={(typed) =>
        submitting(save, onSaved)({ text: textIn(typed, 'text'), due: textIn(typed, 'due') })
      }
      onLeave={onLeave}
    />
  )
}
