import { expect, it } from 'vitest'

import type { LabSample } from '#shared/activity/laboratory'
import { readLabRow, textsOfSample } from '#shared/activity/laboratory-rows'

const row = {
  number: 'A1',
  from: '2026-03-01',
  last: '2026/3/15',
  carbon: '60.1',
  carbonBasis: '空干基',
  accreditation: 'cma, CNAS',
}
const read = (texts: Parameters<typeof readLabRow>[0]) => {
  const found = readLabRow(texts)
  if (found.kind === 'trouble') return found.troubles.map(({ column, code }) => `${column} ${code}`)
  return found.kind === 'value' ? found.sample : found.kind
}

it('a row as people paste it becomes a sample; its last day is one of it', () => {
  expect(read(row)).toMatchObject({
    number: 'A1',
    from: '2026-03-01',
    to: '2026-03-16',
    carbon: '60.1',
    carbonBasis: 'air-dry',
    accreditation: 'CMA+CNAS',
    ash: null,
    laboratory: null,
  })
})
it('a sample of one day needs no last day, and an empty row is none', () => {
  expect(read({ number: 'A1', from: '20260301' })).toMatchObject({ from: '2026-03-01', to: '2026-03-02' })
  expect(read({ number: ' ', ash: '' })).toBe('empty')
})
it('every cell that cannot be read is told at once, and so is what a sample needs', () => {
  expect(
    read({ ...row, number: '', from: '', carbon: 'much', carbonBasis: 'wet', testedOn: '2026-13-01' }),
  ).toEqual([
    'number activity.lab.incomplete',
    'from activity.lab.incomplete',
    'carbonBasis activity.lab.not-read',
    'carbon activity.lab.not-read',
    'testedOn activity.lab.not-read',
  ])
})
it('what is saved reads back to itself', () => {
  const sample = read(row) as LabSample
  const saved: LabSample = {
    ...sample,
    id: 'x' as never,
    source: 'y' as never,
    month: '2026-03',
    sha256: null,
    isPosted: false,
  }
  expect(read(textsOfSample(saved))).toEqual(sample)
})
