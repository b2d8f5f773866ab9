import { Button } from 'antd'
import { useState } from 'react'

import { type Decision, monthsLater, type Review, reviewSettings } from '#shared/review/model'

import { api } from '../kernel/api.ts'
import { useCommand } from '../kernel/commands.ts'
import { useStaff } from '../kernel/PersonField.tsx'
import { useSay } from '../kernel/say.ts'
import { useGo } from '../kernel/scope.ts'
import { useMay } from '../kernel/session.ts'
import { EmptyState } from '../ui/EmptyState.tsx'
import { Icon } from '../ui/Icon.tsx'
import { PageFrame } from '../ui/PageFrame.tsx'
import type { RecordColumn } from '../ui/record-columns.ts'
import { RecordForm, type Typed } from '../ui/RecordForm.tsx'
import { RecordTable } from '../ui/RecordTable.tsx'
import { StateTag } from '../ui/StateTag.tsx'
import { TroubleNote } from '../ui/TroubleNote.tsx'
import { typedNumber, wholeIn } from '../ui/typed.ts'
import { planIn, usePlanFields } from './plan-fields.tsx'
import { DecisionStateTag, ReviewStateTag, useReviews, useToday } from './use-review.tsx'

/** Management reviews, when the next is due, and what became of everything that was decided. */
export function ReviewsPage() {
  const say = useSay()
  const may = useMay()
  const go = useGo()
  const asked = useReviews()
  const today = useToday()
  const [isSetting, setSetting] = useState(false)
  const { reviews = [], nextDue = today, settings } = asked.data ?? {}
  const begin = may('review.enter') && (
    <Button type="primary" icon={<Icon name="plus" />} onClick={() => go('/review/new')}>
      {say('review.reviews.plan')}
    </Button>
  )
  const signed = reviews.filter(({ state }) => state === 'signed')
  return (
    <PageFrame
      title={say('review.reviews')}
      purpose={say('review.reviews.purpose')}
      action={
        <>
          {may('review.manage') && (
            <Button icon={<Icon name="settings" />} onClick={() => setSetting(!isSetting)}>
              {say('review.settings')}
            </Button>
          )}
          {reviews.length > 0 && begin}
        </>
      }
    >
      <TroubleNote trouble={asked.error} />
      {asked.data && (
        <p>
          {nextDue < today ? (
            <StateTag tone="stop" text={say('review.reviews.overdue', { due: nextDue })} />
          ) : (
            <StateTag tone="info" text={say('review.reviews.next', { due: nextDue })} />
          )}
        </p>
      )}
      {isSetting && settings && <SettingsForm settings={settings} onDone={() => setSetting(false)} />}
      <RecordTable
        name="review-reviews"
        label={say('review.reviews')}
        rows={reviews}
        rowKey={({ id }) => id}
        columns={useColumns()}
        onOpen={({ id }) => go(`/review/${id}`)}
        loading={asked.isPending}
        empty={
          <EmptyState
            icon="people"
            title={say('review.reviews.empty')}
            why={say('review.reviews.empty-why')}
            action={begin}
          />
        }
      />
      {signed.length > 0 && <DecisionTable decisions={signed.flatMap(({ decisions }) => decisions)} />}
    </PageFrame>
  )
}

function useColumns(): readonly RecordColumn<Review>[] {
  const say = useSay()
  const { nameOf } = useStaff()
  return [
    { key: 'number', width: 120, title: say('review.field.number'), text: ({ number }) => number },
    {
      key: 'state',
      width: 120,
      title: say('review.field.state'),
      text: ({ state }) => say(`review.state.${state}`),
      cell: ({ state }) => <ReviewStateTag state={state} />,
      choices: true,
    },
    { key: 'title', width: 260, title: say('review.field.title'), text: ({ title }) => title },
    {
      key: 'heldOn',
      width: 120,
      title: say('review.field.heldOn'),
      text: ({ heldOn, plannedOn }) => heldOn ?? plannedOn,
    },
    {
      key: 'period',
      width: 210,
      title: say('review.field.period'),
      text: ({ from, to }) => say('review.span', { from, to }),
    },
    { key: 'chair', width: 110, title: say('review.field.chair'), text: ({ chair }) => nameOf(chair) },
    {
      key: 'decisions',
      width: 80,
      title: say('review.field.decisions'),
      text: ({ decisions }) => String(decisions.length),
      number: true,
    },
  ]
}

function DecisionTable({ decisions }: { readonly decisions: readonly Decision[] }) {
  const say = useSay()
  const go = useGo()
  const today = useToday()
  const { nameOf } = useStaff()
  const columns: readonly RecordColumn<Decision>[] = [
    { key: 'number', width: 140, title: say('review.field.number'), text: ({ number }) => number },
    {
      key: 'state',
      width: 110,
      title: say('review.field.state'),
      text: ({ state }) => say(`review.decision-state.${state}`),
      cell: ({ state }) => <DecisionStateTag state={state} />,
      choices: true,
    },
    { key: 'text', width: 320, title: say('review.decision.text'), text: ({ text }) => text },
    { key: 'owner', width: 110, title: say('review.decision.owner'), text: ({ owner }) => nameOf(owner) },
    {
      key: 'due',
      width: 120,
      title: say('review.decision.due'),
      text: ({ due }) => due,
      cell: ({ due, state }) => (state === 'open' && due < today ? <StateTag tone="stop" text={due} /> : due),
    },
  ]
  return (
    <>
      <h2>{say('review.reviews.decisions')}</h2>
      <RecordTable
        name="review-decisions"
        label={say('review.reviews.decisions')}
        rows={decisions}
        rowKey={({ id }) => id}
        columns={columns}
        onOpen={({ review }) => go(`/review/${review}?tab=outputs`)}
        empty={<p>{say('review.reviews.no-decisions')}</p>}
      />
    </>
  )
}

const numbers = ['interval', 'prepare'] as const

function SettingsForm({
  settings,
  onDone,
}: {
  readonly settings: { readonly interval: number; readonly prepare: number }
  readonly onDone: () => void
}) {
  const say = useSay()
  const save = useCommand((typed: Typed) =>
    api.review.setSettings(
      reviewSettings.parse(Object.fromEntries(numbers.map((name) => [name, wholeIn(typed, name)]))),
    ),
  )
  const submit = async (typed: Typed) => {
    const saved = await save.run(typed)
    if (saved) onDone()
    return saved !== undefined
  }
  return (
    <RecordForm
      title={say('review.settings')}
      draft="review/settings"
      initial={{ interval: String(settings.interval), prepare: String(settings.prepare) }}
      fields={numbers.map((name) => ({
        name,
        label: say(`review.settings.${name}`),
        kind: 'number',
        schema: typedNumber,
      }))}
      submit={say('review.save')}
      onSubmit={submit}
      busy={save.busy}
      trouble={save.trouble}
      onLeave={onDone}
    />
  )
}

/** Plans a review over the twelve months up to today, until somebody says otherwise. */
export function NewReviewPage() {
  const say = useSay()
  const go = useGo()
  const today = useToday()
  const fields = usePlanFields()
  const plan = useCommand((typed: Typed) => api.review.plan(planIn(typed)))
  const submit = async (typed: Typed) => {
    const made = await plan.run(typed)
    if (made) go(`/review/${made.id}`)
    return made !== undefined
  }
  return (
    <PageFrame
      title={say('review.reviews.plan')}
      purpose={say('review.reviews.purpose')}
      action={<Button onClick={() => go('/review')}>{say('review.reviews.all')}</Button>}
    >
      <RecordForm
        title={say('review.part.plan')}
        draft="review/new"
        initial={{
          title: say('review.new.title', { year: today.slice(0, 4) }),
          plannedOn: today,
          from: monthsLater(today, -12),
          to: today,
          place: '',
          chair: null,
          invited: [],
        }}
        fields={fields}
        submit={say('review.reviews.plan')}
        onSubmit={submit}
        busy={plan.busy}
        trouble={plan.trouble}
        onLeave={() => go('/review')}
      />
    </PageFrame>
  )
}
