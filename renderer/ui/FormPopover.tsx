import { Button, type ButtonProps, Form, type FormInstance } from 'antd'
import { type ReactNode, useState } from 'react'

import { useSay } from '../kernel/say.ts'
import { ActPopover } from './ActPopover.tsx'

interface FormPopoverProps<T> {
  /** What the button says, and the act. */
  readonly label: string
  /** What the act means. */
  readonly question: string
  /** The fields. */
  readonly children: ReactNode
  /** @returns whether it closes; what was typed is then forgotten. */
  readonly onFinish: (typed: T) => boolean | Promise<boolean>
  readonly form?: FormInstance<T>
  readonly isBusy?: boolean
  readonly button?: Pick<ButtonProps, 'type' | 'danger' | 'disabled' | 'loading'>
}

/** A button whose act wants something typed: it asks beside itself. */
export function FormPopover<T>({
  label,
  question,
  children,
  onFinish,
  form,
  isBusy = false,
  button,
}: FormPopoverProps<T>) {
  const say = useSay()
  const [isOpen, setOpen] = useState(false)
  const finish = async (typed: T) => {
    if (await onFinish(typed)) setOpen(false)
  }
  return (
    <ActPopover {...{ label, button, isOpen, setOpen }}>
      <p>{question}</p>
      <Form<T> name="act" layout="vertical" {...(form && { form })} onFinish={(typed) => void finish(typed)}>
        {children}
        <div className="page-acts">
          <Button type="primary" danger={button?.danger ?? false} htmlType="submit" loading={isBusy}>
            {label}
          </Button>
          <Button onClick={() => setOpen(false)}>{say('frame.confirm.cancel')}</Button>
        </div>
      </Form>
    </ActPopover>
  )
}
