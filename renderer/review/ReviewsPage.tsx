import { Button } from 'antd'
import { useState } from 'react'
import { Link, useLocation } from 'react-router'

import { type Decision, decisionStates, monthsLater, type Review, reviewSettings } from '#shared/review/model'

import { api } from '../kernel/api.ts'
import { useCommand } from '../kernel/commands.ts'
import { useStaff } from '../kernel/PersonField.tsx'
import { useSay } from '../kernel/say.ts'
import { useGo, withScope } from '../kernel/scope.ts'
import { useMay } from '../kernel/session.ts'
import { EmptyState } from '../ui/EmptyState.tsx'
import { Icon } from '../ui/Icon.tsx'
import { KeepForm } from '../ui/KeepForm.tsx'
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

/** What was decided in all signed reviews, what is open first. */
function DecisionTable({ decisions }: { readonly decisions: readonly Decision[] }) {
  const say = useSay()
  const today = useToday()
  const { search } = useLocation()
  const { nameOf } = useStaff()
  const sorted = decisionStates.flatMap((state) => decisions.filter((each) => each.state === state))
  if (sorted.length === 0) return <p>{say('review.reviews.no-decisions')}</p>
  return (
    <section className="paper" aria-label={say('review.reviews.decisions')}>
      <h2>{say('review.reviews.decisions')}</h2>
      <div className="plain-scroll">
        <table className="plain-table">
          <thead>
            <tr>
              <th scope="col">{say('review.field.number')}</th>
              <th scope="col">{say('review.field.state')}</th>
              <th scope="col">{say('review.decision.text')}</th>
              <th scope="col">{say('review.decision.owner')}</th>
              <th scope="col">{say('review.decision.due')}</th>
            </tr>
          </thead>
          <tbody>
            {sorted.map(({ id, review, number, state, text, owner, due }) => (
              <tr key={id}>
                <td>
                  <Link to={withScope(`/review/${review}?tab=outputs`, search)}>{number}</Link>
                </td>
                <td>
                  <DecisionStateTag state={state} />
                </td>
                <td>{text}</td>
                <td>{nameOf(owner)}</td>
                <td>{state === 'open' && due < today ? <StateTag tone="stop" text={due} /> : due}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
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
  const save = (typed: Typed) =>
    api.review.setSettings(
      reviewSettings.parse(Object.fromEntries(numbers.map((name) => [name, wholeIn(typed, name)]))),
    )
  return (
    <KeepForm
      title={say('review.settings')}
      draft="review/settings"
      isThere
      initial={{ interval: String(settings.interval), prepare: String(settings.prepare) }}
      fields={numbers.map((name) => ({
        name,
        label: say(`review.settings.${name}`),
        kind: 'number',
        schema: typedNumber,
      }))}
      submit={say('review.save')}
      keep={save}
      onDone={onDone}
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
