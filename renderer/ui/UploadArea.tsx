import { type DragEvent, useId, useState } from 'react'

import { useSay } from '../kernel/say.ts'
import { uploadFile } from '../kernel/upload.ts'
import { Icon } from './Icon.tsx'
import { TroubleNote } from './TroubleNote.tsx'

interface UploadAreaProps {
  readonly label: string
  /** Which kinds of file, for the file dialog: `.xlsx,.csv`. */
  readonly accept?: string
  readonly multiple?: boolean
  /** Called once for each file that arrived. */
  readonly onUploaded: (upload: string, file: File) => void
}

/** Choose files or drop them here; each is sent at once and handed on by its id. */
export function UploadArea({ label, accept, multiple = false, onUploaded }: UploadAreaProps) {
  const say = useSay()
  const id = useId()
  const [isOver, setOver] = useState(false)
  const [sending, setSending] = useState<string | null>(null)
  const [trouble, setTrouble] = useState<unknown>(null)
  const send = async (files: readonly File[]) => {
    setTrouble(null)
    try {
      for (const file of multiple ? files : files.slice(0, 1)) {
        setSending(file.name)
        onUploaded(await uploadFile(file), file)
      }
    } catch (reason) {
      setTrouble(reason)
    } finally {
      setSending(null)
    }
  }
  const drop = (event: DragEvent) => {
    event.preventDefault()
    setOver(false)
    void send([...event.dataTransfer.files])
  }
  return (
    <>
      <label
        className={isOver ? 'upload over' : 'upload'}
        htmlFor={id}
        onDragOver={(event) => {
          event.preventDefault()
          setOver(true)
        }}
        onDragLeave={() => setOver(false)}
        onDrop={drop}
      >
        <Icon name="import" size={24} />
        <span>{sending === null ? label : say('frame.upload.sending', { name: sending })}</span>
        <span className="page-purpose">{say('frame.upload.how')}</span>
        <input
          id={id}
          type="file"
          className="visually-hidden"
          accept={accept}
          multiple={multiple}
          disabled={sending !== null}
          onChange={({ target }) => {
            void send([...(target.files ?? [])])
            target.value = ''
          }}
        />
      </label>
      <TroubleNote trouble={trouble} onClose={() => setTrouble(null)} />
    </>
  )
}
