import type { ReactNode } from 'react'

import { Icon, type IconName } from './Icon.tsx'

interface EmptyStateProps {
  readonly icon: IconName
  /** What belongs here. */
  readonly title: string
  /** Why the standard wants it. */
  readonly why: ReactNode
  /** The one act that starts it. */
  readonly action?: ReactNode
}

/** An empty page teaches: what belongs here, why, and one act to begin. */
export function EmptyState({ icon, title, why, action }: EmptyStateProps) {
  return (
    <div className="empty">
      <Icon name={icon} size={40} />
      <p className="empty-title">{title}</p>
      <p className="page-purpose">{why}</p>
      {action}
    </div>
  )
}
