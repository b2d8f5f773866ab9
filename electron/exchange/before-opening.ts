import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'

import { migrationsIn, pendingMigrations } from '#db/kernel/migrate'
import { openReader } from '#db/kernel/open'
import { runJob } from '#electron/kernel/jobs'
import { beforeIn, finishReplacing, replaceFolder } from '#electron/kernel/replace-folder'
import { type LyingBackup, lyingBackups, takeWish } from '#electron/kernel/rescue-wish'
import type { Surroundings } from '#electron/kernel/surroundings'
import { compareVersions } from '#shared/exchange/update'

import { beforeUpgrade } from './make-backup-task.ts'
import { adoptRestored } from './restore.ts'
import { isOpen, readManifest, unpackBackup } from './unpack-backup.ts'

const unheard = () => {}
const never = new AbortController().signal

/**
 * Fulfils what was asked for on the page of a start that failed: a backup is restored beside the plant, proven, and only
 * then put in its place; the damaged folder is kept beside.
 */
export async function rescue(home: string, around: Surroundings): Promise<void> {
  const plant = join(home, 'plant')
  finishReplacing(plant)
  const from = takeWish(home)
  if (from === null) return
  const folder = join(home, 'past')
  rmSync(folder, { recursive: true, force: true })
  await runJob({ ...thread(around), name: 'exchange.restore', input: { from, folder } })
  adoptRestored(folder, around)
  replaceFolder(plant, folder, beforeIn(plant, around.now().toISOString()))
}

/**
 * A full backup of a store that this program is about to bring up to date, proven by bringing a copy of it up to date
 * first: an upgrade that fails on the copy is not begun. Nothing is done where there is nothing to upgrade, or where the
 * store is enciphered and its key is not there yet; then it is asked for again once somebody gives it.
 *
 * @throws what the upgrade of the copy refused.
 */
export async function backUpBeforeUpgrade(folder: string, around: Surroundings): Promise<void> {
  const first = firstPending(folder, around)
  if (first === null) return
  const backups = join(folder, 'backups')
  const file = join(backups, `${beforeUpgrade}${first}.tanbu-backup`)
  if (!existsSync(file)) {
    const half = `${file}.incomplete`
    const work = join(folder, 'staging', 'backup-before-upgrade')
    mkdirSync(backups, { recursive: true, mode: 0o700 })
    for (const left of [half, work]) rmSync(left, { recursive: true, force: true })
    try {
      const input = {
        folder,
        work,
        to: half,
        program: around.name,
        programFolder: around.program,
        at: around.now().toISOString(),
      }
      await runJob({ ...thread(around), name: 'exchange.make-backup', input })
      renameSync(half, file)
    } finally {
      for (const left of [half, work]) rmSync(left, { recursive: true, force: true })
    }
  }
}

/**
 * The backups that this program can open: those of a later one hold data that it does not know. Asked for where the
 * data folder itself is of a later program, which someone went back from.
 */
export async function backupsWithin(
  home: string,
  { name, now }: Pick<Surroundings, 'name' | 'now'>,
): Promise<LyingBackup[]> {
  const scratch = join(home, `backups-looked-at-${now().getTime()}`)
  const versionOf = (program: string) => program.split(' ').at(-1) ?? ''
  const found: LyingBackup[] = []
  for (const backup of lyingBackups(join(home, 'plant'))) {
    const from = join(home, 'plant', 'backups', backup.file)
    const manifest = await unpackBackup(from, scratch, (path) => path === 'manifest.json')
      .then(() => readManifest(scratch))
      .catch(() => null)
      .finally(() => rmSync(scratch, { recursive: true, force: true }))
    if (manifest && compareVersions(versionOf(manifest.program), versionOf(name)) <= 0) found.push(backup)
  }
  return found
}

/** The bare copies that the opening makes are of no more use beside a proven backup of the same state. */
export function clearPlainCopies(folder: string): void {
  const backups = join(folder, 'backups')
  for (const name of readdirSync(backups)) {
    const state = /^before-(.*)\.db$/.exec(name)?.[1]
    if (state !== undefined && existsSync(join(backups, `${beforeUpgrade}${state}.tanbu-backup`)))
      rmSync(join(backups, name), { force: true })
  }
}

/** The first migration that a store has not seen, without its ending; null where there is none to be run. */
function firstPending(folder: string, { program }: Surroundings): string | null {
  if (!existsSync(join(folder, 'store.db'))) return null
  try {
    if (!isOpen(folder)) return null
    const reader = openReader(folder)
    try {
      const isNew = reader.read.ask(`SELECT 1 FROM sqlite_schema WHERE name = 'kernel_audit'`).length === 0
      const [first] = isNew
        ? []
        : pendingMigrations(reader.sqlite, migrationsIn(join(program, 'db', 'migrations')))
      return first?.name.replace(/\.sql$/, '') ?? null
    } finally {
      reader.close()
    }
  } catch {
    // Damaged, newer, or not to be read here: the opening says so, and better.
    return null
  }
}

const thread = ({ jobs }: Surroundings) => ({ entry: jobs, report: unheard, signal: never })
