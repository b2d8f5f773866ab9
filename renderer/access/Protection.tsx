import { Button, Form, Input } from 'antd'

import { api } from '../kernel/api.ts'
import { useAsk } from '../kernel/changes.ts'
import { useSay } from '../kernel/say.ts'
import { useTask } from '../kernel/tasks.ts'
import { StateTag } from '../ui/StateTag.tsx'
import { TaskPanel } from '../ui/TaskPanel.tsx'
import { TroubleNote } from '../ui/TroubleNote.tsx'

/** Turning the encryption of the data folder on and off, with what that means before it is done. */
export function Protection() {
  const say = useSay()
  const { data, error } = useAsk(['access', 'protection'], () => api.access.protection({}))
  const [form] = Form.useForm<{ readonly current: string }>()
  const isEncrypted = data?.isEncrypted ?? false
  const changing = useTask((password: string, signal: AbortSignal) =>
    isEncrypted
      ? api.access.decryptStore({ password }, { signal })
      : api.access.encryptStore({ password }, { signal }),
  )
  const change = async (password: string) => {
    if (await changing.start(password)) form.resetFields()
  }
  return (
    <section className="paper" aria-labelledby="own-protection">
      <h2 id="own-protection">
        {say('access.protection')}{' '}
        {data && (
          <StateTag
            tone={isEncrypted ? 'good' : 'quiet'}
            text={say(isEncrypted ? 'access.protection.is-on' : 'access.protection.is-off')}
          />
        )}
      </h2>
      <TroubleNote trouble={error} />
      {data && <p className="page-purpose">{say(`access.protection.${isEncrypted ? 'on' : 'off'}`)}</p>}
      {data && !isEncrypted && <WhatItMeans />}
      <Form
        form={form}
        layout="vertical"
        className="door-sheet"
        style={{ marginBlock: 12 }}
        onFinish={({ current }) => void change(current)}
      >
        <Form.Item
          name="current"
          label={say('access.password')}
          rules={[{ required: true, message: say('frame.field.empty') }]}
        >
          <Input.Password autoComplete="current-password" />
        </Form.Item>
        <Button htmlType="submit" disabled={!data} loading={changing.task.state === 'running'}>
          {say(isEncrypted ? 'access.protection.decrypt' : 'access.protection.encrypt')}
        </Button>
      </Form>
      <TaskPanel
        running={changing}
        title={say('access.protection.working')}
        result={() => say('access.protection.done')}
      />
    </section>
  )
}

function WhatItMeans() {
  const say = useSay()
  return (
    <>
      <p className="page-purpose">{say('access.protection.needs')}</p>
      <p className="page-purpose">{say('access.protection.backups')}</p>
      <p className="page-purpose">{say('access.protection.leftovers')}</p>
    </>
  )
}
