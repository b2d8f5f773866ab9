import { Button } from 'antd'
import { useState } from 'react'

import type { PersonId } from '#shared/access/model'
import type { ShownAudit } from '#shared/audits/contract'
import type { Receipt, ReceiptOf } from '#shared/audits/receipt'
import { addDays } from '#shared/kernel/working-days'

import { api } from '../kernel/api.ts'
import { useCommand } from '../kernel/commands.ts'
import { localTime } from '../kernel/local-time.ts'
import { PeopleField, useStaff } from '../kernel/PersonField.tsx'
import { useSay } from '../kernel/say.ts'
import { useMay } from '../kernel/session.ts'
import { useToday } from '../kernel/use-today.ts'
import { ConfirmAct } from '../ui/ConfirmAct.tsx'
import { Icon } from '../ui/Icon.tsx'
import { type Field, RecordForm, type Typed } from '../ui/RecordForm.tsx'
import { StateTag } from '../ui/StateTag.tsx'
import { TroubleNote } from '../ui/TroubleNote.tsx'
import { knownIn, listIn } from '../ui/typed.ts'

interface SendProps {
  readonly known: ShownAudit
  readonly what: ReceiptOf
}

/** Whom plan or report was sent to, and when each had it in hand (A.9.3 d). */
export function SendSection({ known: { audit, receipts, sessions }, what }: SendProps) {
  const say = useSay()
  const may = useMay()
  const { staff } = useStaff()
  const [isOpen, setOpen] = useState(false)
  const own = receipts.filter((each) => each.what === what)
  const audited = new Set([...audit.departments, ...sessions.map(({ department }) => department)])
  const concerned = staff
    .filter(({ department }) => department !== null && audited.has(department))
    .map(({ personId }) => personId)
    .filter((id) => !own.some(({ person }) => person === id))
  return (
    <section className="paper" aria-label={say(`audits.sent.${what}`)}>
      <h2>{say(`audits.sent.${what}`)}</h2>
      {own.length === 0 ? (
        <p className="page-purpose">{say(`audits.sent-nobody.${what}`)}</p>
      ) : (
        <ul className="findings">
          {own.map((each) => (
            <ReceiptLine key={each.id} receipt={each} />
          ))}
        </ul>
      )}
      {may('audits.enter') && !isOpen && (
        <div className="audits-acts">
          <Button icon={<Icon name="outbox" />} onClick={() => setOpen(true)}>
            {say('audits.send')}
          </Button>
        </div>
      )}
      {isOpen && (
        <SendForm audit={audit.id} what={what} concerned={concerned} onDone={() => setOpen(false)} />
      )}
    </section>
  )
}

function ReceiptLine({ receipt }: { readonly receipt: Receipt }) {
  const say = useSay()
  const may = useMay()
  const { nameOf, staff } = useStaff()
  const { id, person, sentAt, due, receivedAt, byOther, note, isMine } = receipt
  const acknowledge = useCommand(() => api.audits.acknowledge({ id, note: '' }))
  const noted = useCommand((how: string) => api.audits.noteReceipt({ id, note: how }))
  const hasAccount = staff.some(({ personId, userId }) => personId === person && userId !== null)
  return (
    <li>
      <StateTag
        tone={receivedAt === null ? 'warn' : 'good'}
        text={say(receivedAt === null ? 'audits.not-received' : 'audits.received')}
      />
      <span>
        {nameOf(person)}
        <span className="page-purpose">
          {' · '}
          {receivedAt === null
            ? say('audits.sent-on', { at: localTime(sentAt), due })
            : say(byOther ? 'audits.received-noted' : 'audits.received-on', { at: localTime(receivedAt) })}
          {note !== '' && ` · ${note}`}
        </span>
      </span>
      {receivedAt === null && isMine && (
        <Button type="primary" loading={acknowledge.busy} onClick={() => void acknowledge.run(undefined)}>
          {say('audits.acknowledge')}
        </Button>
      )}
      {receivedAt === null && !isMine && !hasAccount && may('audits.enter') && (
        <ConfirmAct
          label={say('audits.note-receipt')}
          question={say('audits.note-receipt-question', { name: nameOf(person) })}
          reasonLabel={say('audits.how-received')}
          onConfirm={(how) => void noted.run(how)}
        />
      )}
      <TroubleNote trouble={acknowledge.trouble ?? noted.trouble} />
    </li>
  )
}

interface SendFormProps {
  readonly audit: ShownAudit['audit']['id']
  readonly what: ReceiptOf
  readonly concerned: readonly PersonId[]
  readonly onDone: () => void
}
function SendForm({ audit, what, concerned, onDone }: SendFormProps) {
  const say = useSay()
  const fields: readonly Field[] = [
    { name: 'people', label: say('audits.send-to'), kind: 'own', control: <PeopleField /> },
    { name: 'due', label: say(`audits.send-due.${what}`), kind: 'day' },
  ]
  const send = useCommand((input: { readonly people: PersonId[]; readonly due: string }) =>
    api.audits.send({ audit, what, ...input }),
  )
  const today = useToday()
  const submit = async (typed: Typed) => {
    const sent = await send.run({
      people: listIn(typed, 'people') as PersonId[],
      due: knownIn(typed, 'due') ?? today,
    })
    if (sent) onDone()
    return sent !== undefined
  }
  return (
    <RecordForm
      title={say('audits.send')}
      draft={`audits/${audit}/send/${what}`}
      initial={{ people: concerned, due: addDays(today, what === 'plan' ? 3 : 10) }}
      fields={fields}
      submit={say('audits.send')}
      onSubmit={submit}
      busy={send.busy}
      trouble={send.trouble}
      onLeave={onDone}
    />
  )
}
