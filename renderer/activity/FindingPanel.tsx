import { Button, Input } from 'antd'
import { useId } from 'react'

import type { RegisteredFinding } from '#shared/activity/finding-register'
import type { NodeId } from '#shared/organization/model'

import { api } from '../kernel/api.ts'
import { useCommand } from '../kernel/commands.ts'
import { useDraft } from '../kernel/drafts.ts'
import { localTime } from '../kernel/local-time.ts'
import { useSay } from '../kernel/say.ts'
import { useGo } from '../kernel/scope.ts'
import { useMay } from '../kernel/session.ts'
import { DraftNote } from '../ui/DraftNote.tsx'
import { Icon } from '../ui/Icon.tsx'
import { StateTag } from '../ui/StateTag.tsx'
import { TroubleNote } from '../ui/TroubleNote.tsx'
import { pathOfFinding } from './finding-path.ts'
import { RecordDeviation } from './RecordDeviation.tsx'
import { useWho } from './use-who.ts'

interface FindingPanelProps {
  readonly finding: RegisteredFinding
  readonly year: number
  readonly facility: NodeId | null
  readonly onClose: () => void
}

/** One finding: the sentence, the way to where it is mended, and what a person says to it as it stands. */
export function FindingPanel({ finding, year, facility, onClose }: FindingPanelProps) {
  const say = useSay()
  const go = useGo()
  const may = useMay()
  const { topic, words, subject, period, place, state, answer } = finding
  return (
    <aside className="paper activity-form" aria-label={say('activity.finding.detail')}>
      <div className="activity-bar">
        <h2>
          {[subject, period].filter((part) => part !== '').join(' · ') || say('activity.finding.detail')}
        </h2>
        <Button type="text" icon={<Icon name="cross" />} aria-label={say('frame.close')} onClick={onClose} />
      </div>
      <p>{words}</p>
      {topic === 'evidence' && <StateTag tone="info" text={say('activity.finding.question')} />}
      {place && (
        <div>
          <Button icon={<Icon name="open" />} onClick={() => go(pathOfFinding(place, year))}>
            {say('activity.finding.go')}
          </Button>
        </div>
      )}
      {place && 'facility' in place && place.facility !== null && period !== '' && (
        <RecordDeviation
          finding={finding}
          words={words}
          facility={place.facility}
          period={period}
          parameters={place.kind === 'cell' ? [place.parameter] : []}
        />
      )}
      {answer && <Answered finding={finding} answer={answer} />}
      {state !== 'answered' && may('activity.check') && (
        <Explain finding={finding} year={year} facility={facility} />
      )}
      {state !== 'answered' && !may('activity.check') && (
        <StateTag tone="info" text={say('activity.finding.no-right')} />
      )}
    </aside>
  )
}

interface AnsweredProps {
  readonly finding: RegisteredFinding
  readonly answer: NonNullable<RegisteredFinding['answer']>
}

function Answered({ finding, answer }: AnsweredProps) {
  const say = useSay()
  const who = useWho()
  const may = useMay()
  const { code, where, fingerprint, state } = finding
  const withdraw = useCommand(() => api.activity.withdrawAnswer({ id: answer.id }), {
    undo: () =>
      state === 'changed'
        ? null
        : {
            done: { code: 'activity.did.withdrawAnswer' },
            undo: () =>
              api.activity.answerFinding({
                facility: null,
                year: answer.year,
                code,
                where,
                fingerprint,
                reason: answer.reason,
              }),
          },
  })
  return (
    <div>
      <h3>{say('activity.finding.reason')}</h3>
      <p>{answer.reason}</p>
      <p className="unit">
        {say('activity.finding.answered-by', { by: who(answer.by), at: localTime(answer.at) })}
      </p>
      {state === 'changed' && <StateTag tone="stop" text={say('activity.finding.state.changed')} />}
      <TroubleNote trouble={withdraw.trouble} onClose={withdraw.forget} />
      {may('activity.check') && (
        <Button size="small" loading={withdraw.busy} onClick={() => void withdraw.run(undefined)}>
          {say('activity.finding.withdraw')}
        </Button>
      )}
    </div>
  )
}

function Explain({ finding, year, facility }: Omit<FindingPanelProps, 'onClose'>) {
  const say = useSay()
  const id = useId()
  const { code, where, fingerprint, answer } = finding
  const draft = useDraft(`activity/finding/${year}/${code}/${where}`, { reason: '' })
  const explain = useCommand(
    (reason: string) => api.activity.answerFinding({ facility, year, code, where, fingerprint, reason }),
    {
      undo: (made) => ({
        done: { code: 'activity.did.answerFinding' },
        undo: () => api.activity.withdrawAnswer(made),
      }),
    },
  )
  const { reason } = draft.value
  const save = async () => {
    if ((await explain.run(reason.trim())) !== undefined) draft.discard()
  }
  return (
    <form
      className="activity-form"
      onSubmit={(event) => {
        event.preventDefault()
        void save()
      }}
    >
      <DraftNote draft={draft} />
      <label htmlFor={id}>{say('activity.finding.explain')}</label>
      <Input.TextArea
        id={id}
        rows={3}
        value={reason}
        maxLength={1000}
        aria-describedby={`${id}-how`}
        onChange={({ target }) => draft.change({ reason: target.value })}
      />
      <p id={`${id}-how`} className="page-purpose">
        {say('activity.finding.explain-how')}
      </p>
      <TroubleNote trouble={explain.trouble} onClose={explain.forget} />
      <div>
        <Button type="primary" htmlType="submit" loading={explain.busy} disabled={reason.trim() === ''}>
          {say(answer ? 'activity.finding.explain-again' : 'activity.finding.save')}
        </Button>
      </div>
    </form>
  )
}
