import { Button, type ButtonProps, Popover } from 'antd'
import type { ReactNode } from 'react'

interface ActPopoverProps {
  /** What the button says: a verb. */
  readonly label: string
  readonly button: Omit<ButtonProps, 'children' | 'onClick'> | undefined
  readonly isOpen: boolean
  readonly setOpen: (isOpen: boolean) => void
  /** What is asked, with the acts below it. */
  readonly children: ReactNode
}

/** A button that asks beside itself before it acts, never in a dialog over a dialog. */
export function ActPopover({ label, button, isOpen, setOpen, children }: ActPopoverProps) {
  const content = (
    <div
      className="confirm"
      role="dialog"
      aria-label={label}
      onKeyDown={(event) => event.key === 'Escape' && setOpen(false)}
    >
      {children}
    </div>
  )
  return (
    <Popover trigger="click" open={isOpen} onOpenChange={setOpen} content={content} destroyOnHidden>
      <Button {...button} aria-haspopup="dialog" aria-expanded={isOpen}>
        {label}
      </Button>
    </Popover>
  )
}
