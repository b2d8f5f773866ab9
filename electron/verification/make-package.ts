import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { Readable } from 'node:stream'

import yazl from 'yazl'

import { chainHead, storeIdentity } from '#db/kernel/queries'
import { databaseOf } from '#db/verification/package-file'
import { packages } from '#db/verification/tables'
import type { TaskContext } from '#electron/kernel/context'
import { sha256 } from '#electron/kernel/crypto'
import { evidencePath, hashOfFile } from '#electron/kernel/evidence-store'
import { keptPieces, keptSize, keptStream, writeKept, writeKeptStream } from '#electron/kernel/kept-bytes'
import { offerDownload } from '#electron/kernel/uploads'
import { canonical } from '#shared/kernel/canonical'
import { Refusal } from '#shared/kernel/refusal'
import type { CaseId } from '#shared/verification/case'
import { csvOf, type PackageManifest, rowsAsObjects, schemaText } from '#shared/verification/manifest'
import type { PackageRecord } from '#shared/verification/package-contract'

import { type PackageContent, packageContent } from './package-content.ts'
import { pathOfFile, tablesOf } from './package-tables.ts'
import { symbolsOf, wordsOf } from './package-words.ts'
import { requireCase } from './show-case.ts'

interface Wanted {
  readonly id: CaseId
  readonly recipient: string
  readonly purpose: string
}

/**
 * Makes the read-only package of a case: the frozen inventory with its trees, readings, factors, evidence, trail and
 * questions in open formats, a reader that needs no program, and the two programs that compute and sample again.
 *
 * @throws Refusal `verification.closed`, `verification.evidence-damaged`, and those of `packageContent`.
 */
export async function makePackage(task: TaskContext, wanted: Wanted): Promise<PackageRecord> {
  const of = requireCase(task.db, wanted.id)
  if (of.state === 'cancelled') throw new Refusal('verification.closed', { number: of.number })
  task.report({ step: 'verification.package-gathering', done: 0, total: 3 })
  const content = packageContent(task, of)
  const id = task.newId<'export'>()
  const folder = join(task.folder, 'staging', `package-${id}`)
  const to = join(task.folder, 'exports', id)
  try {
    const paths = writeContent(task, folder, content)
    task.report({ step: 'verification.package-writing', done: 1, total: 3 })
    const manifest = sealFolder(task, content, { ...wanted, folder, paths })
    task.report({ step: 'verification.package-packing', done: 2, total: 3 })
    await pack(folder, manifest, to, task.around.now())
    if (task.signal.aborted) throw new Refusal('kernel.cancelled')
    return offer(task, id, content, manifest, wanted)
  } catch (error) {
    for (const left of [to, `${to}.json`]) rmSync(left, { force: true })
    throw error
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** What lies in the folder only until it is packed. */
const scratch = { flush: false }

/** A text as a script that hands it to the reader, by the path of the file that it equals. */
export function readerScript(path: string, text: string): string {
  return `TANBU.take(${JSON.stringify(path)}, ${JSON.stringify(text)})\n`
}

/** Writes everything but the manifest, and gives the paths in order. */
function writeContent(
  { folder: data, around }: TaskContext,
  folder: string,
  content: PackageContent,
): string[] {
  const paths: string[] = []
  const place = (path: string): string => {
    paths.push(path)
    mkdirSync(dirname(join(folder, path)), { recursive: true, mode: 0o700 })
    return join(folder, path)
  }
  const write = (path: string, text: string) => writeKept(place(path), Buffer.from(text), scratch)
  const json = (name: string, text: string) => {
    write(`json/${name}.json`, text)
    write(`data/${name}.js`, readerScript(`json/${name}.json`, text))
  }
  const shipped = join(around.program, 'resources', 'verification', 'package')
  for (const name of shippedFiles) writeKept(place(name), readFileSync(join(shipped, name)), scratch)
  const tables = tablesOf(content)
  for (const table of tables) {
    write(`csv/${table.name}.csv`, csvOf(table))
    json(table.name, JSON.stringify(rowsAsObjects(table)))
  }
  json('figures', canonical(content.graph))
  json('document', content.frozen.document)
  json('account', content.frozen.account)
  json('words', JSON.stringify({ words: wordsOf(content), symbols: symbolsOf(content) }))
  const { text, sql } = schemaText(tables)
  write('schema.txt', text)
  write('schema.sql', sql)
  writeKept(place('package.db'), databaseOf(tables), scratch)
  for (const file of content.files) {
    const from = evidencePath(data, file.sha256)
    if (!existsSync(from) || hashOfFile(from) !== file.sha256)
      throw new Refusal('verification.evidence-damaged', { name: file.name })
    writeKept(place(pathOfFile(file)), keptPieces(from), scratch)
  }
  return paths.toSorted()
}

/** The same in every package: what to read first, the reader, and the programs that need none of ours. */
const shippedFiles = ['README.txt', 'index.html', 'recompute.py', 'sample.py'] as const

/** Writes the manifest over all that was written, and its copy for the reader. */
function sealFolder(
  { db, around }: TaskContext,
  { of, inventory, document }: PackageContent,
  at: { readonly folder: string; readonly paths: readonly string[] } & Wanted,
): PackageManifest {
  const manifest: PackageManifest = {
    format: 'tanbu-verification-package/1',
    program: around.name,
    engine: inventory.engine ?? '',
    madeAt: around.now().toISOString(),
    organization: document.organization.name,
    case: { id: of.id, number: of.number, title: of.title },
    inventory: {
      id: inventory.id,
      title: inventory.title,
      year: inventory.year,
      version: inventory.version,
      frozenAt: inventory.frozenAt ?? '',
      documentHash: inventory.documentHash ?? '',
      accountHash: inventory.accountHash ?? '',
    },
    recipient: at.recipient,
    purpose: at.purpose,
    store: { storeId: storeIdentity(db)?.storeId ?? '', ...chainHead(db) },
    files: at.paths.map((path) => ({
      path,
      sha256: hashOfFile(join(at.folder, path)),
      size: keptSize(join(at.folder, path)),
    })),
  }
  const text = canonical(manifest)
  writeKept(join(at.folder, 'manifest.json'), Buffer.from(text))
  writeKept(join(at.folder, 'data', 'manifest.js'), Buffer.from(readerScript('manifest.json', text)))
  return manifest
}

async function pack(folder: string, { files }: PackageManifest, to: string, mtime: Date): Promise<void> {
  const zip = new yazl.ZipFile()
  for (const path of ['manifest.json', 'data/manifest.js', ...files.map((file) => file.path)])
    zip.addReadStreamLazy(path, { mtime, mode: 0o100444, size: keptSize(join(folder, path)) }, (give) =>
      give(null, keptStream(join(folder, path))),
    )
  zip.end()
  await writeKeptStream(to, Readable.from(zip.outputStream as AsyncIterable<Buffer>))
}

function offer(
  task: TaskContext,
  id: string,
  { of, inventory }: PackageContent,
  manifest: PackageManifest,
  { recipient }: Wanted,
): PackageRecord {
  const file = join(task.folder, 'exports', id)
  const fileName = `${of.number}-${inventory.year}-v${inventory.version}.zip`
  offerDownload(task.folder, id, { name: fileName, type: 'application/zip', sha256: hashOfFile(file) })
  return task.promote(({ db, user, now }) => {
    const record = {
      id,
      seal: sha256(canonical(manifest)),
      fileName,
      size: keptSize(file),
      files: manifest.files.length,
      recipient,
      headSeq: manifest.store.seq,
      headHash: manifest.store.hash,
      madeBy: user ?? 'system',
      madeAt: now,
    }
    db.insert(packages)
      .values({ ...record, case: of.id, inventory: inventory.id })
      .run()
    return record
  })
}
