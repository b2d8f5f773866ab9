import { describe, expect, it } from 'vitest'

import type { Cell, TableRow } from '#shared/activity/cell'
import type { Mapping, Proposal } from '#shared/activity/mapping'
import { preview } from '#shared/activity/preview'
import type { KnownParameter } from '#shared/activity/preview-model'
import { proposeMapping, withProfile } from '#shared/activity/propose'
import { matchNames } from '#shared/activity/propose-names'

import { tableOf } from './import-fixtures.ts'

const parameter = (
  id: string,
  name: string,
  unit: KnownParameter['unit'],
  ...aliases: string[]
): KnownParameter => ({
  id,
  name,
  aliases,
  unit,
  allowsNegative: false,
  typical: null,
})
const parameters = [
  parameter('coal', '燃煤消耗量', 't', '1号炉 / 耗煤量'),
  parameter('ncv', '燃煤低位发热量', 'GJ/t'),
  parameter('oil', '柴油消耗量', 't'),
  parameter('power', '外购电量', 'MWh', 'Purchased electricity'),
  parameter('heat', '供热量', 'GJ'),
]

function propose(rows: readonly TableRow[], sheet = '表1'): Proposal {
  return proposeMapping(sheet, rows, parameters, { year: 2025 })
}
/** The readings that a table comes to when its proposal is taken as it is. */
function readingsOf(rows: readonly TableRow[], sheet = '表1'): readonly string[] {
  const { mapping } = propose(rows, sheet)
  if (mapping === null) return ['no mapping']
  return preview(rows, mapping, parameters, { period: null, acceptRepairs: [] }).readings.map(
    (reading) =>
      `${reading.parameter} ${reading.precision === 'month' ? reading.from.slice(0, 7) : reading.from} ${reading.inParameterUnit}`,
  )
}
const openCodes = ({ open }: Proposal) => open.map(({ code }) => code.replace('activity.', ''))
const merged = (text: string, range: string, first: boolean): Cell => ({
  kind: 'text',
  holds: 'text',
  text,
  raw: text,
  merged: { range, first },
})

describe('tables that plants have', () => {
  it('a year under a title: names, units and twelve months', () => {
    const months = Array.from({ length: 12 }, (_, at) => `${at + 1}月`)
    const rows = tableOf(
      ['2024年度能源消费统计表', ...Array.from({ length: 14 }, () => '2024年度能源消费统计表')],
      ['填报单位：某热电厂'],
      ['序号', '项目', '计量单位', ...months, '合计'],
      [1, '燃煤用量', '吨', ...months.map((_, at) => 1000 + at), 12_066],
      [2, '外购电', '万千瓦时', ...months.map((_, at) => 80 + at), 1026],
      ['', '合计', '', ...months.map(() => 1), 12],
    )
    const proposal = propose(rows)
    expect(proposal.mapping).toMatchObject({
      layout: 'wide-months',
      header: { from: 3, to: 3 },
      names: [1],
      unit: { column: 2 },
      year: 2024,
    })
    expect(proposal.mapping?.layout === 'wide-months' && proposal.mapping.months).toHaveLength(12)
    const readings = readingsOf(rows)
    expect(readings).toHaveLength(24)
    expect(readings).toContain('coal 2024-12 1011')
    expect(readings).toContain('power 2024-01 800')
    expect(openCodes(proposal)).toEqual(['year-open'])
  })

  it('months down and parameters across, units in the headings', () => {
    const rows = tableOf(
      ['月份', '燃煤消耗量(t)', '外购电量（万kWh）', '供热量/GJ', '备注'],
      ['2025-01', 1000, 80, 5000, '检修'],
      ['2025-02', 1100.5, 81, 5100],
    )
    const proposal = propose(rows)
    expect(proposal.mapping).toMatchObject({
      layout: 'wide-parameters',
      period: { column: 0, precision: 'month' },
      values: [
        { column: 1, parameter: 'coal', unit: 't' },
        { column: 2, parameter: 'power', unit: '10^4 kWh' },
        { column: 3, parameter: 'heat', unit: 'GJ' },
      ],
      note: 4,
    })
    expect(proposal.open).toEqual([])
    expect(readingsOf(rows)).toEqual([
      'coal 2025-01 1000',
      'power 2025-01 800',
      'heat 2025-01 5000',
      'coal 2025-02 1100.5',
      'power 2025-02 810',
      'heat 2025-02 5100',
    ])
  })

  it('units in a row of their own below the headings', () => {
    const rows = tableOf(
      ['日期', '燃煤消耗量', '供热量'],
      [null, 't', 'GJ'],
      ['2025-01-01', 30, 200],
      ['2025-01-02', 31, 210],
    )
    expect(propose(rows).mapping).toMatchObject({
      layout: 'wide-parameters',
      header: { from: 1, to: 2 },
      period: { precision: 'day' },
    })
    expect(readingsOf(rows)).toEqual([
      'coal 2025-01-01 30',
      'heat 2025-01-01 200',
      'coal 2025-01-02 31',
      'heat 2025-01-02 210',
    ])
  })

  it('a group of columns above the headings', () => {
    const rows = tableOf(
      [
        merged('月份', 'A1:A2', true),
        merged('1号炉', 'B1:C1', true),
        merged('1号炉', 'B1:C1', false),
        merged('全厂', 'D1:D1', true),
      ],
      [merged('月份', 'A1:A2', false), '耗煤量(t)', '柴油消耗量(t)', '外购电量(MWh)'],
      ['1月', 10, 20, 30],
      ['2月', 11, 21, 31],
    )
    expect(propose(rows).mapping).toMatchObject({ layout: 'wide-parameters', header: { from: 1, to: 2 } })
    expect(readingsOf(rows)).toEqual(
      expect.arrayContaining(['coal 2025-01 10', 'oil 2025-02 21', 'power 2025-02 31']),
    )
  })

  it('years above their months', () => {
    const group = (year: string, range: string) => [0, 1, 2].map((at) => merged(year, range, at === 0))
    const rows = tableOf(
      ['项目', ...group('2024年', 'B1:D1'), ...group('2025年', 'E1:G1')],
      [null, '1月', '2月', '3月', '1月', '2月', '3月'],
      ['外购电量(MWh)', 1, 2, 3, 4, 5, 6],
    )
    expect(readingsOf(rows)).toEqual([
      'power 2024-01 1',
      'power 2024-02 2',
      'power 2024-03 3',
      'power 2025-01 4',
      'power 2025-02 5',
      'power 2025-03 6',
    ])
    expect(openCodes(propose(rows))).toEqual([])
  })

  it('a ledger of deliveries', () => {
    const rows = tableOf(
      ['序号', '入厂日期', '物料名称', '净重(t)', '磅单号', '备注'],
      [1, '2025/1/3', '燃煤消耗量', 31.25, 'P001', null],
      [2, '2025/1/3', '柴油消耗量', 2.5, 'P002', '补录'],
    )
    expect(propose(rows).mapping).toMatchObject({
      layout: 'long',
      names: [2],
      period: { column: 1, precision: 'day' },
      value: 3,
      unit: { column: null, fixed: 't' },
      evidence: 4,
      note: 5,
    })
    expect(readingsOf(rows)).toEqual(['coal 2025-01-03 31.25', 'oil 2025-01-03 2.5'])
  })

  it('a long list with place, name and unit', () => {
    const rows = tableOf(
      ['月份', '机组', '参数', '数值', '单位'],
      ['2025-01', '1号炉', '耗煤量', '1,000', 't'],
      ['2025-01', '1号炉', '未知指标', 3, 't'],
    )
    const proposal = propose(rows)
    expect(proposal.mapping).toMatchObject({
      layout: 'long',
      names: [1, 2],
      parameters: { '1号炉 / 耗煤量': 'coal' },
    })
    expect(openCodes(proposal)).toEqual(['names-open'])
    expect(readingsOf(rows)).toEqual(['coal 2025-01 1000'])
  })

  it('English headings', () => {
    const rows = tableOf(
      ['Month', 'Purchased electricity (MWh)', 'Notes'],
      ['Jan 2025', 800, ''],
      ['Feb 2025', 810, ''],
    )
    expect(readingsOf(rows)).toEqual(['power 2025-01 800', 'power 2025-02 810'])
  })

  it('one amount a month, whose parameter nobody named', () => {
    const proposal = propose(tableOf(['月份', '用量'], ['2025-01', 800], ['2025-02', 810]))
    expect(proposal.mapping).toMatchObject({ layout: 'long', parameter: null, names: [] })
    expect(openCodes(proposal)).toEqual(['names-open', 'units-open'])
  })

  it('months written as the first of the month are months', () => {
    const rows = tableOf(['日期', '供热量(GJ)'], ['2025-01-01', 800], ['2025-02-01', 810])
    expect(propose(rows).mapping).toMatchObject({ period: { precision: 'month' } })
  })

  it('numbers with a decimal comma', () => {
    const rows = tableOf(
      ['月份', '供热量(GJ)', '外购电量(MWh)'],
      ['2025-01', '1.234,5', '1,234'],
      ['2025-02', '800,5', '2,345'],
    )
    expect(propose(rows).mapping?.decimalMark).toBe('comma')
    expect(readingsOf(rows)).toEqual([
      'heat 2025-01 1234.5',
      'power 2025-01 1.234',
      'heat 2025-02 800.5',
      'power 2025-02 2.345',
    ])
  })

  it('the name of the sheet tells the year, hidden rows are told', () => {
    const rows = tableOf(['月份', '供热量(GJ)'], ['1月', 800], ['2月', 810]).map((row) => ({
      ...row,
      hidden: row.number === 3,
    }))
    const proposal = propose(rows, '2023年')
    expect(proposal.mapping?.year).toBe(2023)
    expect(openCodes(proposal)).toEqual(['year-open', 'hidden-rows'])
  })

  it('what is no table is said to be none', () => {
    for (const rows of [[], tableOf(['一封信']), tableOf(['甲', '乙'], ['丙', '丁'])]) {
      expect(propose(rows).mapping).toBeNull()
      expect(openCodes(propose(rows))).toEqual(['no-table-found'])
    }
  })
})

describe('names', () => {
  const matched = (...names: string[]) => matchNames(names, parameters).map(({ parameter: id }) => id)
  it('are recognised by what they have in common', () => {
    expect(matched('燃煤消耗量', '燃煤用量(t)', '供热量', '没有的')).toEqual([null, null, 'heat', null])
    expect(matched('燃煤用量(t)')).toEqual(['coal'])
    expect(matched('Purchased Electricity')).toEqual(['power'])
    expect(matched('燃煤低位发热量(GJ/t)')).toEqual(['ncv'])
  })
  it('a unit that cannot be speaks against a parameter', () => {
    expect(matched('燃煤消耗量(GJ/t)')).toEqual([null])
  })
  it('what is uncertain is offered, best first', () => {
    const [match] = matchNames(['电量'], parameters)
    expect(match).toMatchObject({ parameter: 'power' })
    const [heat] = matchNames(['热量'], parameters)
    expect(heat?.candidates[0]?.parameter).toBe('heat')
  })
})

describe('a mapping that is remembered', () => {
  const january = tableOf(['月份', '1炉煤', '电'], ['2025-01', 10, 20])
  const learned: Mapping = {
    ...(propose(january).mapping as Extract<Mapping, { layout: 'wide-parameters' }>),
    values: [
      { column: 1, parameter: 'coal', unit: 't' },
      { column: 2, parameter: 'power', unit: '10^4 kWh' },
    ],
  }
  const profile = { name: '月报', fingerprint: propose(january).fingerprint, mapping: learned }

  it('maps the next month’s file by itself, wherever its heading stands', () => {
    const february = tableOf(['2026年月报'], ['月份', '1炉煤', '电'], ['2026-02', 11, 21])
    const proposal = withProfile(profile, propose(february), february)
    expect(proposal.open).toEqual([])
    expect(proposal.mapping).toMatchObject({ header: { from: 2, to: 2 }, year: 2026, values: learned.values })
  })
  it('and the next year’s, whose months are others', () => {
    const rows = (year: number) => tableOf(['项目', `${year}年1月`, `${year}年2月`], ['煤炭', 1, 2])
    const known = propose(rows(2025))
    const mapping: Mapping = {
      ...(known.mapping as Extract<Mapping, { layout: 'wide-months' }>),
      parameters: { 煤炭: 'coal' },
      unit: { column: null, fixed: 't' },
    }
    const next = withProfile(
      { name: '年表', fingerprint: known.fingerprint, mapping },
      propose(rows(2026)),
      rows(2026),
    )
    expect(next.mapping).toMatchObject({
      parameters: { 煤炭: 'coal' },
      months: [{ month: '2026-01' }, { month: '2026-02' }],
    })
    expect(next.open).toEqual([])
  })
  it('is not forced upon a file with another heading', () => {
    const other = tableOf(['月份', '电', '1炉煤'], ['2026-02', 11, 21])
    expect(withProfile(profile, propose(other), other)).toEqual(propose(other))
  })
})
