import { Button } from 'antd'
import { useState } from 'react'

import { newReviewMethod } from '#shared/performance/system-review'

import { api } from '../kernel/api.ts'
import { useCommand } from '../kernel/commands.ts'
import { FoldedSide } from '../kernel/FoldedSide.tsx'
import { localDay } from '../kernel/local-day.ts'
import { useSay } from '../kernel/say.ts'
import { useMay } from '../kernel/session.ts'
import { RecordForm, type Typed } from '../ui/RecordForm.tsx'
import { textIn } from '../ui/typed.ts'
import { useReviewMethods } from './use-operation.ts'

/** The method and criteria in force, the versions before, and the way to a new one. */
export function ReviewMethodCard() {
  const say = useSay()
  const may = useMay()
  const { data: methods = [] } = useReviewMethods()
  const [isOpen, setOpen] = useState(false)
  const [current] = methods
  const version = (method: (typeof methods)[number]) =>
    say('performance.review-method.version', {
      number: method.number,
      title: method.title,
      on: localDay(method.madeAt),
    })
  if (isOpen) return <MethodForm onDone={() => setOpen(false)} before={current} />
  return (
    <section className="paper" aria-label={say('performance.review-method')}>
      <h2>{say('performance.review-method')}</h2>
      {current ? (
        <>
          <p>{version(current)}</p>
          <p className="performance-said">{current.method}</p>
          <p className="performance-said">{current.criteria}</p>
          {methods.slice(1).map((each) => (
            <details key={each.id}>
              <summary>{version(each)}</summary>
              <p className="performance-said">{each.method}</p>
              <p className="performance-said">{each.criteria}</p>
            </details>
          ))}
          <FoldedSide record={`performance/review-method/${current.id}`} />
        </>
      ) : (
        <p className="page-purpose">{say('performance.review-method.why')}</p>
      )}
      {may('performance.enter') && (
        <div className="performance-acts">
          <Button type={current ? 'default' : 'primary'} onClick={() => setOpen(true)}>
            {say(current ? 'performance.review-method.new' : 'performance.review-method.first')}
          </Button>
        </div>
      )}
    </section>
  )
}

function MethodForm({
  before,
  onDone,
}: {
  readonly before: { readonly title: string; readonly method: string; readonly criteria: string } | undefined
  readonly onDone: () => void
}) {
  const say = useSay()
  const { shape } = newReviewMethod
  const add = useCommand((typed: Typed) =>
    api.performance.addReviewMethod({
      title: textIn(typed, 'title'),
      method: textIn(typed, 'method'),
      criteria: textIn(typed, 'criteria'),
      document: null,
    }),
  )
  const submit = async (typed: Typed) => {
    const made = await add.run(typed)
    if (made) onDone()
    return made !== undefined
  }
  return (
    <RecordForm
      title={say('performance.review-method')}
      draft="performance/review-method"
      initial={{ title: before?.title ?? '', method: before?.method ?? '', criteria: before?.criteria ?? '' }}
      fields={[
        {
          name: 'title',
          label: say('performance.review-method.title'),
          kind: 'text',
          schema: shape.title,
          wide: true,
        },
        {
          name: 'method',
          label: say('performance.review-method.method'),
          kind: 'area',
          schema: shape.method,
        },
        {
          name: 'criteria',
          label: say('performance.review-method.criteria'),
          kind: 'area',
          schema: shape.criteria,
        },
      ]}
      submit={say('performance.save')}
      onSubmit={submit}
      busy={add.busy}
      trouble={add.trouble}
      onLeave={onDone}
    />
  )
}
