import { Button } from 'antd'
import { useState } from 'react'

import { casePlan } from '#shared/verification/case'
import type { ShownCase } from '#shared/verification/contract'

import { api } from '../kernel/api.ts'
import { useCommand } from '../kernel/commands.ts'
import { useSay } from '../kernel/say.ts'
import { useMay } from '../kernel/session.ts'
import { type Field, RecordForm, type Typed } from '../ui/RecordForm.tsx'
import { StateTag } from '../ui/StateTag.tsx'
import { knownIn, numberIn, textIn, typedNumber } from '../ui/typed.ts'

const lines = [
  'scopeAndAim',
  'requirements',
  'assurance',
  'assuranceReason',
  'materiality',
  'criteria',
  'agreedOn',
  'duties',
  'records',
  'verifiers',
  'statement',
  'references',
] as const

/** The eight matters of A.6.5.2.4, and which of them are still to be said. */
export function PlanSection({ of }: { readonly of: ShownCase }) {
  const say = useSay()
  const may = useMay()
  const [isOpen, setOpen] = useState(false)
  const { plan, missingParts } = of
  if (isOpen) return <PlanForm of={of} onDone={() => setOpen(false)} />
  const shown = (name: (typeof lines)[number]) =>
    name === 'assurance' && plan.assurance !== null
      ? say(`verification.assurance.${plan.assurance}`)
      : (plan[name] ?? '')
  return (
    <section className="paper" aria-label={say('verification.plan')}>
      <h2>{say('verification.plan')}</h2>
      {missingParts.length === 0 ? (
        <StateTag tone="good" text={say('verification.plan.complete')} />
      ) : (
        <StateTag tone="warn" text={say('verification.plan.missing', { parts: missingParts.join(', ') })} />
      )}
      <table className="plain-table">
        <tbody>
          {lines.map((name) => (
            <tr key={name}>
              <th scope="row">{say(`verification.plan.${name}`)}</th>
              <td className="verification-said">{shown(name) === '' ? '—' : shown(name)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {of.state === 'open' && may('verification.check') && (
        <Button onClick={() => setOpen(true)}>{say('verification.case.edit')}</Button>
      )}
    </section>
  )
}

function PlanForm({ of: { id, plan }, onDone }: { readonly of: ShownCase; readonly onDone: () => void }) {
  const say = useSay()
  const edit = useCommand((typed: Typed) => api.verification.editPlan({ id, plan: planIn(typed) }), {
    undo: () => ({
      done: { code: 'verification.saved' },
      undo: () => api.verification.editPlan({ id, plan }),
    }),
  })
  const fields = lines.map((name): Field => {
    const field = { name, label: say(`verification.plan.${name}`) }
    if (name === 'assurance')
      return {
        ...field,
        kind: 'choice',
        options: (['reasonable', 'limited'] as const).map((value) => ({
          value,
          label: say(`verification.assurance.${value}`),
        })),
      }
    if (name === 'materiality') return { ...field, kind: 'number', schema: typedNumber.optional() }
    return { ...field, kind: name === 'agreedOn' ? 'day' : 'area' }
  })
  const submit = async (typed: Typed) => {
    const saved = await edit.run(typed)
    if (saved) onDone()
    return saved !== undefined
  }
  return (
    <RecordForm
      title={say('verification.plan')}
      draft={`verification/plan/${id}`}
      isThere
      initial={{ ...plan, materiality: plan.materiality ?? '' }}
      fields={fields}
      submit={say('verification.save')}
      onSubmit={submit}
      busy={edit.busy}
      trouble={edit.trouble}
      onLeave={onDone}
    />
  )
}

function planIn(typed: Typed) {
  return casePlan.parse({
    ...Object.fromEntries(lines.map((name) => [name, textIn(typed, name)])),
    assurance: knownIn(typed, 'assurance'),
    materiality: numberIn(typed, 'materiality'),
    agreedOn: knownIn(typed, 'agreedOn'),
  })
}
