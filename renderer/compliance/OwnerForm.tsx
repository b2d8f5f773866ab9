import { Button } from 'antd'
import { z } from 'zod'

import type { Assignment } from '#shared/compliance/conformity'

import { api } from '../kernel/api.ts'
import { useCommand } from '../kernel/commands.ts'
import { PersonField, useStaff } from '../kernel/PersonField.tsx'
import { useSay } from '../kernel/say.ts'
import { type Field, RecordForm, type Typed } from '../ui/RecordForm.tsx'
import { knownIn } from '../ui/typed.ts'

type Owner = Omit<Assignment, 'requirement'>

interface OwnerFormProps {
  readonly tree: string
  readonly requirements: readonly string[]
  readonly draft: string
  /** Who sees to it now; null for nobody, and for several requirements at once. */
  readonly present: Assignment | null
  readonly onDone: () => void
  readonly onLeave?: () => void
}

/** Who sees to requirements, until when and what comes next. */
export function OwnerForm({ tree, requirements, draft, present, onDone, onLeave }: OwnerFormProps) {
  const say = useSay()
  const { staff } = useStaff()
  const before = present && { person: present.person, dueOn: present.dueOn, step: present.step }
  const assign = useCommand(
    (owner: Owner | null) => api.compliance.assign({ tree, requirements: [...requirements], owner }),
    {
      undo: () => ({
        done: { code: 'compliance.assign.done', facts: { count: requirements.length } },
        undo: () => api.compliance.assign({ tree, requirements: [...requirements], owner: before }),
      }),
    },
  )
  const keep = async (typed: Typed) => {
    const person = staff.find(({ personId }) => personId === typed['person'])?.personId
    if (person === undefined) return false
    const done = await assign.run({ person, dueOn: knownIn(typed, 'dueOn'), step: knownIn(typed, 'step') })
    if (done) onDone()
    return done !== undefined
  }
  const drop = async () => {
    if (await assign.run(null)) onDone()
  }
  const fields: readonly Field[] = [
    {
      name: 'person',
      label: say('compliance.assign.person'),
      kind: 'own',
      schema: z.uuid(),
      control: <PersonField />,
    },
    { name: 'dueOn', label: say('compliance.assign.due'), kind: 'day' },
    { name: 'step', label: say('compliance.assign.step'), kind: 'area' },
  ]
  return (
    <RecordForm
      key={`${draft}/${present?.person ?? ''}`}
      title={say('compliance.requirement.owner')}
      draft={draft}
      initial={{ person: present?.person ?? null, dueOn: present?.dueOn ?? null, step: present?.step ?? '' }}
      fields={fields}
      submit={say('compliance.assign.keep')}
      onSubmit={keep}
      busy={assign.busy}
      trouble={assign.trouble}
      acts={present && <Button onClick={() => void drop()}>{say('compliance.assign.drop')}</Button>}
      {...(onLeave && { onLeave })}
    />
  )
}
