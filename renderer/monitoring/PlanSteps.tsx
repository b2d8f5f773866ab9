import { Button } from 'antd'
import { useId, useState } from 'react'

import { planContent } from '#shared/monitoring/plan'

import { api } from '../kernel/api.ts'
import { useCommand } from '../kernel/commands.ts'
import type { Draft } from '../kernel/drafts.ts'
import { localTime } from '../kernel/local-time.ts'
import { useSay } from '../kernel/say.ts'
import { useGo } from '../kernel/scope.ts'
import { useMay } from '../kernel/session.ts'
import { useTask } from '../kernel/tasks.ts'
import { ConfirmAct } from '../ui/ConfirmAct.tsx'
import { StateTag } from '../ui/StateTag.tsx'
import { TroubleNote } from '../ui/TroubleNote.tsx'
import type { PlanAnswer, PlanTyped } from './PlanPage.tsx'
import { AloneReason, SignPassword } from './SignFields.tsx'
import { usePeople } from './use-people.ts'

interface StepsProps {
  readonly answer: PlanAnswer
  readonly draft: Draft<PlanTyped>
  /** Whether whoever looks may write in it. */
  readonly isOpen: boolean
}

/** The next steps of a version, by its state and by what whoever looks may do. */
export function PlanSteps({ answer, draft, isOpen }: StepsProps) {
  const { state } = answer.plan
  return (
    <div className="monitoring-steps">
      {isOpen && <Writing answer={answer} draft={draft} />}
      {state === 'review' && <Approval answer={answer} />}
      {state === 'approved' && <Enacting answer={answer} />}
      <Stamps answer={answer} />
    </div>
  )
}

function Writing({ answer, draft }: Omit<StepsProps, 'isOpen'>) {
  const say = useSay()
  const go = useGo()
  const { id, number } = answer.plan
  const save = useCommand(async () => {
    const { content, validFrom } = draft.value
    return api.monitoring.editPlan({ id, validFrom, content: planContent.parse(content) })
  })
  const refresh = useCommand(() => api.monitoring.refreshPlan({ id }))
  const submit = useCommand(() => api.monitoring.submitPlan({ id }))
  const discard = useCommand(() => api.monitoring.discardPlan({ id }))
  const isTyped =
    draft.value.content !== answer.plan.content || draft.value.validFrom !== answer.plan.validFrom
  const keep = async () => {
    if (!isTyped) return true
    if (!(await save.run(undefined))) return false
    await draft.settled()
    return true
  }
  const then = async (command: typeof refresh) => {
    if (await keep()) await command.run(undefined)
  }
  return (
    <>
      <div className="page-acts">
        <ConfirmAct
          label={say('monitoring.plan.discard')}
          question={say('monitoring.plan.discard-ask', { number })}
          button={{ danger: true, loading: discard.busy }}
          onConfirm={() =>
            void discard.run(undefined).then(async (gone) => {
              if (!gone) return
              await draft.settled()
              go('/monitoring/plans')
            })
          }
        />
        <ConfirmAct
          label={say('monitoring.plan.refresh')}
          question={say('monitoring.plan.refresh-ask')}
          button={{ loading: refresh.busy }}
          onConfirm={() => void then(refresh)}
        />
        <Button disabled={!isTyped} loading={save.busy} onClick={() => void keep()}>
          {say('monitoring.plan.save')}
        </Button>
        <Button type="primary" loading={submit.busy} onClick={() => void then(submit)}>
          {say('monitoring.plan.submit')}
        </Button>
      </div>
      <TroubleNote trouble={save.trouble ?? submit.trouble ?? refresh.trouble ?? discard.trouble} />
    </>
  )
}

/** The signature of somebody else; who is alone in the plant gives a reason. */
function Approval({ answer }: { readonly answer: PlanAnswer }) {
  const say = useSay()
  const may = useMay()
  const id = useId()
  const { plan, isOwnWork, isAlone } = answer
  const [password, setPassword] = useState('')
  const [reason, setReason] = useState('')
  const approval = useTask((input: Parameters<typeof api.monitoring.approvePlan>[0], signal) =>
    api.monitoring.approvePlan(input, { signal }),
  )
  if (!may('monitoring.approve')) return <StateTag tone="info" text={say('monitoring.plan.no-right')} />
  const mustWait = isOwnWork && !isAlone
  const needsReason = isOwnWork && isAlone
  const sign = async () => {
    await approval.start({ id: plan.id, password, reason: needsReason ? reason.trim() : null })
    setPassword('')
  }
  return (
    <>
      {mustWait && <StateTag tone="info" text={say('monitoring.plan.other-approves')} />}
      <form
        className="page-acts"
        onSubmit={(event) => {
          event.preventDefault()
          void sign()
        }}
      >
        <Returning id={plan.id} />
        {needsReason && <AloneReason value={reason} onChange={setReason} />}
        {!mustWait && (
          <>
            <SignPassword id={`${id}-password`} value={password} onChange={setPassword} />
            <Button
              type="primary"
              htmlType="submit"
              disabled={password === '' || (needsReason && reason.trim() === '')}
              loading={approval.task.state === 'running'}
            >
              {say('monitoring.plan.approve')}
            </Button>
          </>
        )}
      </form>
      {approval.task.state === 'refused' && <TroubleNote trouble={approval.task.trouble} />}
    </>
  )
}

function Returning({ id }: { readonly id: PlanAnswer['plan']['id'] }) {
  const say = useSay()
  const back = useCommand((reason: string) => api.monitoring.returnPlan({ id, reason }))
  return (
    <>
      <ConfirmAct
        label={say('monitoring.plan.return')}
        question={say('monitoring.plan.return-ask')}
        reasonLabel={say('monitoring.plan.return-reason')}
        button={{ loading: back.busy }}
        onConfirm={(reason) => void back.run(reason)}
      />
      <TroubleNote trouble={back.trouble} onClose={back.forget} />
    </>
  )
}

function Enacting({ answer: { plan } }: { readonly answer: PlanAnswer }) {
  const say = useSay()
  const may = useMay()
  const enact = useCommand(() => api.monitoring.enactPlan({ id: plan.id }))
  return (
    <>
      <div className="page-acts">
        {may('monitoring.approve') && <Returning id={plan.id} />}
        {may('monitoring.manage') && (
          <ConfirmAct
            label={say('monitoring.plan.enact')}
            question={say('monitoring.plan.enact-ask', { from: plan.validFrom })}
            button={{ type: 'primary', loading: enact.busy }}
            onConfirm={() => void enact.run(undefined)}
          />
        )}
      </div>
      <TroubleNote trouble={enact.trouble} />
    </>
  )
}

/** Who did what to this version so far. */
function Stamps({ answer: { plan, isSignatureGood } }: { readonly answer: PlanAnswer }) {
  const say = useSay()
  const who = usePeople()
  const { returnReason, approvedBy, approvedAt, aloneReason } = plan
  return (
    <>
      {returnReason !== null && (
        <StateTag tone="warn" text={say('monitoring.plan.returned', { reason: returnReason })} />
      )}
      {approvedAt !== null && (
        <p className="page-purpose">
          {say('monitoring.plan.approved-by', { name: who(approvedBy), at: localTime(approvedAt) })}{' '}
          <StateTag
            tone={isSignatureGood === true ? 'good' : 'stop'}
            text={say(
              isSignatureGood === true ? 'monitoring.plan.signature-good' : 'monitoring.plan.signature-bad',
            )}
          />
        </p>
      )}
      {aloneReason !== null && (
        <p className="page-purpose">{say('monitoring.plan.alone', { reason: aloneReason })}</p>
      )}
    </>
  )
}
