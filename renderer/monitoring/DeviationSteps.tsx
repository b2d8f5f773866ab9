import { Button } from 'antd'
import { useState } from 'react'

import type { Deviation } from '#shared/monitoring/deviation'

import { api } from '../kernel/api.ts'
import { useAsk } from '../kernel/changes.ts'
import { useCommand } from '../kernel/commands.ts'
import { useSay } from '../kernel/say.ts'
import { useMay } from '../kernel/session.ts'
import { useTask } from '../kernel/tasks.ts'
import { ConfirmAct } from '../ui/ConfirmAct.tsx'
import { TroubleNote } from '../ui/TroubleNote.tsx'
import { AloneReason, SignPassword } from './SignFields.tsx'

/** Approval by another under a signature, and the closing. */
export function DeviationSteps({ known }: { readonly known: Deviation }) {
  const may = useMay()
  if (known.state === 'answered' && may('monitoring.approve')) return <Approval known={known} />
  if (known.state === 'approved' && may('monitoring.enter')) return <Closing known={known} />
  return null
}

function Approval({ known: { id } }: { readonly known: Deviation }) {
  const say = useSay()
  const [password, setPassword] = useState('')
  const [reason, setReason] = useState('')
  const back = useCommand((why: string) => api.monitoring.returnDeviation({ id, reason: why }))
  const approval = useTask((input: Parameters<typeof api.monitoring.approveDeviation>[0], signal) =>
    api.monitoring.approveDeviation(input, { signal }),
  )
  const people = useAsk(['access', 'names'], () => api.access.names({}))
  // Where there is one person only, the other side asks why; where there are more, nothing is asked.
  const mayBeAlone = (people.data ?? []).length <= 1
  const sign = async () => {
    await approval.start({ id, password, reason: reason.trim() === '' ? null : reason.trim() })
    setPassword('')
  }
  return (
    <section className="paper" aria-label={say('monitoring.deviation.approve')}>
      <form
        className="page-acts"
        onSubmit={(event) => {
          event.preventDefault()
          void sign()
        }}
      >
        <ConfirmAct
          label={say('monitoring.deviation.return')}
          question={say('monitoring.deviation.return-ask')}
          reasonLabel={say('monitoring.deviation.reason')}
          button={{ loading: back.busy }}
          onConfirm={(why) => void back.run(why)}
        />
        {mayBeAlone && <AloneReason value={reason} onChange={setReason} />}
        <SignPassword id={`${id}-password`} value={password} onChange={setPassword} />
        <Button
          type="primary"
          htmlType="submit"
          disabled={password === ''}
          loading={approval.task.state === 'running'}
        >
          {say('monitoring.deviation.approve')}
        </Button>
      </form>
      <TroubleNote trouble={back.trouble} onClose={back.forget} />
      {approval.task.state === 'refused' && <TroubleNote trouble={approval.task.trouble} />}
    </section>
  )
}

function Closing({ known: { id } }: { readonly known: Deviation }) {
  const say = useSay()
  const close = useCommand((note: string) => api.monitoring.closeDeviation({ id, note }))
  return (
    <section className="paper" aria-label={say('monitoring.deviation.close')}>
      <ConfirmAct
        label={say('monitoring.deviation.close')}
        question={say('monitoring.deviation.close-ask')}
        reasonLabel={say('monitoring.deviation.close-note')}
        button={{ type: 'primary', loading: close.busy }}
        onConfirm={(note) => void close.run(note)}
      />
      <TroubleNote trouble={close.trouble} onClose={close.forget} />
    </section>
  )
}
