import { Alert, Button, Form, Input } from 'antd'
import { useState } from 'react'

import { type Account, login, type Person } from '#shared/access/model'

import { api } from '../kernel/api.ts'
import { useAsk } from '../kernel/changes.ts'
import { useCommand } from '../kernel/commands.ts'
import { useSay } from '../kernel/say.ts'
import { useTask } from '../kernel/tasks.ts'
import { trailTime } from '../kernel/trail-word.ts'
import { ConfirmAct } from '../ui/ConfirmAct.tsx'
import { schemaRules } from '../ui/field-rules.ts'
import { StateTag } from '../ui/StateTag.tsx'
import { TroubleNote } from '../ui/TroubleNote.tsx'
import { PasswordFields } from './PasswordFields.tsx'
import { RolesSection } from './RolesSection.tsx'

interface SectionProps {
  readonly person: Person
  readonly isEditable: boolean
}

/** Whether and as whom a person can sign in, and in which roles. */
export function AccountSection({ person, isEditable }: SectionProps) {
  const say = useSay()
  const { account } = person
  return (
    <>
      <section>
        <h2>{say('access.account')}</h2>
        {account === null && <p className="page-purpose">{say('access.account.why')}</p>}
        {account === null && isEditable && <NewAccount person={person} />}
        {account && <AccountActs account={account} isEditable={isEditable} />}
      </section>
      {account && <RolesSection account={account} isEditable={isEditable} />}
    </>
  )
}

interface NewLogin {
  readonly login: string
  readonly password: string
}

function NewAccount({ person }: { readonly person: Person }) {
  const say = useSay()
  const [isOpen, setOpen] = useState(false)
  const adding = useTask(({ login: name, password }: NewLogin, signal: AbortSignal) =>
    api.access.addUser({ personId: person.id, login: name, password, language: say.language }, { signal }),
  )
  if (!isOpen) return <Button onClick={() => setOpen(true)}>{say('access.account.add')}</Button>
  return (
    <Form<NewLogin> layout="vertical" onFinish={(typed) => void adding.start(typed)}>
      <Form.Item
        name="login"
        label={say('access.login')}
        extra={say('access.login.hint')}
        rules={schemaRules(say, login)}
      >
        <Input autoFocus autoComplete="off" />
      </Form.Item>
      <PasswordFields label={say('access.password.first')} />
      {adding.task.state === 'refused' && <TroubleNote trouble={adding.task.trouble} />}
      <Button type="primary" htmlType="submit" loading={adding.task.state === 'running'}>
        {say('access.account.add')}
      </Button>
    </Form>
  )
}

function AccountActs({ account, isEditable }: { readonly account: Account; readonly isEditable: boolean }) {
  const say = useSay()
  const isActive = account.disabledAt === null
  const change = useCommand(() =>
    isActive ? api.access.disableUser({ userId: account.id }) : api.access.enableUser({ userId: account.id }),
  )
  const [isSetting, setSetting] = useState(false)
  return (
    <>
      <p>
        {account.login}{' '}
        <StateTag
          tone={isActive ? 'good' : 'stop'}
          text={say(isActive ? 'access.account.active' : 'access.account.disabled')}
        />
      </p>
      <TroubleNote trouble={change.trouble} onClose={change.forget} />
      <Door account={account} isEditable={isEditable} />
      {isEditable && (
        <div className="page-acts">
          <Button onClick={() => setSetting(!isSetting)} aria-expanded={isSetting}>
            {say('access.account.set-password')}
          </Button>
          <ConfirmAct
            label={say(isActive ? 'access.account.disable' : 'access.account.enable')}
            question={account.login}
            button={{ danger: isActive, loading: change.busy }}
            onConfirm={() => void change.run(undefined)}
          />
        </div>
      )}
      {isSetting && <NewPassword account={account} />}
    </>
  )
}

/** Whether the account was shut by failed attempts, and taking off a second factor that was lost. */
function Door({ account, isEditable }: { readonly account: Account; readonly isEditable: boolean }) {
  const say = useSay()
  const { data } = useAsk(['access', 'doors'], () => api.access.doors({}))
  const unlock = useCommand(() => api.access.unlockUser({ userId: account.id }))
  const reset = useCommand(() => api.access.resetSecondFactor({ userId: account.id }))
  const door = data?.find(({ user }) => user === account.id)
  if (!door) return null
  return (
    <>
      {door.lockedUntil !== null && (
        <p>
          <StateTag tone="stop" text={say('access.account.locked', { until: trailTime(door.lockedUntil) })} />{' '}
          {isEditable && (
            <Button size="small" loading={unlock.busy} onClick={() => void unlock.run(undefined)}>
              {say('access.account.unlock')}
            </Button>
          )}
        </p>
      )}
      {door.hasSecondFactor && (
        <p>
          {say('access.second')}{' '}
          {isEditable && (
            <ConfirmAct
              label={say('access.second.reset')}
              question={say('access.second.drop.why')}
              button={{ size: 'small', loading: reset.busy }}
              onConfirm={() => void reset.run(undefined)}
            />
          )}
        </p>
      )}
      <TroubleNote trouble={unlock.trouble ?? reset.trouble} onClose={unlock.forget} />
    </>
  )
}

function NewPassword({ account }: { readonly account: Account }) {
  const say = useSay()
  const [form] = Form.useForm<{ readonly password: string }>()
  const setting = useTask((password: string, signal: AbortSignal) =>
    api.access.setPassword({ userId: account.id, password }, { signal }),
  )
  const set = async (password: string) => {
    if (await setting.start(password)) form.resetFields()
  }
  return (
    <Form form={form} layout="vertical" onFinish={({ password }) => void set(password)}>
      <PasswordFields label={say('access.password.first')} login={account.login ?? ''} />
      {setting.task.state === 'refused' && <TroubleNote trouble={setting.task.trouble} />}
      {setting.task.state === 'done' && (
        <Alert type="success" showIcon title={say('access.account.password-was-set')} />
      )}
      <Button htmlType="submit" loading={setting.task.state === 'running'} style={{ marginTop: 8 }}>
        {say('access.account.set-password')}
      </Button>
    </Form>
  )
}
