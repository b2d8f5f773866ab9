import { Alert, Button, Form, Input } from 'antd'
import { type ComponentType, useState } from 'react'

import { Refusal } from '#shared/kernel/refusal'

import { api } from '../kernel/api.ts'
import { useSay } from '../kernel/say.ts'
import { type RunningTask, useTask } from '../kernel/tasks.ts'
import { TroubleNote } from '../ui/TroubleNote.tsx'
import { Door } from './Door.tsx'
import { PasswordFields } from './PasswordFields.tsx'
import { askWhoIsHere } from './who-is-here.ts'

type Way = 'sign-in' | 'recover' | 'recovered'

export interface SignInProps {
  readonly isSealed: boolean
  /** How a plant comes back that its right key could not open. `secret`: what was typed. */
  readonly Rescue: ComponentType<{ readonly secret: string; readonly onDone: () => void }>
}

/** The way in, and the way back in for who lost the password. A sealed store is unlocked by the same words. */
export function SignIn({ isSealed, Rescue }: SignInProps) {
  const say = useSay()
  const [isBack, setBack] = useState(false)
  const [way, setWay] = useState<Way>('sign-in')
  if (way === 'recover')
    return (
      <Door title={say('access.recover')} purpose={say('access.recovery.why')}>
        <RecoverForm
          isSealed={isSealed}
          Rescue={Rescue}
          onDone={() => setWay('recovered')}
          onBack={() => setWay('sign-in')}
        />
      </Door>
    )
  return (
    <Door
      title={say(isSealed ? 'access.sealed.title' : 'access.sign-in.title')}
      purpose={isSealed ? say('access.sealed.purpose') : undefined}
    >
      {way === 'recovered' && <Alert type="success" showIcon title={say('access.recover.done')} />}
      {isBack && <Alert type="success" showIcon title={say('access.sealed.brought-back')} />}
      <SignInForm
        isSealed={isSealed}
        Rescue={Rescue}
        onBack={() => setBack(true)}
        onLost={() => setWay('recover')}
      />
    </Door>
  )
}

interface Typed {
  readonly login: string
  readonly password: string
  readonly code?: string
}

const codeWanted: ReadonlySet<string> = new Set(['access.code-needed', 'access.wrong-code'])

/** Whether what was typed was right, and yet opened nothing. */
function isRuined({ task }: Pick<RunningTask<never, unknown>, 'task'>): boolean {
  if (task.state !== 'refused' || !(task.trouble instanceof Refusal)) return false
  return task.trouble.code === 'kernel.damaged' || task.trouble.code === 'kernel.store-missing'
}

interface SignInFormProps extends SignInProps {
  readonly onBack: () => void
  readonly onLost: () => void
}

function SignInForm({ isSealed, Rescue, onBack, onLost }: SignInFormProps) {
  const say = useSay()
  const entering = useTask(
    ({ isSealed, ...typed }: Typed & Pick<SignInProps, 'isSealed'>, signal: AbortSignal) =>
      isSealed ? api.access.unseal(typed, { signal }) : api.access.signIn(typed, { signal }),
  )
  const [form] = Form.useForm<Typed>()
  const { task } = entering
  const isAsked =
    task.state === 'refused' && task.trouble instanceof Refusal && codeWanted.has(task.trouble.code)
  // What was typed already stays in sight while it is looked at.
  const asksCode = (Form.useWatch('code', form) ?? '') !== '' || isAsked
  const required = [{ required: true, message: say('frame.field.empty') }]
  const enter = async (typed: Typed) => {
    const entered = await entering.start({ ...typed, isSealed })
    // Unlocked and yet refused, as without the second factor: the usual door asks for what is missing.
    if (entered || isSealed) await askWhoIsHere()
  }
  const enterAgain = async () => {
    onBack()
    await entering.start({ ...form.getFieldsValue(), isSealed: false })
    await askWhoIsHere()
  }
  return (
    <Form<Typed>
      form={form}
      layout="vertical"
      onFinish={(typed) => void enter(typed)}
      style={{ marginTop: 12 }}
    >
      <Form.Item name="login" label={say('access.login')} rules={required}>
        <Input autoFocus autoComplete="username" />
      </Form.Item>
      <Form.Item name="password" label={say('access.password')} rules={required}>
        <Input.Password autoComplete="current-password" />
      </Form.Item>
      {asksCode && (
        <Form.Item name="code" label={say('access.second.code')} rules={required}>
          <Input autoFocus autoComplete="one-time-code" maxLength={40} />
        </Form.Item>
      )}
      {entering.task.state === 'refused' && <TroubleNote trouble={entering.task.trouble} />}
      {isRuined(entering) && (
        <>
          <p className="door-trouble">{say('access.sealed.damaged')}</p>
          <Rescue secret={form.getFieldValue('password') as string} onDone={() => void enterAgain()} />
        </>
      )}
      <div className="door-acts">
        <Button type="primary" htmlType="submit" loading={entering.task.state === 'running'}>
          {say('access.sign-in')}
        </Button>
        <Button type="link" onClick={onLost}>
          {say('access.recover')}
        </Button>
      </div>
    </Form>
  )
}

interface Recovery extends Typed {
  readonly recoveryKey: string
}

interface RecoverFormProps extends SignInProps {
  readonly onDone: () => void
  readonly onBack: () => void
}

function RecoverForm({ isSealed, Rescue, onDone, onBack }: RecoverFormProps) {
  const say = useSay()
  const recovering = useTask(({ recoveryKey, login, password }: Recovery, signal: AbortSignal) =>
    api.access.recover({ recoveryKey, login, password }, { signal }),
  )
  const required = [{ required: true, message: say('frame.field.empty') }]
  const unsealing = useTask((recoveryKey: string, signal: AbortSignal) =>
    api.access.unsealWithRecovery({ recoveryKey }, { signal }),
  )
  const [form] = Form.useForm<Recovery>()
  const recover = async (typed: Recovery) => {
    if (isSealed && !(await unsealing.start(typed.recoveryKey))) return
    if (await recovering.start(typed)) onDone()
  }
  const recoverAgain = async () => {
    unsealing.dismiss()
    if (await recovering.start(form.getFieldsValue())) onDone()
    await askWhoIsHere()
  }
  return (
    <Form<Recovery> form={form} layout="vertical" onFinish={(typed) => void recover(typed)}>
      <Form.Item name="recoveryKey" label={say('access.recovery.key')} rules={required}>
        <Input autoFocus autoComplete="off" spellCheck={false} />
      </Form.Item>
      <Form.Item name="login" label={say('access.login')} rules={required}>
        <Input autoComplete="username" />
      </Form.Item>
      <PasswordFields label={say('access.password.new')} />
      {unsealing.task.state === 'refused' && <TroubleNote trouble={unsealing.task.trouble} />}
      {isRuined(unsealing) && (
        <Rescue secret={form.getFieldValue('recoveryKey') as string} onDone={() => void recoverAgain()} />
      )}
      {recovering.task.state === 'refused' && <TroubleNote trouble={recovering.task.trouble} />}
      <div className="door-acts">
        <Button type="primary" htmlType="submit" loading={recovering.task.state === 'running'}>
          {say('access.recover.do')}
        </Button>
        <Button onClick={onBack}>{say('access.recover.back')}</Button>
      </div>
    </Form>
  )
}
