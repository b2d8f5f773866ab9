import dayjs from 'dayjs'

import { isBackupOld } from '#shared/exchange/backup-age'

import { api } from '../kernel/api.ts'
import { useAsk } from '../kernel/changes.ts'
import type { FirstStep, HomeItem } from '../kernel/page.ts'
import { useSay } from '../kernel/say.ts'
import { useSession } from '../kernel/session.ts'

function useFacts() {
  const enabled = useSession((state) => state.session?.permissions.has('exchange.read') ?? false)
  const backups = useAsk(['exchange', 'backups'], () => api.exchange.backups({}), { enabled })
  const outbox = useAsk(['exchange', 'outbox'], () => api.exchange.outbox({}), { enabled })
  const exports = useAsk(['exchange', 'exports'], () => api.exchange.exports({}), { enabled })
  return { backups: backups.data, outbox: outbox.data, exports: exports.data }
}

/** A backup that is old or lacking, and files that did not arrive. */
export function useExchangeItems(): readonly HomeItem[] {
  const say = useSay()
  const { backups, outbox = [], exports = [] } = useFacts()
  const failed = outbox.filter(({ state }) => state === 'failed').length
  const last = backups?.[0]
  const items: HomeItem[] = []
  if (failed > 0)
    items.push({
      id: 'exchange/failed',
      severity: 'odd',
      text: say('exchange.home.failed', { count: failed }),
      path: '/exchange/files',
    })
  if (last && isBackupOld(last.provenAt, dayjs().toISOString()))
    items.push({
      id: 'exchange/old-backup',
      severity: 'due',
      text: say('exchange.home.old-backup', { days: dayjs().diff(dayjs(last.provenAt), 'day') }),
      path: '/exchange/files?tab=backups',
    })
  if (backups?.length === 0 && exports.length > 0)
    items.push({
      id: 'exchange/no-backup',
      severity: 'due',
      text: say('exchange.home.no-backup'),
      path: '/exchange/files?tab=backups',
    })
  return items
}

/** The last first steps: the report in hand, and the data safe. */
export function useExchangeSteps(): readonly FirstStep[] {
  const { backups, exports } = useFacts()
  if (backups === undefined || exports === undefined) return []
  return [
    {
      id: 'exchange/report',
      titleCode: 'exchange.first.report',
      whyCode: 'exchange.first.report-why',
      path: '/exchange/reports',
      done: exports.length > 0,
    },
    {
      id: 'exchange/backup',
      titleCode: 'exchange.first.backup',
      whyCode: 'exchange.first.backup-why',
      path: '/exchange/files?tab=backups',
      done: backups.length > 0,
    },
  ]
}
