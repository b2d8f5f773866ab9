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
  readonly key?: string
}

interface Preview<T> {
  /** The file as it opened; null before. */
  readonly source: SentFile | null
  readonly shown: T | null
  /** Where the file is chosen, and the passphrase of a sealed one asked for. */
  readonly chooser: ReactNode
}

const asksPassphrase: ReadonlySet<string> = new Set([
  'exchange.passphrase-needed',
  'kernel.sealed-passphrase',
])

/**
 * Looks into a file that was sent; one under a passphrase asks for it, and one that is enciphered under a key that is not
 * here offers to open with a password of its day.
 */
export function usePreview<T>(
  begin: (source: SentFile, signal: AbortSignal) => Promise<AsyncIterator<Progress, T, unknown>>,
  isEnciphered: (shown: T) => boolean,
): Preview<T> {
  const say = useSay()
  const [source, setSource] = useState<SentFile | null>(null)
  const reading = useTask(begin)
  const { task } = reading
  const open = (next: SentFile) => {
    setSource(next)
    return reading.start(next)
  }
  const code = task.state === 'refused' && task.trouble instanceof Refusal ? task.trouble.code : null
  const isAsking = code !== null && asksPassphrase.has(code)
  const isClosed =
    code === 'exchange.wrong-key' || (task.state === 'done' && isEnciphered(task.result) && !source?.key)
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
        {isAsking && source && (
          <SecretForm
            key={source.upload}
            label={say('exchange.passphrase')}
            hint={say('exchange.passphrase.asked')}
            act={say('exchange.passphrase.open')}
            trouble={code === 'kernel.sealed-passphrase' && task.state === 'refused' ? task.trouble : null}
            onGiven={(passphrase) => void open({ ...source, passphrase })}
          />
        )}
        {!isAsking && code !== 'exchange.wrong-key' && (
          <TaskPanel running={reading} title={say('exchange.restore.reading')} />
        )}
        {isClosed && source && (
          <SecretForm
            key={`${source.upload} key`}
            isOptional
            label={say('exchange.key')}
            hint={say('exchange.key.hint')}
            act={say('exchange.key.open')}
            trouble={task.state === 'refused' ? task.trouble : null}
            onGiven={(key) => void open({ ...source, key })}
          />
        )}
      </>
    ),
  }
}

interface SecretFormProps {
  readonly label: string
  readonly hint: string
  readonly act: string
  /** One may also go on without. */
  readonly isOptional?: boolean
  /** Why what was given before did not open it. */
  readonly trouble: unknown
  readonly onGiven: (secret: string) => void
}

function SecretForm({ label, hint, act, isOptional = false, trouble, onGiven }: SecretFormProps) {
  const say = useSay()
  return (
    <Form
      layout="inline"
      style={{ marginBlock: 12 }}
      onFinish={({ secret }: { secret: string }) => onGiven(secret)}
    >
      <Form.Item
        name="secret"
        label={label}
        extra={trouble ? undefined : hint}
        rules={[{ required: true, message: say('frame.field.empty') }]}
      >
        <Input.Password visibilityToggle={false} autoComplete="off" autoFocus />
      </Form.Item>
      <Button type={isOptional ? 'default' : 'primary'} htmlType="submit">
        {act}
      </Button>
      <TroubleNote trouble={trouble} />
    </Form>
  )
}
