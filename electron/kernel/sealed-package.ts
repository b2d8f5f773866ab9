import { Readable } from 'node:stream'

import yauzl from 'yauzl'
import yazl from 'yazl'
import { z } from 'zod'

import { type ScryptCost, sha256 } from '#electron/kernel/crypto'
import { seal, unseal } from '#electron/kernel/sealed-file'
import { canonical } from '#shared/kernel/canonical'
import { Refusal } from '#shared/kernel/refusal'

/** What one file of a package may hold, and all together: more is no package of ours. In bytes. */
const limits = { entry: 256 * 1024 * 1024, total: 1024 * 1024 * 1024, entries: 20_000 } as const

const path = z.string().regex(/^[a-z0-9][a-z0-9._/-]{0,199}$/)
const manifest = z.object({
  /** Which store it came from, on which device, and the end of its audit trail at that moment. */
  storeId: z.string(),
  deviceId: z.string(),
  head: z.object({ seq: z.int(), hash: z.string() }),
  madeAt: z.iso.datetime(),
  files: z.array(z.object({ path, size: z.int().nonnegative(), sha256: z.string().length(64) })),
})
export type PackageManifest = Readonly<z.output<typeof manifest>>
export interface PackageFile {
  readonly path: string
  readonly content: Buffer
}

export interface OpenedPackage {
  readonly manifest: PackageManifest
  readonly files: ReadonlyMap<string, Buffer>
}

interface Packing {
  readonly kind: string
  readonly id: string
  readonly passphrase: string
  readonly cost: ScryptCost
}

/**
 * Seals files with their manifest under a passphrase. In the sealed file is a zip, so that whoever has the
 * passphrase needs no more than common tools.
 */
export async function sealPackage(
  file: string,
  packing: Packing,
  origin: Omit<PackageManifest, 'files'>,
  files: readonly PackageFile[],
  hear: (bytes: number) => void = () => {},
): Promise<void> {
  const zip = new yazl.ZipFile()
  const listed = files.map(({ path: name, content }) => ({
    path: path.parse(name),
    size: content.length,
    sha256: sha256(content),
  }))
  zip.addBuffer(Buffer.from(canonical({ ...origin, files: listed })), 'manifest.json')
  for (const { path: name, content } of files) zip.addBuffer(content, name)
  zip.end()
  await seal(
    file,
    packing,
    Readable.from(zip.outputStream as AsyncIterable<Buffer>) as AsyncIterable<Buffer>,
    hear,
  )
}

/**
 * Opens a package and holds every file against the manifest before any of them is believed.
 *
 * @throws Refusal those of `unseal`, and `kernel.sealed-damaged` where zip, manifest and files do not agree.
 */
export async function openPackage(
  file: string,
  opening: Pick<Packing, 'kind' | 'passphrase'>,
): Promise<OpenedPackage> {
  const pieces: Buffer[] = []
  let total = 0
  for await (const piece of unseal(file, opening)) {
    total += piece.length
    if (total > limits.total) throw new Refusal('kernel.sealed-too-large')
    pieces.push(piece)
  }
  const found = await filesIn(Buffer.concat(pieces))
  const parsed = manifest.safeParse(jsonIn(found.get('manifest.json')))
  if (!parsed.success) throw new Refusal('kernel.sealed-damaged')
  found.delete('manifest.json')
  const isWhole = (each: PackageManifest['files'][number]) => {
    const content = found.get(each.path)
    return content?.length === each.size && sha256(content) === each.sha256
  }
  if (found.size !== parsed.data.files.length || !parsed.data.files.every(isWhole))
    throw new Refusal('kernel.sealed-damaged')
  return { manifest: parsed.data, files: found }
}

async function filesIn(bytes: Buffer): Promise<Map<string, Buffer>> {
  const found = new Map<string, Buffer>()
  let total = 0
  try {
    const zip = await yauzl.fromBufferPromise(bytes, { lazyEntries: true })
    if (zip.entryCount > limits.entries) throw new Refusal('kernel.sealed-too-large')
    for await (const entry of zip.eachEntry()) {
      total += entry.uncompressedSize
      if (entry.uncompressedSize > limits.entry || total > limits.total)
        throw new Refusal('kernel.sealed-too-large')
      const content: Buffer[] = []
      for await (const piece of (await zip.openReadStreamPromise(entry)) as AsyncIterable<Buffer>)
        content.push(piece)
      found.set(entry.fileName, Buffer.concat(content))
    }
  } catch (error) {
    if (error instanceof Refusal) throw error
    throw new Refusal('kernel.sealed-damaged')
  }
  return found
}

function jsonIn(text: Buffer | undefined): unknown {
  try {
    return JSON.parse(text?.toString('utf8') ?? '') as unknown
  } catch {
    return null
  }
}
