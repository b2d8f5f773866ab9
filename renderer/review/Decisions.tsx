import { Button } from 'antd'
import { useState } from 'react'

import type { ShownReview } from '#shared/review/contract'
import { type Decision, decisionFacts, isOpenReview } from '#shared/review/model'
import { pageOfOutput, requiredOutputs } from '#shared/review/outputs'

import { api } from '../kernel/api.ts'
import { useCommand } from '../kernel/commands.ts'
import { PersonField, useStaff } from '../kernel/PersonField.tsx'
import { useSay } from '../kernel/say.ts'
import { useGo } from '../kernel/scope.ts'
import { useMay } from '../kernel/session.ts'
import { ConfirmAct } from '../ui/ConfirmAct.tsx'
import { Icon } from '../ui/Icon.tsx'
import { KeepForm } from '../ui/KeepForm.tsx'
import type { Field, Typed } from '../ui/RecordForm.tsx'
import { TroubleNote } from '../ui/TroubleNote.tsx'
import { textIn } from '../ui/typed.ts'
import { DecisionStateTag } from './use-review.tsx'

/** What the review decides, with owner and day; once the minutes are signed, how far it has come. */
export function Decisions({ of }: { readonly of: ShownReview }) {
  const say = useSay()
  const may = useMay()
  const [edited, setEdited] = useState<Decision | 'new' | null>(null)
  const canWrite = isOpenReview(of.state) && may('review.enter')
  const titles = ['number', 'text', 'owner', 'due', 'note'] as const
  return (
    <>
      <section className="paper" aria-label={say('review.part.decisions')}>
        <h2>{say('review.part.decisions')}</h2>
        {of.decisions.length === 0 ? (
          <p className="page-purpose">{say('review.decision.none')}</p>
        ) : (
          <div className="plain-scroll">
            <table className="plain-table">
              <thead>
                <tr>
                  {titles.map((each) => (
                    <th key={each} scope="col">
                      {say(each === 'number' ? 'review.field.number' : `review.decision.${each}`)}
                    </th>
                  ))}
                  <th scope="col">{say('review.field.state')}</th>
                </tr>
              </thead>
              <tbody>
                {of.decisions.map((decision) => (
                  <DecisionRow
                    key={decision.id}
                    decision={decision}
                    canWrite={canWrite}
                    isSigned={of.state === 'signed'}
                    onEdit={() => setEdited(decision)}
                  />
                ))}
              </tbody>
            </table>
          </div>
        )}
        {canWrite && (
          <div className="page-acts review-acts">
            <Button icon={<Icon name="plus" size={14} />} onClick={() => setEdited('new')}>
              {say('review.decision.add')}
            </Button>
          </div>
        )}
      </section>
      {canWrite && edited !== null && (
        <DecisionForm
          key={edited === 'new' ? 'new' : edited.id}
          of={of}
          decision={edited === 'new' ? null : edited}
          onDone={() => setEdited(null)}
        />
      )}
    </>
  )
}

interface DecisionRowProps {
  readonly decision: Decision
  readonly canWrite: boolean
  readonly isSigned: boolean
  readonly onEdit: () => void
}
function DecisionRow({ decision, canWrite, isSigned, onEdit }: DecisionRowProps) {
  const say = useSay()
  const { nameOf } = useStaff()
  const { id, number, subsystem, output, text, owner, due, note, verifyNote, state } = decision
  const remove = useCommand(() => api.review.removeDecision({ id }))
  return (
    <tr>
      <td style={{ whiteSpace: 'nowrap' }}>{number}</td>
      <td>
        {text}
        <br />
        <span className="page-purpose">
          {say(`review.subsystem.${subsystem}`)} · {say(`review.output.${output}`)}
        </span>
      </td>
      <td>{nameOf(owner)}</td>
      <td>{due}</td>
      <td className="review-told">{[note, verifyNote].filter(Boolean).join('\n') || '—'}</td>
      <td>
        <DecisionStateTag state={state} />
        {canWrite && (
          <div className="page-acts">
            <Button size="small" onClick={onEdit}>
              {say('review.edit')}
            </Button>
            <Button size="small" onClick={() => void remove.run(undefined)}>
              {say('review.decision.remove')}
            </Button>
          </div>
        )}
        <TroubleNote trouble={remove.trouble} />
        {isSigned && <FollowUp decision={decision} />}
      </td>
    </tr>
  )
}

function FollowUp({ decision: { id, state, output } }: { readonly decision: Decision }) {
  const say = useSay()
  const may = useMay()
  const go = useGo()
  const finish = useCommand((note: string) => api.review.finishDecision({ id, note }))
  const verify = useCommand((note: string) => api.review.verifyDecision({ id, note }))
  const drop = useCommand((reason: string) => api.review.dropDecision({ id, reason }))
  const resume = useCommand(() => api.review.resumeDecision({ id }))
  const improve = useCommand(() => api.review.makeImprovement({ id }))
  const revise = useCommand(() => api.review.revisePolicy({ id }))
  const carryOut = async () => {
    if (output !== 'policy' || !may('organization.enter')) return go(pageOfOutput[output])
    const made = await revise.run(undefined)
    if (made) go(made.path)
  }
  const act = (what: 'finish' | 'verify' | 'drop', run: (note: string) => Promise<unknown>) => (
    <ConfirmAct
      label={say(`review.decision.${what}`)}
      question={say(`review.decision.${what}-ask`)}
      reasonLabel={say('review.decision.note')}
      button={{ size: 'small' }}
      onConfirm={(note) => void run(note)}
    />
  )
  return (
    <div className="page-acts">
      {state === 'open' && may('review.enter') && act('finish', finish.run)}
      {state === 'done' && may('review.check') && act('verify', verify.run)}
      {state === 'open' && may('review.approve') && act('drop', drop.run)}
      {state === 'open' && (
        <Button size="small" loading={revise.busy} onClick={() => void carryOut()}>
          {say(`review.act.${output}`)}
        </Button>
      )}
      {state === 'open' && may('review.enter') && (
        <Button
          size="small"
          onClick={() => void improve.run(undefined).then((made) => made && go(made.path))}
        >
          {say('review.decision.improve')}
        </Button>
      )}
      {(state === 'done' || state === 'dropped') && may('review.enter') && (
        <Button size="small" onClick={() => void resume.run(undefined)}>
          {say('review.decision.resume')}
        </Button>
      )}
      <TroubleNote
        trouble={
          finish.trouble ??
          verify.trouble ??
          drop.trouble ??
          resume.trouble ??
          improve.trouble ??
          revise.trouble
        }
      />
    </div>
  )
}

interface DecisionFormProps {
  readonly of: ShownReview
  readonly decision: Decision | null
  readonly onDone: () => void
}
function DecisionForm({ of, decision, onDone }: DecisionFormProps) {
  const say = useSay()
  const { shape } = decisionFacts
  const required = requiredOutputs(of.subsystems)
  const fields: readonly Field[] = [
    { name: 'text', label: say('review.decision.text'), kind: 'area', schema: shape.text },
    {
      name: 'place',
      label: say('review.decision.output'),
      kind: 'choice',
      schema: shape.text,
      options: required.map(({ output, subsystem }) => ({
        value: `${subsystem}/${output}`,
        label: `${say(`review.subsystem.${subsystem}`)} · ${say(`review.output.${output}`)}`,
      })),
    },
    {
      name: 'owner',
      label: say('review.decision.owner'),
      kind: 'own',
      schema: shape.owner,
      control: <PersonField />,
    },
    { name: 'due', label: say('review.decision.due'), kind: 'day', schema: shape.due },
  ]
  const save = (typed: Typed) => {
    const [subsystem, output] = textIn(typed, 'place').split('/')
    const facts = decisionFacts.parse({
      subsystem,
      output,
      text: textIn(typed, 'text'),
      owner: typed['owner'],
      due: typed['due'],
    })
    return decision
      ? api.review.changeDecision({ id: decision.id, ...facts })
      : api.review.addDecision({ review: of.id, ...facts })
  }
  return (
    <KeepForm
      title={say(decision ? 'review.decision.edit' : 'review.decision.add')}
      draft={`review/${of.id}/decision/${decision?.id ?? 'new'}`}
      isThere={decision !== null}
      initial={
        decision
          ? { ...decision, place: `${decision.subsystem}/${decision.output}` }
          : { text: '', place: 'core/opportunities', owner: null, due: null }
      }
      fields={fields}
      submit={say('review.save')}
      keep={save}
      onDone={onDone}
    />
  )
}
