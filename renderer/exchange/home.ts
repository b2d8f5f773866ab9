import dayjs from 'dayjs'

import { isSound } from '#shared/exchange/backup'
import { isBackupOld } from '#shared/exchange/backup-rotation'

import { api } from '../kernel/api.ts'
import { useAsk } from '../kernel/changes.ts'
import type { FirstStep, HomeItem } from '../kernel/page.ts'
import { useSay } from '../kernel/say.ts'
import { useSession } from '../kernel/session.ts'

function useFacts() {
  const enabled = useSession((state) => state.session?.permissions.has('exchange.read') ?? false)
  const safety = useAsk(['exchange', 'backupSafety'], () => api.exchange.backupSafety({}), { enabled })
  const health = useAsk(['exchange', 'health'], () => api.exchange.health({}), { enabled })
  const outbox = useAsk(['exchange', 'outbox'], () => api.exchange.outbox({}), { enabled })
  const exports = useAsk(['exchange', 'exports'], () => api.exchange.exports({}), { enabled })
  return { safety: safety.data, health: health.data, outbox: outbox.data, exports: exports.data }
}

/** Damaged data, a backup that is old, failed or lacking, and files that did not arrive. */
export function useExchangeItems(): readonly HomeItem[] {
  const say = useSay()
  const { safety, health, outbox = [], exports = [] } = useFacts()
  const path = '/exchange/files?tab=backups'
  const failed = outbox.filter(({ state }) => state === 'failed' || state === 'conflict').length
  const last = safety?.lastProvenAt ?? null
  const items: HomeItem[] = []
  if (health && !isSound(health))
    items.push({
      id: 'exchange/damaged',
      severity: 'late',
      fallsTo: 'exchange.enter',
      text: say('exchange.home.damaged'),
      path,
    })
  if (failed > 0)
    items.push({
      id: 'exchange/failed',
      severity: 'odd',
      fallsTo: 'exchange.enter',
      text: say('exchange.home.failed', { count: failed }),
      path: '/exchange/files?tab=outbox',
    })
  if (safety?.failure)
    items.push({
      id: 'exchange/backup-failed',
      severity: 'late',
      fallsTo: 'exchange.enter',
      text: say('exchange.home.backup-failed'),
      path,
    })
  if (safety && last !== null && isBackupOld(last, dayjs().toISOString(), safety))
    items.push({
      id: 'exchange/old-backup',
      severity: 'due',
      fallsTo: 'exchange.enter',
      text: say('exchange.home.old-backup', { days: dayjs().diff(dayjs(last), 'day') }),
      path,
    })
  if (safety && last === null && exports.length > 0)
    items.push({
      id: 'exchange/no-backup',
      severity: 'due',
      fallsTo: 'exchange.enter',
      text: say('exchange.home.no-backup'),
      path,
    })
  return items
}

/** The last first steps: the report in hand, and the data safe. */
export function useExchangeSteps(): readonly FirstStep[] {
  const { safety, exports } = useFacts()
  if (safety === undefined || exports === undefined) return []
  return [
    {
      id: 'exchange/report',
      titleCode: 'exchange.first.report',
      whyCode: 'exchange.first.report-why',
      fallsTo: 'exchange.enter',
      path: '/exchange/reports',
      done: exports.length > 0,
    },
    {
      id: 'exchange/backup',
      titleCode: 'exchange.first.backup',
      whyCode: 'exchange.first.backup-why',
      fallsTo: 'exchange.enter',
      path: '/exchange/files?tab=backups',
      done: safety.lastProvenAt !== null,
    },
  ]
}
