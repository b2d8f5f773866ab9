import { eq } from 'drizzle-orm'

import { accountOfUser, hasUsers, userById, userByLogin } from '#db/access/queries'
import { accessGrants, accessPasswords, accessPeople, accessUsers } from '#db/access/tables'
import { kernelStore } from '#db/kernel/tables'
import type { TaskContext, UserId, WriteContext } from '#electron/kernel/context'
import { createKeyring, openWithPassword } from '#electron/kernel/keyring'
import type { Spine } from '#electron/kernel/spine'
import type { Workspace } from '#electron/kernel/workspace'
import { roles } from '#shared/access/model'

import { signedIn } from './prove.ts'
import { identify } from './set-up.ts'
import type { Vault } from './vault.ts'

/** What an area puts into a new sample plant; run in the order of the areas, each through its own commands. */
export type SampleStep = (context: TaskContext) => Promise<void>

/** What changing the open data folder needs to know. */
export interface Plants {
  readonly spine: Spine
  readonly workspace: Workspace
  readonly vault: Vault
  readonly sampleSteps: readonly SampleStep[]
}

/**
 * Opens the sample plant for whoever asks, who holds every role there. The first time it is built; if that
 * fails or is cancelled, nothing of it stays.
 */
export async function openSample(plants: Plants, context: TaskContext): Promise<void> {
  const { spine, workspace } = plants
  if (workspace.which() === 'sample') return
  const account = accountOfUser(spine.store().read, signedIn(context.db, context.user).id)
  const isNew = !workspace.exists('sample')
  workspace.use('sample')
  try {
    const user = welcome(plants, context, account)
    if (isNew) {
      await spine.hub.together(async () => {
        for (const step of plants.sampleSteps) {
          context.signal.throwIfAborted()
          await step(inOpenFolder(spine, context))
        }
      })
      // Last, because a sample without an identity is one that was never finished.
      context.promote((write) => identify(write, { isSample: true }))
    }
    spine.gate.sessions.endWhere((other) => other !== user)
  } catch (error) {
    if (isNew) workspace.removeSample()
    else workspace.use('plant')
    throw error
  }
  spine.hub.publish(['access'])
}

/** Goes back to the plant. Who has no account there, or another password, signs in anew. */
export function openPlant({ spine, workspace, vault }: Plants): void {
  if (workspace.which() === 'plant') return
  workspace.use('plant')
  returnToPlant(spine, vault)
}
export function removeSample({ spine, workspace, vault }: Plants): void {
  workspace.removeSample()
  returnToPlant(spine, vault)
}
function returnToPlant(spine: Spine, vault: Vault): void {
  const { read, folder } = spine.store()
  spine.gate.sessions.endWhere((user) => {
    const stretched = vault.stretched(user)
    const dataKey = stretched && openWithPassword(folder, user, stretched)
    if (dataKey) vault.open(folder, dataKey)
    return !dataKey || !userById(read, user)
  })
  spine.hub.publish(['access'])
}

/** A sample that was being built when the program died is thrown away at the next start. */
export function discardUnfinishedSample({ spine, workspace }: Plants): void {
  if (workspace.which() !== 'sample') return
  const { read } = spine.store()
  const isFinished = read.select({ id: kernelStore.id }).from(kernelStore).get() !== undefined
  if (!isFinished || !hasUsers(read)) workspace.removeSample()
}

function inOpenFolder(spine: Spine, context: TaskContext): TaskContext {
  const { read, folder } = spine.store()
  return { ...describe(context), db: read, folder }
}
/** Copied by hand, because spreading the context would open the folder that is being left. */
function describe(context: TaskContext): Omit<TaskContext, 'db' | 'folder'> {
  const { user, standsInFor, window, now, today, around, newId, signal, report, promote, job } = context
  return { user, standsInFor, window, now, today, around, newId, signal, report, promote, job }
}

/** Gives the user of the plant an account in the open sample, with every role and the same password. */
function welcome(
  { spine, vault }: Plants,
  context: TaskContext,
  account: ReturnType<typeof accountOfUser>,
): UserId {
  const { folder } = spine.store()
  const user = account.user.id
  const stretched = vault.stretched(user)
  if (!stretched) throw new Error('Nobody is signed in whose password was never seen')
  context.promote((write) => enter(write, account))
  const found = openWithPassword(folder, user, stretched)
  vault.open(folder, found ?? createKeyring(folder, user, stretched).dataKey)
  return user
}

function enter(
  { db, newId, today, now }: WriteContext,
  { person, user, password }: ReturnType<typeof accountOfUser>,
): void {
  const namesake = user.login === null ? undefined : userByLogin(db, user.login)
  if (namesake && namesake.id !== user.id)
    db.update(accessUsers).set({ login: null, disabledAt: now }).where(eq(accessUsers.id, namesake.id)).run()
  const isKnown = userById(db, user.id) !== undefined
  if (isKnown) {
    db.update(accessPeople).set(person).where(eq(accessPeople.id, person.id)).run()
    db.update(accessUsers).set(user).where(eq(accessUsers.id, user.id)).run()
    db.update(accessPasswords).set(password).where(eq(accessPasswords.userId, user.id)).run()
    return
  }
  db.insert(accessPeople).values(person).run()
  db.insert(accessUsers).values(user).run()
  db.insert(accessPasswords).values(password).run()
  const changed = { changedBy: user.id, changedAt: now }
  for (const role of roles)
    db.insert(accessGrants)
      .values({ id: newId<'grant'>(), userId: user.id, role, nodeId: null, validFrom: today, ...changed })
      .run()
}
