import { Alert, Button, Form, Input } from 'antd'
import dayjs from 'dayjs'
import { useState } from 'react'
import { renderSVG } from 'uqr'

import { api } from '../kernel/api.ts'
import { useAsk } from '../kernel/changes.ts'
import { useCommand } from '../kernel/commands.ts'
import { PasswordAct } from '../kernel/PasswordAct.tsx'
import { useSay } from '../kernel/say.ts'
import { useTask } from '../kernel/tasks.ts'
import { TroubleNote } from '../ui/TroubleNote.tsx'

/** An authenticator app beside the own password. */
export function SecondFactorSection() {
  const say = useSay()
  const { data } = useAsk(['access', 'second-factor'], () => api.access.secondFactor({}))
  const [codes, setCodes] = useState<readonly string[] | null>(null)
  const beginning = useTask((password: string, signal: AbortSignal) =>
    api.access.beginSecondFactor({ password }, { signal }),
  )
  const dropping = useTask((password: string, signal: AbortSignal) =>
    api.access.dropSecondFactor({ password }, { signal }),
  )
  if (!data) return null
  const begun = beginning.task.state === 'done' && !data.isOn ? beginning.task.result : null
  return (
    <section className="paper" aria-labelledby="own-second">
      <h2 id="own-second">{say('access.second')}</h2>
      <p className="page-purpose">{say('access.second.why')}</p>
      {codes && <BackupCodes codes={codes} onKept={() => setCodes(null)} />}
      {data.isOn && (
        <>
          <p>
            {say('access.second.on', { since: dayjs(data.setAt).format('YYYY-MM-DD') })} ·{' '}
            {say('access.second.left', { count: data.codesLeft })}
          </p>
          <PasswordAct
            label={say('access.second.drop')}
            question={say('access.second.drop.why')}
            running={dropping}
            input={(password) => password}
          />
        </>
      )}
      {begun && <ConfirmApp uri={begun.uri} secret={begun.secret} onDone={setCodes} />}
      {!data.isOn && !begun && (
        <PasswordAct
          label={say('access.second.begin')}
          question={say('access.second.begin.why')}
          running={beginning}
          input={(password) => password}
        />
      )}
    </section>
  )
}

interface ConfirmAppProps {
  readonly uri: string
  readonly secret: string
  readonly onDone: (codes: readonly string[]) => void
}
function ConfirmApp({ uri, secret, onDone }: ConfirmAppProps) {
  const say = useSay()
  const confirm = useCommand((code: string) => api.access.confirmSecondFactor({ code }))
  const submit = async (code: string) => {
    const done = await confirm.run(code)
    if (done) onDone(done.codes)
  }
  const picture = `data:image/svg+xml,${encodeURIComponent(renderSVG(uri))}`
  return (
    <Form
      layout="vertical"
      className="door-sheet"
      onFinish={({ code }: { code: string }) => void submit(code)}
    >
      <p>{say('access.second.scan')}</p>
      <p className="audit-hash">{secret.match(/.{1,4}/g)?.join(' ')}</p>
      <img src={picture} alt={say('access.second')} width={200} height={200} />
      <Form.Item
        name="code"
        label={say('access.second.code')}
        rules={[{ required: true, message: say('frame.field.empty') }]}
      >
        <Input autoFocus inputMode="numeric" autoComplete="one-time-code" maxLength={7} />
      </Form.Item>
      <TroubleNote trouble={confirm.trouble} onClose={confirm.forget} />
      <Button type="primary" htmlType="submit" loading={confirm.busy}>
        {say('access.second.confirm')}
      </Button>
    </Form>
  )
}

function BackupCodes({ codes, onKept }: { readonly codes: readonly string[]; readonly onKept: () => void }) {
  const say = useSay()
  return (
    <Alert
      type="warning"
      title={say('access.second.codes')}
      description={
        <>
          <p>{say('access.second.codes.why')}</p>
          <ul className="audit-hash">
            {codes.map((code) => (
              <li key={code}>{code}</li>
            ))}
          </ul>
          <Button onClick={onKept}>{say('access.second.kept')}</Button>
        </>
      }
    />
  )
}
