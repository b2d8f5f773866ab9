import type { ReadDb } from '#db/kernel/access'

export interface StoreIdentity {
  readonly storeId: string
  readonly deviceId: string
  readonly isSample: boolean
  readonly timeZone: string
  readonly createdAt: string
}

/** Which store this is; null before the first run. */
export function storeIdentity(db: ReadDb): StoreIdentity | null {
  const [row] = db.ask<{
    store_id: string
    device_id: string
    is_sample: number
    time_zone: string
    created_at: string
  }>('SELECT store_id, device_id, is_sample, time_zone, created_at FROM kernel_store')
  if (!row) return null
  return {
    storeId: row.store_id,
    deviceId: row.device_id,
    isSample: row.is_sample === 1,
    timeZone: row.time_zone,
    createdAt: row.created_at,
  }
}

/** The last line of the audit trail; sequence 0 and the start of the chain when there is none. */
export function chainHead(db: ReadDb): { readonly seq: number; readonly hash: string } {
  const [head] = db.ask<{ seq: number; hash: string }>(
    'SELECT seq, hash FROM kernel_audit ORDER BY seq DESC LIMIT 1',
  )
  return head ?? { seq: 0, hash: '0'.repeat(64) }
}
