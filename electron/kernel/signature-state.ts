import type { ReadDb } from '#db/kernel/access'
import { signaturesOf } from '#db/kernel/record-queries'
import type { ReadContext } from '#electron/kernel/context'
import type { Seals } from '#electron/kernel/signed-acts'
import type { RecordRef } from '#shared/kernel/record'

type Signature = ReturnType<typeof signaturesOf>[number]
/** A signature and whether what it covers is still what was signed. */
export interface SignatureState extends Signature {
  readonly standing: 'valid' | 'changed' | 'unknown'
  /** When the record was changed last after it was signed; null where the signature holds. */
  readonly changedAt: string | null
}

/**
 * The signatures of a record, each held against the record as it stands: the area that offered what a signature covers
 * takes the seal again. A signature made by somebody whose row was tampered with holds no more than its hash.
 */
export function signatureStates(
  context: Pick<ReadContext, 'db' | 'around' | 'today'>,
  seals: Seals,
  record: RecordRef,
): SignatureState[] {
  const id = record.slice(record.lastIndexOf('/') + 1)
  return signaturesOf(context.db, record).map((signature) => {
    const seal = seals[signature.meaning]
    if (!seal) return { ...signature, standing: 'unknown', changedAt: null }
    const holds = seal(context, id, signature) === signature.signedHash
    if (holds) return { ...signature, standing: 'valid', changedAt: null }
    return { ...signature, standing: 'changed', changedAt: lastChange(context.db, id, signature.signedAt) }
  })
}

/** The last line of the trail after an instant that changed a row of a record or one that names it. */
function lastChange(db: ReadDb, id: string, after: string): string | null {
  const [line] = db.ask<{ at: string }>(
    `SELECT at FROM kernel_audit WHERE at > ? AND outcome = 'done' AND instr(detail, ?) > 0
     ORDER BY seq DESC LIMIT 1`,
    after,
    id,
  )
  return line?.at ?? null
}
