import { existsSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** A backup that lies in a data folder, as far as its name and size tell. */
export interface LyingBackup {
  readonly file: string
  /** In bytes. */
  readonly size: number
  /** When the file was written, an instant. */
  readonly at: string
}

const isBackup = (name: string) => /^[\w-]{1,100}\.tanbu-backup$/.test(name)
const wishOf = (home: string) => join(home, 'restore-wanted')

/** The backups that lie in a plant, newest first, also when its store cannot be opened. */
export function lyingBackups(plant: string): LyingBackup[] {
  const folder = join(plant, 'backups')
  if (!existsSync(folder)) return []
  return readdirSync(folder)
    .filter(isBackup)
    .map((file) => ({ file, ...factsOf(join(folder, file)) }))
    .toSorted((a, b) => (a.at < b.at ? 1 : -1))
}
function factsOf(path: string): Omit<LyingBackup, 'file'> {
  const { size, mtime } = statSync(path)
  return { size, at: mtime.toISOString() }
}

/** Asks the next start to bring a backup back before it opens the plant. */
export function wishForRescue(home: string, file: string): void {
  if (!lyingBackups(join(home, 'plant')).some((each) => each.file === file)) return
  writeFileSync(`${wishOf(home)}.new`, file, { mode: 0o600, flush: true })
  renameSync(`${wishOf(home)}.new`, wishOf(home))
}

/** The path of the backup that was asked for, once: a wish that cannot be fulfilled is not tried for ever. */
export function takeWish(home: string): string | null {
  if (!existsSync(wishOf(home))) return null
  const file = readFileSync(wishOf(home), 'utf8')
  rmSync(wishOf(home))
  return isBackup(file) ? join(home, 'plant', 'backups', file) : null
}
