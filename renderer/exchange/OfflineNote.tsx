import { Alert, Button } from 'antd'

import { api } from '../kernel/api.ts'
import { useAsk } from '../kernel/changes.ts'
import { useCommand } from '../kernel/commands.ts'
import { localTime } from '../kernel/local-time.ts'
import { useSay } from '../kernel/say.ts'
import { useMay } from '../kernel/session.ts'

/** Since when nothing may leave this machine; null while things may, `undefined` until it is known. */
export function useOfflineSince(): string | null | undefined {
  return useAsk(['exchange', 'offline'], () => api.exchange.offline({}), { also: ['kernel'] }).data?.since
}

/** Says on the outbox that nothing leaves at the moment, and lets it leave again in one act. */
export function OfflineNote() {
  const say = useSay()
  const may = useMay()
  const since = useOfflineSince()
  const again = useCommand(() => api.exchange.switchOffline({ offline: false }))
  if (since === null || since === undefined) return null
  return (
    <Alert
      type="warning"
      showIcon
      className="exchange-note"
      title={say('exchange.offline-since', { at: localTime(since) })}
      action={
        may('exchange.enter') && (
          <Button size="small" loading={again.busy} onClick={() => void again.run(undefined)}>
            {say('exchange.online-again')}
          </Button>
        )
      }
    />
  )
}
