import { isSound } from '#shared/exchange/backup'

import { api } from '../kernel/api.ts'
import { useAsk } from '../kernel/changes.ts'
import { useSay } from '../kernel/say.ts'
import { Icon } from '../ui/Icon.tsx'

/** The store and its evidence in the status bar: being checked since the plant was opened, sound, or damaged. */
export function HealthStatus() {
  const say = useSay()
  const { data } = useAsk(['exchange', 'health'], () => api.exchange.health({}))
  if (data === undefined) return null
  const isDamaged = data !== null && !isSound(data)
  const finished = isDamaged ? 'exchange.health.damaged' : 'exchange.health.sound'
  const text = say(data === null ? 'exchange.health.checking' : finished)
  return (
    <span className="status-entry">
      <Icon name={isDamaged ? 'warning' : 'check'} size={14} /> {text}
    </span>
  )
}
