import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'

import { z } from 'zod'

import { syncFolder } from '#electron/kernel/evidence-store'

/** Written before a folder takes the place of another, so that the next start ends what a power cut began. */
const journal = z.object({ by: z.string(), keptAs: z.string() })

const journalOf = (place: string) => `${place}.replacing`

/**
 * Puts one data folder in the place of another, which stays beside it under a name of its own. Its backups go with the
 * place: they are of the plant and not of one state of it. Both must be closed.
 *
 * @param by and `keptAs` are folders beside `place`.
 */
export function replaceFolder(place: string, by: string, keptAs: string): void {
  writeFileSync(journalOf(place), JSON.stringify({ by: basename(by), keptAs: basename(keptAs) }), {
    mode: 0o600,
    flush: true,
  })
  finishReplacing(place)
}

/** Where a folder stays whose place another takes at an instant: beside it, whole. */
export const beforeIn = (place: string, at: string): string =>
  `${place}.before-${at.replaceAll(':', '').slice(0, 17)}`

/** Ends a replacement that was begun; does nothing where there is none. */
export function finishReplacing(place: string): void {
  const file = journalOf(place)
  if (!existsSync(file)) return
  const named = journal.safeParse(jsonIn(file))
  // A journal that was cut off was never followed.
  if (named.success) {
    const beside = dirname(place)
    const by = join(beside, named.data.by)
    const kept = join(beside, named.data.keptAs)
    if (existsSync(place) && existsSync(by) && !existsSync(kept)) renameSync(place, kept)
    if (!existsSync(place) && existsSync(by)) renameSync(by, place)
    moveBackups(kept, place)
    syncFolder(beside)
  }
  rmSync(file, { force: true })
}

function moveBackups(from: string, to: string): void {
  const there = join(from, 'backups')
  if (!existsSync(there)) return
  mkdirSync(join(to, 'backups'), { recursive: true, mode: 0o700 })
  for (const name of readdirSync(there))
    if (name.endsWith('.tanbu-backup') && !existsSync(join(to, 'backups', name)))
      renameSync(join(there, name), join(to, 'backups', name))
}

function jsonIn(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as unknown
  } catch {
    return null
  }
}
