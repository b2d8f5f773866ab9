import { readdir, readFile } from 'node:fs/promises'

import fc from 'fast-check'
import { writeXlsx } from 'hucre'
import { describe, expect, it } from 'vitest'

import { noChoice, readTable } from '#electron/activity/read-table'
import type { TableRow } from '#shared/activity/cell'
import { plainDecimal } from '#shared/activity/cell-number'
import { activityImportTexts } from '#shared/activity/import-texts'
import { proposal } from '#shared/activity/mapping'
import { preview } from '#shared/activity/preview'
import { type KnownParameter, previewResult } from '#shared/activity/preview-model'
import { proposeMapping } from '#shared/activity/propose'
import { conversion, Decimal } from '#shared/kernel/quantity'

import { plainFile, rowsOf, tableOf } from './import-fixtures.ts'

const power: KnownParameter = {
  id: 'power',
  name: '外购电量',
  aliases: [],
  unit: 'MWh',
  allowsNegative: false,
  typical: null,
}
const coal: KnownParameter = {
  id: 'coal',
  name: '耗煤量',
  aliases: [],
  unit: 't',
  allowsNegative: false,
  typical: null,
}

async function imported(path: string, name: string): Promise<readonly string[]> {
  const rows: TableRow[] = []
  for await (const row of readTable(path, name, noChoice)) rows.push(row)
  const { mapping } = proposeMapping(name, rows, [power, coal], { year: 2025 })
  if (mapping === null) return []
  const { readings, troubles } = preview(rows, mapping, [power, coal], { period: null, acceptRepairs: [] })
  return [
    ...readings.map(
      ({ parameter, from, inParameterUnit, cell }) =>
        `${parameter} ${from.slice(0, 7)} ${inParameterUnit} ${cell.split('!').at(-1)}`,
    ),
    ...troubles.map(({ severity, code, cell }) => `${severity} ${code} ${cell.split('!').at(-1)}`),
  ]
}

describe('from the file to the readings', () => {
  const expected = [
    'coal 2025-01 1234.5 B3',
    'power 2025-01 800 C3',
    'coal 2025-02 1300.25 B4',
    'power 2025-02 812.5 C4',
    'note activity.total-row A5',
  ]

  it('a workbook with a title, dates and numbers', async () => {
    const month = (at: number) => new Date(Date.UTC(2025, at, 1))
    const bytes = await writeXlsx({
      sheets: [
        {
          name: '2025',
          rows: [
            ['某厂月报'],
            ['月份', '耗煤量(t)', '外购电量(万kWh)'],
            [month(0), 1234.5, 80],
            [month(1), 1300.25, 81.25],
            ['合计', 2534.75, 161.25],
          ],
        },
      ],
    })
    expect(await imported(await plainFile('month.xlsx', Buffer.from(bytes)), 'month.xlsx')).toEqual(expected)
  })
  it('the same as text, in UTF-8 and UTF-16, by comma, tab and semicolon', async () => {
    const rows = [
      ['某厂月报'],
      ['月份', '耗煤量(t)', '外购电量(万kWh)'],
      ['2025年1月', '1234.5', '80'],
      ['2025年2月', '1300.25', '81.25'],
      ['合计', '', '161.25'],
    ]
    for (const delimiter of [',', '\t', ';'])
      for (const encoding of ['utf8', 'utf16le'] as const) {
        const text = `\ufeff${rows.map((row) => row.join(delimiter)).join('\r\n')}`
        expect(
          await imported(await plainFile('month.csv', Buffer.from(text, encoding)), 'month.csv'),
          `${delimiter} ${encoding}`,
        ).toEqual(expected)
      }
  })
})

describe('any table at all', () => {
  const words = fc.constantFrom(
    '月份',
    '1月',
    '2月',
    '2025-01',
    '2025-01-03',
    '煤',
    '耗煤量(t)',
    '外购电量',
    'MWh',
    '吨',
    '合计',
    '12.5',
    '1,234',
    '-5',
    '—',
    '约3',
    '数值',
    '单位',
    '',
  )
  const cell = fc.oneof(
    { weight: 6, arbitrary: words },
    { weight: 2, arbitrary: fc.double({ noNaN: true, noDefaultInfinity: true }) },
    { weight: 1, arbitrary: fc.string({ maxLength: 8 }) },
  )
  const table = fc.array(fc.array(cell, { maxLength: 6 }), { maxLength: 12 })

  it('comes to a valid mapping or none, to valid readings, and to counts that agree with what was told', () => {
    fc.assert(
      fc.property(table, (cells) => {
        const rows = tableOf(...cells)
        const { mapping: proposed } = proposal.parse(
          proposeMapping('表', rows, [power, coal], { year: 2025 }),
        )
        if (proposed === null) return
        const { readings, troubles, counts, duplicates } = previewResult.parse(
          preview(rows, proposed, [power, coal], { period: null, acceptRepairs: [] }),
        )
        expect(counts.readings).toBe(readings.length)
        expect(counts.duplicates).toBe(duplicates.length)
        expect(counts.errors).toBe(troubles.filter(({ severity }) => severity === 'error').length)
        expect(counts.warnings).toBe(troubles.filter(({ severity }) => severity === 'warning').length)
        expect(counts.rejectedRows + counts.leftOutRows).toBeLessThanOrEqual(counts.rows)
        for (const { code } of troubles) expect(Object.keys(activityImportTexts)).toContain(code)
        for (const { mantissa, scale, unit, parameter, inParameterUnit } of readings) {
          const own = parameter === 'power' ? power.unit : coal.unit
          expect(
            new Decimal(plainDecimal(mantissa, scale)).times(conversion(unit, own)).eq(inParameterUnit),
          ).toBe(true)
        }
      }),
      { numRuns: 400 },
    )
  })
  it('a row taken away takes away its own readings only', () => {
    const rows = tableOf(
      ['日期', '耗煤量(t)'],
      ...Array.from({ length: 12 }, (_, at) => [`2025-${String(at + 1).padStart(2, '0')}`, at + 1]),
    )
    const { mapping } = proposeMapping('表', rows, [power, coal], { year: 2025 })
    if (mapping === null) throw new Error('no mapping')
    const cellsOf = (from: readonly TableRow[]) =>
      preview(from, mapping, [power, coal], { period: null, acceptRepairs: [] }).readings.map(
        (reading) => reading.cell,
      )
    const all = cellsOf(rows)
    expect(all).toHaveLength(12)
    for (const row of rows.slice(1))
      expect(cellsOf(rows.filter((other) => other !== row))).toEqual(
        all.filter((at) => at !== `表!B${row.number}`),
      )
  })
})

describe('wording', () => {
  it('every code that reading a file can come to is worded in both languages, and none besides', async () => {
    const own = /^(cell|preview|propose|mapping|read-|xlsx-|zip-|file-|detect)/
    const sources: string[] = []
    for (const folder of ['shared/activity', 'electron/activity'])
      for (const file of await readdir(folder))
        if (own.test(file)) sources.push(await readFile(`${folder}/${file}`, 'utf8'))
    const used = new Set(
      sources.flatMap((source) =>
        [...source.matchAll(/'(activity\.[a-z-]+)'/g)].flatMap(([, code]) => code ?? []),
      ),
    )
    expect([...used].toSorted()).toEqual(Object.keys(activityImportTexts).toSorted())
    for (const { zh, en } of Object.values(activityImportTexts)) {
      expect(zh).toMatch(/[\u4e00-\u9fff]/)
      expect(en).not.toMatch(/[\u4e00-\u9fff]/)
      const facts = (text: string) => new Set([...text.matchAll(/\{(\w+)\}/g)].map(([, fact]) => fact))
      expect(facts(zh)).toEqual(facts(en))
    }
  })
  it('a refusal carries every fact that its wording names', async () => {
    for (const [name, content] of [
      ['a.pdf', '%PDF-1.4'],
      ['a.csv', '"open'],
      ['a.xlsx', 'PK'],
    ] as const) {
      const error: unknown = await rowsOf(await plainFile(name, content)).catch((thrown: unknown) => thrown)
      const { code, facts } = error as {
        code: keyof typeof activityImportTexts
        facts: Record<string, unknown>
      }
      for (const [, fact] of activityImportTexts[code].zh.matchAll(/\{(\w+)\}/g))
        expect(facts).toHaveProperty(fact ?? '')
    }
  })
})
