import { createHash } from 'node:crypto'

import { writeXlsx } from 'hucre'
import { describe, expect, it } from 'vitest'

import { inspectTable, noChoice, readTable } from '#electron/activity/read-table'
import { usualLimits } from '#electron/activity/table-limits'
import type { ReadChoice } from '#shared/activity/table-file'

import { plainFile, rowsOf, shown } from './import-fixtures.ts'

/** `月份,耗煤量` in GBK, as Excel on a Chinese Windows writes it. */
const gbk = Buffer.from('d4c2b7dd2cbac4c3bac1bf0a3230323520d4c22c31320a', 'hex')

async function assumed(content: string | Buffer, choice: Partial<ReadChoice> = {}) {
  const { assumed: told } = await inspectTable(await plainFile('a.csv', content), 'a.csv', {
    ...noChoice,
    ...choice,
  })
  return told && `${told.encoding} ${told.delimiter === '\t' ? 'tab' : told.delimiter} ${told.certainty}`
}

describe('encodings', () => {
  it('GBK is read, and said to be a guess', async () => {
    expect(await shown(await plainFile('gbk.csv', gbk))).toEqual(['1: 月份 | 耗煤量', '2: 2025 月 | 12'])
    expect(await assumed(gbk)).toBe('gb18030 , guessed')
  })
  it('four-byte characters of GB18030 too', async () => {
    expect(await shown(await plainFile('gb.csv', Buffer.from('8139ef30', 'hex')))).toEqual(['1: 㐁'])
  })
  it('UTF-8 with and without a mark, the mark is no part of the first heading', async () => {
    expect(await assumed('月份,量\n1,2\n')).toBe('utf-8 , proved')
    expect(await assumed('\ufeff月份,量\n')).toBe('utf-8 , marked')
    expect(await shown(await plainFile('bom.csv', '\ufeff月份,量\n'))).toEqual(['1: 月份 | 量'])
  })
  it('UTF-16 with a mark, as “Unicode text” is saved, and without one', async () => {
    const text = '月份\t量\r\n2025-01\t12\r\n'
    const little = Buffer.from(`\ufeff${text}`, 'utf16le')
    const big = Buffer.from(little).swap16()
    for (const [bytes, told] of [
      [little, 'utf-16le tab marked'],
      [big, 'utf-16be tab marked'],
      [Buffer.from(text, 'utf16le'), 'utf-16le tab guessed'],
    ] as const) {
      expect(await assumed(bytes)).toBe(told)
      expect(await shown(await plainFile('wide.txt', bytes))).toEqual(['1: 月份 | 量', '2: 2025-01 | 12'])
    }
  })
  it('a first Chinese word late in the file still decides, wherever a chunk ends', async () => {
    const filler = 'a,1\n'.repeat(16_384)
    for (const shift of ['', 'x', 'xy']) {
      const late = Buffer.concat([Buffer.from(filler.slice(shift.length + 1) + shift), gbk])
      expect(await assumed(late)).toBe('gb18030 , guessed')
      expect((await shown(await plainFile('late.csv', late))).at(-2)).toContain('耗煤量')
    }
  })
  it('a choice of the person goes before what was assumed; one that cannot be is refused', async () => {
    const path = await plainFile('choice.csv', gbk)
    await expect(rowsOf(path, { encoding: 'utf-8' })).rejects.toMatchObject({
      code: 'activity.encoding-wrong',
    })
    expect(await assumed('a;b,c\n', { delimiter: ';' })).toBe('utf-8 ; proved')
    const neither = Buffer.from([0x61, 0x2c, 0xff, 0xff, 0xff, 0x0a])
    await expect(rowsOf(await plainFile('neither.csv', neither))).rejects.toMatchObject({
      code: 'activity.encoding-unknown',
    })
  })
})

describe('delimiters and quotes', () => {
  it.each([
    ['a,b\n1,2\n', 'utf-8 , proved'],
    ['a;b\n1,5;2,5\n3,5;4,5\n', 'utf-8 ; proved'],
    ['a\tb\n1,234\t2\n', 'utf-8 tab proved'],
    ['a|b\n1|2\n', 'utf-8 | proved'],
    ['"x;y;z",b\n"p;q",2\n', 'utf-8 , proved'],
    ['sep=;\na;b\n', 'utf-8 ; proved'],
    ['one column\n1\n', 'utf-8 , proved'],
  ])('%j', async (text, told) => {
    expect(await assumed(text)).toBe(told)
  })
  it('quotes, line breaks inside them, empty lines and ragged rows', async () => {
    const path = await plainFile(
      'quotes.csv',
      'a,"b ""x""",c\r\n\r\n"two\nlines",2\r\n1,,\r\n,,9,"",\r\n="00123", 5 \r\n',
    )
    expect(await shown(path)).toEqual([
      '1: a | b "x" | c',
      '3: two\nlines | 2',
      '4: 1',
      '5:  |  | 9',
      '6: 00123 | 5',
    ])
  })
  it('a quote that is never closed is refused, not swallowed', async () => {
    const path = await plainFile('open.csv', `a,b\n"1,2\n${'3,4\n'.repeat(100)}`)
    await expect(rowsOf(path)).rejects.toMatchObject({ code: 'activity.quote-not-closed', facts: { row: 2 } })
    const long = await plainFile('long.csv', `a,b\n"1,2\n${'3,4\n'.repeat(500_000)}`)
    await expect(rowsOf(long)).rejects.toMatchObject({ code: 'activity.quote-not-closed' })
  })
  it('limits hold for text files as well', async () => {
    const path = await plainFile('rows.csv', '1,2,3\n'.repeat(10))
    await expect(rowsOf(path, {}, { limits: { ...usualLimits, rows: 9 } })).rejects.toMatchObject({
      code: 'activity.too-many-rows',
      facts: { limit: 9 },
    })
    await expect(rowsOf(path, {}, { limits: { ...usualLimits, columns: 2 } })).rejects.toMatchObject({
      code: 'activity.too-many-columns',
    })
  })
})

describe('the file itself', () => {
  it('its digest is the SHA-256 of its bytes, for both kinds', async () => {
    const bytes = Buffer.from(await writeXlsx({ sheets: [{ name: 'a', rows: [[1]] }] }))
    for (const [name, content] of [
      ['a.csv', gbk],
      ['a.xlsx', bytes],
    ] as const) {
      const file = await inspectTable(await plainFile(name, content), name)
      expect(file.digest).toBe(createHash('sha256').update(content).digest('hex'))
      expect(file.bytes).toBe(content.length)
    }
  })
  it('a text file counts as one sheet of its own name', async () => {
    const file = await inspectTable(await plainFile('2025 煤耗.csv', gbk), '2025 煤耗.csv')
    expect(file.sheets).toEqual([{ name: '2025 煤耗', visibility: 'visible', rows: null, columns: null }])
  })
  it('reading and inspecting stop when they are told to', async () => {
    const path = await plainFile('long-one.csv', '1,2,3\n'.repeat(100_000))
    const leaving = new AbortController()
    const rows = readTable(path, 'long-one.csv', noChoice, { signal: leaving.signal })
    await rows.next()
    leaving.abort()
    await expect(rows.next()).rejects.toThrow()
    await expect(inspectTable(path, 'long-one.csv', noChoice, { signal: leaving.signal })).rejects.toThrow()
  })
  it('100,000 rows of text come one after the other', async () => {
    const path = await plainFile('large.csv', '2025-01-01,煤,12.5,t\n'.repeat(100_000))
    let count = 0
    for await (const { number } of readTable(path, 'large.csv')) count = number
    expect(count).toBe(100_000)
  })
})
