import type { ReadDb } from '#db/kernel/access'
import { sha256Stream } from '#electron/kernel/crypto'

interface Imported {
  readonly parameter: string
  readonly from_at: string
  readonly to_at: string
  readonly entered: string
  readonly unit: string
  readonly mantissa: number
  readonly scale: number
}

/** The imports whose readings no longer give the digest that the trail holds of them, by the name of their file. */
export function changedBatches(db: ReadDb): string[] {
  const batches = db.ask<{ act: number; name: string; digest: string }>(
    'SELECT act, name, digest FROM activity_batches ORDER BY act',
  )
  return batches.filter(({ act, digest }) => digestOf(db, act) !== digest).map(({ name }) => name)
}

/** The same lines as were made of the file when it was read. */
function digestOf(db: ReadDb, act: number): string {
  const digest = sha256Stream()
  const rows = db.each<Imported>(
    `SELECT p.id AS parameter, from_at, to_at, entered, r.unit, mantissa, scale
     FROM activity_readings r JOIN monitoring_parameters p ON p.seq = r.parameter
     WHERE entered_act = ? ORDER BY r.seq`,
    act,
  )
  for (const { parameter, from_at, to_at, entered, unit, mantissa, scale } of rows)
    digest.add(`${JSON.stringify([parameter, from_at, to_at, entered, unit, String(mantissa), scale])}\n`)
  return digest.end()
}
