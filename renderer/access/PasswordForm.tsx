import { Button, Form, Input } from 'antd'
import { useId } from 'react'

import { useSay } from '../kernel/say.ts'
import type { RunningTask } from '../kernel/tasks.ts'
import { TroubleNote } from '../ui/TroubleNote.tsx'

interface PasswordFormProps<I> {
  readonly act: string
  readonly running: RunningTask<I, unknown>
  readonly input: (password: string) => I
}

/** One password and one act, for whoever changes something about the own account or the data folder. */
export function PasswordForm<I>({ act, running, input }: PasswordFormProps<I>) {
  const say = useSay()
  const [form] = Form.useForm<{ readonly current: string }>()
  const { task, start } = running
  const give = async (password: string) => {
    if ((await start(input(password))) !== null) form.resetFields()
  }
  return (
    <Form
      name={useId()}
      form={form}
      layout="vertical"
      className="door-sheet"
      style={{ marginBlock: 12 }}
      onFinish={({ current }) => void give(current)}
    >
      <Form.Item
        name="current"
        label={say('access.password')}
        rules={[{ required: true, message: say('frame.field.empty') }]}
      >
        <Input.Password autoComplete="current-password" />
      </Form.Item>
      {task.state === 'refused' && <TroubleNote trouble={task.trouble} />}
      <Button htmlType="submit" loading={task.state === 'running'}>
        {act}
      </Button>
    </Form>
  )
}
