import { eq } from 'drizzle-orm'

import { hasUsers } from '#db/access/queries'
import { accessGrants, accessPasswords, accessPeople, accessUsers } from '#db/access/tables'
import type { WriteDb } from '#db/kernel/access'
import { kernelStore } from '#db/kernel/tables'
import type { TaskContext, WriteContext } from '#electron/kernel/context'
import { hasKeychain } from '#electron/kernel/kept-key'
import { createKeyring, storeState, type Stretched } from '#electron/kernel/keyring'
import { keepStoreKey } from '#electron/kernel/store-key'
import { roles, type UserId } from '#shared/access/model'
import { passwordTrouble } from '#shared/access/passwords'
import { Refusal } from '#shared/kernel/refusal'
import type { Language } from '#shared/kernel/texts'

import { encryptNew } from './convert-job.ts'
import { stretchNew, storedPassword } from './passwords.ts'
import type { Plants } from './sample.ts'

export interface FirstRun {
  readonly language: Language
  readonly name: string
  readonly login: string
  readonly password: string
  readonly isEncrypted: boolean
  readonly opensByKeychain: boolean
}

/** The plant's own zone; one for the whole country. */
const timeZone = 'Asia/Shanghai'

/**
 * The first run: the administrator with every role, the identity of the store, its key ring.
 *
 * @throws Refusal `access.already-set-up`, or what is wrong with the password.
 */
export async function setUp(plants: Plants, context: TaskContext, first: FirstRun) {
  const { spine, vault } = plants
  const { folder } = context
  if (hasUsers(spine.store().read)) throw new Refusal('access.already-set-up')
  refuseBadPassword(first.password, first.login)
  const stretched = await stretchNew(first.password, context.around)
  const user = context.newId<'user'>()
  // Before anything is written that says something. A first run that was interrupted may have come so far already.
  const isEncrypted = storeState(folder) === 'encrypted'
  const known = isEncrypted ? vault.dataKey(folder) : undefined
  const ready = first.isEncrypted && !isEncrypted ? createKeyring(folder, user, stretched) : null
  if (ready) await encryptNew(plants.workspace, ready.dataKey)
  const { dataKey, recoveryKey } = context.promote(
    (write) => {
      if (hasUsers(write.db)) throw new Refusal('access.already-set-up')
      identify(write, { isSample: false })
      addAdministrator(write, user, first, stretched)
      // Before the commit: a ring without users is overwritten by the next try, users without a ring are lost.
      return ready ?? createKeyring(folder, user, stretched, known)
    },
    { user },
  )
  vault.remember(user, stretched)
  vault.open(folder, dataKey)
  if (first.isEncrypted && first.opensByKeychain && hasKeychain()) await keepStoreKey(folder, dataKey)
  return { userId: user, recoveryKey }
}

/** @throws Refusal with what is wrong with a new password. */
export function refuseBadPassword(password: string, login: string): void {
  const trouble = passwordTrouble(password, login)
  if (trouble) throw new Refusal(trouble, { login })
}

/** Gives a new data folder its identity. */
export function identify(
  { db, newId, now }: WriteContext,
  { isSample }: { readonly isSample: boolean },
): void {
  db.insert(kernelStore)
    .values({
      id: 1,
      storeId: newId<'store'>(),
      deviceId: newId<'device'>(),
      isSample,
      timeZone,
      createdAt: now,
    })
    .run()
}

function addAdministrator(
  { db, newId, now, today }: WriteContext,
  user: UserId,
  { name, login, language }: FirstRun,
  stretched: Stretched,
): void {
  const person = newId<'person'>()
  const changed = { changedBy: user, changedAt: now }
  const unknown = { department: null, position: null, phone: null, email: null, note: null }
  db.insert(accessPeople)
    .values({ id: person, name, ...unknown, ...changed })
    .run()
  db.insert(accessUsers)
    .values({ id: user, personId: person, login, language, ...changed })
    .run()
  storePassword(db, user, stretched, { initial: false, now })
  for (const role of roles)
    db.insert(accessGrants)
      .values({ id: newId<'grant'>(), userId: user, role, nodeId: null, validFrom: today, ...changed })
      .run()
}

/** Puts a password in the place of the user's old one, if there was one. */
export function storePassword(
  db: WriteDb,
  user: UserId,
  stretched: Stretched,
  { initial, now }: { readonly initial: boolean; readonly now: string },
): void {
  db.delete(accessPasswords).where(eq(accessPasswords.userId, user)).run()
  db.insert(accessPasswords)
    .values({ userId: user, ...storedPassword(stretched), initial, setAt: now })
    .run()
}
