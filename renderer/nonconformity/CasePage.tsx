import { useParams } from 'react-router'

import type { ShownCase } from '#shared/nonconformity/contract'
import { caseId, type CaseState, caseStates, isCaseLate } from '#shared/nonconformity/model'

import { api } from '../kernel/api.ts'
import { useAsk } from '../kernel/changes.ts'
import { localDay } from '../kernel/local-day.ts'
import { localTime } from '../kernel/local-time.ts'
import { RecordSide } from '../kernel/RecordSide.tsx'
import { useSay } from '../kernel/say.ts'
import { useNames } from '../kernel/use-names.ts'
import { PageFrame } from '../ui/PageFrame.tsx'
import { StateTag } from '../ui/StateTag.tsx'
import { TroubleNote } from '../ui/TroubleNote.tsx'
import { ActionsPart } from './ActionsPart.tsx'
import { CaseActs } from './CaseActs.tsx'
import { CausePart } from './CausePart.tsx'
import { ContainmentPart } from './ContainmentPart.tsx'
import { EffectPart } from './EffectPart.tsx'
import { FactsPart } from './FactsPart.tsx'
import { CaseStateTag, useToday } from './use-nonconformity.tsx'

/** One nonconformity from what was found to its closing: what it is, what comes next, and what that still needs. */
export function CasePage() {
  const say = useSay()
  const today = useToday()
  const parsed = caseId.safeParse(useParams()['id'])
  const asked = useAsk(
    ['nonconformity', 'case', parsed.data],
    () => api.nonconformity.case({ id: caseId.parse(parsed.data) }),
    { also: ['kernel', 'access'], enabled: parsed.success },
  )
  const of = asked.data
  if (!parsed.success || of?.id !== parsed.data)
    return (
      <PageFrame title={say('nonconformity.cases')} purpose={say('nonconformity.cases.purpose')}>
        <TroubleNote trouble={asked.error} />
        {!parsed.success && <p>{say('nonconformity.no-such-case')}</p>}
      </PageFrame>
    )
  return (
    <PageFrame
      title={`${of.number} ${of.title}`}
      purpose={
        <>
          <CaseStateTag state={of.state} /> {say(`nonconformity.severity.${of.severity}`)}{' '}
          {isCaseLate(of, today) && (
            <StateTag tone="stop" text={say('nonconformity.late', { due: of.due })} />
          )}
        </>
      }
      action={<CaseActs of={of} />}
    >
      <Path state={of.state} />
      <Gaps of={of} />
      <div className="record-page">
        <div className="nonconformity-rows">
          {of.state !== 'acting' && <EffectPart of={of} />}
          <ActionsPart of={of} />
          {of.state === 'acting' && <EffectPart of={of} />}
          <CausePart of={of} />
          <ContainmentPart of={of} />
          <FactsPart key={of.id} of={of} />
          <Course of={of} />
        </div>
        <RecordSide record={`nonconformity/case/${of.id}`} />
      </div>
    </PageFrame>
  )
}

const way = caseStates.filter((state) => state !== 'withdrawn')

/** How far the case has come, from finding to closing. */
function Path({ state }: { readonly state: CaseState }) {
  const say = useSay()
  if (state === 'withdrawn') return null
  const reached = way.indexOf(state)
  return (
    <ol className="nonconformity-path" aria-label={say('nonconformity.part.course')}>
      {way.map((each, at) => (
        <li key={each} {...(at === reached && { 'aria-current': 'step' as const })}>
          <StateTag
            tone={at < reached || state === 'closed' ? 'good' : at === reached ? 'info' : 'quiet'}
            text={say(`nonconformity.state.${each}`)}
          />
        </li>
      ))}
    </ol>
  )
}

function Gaps({ of: { next, gaps } }: { readonly of: ShownCase }) {
  const say = useSay()
  if (next === null) return null
  const title = say('nonconformity.gaps', { act: say(`nonconformity.act.${next}`) })
  if (gaps.length === 0) return <StateTag tone="good" text={say('nonconformity.gaps.none')} />
  return (
    <section className="paper" aria-label={title}>
      <h2>{title}</h2>
      <ul className="nonconformity-gaps">
        {gaps.map((gap) => (
          <li key={gap.code}>
            <StateTag tone="warn" text={say.of(gap)} />
          </li>
        ))}
      </ul>
    </section>
  )
}

/** Every step with who and when, and how it stood before it began anew. */
function Course({ of }: { readonly of: ShownCase }) {
  const say = useSay()
  const names: ReadonlyMap<string, string | null> = useNames()
  const nameOf = (user: string | null) => (user === null ? '—' : (names.get(user) ?? '—'))
  const steps = [
    { at: of.raisedAt, word: say('nonconformity.cases.add'), who: of.raisedBy, note: '' },
    ...of.steps.map(({ act, madeAt, madeBy, note }) => ({
      at: madeAt,
      word: say(`nonconformity.did-act.${act}`),
      who: madeBy,
      note,
    })),
  ]
  return (
    <section className="paper" aria-label={say('nonconformity.part.course')}>
      <h2>{say('nonconformity.part.course')}</h2>
      <table className="plain-table">
        <tbody>
          {steps.map(({ at, word, who, note }) => (
            <tr key={`${at}/${word}`}>
              <td style={{ whiteSpace: 'nowrap' }}>{localTime(at)}</td>
              <td>{word}</td>
              <td>{nameOf(who)}</td>
              <td className="nonconformity-told">{note}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {of.rounds.map((round, at) => (
        <p key={round.madeAt} className="page-purpose">
          {say('nonconformity.round', {
            number: at + 1,
            on: localDay(round.madeAt),
            reason: round.reason,
            cause: round.rootCause || '—',
            actions: round.actions.join('; ') || '—',
          })}
        </p>
      ))}
    </section>
  )
}
