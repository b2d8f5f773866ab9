import { useState } from 'react'

import type { PersonId } from '#shared/access/model'
import type { ShownDocument, ShownVersion } from '#shared/documents/contract'
import { version as versionSchema } from '#shared/documents/document'
import { Refusal } from '#shared/kernel/refusal'

import { api } from '../kernel/api.ts'
import { PersonField } from '../kernel/PersonField.tsx'
import { useSay } from '../kernel/say.ts'
import { useTask } from '../kernel/tasks.ts'
import { type Field, RecordForm, type Typed } from '../ui/RecordForm.tsx'
import { textIn } from '../ui/typed.ts'
import { UploadArea } from '../ui/UploadArea.tsx'

interface DraftFormProps {
  readonly document: ShownDocument
  /** Null for a new version; else the draft that is changed. */
  readonly version: ShownVersion | null
  readonly onDone: () => void
}

/** Drafts a version out of a file, or gives the draft another file. */
export function DraftForm({ document, version, onDone }: DraftFormProps) {
  const say = useSay()
  const [file, setFile] = useState<{ readonly upload: string; readonly name: string } | null>(null)
  const [isMissing, setMissing] = useState(false)
  const saving = useTask(async (typed: Typed, signal) => {
    const facts = {
      label: textIn(typed, 'label'),
      change: textIn(typed, 'change'),
      author: typed['author'] as PersonId,
    }
    const upload = file?.upload ?? null
    if (version !== null) return api.documents.replaceFile({ ...facts, id: version.id, upload }, { signal })
    return api.documents.draftVersion({ ...facts, document: document.id, upload: upload ?? '' }, { signal })
  })
  const fields: readonly Field[] = [
    {
      name: 'label',
      label: say('documents.field.label'),
      kind: 'text',
      schema: versionSchema.shape.label,
    },
    {
      name: 'author',
      label: say('documents.field.author'),
      kind: 'own',
      schema: versionSchema.shape.author,
      control: <PersonField label={say('documents.field.author')} />,
    },
    { name: 'change', label: say('documents.field.change'), kind: 'area' },
  ]
  const submit = async (typed: Typed) => {
    setMissing(version === null && file === null)
    if (version === null && file === null) return false
    const done = (await saving.start(typed)) !== null
    if (done) onDone()
    return done
  }
  const trouble = isMissing
    ? new Refusal('documents.version.file-missing')
    : saving.task.state === 'refused'
      ? saving.task.trouble
      : null
  return (
    <div className="documents-draft">
      <UploadArea
        label={say('documents.version.upload')}
        onUploaded={(upload, { name }) => {
          setFile({ upload, name })
          setMissing(false)
        }}
      />
      {file && <p role="status">{say('documents.version.uploaded', { name: file.name })}</p>}
      <RecordForm
        title={say(version === null ? 'documents.version.new' : 'documents.version.edit')}
        draft={`documents/versions/${version?.id ?? document.id}`}
        initial={{
          label: version?.label ?? nextLabel(document),
          change: version?.change ?? '',
          author: version?.author ?? document.owner,
        }}
        fields={fields}
        submit={say('documents.save')}
        onSubmit={submit}
        busy={saving.task.state === 'running'}
        trouble={trouble}
        onLeave={onDone}
      />
    </div>
  )
}

/** `A/0` is followed by `A/1`; what people count otherwise, they say themselves. */
function nextLabel({ versions }: ShownDocument): string {
  const last = versions[0]?.label
  if (last === undefined) return 'A/0'
  const [, edition, count] = /^(.*\/)(\d+)$/.exec(last) ?? []
  return edition === undefined || count === undefined ? '' : `${edition}${Number.parseInt(count, 10) + 1}`
}
