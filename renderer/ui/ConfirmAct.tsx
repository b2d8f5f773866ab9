import { Button, type ButtonProps, Input } from 'antd'
import { type ReactNode, useId, useState } from 'react'

import { useSay } from '../kernel/say.ts'
import { ActPopover } from './ActPopover.tsx'

interface ConfirmActProps {
  /** What the button says: a verb. */
  readonly label: string
  /** What will happen, and whether it can be taken back. */
  readonly question: ReactNode
  /** Asks for a reason under this name; the act waits until there is one. */
  readonly reasonLabel?: string
  /** The reason may be left out. */
  readonly isReasonOptional?: boolean
  readonly onConfirm: (reason: string) => void
  readonly button?: Pick<ButtonProps, 'type' | 'danger' | 'disabled' | 'icon' | 'loading' | 'size'>
}

/** A button for what should not happen by a slip: it asks beside itself. */
export function ConfirmAct({
  label,
  question,
  reasonLabel,
  isReasonOptional = false,
  onConfirm,
  button,
}: ConfirmActProps) {
  const say = useSay()
  const id = useId()
  const [isOpen, setOpen] = useState(false)
  const [reason, setReason] = useState('')
  const isReady = reasonLabel === undefined || isReasonOptional || reason.trim() !== ''
  return (
    <ActPopover {...{ label, button, isOpen, setOpen }}>
      <div>{question}</div>
      {reasonLabel !== undefined && (
        <>
          <label htmlFor={id}>{reasonLabel}</label>
          <Input.TextArea
            id={id}
            autoFocus
            rows={2}
            value={reason}
            maxLength={1000}
            onChange={({ target }) => setReason(target.value)}
          />
        </>
      )}
      <div className="page-acts">
        <Button
          type="primary"
          danger={button?.danger ?? false}
          disabled={!isReady}
          autoFocus={reasonLabel === undefined}
          onClick={() => {
            setOpen(false)
            setReason('')
            onConfirm(reason.trim())
          }}
        >
          {label}
        </Button>
        <Button onClick={() => setOpen(false)}>{say('frame.confirm.cancel')}</Button>
      </div>
    </ActPopover>
  )
}
