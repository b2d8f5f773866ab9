import { Alert, Button } from 'antd'
import { useState } from 'react'

import { Refusal } from '#shared/kernel/refusal'
import { newCase, type NewCase, type VerificationCase } from '#shared/verification/case'
import { caseKinds } from '#shared/verification/workflow'

import { api } from '../kernel/api.ts'
import { useCommand } from '../kernel/commands.ts'
import { PersonField } from '../kernel/PersonField.tsx'
import { useSay } from '../kernel/say.ts'
import { useGo, useScope } from '../kernel/scope.ts'
import { useToday } from '../kernel/use-today.ts'
import { PageFrame } from '../ui/PageFrame.tsx'
import { type Field, RecordForm, type Typed } from '../ui/RecordForm.tsx'
import { knownIn, numberIn, textIn, typedNumber, wholeIn } from '../ui/typed.ts'
import { useBodyOptions, useInventoryOptions } from './use-verification.ts'

function useFields(isNew: boolean): readonly Field[] {
  const say = useSay()
  const { shape } = newCase
  const yesNo = (['yes', 'no'] as const).map((value) => ({
    value,
    label: say(`verification.case.compulsory.${value}`),
  }))
  return [
    { name: 'title', label: say('verification.case.title'), kind: 'text', schema: shape.title, wide: true },
    ...(isNew
      ? ([
          {
            name: 'kind',
            label: say('verification.case.kind'),
            kind: 'choice',
            schema: shape.kind,
            options: caseKinds.map((kind) => ({ value: kind, label: say(`verification.kind.${kind}`) })),
          },
          { name: 'startsOn', label: say('verification.case.starts'), kind: 'day', schema: shape.startsOn },
        ] as const satisfies readonly Field[])
      : []),
    { name: 'year', label: say('verification.case.year'), kind: 'number' },
    {
      name: 'inventory',
      label: say('verification.case.inventory'),
      kind: 'choice',
      options: useInventoryOptions(),
    },
    { name: 'owner', label: say('verification.case.owner'), kind: 'own', control: <PersonField /> },
    { name: 'body', label: say('verification.case.body'), kind: 'choice', options: useBodyOptions() },
    { name: 'requester', label: say('verification.case.requester'), kind: 'text', hint: 'A.4.1' },
    { name: 'compulsory', label: say('verification.case.compulsory'), kind: 'choice', options: yesNo },
    { name: 'cost', label: say('verification.case.cost'), kind: 'number', schema: typedNumber.optional() },
  ]
}
function factsIn(typed: Typed) {
  return {
    title: textIn(typed, 'title'),
    year: wholeIn(typed, 'year') ?? 0,
    inventory: (knownIn(typed, 'inventory') ?? null) as NewCase['inventory'],
    owner: (knownIn(typed, 'owner') ?? null) as NewCase['owner'],
    body: (knownIn(typed, 'body') ?? null) as NewCase['body'],
    requester: textIn(typed, 'requester'),
    isCompulsory: typed['compulsory'] === 'yes',
    cost: numberIn(typed, 'cost'),
  }
}

/** A new case: its workflow and first day, from which the steps are dated. */
export function NewCasePage() {
  const say = useSay()
  const go = useGo()
  const { year } = useScope()
  const today = useToday()
  const fields = useFields(true)
  const [weekdayYears, setYears] = useState<number[]>([])
  const add = useCommand((typed: Typed) =>
    api.verification.createCase(
      newCase.parse({ ...factsIn(typed), kind: typed['kind'], startsOn: typed['startsOn'], weekdayYears }),
    ),
  )
  const submit = async (typed: Typed) => {
    const made = await add.run(typed)
    if (made) go(`/verification/cases/${made.id}`)
    return made !== undefined
  }
  const { trouble } = add
  const unknown =
    trouble instanceof Refusal && trouble.code === 'kernel.day-outside-calendar'
      ? Number(trouble.facts['year'])
      : null
  return (
    <PageFrame title={say('verification.new')} purpose={say('verification.new.purpose')}>
      <div className="verification-narrow">
        {unknown !== null && !weekdayYears.includes(unknown) && (
          <UnknownYear year={unknown} onConfirm={() => setYears([...weekdayYears, unknown])} />
        )}
        {weekdayYears.length > 0 && (
          <Alert type="info" title={say('verification.years-assumed', { years: weekdayYears.join(', ') })} />
        )}
        <RecordForm
          title={say('verification.new')}
          draft="verification/cases/new"
          initial={{
            kind: 'verification',
            title: '',
            startsOn: today,
            year: String(year),
            inventory: null,
            owner: null,
            body: null,
            requester: '',
            compulsory: 'no',
            cost: '',
          }}
          fields={fields}
          submit={say('verification.create')}
          onSubmit={submit}
          busy={add.busy}
          trouble={unknown === null ? trouble : null}
          onLeave={() => go('/verification')}
        />
      </div>
    </PageFrame>
  )
}

/** A year whose holidays nobody knows: they are entered, or it is confirmed as Monday to Friday only. */
export function UnknownYear({ year, onConfirm }: { readonly year: number; readonly onConfirm: () => void }) {
  const say = useSay()
  const go = useGo()
  return (
    <Alert
      type="warning"
      title={say('verification.year-unknown', { year })}
      description={
        <div className="page-acts">
          <Button onClick={() => go('/calendar')}>{say('verification.load-holidays')}</Button>
          <Button onClick={onConfirm}>{say('verification.weekdays-only', { year })}</Button>
        </div>
      }
    />
  )
}

/** The facts of an open case. */
export function CaseForm({ of, onDone }: { readonly of: VerificationCase; readonly onDone: () => void }) {
  const say = useSay()
  const fields = useFields(false)
  const { id, title, year, inventory, owner, body, requester, isCompulsory, cost } = of
  const before = { title, year, inventory, owner, body, requester, isCompulsory, cost }
  const edit = useCommand(
    ({ typed, seen }: { readonly typed: Typed; readonly seen: Typed }) =>
      api.verification.editCase({ ...factsIn(typed), id, seen: factsIn(seen) }),
    {
      undo: (saved, { typed }) => ({
        done: { code: 'verification.saved', facts: { name: saved.title } },
        undo: () => api.verification.editCase({ ...before, id, seen: factsIn(typed) }),
      }),
    },
  )
  const submit = async (typed: Typed, seen: Typed) => {
    const saved = await edit.run({ typed, seen })
    if (saved) onDone()
    return saved !== undefined
  }
  return (
    <RecordForm
      title={say('verification.case.edit')}
      draft={`verification/cases/${id}`}
      isThere
      initial={{ ...before, year: String(year), cost: cost ?? '', compulsory: isCompulsory ? 'yes' : 'no' }}
      fields={fields}
      submit={say('verification.save')}
      onSubmit={submit}
      busy={edit.busy}
      trouble={edit.trouble}
      onLeave={onDone}
    />
  )
}
