import { Button, Input } from 'antd'
import { useState } from 'react'

import type { MappingProfile } from '#shared/activity/mapping'

import { api } from '../kernel/api.ts'
import { useAsk } from '../kernel/changes.ts'
import { useCommand } from '../kernel/commands.ts'
import { useSay } from '../kernel/say.ts'
import { useMay } from '../kernel/session.ts'
import { ConfirmAct } from '../ui/ConfirmAct.tsx'
import { TroubleNote } from '../ui/TroubleNote.tsx'

/** The mappings that are remembered, the heading that each fits, and how to rename or remove them. */
export function Mappings() {
  const say = useSay()
  const may = useMay()
  const asked = useAsk(['activity', 'profiles'], () => api.activity.profiles({}))
  const rename = useCommand(
    (names: { readonly name: string; readonly to: string }) => api.activity.renameProfile(names),
    {
      undo: (_, { name, to }) => ({
        done: { code: 'activity.did.renameProfile' },
        undo: () => api.activity.renameProfile({ name: to, to: name }),
      }),
    },
  )
  const remove = useCommand(({ name }: MappingProfile) => api.activity.removeProfile({ name }), {
    undo: (_, profile) => ({
      done: { code: 'activity.did.removeProfile' },
      undo: () => api.activity.saveProfile(profile),
    }),
  })
  const [edited, setEdited] = useState<{ readonly name: string; readonly to: string } | null>(null)
  const profiles = asked.data ?? []
  const save = async () => {
    if (edited && (await rename.run({ ...edited, to: edited.to.trim() }))) setEdited(null)
  }
  return (
    <section className="paper activity-form" aria-labelledby="activity-mappings">
      <h2 id="activity-mappings">{say('activity.mappings.title')}</h2>
      <TroubleNote trouble={asked.error ?? rename.trouble ?? remove.trouble} />
      {profiles.length === 0 && <p className="page-purpose">{say('activity.mappings.empty')}</p>}
      {profiles.length > 0 && (
        <table className="activity-table">
          <thead>
            <tr>
              <th scope="col">{say('activity.mappings.name')}</th>
              <th scope="col">{say('activity.mappings.heading')}</th>
              <th scope="col">{say('activity.mappings.layout')}</th>
              <td />
            </tr>
          </thead>
          <tbody>
            {profiles.map((profile) => (
              <tr key={profile.name}>
                <td>
                  {edited?.name === profile.name ? (
                    <Input
                      autoFocus
                      aria-label={say('activity.mappings.rename.to', { name: profile.name })}
                      value={edited.to}
                      maxLength={80}
                      onChange={({ target }) => setEdited({ name: profile.name, to: target.value })}
                      onPressEnter={() => void save()}
                    />
                  ) : (
                    profile.name
                  )}
                </td>
                <td className="activity-heading">{profile.fingerprint.replaceAll('|', ' · ')}</td>
                <td>{say(`activity.map.layout.${profile.mapping.layout}`)}</td>
                <td>
                  {may('activity.enter') && (
                    <span className="activity-bar">
                      {edited?.name === profile.name ? (
                        <Button size="small" disabled={edited.to.trim() === ''} onClick={() => void save()}>
                          {say('activity.mappings.save')}
                        </Button>
                      ) : (
                        <Button
                          size="small"
                          onClick={() => setEdited({ name: profile.name, to: profile.name })}
                        >
                          {say('activity.mappings.rename')}
                        </Button>
                      )}
                      <ConfirmAct
                        label={say('activity.mappings.remove')}
                        question={say('activity.mappings.remove.question', { name: profile.name })}
                        button={{ size: 'small' }}
                        onConfirm={() => void remove.run(profile)}
                      />
                    </span>
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
