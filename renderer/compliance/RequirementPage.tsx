import { Button } from 'antd'
import { Link, useLocation, useParams } from 'react-router'

import type { EvidenceKind } from '#shared/kernel/evidence-kinds'

import { RecordSide } from '../kernel/RecordSide.tsx'
import { type Say, useSay } from '../kernel/say.ts'
import { useGo, withScope } from '../kernel/scope.ts'
import { useMay } from '../kernel/session.ts'
import { Icon } from '../ui/Icon.tsx'
import { PageFrame } from '../ui/PageFrame.tsx'
import { StateTag } from '../ui/StateTag.tsx'
import { TroubleNote } from '../ui/TroubleNote.tsx'
import { JudgeForm } from './JudgeForm.tsx'
import { Judgements } from './Judgements.tsx'
import { OwnerForm } from './OwnerForm.tsx'
import { toneOf, toneOfWord, useRequirement, useTree } from './use-conformity.ts'

type Shown = NonNullable<ReturnType<typeof useRequirement>['data']>

/** One requirement: what it asks, what the records say, what people judged, who sees to it; and its proofs beside it. */
export function RequirementPage() {
  const say = useSay()
  const { tree = '', id = '' } = useParams()
  const asked = useRequirement(tree, id)
  const wording = useTree(tree)
  const may = useMay()
  const { data } = asked
  const clause = wording.data?.clauses.find((each) => each.id === data?.requirement.clause)
  const place = `compliance/requirements/${tree}/${id}`
  if (!data || data.row.id !== id)
    return (
      <PageFrame title={say('compliance.requirement', { id })} purpose="">
        <TroubleNote trouble={asked.error} />
      </PageFrame>
    )
  return (
    <PageFrame
      title={`${id} ${clause?.title[say.language] ?? ''}`}
      purpose={`${say(`compliance.level.${data.requirement.level}`)} · ${say(`compliance.subsystem.${data.requirement.subsystem}`)}`}
      action={<Neighbours tree={tree} shown={data} />}
    >
      <div className="record-page">
        <div className="compliance-record">
          <Asked shown={data} />
          <RecordsSay shown={data} />
          <Judgements judgements={data.judgements} row={data.row} />
          {may('compliance.check') && (
            <JudgeForm tree={tree} requirements={[id]} draft={`${place}/judge`} onDone={() => {}} />
          )}
          {may('compliance.enter') && (
            <OwnerForm
              tree={tree}
              requirements={[id]}
              draft={`${place}/owner`}
              present={data.assignment}
              onDone={() => {}}
            />
          )}
        </div>
        <RecordSide record={`compliance/requirement/${tree}:${id}`} />
      </div>
    </PageFrame>
  )
}

function Neighbours({ tree, shown }: { readonly tree: string; readonly shown: Shown }) {
  const say = useSay()
  const go = useGo()
  const to = (id: string | null) => () => {
    if (id !== null) go(`/compliance/requirements/${tree}/${id}`)
  }
  return (
    <>
      <Button
        onClick={() => go(`/compliance/tree?tree=${tree}&clause=${shown.requirement.clause}`)}
        icon={<Icon name="tree" />}
      >
        {say('compliance.clauses')}
      </Button>
      <Button disabled={shown.previous === null} icon={<Icon name="left" />} onClick={to(shown.previous)}>
        {say('compliance.requirement.previous')}
      </Button>
      <Button disabled={shown.next === null} icon={<Icon name="right" />} onClick={to(shown.next)}>
        {say('compliance.requirement.next')}
      </Button>
    </>
  )
}

/** The words of the requirement, the auditor's question, its state and what can show it. */
function Asked({ shown }: { readonly shown: Shown }) {
  const say = useSay()
  const { requirement, row } = shown
  const { text, question, evidence } = requirement
  return (
    <section className="paper" aria-label={say('compliance.row.text')}>
      <p className="compliance-text">{text[say.language]}</p>
      <div className="compliance-tags">
        <StateTag tone={toneOf[row.state]} text={say(`compliance.state.${row.state}`)} />
        {row.isExcluded && <StateTag tone="quiet" text={say('compliance.requirement.excluded')} />}
        {row.isContradicted && <StateTag tone="stop" text={say('compliance.requirement.contradiction')} />}
        {row.isStale && <StateTag tone="warn" text={say('compliance.requirement.stale')} />}
      </div>
      <dl className="compliance-facts">
        {question && (
          <>
            <dt>{say('compliance.requirement.question')}</dt>
            <dd>{question[say.language]}</dd>
          </>
        )}
        <dt>{say('compliance.requirement.evidence')}</dt>
        <dd>
          {evidence.length === 0 ? say('compliance.requirement.no-evidence') : kindsText(say, evidence)}
        </dd>
      </dl>
    </section>
  )
}

/** Every signal that speaks of it, met or not, with the way to its records. */
function RecordsSay({ shown: { signals, silent, row } }: { readonly shown: Shown }) {
  const say = useSay()
  const { search } = useLocation()
  return (
    <section className="paper" aria-label={say('compliance.requirement.records-say')}>
      <h2>{say('compliance.requirement.records-say')}</h2>
      <p>
        <StateTag tone={toneOfWord[row.says]} text={say(`compliance.says.${row.says}`)} />
      </p>
      {row.says === 'silent' && <p className="page-purpose">{say('compliance.requirement.silent')}</p>}
      {signals.length > 0 && (
        <table className="plain-table">
          <tbody>
            {signals.map((signal) => (
              <tr key={`${signal.code} ${signal.path} ${JSON.stringify(signal.facts)}`}>
                <td>
                  <StateTag
                    tone={signal.isMet ? 'good' : 'stop'}
                    text={say(`compliance.requirement.${signal.isMet ? 'met' : 'unmet'}`)}
                  />
                </td>
                <td>
                  {say.of(signal)}
                  <SignalRecords signal={signal} />
                </td>
                <td className="right">
                  <Link
                    to={withScope(signal.path, search)}
                    aria-label={`${say(`compliance.requirement.${signal.isMet ? 'see' : 'mend'}`)}: ${say.of(signal)}`}
                  >
                    {say(`compliance.requirement.${signal.isMet ? 'see' : 'mend'}`)}
                  </Link>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {row.says !== 'silent' && silent.length > 0 && (
        <p className="page-purpose">
          {say('compliance.requirement.silent-kinds', { kinds: kindsText(say, silent) })}
        </p>
      )}
    </section>
  )
}

function kindsText(say: Say, kinds: readonly EvidenceKind[]): string {
  return kinds.map((kind) => say(`kernel.evidence.${kind}`)).join(say.language === 'zh' ? '、' : ', ')
}

/** The very records that a signal speaks of. */
function SignalRecords({ signal: { records, more } }: { readonly signal: Shown['signals'][number] }) {
  const say = useSay()
  const { search } = useLocation()
  if (records.length === 0) return null
  return (
    <span className="compliance-examples">
      {records.map(({ record, number, title, path }) => (
        <Link key={record} to={withScope(path, search)}>
          {number === null ? title : `${number} ${title}`}
        </Link>
      ))}
      {more > 0 && (
        <span className="page-purpose">{say('compliance.requirement.more', { count: more })}</span>
      )}
    </span>
  )
}
