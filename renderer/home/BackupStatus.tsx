import dayjs from 'dayjs'
import relativeTime from 'dayjs/plugin/relativeTime'

import { isBackupOld } from '#shared/exchange/backup-rotation'

import { api } from '../kernel/api.ts'
import { useAsk } from '../kernel/changes.ts'
import { localTime } from '../kernel/local-time.ts'
import { useSay } from '../kernel/say.ts'
import { Icon } from '../ui/Icon.tsx'

dayjs.extend(relativeTime)

/** How long ago the last backup was made and read back, in the status bar; that there is none is said as well. */
export function BackupStatus() {
  const say = useSay()
  const { data } = useAsk(['exchange', 'backupSafety'], () => api.exchange.backupSafety({}))
  if (!data) return null
  const last = data.lastProvenAt
  if (last === null)
    return (
      <span className="status-entry">
        <Icon name="warning" size={14} />
        {say('frame.backup.none')}
      </span>
    )
  const isOld = isBackupOld(last, dayjs().toISOString(), data)
  return (
    <span className="status-entry" title={localTime(last)}>
      <Icon name={isOld || data.failure ? 'warning' : 'backup'} size={14} />
      {say(data.failure ? 'frame.backup.failed' : isOld ? 'frame.backup.old' : 'frame.backup.last', {
        ago: dayjs(last).fromNow(),
      })}
    </span>
  )
}
