import { eq } from 'drizzle-orm'

import type { ReadDb } from '#db/kernel/access'
import { meterRecord, settlementById } from '#db/monitoring/meter-queries'
import { settlements } from '#db/monitoring/tables'
import type { WriteContext } from '#electron/kernel/context'
import type { Day } from '#shared/kernel/period'
import { Refusal } from '#shared/kernel/refusal'
import { troubleOfSettlement } from '#shared/monitoring/calibration'
import type { CertificateId, MeterId, Settlement, SettlementId } from '#shared/monitoring/meter'
import type { NodeId } from '#shared/organization/model'

interface Settling {
  readonly meter: MeterId
  readonly from: Day
  readonly to: Day
  readonly how:
    | { readonly kind: 'proven'; readonly certificate: CertificateId }
    | { readonly kind: 'conservative' }
  readonly reason: string
}

export function settleLapse(context: WriteContext, { how, ...settling }: Settling): Settlement {
  const certificate = how.kind === 'proven' ? how.certificate : null
  return insertSettlement(context, { ...settling, kind: how.kind, certificate, factor: null })
}

/**
 * Puts a settlement on record. Where readings were corrected, whoever corrected them calls this in the same
 * transaction.
 *
 * @throws Refusal `monitoring.nothing-to-settle`, `monitoring.proof-too-early`, `monitoring.proof-contradicts`.
 */
export function insertSettlement(
  { db, user, now, today, newId }: WriteContext,
  facts: Pick<Settlement, 'meter' | 'from' | 'to' | 'kind' | 'certificate' | 'factor' | 'reason'>,
): Settlement {
  const record = meterRecord(db, facts.meter)
  if (!record) throw new Refusal('monitoring.no-such-meter')
  const trouble = troubleOfSettlement(record, facts, today)
  if (trouble !== null) throw new Refusal(trouble, { tag: record.meter.tag, from: facts.from, to: facts.to })
  const id: SettlementId = newId<'settlement'>()
  db.insert(settlements)
    .values({ id, ...facts, settledBy: user, settledAt: now })
    .run()
  return requireSettlement(db, id)
}

export function withdrawSettlement(
  { db, user, now }: WriteContext,
  { id, reason }: { readonly id: SettlementId; readonly reason: string },
): Settlement {
  const known = requireSettlement(db, id)
  if (known.withdrawnAt !== null) throw new Refusal('monitoring.already-withdrawn', { name: known.reason })
  db.update(settlements)
    .set({ withdrawnBy: user, withdrawnAt: now, withdrawReason: reason })
    .where(eq(settlements.id, id))
    .run()
  return requireSettlement(db, id)
}

/** The node of the meter that a settlement is about. */
export function settlementNode(db: ReadDb, { id }: { readonly id: SettlementId }): NodeId[] {
  const record = meterRecord(db, requireSettlement(db, id).meter)
  return record ? [record.meter.node] : []
}

function requireSettlement(db: ReadDb, id: SettlementId): Settlement {
  const found = settlementById(db, id)
  if (!found) throw new Refusal('monitoring.no-such-settlement')
  return found
}
