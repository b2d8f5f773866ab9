import { createWriteStream, existsSync, readdirSync } from 'node:fs'
import { mkdir, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'

import yazl from 'yazl'

import { openReader } from '#db/kernel/open'
import { chainHead, storeIdentity } from '#db/kernel/queries'
import { sha256OfFile } from '#electron/exchange/write-verified'
import type { BackupManifest } from '#shared/exchange/backup'
import { canonical } from '#shared/kernel/canonical'
import type { Progress } from '#shared/kernel/contract'

export interface MakeBackup {
  /** The data folder. */
  readonly folder: string
  /** A folder for the copy of the store, made and removed here; who may end this thread removes it as well. */
  readonly work: string
  /** The file to make. */
  readonly to: string
  readonly program: string
  readonly at: string
}
export interface Control {
  readonly report: (progress: Progress) => void
  readonly signal: AbortSignal
}

/**
 * Makes one file of a data folder: a consistent copy of the store, its key ring, every piece of evidence and every
 * export, with a manifest of their hashes in front. People go on working meanwhile.
 */
export async function makeBackup(
  { folder, work, to, program, at }: MakeBackup,
  { report, signal }: Control,
): Promise<BackupManifest> {
  await mkdir(work, { recursive: true, mode: 0o700 })
  try {
    const copy = join(work, 'store.db')
    report({ step: 'exchange.step-copying', done: 0, total: null })
    const reader = openReader(folder)
    try {
      // Not the file itself: beside it the write-ahead log holds what it does not have yet.
      reader.sqlite.prepare('VACUUM INTO ?').run(copy)
    } finally {
      reader.close()
    }
    const files = await filesOf(folder, copy, { report, signal })
    const manifest = manifestOf(copy, { program, at, files })
    await pack(folder, copy, manifest, to)
    return manifest
  } finally {
    await rm(work, { recursive: true, force: true })
  }
}

async function filesOf(folder: string, copy: string, { report, signal }: Control) {
  const paths = [
    'store.db',
    ...['keyring.json'].filter((name) => existsSync(join(folder, name))),
    ...evidenceIn(folder),
    ...exportsIn(folder),
  ]
  const files: { path: string; sha256: string; size: number }[] = []
  for (const path of paths) {
    const file = path === 'store.db' ? copy : join(folder, path)
    files.push({ path, sha256: await sha256OfFile(file, signal), size: (await stat(file)).size })
    report({ step: 'exchange.step-hashing', done: files.length, total: paths.length })
  }
  return files
}
/** Evidence lies under the first two letters of its hash; paths inside a backup have forward slashes everywhere. */
function evidenceIn(folder: string): string[] {
  const root = join(folder, 'evidence')
  if (!existsSync(root)) return []
  return readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /^[0-9a-f]{64}$/.test(entry.name))
    .map((entry) => `evidence/${entry.name.slice(0, 2)}/${entry.name}`)
    .toSorted()
}

function exportsIn(folder: string): string[] {
  const root = join(folder, 'exports')
  if (!existsSync(root)) return []
  return readdirSync(root)
    .filter((name) => /^[0-9a-f-]{36}(\.json)?$/.test(name))
    .map((name) => `exports/${name}`)
    .toSorted()
}

function manifestOf(
  copy: string,
  { program, at, files }: { program: string; at: string; files: BackupManifest['files'] },
): BackupManifest {
  const reader = openReader(join(copy, '..'))
  try {
    return {
      format: 'tanbu-backup/1',
      program,
      madeAt: at,
      storeId: storeIdentity(reader.read)?.storeId ?? '',
      audit: chainHead(reader.read),
      files,
    }
  } finally {
    reader.close()
  }
}

async function pack(folder: string, copy: string, manifest: BackupManifest, to: string): Promise<void> {
  const zip = new yazl.ZipFile()
  zip.addBuffer(Buffer.from(canonical(manifest)), 'manifest.json')
  for (const { path } of manifest.files)
    zip.addFile(path === 'store.db' ? copy : join(folder, path), path, { compress: path === 'store.db' })
  zip.end()
  await pipeline(zip.outputStream, createWriteStream(to, { flags: 'wx', mode: 0o600, flush: true }))
}
