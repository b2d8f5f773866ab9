import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

import { keptHash } from '#db/exchange/update-queries'
import { exchangeKeptPrograms } from '#db/exchange/update-tables'
import type { ReadDb } from '#db/kernel/access'
import type { WriteContext } from '#electron/kernel/context'
import { keptRange } from '#electron/kernel/kept-bytes'
import { compareVersions, keptProgram, type KeptProgram } from '#shared/exchange/update'
import { Refusal } from '#shared/kernel/refusal'

import { type OpenedUpdate, openUpdate, type ReleaseKey } from './update-file.ts'
import { sha256OfFile } from './write-verified.ts'

/** Beside the data folders: packages that were put in place, each under its version. */
export const keptIn = (folder: string): string => join(dirname(folder), 'updates')

/** What a publisher signed of a package, beside it. */
const signedHead = 'release.head'

/** The file of a program in the folder of its version. */
export function programIn(place: string): string | undefined {
  return existsSync(place) ? readdirSync(place).find((name) => name !== signedHead) : undefined
}

/** Keeps what is signed of an update beside its package. */
export function keepHead(update: string, { start }: OpenedUpdate, place: string): void {
  writeFileSync(join(place, signedHead), keptRange(update, 0, start), { mode: 0o600, flush: true })
}

/** The newest of the kept programs that is older than the one that runs. */
export function previousOf(folder: string, here: string): KeptProgram | null {
  const kept = keptIn(folder)
  const versions = existsSync(kept) ? readdirSync(kept) : []
  const [found] = versions
    .flatMap((version) => {
      const known = keptProgram.safeParse({ version, fileName: programIn(join(kept, version)) })
      return known.success && compareVersions(version, here) < 0 ? [known.data] : []
    })
    .toSorted((a, b) => compareVersions(b.version, a.version))
  return found ?? null
}

/** Two programs are kept: the one that comes and the one that goes. */
export function clearKept(folder: string, wanted: readonly string[]): void {
  for (const version of readdirSync(keptIn(folder)))
    if (!wanted.includes(version)) rmSync(join(keptIn(folder), version), { recursive: true, force: true })
}

/** The folder of a version, made where it is not there. */
export function roomFor(folder: string, version: string): string {
  const place = join(keptIn(folder), version)
  mkdirSync(place, { recursive: true, mode: 0o700 })
  return place
}

/** Records what a program that was just kept is, so that it is known again. */
export function recordKept(
  { db, user, now }: Pick<WriteContext, 'db' | 'user' | 'now'>,
  version: string,
  sha256: string,
): void {
  const row = { version, sha256, changedBy: user ?? 'system', changedAt: now }
  db.insert(exchangeKeptPrograms)
    .values(row)
    .onConflictDoUpdate({ target: exchangeKeptPrograms.version, set: row })
    .run()
}

/**
 * Whether a kept program is still what was kept: by its publisher's signature where it came with one, else by what the
 * plant recorded of it.
 *
 * @throws Refusal `exchange.update.kept-altered`.
 */
export async function requireUnaltered(
  {
    db,
    folder,
    keys,
  }: { readonly db: ReadDb; readonly folder: string; readonly keys: readonly ReleaseKey[] },
  { version, fileName }: KeptProgram,
): Promise<void> {
  const place = join(keptIn(folder), version)
  const wanted = signedHash(join(place, signedHead), version, keys) ?? keptHash(db, version)
  if (wanted === null || wanted !== (await sha256OfFile(join(place, fileName))))
    throw new Refusal('exchange.update.kept-altered', { version })
}

/** What the publisher signed of this very version; null where nothing is signed, or nothing that counts. */
function signedHash(head: string, version: string, keys: readonly ReleaseKey[]): string | null {
  if (!existsSync(head)) return null
  try {
    const { manifest } = openUpdate(head, keys)
    return manifest.version === version ? manifest.sha256 : null
  } catch (error) {
    if (error instanceof Refusal) return null
    throw error
  }
}
