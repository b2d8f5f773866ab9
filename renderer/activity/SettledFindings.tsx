import type { SettledFinding } from '#shared/activity/finding-register'

import { localTime } from '../kernel/local-time.ts'
import { useSay } from '../kernel/say.ts'
import { useWho } from './use-who.ts'

/** What was explained once and is mended now: it stays on record. */
export function SettledFindings({ settled }: { readonly settled: readonly SettledFinding[] }) {
  const say = useSay()
  const who = useWho()
  if (settled.length === 0) return null
  return (
    <details className="paper">
      <summary>{say('activity.finding.settled', { count: settled.length })}</summary>
      <ul>
        {settled.map(({ id, words, reason, by, at }) => (
          <li key={id}>
            {words}
            <br />
            <span className="unit">
              {reason} · {say('activity.finding.answered-by', { by: who(by), at: localTime(at) })}
            </span>
          </li>
        ))}
      </ul>
    </details>
  )
}
