import { Form, Input } from 'antd'

import { passwordTrouble } from '#shared/access/passwords'

import { useSay } from '../kernel/say.ts'

interface PasswordFieldsProps {
  readonly label: string
  /** The login of who will use the password; empty while it is typed in the same form as `login`. */
  readonly login?: string
}

/** A new password and once more the same, told while typing whether it is good enough. */
export function PasswordFields({ label, login }: PasswordFieldsProps) {
  const say = useSay()
  return (
    <>
      <Form.Item
        name="password"
        label={label}
        extra={say('access.password.hint')}
        rules={[
          { required: true, message: say('frame.field.empty') },
          ({ getFieldValue }) => ({
            validator: async (_rule, typed: string = '') => {
              const of = login ?? String(getFieldValue('login') ?? '')
              const trouble = typed === '' ? null : passwordTrouble(typed, of)
              if (trouble) throw new Error(say(trouble, { login: of }))
            },
          }),
        ]}
      >
        <Input.Password autoComplete="new-password" />
      </Form.Item>
      <Form.Item
        name="again"
        label={say('access.password.again')}
        dependencies={['password']}
        rules={[
          { required: true, message: say('frame.field.empty') },
          ({ getFieldValue }) => ({
            validator: async (_rule, typed: string = '') => {
              if (typed !== '' && typed !== getFieldValue('password'))
                throw new Error(say('access.password.differs'))
            },
          }),
        ]}
      >
        <Input.Password autoComplete="new-password" />
      </Form.Item>
    </>
  )
}
