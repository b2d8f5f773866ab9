import { readFile, rm } from 'node:fs/promises'

import fc from 'fast-check'
import { writeXlsx } from 'hucre'
import { describe, expect, it } from 'vitest'

import { inspectTable, readTable } from '#electron/activity/read-table'
import { usualLimits } from '#electron/activity/table-limits'
import { Refusal } from '#shared/kernel/refusal'

import { plainFile, rowsOf, type SheetXml, workbook, workbookParts, zipFile } from './import-fixtures.ts'

const cell = (reference: string, value: string | number, attributes = '') =>
  `<c r="${reference}"${attributes}><v>${value}</v></c>`
const row = (number: number, cells: string, attributes = '') =>
  `<row r="${number}"${attributes}>${cells}</row>`
const sheet = (rows: string, more: Partial<SheetXml> = {}): SheetXml => ({ name: '煤耗', rows, ...more })

/** The code of the refusal that reading a file ends in. */
async function refusal(path: string, limits: Partial<typeof usualLimits> = {}): Promise<string> {
  const options = { limits: { ...usualLimits, ...limits } }
  const codes = await Promise.all(
    [rowsOf(path, {}, options), inspectTable(path, path.split('/').at(-1) ?? '', undefined, options)].map(
      (work) =>
        work.then(
          () => 'read',
          (error: unknown) => (error instanceof Refusal ? error.code : `not worded: ${String(error)}`),
        ),
    ),
  )
  return codes[0] === 'read' ? (codes[1] ?? '') : (codes[0] ?? '')
}

describe('what is not read', () => {
  const fine = { sheets: [sheet(row(1, cell('A1', 1)))] }

  it('a bomb is refused by its directory alone, before anything is inflated', async () => {
    const parts: Record<string, string | Buffer> = workbookParts(fine)
    parts['xl/worksheets/sheet1.xml'] = Buffer.alloc(64 * 1024 * 1024, ' ')
    const path = await zipFile('bomb.xlsx', parts)
    expect((await readFile(path)).length).toBeLessThan(100_000)
    expect(await refusal(path)).toBe('activity.zip-bomb')
  })
  it('many entries, one large entry and a large sum are refused each', async () => {
    const path = await workbook('many.xlsx', fine)
    expect(await refusal(path, { zipEntries: 3 })).toBe('activity.zip-bomb')
    expect(await refusal(path, { entryBytes: 200 })).toBe('activity.zip-bomb')
    expect(await refusal(path, { totalBytes: 900 })).toBe('activity.zip-bomb')
    expect(await refusal(path)).toBe('read')
  })
  it('a directory that lies about sizes ends the reading', async () => {
    const path = await workbook('forged.xlsx', {
      sheets: [sheet(row(1, cell('A1', 1).repeat(1)) + row(2, cell('A2', 2)))],
    })
    const bytes = await readFile(path)
    const at = bytes.lastIndexOf('xl/worksheets/sheet1.xml') - 46
    expect(bytes.readUInt32LE(at)).toBe(0x02014b50)
    bytes.writeUInt32LE(20, at + 24)
    expect(await refusal(await plainFile('forged.xlsx', bytes))).toBe('activity.file-broken')
  })
  it('names that lead out of the archive are refused', async () => {
    const path = await workbook('slip.xlsx', fine)
    const bytes = await readFile(path)
    const [from, to] = ['xl/sharedStrings.xml', '../../../../evil.xml']
    const slipped = Buffer.from(bytes.toString('latin1').replaceAll(from, to), 'latin1')
    expect(await refusal(await plainFile('slip.xlsx', slipped))).toBe('activity.file-unsafe')
  })
  it('a workbook encrypted with a password is told from an old one', async () => {
    const encrypted = await writeXlsx({
      sheets: [{ name: 'a', rows: [[1]] }],
      encryption: { password: 'x', spinCount: 1 },
    } as Parameters<typeof writeXlsx>[0])
    expect(await refusal(await plainFile('secret.xlsx', Buffer.from(encrypted)))).toBe(
      'activity.file-encrypted',
    )
    const header = Buffer.from('d0cf11e0a1b11ae1', 'hex')
    expect(await refusal(await plainFile('bare-header.xlsx', header))).toBe('activity.file-encrypted')
    expect(await refusal(await plainFile('old.xls', header))).toBe('activity.file-old-format')
    expect(await refusal(await plainFile('letter.doc', header))).toBe('activity.file-not-a-table')
  })
  it('an entry encrypted by the zip itself is refused', async () => {
    const bytes = await readFile(await workbook('zipcrypt.xlsx', fine))
    for (let at = bytes.indexOf('PK\u0001\u0002'); at >= 0; at = bytes.indexOf('PK\u0001\u0002', at + 4))
      bytes[at + 8] = bytes[at + 8]! | 1
    expect(await refusal(await plainFile('zipcrypt.xlsx', bytes))).toBe('activity.file-encrypted')
  })
  it('a file cut off anywhere is refused, never half read', async () => {
    const bytes = await readFile(await workbook('whole.xlsx', fine))
    for (let length = 4; length < bytes.length; length += 97)
      expect(await refusal(await plainFile('cut.xlsx', bytes.subarray(0, length))), String(length)).toBe(
        'activity.file-broken',
      )
  })
  it('a sheet that is torn, malformed or has a document type is refused', async () => {
    const parts = workbookParts(fine)
    const cut = parts['xl/worksheets/sheet1.xml'] ?? ''
    for (const xml of [
      cut.slice(0, -20),
      cut.replace('</row>', ''),
      `<!DOCTYPE x [<!ENTITY a "aa">]>${cut}`,
      cut.replace('r="A1"', 'r="1A"'),
    ])
      expect(
        await refusal(await zipFile('torn.xlsx', { ...parts, 'xl/worksheets/sheet1.xml': xml })),
        xml,
      ).toBe('activity.file-broken')
  })
  it('a single flipped bit in the sheet is noticed, though it is well-formed', async () => {
    const stored = await readFile(await workbook('bit.xlsx', fine, { compress: false }))
    const at = stored.indexOf('<v>1</v>')
    stored[at + 3] = '9'.charCodeAt(0)
    expect(await refusal(await plainFile('bit.xlsx', stored))).toBe('activity.file-broken')
  })
  it('whatever happens to the bytes of a workbook, it is read or refused in words', async () => {
    const whole = await readFile(await workbook('fuzz.xlsx', { ...fine, texts: ['<t>煤</t>'] }))
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.nat(whole.length - 1), fc.nat(255)), { minLength: 1, maxLength: 4 }),
        async (changes) => {
          const bytes = Buffer.from(whole)
          for (const [at, byte] of changes) bytes[at] = byte
          expect(await refusal(await plainFile('fuzz.xlsx', bytes))).toMatch(/^(read$|activity\.)/)
        },
      ),
      { numRuns: 150 },
    )
  })
  it('whatever bytes a text file has, it is read or refused in words', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ minLength: 1, maxLength: 200 }), async (bytes) => {
        expect(await refusal(await plainFile('fuzz.csv', Buffer.from(bytes)))).toMatch(/^(read$|activity\.)/)
      }),
      { numRuns: 150 },
    )
  })
  it('a part that is missing is noticed', async () => {
    const parts: Record<string, string> = workbookParts(fine)
    const { 'xl/workbook.xml': _, ...rest } = parts
    expect(await refusal(await zipFile('no-workbook.xlsx', rest))).toBe('activity.file-other-format')
    const { 'xl/worksheets/sheet1.xml': __, ...noSheet } = parts
    expect(await refusal(await zipFile('no-sheet.xlsx', noSheet))).toBe('activity.file-broken')
    expect(await refusal(await zipFile('other.zip', { 'a.txt': 'a' }))).toBe('activity.file-other-format')
  })
  it('too many rows, too many columns and too large a file are refused with the limit', async () => {
    const path = await workbook('rows.xlsx', {
      sheets: [sheet([1, 2, 3].map((at) => row(at, cell(`C${at}`, at))).join(''))],
    })
    expect(await refusal(path, { rows: 2 })).toBe('activity.too-many-rows')
    expect(await refusal(path, { columns: 2 })).toBe('activity.too-many-columns')
    expect(await refusal(path, { fileBytes: 100 })).toBe('activity.file-too-large')
    expect(await refusal(path, { rows: 3, columns: 3 })).toBe('read')
    const beyond = await workbook('beyond.xlsx', { sheets: [sheet(row(1_048_577, cell('A1048577', 1)))] })
    expect(await refusal(beyond)).toBe('activity.file-broken')
  })
  it('what is no spreadsheet is named as such', async () => {
    expect(await refusal(await plainFile('a.pdf', '%PDF-1.7 …'))).toBe('activity.file-not-a-table')
    expect(
      await refusal(await plainFile('a.png', Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'))),
    ).toBe('activity.file-not-a-table')
    expect(
      await refusal(await plainFile('report.xls', '<html><table><tr><td>1</td></tr></table></html>')),
    ).toBe('activity.file-other-format')
    expect(await refusal(await plainFile('empty.xlsx', ''))).toBe('activity.file-empty')
  })
  it('a file that vanishes, before or while it is read, is told', async () => {
    expect(await refusal('/nowhere/at/all.xlsx')).toBe('activity.file-vanished')
    const path = await plainFile('vanishing.csv', 'a,b\n'.repeat(200_000))
    const rows = readTable(path, 'vanishing.csv')
    await rows.next()
    await rm(path)
    await rows.return(undefined)
    expect(await refusal(path)).toBe('activity.file-vanished')
  })
})
