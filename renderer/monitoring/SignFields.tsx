import { Input } from 'antd'

import { useSay } from '../kernel/say.ts'

interface TypedText {
  readonly value: string
  readonly onChange: (value: string) => void
}

/** Why somebody signs what should have been another's: asked where one person is alone. */
export function AloneReason({ value, onChange }: TypedText) {
  const say = useSay()
  return (
    <Input
      aria-label={say('monitoring.plan.alone-reason')}
      placeholder={say('monitoring.plan.alone-reason')}
      maxLength={1000}
      style={{ width: 200 }}
      value={value}
      onChange={({ target }) => onChange(target.value)}
    />
  )
}

/** The password under a signature, typed beside the act that it signs. */
export function SignPassword({ id, value, onChange }: TypedText & { readonly id: string }) {
  const say = useSay()
  return (
    <Input.Password
      id={id}
      aria-label={say('monitoring.plan.password')}
      placeholder={say('monitoring.plan.password')}
      visibilityToggle={false}
      autoComplete="current-password"
      style={{ width: 140 }}
      value={value}
      onChange={({ target }) => onChange(target.value)}
    />
  )
}
