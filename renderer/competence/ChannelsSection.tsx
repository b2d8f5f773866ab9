import { Button } from 'antd'
import { useState } from 'react'

import type { PersonId } from '#shared/access/model'
import { type Channel, secrecies } from '#shared/competence/message'

import { api } from '../kernel/api.ts'
import { useAsk } from '../kernel/changes.ts'
import { useCommand } from '../kernel/commands.ts'
import { PersonField, useStaff } from '../kernel/PersonField.tsx'
import { useSay } from '../kernel/say.ts'
import { useMay } from '../kernel/session.ts'
import { ConfirmAct } from '../ui/ConfirmAct.tsx'
import { KeepForm } from '../ui/KeepForm.tsx'
import { TroubleNote } from '../ui/TroubleNote.tsx'
import { textIn } from '../ui/typed.ts'

/** The plan of communication, and the rules of what stays among few (7.3). */
export function ChannelsSection() {
  const say = useSay()
  const may = useMay()
  const { nameOf } = useStaff()
  const { data = [] } = useAsk(['competence', 'channels'], () => api.competence.channels({}))
  const [edited, setEdited] = useState<Channel | 'new' | null>(null)
  const remove = useCommand((id: Channel['id']) => api.competence.removeChannel({ id }))
  return (
    <section className="paper competence-wide" aria-label={say('competence.channels')}>
      <h2>{say('competence.channels')}</h2>
      {may('competence.enter') && edited === null && (
        <Button onClick={() => setEdited('new')}>{say('competence.channel.add')}</Button>
      )}
      {edited !== null && (
        <ChannelForm
          key={edited === 'new' ? 'new' : edited.id}
          known={edited === 'new' ? null : edited}
          onDone={() => setEdited(null)}
        />
      )}
      <TroubleNote trouble={remove.trouble} onClose={remove.forget} />
      {data.length === 0 && <p className="page-purpose">{say('competence.channels.none')}</p>}
      {data.length > 0 && (
        <table className="plain-table">
          <thead>
            <tr>
              {(['subject', 'audience', 'occasion', 'way', 'owner'] as const).map((name) => (
                <th scope="col" key={name}>
                  {say(`competence.channel.${name}`)}
                </th>
              ))}
              <th scope="col">{say('competence.field.secrecy')}</th>
              <th scope="col">
                <span className="visually-hidden">{say('competence.remove')}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {data.map((channel) => (
              <tr key={channel.id}>
                <th scope="row">
                  <Button type="link" size="small" onClick={() => setEdited(channel)}>
                    {channel.subject}
                  </Button>
                </th>
                <td>{channel.audience}</td>
                <td>{channel.occasion}</td>
                <td>{channel.way}</td>
                <td>{nameOf(channel.owner)}</td>
                <td>{say(`competence.secrecy.${channel.secrecy}`)}</td>
                <td>
                  {may('competence.enter') && (
                    <ConfirmAct
                      label={say('competence.remove')}
                      question={say('competence.remove-ask', { name: channel.subject })}
                      onConfirm={() => void remove.run(channel.id)}
                      button={{ size: 'small', type: 'text' }}
                    />
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  )
}

interface ChannelFormProps {
  readonly known: Channel | null
  readonly onDone: () => void
}
function ChannelForm({ known, onDone }: ChannelFormProps) {
  const say = useSay()
  return (
    <KeepForm
      title={say('competence.channel.add')}
      draft={`competence/channel/${known?.id ?? 'new'}`}
      isThere={known !== null}
      initial={known ?? { secrecy: 'internal' }}
      submit={say('competence.save')}
      onDone={onDone}
      keep={(typed) =>
        api.competence.saveChannel({
          id: known?.id ?? null,
          subject: textIn(typed, 'subject'),
          audience: textIn(typed, 'audience'),
          occasion: textIn(typed, 'occasion'),
          way: textIn(typed, 'way'),
          owner: (typed['owner'] as PersonId | undefined) ?? null,
          secrecy: typed['secrecy'] as Channel['secrecy'],
        })
      }
      fields={[
        ...(['subject', 'audience', 'occasion', 'way'] as const).map((name) => ({
          name,
          label: say(`competence.channel.${name}`),
          kind: 'text' as const,
        })),
        { name: 'owner', label: say('competence.channel.owner'), kind: 'own', control: <PersonField /> },
        {
          name: 'secrecy',
          label: say('competence.field.secrecy'),
          kind: 'choice',
          options: secrecies.map((value) => ({ value, label: say(`competence.secrecy.${value}`) })),
        },
      ]}
    />
  )
}
