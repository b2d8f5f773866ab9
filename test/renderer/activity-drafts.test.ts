import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { readLine } from '#shared/activity/day-lines'
import { enterableUnits, readDraft } from '#shared/activity/draft-cell'
import type { Mapping } from '#shared/activity/mapping'
import {
  layouts,
  namesInSample,
  roleOfColumn,
  rolesOf,
  withLayout,
  withRole,
} from '#shared/activity/mapping-roles'
import { isConvertible } from '#shared/kernel/units'
import type { Parameter } from '#shared/monitoring/model'
import { parameterLike } from '#test/monitoring/support'

const parameter = {
  id: 'p1',
  seq: 1,
  ...parameterLike({ id: 's1', node: 'n1' } as never),
} as unknown as Parameter
const nothing = { previous: null, lastYear: null }
const read = (
  text: string,
  expectation: Parameters<typeof readDraft>[3] = nothing,
  unit: 'kWh' | 't' | null = null,
) => {
  const found = readDraft(parameter, '2026-02', { text, unit }, expectation)
  if (found.kind === 'trouble') return found.trouble.code
  const doubts = found.doubts.map(({ code }) => code.replace('activity.', '')).join(' ')
  return [`${found.value} ${found.unit} = ${found.inParameterUnit}`, doubts, found.likelyUnit]
    .filter(Boolean)
    .join('; ')
}

describe('a draft is read as the store will read it', () => {
  it.each([
    ['1 240,5', '1240.5 MWh = 1240.5'],
    ['１２４０．５', '1240.5 MWh = 1240.5'],
    ['1240500 kWh', '1240500 kWh = 1240.5'],
    ['1.240.500', 'activity.two-readings'],
    ['abc', 'activity.not-a-number'],
    ['-5', 'activity.negative'],
    ['—', 'activity.nothing-entered'],
    ['12 t', 'activity.unit-mismatch'],
  ])('“%s” is %s', (text, outcome) => {
    expect(read(text)).toBe(outcome)
  })
  it('a unit in the text goes before the chosen one', () => {
    expect(read('5', nothing, 'kWh')).toBe('5 kWh = 0.005')
    expect(read('5 MWh', nothing, 'kWh')).toBe('5 MWh = 5')
  })
  it('kWh typed for MWh are asked about, with the unit in which they would be usual', () => {
    expect(read('1180000', { previous: '1200', lastYear: null })).toBe(
      '1180000 MWh = 1180000; thousandfold; kWh',
    )
    expect(read('1180', { previous: '1200', lastYear: null })).toBe('1180 MWh = 1180')
    expect(read('3000', { previous: '1200', lastYear: null })).toBe('3000 MWh = 3000; jump')
  })
  it('whatever is typed, it is read or told why not, and never throws', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 30 }), (text) =>
        ['value', 'trouble'].includes(
          readDraft(parameter, '2026-02', { text, unit: null }, { previous: '1', lastYear: '2' }).kind,
        ),
      ),
    )
  })
})

it('every unit that is offered converts into the parameter’s own', () => {
  expect(enterableUnits('GJ/t')).toEqual(expect.arrayContaining(['GJ/t', 'kJ/t', 'TJ/t']))
  expect(enterableUnits('MWh').every((unit) => isConvertible(unit, 'MWh'))).toBe(true)
})

describe('a line of days', () => {
  const line = (date: string, value: string, unit = '', note = '') => {
    const found = readLine(parameter, '2026-02', { date, value, unit, note })
    if (found.kind === 'value')
      return `${found.value.from}–${found.value.to} ${found.value.text} ${found.value.unit}`
    return found.kind === 'trouble' ? `${found.column} ${found.trouble.code}` : found.kind
  }
  it.each([
    [['3', '12.5'], '2026-02-03–2026-02-04 12.5 MWh'],
    [['2026/2/28', '1,200', '度'], '2026-02-28–2026-03-01 1,200 kWh'],
    [['2月5日', '1'], '2026-02-05–2026-02-06 1 MWh'],
    [['30', '1'], 'date activity.no-such-date'],
    [['2026-03-01', '1'], 'date activity.line.other-month'],
    [['2026-02', '1'], 'date activity.line.other-month'],
    [['', '1'], 'date activity.line.no-date'],
    [['1', 'x'], 'value activity.not-a-number'],
    [['1', '1', '斤'], 'unit activity.line.unknown-unit'],
    [['1', ' '], 'empty'],
  ] as const)('%j is %s', ([date, value, unit], outcome) => {
    expect(line(date, value, unit)).toBe(outcome)
  })
})

describe('the columns of a file', () => {
  const long: Mapping = {
    layout: 'long',
    sheet: 'S',
    header: { from: 1, to: 1 },
    lastRow: null,
    year: 2026,
    parameters: {},
    units: {},
    decimalMark: 'point',
    hiddenRows: 'leave-out',
    names: [0],
    parameter: null,
    period: { column: 1, precision: 'month' },
    value: 2,
    unit: { column: null, fixed: null },
    note: null,
    evidence: null,
  }
  it('a role that one column can have moves to where it is put', () => {
    const moved = withRole(long, 5, 'value')
    expect([roleOfColumn(moved, 5), roleOfColumn(moved, 2)]).toEqual(['value', 'ignore'])
  })
  it('a month stands over one column only', () => {
    const months = withRole(withRole(withLayout(long, 'wide-months'), 3, '2026-01'), 4, '2026-01')
    expect(months).toMatchObject({ months: [{ column: 4, month: '2026-01' }] })
  })
  it('a column has the role it was given, in every layout', () => {
    for (const layout of layouts)
      for (const role of rolesOf(layout))
        expect(roleOfColumn(withRole(withLayout(long, layout), 7, role), 7)).toBe(role)
  })
  it('another layout keeps sheet, heading, year and names', () => {
    expect(withLayout({ ...long, parameters: { 煤: 'p1' } }, 'wide-months')).toMatchObject({
      layout: 'wide-months',
      sheet: 'S',
      year: 2026,
      names: [0],
      parameters: { 煤: 'p1' },
    })
  })
  it('names are those below the heading', () => {
    const sample = [
      { row: 1, cells: ['名称'] },
      { row: 2, cells: ['煤'] },
      { row: 3, cells: ['电'] },
      { row: 4, cells: ['煤'] },
    ]
    expect(namesInSample(sample, long)).toEqual(['煤', '电'])
  })
})
