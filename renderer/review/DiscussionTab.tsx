import { Input } from 'antd'
import { Link, useLocation } from 'react-router'

import type { ShownReview } from '#shared/review/contract'
import { type Discussion, isOpenReview } from '#shared/review/model'
import type { PackTopic } from '#shared/review/pack'

import { api } from '../kernel/api.ts'
import { useCommand } from '../kernel/commands.ts'
import { useDraft } from '../kernel/drafts.ts'
import { useSay } from '../kernel/say.ts'
import { withScope } from '../kernel/scope.ts'
import { useMay } from '../kernel/session.ts'
import { DraftNote } from '../ui/DraftNote.tsx'
import { StateTag } from '../ui/StateTag.tsx'
import { TroubleNote } from '../ui/TroubleNote.tsx'
import { StandingTag, usePack } from './use-review.tsx'

/** How many lines of an input are called to mind beside what is said of it. */
const shownLines = 5

/** Topic by topic, what is said in the meeting; kept at every key, and in the minutes once the field is left. */
export function DiscussionTab({ of }: { readonly of: ShownReview }) {
  const say = useSay()
  const may = useMay()
  const asked = usePack(of.id, of.packs.at(-1)?.number ?? null)
  const draft = useDraft<Readonly<Record<string, string>>>(`review/${of.id}/discussion`, {})
  const keep = useCommand((said: Discussion) => api.review.keepDiscussion({ review: of.id, ...said }))
  const canWrite = isOpenReview(of.state) && may('review.enter')
  const leave = async (key: string, { topic, subsystem }: Pick<PackTopic, 'topic' | 'subsystem'>) => {
    const text = draft.value[key]
    if (text === undefined || !(await keep.run({ topic, subsystem, text }))) return
    draft.update(({ [key]: now, ...rest }) =>
      now === text || now === undefined ? rest : { ...rest, [key]: now },
    )
    if (Object.keys(draft.value).length <= 1) await draft.settled()
  }
  return (
    <div className="review-rows">
      <TroubleNote trouble={asked.error ?? keep.trouble} />
      <DraftNote draft={draft} />
      {canWrite && <p className="page-purpose">{say('review.discussion.hint')}</p>}
      {draft.ready &&
        asked.data?.topics.map((topic) => {
          const key = `${topic.subsystem}/${topic.topic}`
          const kept = of.discussions.find(
            (each) => each.topic === topic.topic && each.subsystem === topic.subsystem,
          )?.text
          const typed = draft.value[key]
          return (
            <section key={key} className="paper" aria-label={titleOf(say, topic)}>
              <h2>
                {titleOf(say, topic)} <StandingTag standing={topic.standing} />
              </h2>
              <Reminder topic={topic} />
              {canWrite ? (
                <Input.TextArea
                  aria-label={titleOf(say, topic)}
                  rows={2}
                  maxLength={4000}
                  value={typed ?? kept ?? ''}
                  onChange={({ target }) => draft.change({ ...draft.value, [key]: target.value })}
                  onBlur={() => void leave(key, topic)}
                />
              ) : (
                <p className="review-told">{kept ?? '—'}</p>
              )}
              {canWrite && typed === undefined && kept !== undefined && kept !== '' && (
                <StateTag tone="good" text={say('review.discussion.kept')} />
              )}
            </section>
          )
        })}
    </div>
  )
}

function titleOf(
  say: ReturnType<typeof useSay>,
  { topic, subsystem }: Pick<PackTopic, 'topic' | 'subsystem'>,
) {
  return `${say(`review.subsystem.${subsystem}`)} · ${say(`review.topic.${topic}`)}`
}

/** The first lines of what lies before the meeting on a topic. */
function Reminder({ topic: { inputs, fills, isProvisional } }: { readonly topic: PackTopic }) {
  const say = useSay()
  const { search } = useLocation()
  const lines = inputs.flatMap((input) => input.lines)
  return (
    <>
      {isProvisional && <StateTag tone="warn" text={say('review.provisional')} />}
      <ul className="review-lines">
        {lines.slice(0, shownLines).map(({ code, facts, path }) => (
          <li key={`${code}/${JSON.stringify(facts)}`}>
            <Link to={withScope(path, search)}>{say.of({ code, facts })}</Link>
          </li>
        ))}
        {fills.map(({ id, text }) => text !== null && <li key={id}>{text}</li>)}
      </ul>
    </>
  )
}
