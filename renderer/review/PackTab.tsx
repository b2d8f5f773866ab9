import { Button, Collapse } from 'antd'
import { useState } from 'react'
import { Link, useLocation } from 'react-router'

import type { ReviewTopic } from '#shared/kernel/review-input'
import { reviewTopics } from '#shared/kernel/review-input'
import type { Subsystem } from '#shared/kernel/subsystem'
import type { ShownPack, ShownReview } from '#shared/review/contract'
import { isOpenReview } from '#shared/review/model'
import { type PackTopic, standings } from '#shared/review/pack'

import { api } from '../kernel/api.ts'
import { useCommand } from '../kernel/commands.ts'
import { localTime } from '../kernel/local-time.ts'
import { useSay } from '../kernel/say.ts'
import { withScope } from '../kernel/scope.ts'
import { useMay } from '../kernel/session.ts'
import { useNames } from '../kernel/use-names.ts'
import { ConfirmAct } from '../ui/ConfirmAct.tsx'
import { StateTag } from '../ui/StateTag.tsx'
import { TroubleNote } from '../ui/TroubleNote.tsx'
import { GapActs } from './GapActs.tsx'
import { SeriesCharts } from './SeriesChart.tsx'
import { StandingTag, usePack } from './use-review.tsx'

function keyOf({ topic, subsystem }: Pick<PackTopic, 'topic' | 'subsystem'>): string {
  return `${subsystem}/${topic}`
}

/** What lies before the review: at a glance, and topic by topic with numbers and charts; live, or as it was frozen. */
export function PackTab({ of }: { readonly of: ShownReview }) {
  const say = useSay()
  const may = useMay()
  const frozen = of.packs.at(-1)?.number ?? null
  const [isLive, setLive] = useState(false)
  const number = isLive ? null : frozen
  const asked = usePack(of.id, number)
  const [open, setOpen] = useState<readonly string[]>([])
  const freeze = useCommand(() => api.review.freeze({ id: of.id }))
  const pack = asked.data
  const canWrite = isOpenReview(of.state) && may('review.enter')
  const isFrozen = number !== null
  return (
    <div className="review-rows">
      <TroubleNote trouble={asked.error ?? freeze.trouble} />
      {pack && pack.withheld.length > 0 && (
        <p role="note">
          {say('review.pack.withheld', {
            areas: pack.withheld.map((area) => say.of({ code: `access.area.${area}` })).join('、'),
          })}
        </p>
      )}
      <div className="review-head">
        <PackStanding of={of} isFrozen={isFrozen} />
        {frozen !== null && isOpenReview(of.state) && (
          <Button onClick={() => setLive(!isLive)}>
            {say(isLive ? 'review.pack.kept' : 'review.pack.now')}
          </Button>
        )}
        {canWrite && (
          <ConfirmAct
            label={say(frozen === null ? 'review.pack.freeze' : 'review.pack.freeze-again')}
            question={say('review.pack.freeze-ask')}
            button={{ type: frozen === null ? 'primary' : 'default', loading: freeze.busy }}
            onConfirm={() => void freeze.run(undefined).then(() => setLive(false))}
          />
        )}
      </div>
      {pack && <Matrix pack={pack} onPick={(key) => setOpen([...new Set([...open, key])])} />}
      {pack && (
        <Collapse
          activeKey={[...open]}
          onChange={(keys) => setOpen(Array.isArray(keys) ? keys : [keys])}
          items={pack.topics.map((topic) => ({
            key: keyOf(topic),
            label: (
              <span className="review-topic-head" id={`review-${keyOf(topic)}`}>
                {say(`review.subsystem.${topic.subsystem}`)} · {say(`review.topic.${topic.topic}`)}{' '}
                <StandingTag standing={topic.standing} />{' '}
                {topic.isProvisional && <StateTag tone="warn" text={say('review.provisional')} />}
              </span>
            ),
            children: <Topic topic={topic} of={of} canWrite={canWrite && !isFrozen} />,
          }))}
        />
      )}
    </div>
  )
}

function PackStanding({ of, isFrozen }: { readonly of: ShownReview; readonly isFrozen: boolean }) {
  const say = useSay()
  const names: ReadonlyMap<string, string | null> = useNames()
  const last = of.packs.at(-1)
  if (!isFrozen || !last) return <StateTag tone="info" text={say('review.pack.live')} />
  const { number, asOf, frozenBy, frozenAt, sha256 } = last
  const name = (frozenBy === null ? null : names.get(frozenBy)) ?? '—'
  return (
    <span>
      <StateTag
        tone="good"
        text={say('review.pack.frozen', { number, asOf, name, at: localTime(frozenAt) })}
      />
      <br />
      <code className="evidence-hash">SHA-256 {sha256}</code>
    </span>
  )
}

/** Which input of which subsystem is there, old or empty; a cell opens its topic. */
function Matrix({ pack, onPick }: { readonly pack: ShownPack; readonly onPick: (key: string) => void }) {
  const say = useSay()
  const byKey = new Map(pack.topics.map((topic) => [keyOf(topic), topic]))
  const subsystems = [...new Set(pack.topics.map(({ subsystem }) => subsystem))]
  const counts = Object.fromEntries(
    standings.map((each) => [each, pack.topics.filter(({ standing }) => standing === each).length]),
  )
  const cell = (topic: ReviewTopic, subsystem: Subsystem) => {
    const found = byKey.get(`${subsystem}/${topic}`)
    if (!found) return null
    const name = `${say(`review.subsystem.${subsystem}`)} ${say(`review.topic.${topic}`)}`
    return (
      <button
        type="button"
        className="openable"
        aria-label={`${name}: ${say(`review.standing.${found.standing}`)}`}
        onClick={() => {
          onPick(keyOf(found))
          document.querySelector(`[id="review-${keyOf(found)}"]`)?.scrollIntoView({ block: 'center' })
        }}
      >
        <StandingTag standing={found.standing} />
      </button>
    )
  }
  return (
    <section className="paper" aria-label={say('review.pack.matrix')}>
      <h2>{say('review.pack.matrix')}</h2>
      <p className="page-purpose">{say('review.pack.counts', counts)}</p>
      <div className="plain-scroll">
        <table className="plain-table">
          <thead>
            <tr>
              <th scope="col">{say('review.pack.topic')}</th>
              {subsystems.map((subsystem) => (
                <th key={subsystem} scope="col">
                  {say(`review.subsystem.${subsystem}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {reviewTopics.map((topic) => (
              <tr key={topic}>
                <th scope="row">{say(`review.topic.${topic}`)}</th>
                {subsystems.map((subsystem) => (
                  <td key={subsystem}>{cell(topic, subsystem)}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  )
}

interface TopicProps {
  readonly topic: PackTopic
  readonly of: ShownReview
  readonly canWrite: boolean
}
function Topic({ topic, of, canWrite }: TopicProps) {
  const say = useSay()
  const { search } = useLocation()
  return (
    <>
      {topic.inputs.map((input) => (
        <div key={`${input.area}/${input.subsystem}`}>
          <ul className="review-lines">
            {input.lines.map(({ code, facts, path, record }) => (
              <li key={`${code}/${record}/${JSON.stringify(facts)}`}>
                <Link to={withScope(path, search)}>{say.of({ code, facts })}</Link>
              </li>
            ))}
          </ul>
          <SeriesCharts input={input} />
        </div>
      ))}
      <GapActs topic={topic} of={of} canWrite={canWrite} />
    </>
  )
}
