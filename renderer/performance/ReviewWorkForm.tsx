import dayjs from 'dayjs'

import type { PersonId } from '#shared/access/model'
import { monthsLater, reviewWork } from '#shared/performance/system-review'
import type { OpenedReview } from '#shared/performance/system-review-contract'

import { api } from '../kernel/api.ts'
import { useCommand } from '../kernel/commands.ts'
import { PeopleField } from '../kernel/PersonField.tsx'
import { useSay } from '../kernel/say.ts'
import { type Field, RecordForm, type Typed } from '../ui/RecordForm.tsx'
import { knownIn, listIn, textIn } from '../ui/typed.ts'
import { useChanges, useReviewMethods, useThresholds } from './use-operation.ts'

/** When it was held, by whom and by what method, what changed since, and what came of it. */
export function ReviewWorkForm({ review }: { readonly review: OpenedReview }) {
  const say = useSay()
  const { data: methods = [] } = useReviewMethods()
  const { data: changes = [] } = useChanges()
  const { data: thresholds } = useThresholds()
  const months = thresholds?.find(({ key }) => key === 'review-months')?.value ?? ''
  const { before } = review
  const save = useCommand(
    (typed: Typed) => api.performance.workSystemReview({ id: review.id, ...workIn(typed) }),
    {
      undo: ({ id, number }) => ({
        done: { code: 'performance.system-review.saved', facts: { number } },
        undo: () => api.performance.workSystemReview({ id, ...reviewWork.parse(review) }),
      }),
    },
  )
  const fields: readonly Field[] = [
    { name: 'heldOn', label: say('performance.system-review.heldOn'), kind: 'day' },
    {
      name: 'nextOn',
      label: say('performance.system-review.nextOn'),
      kind: 'day',
      hint: say('performance.system-review.nextOn-hint', { months }),
    },
    {
      name: 'method',
      label: say('performance.system-review.method'),
      kind: 'choice',
      options: methods.map(({ id, number, title }) => ({ value: id, label: `${number} ${title}` })),
    },
    {
      name: 'participants',
      label: say('performance.system-review.participants'),
      kind: 'own',
      control: <PeopleField label={say('performance.system-review.participants')} />,
    },
    {
      name: 'changes',
      label: say('performance.system-review.changes'),
      kind: 'choices',
      wide: true,
      options: changes
        .filter(({ state }) => state !== 'dropped')
        .map(({ id, number, title }) => ({ value: id, label: `${number} ${title}` })),
    },
    {
      name: 'changesSince',
      label: say('performance.system-review.changesSince'),
      kind: 'area',
      ...(before && {
        hint: say('performance.system-review.before', { number: before.number, on: before.heldOn ?? '' }),
      }),
    },
    { name: 'result', label: say('performance.system-review.result'), kind: 'area' },
  ]
  const submit = async (typed: Typed) => (await save.run(typed)) !== undefined
  // The day of the next review is offered from the interval: a form that stood before it would offer none.
  if (!thresholds) return null
  const start = review.heldOn ?? dayjs().format('YYYY-MM-DD')
  return (
    <RecordForm
      title={say('performance.system-review.work')}
      draft={`performance/system-review/${review.id}/work`}
      isThere
      initial={{
        heldOn: review.heldOn,
        nextOn: review.nextOn ?? (months === '' ? null : monthsLater(start, Number(months))),
        method: review.method,
        participants: review.participants as PersonId[],
        changes: review.changes,
        changesSince: review.changesSince,
        result: review.result,
      }}
      fields={fields}
      submit={say('performance.save')}
      onSubmit={submit}
      busy={save.busy}
      trouble={save.trouble}
    />
  )
}

function workIn(typed: Typed) {
  return reviewWork.parse({
    method: knownIn(typed, 'method'),
    heldOn: knownIn(typed, 'heldOn'),
    participants: listIn(typed, 'participants'),
    changesSince: textIn(typed, 'changesSince'),
    changes: listIn(typed, 'changes'),
    result: textIn(typed, 'result'),
    nextOn: knownIn(typed, 'nextOn'),
  })
}
