import { expect, it } from 'vitest'

import { reportedFuelOf } from '#shared/accounting/reported-fuel'
import type { Parameter, Source } from '#shared/monitoring/model'
import type { NodeId } from '#shared/organization/model'
import { sourceLike } from '#test/monitoring/support'

/** A source that burns oil, with a default of the library under `ref`. */
function burning(fuel: Source['fuel'], ref: string): [Source, Parameter[]] {
  const calculation = { method: 'fuel-by-calorific-value', fuelClass: 'oil' } as const
  const source = sourceLike('' as NodeId, { calculation, fuel }) as Source
  return [source, [{ factor: { urn: 'urn:tanbu:factors:any:1', ref } } as Parameter]]
}

it('the register says in which line of table E.3 a fuel stands', () => {
  expect(reportedFuelOf(...burning('fuel-oil', 'diesel/oxidation-rate'))).toBe('fuel-oil')
})
it('where it does not say, the factor does, and then the class of the fuel', () => {
  expect(reportedFuelOf(...burning(null, 'diesel/oxidation-rate'))).toBe('diesel')
  expect(reportedFuelOf(...burning(null, 'naphtha/oxidation-rate'))).toBe('other-petroleum')
})
