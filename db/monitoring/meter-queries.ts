import { and, asc, eq, isNull } from 'drizzle-orm'

import type { ReadDb } from '#db/kernel/access'
import type {
  Certificate,
  CertificateId,
  Meter,
  MeterId,
  MeterRecord,
  MeterUse,
  Settlement,
  SettlementId,
} from '#shared/monitoring/meter'

import { certificates, meters, meterUses, settlements } from './tables.ts'

/** Every meter with its uses, certificates and settlements, by the number on it. */
export function meterRecords(db: ReadDb): MeterRecord[] {
  const uses = Map.groupBy(db.select().from(meterUses).orderBy(asc(meterUses.validFrom)).all(), byMeter)
  const papers = Map.groupBy(
    db.select().from(certificates).orderBy(asc(certificates.calibratedOn)).all().map(toCertificate),
    byMeter,
  )
  const settled = Map.groupBy(
    db.select().from(settlements).orderBy(asc(settlements.settledAt)).all(),
    byMeter,
  )
  return db
    .select()
    .from(meters)
    .orderBy(asc(meters.tag), asc(meters.installedOn))
    .all()
    .map((meter) => ({
      meter,
      uses: uses.get(meter.id) ?? [],
      certificates: papers.get(meter.id) ?? [],
      settlements: settled.get(meter.id) ?? [],
    }))
}

const byMeter = ({ meter }: { readonly meter: MeterId }) => meter

export function meterById(db: ReadDb, id: MeterId): Meter | undefined {
  return db.select().from(meters).where(eq(meters.id, id)).all()[0]
}
/** One meter with all that is known of it. */
export function meterRecord(db: ReadDb, id: MeterId): MeterRecord | undefined {
  return meterRecords(db).find(({ meter }) => meter.id === id)
}
export function usesOfMeter(db: ReadDb, id: MeterId): MeterUse[] {
  return db.select().from(meterUses).where(eq(meterUses.meter, id)).all()
}
export function certificateById(db: ReadDb, id: CertificateId): Certificate | undefined {
  return db.select().from(certificates).where(eq(certificates.id, id)).all().map(toCertificate)[0]
}
export function settlementById(db: ReadDb, id: SettlementId): Settlement | undefined {
  return db.select().from(settlements).where(eq(settlements.id, id)).all()[0]
}

/** The settlement in force that was made together with a correction of readings, by when and by whom. */
export function settlementMadeAt(db: ReadDb, at: string, by: string | null): Settlement | undefined {
  return db
    .select()
    .from(settlements)
    .where(
      and(eq(settlements.kind, 'corrected'), eq(settlements.settledAt, at), isNull(settlements.withdrawnAt)),
    )
    .all()
    .find(({ settledBy }) => settledBy === by)
}

/** SHA-256 of every file that this area keeps as evidence: certificates and receipts. */
export function monitoringEvidence(db: ReadDb): string[] {
  return db
    .ask<{ sha256: string }>(
      `SELECT sha256 FROM monitoring_certificates WHERE sha256 IS NOT NULL
       UNION SELECT receipt_sha256 FROM monitoring_plan_submissions WHERE receipt_sha256 IS NOT NULL`,
    )
    .map(({ sha256 }) => sha256)
}

function toCertificate({ sha256, fileName, ...row }: typeof certificates.$inferSelect): Certificate {
  return { ...row, file: sha256 !== null && fileName !== null ? { sha256, name: fileName } : null }
}
