import { expect, it } from 'vitest'

import { filledDown, type GridCell, realChanges, reversed } from '#renderer/ui/grid-model'

const rows = ['coal', 'gas', 'power'].map((key) => ({ key, title: key }))
const columns = ['01', '02'].map((key) => ({ key, title: key }))
const cells: Readonly<Record<string, GridCell>> = {
  'coal/01': { text: '12.5' },
  'coal/02': { text: '13' },
  'power/01': { text: '7', readOnly: true },
}
const cellAt = (row: string, column: string) => cells[`${row}/${column}`] ?? { text: '' }
const said = (changes: readonly { row: string; column: string; text: string }[]) =>
  changes.map(({ row, column, text }) => `${row}/${column}=${text}`)

it('Ctrl D carries the top row down through the block and leaves what cannot be written', () => {
  const block = { top: 0, bottom: 2, left: 0, right: 1 }
  expect(said(filledDown(rows, columns, cellAt, block))).toEqual(['gas/01=12.5', 'gas/02=13', 'power/02=13'])
})

it('Ctrl D on a single cell takes the one above, and does nothing in the first row', () => {
  expect(said(filledDown(rows, columns, cellAt, { top: 1, bottom: 1, left: 1, right: 1 }))).toEqual([
    'gas/02=13',
  ])
  expect(filledDown(rows, columns, cellAt, { top: 0, bottom: 0, left: 0, right: 1 })).toEqual([])
})

it('a pasted block changes only what differs and can be written', () => {
  const pasted = [
    { row: 'coal', column: '01', text: '12.5' },
    { row: 'gas', column: '01', text: ' 8.25\r\n' },
    { row: 'power', column: '01', text: '99' },
  ]
  expect(said(realChanges(pasted, cellAt))).toEqual(['gas/01=8.25'])
})

it('what was changed can be taken back to the very text before', () => {
  const changes = [
    { row: 'coal', column: '02', text: '0' },
    { row: 'gas', column: '02', text: '1' },
  ]
  expect(said(reversed(changes, cellAt))).toEqual(['coal/02=13', 'gas/02='])
})
