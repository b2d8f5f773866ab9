import { Input } from 'antd'
import { useId, useState } from 'react'

import { typedAmount } from '#shared/organization/typed-amount'

import { useSay } from '../kernel/say.ts'
import { typedOf } from './form-values.ts'

interface AmountFieldProps {
  readonly label: string
  readonly value: string | null
  readonly suffix?: string
  readonly onChange: (value: string | null) => void
}

/** An amount outside of a form. It is taken over when the field is left; what is no number stays there and says so. */
export function AmountField({ label, value, suffix, onChange }: AmountFieldProps) {
  const say = useSay()
  const id = useId()
  const [typed, setTyped] = useState<string | null>(null)
  const shown = typed ?? typedOf(value)
  const isEmpty = shown.trim() === ''
  const parsed = typedAmount.safeParse(shown)
  const isWrong = !isEmpty && !parsed.success
  const leave = () => {
    if (typed === null || isWrong) return
    setTyped(null)
    onChange(isEmpty || !parsed.success ? null : parsed.data)
  }
  return (
    <span className="organization-amount">
      <Input
        aria-label={label}
        aria-invalid={isWrong}
        aria-describedby={isWrong ? id : undefined}
        value={shown}
        suffix={suffix}
        inputMode="decimal"
        status={isWrong ? 'error' : ''}
        onChange={({ target }) => setTyped(target.value)}
        onBlur={leave}
      />
      {isWrong && (
        <span id={id} role="alert" className="organization-wrong">
          {say('frame.field.number')}
        </span>
      )}
    </span>
  )
}
