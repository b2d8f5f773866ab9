import { Input, Radio } from 'antd'
import { useRef } from 'react'

import { itemConclusions, type ReviewedItem } from '#shared/performance/system-review'
import type { OpenedReview } from '#shared/performance/system-review-contract'

import { api } from '../kernel/api.ts'
import { useCommand } from '../kernel/commands.ts'
import { useDraft } from '../kernel/drafts.ts'
import { useSay } from '../kernel/say.ts'
import { useGo } from '../kernel/scope.ts'
import type { TextCode } from '../kernel/texts.ts'
import { DraftNote } from '../ui/DraftNote.tsx'
import { StateTag } from '../ui/StateTag.tsx'
import { TroubleNote } from '../ui/TroubleNote.tsx'

interface ItemsProps {
  readonly review: OpenedReview
  readonly mayWork: boolean
}
const tones = { 'in-order': 'good', gap: 'warn', 'not-applicable': 'quiet' } as const

/** Everything the clause asks to look at: what the records say beside what is concluded from it. */
export function ReviewItems({ review, mayWork }: ItemsProps) {
  const say = useSay()
  return (
    <section className="paper" aria-label={say('performance.system-review.content')}>
      <h2>{say('performance.system-review.content')}</h2>
      <ol className="performance-items">
        {review.items.map((item) => (
          <li key={item.key}>
            <h3>
              {say(`performance.review-item.${item.requirement}` as TextCode)}{' '}
              <span className="page-clause">{item.requirement.replace('-', ' ')}</span>
            </h3>
            <div className="performance-item">
              <Records item={item} />
              {mayWork ? <Conclude review={review} item={item} /> : <Concluded item={item} />}
            </div>
          </li>
        ))}
      </ol>
    </section>
  )
}

function Records({ item: { shown } }: { readonly item: ReviewedItem }) {
  const say = useSay()
  const go = useGo()
  if (shown.length === 0) return <p className="page-purpose">{say('performance.system-review.no-records')}</p>
  return (
    <ul className="performance-records" aria-label={say('performance.system-review.records')}>
      {shown.map((line) => {
        const { path } = line
        const text = say.of(line)
        return (
          <li key={text}>
            {path === null ? (
              text
            ) : (
              <button type="button" className="openable" onClick={() => go(path)}>
                {text}
              </button>
            )}
          </li>
        )
      })}
    </ul>
  )
}

function Concluded({ item: { conclusion, finding } }: { readonly item: ReviewedItem }) {
  const say = useSay()
  return (
    <div>
      {conclusion === null ? (
        <StateTag tone="quiet" text={say('performance.system-review.conclusion.open')} />
      ) : (
        <StateTag tone={tones[conclusion]} text={say(`performance.system-review.conclusion.${conclusion}`)} />
      )}
      <p className="performance-said">{finding}</p>
    </div>
  )
}

interface Said {
  readonly conclusion: ReviewedItem['conclusion']
  readonly finding: string
}

/** A choice is recorded at once, a finding when the field is left; until then it is kept as a draft. */
function Conclude({ review, item }: { readonly review: OpenedReview; readonly item: ReviewedItem }) {
  const say = useSay()
  const { key, conclusion, finding, requirement } = item
  const draft = useDraft<Said>(`performance/system-review/${review.id}/${key}`, { conclusion, finding })
  const last = useRef<Said>({ conclusion, finding })
  const save = useCommand((said: Said) =>
    api.performance.concludeReviewItem({ id: review.id, key, ...said, finding: said.finding.trim() }),
  )
  const record = async (said: Said) => {
    if (said.conclusion === last.current.conclusion && said.finding === last.current.finding) return
    const done = await save.run(said)
    if (!done) return
    last.current = said
    await draft.settled()
  }
  if (!draft.ready) return null
  const now = draft.value
  const name = say(`performance.review-item.${requirement}` as TextCode)
  return (
    <div>
      <DraftNote draft={draft} />
      <Radio.Group
        aria-label={`${name} ${say('performance.system-review.conclusion')}`}
        options={itemConclusions.map((value) => ({
          value,
          label: say(`performance.system-review.conclusion.${value}`),
        }))}
        value={now.conclusion}
        onChange={({ target }) => {
          const said = { ...now, conclusion: target.value as Said['conclusion'] }
          draft.change(said)
          void record(said)
        }}
      />
      <Input.TextArea
        aria-label={`${name} ${say('performance.system-review.finding')}`}
        placeholder={say('performance.system-review.finding')}
        rows={2}
        maxLength={4000}
        value={now.finding}
        onChange={({ target }) => draft.change({ ...now, finding: target.value })}
        onBlur={() => void record(draft.value)}
      />
      <TroubleNote trouble={save.trouble} onClose={save.forget} />
    </div>
  )
}
