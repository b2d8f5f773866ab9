import { Button, Form, Input } from 'antd'

import { api } from '../kernel/api.ts'
import { useSay } from '../kernel/say.ts'
import { useTask } from '../kernel/tasks.ts'
import { TroubleNote } from '../ui/TroubleNote.tsx'
import { Door } from './Door.tsx'
import { askWhoIsHere, leave } from './who-is-here.ts'

/** Asks for the password of who locked the window; somebody else has to sign in instead. */
export function LockScreen({ name }: { readonly name: string }) {
  const say = useSay()
  const unlocking = useTask((password: string, signal: AbortSignal) =>
    api.access.unlock({ password }, { signal }),
  )
  const unlock = async (password: string) => {
    if (await unlocking.start(password)) await askWhoIsHere()
  }
  return (
    <Door title={say('access.locked')} purpose={say('access.locked.purpose', { name })}>
      <Form<{ readonly password: string }>
        layout="vertical"
        onFinish={({ password }) => void unlock(password)}
      >
        <Form.Item
          name="password"
          label={say('access.password')}
          rules={[{ required: true, message: say('frame.field.empty') }]}
        >
          <Input.Password autoFocus autoComplete="current-password" />
        </Form.Item>
        {unlocking.task.state === 'refused' && <TroubleNote trouble={unlocking.task.trouble} />}
        <div className="door-acts">
          <Button type="primary" htmlType="submit" loading={unlocking.task.state === 'running'}>
            {say('access.unlock')}
          </Button>
          <Button onClick={() => void leave()}>{say('access.other-user')}</Button>
        </div>
      </Form>
    </Door>
  )
}
