import dayjs from 'dayjs'
import { z } from 'zod'

import { judgementStates } from '#shared/compliance/conformity'

import { api } from '../kernel/api.ts'
import { useCommand } from '../kernel/commands.ts'
import { useSay } from '../kernel/say.ts'
import { type Field, RecordForm, type Typed } from '../ui/RecordForm.tsx'
import { knownIn, textIn } from '../ui/typed.ts'

interface JudgeFormProps {
  readonly tree: string
  readonly requirements: readonly string[]
  /** Names the draft, after the path of the page. */
  readonly draft: string
  readonly onDone: () => void
  readonly onLeave?: () => void
}

const state = z.enum(judgementStates)

/** What a person says of one requirement, or of several alike; taken back by one key. */
export function JudgeForm({ tree, requirements, draft, onDone, onLeave }: JudgeFormProps) {
  const say = useSay()
  const judge = useCommand(
    (typed: Typed) =>
      api.compliance.judge({
        tree,
        requirements: [...requirements],
        state: state.parse(typed['state']),
        reason: knownIn(typed, 'reason'),
        note: knownIn(typed, 'note'),
        judgedOn: textIn(typed, 'judgedOn'),
      }),
    {
      undo: (ids) => ({
        done: { code: 'compliance.judge.done', facts: { count: ids.length } },
        undo: async () => {
          for (const id of ids) await api.compliance.withdrawJudgement({ id })
        },
      }),
    },
  )
  const fields: readonly Field[] = [
    {
      name: 'state',
      label: say('compliance.judge.state'),
      kind: 'choice',
      schema: state,
      options: judgementStates.map((value) => ({ value, label: say(`compliance.judged.${value}`) })),
    },
    { name: 'judgedOn', label: say('compliance.judge.on'), kind: 'day', schema: z.iso.date() },
    {
      name: 'reason',
      label: say('compliance.judge.reason'),
      kind: 'area',
      hint: say('compliance.judge.reason-hint'),
    },
    { name: 'note', label: say('compliance.judge.note'), kind: 'area' },
  ]
  return (
    <RecordForm
      key={draft}
      title={say('compliance.judge')}
      draft={draft}
      initial={{ state: null, judgedOn: dayjs().format('YYYY-MM-DD'), reason: '', note: '' }}
      fields={fields}
      submit={say('compliance.judge.keep')}
      onSubmit={async (typed) => {
        const made = await judge.run(typed)
        if (made) onDone()
        return made !== undefined
      }}
      busy={judge.busy}
      trouble={judge.trouble}
      {...(onLeave && { onLeave })}
    />
  )
}
