import { readFile } from 'node:fs/promises'
import { Readable } from 'node:stream'

import { streamXlsxRows, writeXlsx, writeXlsxStream } from 'hucre'
import { describe, expect, it } from 'vitest'

import { inspectTable, readTable } from '#electron/activity/read-table'
import { usualLimits } from '#electron/activity/table-limits'

import {
  plainFile,
  rowsOf,
  shown,
  type SheetXml,
  workbook,
  workbookParts,
  zipFile,
} from './import-fixtures.ts'

const cell = (reference: string, value: string | number, attributes = '') =>
  `<c r="${reference}"${attributes}><v>${value}</v></c>`
const row = (number: number, cells: string, attributes = '') =>
  `<row r="${number}"${attributes}>${cells}</row>`
const sheet = (rows: string, more: Partial<SheetXml> = {}): SheetXml => ({ name: '煤耗', rows, ...more })

describe('what a sheet holds', () => {
  it('texts, shared, inline and rich, with escapes and without reading aids', async () => {
    const path = await workbook('texts.xlsx', {
      sheets: [
        sheet(
          row(
            1,
            `<c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="C1" t="inlineStr"><is><r><t>甲</t></r><r><t xml:space="preserve"> 乙</t></r></is></c><c r="D1" t="inlineStr"><is><t>1 &lt; 2 &amp; &#x6C34;</t></is></c>`,
          ),
        ),
      ],
      texts: [
        '<t>燃煤</t><rPh sb="0" eb="2"><t>ranmei</t></rPh>',
        '<r><t>一行_x000A_</t></r><r><t>二行</t></r>',
      ],
    })
    expect(await shown(path)).toEqual(['1: 燃煤 | 一行\n二行 | 甲 乙 | 1 < 2 & 水'])
  })

  it('numbers exactly as the shortest decimal of what is stored', async () => {
    const path = await workbook('numbers.xlsx', {
      formats: ['0.00%', '#,##0.00'],
      sheets: [
        sheet(
          row(
            1,
            cell('A1', '0.10000000000000001') +
              cell('B1', '0.30000000000000004') +
              cell('C1', '1E3') +
              cell('D1', '0.125', ' s="1"') +
              cell('E1', '1234.5', ' s="2"') +
              cell('F1', '1e999') +
              cell('G1', '123456789012345680'),
          ),
        ),
      ],
    })
    expect(await shown(path)).toEqual([
      '1: 0.1 | 0.30000000000000004 | 1000 | 12.5% | 1234.5 | 1e999 | 123456789012345680',
    ])
    expect((await rowsOf(path))[0]?.cells[0]?.raw).toBe('0.10000000000000001')
  })

  it('serial numbers with a date format are dates, in both calendars, and only then', async () => {
    const formats = ['yyyy-mm-dd', 'yyyy"年"m"月"', 'yyyy/m/d h:mm', 57, 14, '[h]:mm', 'mmm-yy']
    const days = row(
      1,
      cell('A1', 45658, ' s="1"') +
        cell('B1', 45658, ' s="2"') +
        cell('C1', 45658.5, ' s="3"') +
        cell('D1', 45658, ' s="4"') +
        cell('E1', 45658, ' s="5"') +
        cell('F1', 31, ' s="6"') +
        cell('G1', 45658, ' s="7"') +
        cell('H1', 45658),
    )
    const modern = await workbook('dates.xlsx', { formats, sheets: [sheet(days)] })
    expect(await shown(modern)).toEqual([
      '1: 2025-01-01 <date> | 2025-01 <date> | 2025-01-01 12:00 <date> | 2025-01 <date> | 2025-01-01 <date> | 744:00 <date> | 2025-01 <date> | 45658',
    ])
    const old = await workbook('dates-1904.xlsx', {
      formats,
      from1904: true,
      sheets: [sheet(row(1, cell('A1', 44196, ' s="1"')))],
    })
    expect(await shown(old)).toEqual(['1: 2025-01-01 <date>'])
  })

  it('formulas give their stored value, and say when none is stored', async () => {
    const path = await workbook('formulas.xlsx', {
      sheets: [
        sheet(
          row(
            1,
            '<c r="A1"><f>B1*2</f><v>84</v></c><c r="B1"><f>C1</f></c><c r="C1" t="str"><f>"a"</f><v>a</v></c><c r="D1" t="e"><f>1/0</f><v>#DIV/0!</v></c><c r="E1" t="e"><v>#N/A</v></c><c r="F1" t="b"><v>1</v></c><c r="G1" t="str"><f>""</f><v></v></c>',
          ),
        ),
      ],
    })
    expect(await shown(path)).toEqual([
      '1: 84 <formula:number> |  <formula:empty> | a <formula:text> | #DIV/0! <formula:error> | #N/A <error> | TRUE <boolean> |  <formula:text>',
    ])
    expect((await rowsOf(path))[0]?.cells[0]?.raw).toBe('=B1*2')
  })

  it('merged ranges carry their value into every cell and say so', async () => {
    const path = await workbook('merged.xlsx', {
      texts: ['<t>1号炉</t>', '<t>煤</t>', '<t>油</t>'],
      sheets: [
        sheet(
          row(1, '<c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c>' + cell('C1', 5)) +
            row(2, '<c r="B2" t="s"><v>2</v></c>' + cell('C2', 6) + '<c r="D2"/>') +
            row(3, cell('B3', 7)),
          {
            after:
              '<mergeCells count="2"><mergeCell ref="A1:A2"/><mergeCell ref="C2:D2"/></mergeCells><pageMargins left="1"/>',
          },
        ),
      ],
    })
    expect(await shown(path)).toEqual([
      '1: 1号炉 <A1:A2> | 煤 | 5',
      '2: 1号炉 <in A1:A2> | 油 | 6 <C2:D2> | 6 <in C2:D2>',
      '3:  | 7',
    ])
    // A sheet too large to be kept meanwhile is inflated once more, and reads the same.
    expect(await rowsOf(path, {}, { limits: { ...usualLimits, keptBytes: 0 } })).toEqual(await rowsOf(path))
  })

  it('hidden rows and hidden sheets are told', async () => {
    const path = await workbook('hidden.xlsx', {
      sheets: [
        sheet(row(1, cell('A1', 1)), { name: '参数', state: 'veryHidden' }),
        sheet(row(1, cell('A1', 2)) + row(2, cell('A2', 3), ' hidden="1"'), {
          name: '数据',
          before: '<dimension ref="A1:C9"/>',
        }),
        sheet('', { name: '旧', state: 'hidden' }),
      ],
    })
    expect(await shown(path)).toEqual(['1: 2', '2 hidden: 3'])
    expect(await shown(path, { sheet: '参数' })).toEqual(['1: 1'])
    expect(await shown(path, { sheet: '旧' })).toEqual([])
    const { sheets } = await inspectTable(path, 'hidden.xlsx')
    expect(sheets).toEqual([
      { name: '参数', visibility: 'very-hidden', rows: null, columns: null },
      { name: '数据', visibility: 'visible', rows: 9, columns: 3 },
      { name: '旧', visibility: 'hidden', rows: null, columns: null },
    ])
    await expect(rowsOf(path, { sheet: '没有' })).rejects.toMatchObject({ code: 'activity.sheet-unknown' })
  })

  it('cells and rows without references, prefixes before the names, and gaps', async () => {
    const parts = workbookParts({ sheets: [sheet('')] })
    parts['xl/worksheets/sheet1.xml'] =
      '\ufeff<x:worksheet xmlns:x="y"><!-- a > b --><x:sheetData><x:row><x:c><x:v>1</x:v></x:c><x:c t="inlineStr"><x:is><x:t><![CDATA[<b>]]></x:t></x:is></x:c></x:row><x:row r="9"><x:c r="AA9"><x:v>2</x:v></x:c></x:row></x:sheetData></x:worksheet>'
    const rows = await rowsOf(await zipFile('bare.xlsx', parts))
    expect(rows[0]?.cells.map(({ text }) => text)).toEqual(['1', '<b>'])
    expect(rows[1]).toMatchObject({ number: 9 })
    expect(rows[1]?.cells).toHaveLength(27)
  })

  it('a workbook of a common writer is read as it was written', async () => {
    const bytes = await writeXlsx({
      sheets: [
        {
          name: '2025',
          rows: [
            ['月份', '耗煤量(t)'],
            [new Date(Date.UTC(2025, 0, 1)), 1234.56],
            ['2025-02', 0.1 + 0.2],
          ],
        },
      ],
    })
    const path = await plainFile('written.xlsx', Buffer.from(bytes))
    expect(await shown(path)).toEqual([
      '1: 月份 | 耗煤量(t)',
      '2: 2025-01-01 <date> | 1234.56',
      '3: 2025-02 | 0.30000000000000004',
    ])
  })
})

describe('size', () => {
  it('100,000 rows are read with flat memory, cell for cell as the library reads them', async () => {
    const count = 100_000
    const rows = Array.from({ length: count }, (_, at) => [
      `2025-01-${String((at % 28) + 1).padStart(2, '0')}`,
      `参数${at % 7}`,
      at + 0.25,
      't',
    ])
    const path = await plainFile(
      'large.xlsx',
      Buffer.from(
        await new Response(writeXlsxStream(rows, { name: '大', inlineStrings: true })).arrayBuffer(),
      ),
    )

    let read = 0
    let peak = 0
    for await (const { cells } of readTable(path, 'large.xlsx')) {
      read += cells.length
      if (read % 40_000 === 0) peak = Math.max(peak, process.memoryUsage().heapUsed)
    }

    let theirs = 0
    for await (const { values } of streamXlsxRows(
      Readable.toWeb(Readable.from([await readFile(path)])) as ReadableStream<Uint8Array>,
    ))
      theirs += values.length

    expect(read).toBe(theirs)
    expect(peak).toBeLessThan(400 * 1024 * 1024)
  })
})
