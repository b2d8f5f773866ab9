import fc from 'fast-check'
import { expect, it } from 'vitest'

import { proposeMapping } from '#shared/activity/propose'

import { tableOf } from './import-fixtures.ts'

const rowsOf = (months: readonly string[], cells: (index: number) => readonly string[]) =>
  months.map((month, index) => [month, ...cells(index)])
const headerOf = (rows: readonly (readonly string[])[]) =>
  proposeMapping('表', tableOf(...rows), [], { year: 2023 }).mapping?.header
const written = {
  '202301': (month: number) => `2023${String(month).padStart(2, '0')}`,
  '2023-01': (month: number) => `2023-${String(month).padStart(2, '0')}`,
  '2023年1月': (month: number) => `2023年${month}月`,
}

it('H1 in a text file, where every cell is a text, no row of data is taken for a second line of the heading', () => {
  const amount = fc.integer({ min: 0, max: 10 ** 7 }).map(String)
  const grouped = amount.map((text) => text.replaceAll(/\B(?=(\d{3})+$)/g, ','))
  fc.assert(
    fc.property(
      fc.constantFrom(...Object.values(written)),
      fc.array(fc.oneof(amount, grouped), { minLength: 12, maxLength: 12 }),
      fc.boolean(),
      (write, amounts, isCharged) => {
        const months = amounts.map((_, index) => write(index + 1))
        const heading = ['电费年月', '抄见电量(千瓦时)', ...(isCharged ? ['电费金额(元)'] : [])]
        const rows = rowsOf(months, (index) => [amounts[index] ?? '', ...(isCharged ? ['1,200.50'] : [])])
        expect(headerOf([heading, ...rows])).toEqual({ from: 1, to: 1 })
      },
    ),
  )
})

it('H2 months as bare numbers still head their columns, with quarters above them', () => {
  const numbers = Array.from({ length: 12 }, (_, index) => String(index + 1))
  const quarters = ['一季度', '', '', '二季度', '', '', '三季度', '', '', '四季度', '', '']
  const row = ['外购电力', '千瓦时', ...numbers.map((number) => `${number}00.5`)]
  expect(
    headerOf([['能源品种', '计量单位', ...quarters], ['', '', ...numbers.map((n) => `${n}月`)], row]),
  ).toEqual({
    from: 1,
    to: 2,
  })
})
