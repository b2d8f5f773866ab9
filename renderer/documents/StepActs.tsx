import type { ShownDocument, ShownVersion } from '#shared/documents/contract'
import { openVersion } from '#shared/documents/document'

import { api } from '../kernel/api.ts'
import { useCommand } from '../kernel/commands.ts'
import { PasswordAct } from '../kernel/PasswordAct.tsx'
import { useStaff } from '../kernel/PersonField.tsx'
import { useSay } from '../kernel/say.ts'
import { useMay } from '../kernel/session.ts'
import { useTask } from '../kernel/tasks.ts'
import { ConfirmAct } from '../ui/ConfirmAct.tsx'
import { StateTag } from '../ui/StateTag.tsx'
import { TroubleNote } from '../ui/TroubleNote.tsx'

/** The next step of the version on its way, for the person named for it; for others, for whom it waits. */
export function StepActs({ document }: { readonly document: ShownDocument }) {
  const say = useSay()
  const { nameOf } = useStaff()
  const { isMyStep, isAlone, versions } = document
  const open = openVersion(versions)
  if (!open || open.stage === 'draft') return null
  const named = open.stage === 'review' ? open.reviewer : open.approver
  if (!isMyStep)
    return <StateTag tone="info" text={say('documents.version.for-sign', { name: nameOf(named) })} />
  return (
    <>
      <ReturnAct version={open} />
      {open.stage === 'review' ? (
        <PassAct version={open} isAlone={isAlone} />
      ) : (
        <ApproveAct version={open} isAlone={isAlone} />
      )}
    </>
  )
}

interface StepProps {
  readonly version: ShownVersion
  readonly isAlone: boolean
}
interface Signed {
  readonly password: string
  readonly text: string
}

function PassAct({ version: { id }, isAlone }: StepProps) {
  const say = useSay()
  const may = useMay()
  const pass = useTask(({ password, text }: Signed, signal) =>
    api.documents.passVersion(
      { id, password, note: isAlone ? null : text, aloneReason: isAlone ? text : null },
      { signal },
    ),
  )
  if (!may('documents.check')) return null
  return (
    <PasswordAct
      label={say('documents.version.pass')}
      question={say('documents.version.pass-question')}
      textLabel={say(isAlone ? 'documents.version.alone-label' : 'documents.field.note')}
      running={pass}
      input={(password, text) => ({ password, text })}
    />
  )
}

function ApproveAct({ version: { id }, isAlone }: StepProps) {
  const say = useSay()
  const may = useMay()
  const approve = useTask(({ password, text }: Signed, signal) =>
    api.documents.approveVersion({ id, password, aloneReason: isAlone ? text : null }, { signal }),
  )
  if (!may('documents.approve')) return null
  return (
    <PasswordAct
      label={say('documents.version.approve')}
      question={say('documents.version.approve-question')}
      {...(isAlone && { textLabel: say('documents.version.alone-label') })}
      running={approve}
      input={(password, text) => ({ password, text })}
    />
  )
}

function ReturnAct({ version: { id } }: Pick<StepProps, 'version'>) {
  const say = useSay()
  const may = useMay()
  const sendBack = useCommand((reason: string) => api.documents.returnVersion({ id, reason }))
  if (!may('documents.check')) return null
  return (
    <>
      <TroubleNote trouble={sendBack.trouble} onClose={sendBack.forget} />
      <ConfirmAct
        label={say('documents.version.return')}
        question={say('documents.version.return-question')}
        reasonLabel={say('documents.field.reason')}
        onConfirm={(reason) => void sendBack.run(reason)}
      />
    </>
  )
}
