import { Button, Form, Input, Radio } from 'antd'

import { dayKinds } from '#shared/kernel/working-days'

import { api } from '../kernel/api.ts'
import { useCommand } from '../kernel/commands.ts'
import { useSay } from '../kernel/say.ts'
import { useMay } from '../kernel/session.ts'
import { ConfirmAct } from '../ui/ConfirmAct.tsx'
import { TroubleNote } from '../ui/TroubleNote.tsx'
import type { SpecialDay } from './MonthView.tsx'

type NewDay = Omit<SpecialDay, 'isOwn'>

/** The holidays and make-up days of a year: those that came with the program, and those that were entered. */
export function WorkDays({ year, days }: { readonly year: number; readonly days: readonly SpecialDay[] }) {
  const say = useSay()
  const may = useMay()
  const remove = useCommand((day: string) => api.desk.removeDay({ day }))
  const mayChange = may('activity.manage')
  return (
    <details className="paper calendar-days" open={days.length === 0}>
      <summary>
        <h2>{say('frame.calendar.days')}</h2>
      </summary>
      <p className="page-purpose">{say('frame.calendar.days.why')}</p>
      <TroubleNote trouble={remove.trouble} onClose={remove.forget} />
      {days.length > 0 && (
        <table>
          <thead>
            <tr>
              <th scope="col">{say('frame.calendar.days.day')}</th>
              <th scope="col">{say('frame.calendar.days.kind')}</th>
              <th scope="col">{say('frame.calendar.days.name')}</th>
              <th scope="col">{say('frame.calendar.days.source')}</th>
            </tr>
          </thead>
          <tbody>
            {days.map(({ day, kind, name, isOwn }) => (
              <tr key={day}>
                <td>{day}</td>
                <td>{say(`frame.calendar.days.kind.${kind}`)}</td>
                <td>{name}</td>
                <td>
                  {say(isOwn ? 'frame.calendar.days.own' : 'frame.calendar.days.shipped')}{' '}
                  {isOwn && mayChange && (
                    <ConfirmAct
                      label={say('frame.calendar.days.remove')}
                      question={day}
                      button={{ size: 'small' }}
                      onConfirm={() => void remove.run(day)}
                    />
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {mayChange && <AddDay year={year} />}
    </details>
  )
}

function AddDay({ year }: { readonly year: number }) {
  const say = useSay()
  const [form] = Form.useForm<NewDay>()
  const save = useCommand((input: NewDay) => api.desk.saveDay(input), {
    undo: (_, { day, name }) => ({
      done: { code: 'desk.did.saveDay', facts: { day, name } },
      undo: () => api.desk.removeDay({ day }),
    }),
  })
  const submit = async (input: NewDay) => {
    if (await save.run(input)) form.resetFields()
  }
  const required = [{ required: true, message: say('frame.field.empty') }]
  return (
    <Form
      form={form}
      layout="inline"
      initialValues={{ kind: 'holiday' }}
      onFinish={(input: NewDay) => void submit(input)}
    >
      <Form.Item name="day" label={say('frame.calendar.days.day')} rules={required}>
        <Input type="date" min={`${year}-01-01`} max={`${year}-12-31`} />
      </Form.Item>
      <Form.Item name="kind" label={say('frame.calendar.days.kind')}>
        <Radio.Group
          options={dayKinds.map((value) => ({ value, label: say(`frame.calendar.days.kind.${value}`) }))}
        />
      </Form.Item>
      <Form.Item name="name" label={say('frame.calendar.days.name')} rules={required}>
        <Input maxLength={100} />
      </Form.Item>
      <Button htmlType="submit" loading={save.busy}>
        {say('frame.calendar.days.save')}
      </Button>
      <TroubleNote trouble={save.trouble} onClose={save.forget} />
    </Form>
  )
}
