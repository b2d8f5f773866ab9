import { Button } from 'antd'
import { useState } from 'react'
import { useParams } from 'react-router'

import type { Improvement } from '#shared/nonconformity/improvement'

import { api } from '../kernel/api.ts'
import { useCommand } from '../kernel/commands.ts'
import { localTime } from '../kernel/local-time.ts'
import { PersonField, useStaff } from '../kernel/PersonField.tsx'
import { RecordSide } from '../kernel/RecordSide.tsx'
import { useSay } from '../kernel/say.ts'
import { useMay } from '../kernel/session.ts'
import { useNames } from '../kernel/use-names.ts'
import { ConfirmAct } from '../ui/ConfirmAct.tsx'
import { KeepForm } from '../ui/KeepForm.tsx'
import { PageFrame } from '../ui/PageFrame.tsx'
import type { Field, Typed } from '../ui/RecordForm.tsx'
import { TroubleNote } from '../ui/TroubleNote.tsx'
import { knownIn, textIn } from '../ui/typed.ts'
import { personIn } from './case-fields.tsx'
import { ideaIn, useIdeaFields } from './idea-fields.tsx'
import { Part } from './Part.tsx'
import { IdeaStateTag, useIdeas, useToday } from './use-nonconformity.tsx'

/** One suggestion: the idea, the answer it got, and what came of it. */
export function IdeaPage() {
  const say = useSay()
  const { id } = useParams()
  const asked = useIdeas()
  const [isDeciding, setDeciding] = useState(false)
  const idea = asked.data?.find((each) => each.id === id)
  if (!idea)
    return (
      <PageFrame title={say('nonconformity.ideas')} purpose={say('nonconformity.ideas.purpose')}>
        <TroubleNote trouble={asked.error} />
        {asked.data && <p>{say('nonconformity.no-such-improvement')}</p>}
      </PageFrame>
    )
  return (
    <PageFrame
      title={`${idea.number} ${idea.title}`}
      purpose={<IdeaStateTag state={idea.state} />}
      action={<Acts idea={idea} onDecide={() => setDeciding(true)} />}
    >
      <div className="record-page">
        <div className="nonconformity-rows">
          {isDeciding && <DecisionForm idea={idea} onDone={() => setDeciding(false)} />}
          <IdeaPart key={idea.id} idea={idea} />
        </div>
        <RecordSide record={`nonconformity/improvement/${idea.id}`} />
      </div>
    </PageFrame>
  )
}

function Acts({ idea, onDecide }: { readonly idea: Improvement; readonly onDecide: () => void }) {
  const say = useSay()
  const may = useMay()
  const today = useToday()
  const { id, state } = idea
  const finish = useCommand((effect: string) =>
    api.nonconformity.finishImprovement({ id, doneOn: today, effect }),
  )
  const judge = useCommand((input: { readonly isEffective: boolean; readonly effect: string }) =>
    api.nonconformity.judgeImprovement({ id, ...input }),
  )
  const resume = useCommand(() => api.nonconformity.resumeImprovement({ id }))
  const withdraw = useCommand(() => api.nonconformity.withdrawSuggestion({ id }))
  return (
    <>
      <TroubleNote trouble={finish.trouble ?? judge.trouble ?? resume.trouble ?? withdraw.trouble} />
      {state === 'proposed' && may('nonconformity.enter') && (
        <ConfirmAct
          label={say('nonconformity.idea.withdraw')}
          question={say('nonconformity.idea.withdraw-ask')}
          onConfirm={() => void withdraw.run(undefined)}
        />
      )}
      {['proposed', 'accepted', 'refused'].includes(state) && may('nonconformity.approve') && (
        <Button type={state === 'proposed' ? 'primary' : 'default'} onClick={onDecide}>
          {say('nonconformity.idea.decide')}
        </Button>
      )}
      {state === 'accepted' && may('nonconformity.enter') && (
        <ConfirmAct
          label={say('nonconformity.idea.finish')}
          question={say('nonconformity.idea.finish-ask')}
          reasonLabel={say('nonconformity.idea.effect')}
          button={{ type: 'primary' }}
          onConfirm={(effect) => void finish.run(effect)}
        />
      )}
      {state === 'done' && may('nonconformity.enter') && (
        <Button onClick={() => void resume.run(undefined)}>{say('nonconformity.idea.resume')}</Button>
      )}
      {state === 'done' &&
        may('nonconformity.check') &&
        ([false, true] as const).map((isEffective) => (
          <ConfirmAct
            key={String(isEffective)}
            label={say(isEffective ? 'nonconformity.idea.judge-good' : 'nonconformity.idea.judge-poor')}
            question={say('nonconformity.idea.judge-ask')}
            reasonLabel={say('nonconformity.idea.effect')}
            button={{ type: isEffective ? 'primary' : 'default' }}
            onConfirm={(effect) => void judge.run({ isEffective, effect })}
          />
        ))}
    </>
  )
}

function IdeaPart({ idea }: { readonly idea: Improvement }) {
  const say = useSay()
  const { nameOf } = useStaff()
  const names: ReadonlyMap<string, string | null> = useNames()
  const who = (user: string | null) => (user === null ? '—' : (names.get(user) ?? '—'))
  const { decidedAt, decidedBy, judgedAt, judgedBy, isEffective } = idea
  return (
    <Part
      title={say('nonconformity.idea.idea')}
      isWritable={idea.state === 'proposed'}
      isNext={false}
      lines={[
        [say('nonconformity.idea.idea'), idea.idea],
        [say('nonconformity.idea.benefit'), idea.benefit],
        [say('nonconformity.idea.cost'), idea.cost],
        [
          say('nonconformity.idea.source'),
          `${say(`nonconformity.idea-source.${idea.source}`)} · ${say(`nonconformity.subsystem.${idea.subsystem}`)}`,
        ],
        [say('nonconformity.idea.raisedBy'), `${nameOf(idea.raisedBy)} · ${idea.raisedOn}`],
        [say('nonconformity.idea.answerBy'), idea.answerBy],
        [
          say('nonconformity.idea.decision'),
          decidedAt === null
            ? ''
            : say('nonconformity.idea.decided', {
                name: who(decidedBy),
                at: localTime(decidedAt),
                reason: idea.reason || '—',
              }),
        ],
        [say('nonconformity.field.owner'), `${nameOf(idea.owner)} · ${idea.due ?? '—'}`],
        [
          say('nonconformity.idea.effect'),
          [
            idea.effect,
            judgedAt === null
              ? ''
              : say('nonconformity.idea.judged', {
                  name: who(judgedBy),
                  at: localTime(judgedAt),
                  verdict: say(`nonconformity.idea.verdict.${isEffective === true}`),
                }),
          ]
            .filter(Boolean)
            .join('\n'),
        ],
      ]}
      form={(close) => <IdeaForm idea={idea} onDone={close} />}
    />
  )
}

interface IdeaFormProps {
  readonly idea: Improvement
  readonly onDone: () => void
}

function IdeaForm({ idea, onDone }: IdeaFormProps) {
  const say = useSay()
  const { id, origin } = idea
  const fields = useIdeaFields()
  const save = (typed: Typed) => api.nonconformity.changeSuggestion({ id, ...ideaIn(typed), origin })
  return (
    <KeepForm
      title={say('nonconformity.idea.idea')}
      draft={`nonconformity/improvements/${id}`}
      isThere
      initial={{ ...idea }}
      fields={fields}
      submit={say('nonconformity.save')}
      keep={save}
      onDone={onDone}
    />
  )
}

const answers = ['accept', 'refuse'] as const

function DecisionForm({ idea, onDone }: IdeaFormProps) {
  const say = useSay()
  const { id, owner, due, reason } = idea
  const fields: readonly Field[] = [
    {
      name: 'answer',
      label: say('nonconformity.idea.decision'),
      kind: 'choice',
      options: answers.map((value) => ({ value, label: say(`nonconformity.idea.${value}`) })),
    },
    { name: 'reason', label: say('nonconformity.idea.reason'), kind: 'area' },
    { name: 'owner', label: say('nonconformity.field.owner'), kind: 'own', control: <PersonField /> },
    { name: 'due', label: say('nonconformity.action.due'), kind: 'day' },
  ]
  const decide = (typed: Typed) =>
    api.nonconformity.decideImprovement({
      id,
      isAccepted: typed['answer'] === 'accept',
      reason: textIn(typed, 'reason'),
      owner: personIn(typed, 'owner'),
      due: knownIn(typed, 'due'),
    })
  return (
    <KeepForm
      title={say('nonconformity.idea.decide')}
      draft={`nonconformity/improvements/${id}/decision`}
      initial={{ answer: 'accept', reason, owner, due }}
      fields={fields}
      submit={say('nonconformity.idea.decide')}
      keep={decide}
      onDone={onDone}
    />
  )
}
