import { Button, Input } from 'antd'
import { useState } from 'react'

import type { PersonId } from '#shared/access/model'
import { type Session, sessionInput, type SessionInput } from '#shared/audits/audit'
import type { ShownAudit } from '#shared/audits/contract'

import { api } from '../kernel/api.ts'
import { useCommand } from '../kernel/commands.ts'
import { useStaff } from '../kernel/PersonField.tsx'
import { useSay } from '../kernel/say.ts'
import { Icon } from '../ui/Icon.tsx'
import { type Field, RecordForm, type Typed } from '../ui/RecordForm.tsx'
import { TroubleNote } from '../ui/TroubleNote.tsx'
import { knownIn, listIn, textIn } from '../ui/typed.ts'
import { ClausesField } from './use-audits.tsx'

interface TimetableProps {
  readonly known: ShownAudit
  readonly canEdit: boolean
}

/** When who audits which department on which clauses. */
export function TimetableSection({ known, canEdit }: TimetableProps) {
  const say = useSay()
  const { nameOf } = useStaff()
  const { audit, sessions } = known
  const [opened, setOpened] = useState<Session | 'new' | null>(null)
  const remove = useCommand(({ id }: Session) => api.audits.removeSession({ id }), {
    undo: (_done, { id: _id, ...session }) => ({
      done: { code: 'audits.session-removed', facts: { department: session.department } },
      undo: () => api.audits.addSession({ audit: audit.id, session }),
    }),
  })
  return (
    <section className="paper" aria-label={say('audits.timetable')}>
      <h2>{say('audits.timetable')}</h2>
      {sessions.length === 0 && <p className="page-purpose">{say('audits.timetable-empty')}</p>}
      {sessions.length > 0 && (
        <div className="plain-scroll">
          <table className="plain-table">
            <thead>
              <tr>
                {(['day', 'time', 'department', 'clauses', 'auditors'] as const).map((name) => (
                  <th key={name} scope="col">
                    {say(`audits.field.${name}`)}
                  </th>
                ))}
                <th scope="col">
                  <span className="visually-hidden">{say('audits.acts')}</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {sessions.map((each) => (
                <tr key={each.id}>
                  <td>{each.day}</td>
                  <td className="number">
                    {each.from}–{each.to}
                  </td>
                  <td>{[each.department, each.place].filter((part) => part !== '').join(' · ')}</td>
                  <td>{each.clauses.join(say('audits.paper.and')) || '—'}</td>
                  <td>{each.auditors.map(nameOf).join(say('audits.paper.and')) || '—'}</td>
                  <td className="right">
                    {canEdit && (
                      <>
                        <Button
                          type="text"
                          size="small"
                          icon={<Icon name="edit" size={14} />}
                          aria-label={say('audits.session-edit', {
                            department: each.department,
                            on: each.day,
                          })}
                          onClick={() => setOpened(each)}
                        />
                        <Button
                          type="text"
                          size="small"
                          icon={<Icon name="cross" size={14} />}
                          aria-label={say('audits.session-remove', {
                            department: each.department,
                            on: each.day,
                          })}
                          onClick={() => void remove.run(each)}
                        />
                      </>
                    )}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      <TroubleNote trouble={remove.trouble} onClose={remove.forget} />
      {canEdit && opened === null && (
        <div className="audits-acts">
          <Button icon={<Icon name="plus" />} onClick={() => setOpened('new')}>
            {say('audits.session-add')}
          </Button>
        </div>
      )}
      {opened !== null && (
        <SessionForm
          key={opened === 'new' ? 'new' : opened.id}
          known={known}
          session={opened === 'new' ? null : opened}
          onDone={() => setOpened(null)}
        />
      )}
    </section>
  )
}

interface SessionFormProps {
  readonly known: ShownAudit
  readonly session: Session | null
  readonly onDone: () => void
}
function SessionForm({ known: { audit, members, sessions }, session, onDone }: SessionFormProps) {
  const say = useSay()
  const { nameOf } = useStaff()
  const { shape } = sessionInput
  const team = [
    ...new Set([...(audit.leader === null ? [] : [audit.leader]), ...members.map(({ person }) => person)]),
  ]
  const fields: readonly Field[] = [
    { name: 'day', label: say('audits.field.day'), kind: 'day', schema: shape.day },
    {
      name: 'from',
      label: say('audits.field.from'),
      kind: 'own',
      schema: shape.from,
      control: <Input type="time" />,
    },
    {
      name: 'to',
      label: say('audits.field.to'),
      kind: 'own',
      schema: shape.to,
      control: <Input type="time" />,
    },
    { name: 'department', label: say('audits.field.department'), kind: 'text', schema: shape.department },
    { name: 'place', label: say('audits.field.place'), kind: 'text', schema: shape.place },
    {
      name: 'auditors',
      label: say('audits.field.auditors'),
      kind: 'choices',
      options: team.map((person) => ({ value: person, label: nameOf(person) })),
    },
    {
      name: 'clauses',
      label: say('audits.field.clauses'),
      kind: 'own',
      hint: say('audits.field.session-clauses-hint'),
      control: <ClausesField tree={audit.tree} />,
    },
  ]
  const save = useCommand(async (input: SessionInput): Promise<unknown> =>
    session === null
      ? api.audits.addSession({ audit: audit.id, session: input })
      : api.audits.editSession({ id: session.id, session: input }),
  )
  const submit = async (typed: Typed) => {
    const saved = await save.run(
      sessionInput.parse({
        day: knownIn(typed, 'day'),
        from: textIn(typed, 'from'),
        to: textIn(typed, 'to'),
        department: textIn(typed, 'department'),
        place: textIn(typed, 'place'),
        clauses: listIn(typed, 'clauses'),
        auditors: listIn(typed, 'auditors') as PersonId[],
      }),
    )
    if (saved !== undefined) onDone()
    return saved !== undefined
  }
  const last = sessions.at(-1)
  return (
    <RecordForm
      title={say(session === null ? 'audits.session-add' : 'audits.session-change')}
      draft={`audits/${audit.id}/session/${session?.id ?? 'new'}`}
      isThere={session !== null}
      initial={
        session ?? {
          day: last?.day ?? audit.begins,
          from: last?.to ?? '09:00',
          to: '11:30',
          department: '',
          place: '',
          clauses: [],
          auditors: team.slice(0, 1),
        }
      }
      fields={fields}
      submit={say('audits.save')}
      onSubmit={submit}
      busy={save.busy}
      trouble={save.trouble}
      onLeave={onDone}
    />
  )
}
