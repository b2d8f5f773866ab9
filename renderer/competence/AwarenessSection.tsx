import { Button } from 'antd'
import { useState } from 'react'

import type { PersonId } from '#shared/access/model'
import { type Awareness, awarenessTopics } from '#shared/competence/training'

import { api } from '../kernel/api.ts'
import { useAsk } from '../kernel/changes.ts'
import { useCommand } from '../kernel/commands.ts'
import { PeopleField, useStaff } from '../kernel/PersonField.tsx'
import { useSay } from '../kernel/say.ts'
import { useMay } from '../kernel/session.ts'
import { trailTime } from '../kernel/trail-word.ts'
import { KeepForm } from '../ui/KeepForm.tsx'
import { StateTag } from '../ui/StateTag.tsx'
import { TroubleNote } from '../ui/TroubleNote.tsx'
import { listIn, textIn } from '../ui/typed.ts'

/** Who was told what, and whether he says so himself (7.2.2). */
export function AwarenessSection() {
  const say = useSay()
  const may = useMay()
  const { nameOf } = useStaff()
  const { data = [] } = useAsk(['competence', 'awareness'], () => api.competence.awareness({}))
  const { data: session } = useAsk(['access', 'session'], () => api.access.session({}))
  const me = session?.state === 'open' ? session.user.personId : null
  const [isAdding, setAdding] = useState(false)
  const confirm = useCommand((id: Awareness['id']) => api.competence.confirmAware({ ids: [id] }))
  return (
    <section className="paper" aria-label={say('competence.awareness')}>
      <h2>{say('competence.awareness')}</h2>
      {may('competence.enter') && !isAdding && (
        <Button onClick={() => setAdding(true)}>{say('competence.awareness.tell')}</Button>
      )}
      {isAdding && <TellForm onDone={() => setAdding(false)} />}
      {data.length === 0 && <p className="page-purpose">{say('competence.awareness.none')}</p>}
      <TroubleNote trouble={confirm.trouble} onClose={confirm.forget} />
      <ul className="record-list">
        {data.map(({ id, person, topic, toldOn, how, confirmedAt }) => (
          <li key={id}>
            <div className="record-line">
              <span>
                {nameOf(person)} · {say(`competence.aware.${topic}`)} · {toldOn} · {how}
              </span>
              {confirmedAt === null && person === me ? (
                <Button size="small" onClick={() => void confirm.run(id)}>
                  {say('competence.awareness.confirm')}
                </Button>
              ) : (
                <StateTag
                  tone={confirmedAt === null ? 'warn' : 'good'}
                  text={
                    confirmedAt === null
                      ? say('competence.awareness.waiting')
                      : say('competence.awareness.confirmed', { at: trailTime(confirmedAt) })
                  }
                />
              )}
            </div>
          </li>
        ))}
      </ul>
    </section>
  )
}

function TellForm({ onDone }: { readonly onDone: () => void }) {
  const say = useSay()
  return (
    <KeepForm
      title={say('competence.awareness.tell')}
      draft="competence/awareness/new"
      initial={{ people: [], topics: ['policy'] }}
      submit={say('competence.save')}
      onDone={onDone}
      keep={(typed) =>
        api.competence.tellPeople({
          people: listIn(typed, 'people') as PersonId[],
          topics: listIn(typed, 'topics') as Awareness['topic'][],
          toldOn: textIn(typed, 'toldOn'),
          how: textIn(typed, 'how'),
        })
      }
      fields={[
        { name: 'people', label: say('competence.training.people'), kind: 'own', control: <PeopleField /> },
        {
          name: 'topics',
          label: say('competence.awareness.topics'),
          kind: 'choices',
          options: awarenessTopics.map((value) => ({ value, label: say(`competence.aware.${value}`) })),
        },
        { name: 'toldOn', label: say('competence.awareness.on'), kind: 'day' },
        { name: 'how', label: say('competence.awareness.how'), kind: 'text' },
      ]}
    />
  )
}
