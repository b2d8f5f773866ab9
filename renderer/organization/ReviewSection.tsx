import { Button } from 'antd'
import { useState } from 'react'
import { z } from 'zod'

import type { RecordRef } from '#shared/kernel/record'
import { reviewInput } from '#shared/organization/system-contract'

import { api } from '../kernel/api.ts'
import { useAsk } from '../kernel/changes.ts'
import { useCommand } from '../kernel/commands.ts'
import { localDay } from '../kernel/local-day.ts'
import { useSay } from '../kernel/say.ts'
import { useMay } from '../kernel/session.ts'
import { useNames } from '../kernel/use-names.ts'
import { RecordForm, type Typed } from '../ui/RecordForm.tsx'
import { textIn } from '../ui/typed.ts'
import { usualDays } from './use-system.ts'

interface ReviewFormProps {
  readonly title: string
  /** What is looked at; all get the same conclusion and next day. */
  readonly records: readonly RecordRef[]
  readonly onDone: () => void
}

/** What was concluded, and when one looks again. */
export function ReviewForm({ title, records, onDone }: ReviewFormProps) {
  const say = useSay()
  const review = useCommand((typed: Typed) =>
    api.organization.review(
      reviewInput.parse({
        records: [...records],
        outcome: typed['outcome'],
        conclusion: textIn(typed, 'conclusion'),
        next: typed['next'],
      }),
    ),
  )
  const submit = async (typed: Typed) => {
    const done = await review.run(typed)
    if (done) onDone()
    return done !== undefined
  }
  return (
    <RecordForm
      title={title}
      draft={`organization/review/${records.length === 1 ? records[0] : 'many'}`}
      initial={{ outcome: 'keep', conclusion: '', next: usualDays().inAYear }}
      fields={[
        {
          name: 'outcome',
          label: say('organization.review.outcome'),
          kind: 'choice',
          schema: reviewInput.shape.outcome,
          options: (['keep', 'change'] as const).map((value) => ({
            value,
            label: say(`organization.review.${value}`),
          })),
        },
        {
          name: 'next',
          label: say('organization.review.next'),
          kind: 'day',
          schema: z.iso.date(),
        },
        {
          name: 'conclusion',
          label: say('organization.review.conclusion'),
          kind: 'area',
          schema: reviewInput.shape.conclusion,
        },
      ]}
      submit={say('organization.review.save')}
      onSubmit={submit}
      busy={review.busy}
      trouble={review.trouble}
      onLeave={onDone}
    />
  )
}

/** What was concluded about a record so far, and a new look at it. */
export function ReviewSection({ record }: { readonly record: RecordRef }) {
  const say = useSay()
  const may = useMay()
  const names = useNames()
  const [isOpen, setOpen] = useState(false)
  const asked = useAsk(['organization', 'reviews', record], () => api.organization.reviews({ record }))
  if (isOpen)
    return <ReviewForm title={say('organization.review')} records={[record]} onDone={() => setOpen(false)} />
  return (
    <section className="paper" aria-label={say('organization.review.history')}>
      <h2>{say('organization.review.history')}</h2>
      <ul className="findings">
        {(asked.data ?? []).map(({ madeAt, madeBy, outcome, conclusion }) => (
          <li key={madeAt}>
            {say('organization.review.line', {
              at: localDay(madeAt),
              name: names.get(madeBy) ?? '—',
              outcome: say(`organization.review.${outcome}`),
              conclusion,
            })}
          </li>
        ))}
      </ul>
      {may('organization.enter') && (
        <Button onClick={() => setOpen(true)}>{say('organization.review')}</Button>
      )}
    </section>
  )
}
