import { expect, it } from 'vitest'

import { account } from '#shared/accounting/engine'
import { viewsOf } from '#shared/accounting/views'

import { june, source, value } from './inventories.ts'
import { library } from './library.ts'

/** Emission that is known as it is, outside the plant. */
function outside(id: string, amount: string, isoCategory: number, scope3Category?: number) {
  const classed = scope3Category === undefined ? {} : { scope3Category }
  return source('stated', {
    id,
    name: id,
    category: 'other-indirect',
    isoCategory,
    scope: 3,
    gas: 'CO2e',
    ...classed,
    amount: value(amount, 'tCO2e'),
  })
}
/** The rows of a view as `key kind total`. */
function rows(view: 'ghg-protocol' | 'iso-14064-1', ...sources: Parameters<typeof june>[0][number][]) {
  const document = june(sources)
  const found = viewsOf(document, account(document, library), library).find(({ name }) => name === view)
  return found!.rows.map(({ key, kind, cells }) => {
    const total = cells.get('total')
    return `${key} ${kind} ${total?.state === 'complete' ? total.figure.value.toFixed() : '—'}`
  })
}

it('each category of scope 3 has a line of its own, what is not classed another, and all of them a sum', () => {
  const plant = [
    outside('coal bought', '120', 4, 3),
    outside('rail', '40', 3, 4),
    outside('lorries', '5', 3, 4),
    outside('other', '1', 6),
  ]
  expect(rows('ghg-protocol', ...plant).filter((row) => row.startsWith('scope-3'))).toEqual([
    'scope-3-3 part 120',
    'scope-3-4 part 45',
    'scope-3-unclassed part 1',
    'scope-3 sum 166',
  ])
  expect(rows('iso-14064-1', ...plant)).toEqual(['3 part 45', '4 part 120', '6 part 1', 'sum sum 166'])
})

it('a plant that classes nothing has its one line as before', () => {
  expect(rows('ghg-protocol', outside('rail', '40', 3)).filter((row) => row.startsWith('scope-3'))).toEqual([
    'scope-3 part 40',
  ])
})
