import { generateKeyPairSync, sign } from 'node:crypto'
import { createReadStream, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'

import { readTracesJob } from '#electron/activity/evidence-traces-job'
import { makeBackup } from '#electron/exchange/backup'
import { readBackupJob, restoreJob } from '#electron/exchange/backup-jobs'
import { sealedKind, withOpened } from '#electron/exchange/backup-sources'
import { openUpdate, takeProgram, updateMagic } from '#electron/exchange/update-file'
import { sha256 } from '#electron/kernel/crypto'
import { printDocx } from '#electron/kernel/print-docx'
import { printPdf } from '#electron/kernel/print-pdf'
import { readTextJob } from '#electron/kernel/read-text'
import { seal } from '#electron/kernel/sealed-file'
import { anyOf, damaged, type Mutation, repacked, reshaped, scribbled } from '#test/fault/mutations'
import type { Reader } from '#test/fault/readers'
import type { TestBackend } from '#test/support/backend'

const heard = { report: () => {}, signal: new AbortController().signal }
const program = new URL('../..', import.meta.url).pathname

/** A backup as a plain file and as the one sealed file of everything. */
export async function backups(
  { folder }: TestBackend,
  scratch: string,
  passphrase: string,
): Promise<Reader[]> {
  const plain = join(scratch, 'plain')
  const at = '2026-06-30T02:00:00.000Z'
  await makeBackup({ folder, work: join(scratch, 'work'), to: plain, program: 'Tanbu 0.1.0', at }, heard)
  const bytes = readFileSync(plain)
  const everything = join(scratch, 'everything')
  const id = '01987654-aaaa-7000-8000-000000000001'
  const sealing = { kind: sealedKind, id, passphrase, cost: { N: 1024, r: 8, p: 1 } }
  await seal(everything, sealing, createReadStream(plain))
  const place = (name: string) => join(scratch, name)
  const look = async (from: string) => {
    const input = { from, scratch: place('look'), program, present: null }
    const contents = await readBackupJob(input, heard)
    await restoreJob({ from, folder: place('restored') }, heard).finally(() =>
      rmSync(place('restored'), { recursive: true, force: true }),
    )
    return contents
  }
  return [
    {
      name: 'backups',
      bases: [
        {
          name: 'plant.tanbu-backup',
          bytes,
          mutation: anyOf(damaged, repacked(relisted), repacked(relisted), repacked()),
        },
      ],
      read: look,
    },
    {
      name: 'sealed exports',
      bases: [{ name: 'plant.tanbu-backup', bytes: readFileSync(everything), mutation: damaged }],
      read: (path) => withOpened(path, place('opened'), passphrase, look),
    },
  ]
}

/** Names the changed parts in the manifest by their new hashes, as somebody would who means to deceive. */
function relisted(parts: Map<string, Buffer>): void {
  const text = parts.get('manifest.json')?.toString('utf8') ?? ''
  try {
    const manifest = JSON.parse(text) as { files: { path: string; sha256: string; size: number }[] }
    const files = manifest.files.map((file) => {
      const part = parts.get(file.path)
      return part ? { ...file, sha256: sha256(part), size: part.length } : file
    })
    parts.set('manifest.json', Buffer.from(JSON.stringify({ ...manifest, files })))
  } catch {
    // The manifest itself was changed.
  }
}

/** A signed release; the first byte that is not the publisher's ends the reading. */
export function releases(scratch: string): Reader {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519')
  const keys = [
    {
      id: 'x',
      publicKey: publicKey.export({ type: 'spki', format: 'der' }).subarray(-32).toString('base64'),
    },
  ]
  const content = Buffer.from('#!/bin/sh\n')
  const manifest = Buffer.from(
    JSON.stringify({
      format: 'tanbu-update/1',
      version: '9.0.0',
      platform: 'linux',
      arch: 'x64',
      kind: 'AppImage',
      fileName: 'Tanbu.AppImage',
      size: content.length,
      sha256: sha256(content),
      releasedAt: '2026-06-30T02:00:00.000Z',
      schema: '0375-x',
      needs: '0010-x',
      notes: { zh: '', en: '' },
    }),
  )
  const signing = (text: Buffer) => {
    const length = Buffer.alloc(4)
    length.writeUInt32BE(text.length)
    const signed = Buffer.concat([updateMagic, length, text])
    return Buffer.concat([signed, sign(null, signed, privateKey), content])
  }
  // What the publisher signed by mistake is not believed either.
  const inside: Mutation = async (_bytes, random) =>
    signing(await anyOf(reshaped, scribbled)(manifest, random))
  return {
    name: 'releases',
    bases: [{ name: 'a.tanbu-update', bytes: signing(manifest), mutation: anyOf(damaged, inside) }],
    read: (path) => {
      const to = join(scratch, 'taken')
      rmSync(to, { force: true })
      return Promise.resolve().then(() => takeProgram(path, openUpdate(path, keys), to))
    },
  }
}

/** Papers of every kind that are searched for their words. */
export async function papers(): Promise<Reader> {
  const paper = {
    title: '程序文件',
    subtitle: null,
    facts: [],
    blocks: [{ kind: 'paragraph' as const, text: '应当复核。' }],
    footer: '',
    watermark: null,
  }
  const pdf = await printPdf(paper, program)
  const docx = await printDocx(paper, program)
  const html = Buffer.from(
    '<!doctype html><html><head><style>a{}</style></head><body><p>文件&nbsp;&lt;1&gt;</p></body></html>',
  )
  return {
    name: 'papers',
    bases: [
      { name: 'paper.pdf', bytes: pdf, mutation: damaged },
      { name: 'small.pdf', bytes: smallPdf, mutation: anyOf(damaged, scribbled) },
      { name: 'paper.docx', bytes: docx, mutation: anyOf(damaged, repacked()) },
      { name: 'page.html', bytes: html, mutation: anyOf(damaged, scribbled) },
    ],
    read: (path, name) => Promise.all([readTextJob({ path } as never, heard), tracesOf(path, name)]),
  }
}
const smallPdf = Buffer.from(
  [
    '%PDF-1.4',
    '1 0 obj <</Type /Catalog /Pages 2 0 R>> endobj',
    '2 0 obj <</Type /Pages /Kids [3 0 R] /Count 1>> endobj',
    '3 0 obj <</Type /Page /Parent 2 0 R /Contents 4 0 R /Resources <</Font <</F1 5 0 R>>>>>> endobj',
    '4 0 obj <</Length 44>> stream',
    'BT /F1 12 Tf 72 720 Td (Hello \\(world\\)) Tj ET',
    'endstream endobj',
    '5 0 obj <</Type /Font /Subtype /Type1 /BaseFont /Helvetica>> endobj',
    '6 0 obj <</Producer (X) /CreationDate (D:20250101120000+08)>> endobj',
    'trailer <</Root 1 0 R /Info 6 0 R>>',
    '',
  ].join('\r\n'),
)
const tracesOf = (path: string, name: string) =>
  readTracesJob({ files: [{ sha256: '0'.repeat(64), name, path }] } as never, heard)

/** Pictures, for what they say of where they came from. */
export function pictures(): Reader {
  const exif = Buffer.from(
    '49492a000800000003003101020005000000320000003201020014000000370000006987040001000000' +
      '4b000000000000005374656c00323032353a30313a30312031323a30303a303000010003900200140000005d00000000000000323032353a30313a30312031323a30303a303000',
    'hex',
  )
  const length = Buffer.alloc(2)
  length.writeUInt16BE(exif.length + 8)
  const jpeg = Buffer.concat([
    Buffer.from('ffd8ffe1', 'hex'),
    length,
    Buffer.from('Exif\0\0', 'latin1'),
    exif,
    Buffer.from('ffd9', 'hex'),
  ])
  const png = readFileSync(join(program, 'resources/icons/tanbu.png')).subarray(0, 4096)
  return {
    name: 'pictures',
    bases: [
      { name: 'photo.jpg', bytes: jpeg, mutation: damaged },
      { name: 'scan.png', bytes: png, mutation: damaged },
    ],
    read: tracesOf,
  }
}
