import type { ReactNode } from 'react'

/** A field with its name above and a word of help below. The control itself carries the name for screen readers. */
export function Labelled({
  label,
  hint,
  children,
}: {
  readonly label: string
  readonly hint?: string
  readonly children: ReactNode
}) {
  return (
    <div className="organization-labelled">
      <div>{label}</div>
      {children}
      {hint !== undefined && <div className="organization-hint">{hint}</div>}
    </div>
  )
}
