import { Button, Form, Input } from 'antd'

import { api } from '../kernel/api.ts'
import { useSay } from '../kernel/say.ts'
import { useTask } from '../kernel/tasks.ts'
import { TroubleNote } from '../ui/TroubleNote.tsx'
import { KeyPaper } from './KeyPaper.tsx'

/** A new recovery key in the place of the old one, for who can give the password. */
export function RenewRecovery() {
  const say = useSay()
  const renewing = useTask((password: string, signal: AbortSignal) =>
    api.access.renewRecoveryKey({ password }, { signal }),
  )
  const { task } = renewing
  return (
    <section className="paper" aria-labelledby="own-recovery">
      <h2 id="own-recovery">{say('access.recovery.renew')}</h2>
      {task.state === 'done' ? (
        <KeyPaper recoveryKey={task.result.recoveryKey} />
      ) : (
        <Form<{ readonly current: string }>
          layout="vertical"
          className="door-sheet"
          onFinish={({ current }) => void renewing.start(current)}
        >
          <p className="page-purpose">{say('access.recovery.renew.why')}</p>
          <Form.Item
            name="current"
            label={say('access.password')}
            rules={[{ required: true, message: say('frame.field.empty') }]}
          >
            <Input.Password autoComplete="current-password" />
          </Form.Item>
          {task.state === 'refused' && <TroubleNote trouble={task.trouble} />}
          <Button htmlType="submit" loading={task.state === 'running'}>
            {say('access.recovery.renew')}
          </Button>
        </Form>
      )}
    </section>
  )
}
