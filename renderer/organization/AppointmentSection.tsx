import { Button } from 'antd'
import { useState } from 'react'

import { isValidOn } from '#shared/kernel/period'
import { type Appointment, appointmentInput, capacities, type Post } from '#shared/organization/posts'

import { api } from '../kernel/api.ts'
import { useCommand } from '../kernel/commands.ts'
import { localTime } from '../kernel/local-time.ts'
import { PersonField, useStaff } from '../kernel/PersonField.tsx'
import { useSay } from '../kernel/say.ts'
import { useMay } from '../kernel/session.ts'
import { ConfirmAct } from '../ui/ConfirmAct.tsx'
import { RecordForm, type Typed } from '../ui/RecordForm.tsx'
import { StateTag } from '../ui/StateTag.tsx'
import { TroubleNote } from '../ui/TroubleNote.tsx'
import { PrintButton } from './PrintButton.tsx'
import { usualDays } from './use-system.ts'

/** Who was appointed to a post from when to when, and who took it on. */
export function AppointmentSection({ post }: { readonly post: Post }) {
  const say = useSay()
  const may = useMay()
  const [isOpen, setOpen] = useState(false)
  if (isOpen) return <AppointmentForm post={post} onDone={() => setOpen(false)} />
  return (
    <section className="paper" aria-label={say('organization.appointments')}>
      <h2>{say('organization.appointments')}</h2>
      {post.appointments.length === 0 ? (
        <p className="page-purpose">{say('organization.appointments.none')}</p>
      ) : (
        <div className="plain-scroll">
          <table className="plain-table">
            <thead>
              <tr>
                <th scope="col">{say('organization.appointment.number')}</th>
                <th scope="col">{say('organization.appointment.person')}</th>
                <th scope="col">{say('organization.appointment.capacity')}</th>
                <th scope="col">{say('organization.appointment.validFrom')}</th>
                <th scope="col">{say('organization.appointment.validTo')}</th>
                <th scope="col">{say('organization.appointment.acknowledged')}</th>
                <th scope="col">{say('organization.appointment.letter')}</th>
              </tr>
            </thead>
            <tbody>
              {post.appointments.toReversed().map((each) => (
                <AppointmentRow key={each.id} appointment={each} />
              ))}
            </tbody>
          </table>
        </div>
      )}
      {may('organization.manage') && (
        <div className="page-acts organization-acts">
          <Button type="primary" onClick={() => setOpen(true)}>
            {say('organization.appoint')}
          </Button>
        </div>
      )}
    </section>
  )
}

function AppointmentRow({ appointment }: { readonly appointment: Appointment }) {
  const say = useSay()
  const may = useMay()
  const { nameOf } = useStaff()
  const { id, number, person, capacity, validFrom, validTo, acknowledgedAt } = appointment
  const { today } = usualDays()
  const record = `organization/appointment/${id}`
  const end = useCommand((on: string) => api.organization.endAppointment({ id, on }), {
    undo: () => ({
      done: { code: 'organization.appointment.ended', facts: { number } },
      undo: () => api.organization.endAppointment({ id, on: validTo }),
    }),
  })
  const take = useCommand(() => api.organization.acknowledge({ record }))
  const trouble = end.trouble ?? take.trouble
  return (
    <>
      <tr>
        <td>{number}</td>
        <td>{nameOf(person)}</td>
        <td>{say(`organization.capacity.${capacity}`)}</td>
        <td>{validFrom}</td>
        <td>{validTo ?? '—'}</td>
        <td>
          {acknowledgedAt === null ? (
            <Button size="small" onClick={() => void take.run(undefined)}>
              {say('organization.appointment.take-on')}
            </Button>
          ) : (
            <StateTag tone="good" text={localTime(acknowledgedAt)} />
          )}
        </td>
        <td>
          <div className="page-acts">
            <PrintButton
              label={say('organization.appointment.print')}
              name={number}
              make={(signal) => api.organization.printAppointment({ id, language: say.language }, { signal })}
            />
            {may('organization.manage') && isValidOn(appointment, today) && validTo === null && (
              <ConfirmAct
                label={say('organization.appointment.end')}
                question={say('organization.appointment.end-question', { name: nameOf(person) })}
                button={{ size: 'small' }}
                onConfirm={() => void end.run(today)}
              />
            )}
          </div>
        </td>
      </tr>
      {trouble !== null && (
        <tr>
          <td colSpan={7}>
            <TroubleNote trouble={trouble} />
          </td>
        </tr>
      )}
    </>
  )
}

function AppointmentForm({ post, onDone }: { readonly post: Post; readonly onDone: () => void }) {
  const say = useSay()
  const { shape } = appointmentInput
  const appoint = useCommand((typed: Typed) =>
    api.organization.appoint(appointmentInput.parse({ ...typed, post: post.id })),
  )
  const submit = async (typed: Typed) => {
    const done = await appoint.run(typed)
    if (done) onDone()
    return done !== undefined
  }
  return (
    <RecordForm
      title={`${say('organization.appoint')} · ${post.title}`}
      draft={`organization/appoint/${post.id}`}
      initial={{ capacity: 'holder', validFrom: usualDays().today }}
      fields={[
        {
          name: 'person',
          label: say('organization.appointment.person'),
          kind: 'own',
          schema: shape.person,
          control: <PersonField label={say('organization.appointment.person')} />,
        },
        {
          name: 'capacity',
          label: say('organization.appointment.capacity'),
          kind: 'choice',
          schema: shape.capacity,
          options: capacities.map((value) => ({ value, label: say(`organization.capacity.${value}`) })),
          hint: say('organization.appoint-why'),
        },
        {
          name: 'validFrom',
          label: say('organization.appointment.validFrom'),
          kind: 'day',
          schema: shape.validFrom,
        },
      ]}
      submit={say('organization.appoint')}
      onSubmit={submit}
      busy={appoint.busy}
      trouble={appoint.trouble}
      onLeave={onDone}
    />
  )
}
