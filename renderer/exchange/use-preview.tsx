import { Button, Form, Input } from 'antd'
import { type ReactNode, useState } from 'react'

import type { Progress } from '#shared/kernel/contract'
import { Refusal } from '#shared/kernel/refusal'

import { useSay } from '../kernel/say.ts'
import { useTask } from '../kernel/tasks.ts'
import { TaskPanel } from '../ui/TaskPanel.tsx'
import { TroubleNote } from '../ui/TroubleNote.tsx'
import { UploadArea } from '../ui/UploadArea.tsx'

export interface SentFile {
  readonly upload: string
  readonly passphrase: string | null
}

interface Preview<T> {
  /** The file as it opened; null before. */
  readonly source: SentFile | null
  readonly shown: T | null
  /** Where the file is chosen, and the passphrase of a sealed one asked for. */
  readonly chooser: ReactNode
}

const asksPassphrase = (trouble: unknown) =>
  trouble instanceof Refusal &&
  (trouble.code === 'exchange.passphrase-needed' || trouble.code === 'kernel.sealed-passphrase')

/** Looks into a file that was sent; one under a passphrase asks for it. */
export function usePreview<T>(
  begin: (source: SentFile, signal: AbortSignal) => Promise<AsyncIterator<Progress, T, unknown>>,
): Preview<T> {
  const say = useSay()
  const [source, setSource] = useState<SentFile | null>(null)
  const reading = useTask(begin)
  const { task } = reading
  const open = (next: SentFile) => {
    setSource(next)
    return reading.start(next)
  }
  const isAsking = task.state === 'refused' && asksPassphrase(task.trouble)
  const isWrong =
    isAsking && task.trouble instanceof Refusal && task.trouble.code === 'kernel.sealed-passphrase'
  const passphraseNote = isAsking && source && (
    <Form
      layout="inline"
      style={{ marginBlock: 12 }}
      onFinish={({ passphrase }: { passphrase: string }) => void open({ ...source, passphrase })}
    >
      <Form.Item
        name="passphrase"
        label={say('exchange.passphrase')}
        extra={isWrong ? undefined : say('exchange.passphrase.asked')}
        rules={[{ required: true, message: say('frame.field.empty') }]}
      >
        <Input.Password visibilityToggle={false} autoComplete="off" autoFocus />
      </Form.Item>
      <Button type="primary" htmlType="submit">
        {say('exchange.passphrase.open')}
      </Button>
      {isWrong && <TroubleNote trouble={task.trouble} />}
    </Form>
  )
  return {
    source: task.state === 'done' ? source : null,
    shown: task.state === 'done' ? task.result : null,
    chooser: (
      <>
        <UploadArea
          label={say('exchange.restore.choose')}
          accept=".tanbu-backup"
          onUploaded={(upload) => void open({ upload, passphrase: null })}
        />
        {passphraseNote}
        {!isAsking && <TaskPanel running={reading} title={say('exchange.restore.reading')} />}
      </>
    ),
  }
}
