import { Button } from 'antd'
import { type RefObject, useState } from 'react'

import type { ListedItem } from '#shared/audits/checklist'

import { api } from '../kernel/api.ts'
import { useCommand } from '../kernel/commands.ts'
import { RecordFiles } from '../kernel/RecordFiles.tsx'
import { useAboutRecord } from '../kernel/RecordSide.tsx'
import { useSay } from '../kernel/say.ts'
import { uploadFile } from '../kernel/upload.ts'
import { Icon } from '../ui/Icon.tsx'
import { TroubleNote } from '../ui/TroubleNote.tsx'

interface PhotoActProps {
  readonly item: ListedItem
  readonly input: RefObject<HTMLInputElement | null>
  readonly isLocked: boolean
  /** Makes the answer a record for the photo to belong to. */
  readonly onBefore: () => Promise<boolean>
}

/** Takes a photo or a file to a question; on a device with a camera it opens that. */
export function PhotoAct({ item, input, isLocked, onBefore }: PhotoActProps) {
  const say = useSay()
  const [isOpen, setOpen] = useState(false)
  const attach = useCommand(async (files: readonly File[]) => {
    if (!(await onBefore())) return
    for (const file of files)
      await api.desk.attach({ record: `audits/item/${item.id}`, upload: await uploadFile(file), note: null })
  })
  return (
    <>
      <input
        ref={input}
        type="file"
        accept="image/*"
        capture="environment"
        multiple
        className="visually-hidden"
        tabIndex={-1}
        aria-label={say('audits.photo')}
        disabled={isLocked}
        onChange={({ target }) => {
          void attach.run([...(target.files ?? [])])
          target.value = ''
        }}
      />
      <Button
        className="audits-big"
        icon={<Icon name="evidence" />}
        disabled={isLocked}
        loading={attach.busy}
        onClick={() => input.current?.click()}
      >
        {say('audits.photo')} (P)
      </Button>
      {item.photos > 0 && (
        <Button className="audits-big" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
          {say('audits.photos', { count: item.photos })}
        </Button>
      )}
      <TroubleNote trouble={attach.trouble} onClose={attach.forget} />
      {isOpen && item.photos > 0 && <Photos item={item} />}
    </>
  )
}

function Photos({ item }: { readonly item: ListedItem }) {
  const record = `audits/item/${item.id}`
  const { data, error } = useAboutRecord(record)
  return (
    <div className="audits-photos">
      <TroubleNote trouble={error} />
      {data && <RecordFiles record={record} attachments={data.attachments} />}
    </div>
  )
}
