import type { RecordRef } from '#shared/kernel/record'
import type { Attachment } from '#shared/kernel/record-contract'

import { ConfirmAct } from '../ui/ConfirmAct.tsx'
import { Icon } from '../ui/Icon.tsx'
import { sizeText } from '../ui/size-text.ts'
import { TroubleNote } from '../ui/TroubleNote.tsx'
import { UploadArea } from '../ui/UploadArea.tsx'
import { api } from './api.ts'
import { useCommand } from './commands.ts'
import { useSay } from './say.ts'
import { trailTime } from './trail-word.ts'
import { evidenceAddress } from './upload.ts'
import { useNames } from './use-names.ts'

interface RecordFilesProps {
  readonly record: RecordRef
  readonly attachments: readonly Attachment[]
}

/** Files kept with a record by their hash; any kind, several at once. */
export function RecordFiles({ record, attachments }: RecordFilesProps) {
  const say = useSay()
  const names = useNames()
  const attach = useCommand((upload: string) => api.desk.attach({ record, upload, note: null }))
  const detach = useCommand((id: Attachment['id']) => api.desk.detach({ id }))
  return (
    <>
      {attachments.length === 0 && <p className="page-purpose">{say('frame.record.no-files')}</p>}
      <ul className="record-list">
        {attachments.map(({ id, sha256, name, size, attachedBy, attachedAt }) => (
          <li key={id}>
            <div className="record-line">
              <a href={evidenceAddress(sha256, name)} target="_blank" rel="noreferrer">
                {name}
              </a>
              <ConfirmAct
                label={say('frame.record.detach', { name })}
                question={say('frame.record.detach-ask', { name })}
                onConfirm={() => void detach.run(id)}
                button={{ type: 'text', size: 'small', icon: <Icon name="cross" size={14} /> }}
              />
            </div>
            <span className="page-purpose">
              {sizeText(size)} · {names.get(attachedBy) ?? '—'} · {trailTime(attachedAt)}
            </span>
            <code className="evidence-hash">SHA-256 {sha256}</code>
          </li>
        ))}
      </ul>
      <TroubleNote trouble={detach.trouble ?? attach.trouble} onClose={attach.forget} />
      <UploadArea
        label={say('frame.record.attach')}
        multiple
        onUploaded={(upload) => void attach.run(upload)}
      />
    </>
  )
}
