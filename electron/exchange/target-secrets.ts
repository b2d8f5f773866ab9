import { and, eq } from 'drizzle-orm'

import { sealedSecret } from '#db/exchange/secret-queries'
import { exchangeSecrets } from '#db/exchange/secret-tables'
import type { ReadContext, WriteContext } from '#electron/kernel/context'
import { openSecret, sealSecret } from '#electron/kernel/secrets'
import type { TargetId } from '#shared/exchange/model'
import type { SecretName } from '#shared/exchange/target'

const ownerOf = (target: TargetId, name: SecretName) => `exchange.target/${target}/${name}`

/**
 * Keeps a password or key of a target in the place of the one before. The trail learns that it was changed, and not
 * what it is.
 *
 * @throws Refusal `kernel.secrets-closed`.
 */
export function keepTargetSecret(
  context: WriteContext,
  target: TargetId,
  name: SecretName,
  secret: string,
): void {
  const { db, user, now, folder, note } = context
  const kept = {
    sealed: sealSecret(folder, ownerOf(target, name), secret),
    changedBy: user ?? 'system',
    changedAt: now,
  }
  db.insert(exchangeSecrets)
    .values({ targetId: target, name, ...kept })
    .onConflictDoUpdate({ target: [exchangeSecrets.targetId, exchangeSecrets.name], set: kept })
    .run()
  note({ code: `exchange.${name}-secret-kept`, target })
}

export function dropTargetSecret({ db, note }: WriteContext, target: TargetId, name: SecretName): void {
  const of = and(eq(exchangeSecrets.targetId, target), eq(exchangeSecrets.name, name))
  if (db.delete(exchangeSecrets).where(of).run().changes > 0)
    note({ code: `exchange.${name}-secret-dropped`, target })
}

/**
 * What is kept for a target under this name; null where nothing is.
 *
 * @throws Refusal `kernel.secrets-closed`, `kernel.secret-unreadable`.
 */
export function targetSecretOf(
  { db, folder }: Pick<ReadContext, 'db' | 'folder'>,
  target: TargetId,
  name: SecretName,
): string | null {
  const sealed = sealedSecret(db, target, name)
  return sealed === undefined ? null : openSecret(folder, ownerOf(target, name), sealed)
}
