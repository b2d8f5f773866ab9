import { Input, Select } from 'antd'
import { Link, useLocation } from 'react-router'

import { reviewTopics } from '#shared/kernel/review-input'
import type { ShownReview } from '#shared/review/contract'
import { isOpenReview, type OutputText } from '#shared/review/model'
import {
  pageOfOutput,
  type Required,
  requiredOutputs,
  verdictChoices,
  verdictsOf,
} from '#shared/review/outputs'

import { api } from '../kernel/api.ts'
import { useCommand } from '../kernel/commands.ts'
import { useDraft } from '../kernel/drafts.ts'
import { useSay } from '../kernel/say.ts'
import { withScope } from '../kernel/scope.ts'
import { useMay } from '../kernel/session.ts'
import { DraftNote } from '../ui/DraftNote.tsx'
import { StateTag } from '../ui/StateTag.tsx'
import { TroubleNote } from '../ui/TroubleNote.tsx'
import { Decisions } from './Decisions.tsx'

/** What the review concludes, output by output, and what it decides. */
export function OutputsTab({ of }: { readonly of: ShownReview }) {
  const may = useMay()
  const draft = useDraft<Readonly<Record<string, OutputText>>>(`review/${of.id}/outputs`, {})
  const keep = useCommand((said: OutputText) => api.review.keepOutput({ review: of.id, ...said }))
  const canWrite = isOpenReview(of.state) && may('review.enter')
  const save = async (key: string, said: OutputText) => {
    if (!(await keep.run(said))) return
    draft.update(({ [key]: now, ...rest }) =>
      now === said || now === undefined ? rest : { ...rest, [key]: now },
    )
    if (Object.keys(draft.value).length <= 1) await draft.settled()
  }
  return (
    <div className="review-rows">
      <Decisions of={of} />
      <TroubleNote trouble={keep.trouble} />
      <DraftNote draft={draft} />
      {draft.ready &&
        requiredOutputs(of.subsystems).map((required) => {
          const key = `${required.subsystem}/${required.output}`
          const kept = of.outputs.find(
            ({ output, subsystem }) => output === required.output && subsystem === required.subsystem,
          )
          const said = draft.value[key] ?? kept ?? { ...required, text: '', verdicts: {}, grounds: [] }
          return (
            <Output
              key={key}
              required={required}
              said={said}
              isTyped={draft.value[key] !== undefined}
              canWrite={canWrite}
              isLacking={of.gaps.some(
                ({ code }) => code === `review.lacks.${required.subsystem}-${required.output}`,
              )}
              onType={(next) => draft.change({ ...draft.value, [key]: next })}
              onKeep={(next) => void save(key, next)}
            />
          )
        })}
    </div>
  )
}

interface OutputProps {
  readonly required: Required
  readonly said: OutputText
  /** Typed and not yet in the minutes. */
  readonly isTyped: boolean
  readonly canWrite: boolean
  readonly isLacking: boolean
  readonly onType: (said: OutputText) => void
  readonly onKeep: (said: OutputText) => void
}
function Output({ required, said, isTyped, canWrite, isLacking, onType, onKeep }: OutputProps) {
  const say = useSay()
  const { search } = useLocation()
  const { output, subsystem } = required
  const title = `${say(`review.subsystem.${subsystem}`)} · ${say(`review.output.${output}`)}`
  const set = (change: Partial<OutputText>) => {
    const next = { ...said, ...change }
    onType(next)
    onKeep(next)
  }
  return (
    <section className="paper" aria-label={title}>
      <h2>
        {title}{' '}
        <StateTag
          tone={isLacking ? 'warn' : 'good'}
          text={say(`review.standing.${isLacking ? 'empty' : 'ready'}`)}
        />
      </h2>
      <div className="review-head">
        {verdictsOf(required).map((verdict) => (
          <label key={verdict}>
            {say.of({ code: `review.verdict.${verdict}` })}{' '}
            <Select
              aria-label={`${title} ${say.of({ code: `review.verdict.${verdict}` })}`}
              disabled={!canWrite}
              style={{ width: 130 }}
              value={said.verdicts[verdict] ?? null}
              options={verdictChoices(verdict).map((value) => ({
                value,
                label: say.of({ code: `review.concluded.${value}` }),
              }))}
              onChange={(value) =>
                value !== null && set({ verdicts: { ...said.verdicts, [verdict]: value } })
              }
            />
          </label>
        ))}
        {output === 'judgement' && (
          <label>
            {say('review.field.grounds')}{' '}
            <Select
              mode="multiple"
              aria-label={`${title} ${say('review.field.grounds')}`}
              disabled={!canWrite}
              style={{ minWidth: 260 }}
              value={said.grounds}
              options={reviewTopics.map((value) => ({ value, label: say(`review.topic.${value}`) }))}
              onChange={(grounds) => set({ grounds })}
            />
          </label>
        )}
      </div>
      {canWrite ? (
        <Input.TextArea
          aria-label={`${title} ${say('review.output.text')}`}
          placeholder={say('review.output.text')}
          rows={2}
          maxLength={4000}
          value={said.text}
          onChange={({ target }) => onType({ ...said, text: target.value })}
          onBlur={() => isTyped && onKeep(said)}
        />
      ) : (
        <p className="review-told">{said.text || '—'}</p>
      )}
      <Link to={withScope(pageOfOutput[output], search)}>{say(`review.act.${output}`)}</Link>
    </section>
  )
}
