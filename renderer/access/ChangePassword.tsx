import { Button, Form, Input } from 'antd'

import { api } from '../kernel/api.ts'
import { useSay } from '../kernel/say.ts'
import { useTask } from '../kernel/tasks.ts'
import { TroubleNote } from '../ui/TroubleNote.tsx'
import { PasswordFields } from './PasswordFields.tsx'

interface Typed {
  readonly old: string
  readonly password: string
}

/** The old password, the new one, and once more the new one. */
export function ChangePassword({ onDone }: { readonly onDone: () => void }) {
  const say = useSay()
  const [form] = Form.useForm<Typed>()
  const changing = useTask(({ old, password }: Typed, signal: AbortSignal) =>
    api.access.changePassword({ old, password }, { signal }),
  )
  const change = async (typed: Typed) => {
    if (!(await changing.start(typed))) return
    form.resetFields()
    onDone()
  }
  return (
    <Form<Typed> form={form} layout="vertical" onFinish={(typed) => void change(typed)}>
      <Form.Item
        name="old"
        label={say('access.password.old')}
        rules={[{ required: true, message: say('frame.field.empty') }]}
      >
        <Input.Password autoComplete="current-password" />
      </Form.Item>
      <PasswordFields label={say('access.password.new')} login="" />
      {changing.task.state === 'refused' && <TroubleNote trouble={changing.task.trouble} />}
      <div className="door-acts">
        <Button type="primary" htmlType="submit" loading={changing.task.state === 'running'}>
          {say('access.change-password')}
        </Button>
      </div>
    </Form>
  )
}
