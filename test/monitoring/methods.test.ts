import { expect, it } from 'vitest'

import { source as accountedSource } from '#shared/accounting/source'
import { calculation, type Calculation, methods, rolesOf } from '#shared/monitoring/methods'

const examples: readonly Calculation[] = [
  { method: 'fuel-by-calorific-value', fuelClass: 'coal' },
  { method: 'fuel-by-element-carbon', fuelClass: 'coal', carbonBasis: 'air-dry' },
  { method: 'desulfurization' },
  { method: 'electricity' },
  { method: 'heat', bought: 'superheated-steam', sold: 'hot-water', enthalpyReference: 'water-20' },
  { method: 'factor' },
  { method: 'mass-balance', inputs: ['煤', '石灰石'], outputs: ['钢'] },
  { method: 'measured', gapRule: 'none' },
  { method: 'asphalt-fume' },
  { method: 'stated' },
  { method: 'formula', formula: 'hcfc22-hfc23-ndrc-2015' },
]

it('M7 the register offers every method of the accounting, and no other', () => {
  const accounted = accountedSource.options.map(({ shape }) => shape.method.value)
  expect([...methods].toSorted()).toEqual([...accounted].toSorted())
  expect(examples.map(({ method }) => method)).toEqual(methods)
})

it.each(examples)('M8 the roles of $method stand where the accounting expects them', (how) => {
  expect(calculation.parse(how)).toEqual(how)
  const shape = accountedSource.options.find((option) => option.shape.method.value === how.method)!.shape
  for (const { path, need } of rolesOf(how)) {
    const [first = ''] = path.split('/')
    expect(Object.keys(shape), path).toContain(first)
    const isOptional = first in shape && shape[first as keyof typeof shape].safeParse(undefined).success
    // A part of steam is needed as soon as the steam is there.
    if (!path.includes('/')) expect(need === 'optional' || !isOptional || isMoisture(path), path).toBe(true)
  }
})

/** Optional in the document, where the basis of the carbon decides; asked for here once the basis is known. */
const isMoisture = (path: string): boolean => path.startsWith('moisture')
