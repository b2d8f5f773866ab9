import { Button, DatePicker } from 'antd'
import dayjs from 'dayjs'
import { useState } from 'react'

import type { SystemReview } from '#shared/performance/system-review'
import { clauseOf } from '#shared/performance/system-review'
import type { SubsystemStanding } from '#shared/performance/system-review-contract'

import { api } from '../kernel/api.ts'
import { useCommand } from '../kernel/commands.ts'
import { useSay } from '../kernel/say.ts'
import { useGo } from '../kernel/scope.ts'
import { useMay } from '../kernel/session.ts'
import { EmptyState } from '../ui/EmptyState.tsx'
import { PageFrame } from '../ui/PageFrame.tsx'
import type { RecordColumn } from '../ui/record-columns.ts'
import { RecordTable } from '../ui/RecordTable.tsx'
import { StateTag, type Tone } from '../ui/StateTag.tsx'
import { TroubleNote } from '../ui/TroubleNote.tsx'
import { ReviewMethodCard } from './ReviewMethodCard.tsx'
import { useSystemReviews } from './use-operation.ts'

const tones = { planned: 'quiet', 'in-work': 'info', finished: 'good' } as const

/** How the four system reviews stand, by what method they are held, and all that were held. */
export function SystemReviewsPage() {
  const say = useSay()
  const go = useGo()
  const asked = useSystemReviews()
  return (
    <PageFrame title={say('performance.system-reviews')} purpose={say('performance.system-reviews.purpose')}>
      <TroubleNote trouble={asked.error} />
      <section className="paper" aria-label={say('performance.system-reviews.standing')}>
        <h2>{say('performance.system-reviews.standing')}</h2>
        <Standing standing={asked.data?.standing ?? []} />
      </section>
      <ReviewMethodCard />
      <RecordTable
        name="performance-system-reviews"
        label={say('performance.system-reviews.all')}
        rows={asked.data?.reviews ?? []}
        rowKey={({ id }) => id}
        columns={useColumns()}
        onOpen={({ id }) => go(`/performance/reviews/${id}`)}
        loading={asked.isPending}
        empty={
          <EmptyState
            icon="check"
            title={say('performance.system-reviews.empty')}
            why={say('performance.system-reviews.empty-why')}
          />
        }
      />
    </PageFrame>
  )
}

function useColumns(): readonly RecordColumn<SystemReview>[] {
  const say = useSay()
  return [
    {
      key: 'number',
      title: say('performance.system-review.number'),
      text: ({ number }) => number,
      width: 130,
    },
    {
      key: 'subsystem',
      title: say('performance.system-review.subsystem'),
      text: ({ subsystem }) => say(`performance.system-review.subsystem.${subsystem}`),
      choices: true,
      width: 130,
    },
    {
      key: 'occasion',
      title: say('performance.system-review.occasion'),
      text: ({ occasion }) => say(`performance.system-review.occasion.${occasion}`),
      choices: true,
      width: 110,
    },
    {
      key: 'state',
      title: say('performance.system-review.state'),
      text: ({ state }) => say(`performance.system-review.state.${state}`),
      cell: ({ state }) => (
        <StateTag tone={tones[state]} text={say(`performance.system-review.state.${state}`)} />
      ),
      choices: true,
      width: 110,
    },
    {
      key: 'plannedOn',
      title: say('performance.system-review.plannedOn'),
      text: ({ plannedOn }) => plannedOn,
      width: 120,
    },
    {
      key: 'heldOn',
      title: say('performance.system-review.heldOn'),
      text: ({ heldOn }) => heldOn ?? '',
      width: 120,
    },
    {
      key: 'result',
      title: say('performance.system-review.result'),
      text: ({ result }) => result,
      width: 320,
    },
  ]
}

function Standing({ standing }: { readonly standing: readonly SubsystemStanding[] }) {
  const say = useSay()
  const head = ['subsystem', 'state', 'last', 'next', 'waiting'] as const
  return (
    <div
      className="plain-scroll"
      role="region"
      tabIndex={0}
      aria-label={say('frame.chart.table', { label: say('performance.system-reviews.standing') })}
    >
      <table className="plain-table">
        <thead>
          <tr>
            {head.map((each) => (
              <th key={each} scope="col">
                {say(`performance.system-review.${each}`)}
              </th>
            ))}
            <th scope="col">
              <span className="visually-hidden">{say('performance.system-review.plan')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {standing.map((each) => (
            <Row key={each.subsystem} standing={each} />
          ))}
        </tbody>
      </table>
    </div>
  )
}

function stateOf(
  { inScope, last, dueOn, changes }: SubsystemStanding,
  today: string,
): { readonly tone: Tone; readonly what: 'not-in-scope' | 'never' | 'asked' | 'late' | 'current' } {
  if (!inScope) return { tone: 'quiet', what: 'not-in-scope' }
  if (changes.length > 0) return { tone: 'stop', what: 'asked' }
  if (!last) return { tone: 'warn', what: 'never' }
  if (dueOn !== null && dueOn < today) return { tone: 'stop', what: 'late' }
  return { tone: 'good', what: 'current' }
}

function Row({ standing }: { readonly standing: SubsystemStanding }) {
  const say = useSay()
  const go = useGo()
  const may = useMay()
  const { subsystem, last, dueOn, open, changes } = standing
  const { tone, what } = stateOf(standing, dayjs().format('YYYY-MM-DD'))
  const link = (path: string, text: string) => (
    <button type="button" className="openable" onClick={() => go(path)}>
      {text}
    </button>
  )
  return (
    <tr>
      <th scope="row">
        {say(`performance.system-review.subsystem.${subsystem}`)}{' '}
        <span className="page-clause">{clauseOf[subsystem]}</span>
      </th>
      <td>
        <StateTag tone={tone} text={say(`performance.system-review.${what}`, { count: changes.length })} />
      </td>
      <td>{last ? link(`/performance/reviews/${last.id}`, `${last.number} ${last.heldOn ?? ''}`) : '—'}</td>
      <td>{dueOn ?? '—'}</td>
      <td>
        {changes.map(({ id, number, title }) => (
          <div key={id}>{link(`/performance/changes/${id}`, `${number} ${title}`)}</div>
        ))}
      </td>
      <td>
        {open
          ? link(`/performance/reviews/${open.id}`, `${say('performance.system-review.open')} ${open.number}`)
          : may('performance.enter') && standing.inScope && <Plan standing={standing} />}
      </td>
    </tr>
  )
}

/** Plans the next review on a day; what asks for it is taken along. */
function Plan({ standing: { subsystem, last, changes } }: { readonly standing: SubsystemStanding }) {
  const say = useSay()
  const go = useGo()
  const [on, setOn] = useState(dayjs().add(14, 'day'))
  const occasion = changes.length > 0 ? 'change' : last ? 'interval' : 'first'
  const plan = useCommand(() =>
    api.performance.planSystemReview({
      subsystem,
      occasion,
      plannedOn: on.format('YYYY-MM-DD'),
      changes: changes.map(({ id }) => id),
    }),
  )
  const begin = async () => {
    const made = await plan.run(undefined)
    if (made) go(`/performance/reviews/${made.id}`)
  }
  return (
    <div className="performance-acts">
      <DatePicker
        value={on}
        allowClear={false}
        onChange={(value: dayjs.Dayjs | null) => value && setOn(value)}
        aria-label={say('performance.system-review.plannedOn')}
      />
      <Button loading={plan.busy} onClick={() => void begin()}>
        {say('performance.system-review.plan')}
      </Button>
      <TroubleNote trouble={plan.trouble} onClose={plan.forget} />
    </div>
  )
}
