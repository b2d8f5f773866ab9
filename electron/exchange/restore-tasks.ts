import { rmSync } from 'node:fs'

import { hasUsers } from '#db/access/queries'
import { openReader } from '#db/kernel/open'
import { confirmPassword } from '#electron/access/prove'
import type { TaskContext } from '#electron/kernel/context'
import { lendKeys } from '#electron/kernel/folder-keys'
import type { Spine } from '#electron/kernel/spine'
import type { Workspace } from '#electron/kernel/workspace'
import type { BackupManifest } from '#shared/exchange/backup'
import type { BackupSource } from '#shared/exchange/backup-contents'
import { Refusal } from '#shared/kernel/refusal'

import { withBackupFile } from './backup-sources.ts'
import { adoptRestored } from './restore.ts'
import { isOpen } from './unpack-backup.ts'

/** What changing the open data folder needs. */
export interface Place {
  readonly spine: Pick<Spine, 'around' | 'hub' | 'gate' | 'store' | 'dayAt'>
  readonly workspace: Workspace
}

/**
 * Restores a backup beside the present and opens the copy for looking only; the present stays as it is. Whoever was
 * signed in signs in with the password of then.
 *
 * @throws Refusal `exchange.only-in-plant`, `exchange.other-key`, and what `restore` refuses.
 */
export async function openBackup(
  place: Place,
  task: TaskContext,
  source: BackupSource,
): Promise<Record<string, never>> {
  await restoreBeside(place, task, source)
  const { spine, workspace } = place
  if (!isOpen(workspace.pastFolder)) {
    rmSync(workspace.pastFolder, { recursive: true, force: true })
    throw new Refusal('exchange.other-key')
  }
  workspace.usePast(spine.dayAt(new Date(lastActAt(workspace) ?? task.now)))
  signEverybodyOut(place)
  return {}
}

/**
 * Makes a backup the present in one act. The folder that was the present stays beside it, whole.
 *
 * @returns where it stays.
 * @throws Refusal `access.wrong-password`, `exchange.only-in-plant`, and what `restore` refuses.
 */
export async function restoreBackup(
  place: Place,
  task: TaskContext,
  { source, password }: { readonly source: BackupSource; readonly password: string },
): Promise<{ readonly keptAs: string }> {
  await confirmPassword(task, password)
  const { audit } = await restoreBeside(place, task, source)
  // The last line of the trail that is left: why there is no later one.
  task.promote(({ note }) => note({ code: 'exchange.gave-place', seq: audit.seq, head: audit.hash }))
  return { keptAs: takePlace(place, task) }
}

/**
 * The same where nobody has begun yet: the plant comes back on a new machine.
 *
 * @throws Refusal `exchange.not-first`, and what `restore` refuses.
 */
export async function restoreFirst(
  place: Place,
  task: TaskContext,
  source: BackupSource,
): Promise<Record<string, never>> {
  refuseBegun(task)
  await restoreBeside(place, task, source)
  // Somebody may have begun meanwhile.
  refuseBegun({ db: place.spine.store().read })
  // What was there is a store in which nobody ever was.
  rmSync(takePlace(place, task), { recursive: true, force: true })
  return {}
}

/** @throws Refusal `exchange.not-first` where somebody has begun. */
export function refuseBegun({ db }: Pick<TaskContext, 'db'>): void {
  if (hasUsers(db)) throw new Refusal('exchange.not-first')
}

async function restoreBeside(
  { workspace }: Place,
  task: TaskContext,
  source: BackupSource,
): Promise<Pick<BackupManifest, 'audit'>> {
  if (workspace.which() !== 'plant') throw new Refusal('exchange.only-in-plant')
  const folder = workspace.pastFolder
  rmSync(folder, { recursive: true, force: true })
  // A backup of the same ring opens with the keys of the present.
  for (const place of [folder, `${folder}.restoring`]) lendKeys(task.folder, place)
  return withBackupFile(task, source, (from) =>
    task.job<Pick<BackupManifest, 'audit'>>('exchange.restore', { from, folder }),
  ).finally(() => rmSync(`${folder}.restoring`, { recursive: true, force: true }))
}

function takePlace(place: Place, { around }: TaskContext): string {
  const { workspace } = place
  adoptRestored(workspace.pastFolder, around)
  const keptAs = workspace.replacePlant(around.now().toISOString())
  signEverybodyOut(place)
  return keptAs
}

/** Who was signed in is known to another store. */
function signEverybodyOut({ spine }: Place): void {
  spine.gate.sessions.endWhere(() => true)
  spine.hub.publish(['access'])
}

/** When the copy that is about to be opened was last worked in. */
function lastActAt({ pastFolder }: Workspace): string | null {
  const reader = openReader(pastFolder)
  try {
    return (
      reader.read.ask<{ at: string }>('SELECT at FROM kernel_audit ORDER BY seq DESC LIMIT 1')[0]?.at ?? null
    )
  } finally {
    reader.close()
  }
}
