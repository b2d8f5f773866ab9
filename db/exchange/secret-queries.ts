import { and, eq } from 'drizzle-orm'

import { exchangeSecrets } from '#db/exchange/secret-tables'
import type { ReadDb } from '#db/kernel/access'
import type { TargetId } from '#shared/exchange/model'
import type { SecretName } from '#shared/exchange/target'

/** A secret as it lies in the store; undefined where none is kept. */
export function sealedSecret(db: ReadDb, target: TargetId, name: SecretName): Buffer | undefined {
  const { targetId, name: named, sealed } = exchangeSecrets
  const of = and(eq(targetId, target), eq(named, name))
  return db.select({ sealed }).from(exchangeSecrets).where(of).all()[0]?.sealed
}

/** For which targets which secrets are kept. */
export function keptSecrets(db: ReadDb): { readonly targetId: TargetId; readonly name: SecretName }[] {
  const { targetId, name } = exchangeSecrets
  return db.select({ targetId, name }).from(exchangeSecrets).all()
}
