import { useState } from 'react'

import type { Choice, ChoiceQuestion } from '#shared/performance/choice'
import { pathInput } from '#shared/performance/path'

import { api } from '../kernel/api.ts'
import { useCommand } from '../kernel/commands.ts'
import { useSay } from '../kernel/say.ts'
import { useScope } from '../kernel/scope.ts'
import { useMay } from '../kernel/session.ts'
import { RecordForm, type Typed } from '../ui/RecordForm.tsx'
import { StateTag } from '../ui/StateTag.tsx'
import { numberIn, textIn, typedNumber, wholeIn } from '../ui/typed.ts'

interface KeepPathProps {
  readonly choice: Extract<Choice, { readonly state: 'chosen' }>
  readonly question: ChoiceQuestion
}

/** Keeps what was chosen as a path over the years, with the assumptions that it stands on. */
export function KeepPathForm({ choice, question }: KeepPathProps) {
  const say = useSay()
  const may = useMay()
  const { year } = useScope()
  const [isKept, setKept] = useState(false)
  const keep = useCommand(
    (typed: Typed) =>
      api.performance.keepPath({
        title: textIn(typed, 'title'),
        question,
        chosen: choice.chosen,
        baseYear: wholeIn(typed, 'baseYear') ?? 0,
        baseValue: numberIn(typed, 'baseValue') ?? '',
        growth: numberIn(typed, 'growth') ?? '0',
        until: wholeIn(typed, 'until') ?? 0,
      }),
    {
      undo: ({ id, input }) => ({
        done: { code: 'performance.path.kept', facts: { name: input.title } },
        undo: () => api.performance.dropPath({ id }),
      }),
    },
  )
  if (!may('performance.enter')) return null
  if (isKept) return <StateTag tone="good" text={say('performance.path.is-kept')} />
  const submit = async (typed: Typed) => {
    const made = await keep.run(typed)
    if (made) setKept(true)
    return made !== undefined
  }
  return (
    <RecordForm
      title={say('performance.path.keep')}
      draft="performance/abatement/path"
      initial={{ title: '', baseYear: String(year), baseValue: '', growth: '0', until: String(year + 5) }}
      fields={[
        { name: 'title', label: say('performance.path.title'), kind: 'text', schema: pathInput.shape.title },
        { name: 'baseYear', label: say('performance.target.base-year'), kind: 'number', schema: typedNumber },
        { name: 'baseValue', label: say('performance.path.base-value'), kind: 'number', schema: typedNumber },
        { name: 'growth', label: say('performance.path.growth'), kind: 'number', schema: typedNumber },
        { name: 'until', label: say('performance.path.until'), kind: 'number', schema: typedNumber },
      ]}
      submit={say('performance.path.keep')}
      onSubmit={submit}
      busy={keep.busy}
      trouble={keep.trouble}
    />
  )
}
