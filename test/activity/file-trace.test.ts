import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { deflateSync } from 'node:zlib'

import { writeXlsx } from 'hucre'
import { afterAll, beforeAll, expect, it } from 'vitest'

import { traceOf } from '#electron/activity/file-trace'

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'tanbu-trace-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const trace = (content: string | Buffer) => {
  const path = join(folder, 'paper')
  writeFileSync(path, content)
  return traceOf(path, 'paper')
}
const silent = { madeAt: null, editedAt: null, program: null, author: null }

/** A little-endian EXIF block with Software, DateTime and, in its inner directory, DateTimeOriginal. */
function exif(program: string, edited: string, made: string): Buffer {
  const texts = [program, edited, made].map((text) => Buffer.from(`${text}\0`))
  const inner = 8 + 2 + 3 * 12 + 4
  const places = texts.reduce<number[]>(
    (found, _text, at) => [...found, at === 0 ? inner + 2 + 12 + 4 : found[at - 1]! + texts[at - 1]!.length],
    [],
  )
  const entry = (tag: number, type: number, count: number, value: number) => {
    const bytes = Buffer.alloc(12)
    bytes.writeUInt16LE(tag, 0)
    bytes.writeUInt16LE(type, 2)
    bytes.writeUInt32LE(count, 4)
    bytes.writeUInt32LE(value, 8)
    return bytes
  }
  const text = (tag: number, at: number) => entry(tag, 2, texts[at]!.length, places[at]!)
  const head = Buffer.from([0x49, 0x49, 0x2a, 0, 8, 0, 0, 0, 3, 0])
  return Buffer.concat([
    head,
    text(0x0131, 0),
    text(0x0132, 1),
    entry(0x8769, 4, 1, inner),
    Buffer.alloc(4),
    Buffer.from([1, 0]),
    text(0x9003, 2),
    Buffer.alloc(4),
    ...texts,
  ])
}
function jpeg(block: Buffer): Buffer {
  const size = Buffer.alloc(2)
  size.writeUInt16BE(block.length + 8)
  return Buffer.concat([
    Buffer.from([0xff, 0xd8, 0xff, 0xe1]),
    size,
    Buffer.from('Exif\0\0', 'latin1'),
    block,
    Buffer.from([0xff, 0xda, 0, 2]),
  ])
}

it('T1 a photograph says when it was taken, when it was changed, and by which program', async () => {
  const block = exif('Adobe Photoshop 25.0', '2025:06:01 10:00:00', '2025:02:03 08:15:00')
  expect(await trace(jpeg(block))).toEqual({
    madeAt: '2025-02-03T08:15:00',
    editedAt: '2025-06-01T10:00:00',
    program: 'Adobe Photoshop 25.0',
    author: null,
  })
})

it('T2 a PDF says so in its dictionary, plain or packed, in Latin or in UTF-16', async () => {
  const info = "<</CreationDate(D:20250203081500+08'00')/ModDate(D:20250601100000+08'00')/Producer(iText 7)>>"
  const said = {
    madeAt: '2025-02-03T08:15:00+08:00',
    editedAt: '2025-06-01T10:00:00+08:00',
    program: 'iText 7',
    author: null,
  }
  expect(await trace(`%PDF-1.4\n1 0 obj${info}endobj`)).toEqual(said)
  const packed = deflateSync(info)
  const streams = Buffer.concat([
    Buffer.from('%PDF-1.5\n1 0 obj<</Type/ObjStm/Filter/FlateDecode>>stream\n'),
    packed,
    Buffer.from('\nendstream endobj'),
  ])
  expect(await trace(streams)).toEqual(said)
  const utf16 = `feff${Buffer.from('福昕编辑器', 'utf16le').swap16().toString('hex')}`
  expect((await trace(`%PDF-1.4\n<</Producer<${utf16}>>>`)).program).toBe('福昕编辑器')
})

it('T3 a workbook says when it was saved and by whom', async () => {
  const bytes = await writeXlsx({
    properties: {
      creator: '李工',
      created: new Date('2025-02-01T00:00:00Z'),
      modified: new Date('2025-03-01T00:00:00Z'),
    },
    sheets: [{ name: '台账', rows: [['1']] }],
  })
  expect(await trace(Buffer.from(bytes))).toMatchObject({
    madeAt: expect.stringContaining('2025-02-01') as string,
    editedAt: expect.stringContaining('2025-03-01') as string,
  })
})

it('T4 what is broken, hostile or of another kind says nothing, and stops nothing', async () => {
  const block = exif('Scanner 3000', '2025:06:01 10:00:00', '2025:02:03 08:15:00')
  const outside = Buffer.from(block)
  outside.writeUInt32LE(0xffffff, 10 + 8)
  for (const content of [
    '',
    'plain text',
    Buffer.from('PK\u0003\u0004 not a zip', 'latin1'),
    Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe1, 0xff]), Buffer.alloc(3)]),
    jpeg(block.subarray(0, 20)),
    jpeg(outside),
    Buffer.concat([Buffer.from('\u0089PNG\r\n\u001a\n', 'latin1'), Buffer.alloc(20, 0xff)]),
    '%PDF-1.5 /ObjStm stream\nrubbish endstream',
  ])
    expect(await trace(content)).toEqual(silent)
})

it('T5 a clock that was never set is no date', async () => {
  const block = exif('Canon', '0000:00:00 00:00:00', '0000:00:00 00:00:00')
  expect(await trace(jpeg(block))).toEqual({ ...silent, program: 'Canon' })
})
