import { existsSync, mkdirSync, readdirSync, statSync } from 'node:fs'
import { dirname, join, relative, sep } from 'node:path'

import { openKeptZip, readKept, writeKeptStream } from '#electron/kernel/kept-bytes'
import { Refusal } from '#shared/kernel/refusal'
import { packageManifest, type PackageManifest } from '#shared/verification/manifest'

/** No package is larger than this when unpacked, in bytes and in files. */
const largest = { bytes: 8 * 1024 ** 3, files: 200_000 } as const

/**
 * Unpacks a package into an empty folder; a folder is taken as it is.
 *
 * @returns the folder in which the package lies.
 * @throws Refusal `verification.no-package` {name}.
 */
export async function unpacked(from: string, into: string, name: string): Promise<string> {
  if (!existsSync(from)) throw new Refusal('verification.no-package', { name })
  if (statSync(from).isDirectory()) return from
  const refused = new Refusal('verification.no-package', { name })
  const zip = await openKeptZip(from, { autoClose: false }).catch(() => null)
  if (zip === null || zip.entryCount > largest.files) throw refused
  try {
    let bytes = 0
    for await (const entry of zip.eachEntry()) {
      bytes += entry.uncompressedSize
      if (bytes > largest.bytes) throw refused
      if (entry.fileName.endsWith('/')) continue
      const place = join(into, entry.fileName)
      mkdirSync(dirname(place), { recursive: true, mode: 0o700 })
      await writeKeptStream(place, await zip.openReadStreamPromise(entry), { flush: false })
    }
  } catch {
    throw refused
  } finally {
    zip.close()
  }
  return into
}

/** The manifest of a package with its very text, over which the seal is. @throws Refusal `verification.no-package`. */
export function manifestIn(
  folder: string,
  name: string,
): { readonly manifest: PackageManifest; readonly text: string } {
  const text = textIn(folder, 'manifest.json')
  const parsed = packageManifest.safeParse(parsedOrNull(text))
  if (text === null || !parsed.success) throw new Refusal('verification.no-package', { name })
  return { manifest: parsed.data, text }
}

/** The text of a file of a package; null where it is not there. */
export function textIn(folder: string, path: string): string | null {
  const place = join(folder, path)
  return existsSync(place) ? readKept(place).toString('utf8') : null
}
export function parsedOrNull(text: string | null): unknown {
  try {
    return text === null ? null : (JSON.parse(text) as unknown)
  } catch {
    return null
  }
}

/** Every file in a folder, by its path with forward slashes. */
export function pathsIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .toSorted()
}
