import { Button } from 'antd'
import { useState } from 'react'

import type { ShownReview } from '#shared/review/contract'
import { isOpenReview, meeting, newReview } from '#shared/review/model'

import { api } from '../kernel/api.ts'
import { localDay } from '../kernel/local-day.ts'
import { PasswordAct } from '../kernel/PasswordAct.tsx'
import { PeopleField, useStaff } from '../kernel/PersonField.tsx'
import { useSay } from '../kernel/say.ts'
import { useMay } from '../kernel/session.ts'
import { useTask } from '../kernel/tasks.ts'
import { useNames } from '../kernel/use-names.ts'
import { KeepForm } from '../ui/KeepForm.tsx'
import type { Typed } from '../ui/RecordForm.tsx'
import { StateTag } from '../ui/StateTag.tsx'
import { knownIn, listIn, textIn } from '../ui/typed.ts'
import { planIn, usePlanFields } from './plan-fields.tsx'

/** Who met and when, what is still missing, and the signature of top management. */
export function MeetingTab({ of }: { readonly of: ShownReview }) {
  const may = useMay()
  const canWrite = isOpenReview(of.state) && may('review.enter')
  return (
    <div className="review-rows">
      {isOpenReview(of.state) ? <Gaps of={of} /> : <Signed of={of} />}
      {canWrite ? <MeetingForm key={of.id} of={of} /> : <MeetingFacts of={of} />}
      {canWrite && <PlanForm of={of} />}
    </div>
  )
}

function Gaps({ of: { id, gaps } }: { readonly of: ShownReview }) {
  const say = useSay()
  const may = useMay()
  const sign = useTask((password: string, signal) => api.review.sign({ id, password }, { signal }))
  return (
    <section className="paper" aria-label={say('review.part.signature')}>
      <h2>{say('review.part.signature')}</h2>
      {gaps.length === 0 ? (
        <StateTag tone="good" text={say('review.gaps.none')} />
      ) : (
        <>
          <p>{say('review.gaps')}</p>
          <ul className="review-lines">
            {gaps.map((gap) => (
              <li key={gap.code}>
                <StateTag tone="warn" text={say.of(gap)} />
              </li>
            ))}
          </ul>
        </>
      )}
      {may('review.approve') && (
        <div className="page-acts review-acts">
          <PasswordAct
            label={say('review.sign')}
            question={say('review.sign.question')}
            running={sign}
            input={(password) => password}
            disabled={gaps.length > 0}
          />
        </div>
      )}
    </section>
  )
}

function Signed({ of: { signedBy, signedAt, cancelReason } }: { readonly of: ShownReview }) {
  const say = useSay()
  const names: ReadonlyMap<string, string | null> = useNames()
  if (signedAt === null) return <p>{cancelReason}</p>
  const name = (signedBy === null ? null : names.get(signedBy)) ?? '—'
  return <StateTag tone="good" text={say('review.signed-by', { name, on: localDay(signedAt) })} />
}

function MeetingFacts({ of: { heldOn, present, place, chair, note } }: { readonly of: ShownReview }) {
  const say = useSay()
  const { nameOf } = useStaff()
  const rows = [
    [say('review.field.heldOn'), heldOn ?? '—'],
    [say('review.field.place'), place || '—'],
    [say('review.field.chair'), nameOf(chair)],
    [say('review.field.present'), present.map(nameOf).join(', ') || '—'],
    [say('review.field.note'), note || '—'],
  ] as const
  return (
    <section className="paper" aria-label={say('review.part.meeting')}>
      <table className="plain-table">
        <tbody>
          {rows.map(([name, value]) => (
            <tr key={name}>
              <th scope="row" style={{ width: 180 }}>
                {name}
              </th>
              <td className="review-told">{value}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

function MeetingForm({ of }: { readonly of: ShownReview }) {
  const say = useSay()
  const { id, heldOn, present, invited, chair, note } = of
  const keep = (typed: Typed) =>
    api.review.keepMeeting({
      id,
      ...meeting.parse({
        heldOn: knownIn(typed, 'heldOn'),
        present: listIn(typed, 'present'),
        note: textIn(typed, 'note'),
      }),
    })
  return (
    <KeepForm
      title={say('review.part.meeting')}
      draft={`review/${id}/meeting`}
      isThere
      initial={{
        heldOn,
        present: present.length > 0 ? present : [...new Set([chair, ...invited])],
        note,
      }}
      fields={[
        { name: 'heldOn', label: say('review.field.heldOn'), kind: 'day' },
        { name: 'present', label: say('review.field.present'), kind: 'own', control: <PeopleField /> },
        { name: 'note', label: say('review.field.note'), kind: 'area' },
      ]}
      submit={say('review.save')}
      keep={keep}
    />
  )
}

function PlanForm({ of }: { readonly of: ShownReview }) {
  const say = useSay()
  const [isOpen, setOpen] = useState(false)
  const fields = usePlanFields()
  const { id } = of
  const save = (typed: Typed) => api.review.changePlan({ id, ...planIn(typed) })
  if (!isOpen)
    return (
      <div className="page-acts review-acts">
        <Button onClick={() => setOpen(true)}>
          {say('review.edit')} {say('review.part.plan')}
        </Button>
      </div>
    )
  return (
    <KeepForm
      title={say('review.part.plan')}
      draft={`review/${id}/plan`}
      isThere
      initial={newReview.parse(of)}
      fields={fields}
      submit={say('review.save')}
      keep={save}
      onDone={() => setOpen(false)}
    />
  )
}
