import { Button, Input } from 'antd'
import { useId, useState } from 'react'

import { passphrase as passphraseRule } from '#shared/kernel/passphrase'

import { TaskPanel } from '../ui/TaskPanel.tsx'
import { UploadArea } from '../ui/UploadArea.tsx'
import { useSay } from './say.ts'
import { SendLink } from './SendLink.tsx'
import type { RunningTask } from './tasks.ts'
import { downloadAddress } from './upload.ts'

interface Made {
  readonly download: string
  readonly fileName: string
}

interface SealFormProps {
  readonly running: RunningTask<string, Made>
  readonly act: string
}
/** A new passphrase, and the file that was sealed under it. */
export function SealForm({ running, act }: SealFormProps) {
  const say = useSay()
  const id = useId()
  const [typed, setTyped] = useState('')
  const { task, start } = running
  const make = async () => {
    if (await start(typed)) setTyped('')
  }
  return (
    <>
      <form
        className="sealed-line"
        onSubmit={(event) => {
          event.preventDefault()
          void make()
        }}
      >
        <label htmlFor={id}>{say('frame.sealed.passphrase')}</label>
        <Input.Password
          id={id}
          autoComplete="new-password"
          value={typed}
          onChange={({ target }) => setTyped(target.value)}
          style={{ width: 260 }}
        />
        <Button
          type="primary"
          htmlType="submit"
          loading={task.state === 'running'}
          disabled={!passphraseRule.safeParse(typed).success}
        >
          {act}
        </Button>
      </form>
      <p className="page-purpose">{say('frame.sealed.passphrase-how')}</p>
      <TaskPanel running={running} title={act} />
      {task.state === 'done' && (
        <>
          <p>{say('frame.sealed.ready', { name: task.result.fileName })}</p>
          <a href={downloadAddress(task.result.download)} download={task.result.fileName}>
            {say('frame.sealed.save')}
          </a>{' '}
          <SendLink {...task.result} />
        </>
      )}
    </>
  )
}

interface OpenFormProps<T> {
  readonly label: string
  readonly accept: string
  readonly act: string
  readonly running: RunningTask<{ readonly upload: string; readonly passphrase: string }, T>
  readonly onDone?: (result: T) => void
}
/** A sealed file and its passphrase. */
export function OpenForm<T>({ label, accept, act, running, onDone }: OpenFormProps<T>) {
  const say = useSay()
  const id = useId()
  const [file, setFile] = useState<{ readonly upload: string; readonly name: string } | null>(null)
  const [typed, setTyped] = useState('')
  const { task, start } = running
  const open = async () => {
    if (!file) return
    const result = await start({ upload: file.upload, passphrase: typed })
    if (result === null) return
    setTyped('')
    onDone?.(result)
  }
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        void open()
      }}
    >
      <UploadArea
        label={file?.name ?? label}
        accept={accept}
        onUploaded={(upload, { name }) => setFile({ upload, name })}
      />
      <div className="sealed-line">
        <label htmlFor={id}>{say('frame.sealed.passphrase')}</label>
        <Input.Password
          id={id}
          autoComplete="off"
          value={typed}
          onChange={({ target }) => setTyped(target.value)}
          style={{ width: 260 }}
        />
        <Button
          type="primary"
          htmlType="submit"
          loading={task.state === 'running'}
          disabled={file === null || typed === ''}
        >
          {act}
        </Button>
      </div>
      <TaskPanel running={running} title={act} />
    </form>
  )
}
