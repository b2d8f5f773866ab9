import dayjs from 'dayjs'
import relativeTime from 'dayjs/plugin/relativeTime'

import { api } from '../kernel/api.ts'
import { useAsk } from '../kernel/changes.ts'
import { localTime } from '../kernel/local-time.ts'
import { useSay } from '../kernel/say.ts'
import { useMay } from '../kernel/session.ts'
import { Icon } from '../ui/Icon.tsx'

dayjs.extend(relativeTime)

/** How long ago the last backup was made and read back, in the status bar; that there is none is said as well. */
export function BackupStatus() {
  const say = useSay()
  const isSeen = useMay()('exchange.read')
  const { data } = useAsk(['exchange', 'backups'], () => api.exchange.backups({}), { enabled: isSeen })
  if (!data) return null
  const last = data
    .map(({ provenAt }) => provenAt)
    .toSorted()
    .at(-1)
  if (last === undefined)
    return (
      <span className="status-entry">
        <Icon name="warning" size={14} />
        {say('frame.backup.none')}
      </span>
    )
  return (
    <span className="status-entry" title={localTime(last)}>
      <Icon name="backup" size={14} />
      {say('frame.backup.last', { ago: dayjs(last).fromNow() })}
    </span>
  )
}
