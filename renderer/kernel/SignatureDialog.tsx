import { Button, Form, Input, Modal } from 'antd'

import { TroubleNote } from '../ui/TroubleNote.tsx'
import { api } from './api.ts'
import { useSay } from './say.ts'
import { useAskedSignature } from './signature.ts'
import { useTask } from './tasks.ts'

/** Asks for the password wherever an act turns out to be a signature; leaving it leaves the act undone. */
export function SignatureDialog() {
  const say = useSay()
  const asked = useAskedSignature((state) => state.asked)
  return (
    <Modal
      open={asked !== null}
      title={say('frame.sign')}
      onCancel={() => asked?.left()}
      footer={null}
      destroyOnHidden
      width={420}
    >
      {asked && <SignatureForm key={asked.challenge} />}
    </Modal>
  )
}

function SignatureForm() {
  const say = useSay()
  const asked = useAskedSignature((state) => state.asked)
  const confirming = useTask((password: string, signal: AbortSignal) =>
    api.access.confirmSigning({ password, challenge: asked?.challenge ?? '' }, { signal }),
  )
  const { task } = confirming
  const sign = async (password: string) => {
    if ((await confirming.start(password)) !== null) asked?.signed()
  }
  return (
    <Form
      name="signature"
      layout="vertical"
      onFinish={({ password = '' }: { password?: string }) => void sign(password)}
    >
      <p>{say('frame.sign.why', { meaning: say.of({ code: asked?.meaning ?? '' }) })}</p>
      <Form.Item
        name="password"
        label={say('frame.password')}
        rules={[{ required: true, message: say('frame.field.empty') }]}
      >
        <Input.Password visibilityToggle={false} autoComplete="current-password" autoFocus />
      </Form.Item>
      {task.state === 'refused' && <TroubleNote trouble={task.trouble} onClose={confirming.dismiss} />}
      <div className="page-acts">
        <Button type="primary" htmlType="submit" loading={task.state === 'running'}>
          {say('frame.sign.do')}
        </Button>
        <Button onClick={() => asked?.left()}>{say('frame.confirm.cancel')}</Button>
      </div>
    </Form>
  )
}
