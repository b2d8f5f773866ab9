import { describe, expect, it } from 'vitest'

import { drawnCell, expectationOf, gridColumns, stateOf, whyFixed } from '#renderer/activity/entry-cells'
import {
  cellsByKey,
  emptyEntry,
  type EntryDraft,
  pathOfCell,
  submissionOf,
  withoutCells,
  withTyped,
} from '#renderer/activity/entry-draft'
import { withRepair } from '#renderer/activity/import-draft'
import { monthStates } from '#renderer/activity/month-state'
import { standingOf } from '#renderer/activity/reading-words'
import type { GridCell, GridRow } from '#shared/activity/contract'
import type { Reading } from '#shared/activity/model'
import { endOf, monthsOf } from '#shared/kernel/period'
import type { Parameter } from '#shared/monitoring/model'
import { parameterLike } from '#test/monitoring/support'

const parameter = {
  id: 'p1',
  seq: 1,
  changedBy: null,
  changedAt: '2026-01-01T00:00:00.000Z',
  ...parameterLike({ id: 's1', node: 'n1' } as never, { bandLow: '900', bandHigh: '1500' }),
} as unknown as Parameter

const act = { id: 'a1', kind: 'submit', by: null, at: '2026-02-01T00:00:00.000Z', reason: null, alone: false }
function reading(facts: Partial<Reading>): Reading {
  return {
    id: 'r1',
    from: '2026-01-01',
    to: '2026-02-01',
    month: '2026-01',
    text: '1,200.5',
    value: '1200.5',
    unit: 'MWh',
    state: 'submitted',
    live: true,
    ended: null,
    entered: act,
    ...facts,
  } as Reading
}
function cell(month: string, facts: Partial<GridCell> = {}): GridCell {
  return {
    month,
    count: 0,
    reading: null,
    value: null,
    states: [],
    unproven: 0,
    lastYear: null,
    returned: null,
    findings: [],
    isSealed: false,
    ...facts,
  }
}
const recorded = (month: string, value: string, facts: Partial<GridCell> = {}) =>
  cell(month, {
    count: 1,
    value,
    states: ['submitted'],
    reading: reading({ month, from: `${month}-01`, to: endOf(month), value }),
    ...facts,
  })
const row = (...cells: readonly GridCell[]): GridRow => ({
  parameter,
  source: null,
  expected: null,
  meter: null,
  lapses: [],
  cells: [...cells],
})
/** Words as their codes with the facts, so that what is said can be seen. */
const say = Object.assign((code: string) => code, {
  of: ({ code }: { readonly code: string }) => code,
  language: 'zh',
}) as never

const january = row(recorded('2026-01', '1200.5'), cell('2026-02'), cell('2026-03'))
const cells = cellsByKey([january])
const typed = (column: string, text: string, before: EntryDraft = emptyEntry) =>
  withTyped(before, [{ row: 'p1', column, text }], cells)

describe('what is typed', () => {
  it('is a draft with the very text that was typed', () => {
    expect(typed('2026-02', '１ 240,5').cells).toEqual({
      'p1/2026-02': { text: '１ 240,5', unit: null, note: '' },
    })
  })
  it('is no draft any more when it is what is recorded, or empty', () => {
    const changed = typed('2026-01', '1300')
    expect(typed('2026-01', '1200.5', changed).cells).toEqual({})
    expect(typed('2026-01', '', changed).cells).toEqual({})
  })
  it('begins a correction in the unit of what it corrects, and keeps a unit chosen since', () => {
    const corrected = typed('2026-01', '1300')
    expect(corrected.cells['p1/2026-01']?.unit).toBe('MWh')
    const chosen = {
      ...corrected,
      cells: { 'p1/2026-01': { text: '1300', unit: 'kWh' as const, note: 'n' } },
    }
    expect(typed('2026-01', '1301', chosen).cells['p1/2026-01']).toEqual({
      text: '1301',
      unit: 'kWh',
      note: 'n',
    })
  })
  it('of a cell that the grid does not have changes nothing', () => {
    expect(typed('2031-01', '5')).toEqual(emptyEntry)
  })
  it('leaves reason and files behind only with its last cell', () => {
    const draft = { ...typed('2026-03', '3', typed('2026-02', '2')), reason: 'why' }
    expect(withoutCells(draft, ['p1/2026-02']).reason).toBe('why')
    expect(withoutCells(draft, ['p1/2026-02', 'p1/2026-03'])).toEqual(emptyEntry)
  })
})

describe('what is submitted', () => {
  it('is a new value where there is none and a correction where there is one', () => {
    const draft = typed('2026-01', '1300', typed('2026-02', '1250 MWh'))
    const { values, corrections } = submissionOf(draft, Object.keys(draft.cells), cells)
    expect(values.map(({ value }) => [value.text, value.from, value.to])).toEqual([
      ['1250 MWh', '2026-02-01', '2026-03-01'],
    ])
    expect(corrections.map(({ key, reading: id }) => [key, id])).toEqual([['p1/2026-01', 'r1']])
  })
  it('is a correction of what was sent back', () => {
    const back = cellsByKey([row(cell('2026-02', { returned: reading({ id: 'r9' as Reading['id'] }) }))])
    const draft = withTyped(emptyEntry, [{ row: 'p1', column: '2026-02', text: '7' }], back)
    expect(submissionOf(draft, ['p1/2026-02'], back).corrections[0]?.reading).toBe('r9')
  })
  it('leaves out what cannot be read', () => {
    expect(submissionOf(typed('2026-02', '1.240.500'), [], cells).values).toEqual([])
  })
})

describe('a cell', () => {
  const view =
    (draft: EntryDraft, of = cells) =>
    (key: string) =>
      drawnCell(key, { cells: of, draft, mayEnter: true, say })
  it('shows the number grouped and is edited plain', () => {
    expect(view(emptyEntry)('p1/2026-01')).toMatchObject({ text: '1200.5', shown: '1,200.5' })
  })
  it('shows last year in grey, else the usual range', () => {
    const of = cellsByKey([row(cell('2026-01', { lastYear: '1100' }), cell('2026-02'))])
    expect(view(emptyEntry, of)('p1/2026-01').grey).toBe('1,100')
    expect(view(emptyEntry, of)('p1/2026-02').grey).toBe('900–1,500')
  })
  it('keeps bad text with its reason, and asks about a unit that is likely wrong', () => {
    const texts = (draft: EntryDraft) => view(draft)('p1/2026-02').findings?.map(({ text }) => text)
    expect(view(typed('2026-02', '1.240.500'))('p1/2026-02').text).toBe('1.240.500')
    expect(texts(typed('2026-02', '1.240.500'))).toEqual(['activity.two-readings'])
    expect(texts(typed('2026-02', '1180000'))).toContain('activity.entry.unit-doubted')
    expect(texts(typed('2026-02', '1180'))).toEqual(['activity.entry.read-as'])
  })
  it.each([
    ['sealed', recorded('2026-01', '1', { isSealed: true })],
    ['several', cell('2026-01', { count: 31, value: '5', states: ['submitted'] })],
    ['part', recorded('2026-01', '1', { reading: reading({ to: '2026-01-02' }) })],
    ['part', cell('2026-01', { returned: reading({ to: '2026-01-02', live: false }) })],
    ['outside', cell('2024-01')],
    [null, cell('2026-01')],
  ] as const)('is fixed as %s', (why, of) => {
    expect(whyFixed({ row: row(of), cell: of }, true)).toBe(why)
  })
  it('of a parameter that is asked for once a year is not typed into by month', () => {
    const yearly = { ...row(cell('2026-01')), parameter: { ...parameter, frequency: 'year' as const } }
    expect(whyFixed({ row: yearly, cell: cell('2026-01') }, true)).toBe('coarser')
    expect(whyFixed({ row: yearly, cell: cell('2026') }, true)).toBe(null)
  })
  it('cannot be typed into without the permission', () => {
    expect(whyFixed({ row: january, cell: cell('2026-02') }, false)).toBe('no-permission')
  })
  it.each([
    ['draft', recorded('2026-01', '1'), true],
    ['submitted', cell('2026-01', { count: 2, states: ['approved', 'submitted'] }), false],
    ['sealed', recorded('2026-01', '1', { isSealed: true }), false],
    ['returned', cell('2026-01', { returned: reading({}) }), false],
    ['empty', cell('2026-01'), false],
  ] as const)('is %s', (state, of, isDraft) => {
    expect(stateOf(of, isDraft)).toBe(state)
  })
})

describe('what a month is compared with', () => {
  const year = row(
    ...monthsOf(2026).map((month) => cell(month, { lastYear: month === '2026-12' ? '990' : null })),
  )
  const known = cellsByKey([year])
  it('is what is typed for the month before', () => {
    const draft = withTyped(emptyEntry, [{ row: 'p1', column: '2026-01', text: '1200000 kWh' }], known)
    expect(expectationOf(year, cell('2026-02'), known, draft).previous).toBe('1200')
  })
  it('is December of last year for January', () => {
    expect(expectationOf(year, cell('2026-01'), known, emptyEntry).previous).toBe('990')
  })
})

it('the whole year has a column only where something is asked for once a year', () => {
  expect(gridColumns([january], 2026, say)).toHaveLength(12)
  expect(gridColumns([row(cell('2026'))], 2026, say).map(({ key }) => key)[0]).toBe('2026')
})

it('a cell is led to in its own facility and year', () => {
  expect(pathOfCell('p1/2025-03', 'f1')).toBe('/activity?cell=p1%2F2025-03&year=2025&facility=f1')
})

it.each([
  ['submitted', reading({})],
  ['corrected', reading({ live: false, ended: { ...act, kind: 'correct' } as Reading['ended'] })],
  ['withdrawn', reading({ live: false, ended: { ...act, kind: 'withdraw' } as Reading['ended'] })],
  ['undone', reading({ live: false, ended: { ...act, kind: 'undo' } as Reading['ended'] })],
  ['returned', reading({ live: false, ended: { ...act, kind: 'return' } as Reading['ended'] })],
  ['withdrawal', reading({ live: false, text: null })],
] as const)('a reading is %s', (standing, of) => {
  expect(standingOf(of)).toBe(standing)
})

it('a month is blocked by what blocks the report, and closed by its seal alone', () => {
  const missing = { severity: 'blocks-report', code: 'x', where: 'y', facts: {} } as const
  const stateOfMonth = monthStates(
    [
      row(
        recorded('2026-01', '1'),
        cell('2026-02', { findings: [missing] }),
        cell('2026-03'),
        recorded('2026-04', '1'),
      ),
    ],
    new Set(['2026-04']),
  )
  expect(
    monthsOf(2026)
      .slice(0, 4)
      .map((month) => stateOfMonth(month).kind),
  ).toEqual(['ready', 'blocked', 'empty', 'sealed'])
})

it('a repair of a whole kind takes the place of those of single cells, and is left again', () => {
  const one = withRepair([], 'activity.float-noise A!B2', true)
  const all = withRepair(one, 'activity.float-noise', true)
  expect([one, all, withRepair(all, 'activity.float-noise', false)]).toEqual([
    ['activity.float-noise A!B2'],
    ['activity.float-noise'],
    [],
  ])
})
