import { Button } from 'antd'
import { type DragEvent, useId, useState } from 'react'

import { useSay } from '../kernel/say.ts'
import { isLargePicture, shrunkPicture } from '../kernel/shrink-picture.ts'
import { uploadFile } from '../kernel/upload.ts'
import { Icon } from './Icon.tsx'
import { sizeText } from './size-text.ts'
import { TroubleNote } from './TroubleNote.tsx'

interface UploadAreaProps {
  readonly label: string
  /** Which kinds of file, for the file dialog: `.xlsx,.csv`. */
  readonly accept?: string
  readonly multiple?: boolean
  /** Called once for each file that arrived. */
  readonly onUploaded: (upload: string, file: File) => void
}

/**
 * Choose files or drop them here; each is sent at once and handed on by its id. A photo larger than it need be waits
 * until it is said whether a smaller copy of it will do.
 */
export function UploadArea({ label, accept, multiple = false, onUploaded }: UploadAreaProps) {
  const say = useSay()
  const id = useId()
  const [isOver, setOver] = useState(false)
  const [sending, setSending] = useState<string | null>(null)
  const [trouble, setTrouble] = useState<unknown>(null)
  const [large, setLarge] = useState<readonly File[]>([])
  const take = (files: readonly File[]) => {
    const chosen = multiple ? files : files.slice(0, 1)
    setLarge(chosen.filter(isLargePicture))
    void send(chosen.filter((file) => !isLargePicture(file)))
  }
  const settle = (file: File, made: (file: File) => File | Promise<File>) => {
    setLarge((before) => before.filter((each) => each !== file))
    void send([file], made)
  }
  const send = async (
    files: readonly File[],
    made: (file: File) => File | Promise<File> = (file) => file,
  ) => {
    setTrouble(null)
    try {
      for (const file of files) {
        setSending(file.name)
        const ready = await made(file)
        onUploaded(await uploadFile(ready), ready)
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
    take([...event.dataTransfer.files])
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
            take([...(target.files ?? [])])
            target.value = ''
          }}
        />
      </label>
      {large.map((file) => (
        <div key={file.name} className="page-acts" role="group" aria-label={file.name}>
          <span>{say('frame.upload.large', { name: file.name, size: sizeText(file.size) })}</span>
          <Button type="primary" onClick={() => settle(file, shrunkPicture)}>
            {say('frame.upload.shrink')}
          </Button>
          <Button onClick={() => settle(file, (same) => same)}>{say('frame.upload.as-is')}</Button>
        </div>
      ))}
      <TroubleNote trouble={trouble} onClose={() => setTrouble(null)} />
    </>
  )
}
