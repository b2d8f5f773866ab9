import { Button, Form, Input, Steps, Switch } from 'antd'
import { type ComponentType, useState } from 'react'

import { login, personName } from '#shared/access/model'

import { api } from '../kernel/api.ts'
import { useAsk } from '../kernel/changes.ts'
import { useSay } from '../kernel/say.ts'
import { useTask } from '../kernel/tasks.ts'
import { schemaRules } from '../ui/field-rules.ts'
import { TroubleNote } from '../ui/TroubleNote.tsx'
import { Door, LanguageChoice } from './Door.tsx'
import { PasswordFields } from './PasswordFields.tsx'
import { PlantChoice } from './PlantChoice.tsx'
import { RecoveryKey } from './RecoveryKey.tsx'
import { askWhoIsHere } from './who-is-here.ts'

const steps = ['language', 'administrator', 'recovery', 'plant'] as const

export interface FirstRunProps {
  readonly BringBack: ComponentType<{ readonly onDone: () => void }>
  /** The administrator is being made: from now on this page stays until it is through. */
  readonly onBegun: () => void
  readonly onDone: () => void
}

/** From an unpacked program to a plant: language, administrator, recovery key, empty or sample. */
export function FirstRun({ BringBack, onBegun, onDone }: FirstRunProps) {
  const say = useSay()
  const [step, setStep] = useState<(typeof steps)[number]>('language')
  const [recoveryKey, setRecoveryKey] = useState('')
  const [isBringing, setBringing] = useState(false)
  if (isBringing)
    return (
      <Door wide title={say('access.bring-back')}>
        <BringBack onDone={() => void askWhoIsHere().then(onDone)} />
        <div className="door-acts">
          <Button onClick={() => setBringing(false)}>{say('access.back')}</Button>
        </div>
      </Door>
    )
  return (
    <Door wide title={say('access.welcome')} purpose={say('access.welcome.purpose')}>
      <Steps
        size="small"
        current={steps.indexOf(step)}
        items={steps.map((name) => ({ title: say(`access.step.${name}`) }))}
        style={{ margin: '8px 0 20px' }}
      />
      {step === 'language' && (
        <>
          <LanguageChoice />
          <div className="door-acts">
            <Button type="primary" onClick={() => setStep('administrator')}>
              {say('access.next')}
            </Button>
            <Button onClick={() => setBringing(true)}>{say('access.bring-back')}</Button>
          </div>
        </>
      )}
      {step === 'administrator' && (
        <AdministratorForm
          onBegun={onBegun}
          onBack={() => setStep('language')}
          onMade={(key) => {
            setRecoveryKey(key)
            setStep('recovery')
          }}
        />
      )}
      {step === 'recovery' && <RecoveryKey recoveryKey={recoveryKey} onKept={() => setStep('plant')} />}
      {step === 'plant' && <PlantChoice onChosen={() => void askWhoIsHere().then(onDone)} />}
    </Door>
  )
}

interface Administrator {
  readonly name: string
  readonly login: string
  readonly password: string
  readonly isEncrypted: boolean
  /** Asked where there is a keychain. */
  readonly opensByKeychain?: boolean
}
interface AdministratorFormProps {
  readonly onBegun: () => void
  readonly onBack: () => void
  readonly onMade: (recoveryKey: string) => void
}

function AdministratorForm({ onBegun, onBack, onMade }: AdministratorFormProps) {
  const say = useSay()
  const making = useTask((typed: Administrator, signal: AbortSignal) =>
    api.access.setUp({ ...typed, language: say.language }, { signal }),
  )
  const [form] = Form.useForm<Administrator>()
  const isEncrypted = Form.useWatch('isEncrypted', form) ?? false
  const hasKeychain = useAsk(['access', 'about'], () => api.access.about({})).data?.hasKeychain ?? false
  const make = async (typed: Administrator) => {
    onBegun()
    const made = await making.start(typed)
    if (made) onMade(made.recoveryKey)
  }
  return (
    <>
      <p className="page-purpose">{say('access.administrator.why')}</p>
      <Form<Administrator>
        form={form}
        layout="vertical"
        initialValues={{ isEncrypted: false }}
        onFinish={(typed) => void make(typed)}
      >
        <Form.Item name="name" label={say('access.name')} rules={schemaRules(say, personName)}>
          <Input autoFocus autoComplete="name" />
        </Form.Item>
        <Form.Item
          name="login"
          label={say('access.login')}
          extra={say('access.login.hint')}
          rules={schemaRules(say, login)}
        >
          <Input autoComplete="username" />
        </Form.Item>
        <PasswordFields label={say('access.password')} />
        <Form.Item
          name="isEncrypted"
          valuePropName="checked"
          label={say('access.protection.offer')}
          extra={say('access.protection.offer.why')}
        >
          <Switch />
        </Form.Item>
        {hasKeychain && isEncrypted && (
          <Form.Item
            name="opensByKeychain"
            valuePropName="checked"
            label={say('access.keychain.offer')}
            extra={say('access.keychain.offer.why')}
          >
            <Switch />
          </Form.Item>
        )}
        {making.task.state === 'refused' && <TroubleNote trouble={making.task.trouble} />}
        <div className="door-acts">
          <Button type="primary" htmlType="submit" loading={making.task.state === 'running'}>
            {say('access.create')}
          </Button>
          <Button onClick={onBack}>{say('access.back')}</Button>
        </div>
      </Form>
    </>
  )
}
