import type { PersonId } from '#shared/access/model'
import type { ShownVersion } from '#shared/documents/contract'
import { version as versionSchema } from '#shared/documents/document'
import { day } from '#shared/kernel/period'

import { api } from '../kernel/api.ts'
import { useCommand } from '../kernel/commands.ts'
import { PersonField } from '../kernel/PersonField.tsx'
import { useSay } from '../kernel/say.ts'
import { type Field, RecordForm, type Typed } from '../ui/RecordForm.tsx'
import { textIn } from '../ui/typed.ts'
import { useToday } from './use-documents.tsx'

interface SendFormProps {
  readonly version: ShownVersion
  readonly onDone: () => void
}

/** Names who reviews and who approves, and from when it shall be in force. */
export function SendForm({ version, onDone }: SendFormProps) {
  const say = useSay()
  const today = useToday()
  const send = useCommand((typed: Typed) =>
    api.documents.sendVersion({
      id: version.id,
      reviewer: typed['reviewer'] as PersonId,
      approver: typed['approver'] as PersonId,
      inForceFrom: textIn(typed, 'inForceFrom'),
    }),
  )
  const person = (name: 'reviewer' | 'approver'): Field => ({
    name,
    label: say(`documents.field.${name}`),
    kind: 'own',
    schema: versionSchema.shape.author,
    control: <PersonField label={say(`documents.field.${name}`)} />,
  })
  const submit = async (typed: Typed) => {
    const done = (await send.run(typed)) !== undefined
    if (done) onDone()
    return done
  }
  return (
    <RecordForm
      title={say('documents.version.send')}
      draft={`documents/send/${version.id}`}
      initial={{
        reviewer: version.reviewer,
        approver: version.approver,
        inForceFrom: today,
      }}
      fields={[
        person('reviewer'),
        person('approver'),
        {
          name: 'inForceFrom',
          label: say('documents.field.inForceFrom'),
          kind: 'day',
          schema: day,
          hint: say('documents.version.send-hint'),
        },
      ]}
      submit={say('documents.version.send')}
      onSubmit={submit}
      busy={send.busy}
      trouble={send.trouble}
      onLeave={onDone}
    />
  )
}
