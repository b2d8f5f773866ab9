import { kernelSignatures } from '#db/kernel/tables'
import type { ReadContext, UserId, WriteContext } from '#electron/kernel/context'
import { sha256 } from '#electron/kernel/crypto'
import type { Gate } from '#electron/kernel/gate'
import { canonical } from '#shared/kernel/canonical'
import type { Signs } from '#shared/kernel/contract'
import { Refusal } from '#shared/kernel/refusal'

/** What is known of a signature whose seal is taken again; absent while it is being made. */
export interface KeptSignature {
  readonly signedHash: string
  readonly signedAt: string
}

/**
 * SHA-256 over the canonical JSON of what a signature covers, taken of the record as it stands: once when it is signed and
 * again whenever somebody asks whether it still holds. Null where the record is gone.
 */
export type Seal = (
  at: Pick<ReadContext, 'db' | 'around' | 'today'>,
  id: string,
  kept?: KeptSignature,
) => string | null

/** By what a signature says. */
export type Seals = Readonly<Record<string, Seal>>

/** The hash of what a signature covers. */
export function sealOf(content: unknown): string {
  return sha256(canonical(content))
}

/** Whether an area's own check says that a signature holds, as a hash: the one that was signed, or none that could be. */
export function sealWhere(holds: boolean, kept: KeptSignature | undefined): string | null {
  return holds && kept !== undefined ? kept.signedHash : null
}

interface Act {
  readonly procedure: string
  readonly meta: { readonly signs?: Signs }
  readonly window: string
  readonly isOwn?: boolean
  readonly user: UserId | null
  readonly now: Date
}
/**
 * Lets an act through that its maker has confirmed by password, with exactly this input and once.
 *
 * @throws Refusal `kernel.sign-needed` {meaning, challenge}: confirmed under that name, the same act is asked again.
 */
export function requireSignature({ gate }: { readonly gate: Gate }, act: Act, input: unknown): void {
  const { procedure, meta, window, isOwn, user, now } = act
  if (isOwn || user === null) return
  const what = sha256(canonical({ procedure, input }))
  if (gate.signing.take(window, user, what, now)) return
  const challenge = gate.signing.wait(window, user, what, now)
  throw new Refusal('kernel.sign-needed', { meaning: meta.signs?.meaning ?? '', challenge })
}

/** Signs the record as the act has left it, in the act's own transaction. */
export function signAct(
  context: WriteContext,
  seals: Seals,
  { meaning, kind, idOf = idIn }: Signs,
  input: unknown,
  result: unknown,
): void {
  const { db, user, now, newId } = context
  const id = idOf(input, result)
  const signedHash = seals[meaning]?.(context, id)
  if (signedHash === null || signedHash === undefined)
    throw new Error(`Nothing seals ${meaning} of ${kind}/${id}`)
  if (user === null) throw new Refusal('kernel.sign-in-first')
  db.insert(kernelSignatures)
    .values({
      id: newId<'signature'>(),
      record: `${kind}/${id}`,
      signerId: user,
      meaning,
      signedHash,
      signedAt: now,
    })
    .run()
}
function idIn(input: unknown): string {
  return (input as { readonly id: string }).id
}
