import { expect, it } from 'vitest'

import { choicesOf, firstView, type RecordColumn, rowsOf, toCsv } from '#renderer/ui/record-columns'

interface Meter {
  readonly name: string
  readonly place: string
  readonly amount: string
}
const columns: readonly RecordColumn<Meter>[] = [
  { key: 'name', title: '名称', text: ({ name }) => name },
  { key: 'place', title: '位置', text: ({ place }) => place, choices: true },
  { key: 'amount', title: '数量', text: ({ amount }) => amount, number: true, optional: true },
]
const meters: readonly Meter[] = [
  { name: '电表 10', place: '一厂', amount: '9' },
  { name: '电表 2', place: '二厂', amount: '10.5' },
  { name: 'Gas meter', place: '一厂', amount: '-3' },
]
const all = firstView(columns)
const names = (rows: readonly Meter[]) => rows.map(({ name }) => name)

it('optional columns are hidden until they are chosen', () => {
  expect(all.hidden).toEqual(['amount'])
})

it('every typed word must occur somewhere in the row, in whatever case', () => {
  expect(names(rowsOf(meters, columns, { ...all, search: 'GAS 一厂' }))).toEqual(['Gas meter'])
  expect(names(rowsOf(meters, columns, { ...all, search: '电表 三厂' }))).toEqual([])
})

it('a filter lets through the chosen texts only, an emptied one everything', () => {
  expect(names(rowsOf(meters, columns, { ...all, filters: { place: ['二厂'] } }))).toEqual(['电表 2'])
  expect(rowsOf(meters, columns, { ...all, filters: { place: [] } })).toHaveLength(3)
  expect(choicesOf(meters, columns[1]!)).toEqual(['二厂', '一厂'])
})

it('amounts are sorted by value, names with their numbers in order', () => {
  const sorted = (key: string, descending: boolean) =>
    rowsOf(meters, columns, { ...all, sort: { key, descending } })
  expect(sorted('amount', false).map(({ amount }) => amount)).toEqual(['-3', '9', '10.5'])
  expect(names(sorted('name', true)).filter((name) => name.startsWith('电'))).toEqual(['电表 10', '电表 2'])
})

it('a CSV file reads as what was on screen, and no cell of it runs as a formula', () => {
  const evil = { name: '=HYPERLINK("x")', place: '一厂, "旧"', amount: '-3' }
  expect(toCsv([evil], columns)).toBe('\uFEFF名称,位置,数量\r\n"\'=HYPERLINK(""x"")","一厂, ""旧""",-3\r\n')
})
