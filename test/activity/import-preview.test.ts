import { describe, expect, it } from 'vitest'

import type { Cell } from '#shared/activity/cell'
import type { Mapping } from '#shared/activity/mapping'
import { preview } from '#shared/activity/preview'

import { tableOf } from './import-fixtures.ts'
import {
  comesTo,
  head,
  long,
  mergedCell,
  parameters,
  troublesOf,
  wideMonths,
  wideParameters,
} from './import-mappings.ts'

describe('one reading per row', () => {
  it('takes single deliveries, months, notes and evidence, each with its place', () => {
    const rows = tableOf(
      head,
      ['2025-01-03', '煤', 120.5, '吨', '皮带秤', 'A-1'],
      ['2025-02', '电', '812,000', 'kWh', null, null],
      ['2025-01-03', '水', 7, '吨'],
    )
    const { readings } = preview(rows, long, parameters, { period: null, acceptRepairs: [] })
    expect(readings[0]).toEqual({
      parameter: 'coal',
      from: '2025-01-03',
      to: '2025-01-04',
      precision: 'day',
      text: '120.5',
      unit: 't',
      mantissa: '1205',
      scale: 1,
      inParameterUnit: '120.5',
      cell: '表1!C2',
      row: 2,
      note: '皮带秤',
      evidence: 'A-1',
      repaired: null,
    })
    expect(comesTo(long, rows)).toMatchObject({
      readings: ['coal 2025-01-03 120.5 from t at 表1!C2', 'power 2025-02 812 from kWh at 表1!C3'],
      counts: { rows: 3, readings: 2, leftOutRows: 1, errors: 0 },
    })
  })

  it('tells every trouble of a row, not only the first', () => {
    const rows = tableOf(
      head,
      ['1月31', '没听过', '约12', '箱'],
      ['2025-13', '煤', '-5', 't'],
      [null, '煤', 5, 't'],
      ['2025-01', null, 5, 't'],
    )
    expect(troublesOf(long, rows)).toEqual([
      'error B2 parameter-unknown',
      'error C2 text-in-number -> 12',
      'error C3 negative',
      'error A3 no-such-date',
      'error A4 period-missing',
      'error B5 name-missing',
    ])
    expect(comesTo(long, rows).counts).toMatchObject({ rows: 4, rejectedRows: 4, readings: 0, errors: 6 })
  })

  it('missing is counted and is not zero', () => {
    const rows = tableOf(
      head,
      ['2025-01', '煤', '-', 't'],
      ['2025-02', '煤', null, 't'],
      ['2025-03', '煤', '无', 't'],
      ['2025-04', '煤', 0, 't'],
    )
    expect(comesTo(long, rows)).toMatchObject({
      readings: ['coal 2025-04 0 from t at 表1!C5'],
      troubles: [],
      counts: { missing: 3 },
    })
  })

  it('units: unknown, missing, not convertible, in the cell, and named by the person', () => {
    const rows = tableOf(
      head,
      ['2025-01', '煤', 9000, '袋'],
      ['2025-02', '煤', 9000, null],
      ['2025-03', '煤', 9000, 'kWh'],
      ['2025-04', '煤', '9000000 kg', 't'],
    )
    expect(troublesOf(long, rows)).toEqual([
      'error D2 unit-unknown',
      'error C3 unit-missing -> 9000 t',
      'error C4 unit-mismatch',
      'note C5 unit-in-cell',
    ])
    expect(comesTo({ ...long, units: { 袋: 't' } }, rows).readings[0]).toBe(
      'coal 2025-01 9000 from t at 表1!C2',
    )
    expect(comesTo(long, rows).readings).toEqual(['coal 2025-04 9000 from kg at 表1!C5'])
  })

  it('totals, repeated headings and blank rows are left out and said', () => {
    const rows = tableOf(
      head,
      ['2025-01', '煤', 9000, 't'],
      ['合计', null, 9000],
      [...head],
      [null, '小计', 9000],
      [null, null, null],
      [null, null, null, null, '填表人：张三'],
    )
    expect(troublesOf(long, rows)).toEqual([
      'note A3 total-row',
      'note A4 heading-again',
      'note B5 total-row',
    ])
    expect(comesTo(long, rows).counts).toMatchObject({
      rows: 5,
      leftOutRows: 3,
      readings: 1,
      rejectedRows: 0,
    })
  })

  it('hidden rows are left out or read, and said in both cases', () => {
    const rows = tableOf(head, ['2025-01', '煤', 9000, 't']).map((row) => ({
      ...row,
      hidden: row.number === 2,
    }))
    expect(comesTo(long, rows)).toMatchObject({ readings: [], troubles: ['note A2 hidden-row-left-out'] })
    expect(comesTo({ ...long, hiddenRows: 'read' }, rows)).toMatchObject({
      readings: [expect.anything()],
      troubles: ['warning A2 hidden-row-read'],
    })
  })

  it('a last row ends the table', () => {
    const rows = tableOf(head, ['2025-01', '煤', 9000, 't'], ['编制', '煤', '审核', 't'])
    expect(troublesOf(long, rows)).toEqual(['error C3 not-a-number', 'error A3 not-a-period'])
    expect(troublesOf({ ...long, lastRow: 2 }, rows)).toEqual([])
  })
})

describe('months across, parameters down', () => {
  const rows = tableOf(
    ['项目', '单位', '1月', '2月', '3月'],
    ['耗煤量(t)', null, 9000, 9100.5, null],
    ['外购电量', '万千瓦时', 80, '—', '８１'],
    ['合计', null, 1, 2, 3],
    ['未知', null, null, null, null],
  )
  it('reads each month with the unit of column or name', () => {
    expect(comesTo(wideMonths, rows)).toMatchObject({
      readings: [
        'coal 2025-01 9000 from t at 表1!C2',
        'coal 2025-02 9100.5 from t at 表1!D2',
        'power 2025-01 800 from 10^4 kWh at 表1!C3',
        'power 2025-03 810 from 10^4 kWh at 表1!E3',
      ],
      troubles: ['note E3 full-width', 'note A4 total-row'],
      counts: { missing: 5, readings: 4, rows: 4 },
    })
  })
  it('a merged amount over several months is refused', () => {
    const merged = tableOf(
      ['项目', '单位', '1月', '2月', '3月'],
      [
        '耗煤量(t)',
        null,
        mergedCell('27000', 'C2:E2', true),
        mergedCell('27000', 'C2:E2', false),
        mergedCell('27000', 'C2:E2', false),
      ],
    )
    expect(troublesOf(wideMonths, merged)).toEqual([
      'error C2 merged-number',
      'error D2 merged-number',
      'error E2 merged-number',
    ])
  })
  it('a row that is merely drawn two rows high is read once', () => {
    const name = (first: boolean): Cell => ({
      ...mergedCell('耗煤量(t)', 'A2:A3', first),
      kind: 'text',
      holds: 'text',
    })
    const high = tableOf(
      ['项目', '单位', '1月'],
      [name(true), null, mergedCell('9000', 'C2:C3', true)],
      [name(false), null, mergedCell('9000', 'C2:C3', false)],
    )
    expect(comesTo({ ...wideMonths, months: [{ column: 2, month: '2025-01' }] }, high)).toMatchObject({
      readings: ['coal 2025-01 9000 from t at 表1!C2'],
      troubles: [],
    })
    const summed = tableOf(
      ['项目', '单位', '1月'],
      ['耗煤量(t)', null, mergedCell('9000', 'C2:C3', true)],
      ['外购电量', 'MWh', mergedCell('9000', 'C2:C3', false)],
    )
    expect(troublesOf({ ...wideMonths, months: [{ column: 2, month: '2025-01' }] }, summed)).toEqual([
      'error C2 merged-number',
      'error C3 merged-number',
    ])
  })
})

describe('months down, parameters across', () => {
  it('reads each column with its unit, the heading’s where none is set', () => {
    const rows = tableOf(
      ['月份', '煤', '电量（万千瓦时）'],
      ['1月', 9000, 80],
      ['2月', '9,100', 81],
      ['一季度', 1, 2],
    )
    expect(comesTo(wideParameters, rows)).toMatchObject({
      readings: [
        'coal 2025-01 9000 from t at 表1!B2',
        'power 2025-01 800 from 10^4 kWh at 表1!C2',
        'coal 2025-02 9100 from t at 表1!B3',
        'power 2025-02 810 from 10^4 kWh at 表1!C3',
      ],
      troubles: ['warning B3 comma-as-thousands', 'error A4 period-too-long', 'error A4 period-too-long'],
    })
  })
  it('a column without a parameter is told once, at its heading', () => {
    const open: Mapping = { ...wideParameters, values: [{ column: 1, parameter: null, unit: 't' }] }
    expect(troublesOf(open, tableOf(['月份', '煤'], ['1月', 1], ['2月', 2]))).toEqual([
      'error B1 column-unassigned',
    ])
  })
})
