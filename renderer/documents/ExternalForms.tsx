import { useState } from 'react'

import { checkOutcomes, type External, externalFacts, type ExternalFacts } from '#shared/documents/external'

import { api } from '../kernel/api.ts'
import { useCommand } from '../kernel/commands.ts'
import { PersonField } from '../kernel/PersonField.tsx'
import { useSay } from '../kernel/say.ts'
import { useTask } from '../kernel/tasks.ts'
import { type Field, RecordForm, type Typed } from '../ui/RecordForm.tsx'
import { knownIn, textIn, wholeIn } from '../ui/typed.ts'
import { UploadArea } from '../ui/UploadArea.tsx'

interface ExternalFormProps {
  /** Null for a new one. */
  readonly external: External | null
  readonly onDone: () => void
}

/** A file that was sent and waits for the record that names it. */
function useSent() {
  const say = useSay()
  const [sent, setSent] = useState<{ readonly upload: string; readonly name: string } | null>(null)
  const area = (
    <div>
      <UploadArea
        label={say('documents.version.upload')}
        onUploaded={(upload, { name }) => setSent({ upload, name })}
      />
      {sent && <p role="status">{say('documents.version.uploaded', { name: sent.name })}</p>}
    </div>
  )
  return { upload: sent?.upload ?? null, area }
}

/** Registers a document from outside, with its text where there is a file of it. */
export function ExternalForm({ external, onDone }: ExternalFormProps) {
  const say = useSay()
  const fields = useFields()
  const { upload, area } = useSent()
  const adding = useTask((facts: ExternalFacts, signal) =>
    api.documents.addExternal({ ...facts, upload }, { signal }),
  )
  const change = useCommand((facts: Parameters<typeof api.documents.changeExternal>[0]) =>
    api.documents.changeExternal(facts),
  )
  const submit = async (typed: Typed) => {
    const facts = factsIn(typed)
    const done =
      external === null
        ? (await adding.start(facts)) !== null
        : (await change.run({ ...facts, id: external.id })) !== undefined
    if (done) onDone()
    return done
  }
  return (
    <RecordForm
      title={say(external === null ? 'documents.external.add' : 'documents.edit')}
      draft={`documents/externals/${external?.id ?? 'new'}`}
      isThere={external !== null}
      initial={initialOf(external)}
      fields={fields}
      submit={say('documents.save')}
      onSubmit={submit}
      busy={adding.task.state === 'running' || change.busy}
      trouble={adding.task.state === 'refused' ? adding.task.trouble : change.trouble}
      onLeave={onDone}
      acts={external === null && area}
    />
  )
}

function factsIn(typed: Typed): ExternalFacts {
  return externalFacts.parse({
    number: textIn(typed, 'number'),
    title: textIn(typed, 'title'),
    issuer: textIn(typed, 'issuer'),
    edition: textIn(typed, 'edition'),
    effectiveFrom: typed['effectiveFrom'] ?? null,
    owner: typed['owner'],
    usedFor: knownIn(typed, 'usedFor'),
    source: knownIn(typed, 'source'),
    checkMonths: wholeIn(typed, 'checkMonths') ?? 6,
  })
}
function initialOf(external: External | null): Typed {
  if (external === null)
    return {
      number: '',
      title: '',
      issuer: '',
      edition: '',
      effectiveFrom: null,
      owner: null,
      checkMonths: '6',
    }
  const { checkMonths, usedFor, source, ...rest } = externalFacts.parse(external)
  return { ...rest, usedFor: usedFor ?? '', source: source ?? '', checkMonths: String(checkMonths) }
}

function useFields(): readonly Field[] {
  const say = useSay()
  const { shape } = externalFacts
  return [
    { name: 'title', label: say('documents.field.title'), kind: 'text', schema: shape.title, wide: true },
    {
      name: 'number',
      label: say('documents.field.number'),
      kind: 'text',
      hint: say('documents.field.number-hint'),
    },
    { name: 'issuer', label: say('documents.external.issuer'), kind: 'text', schema: shape.issuer },
    { name: 'edition', label: say('documents.external.edition'), kind: 'text', schema: shape.edition },
    { name: 'effectiveFrom', label: say('documents.external.effectiveFrom'), kind: 'day' },
    {
      name: 'owner',
      label: say('documents.field.owner'),
      kind: 'own',
      schema: shape.owner,
      control: <PersonField label={say('documents.field.owner')} />,
    },
    { name: 'usedFor', label: say('documents.external.usedFor'), kind: 'text' },
    { name: 'source', label: say('documents.external.source'), kind: 'text' },
    { name: 'checkMonths', label: say('documents.external.checkMonths'), kind: 'number' },
  ]
}

interface CheckFormProps {
  readonly external: External
  readonly onDone: () => void
}

/** Keeps what a look at the edition found. */
export function CheckForm({ external: { id, title }, onDone }: CheckFormProps) {
  const say = useSay()
  const { upload, area } = useSent()
  const checking = useTask((typed: Typed, signal) =>
    api.documents.checkExternal(
      {
        id,
        outcome: checkOutcomes.find((each) => each === typed['outcome']) ?? 'current',
        edition: knownIn(typed, 'edition'),
        note: knownIn(typed, 'note'),
        upload,
      },
      { signal },
    ),
  )
  const submit = async (typed: Typed) => {
    const done = (await checking.start(typed)) !== null
    if (done) onDone()
    return done
  }
  return (
    <RecordForm
      title={`${say('documents.external.check')} ${title}`}
      draft={`documents/checks/${id}`}
      initial={{ outcome: 'current', edition: '', note: '' }}
      fields={[
        {
          name: 'outcome',
          label: say('documents.external.outcome'),
          kind: 'choice',
          options: checkOutcomes.map((value) => ({ value, label: say(`documents.outcome.${value}`) })),
        },
        { name: 'edition', label: say('documents.external.new-edition'), kind: 'text' },
        { name: 'note', label: say('documents.field.note'), kind: 'area' },
      ]}
      submit={say('documents.save')}
      onSubmit={submit}
      busy={checking.task.state === 'running'}
      trouble={checking.task.state === 'refused' ? checking.task.trouble : null}
      onLeave={onDone}
      acts={area}
    />
  )
}
