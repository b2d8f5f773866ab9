import { Button, Input } from 'antd'
import { useState } from 'react'

import type { ShownCase, ShownStep } from '#shared/verification/contract'
import type { WorkflowStep } from '#shared/verification/workflow'

import { api } from '../kernel/api.ts'
import { useAsk } from '../kernel/changes.ts'
import { useCommand } from '../kernel/commands.ts'
import { PasswordAct } from '../kernel/PasswordAct.tsx'
import { PersonField } from '../kernel/PersonField.tsx'
import { useSay } from '../kernel/say.ts'
import { useMay } from '../kernel/session.ts'
import { useTask } from '../kernel/tasks.ts'
import { ConfirmAct } from '../ui/ConfirmAct.tsx'
import { type Field, RecordForm, type Typed } from '../ui/RecordForm.tsx'
import { StateTag } from '../ui/StateTag.tsx'
import { TroubleNote } from '../ui/TroubleNote.tsx'
import { knownIn, wholeIn } from '../ui/typed.ts'
import { StepItems } from './StepItems.tsx'

interface StepPanelProps {
  readonly of: ShownCase
  readonly step: ShownStep
}

/** One step: what is gone through, what is still missing, and the act that closes it or sends it back. */
export function StepPanel({ of, step }: StepPanelProps) {
  const say = useSay()
  const may = useMay()
  const [isOpen, setOpen] = useState(false)
  const { data: workflows = [] } = useAsk(['verification', 'workflows'], () => api.verification.workflows({}))
  const steps = workflows.find(({ kind }) => kind === of.kind)?.steps ?? []
  const template = steps.find(({ key }) => key === step.key)
  if (!template) return null
  const isRunning = of.state === 'open' && (step.state === 'running' || step.state === 'late')
  const isOpenStep = of.state === 'open' && step.outcome === null
  return (
    <section className="paper" aria-label={template.title[say.language]}>
      <h2>
        {template.title[say.language]}{' '}
        {template.department && <span className="page-purpose">{template.department[say.language]}</span>}
      </h2>
      {step.note !== '' && <p>{step.note}</p>}
      {step.aloneReason !== null && (
        <p className="page-purpose">
          {say('verification.step.alone')}：{step.aloneReason}
        </p>
      )}
      <StepItems of={of} step={step} canAnswer={isOpenStep && may('verification.check')} />
      {isRunning && <Gaps gaps={step.gaps} />}
      {isOpenStep && may('verification.check') && !isOpen && (
        <Acts
          of={of}
          step={step}
          template={template}
          steps={steps}
          isRunning={isRunning}
          onPlan={() => setOpen(true)}
        />
      )}
      {isOpen && <LimitsForm step={step} onDone={() => setOpen(false)} />}
    </section>
  )
}

function Gaps({ gaps }: Pick<ShownStep, 'gaps'>) {
  const say = useSay()
  if (gaps.length === 0) return <StateTag tone="good" text={say('verification.step.ready')} />
  return (
    <>
      <h3>{say('verification.step.gaps')}</h3>
      <ul>
        {gaps.map((gap) => (
          <li key={gap}>{say.of({ code: `verification.lacks.${gap}` })}</li>
        ))}
      </ul>
    </>
  )
}

interface ActsProps extends StepPanelProps {
  readonly template: WorkflowStep
  readonly steps: readonly WorkflowStep[]
  readonly isRunning: boolean
  readonly onPlan: () => void
}

function Acts({ of, step, template, steps, isRunning, onPlan }: ActsProps) {
  const say = useSay()
  const [note, setNote] = useState('')
  const [reason, setReason] = useState('')
  const { id } = step
  const said = reason.trim() === '' ? null : reason.trim()
  const finish = useCommand(() => api.verification.finishStep({ id, note, reason: said }))
  const back = useCommand((input: { to: string; reason: string }) =>
    api.verification.returnStep({ id, ...input }),
  )
  const signing = useTask((input: Parameters<typeof api.verification.signStep>[0], signal) =>
    api.verification.signStep(input, { signal }),
  )
  const isReady = isRunning && step.gaps.length === 0
  const isLast = of.steps.at(-1)?.id === id
  const author = of.steps.findLast(({ key, outcome }) => key === template.notBy && outcome === 'done')
  return (
    <>
      {isRunning && (
        <Input.TextArea
          rows={2}
          maxLength={2000}
          aria-label={say('verification.step.note')}
          placeholder={say('verification.step.note')}
          value={note}
          onChange={({ target }) => setNote(target.value)}
        />
      )}
      {isRunning && author && (
        <Input
          maxLength={1000}
          aria-label={say('verification.step.alone')}
          placeholder={say('verification.step.alone')}
          value={reason}
          onChange={({ target }) => setReason(target.value)}
        />
      )}
      <div className="page-acts">
        {isRunning && template.closing === 'noted' && (
          <ConfirmAct
            label={say('verification.step.finish')}
            question={say('verification.step.finish-ask')}
            button={{ type: 'primary', disabled: !isReady, loading: finish.busy }}
            onConfirm={() => void finish.run(undefined)}
          />
        )}
        {isRunning && template.closing === 'signed' && (
          <PasswordAct
            label={say('verification.step.sign')}
            question={say(isLast ? 'verification.step.deliver-ask' : 'verification.step.sign-ask')}
            running={signing}
            input={(password) => ({ id, note, reason: said, password })}
            disabled={!isReady}
          />
        )}
        {isRunning &&
          template.returnsTo.map((to) => (
            <ConfirmAct
              key={to}
              label={say('verification.step.back', {
                step: steps.find(({ key }) => key === to)?.title[say.language] ?? to,
              })}
              question={say('verification.step.back-ask')}
              reasonLabel={say('verification.step.reason')}
              button={{ loading: back.busy }}
              onConfirm={(why) => void back.run({ to, reason: why })}
            />
          ))}
        <Button onClick={onPlan}>{say('verification.step.plan')}</Button>
      </div>
      <TroubleNote trouble={finish.trouble ?? back.trouble} onClose={finish.forget} />
    </>
  )
}

function LimitsForm({ step, onDone }: { readonly step: ShownStep; readonly onDone: () => void }) {
  const say = useSay()
  const { id, owner, least, most } = step
  const set = useCommand(
    (typed: Typed) =>
      api.verification.setStep({
        id,
        owner: (knownIn(typed, 'owner') ?? null) as ShownStep['owner'],
        least: wholeIn(typed, 'least') ?? least,
        most: wholeIn(typed, 'most') ?? most,
      }),
    {
      undo: () => ({
        done: { code: 'verification.saved' },
        undo: () => api.verification.setStep({ id, owner, least, most }),
      }),
    },
  )
  const fields: readonly Field[] = [
    { name: 'owner', label: say('verification.step.owner'), kind: 'own', control: <PersonField /> },
    { name: 'least', label: say('verification.step.least'), kind: 'number' },
    { name: 'most', label: say('verification.step.most'), kind: 'number' },
  ]
  const submit = async (typed: Typed) => {
    const saved = await set.run(typed)
    if (saved) onDone()
    return saved !== undefined
  }
  return (
    <RecordForm
      title={say('verification.step.plan')}
      draft={`verification/steps/${id}`}
      isThere
      initial={{ owner, least: String(least), most: String(most) }}
      fields={fields}
      submit={say('verification.save')}
      onSubmit={submit}
      busy={set.busy}
      trouble={set.trouble}
      onLeave={onDone}
    />
  )
}
