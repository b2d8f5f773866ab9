import { existsSync, readdirSync, rmSync, statSync } from 'node:fs'
import { open, rename } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { Readable } from 'node:stream'

import { z } from 'zod'

import { randomBytes, sha256Stream } from '#electron/kernel/crypto'
import { giveAnchor } from '#electron/kernel/given-anchors'
import { keptSize, readKept, sealerFor, writeKept } from '#electron/kernel/kept-bytes'
import { Refusal } from '#shared/kernel/refusal'

/** What the side file of a staged upload or an offered export says. */
const sideFile = z.object({
  name: z.string().min(1),
  type: z.string(),
  size: z.int().nonnegative(),
  sha256: z.string().length(64),
})

/** A file that a window sent and that no record names yet. */
export interface Upload extends Readonly<z.output<typeof sideFile>> {
  readonly path: string
}

/** Larger than any scanned contract or year of hourly readings, small enough not to fill a disk by mistake. */
export const uploadLimit = 512 * 1024 * 1024

export interface IncomingFile {
  /** As the user's machine calls it; only shown, never used as a path. */
  readonly name: string
  readonly type: string
  readonly body: ReadableStream<Uint8Array>
}

/**
 * Streams a file into `staging/`. It counts as there only when it is whole: the part file is renamed and its side
 * file written last.
 *
 * @returns the id under which {@link stagedUpload} finds it.
 * @throws Refusal `kernel.upload-too-large`.
 */
export async function stageUpload(folder: string, file: IncomingFile, limit = uploadLimit): Promise<string> {
  const id = randomBytes(16).toString('hex')
  const path = join(folder, 'staging', id)
  try {
    const { size, sha256 } = await writeWhole(`${path}.part`, file.body, limit)
    await rename(`${path}.part`, path)
    const side = { name: shownName(file.name), type: file.type, size, sha256 }
    writeSide(path, side)
    return id
  } catch (error) {
    for (const left of [`${path}.part`, path, `${path}.json`]) rmSync(left, { force: true })
    throw error
  }
}

async function writeWhole(
  path: string,
  body: IncomingFile['body'],
  limit: number,
): Promise<{ readonly size: number; readonly sha256: string }> {
  const hash = sha256Stream()
  let size = 0
  let trouble: unknown = null
  const sealer = sealerFor(path)
  const file = await open(path, 'wx', 0o600)
  try {
    for await (const piece of Readable.fromWeb(body as never) as AsyncIterable<Buffer>) {
      size += piece.length
      if (size > limit) throw new Refusal('kernel.upload-too-large', { limitMiB: limit / 1024 / 1024 })
      // On a full disk the sender is heard out: hanging up would look like a broken connection, not like a reason.
      if (trouble !== null) continue
      hash.add(piece)
      await file.appendFile(sealer.add(piece)).catch((error: unknown) => (trouble = error))
    }
    if (trouble === null) await file.appendFile(sealer.end()).catch((error: unknown) => (trouble = error))
  } finally {
    await file.close()
  }
  if (trouble !== null) throw trouble as Error
  return { size, sha256: hash.end() }
}

/** A staged upload by its id. @throws Refusal `kernel.upload-gone` when there is none (any more). */
export function stagedUpload(folder: string, id: string): Upload {
  return found(join(folder, 'staging'), id) ?? gone()
}
function gone(): never {
  throw new Refusal('kernel.upload-gone')
}

/** Removes a staged upload whose content has been taken over. */
export function discardUpload(folder: string, id: string): void {
  const { path } = stagedUpload(folder, id)
  rmSync(path, { force: true })
  rmSync(`${path}.json`, { force: true })
}

/**
 * Makes a finished file in `exports/` available at `/download/<id>`.
 *
 * @param id the name of the file in `exports/`, letters, digits and `-` only.
 */
export function offerDownload(
  folder: string,
  id: string,
  { name, type, sha256 }: { readonly name: string; readonly type: string; readonly sha256: string },
): void {
  if (!isId(id)) throw new Error('A download is named by letters, digits and hyphens')
  const path = join(folder, 'exports', id)
  writeSide(path, { name: shownName(name), type, size: keptSize(path), sha256 })
  giveAnchor(folder, { purpose: 'file', sha256 })
}

/** Names of files say as much as what is in them. */
function writeSide(path: string, side: z.output<typeof sideFile>): void {
  writeKept(`${path}.json`, Buffer.from(JSON.stringify(side)))
}

/** A file that was offered for download; null when there is none of that id. */
export function offeredDownload(folder: string, id: string): Upload | null {
  return found(join(folder, 'exports'), id)
}

/** Clears `staging/` of what was left by windows that never came back for it. @param before instant, ms since 1970. */
export function clearStaging(folder: string, before: number): void {
  const staging = join(folder, 'staging')
  if (!existsSync(staging)) return
  for (const name of readdirSync(staging)) {
    const path = join(staging, name)
    if (statSync(path).mtimeMs < before) rmSync(path, { recursive: true, force: true })
  }
}

/** The files that windows sent last no longer than a day. */
export const stagingLifetime = 24 * 60 * 60 * 1000

const isId = (id: string) => /^[0-9a-zA-Z-]{1,100}$/.test(id)

function found(parent: string, id: string): Upload | null {
  const path = join(parent, id)
  if (!isId(id) || !existsSync(path) || !existsSync(`${path}.json`)) return null
  return { path, ...sideFile.parse(JSON.parse(readKept(`${path}.json`).toString('utf8'))) }
}

/** A name fit to be shown and offered: the last part of it, without control or direction-changing characters. */
function shownName(name: string): string {
  const last = basename(name.replaceAll('\\', '/'))
  const plain = last
    .replace(/[\p{Cc}\p{Cf}]/gu, '')
    .slice(0, 200)
    .trim()
  return plain === '' ? 'file' : plain
}
