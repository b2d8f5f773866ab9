import { Button } from 'antd'
import { useState } from 'react'
import { z } from 'zod'

import { api } from '../kernel/api.ts'
import { useCommand } from '../kernel/commands.ts'
import { localTime } from '../kernel/local-time.ts'
import { PersonField, useStaff } from '../kernel/PersonField.tsx'
import { useSay } from '../kernel/say.ts'
import { useMay } from '../kernel/session.ts'
import { RecordForm, type Typed } from '../ui/RecordForm.tsx'
import { StateTag } from '../ui/StateTag.tsx'
import { TroubleNote } from '../ui/TroubleNote.tsx'
import { textIn } from '../ui/typed.ts'
import { type ShownDeclaration, usualDays } from './use-system.ts'

interface VersionProps {
  readonly version: ShownDeclaration
}
const told = z.string().trim().min(1).max(1000)

/** Where a policy was made known, and to whom (5.2). */
export function PublicationSection({ version }: VersionProps) {
  const say = useSay()
  const may = useMay()
  const [isOpen, setOpen] = useState(false)
  if (isOpen) return <PublicationForm version={version} onDone={() => setOpen(false)} />
  const { publications } = version
  return (
    <section className="paper" aria-label={say('organization.policy.publications')}>
      <h2>{say('organization.policy.publications')}</h2>
      {publications.length === 0 ? (
        <p className="page-purpose">{say('organization.policy.publications-none')}</p>
      ) : (
        <table className="plain-table">
          <thead>
            <tr>
              <th scope="col">{say('organization.policy.publishedOn')}</th>
              <th scope="col">{say('organization.policy.audience')}</th>
              <th scope="col">{say('organization.policy.place')}</th>
              <th scope="col">{say('organization.policy.recipients')}</th>
            </tr>
          </thead>
          <tbody>
            {publications.map(({ id, publishedOn, audience, place, recipients }) => (
              <tr key={id}>
                <td>{publishedOn}</td>
                <td>{say(`organization.audience.${audience}`)}</td>
                <td>{place}</td>
                <td>{recipients}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {may('organization.enter') && (
        <Button onClick={() => setOpen(true)}>{say('organization.policy.publish')}</Button>
      )}
    </section>
  )
}

function PublicationForm({ version, onDone }: VersionProps & { readonly onDone: () => void }) {
  const say = useSay()
  const publish = useCommand((typed: Typed) =>
    api.organization.publish({
      id: version.id,
      audience: typed['audience'] === 'public' ? 'public' : 'internal',
      place: textIn(typed, 'place'),
      recipients: textIn(typed, 'recipients'),
      publishedOn: textIn(typed, 'publishedOn'),
    }),
  )
  const submit = async (typed: Typed) => {
    const done = await publish.run(typed)
    if (done) onDone()
    return done !== undefined
  }
  return (
    <RecordForm
      title={say('organization.policy.publish')}
      draft={`organization/publish/${version.id}`}
      initial={{ audience: 'internal', place: '', recipients: '', publishedOn: usualDays().today }}
      fields={[
        {
          name: 'audience',
          label: say('organization.policy.audience'),
          kind: 'choice',
          schema: z.enum(['internal', 'public']),
          options: (['internal', 'public'] as const).map((value) => ({
            value,
            label: say(`organization.audience.${value}`),
          })),
        },
        { name: 'place', label: say('organization.policy.place'), kind: 'text', schema: told },
        { name: 'recipients', label: say('organization.policy.recipients'), kind: 'text', schema: told },
        {
          name: 'publishedOn',
          label: say('organization.policy.publishedOn'),
          kind: 'day',
          schema: z.iso.date(),
        },
      ]}
      submit={say('organization.policy.publish')}
      onSubmit={submit}
      busy={publish.busy}
      trouble={publish.trouble}
      onLeave={onDone}
    />
  )
}

/** Who has read it, by the own account or on paper, and who has not. */
export function ReaderSection({ version }: VersionProps) {
  const say = useSay()
  const may = useMay()
  const { nameOf } = useStaff()
  const [isOpen, setOpen] = useState(false)
  const record = `organization/policy/${version.id}`
  const read = useCommand(() => api.organization.acknowledge({ record }))
  if (isOpen) return <PaperForm record={record} onDone={() => setOpen(false)} />
  const { acknowledgements, unread } = version
  return (
    <section className="paper" aria-label={say('organization.policy.readers')}>
      <h2>{say('organization.policy.readers')}</h2>
      <StateTag
        tone={unread.length === 0 && acknowledgements.length > 0 ? 'good' : 'info'}
        text={say('organization.policy.readers-count', {
          read: acknowledgements.length,
          unread: unread.length,
        })}
      />
      <ul>
        {acknowledgements.map(({ person, paper, madeAt }) => (
          <li key={person}>
            {say(paper === null ? 'organization.policy.read-at' : 'organization.policy.read-paper', {
              name: nameOf(person),
              at: localTime(madeAt),
              paper,
            })}
          </li>
        ))}
      </ul>
      <TroubleNote trouble={read.trouble} />
      <div className="page-acts">
        <Button onClick={() => void read.run(undefined)} loading={read.busy}>
          {say('organization.policy.read')}
        </Button>
        {may('organization.enter') && (
          <Button onClick={() => setOpen(true)}>{say('organization.policy.confirm-for')}</Button>
        )}
      </div>
    </section>
  )
}

function PaperForm({ record, onDone }: { readonly record: string; readonly onDone: () => void }) {
  const say = useSay()
  const { staff } = useStaff()
  const confirm = useCommand((typed: Typed) => {
    const person = staff.find(({ personId }) => personId === typed['person'])
    return person
      ? api.organization.acknowledgeFor({
          record,
          person: person.personId,
          paper: textIn(typed, 'paper'),
        })
      : Promise.resolve(undefined)
  })
  const submit = async (typed: Typed) => {
    const done = await confirm.run(typed)
    if (done) onDone()
    return done !== undefined
  }
  return (
    <RecordForm
      title={say('organization.policy.confirm-for')}
      draft={`organization/confirm/${record}`}
      initial={{ paper: '' }}
      fields={[
        { name: 'paper', label: say('organization.policy.paper'), kind: 'text', schema: told },
        {
          name: 'person',
          label: say('organization.person'),
          kind: 'own',
          schema: z.string(),
          control: <PersonField label={say('organization.person')} />,
        },
      ]}
      submit={say('organization.policy.confirm-for')}
      onSubmit={submit}
      busy={confirm.busy}
      trouble={confirm.trouble}
      onLeave={onDone}
    />
  )
}
