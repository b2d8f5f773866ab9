import { Button } from 'antd'
import { useState } from 'react'

import type { ShownReview } from '#shared/review/contract'
import { type Fill, fillInput } from '#shared/review/model'
import type { PackTopic } from '#shared/review/pack'

import { api } from '../kernel/api.ts'
import { useCommand } from '../kernel/commands.ts'
import { localTime } from '../kernel/local-time.ts'
import { PersonField, useStaff } from '../kernel/PersonField.tsx'
import { useSay } from '../kernel/say.ts'
import { useNames } from '../kernel/use-names.ts'
import { ConfirmAct } from '../ui/ConfirmAct.tsx'
import { KeepForm } from '../ui/KeepForm.tsx'
import type { Field, Typed } from '../ui/RecordForm.tsx'
import { StateTag } from '../ui/StateTag.tsx'
import { TroubleNote } from '../ui/TroubleNote.tsx'
import { textIn } from '../ui/typed.ts'

interface GapActsProps {
  readonly topic: PackTopic
  readonly of: ShownReview
  readonly canWrite: boolean
}

/** What was written or asked for where the records say nothing, and the two ways to add to it. */
export function GapActs({ topic, of, canWrite }: GapActsProps) {
  const say = useSay()
  const [way, setWay] = useState<'ask' | 'write' | null>(null)
  return (
    <>
      <ul className="record-list">
        {topic.fills.map((fill) => (
          <FillLine key={fill.id} fill={fill} canWrite={canWrite} />
        ))}
      </ul>
      {canWrite && way === null && (
        <div className="page-acts">
          <Button onClick={() => setWay('ask')}>{say('review.ask')}</Button>
          <Button onClick={() => setWay('write')}>{say('review.write')}</Button>
        </div>
      )}
      {canWrite && way !== null && (
        <FillForm key={way} way={way} topic={topic} of={of} onDone={() => setWay(null)} />
      )}
    </>
  )
}

function FillLine({ fill, canWrite }: { readonly fill: Fill; readonly canWrite: boolean }) {
  const say = useSay()
  const { nameOf } = useStaff()
  const names: ReadonlyMap<string, string | null> = useNames()
  const { id, text, owner, due, question, filledBy, filledAt } = fill
  const answer = useCommand((said: string) => api.review.answer({ id, text: said }))
  const remove = useCommand(() => api.review.removeFill({ id }))
  const by = (filledBy === null ? null : names.get(filledBy)) ?? '—'
  return (
    <li>
      {owner !== null && (
        <StateTag
          tone={text === null ? 'warn' : 'good'}
          text={say('review.asked-of', { name: nameOf(owner), due: due ?? '—', question })}
        />
      )}
      {text !== null && <p className="review-told">{text}</p>}
      {filledAt !== null && (
        <span className="page-purpose">{say('review.fill.by', { name: by, at: localTime(filledAt) })}</span>
      )}
      <div className="page-acts">
        {text === null && (
          <ConfirmAct
            label={say('review.answer')}
            question={question}
            reasonLabel={say('review.write.text')}
            button={{ size: 'small' }}
            onConfirm={(said) => void answer.run(said)}
          />
        )}
        {canWrite && (
          <ConfirmAct
            label={say('review.fill.remove')}
            question={text ?? question}
            button={{ size: 'small' }}
            onConfirm={() => void remove.run(undefined)}
          />
        )}
      </div>
      <TroubleNote trouble={answer.trouble ?? remove.trouble} />
    </li>
  )
}

interface FillFormProps extends Pick<GapActsProps, 'topic' | 'of'> {
  readonly way: 'ask' | 'write'
  readonly onDone: () => void
}
function FillForm({ way, topic: { topic, subsystem }, of, onDone }: FillFormProps) {
  const say = useSay()
  const about = { review: of.id, topic, subsystem }
  const { question, owner, due, text } = fillInput.shape
  const asking: readonly Field[] = [
    { name: 'question', label: say('review.ask.question'), kind: 'area', schema: question },
    { name: 'owner', label: say('review.ask.owner'), kind: 'own', schema: owner, control: <PersonField /> },
    { name: 'due', label: say('review.ask.due'), kind: 'day', schema: due },
  ]
  const writing: readonly Field[] = [
    { name: 'text', label: say('review.write.text'), kind: 'area', schema: text },
  ]
  const save = (typed: Typed) =>
    way === 'write'
      ? api.review.write({ ...about, text: textIn(typed, 'text') })
      : api.review.ask({
          ...about,
          question: textIn(typed, 'question'),
          owner: owner.parse(typed['owner']),
          due: due.parse(typed['due']),
        })
  return (
    <KeepForm
      title={say(way === 'ask' ? 'review.ask' : 'review.write')}
      draft={`review/${of.id}/${way}/${subsystem}-${topic}`}
      initial={{ question: '', owner: null, due: of.plannedOn, text: '' }}
      fields={way === 'ask' ? asking : writing}
      submit={say('review.save')}
      keep={save}
      onDone={onDone}
    />
  )
}
