import { Button, Form, Input, Popover } from 'antd'
import { useState } from 'react'

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
}

/** A button for what is signed: it asks for the password beside itself. */
export function PasswordAct<I>({
  label,
  question,
  textLabel,
  running,
  input,
  disabled = false,
}: PasswordActProps<I>) {
  const say = useSay()
  const [isOpen, setOpen] = useState(false)
  const { task, start, dismiss } = running
  const sign = async ({ password = '', text = '' }: { password?: string; text?: string }) => {
    if ((await start(input(password, text.trim()))) !== null) setOpen(false)
  }
  const content = (
    <div
      className="confirm"
      role="dialog"
      aria-label={label}
      onKeyDown={(event) => event.key === 'Escape' && setOpen(false)}
    >
      <p>{question}</p>
      <Form
        name="act"
        layout="vertical"
        onFinish={(typed: { password?: string; text?: string }) => void sign(typed)}
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
        <div className="page-acts">
          <Button type="primary" htmlType="submit" loading={task.state === 'running'}>
            {label}
          </Button>
          <Button onClick={() => setOpen(false)}>{say('frame.confirm.cancel')}</Button>
        </div>
      </Form>
    </div>
  )
  return (
    <Popover trigger="click" open={isOpen} onOpenChange={setOpen} content={content} destroyOnHidden>
      <Button type="primary" disabled={disabled} aria-haspopup="dialog" aria-expanded={isOpen}>
        {label}
      </Button>
    </Popover>
  )
}
