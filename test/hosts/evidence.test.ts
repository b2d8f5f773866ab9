import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { chmodSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'

import { sha256 } from '#electron/kernel/crypto'
import { evidencePath, putEvidence, verifyEvidence } from '#electron/kernel/evidence-store'
import {
  clearStaging,
  discardUpload,
  offerDownload,
  offeredDownload,
  stagedUpload,
  stageUpload,
} from '#electron/kernel/uploads'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tanbu-evidence-'))
  for (const part of ['evidence', 'staging', 'exports']) mkdirSync(join(folder, part))
})
afterEach(() => rmSync(folder, { recursive: true }))

const bodyOf = (...pieces: readonly string[]) =>
  new Blob([...pieces]).stream() as unknown as ReadableStream<Uint8Array>
const aFile = (content: string | Uint8Array) => {
  const path = join(folder, 'given')
  writeFileSync(path, content)
  return path
}

describe('the evidence store', () => {
  it('keeps a file under the hash of its content, whatever the content is', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 4000 }), (content) => {
        const stored = putEvidence(folder, aFile(content))
        expect(stored).toEqual({ sha256: sha256(Buffer.from(content)), size: content.length })
        expect(readFileSync(evidencePath(folder, stored.sha256)).equals(Buffer.from(content))).toBe(true)
      }),
      { numRuns: 30 },
    )
  })
  it('keeps the same file once, and leaves nothing half-made behind', () => {
    const first = putEvidence(folder, aFile('invoice'))
    expect(putEvidence(folder, aFile('invoice'))).toEqual(first)
    expect(readdirSync(join(folder, 'evidence'))).toEqual([first.sha256.slice(0, 2)])
    expect(readdirSync(join(folder, 'evidence', first.sha256.slice(0, 2)))).toEqual([first.sha256])
  })
  it('finds what is missing and what was altered, and nothing else', async () => {
    const whole = putEvidence(folder, aFile('whole'))
    const lost = putEvidence(folder, aFile('lost'))
    const bent = putEvidence(folder, aFile('bent'))
    rmSync(evidencePath(folder, lost.sha256))
    chmodSync(evidencePath(folder, bent.sha256), 0o600)
    writeFileSync(evidencePath(folder, bent.sha256), 'bend')
    const done: number[] = []
    const faults = await verifyEvidence(folder, [whole.sha256, lost.sha256, bent.sha256], (n) => done.push(n))
    expect(faults).toEqual([
      { sha256: lost.sha256, fault: 'missing' },
      { sha256: bent.sha256, fault: 'altered' },
    ])
    expect(done).toEqual([1, 2, 3])
  })
  it('mends an altered file when the good one is attached again', async () => {
    const { sha256: hash } = putEvidence(folder, aFile('bent'))
    chmodSync(evidencePath(folder, hash), 0o600)
    writeFileSync(evidencePath(folder, hash), 'bend')
    putEvidence(folder, aFile('bent'))
    expect(await verifyEvidence(folder, [hash])).toEqual([])
  })
  it('names no file outside the store', () => {
    expect(() => evidencePath(folder, '../../etc/passwd')).toThrow('SHA-256')
    expect(() => evidencePath(folder, 'A'.repeat(64))).toThrow('SHA-256')
  })
})

describe('uploads', () => {
  it('are there whole with name, type, size and hash', async () => {
    const id = await stageUpload(folder, { name: '电费.xlsx', type: 'x/y', body: bodyOf('ab', 'c') })
    const upload = stagedUpload(folder, id)
    expect(upload).toMatchObject({ name: '电费.xlsx', type: 'x/y', size: 3, sha256: sha256('abc') })
    expect(readFileSync(upload.path, 'utf8')).toBe('abc')
    discardUpload(folder, id)
    expect(readdirSync(join(folder, 'staging'))).toEqual([])
  })
  it('that are too large are refused while they come, and leave nothing', async () => {
    const staging = stageUpload(folder, { name: 'a', type: '', body: bodyOf('abc') }, 2)
    await expect(staging).rejects.toMatchObject({ code: 'kernel.upload-too-large' })
    expect(readdirSync(join(folder, 'staging'))).toEqual([])
  })
  it('that break off leave nothing', async () => {
    const body = new ReadableStream<Uint8Array>({
      start: (controller) => controller.enqueue(Buffer.from('half')),
      pull: (controller) => controller.error(new Error('the line broke')),
    })
    await expect(stageUpload(folder, { name: 'a', type: '', body })).rejects.toThrow('the line broke')
    expect(readdirSync(join(folder, 'staging'))).toEqual([])
  })
  it('never use their name as a path, and show it without tricks', async () => {
    const named = async (name: string) =>
      stagedUpload(folder, await stageUpload(folder, { name, type: '', body: bodyOf('x') })).name
    expect(await named('../../a/b.pdf')).toBe('b.pdf')
    expect(await named('C:\\Users\\x\\c.pdf')).toBe('c.pdf')
    expect(await named('d\u202Efdp.exe\n')).toBe('dfdp.exe')
    expect(await named('..')).toBe('..')
    expect(await named('\n')).toBe('file')
  })
  it('unknown or malicious ids are refused', () => {
    expect(() => stagedUpload(folder, 'abc')).toThrow('kernel.upload-gone')
    expect(() => stagedUpload(folder, '../store')).toThrow('kernel.upload-gone')
  })
  it('are cleared after a day', async () => {
    const old = await stageUpload(folder, { name: 'old', type: '', body: bodyOf('x') })
    const fresh = await stageUpload(folder, { name: 'new', type: '', body: bodyOf('x') })
    for (const end of ['', '.json']) utimesSync(join(folder, 'staging', old + end), 1, 1)
    clearStaging(folder, 1_000_000)
    expect(readdirSync(join(folder, 'staging')).toSorted()).toEqual([fresh, `${fresh}.json`].toSorted())
  })
})

it('a finished export can be fetched under its id only', () => {
  writeFileSync(join(folder, 'exports', 'report-1'), 'pdf')
  offerDownload(folder, 'report-1', { name: '报告.pdf', type: 'application/pdf', sha256: sha256('pdf') })
  expect(offeredDownload(folder, 'report-1')).toMatchObject({ name: '报告.pdf', size: 3 })
  expect(offeredDownload(folder, '../store')).toBeNull()
  expect(offeredDownload(folder, 'report-2')).toBeNull()
})
