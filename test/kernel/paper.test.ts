import { expect, it } from 'vitest'

import { type Column, laidOut, type Paper } from '#shared/kernel/paper'

const paper = (heading: string, caption: string, columns: readonly Column[]): Paper => ({
  title: 'Report',
  subtitle: null,
  facts: [],
  blocks: [
    { kind: 'heading', level: 1, text: heading },
    { kind: 'table', caption, columns, rows: [], totals: 0 },
  ],
  footer: '',
  watermark: null,
})
const column = (title: string, width: number): Column => ({ title, align: 'left', width })
const tableIn = ({ blocks }: Paper) => blocks.find((block) => block.kind === 'table')!

it('a table below a heading of the same words says them once; another caption stays', () => {
  const columns = [column('Clause', 1)]
  expect(tableIn(laidOut(paper('Scope', 'Scope', columns))).caption).toBe('')
  expect(tableIn(laidOut(paper('Scope', 'Places', columns))).caption).toBe('Places')
})

it('a column is as wide as the longest word at its head, and all still fill the line', () => {
  const narrow = [column('Clause', 20), column('Observations', 1), column('说明', 1)]
  const { columns } = tableIn(laidOut(paper('Coverage', 'By clause', narrow)))
  expect(columns[1]!.width).toBeGreaterThanOrEqual(12 / 92)
  expect(columns.reduce((sum, { width }) => sum + width, 0)).toBeCloseTo(1)
  const roomy = [column('Clause', 1), column('Note', 1)]
  expect(tableIn(laidOut(paper('Coverage', 'By clause', roomy))).columns).toBe(roomy)
})
