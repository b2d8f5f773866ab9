import { Button, DatePicker } from 'antd'
import dayjs from 'dayjs'
import { useState } from 'react'

import type { ShownCase } from '#shared/nonconformity/contract'
import { type Action, actionFacts, isWritable } from '#shared/nonconformity/model'

import { api } from '../kernel/api.ts'
import { useCommand } from '../kernel/commands.ts'
import { PersonField, useStaff } from '../kernel/PersonField.tsx'
import { useSay } from '../kernel/say.ts'
import { useMay } from '../kernel/session.ts'
import { ConfirmAct } from '../ui/ConfirmAct.tsx'
import { Icon } from '../ui/Icon.tsx'
import { KeepForm } from '../ui/KeepForm.tsx'
import type { Field, Typed } from '../ui/RecordForm.tsx'
import { StateTag } from '../ui/StateTag.tsx'
import { TroubleNote } from '../ui/TroubleNote.tsx'
import { knownIn, textIn } from '../ui/typed.ts'
import { personIn } from './case-fields.tsx'
import { useToday } from './use-nonconformity.tsx'

const tones = { open: 'warn', done: 'good', dropped: 'quiet' } as const

/** What is done so that it does not happen again, by whom and by when, and when its effect can be seen (10.2 c, d). */
export function ActionsPart({ of }: { readonly of: ShownCase }) {
  const say = useSay()
  const may = useMay()
  const [edited, setEdited] = useState<Action | 'new' | null>(null)
  const { id, state, actions } = of
  if (actions.length === 0 && !['analysed', 'acting'].includes(state)) return null
  const canWrite = isWritable('plan', state) && may('nonconformity.enter')
  return (
    <>
      <section className="paper" aria-label={say('nonconformity.part.actions')}>
        <h2>{say('nonconformity.part.actions')}</h2>
        {actions.length === 0 ? (
          <p className="page-purpose">{say('nonconformity.action.none')}</p>
        ) : (
          <div className="plain-scroll">
            <table className="plain-table">
              <thead>
                <tr>
                  {(['what', 'owner', 'due', 'note'] as const).map((each) => (
                    <th key={each} scope="col">
                      {say(`nonconformity.action.${each}`)}
                    </th>
                  ))}
                  <th scope="col">{say('nonconformity.field.state')}</th>
                </tr>
              </thead>
              <tbody>
                {actions.map((action) => (
                  <ActionRow
                    key={action.id}
                    action={action}
                    canWrite={canWrite}
                    isActing={state === 'acting'}
                    onEdit={() => setEdited(action)}
                  />
                ))}
              </tbody>
            </table>
          </div>
        )}
        {canWrite && (
          <div className="nonconformity-head">
            <Button icon={<Icon name="plus" size={14} />} onClick={() => setEdited('new')}>
              {say('nonconformity.action.add')}
            </Button>
            <CheckDay key={id} of={of} />
          </div>
        )}
        {!canWrite && of.checkOn !== null && (
          <p className="page-purpose">
            {say('nonconformity.field.checkOn')} {of.checkOn}
          </p>
        )}
      </section>
      {canWrite && edited !== null && (
        <ActionForm
          key={edited === 'new' ? 'new' : edited.id}
          of={of}
          action={edited === 'new' ? null : edited}
          onDone={() => setEdited(null)}
        />
      )}
    </>
  )
}

interface ActionRowProps {
  readonly action: Action
  readonly canWrite: boolean
  readonly isActing: boolean
  readonly onEdit: () => void
}
function ActionRow({ action, canWrite, isActing, onEdit }: ActionRowProps) {
  const say = useSay()
  const today = useToday()
  const { nameOf } = useStaff()
  const { id, what, owner, due, state, doneOn, note } = action
  const resume = () => api.nonconformity.resumeAction({ id })
  const finish = useCommand(
    (done: string) => api.nonconformity.finishAction({ id, doneOn: today, note: done }),
    {
      undo: () => ({ done: { code: 'nonconformity.action.finished', facts: { name: what } }, undo: resume }),
    },
  )
  const drop = useCommand((reason: string) => api.nonconformity.dropAction({ id, reason }))
  const remove = useCommand(() => api.nonconformity.removeAction({ id }))
  const again = useCommand(resume)
  const small = { size: 'small' } as const
  return (
    <tr>
      <td>{what}</td>
      <td>{nameOf(owner)}</td>
      <td>{due ?? '—'}</td>
      <td className="nonconformity-told">{[doneOn, note].filter(Boolean).join(' ') || '—'}</td>
      <td>
        <StateTag tone={tones[state]} text={say(`nonconformity.action.state.${state}`)} />
        {canWrite && (
          <div className="page-acts">
            {state === 'open' && isActing && (
              <ConfirmAct
                label={say('nonconformity.action.finish')}
                question={say('nonconformity.action.finish-ask')}
                reasonLabel={say('nonconformity.action.note')}
                button={small}
                onConfirm={(done) => void finish.run(done)}
              />
            )}
            {state === 'open' && (
              <Button size="small" onClick={onEdit}>
                {say('nonconformity.edit')}
              </Button>
            )}
            {state === 'open' && isActing && (
              <ConfirmAct
                label={say('nonconformity.action.drop')}
                question={say('nonconformity.action.drop-ask')}
                reasonLabel={say('nonconformity.ask.reason')}
                button={small}
                onConfirm={(reason) => void drop.run(reason)}
              />
            )}
            {state === 'open' && !isActing && (
              <Button size="small" onClick={() => void remove.run(undefined)}>
                {say('nonconformity.action.remove')}
              </Button>
            )}
            {state !== 'open' && isActing && (
              <Button size="small" onClick={() => void again.run(undefined)}>
                {say('nonconformity.action.resume')}
              </Button>
            )}
          </div>
        )}
        <TroubleNote trouble={finish.trouble ?? drop.trouble ?? remove.trouble ?? again.trouble} />
      </td>
    </tr>
  )
}

function ActionForm({
  of,
  action,
  onDone,
}: {
  readonly of: ShownCase
  readonly action: Action | null
  readonly onDone: () => void
}) {
  const say = useSay()
  const fields: readonly Field[] = [
    {
      name: 'what',
      label: say('nonconformity.action.what'),
      kind: 'text',
      schema: actionFacts.shape.what,
      wide: true,
    },
    { name: 'owner', label: say('nonconformity.action.owner'), kind: 'own', control: <PersonField /> },
    { name: 'due', label: say('nonconformity.action.due'), kind: 'day' },
  ]
  const factsIn = (typed: Typed) => ({
    what: textIn(typed, 'what'),
    owner: personIn(typed, 'owner'),
    due: knownIn(typed, 'due'),
  })
  const save = (typed: Typed, seen: Typed) =>
    action
      ? api.nonconformity.changeAction({ id: action.id, ...factsIn(typed), seen: factsIn(seen) })
      : api.nonconformity.addAction({ case: of.id, ...factsIn(typed) })
  return (
    <KeepForm
      title={say(action ? 'nonconformity.action.edit' : 'nonconformity.action.add')}
      draft={`nonconformity/${of.id}/action/${action?.id ?? 'new'}`}
      isThere={action !== null}
      initial={action ? { ...action } : { what: '', owner: of.owner, due: null }}
      fields={fields}
      submit={say('nonconformity.save')}
      keep={save}
      undo={({ id, what }) =>
        action
          ? null
          : {
              done: { code: 'nonconformity.action.added', facts: { name: what } },
              undo: () => api.nonconformity.removeAction({ id }),
            }
      }
      onDone={onDone}
    />
  )
}

/** From which day on the effect can be seen; kept as soon as it is chosen. */
function CheckDay({ of }: { readonly of: ShownCase }) {
  const say = useSay()
  const { id, checkOn } = of
  const keep = useCommand((day: string) => api.nonconformity.keepCheckDay({ id, checkOn: day }))
  return (
    <label>
      {say('nonconformity.field.checkOn')}{' '}
      <DatePicker
        aria-label={say('nonconformity.field.checkOn')}
        allowClear={false}
        value={checkOn === null ? null : dayjs(checkOn)}
        onChange={(day) => day && void keep.run(day.format('YYYY-MM-DD'))}
      />
      <TroubleNote trouble={keep.trouble} />
    </label>
  )
}
