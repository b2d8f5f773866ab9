import { useParams } from 'react-router'

import { clauseOf, type SystemReviewId } from '#shared/performance/system-review'
import type { OpenedReview } from '#shared/performance/system-review-contract'

import { api } from '../kernel/api.ts'
import { useAsk } from '../kernel/changes.ts'
import { useCommand } from '../kernel/commands.ts'
import { localDay } from '../kernel/local-day.ts'
import { PasswordAct } from '../kernel/PasswordAct.tsx'
import { useStaff } from '../kernel/PersonField.tsx'
import { RecordSide } from '../kernel/RecordSide.tsx'
import { useSay } from '../kernel/say.ts'
import { useGo } from '../kernel/scope.ts'
import { useMay } from '../kernel/session.ts'
import { useTask } from '../kernel/tasks.ts'
import { ConfirmAct } from '../ui/ConfirmAct.tsx'
import { PageFrame } from '../ui/PageFrame.tsx'
import { StateTag } from '../ui/StateTag.tsx'
import { TroubleNote } from '../ui/TroubleNote.tsx'
import { FactList } from './FactList.tsx'
import { ReviewItems } from './ReviewItems.tsx'
import { ReviewWorkForm } from './ReviewWorkForm.tsx'
import { useChanges, useReviewMethods } from './use-operation.ts'
import { followed, useNames } from './use-performance.ts'

const tones = { planned: 'quiet', 'in-work': 'info', finished: 'good' } as const

/** One system review: what it has to look at with what the records say, who held it, and what came of it. */
export function SystemReviewPage() {
  const say = useSay()
  const { id = '' } = useParams()
  const may = useMay()
  const asked = useAsk(
    ['performance', 'system-review', id],
    () => api.performance.systemReview({ id: id as SystemReviewId }),
    { also: followed },
  )
  const review = asked.data
  if (!review)
    return (
      <PageFrame
        title={say('performance.system-reviews')}
        purpose={say('performance.system-reviews.purpose')}
      >
        <TroubleNote trouble={asked.error} />
      </PageFrame>
    )
  const { number, subsystem, state, lacking } = review
  const mayWork = may('performance.enter') && state !== 'finished'
  return (
    <PageFrame
      title={`${number} ${say(`performance.system-review.subsystem.${subsystem}`)}`}
      purpose={
        <>
          {clauseOf[subsystem]} · {say(`performance.system-review.occasion.${review.occasion}`)}{' '}
          <StateTag tone={tones[state]} text={say(`performance.system-review.state.${state}`)} />
        </>
      }
      action={<Acts review={review} />}
    >
      <div className="record-page">
        <div className="performance-main">
          {state !== 'finished' && lacking.length > 0 && (
            <p className="page-purpose">
              {say('performance.system-review.lacking', {
                names: lacking.map((code) => say.of({ code })).join(' · '),
              })}
            </p>
          )}
          <Corrections review={review} />
          <ReviewItems review={review} mayWork={mayWork} />
          {mayWork ? <ReviewWorkForm key={review.id} review={review} /> : <Work review={review} />}
        </div>
        <RecordSide record={`performance/system-review/${review.id}`} />
      </div>
    </PageFrame>
  )
}

interface Shown {
  readonly review: OpenedReview
}

function Work({ review }: Shown) {
  const say = useSay()
  const { nameOf } = useStaff()
  const { data: methods = [] } = useReviewMethods()
  const { data: changes = [] } = useChanges()
  const signer = useNames()(review.finishedBy)
  const method = methods.find(({ id }) => id === review.method)
  const looked = changes.filter(({ id }) => review.changes.includes(id))
  const { before } = review
  return (
    <FactList
      label={say('performance.system-review.work')}
      rows={[
        [say('performance.system-review.heldOn'), review.heldOn],
        [say('performance.system-review.method'), method ? `${method.number} ${method.title}` : ''],
        [say('performance.system-review.participants'), review.participants.map(nameOf).join('、')],
        [
          say('performance.system-review.changesSince'),
          <>
            {before && (
              <div className="page-purpose">
                {say('performance.system-review.before', { number: before.number, on: before.heldOn ?? '' })}
              </div>
            )}
            {review.changesSince}
          </>,
        ],
        [
          say('performance.system-review.changes'),
          looked.map(({ number, title }) => `${number} ${title}`).join('；'),
        ],
        [say('performance.system-review.result'), review.result],
        [say('performance.system-review.nextOn'), review.nextOn],
        [
          say('performance.system-review.state.finished'),
          review.finishedAt === null
            ? ''
            : say('performance.system-review.finished-by', {
                who: signer,
                on: localDay(review.finishedAt),
              }),
        ],
      ]}
    />
  )
}

function Corrections({ review: { corrections } }: Shown) {
  const say = useSay()
  const nameOf = useNames()
  if (corrections.length === 0) return null
  return (
    <section className="paper" aria-label={say('performance.system-review.corrections')}>
      <h2>{say('performance.system-review.corrections')}</h2>
      <ul>
        {corrections.map(({ text, madeBy, madeAt }) => (
          <li key={madeAt}>
            {say('performance.system-review.corrected', {
              who: nameOf(madeBy),
              on: localDay(madeAt),
              text,
            })}
          </li>
        ))}
      </ul>
    </section>
  )
}

function Acts({ review: { id, number, state, lacking } }: Shown) {
  const say = useSay()
  const may = useMay()
  const go = useGo()
  const finish = useTask((password: string, signal) =>
    api.performance.finishSystemReview({ id, password }, { signal }),
  )
  const correct = useCommand((text: string) => api.performance.correctSystemReview({ id, text }))
  const remove = useCommand(() => api.performance.removeSystemReview({ id }))
  return (
    <>
      <TroubleNote trouble={correct.trouble ?? remove.trouble} />
      {state === 'planned' && may('performance.enter') && (
        <ConfirmAct
          label={say('performance.remove')}
          question={say('performance.system-review.remove-question', { number })}
          button={{ danger: true }}
          onConfirm={() => void remove.run(undefined).then((done) => done && go('/performance/reviews'))}
        />
      )}
      {state !== 'finished' && may('performance.approve') && (
        <PasswordAct
          label={say('performance.system-review.finish')}
          question={say('performance.system-review.finish-question')}
          running={finish}
          input={(password) => password}
          disabled={lacking.length > 0}
        />
      )}
      {state === 'finished' && may('performance.enter') && (
        <ConfirmAct
          label={say('performance.system-review.correct')}
          question={say('performance.system-review.correct-question')}
          reasonLabel={say('performance.system-review.correction')}
          onConfirm={(text) => void correct.run(text)}
        />
      )}
    </>
  )
}
