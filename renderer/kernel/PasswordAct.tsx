import { Form, Input } from 'antd'

import { FormPopover } from '../ui/FormPopover.tsx'
import { TroubleNote } from '../ui/TroubleNote.tsx'
import { useSay } from './say.ts'
import type { RunningTask } from './tasks.ts'

interface PasswordActProps<I> {
  readonly label: string
  /** What the signature says. */
  readonly question: string
  /** Asks for a line of text under this name as well. */
  readonly textLabel?: string
  readonly running: RunningTask<I, unknown>
  readonly input: (password: string, text: string) => I
  readonly disabled?: boolean
  /** For what removes something. */
  readonly danger?: boolean
}

/** A button for what is signed: it asks for the password beside itself. */
export function PasswordAct<I>({
  label,
  question,
  textLabel,
  running,
  input,
  disabled = false,
  danger = false,
}: PasswordActProps<I>) {
  const say = useSay()
  const { task, start, dismiss } = running
  return (
    <FormPopover<{ password?: string; text?: string }>
      label={label}
      question={question}
      isBusy={task.state === 'running'}
      button={danger ? { danger, disabled } : { type: 'primary', disabled }}
      onFinish={async ({ password = '', text = '' }) => (await start(input(password, text.trim()))) !== null}
    >
      {textLabel !== undefined && (
        <Form.Item
          name="text"
          label={textLabel}
          rules={[{ required: true, whitespace: true, message: say('frame.field.empty') }]}
        >
          <Input maxLength={1000} autoFocus />
        </Form.Item>
      )}
      <Form.Item
        name="password"
        label={say('frame.password')}
        rules={[{ required: true, message: say('frame.field.empty') }]}
      >
        <Input.Password
          visibilityToggle={false}
          autoComplete="current-password"
          autoFocus={textLabel === undefined}
        />
      </Form.Item>
      {task.state === 'refused' && <TroubleNote trouble={task.trouble} onClose={dismiss} />}
    </FormPopover>
  )
}
