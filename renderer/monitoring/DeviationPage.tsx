import { Button } from 'antd'
import { useParams } from 'react-router'

import { type Deviation, deviationId, type DeviationId } from '#shared/monitoring/deviation'

import { api } from '../kernel/api.ts'
import { useAsk } from '../kernel/changes.ts'
import { localTime } from '../kernel/local-time.ts'
import { RecordSide } from '../kernel/RecordSide.tsx'
import { useSay } from '../kernel/say.ts'
import { useGo } from '../kernel/scope.ts'
import { useMay } from '../kernel/session.ts'
import { PageFrame } from '../ui/PageFrame.tsx'
import { StateTag } from '../ui/StateTag.tsx'
import { TroubleNote } from '../ui/TroubleNote.tsx'
import { DeviationAnswer } from './DeviationAnswer.tsx'
import { DeviationForm } from './DeviationForm.tsx'
import { DeviationStateTag } from './DeviationsPage.tsx'
import { DeviationSteps } from './DeviationSteps.tsx'
import { usePeople } from './use-people.ts'
import { useToday } from './use-today.ts'

/** One deviation: what set it off, its cause and response, and the next step until it is closed. */
export function DeviationPage() {
  const { id } = useParams()
  const say = useSay()
  const go = useGo()
  const parsed = deviationId.safeParse(id)
  if (parsed.success) return <Opened key={parsed.data} id={parsed.data} />
  if (id !== 'new')
    return (
      <PageFrame title={say('monitoring.deviations')} purpose={say('monitoring.no-such-deviation')}>
        {null}
      </PageFrame>
    )
  return (
    <PageFrame
      title={say('monitoring.deviations.add')}
      purpose={say('monitoring.deviations.purpose')}
      action={
        <Button onClick={() => go('/monitoring/deviations')}>{say('monitoring.deviations.all')}</Button>
      }
    >
      <div className="monitoring-narrow">
        <DeviationForm onSaved={(saved) => go(`/monitoring/deviations/${saved}`)} />
      </div>
    </PageFrame>
  )
}

function Opened({ id }: { readonly id: DeviationId }) {
  const say = useSay()
  const go = useGo()
  const may = useMay()
  const today = useToday()
  const asked = useAsk(['monitoring', 'deviation', id], () => api.monitoring.deviation({ id }))
  const known = asked.data
  if (known?.id !== id)
    return (
      <PageFrame title={say('monitoring.deviations')} purpose={say('monitoring.deviations.purpose')}>
        <TroubleNote trouble={asked.error} />
      </PageFrame>
    )
  const isLate = known.state === 'open' && known.dueOn < today
  return (
    <PageFrame
      title={`${known.code} ${known.title}`}
      purpose={
        <>
          <DeviationStateTag state={known.state} />{' '}
          {isLate && <StateTag tone="warn" text={say('monitoring.deviation.late', { due: known.dueOn })} />}
        </>
      }
      action={
        <>
          {may('nonconformity.enter') && (
            <Button onClick={() => go(`/nonconformity/new?from=monitoring/deviation/${id}`)}>
              {say('nonconformity.cases.add')}
            </Button>
          )}
          <Button onClick={() => go('/monitoring/deviations')}>{say('monitoring.deviations.all')}</Button>
        </>
      }
    >
      <div className="monitoring-columns">
        <Facts known={known} />
        <div className="monitoring-side">
          <DeviationAnswer key={known.changedAt} known={known} />
          <DeviationSteps known={known} />
          <RecordSide record={`monitoring/deviation/${id}`} />
        </div>
      </div>
    </PageFrame>
  )
}

function Facts({ known }: { readonly known: Deviation }) {
  const say = useSay()
  const who = usePeople()
  const register = useAsk(['monitoring', 'register', null], () => api.monitoring.register({ facility: null }))
  const names = known.parameters.map(
    (id) => register.data?.parameters.find((each) => each.id === id)?.name ?? '—',
  )
  const { answeredBy, answeredAt, approvedBy, approvedAt, closedBy, closedAt, closingNote } = known
  const rows: readonly (readonly [string, string])[] = [
    [
      say('monitoring.deviation.trigger'),
      known.trigger === null ? say('monitoring.deviation.seen') : say.of(known.trigger),
    ],
    [say('monitoring.deviation.parameters'), names.join('; ') || '—'],
    [say('monitoring.deviation.from'), known.from],
    [say('monitoring.deviation.to'), known.to ?? '—'],
    [say('monitoring.deviation.noticedOn'), known.noticedOn],
    [say('monitoring.deviation.dueOn'), known.dueOn],
    [say('monitoring.deviation.responsible'), known.responsible ?? '—'],
  ]
  const stamps = [
    answeredAt &&
      say('monitoring.deviation.answered-by', { name: who(answeredBy), at: localTime(answeredAt) }),
    approvedAt &&
      say('monitoring.deviation.approved-by', { name: who(approvedBy), at: localTime(approvedAt) }),
    known.aloneReason && say('monitoring.plan.alone', { reason: known.aloneReason }),
    closedAt &&
      say('monitoring.deviation.closed-by', {
        name: who(closedBy),
        at: localTime(closedAt),
        note: closingNote ?? '',
      }),
  ].filter((line) => typeof line === 'string')
  return (
    <section className="paper" aria-label={say('monitoring.deviation.title')}>
      <table className="monitoring-table">
        <tbody>
          {rows.map(([name, value]) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              <td>{value}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {stamps.map((line) => (
        <p key={line} className="page-purpose">
          {line}
        </p>
      ))}
    </section>
  )
}
