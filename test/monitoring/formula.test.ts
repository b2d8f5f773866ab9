import { expect, it } from 'vitest'

import { formulaOf } from '#shared/monitoring/formula'
import { formulas } from '#shared/monitoring/formulas/all'
import { type Calculation, heatForms, rolesOf, unitFits } from '#shared/monitoring/methods'
import { unitChoices } from '#shared/monitoring/unit-choices'

const calculations: readonly Calculation[] = [
  { method: 'fuel-by-calorific-value', fuelClass: 'coal' },
  ...(['received', 'air-dry', 'dry'] as const).map((carbonBasis) => ({
    method: 'fuel-by-element-carbon' as const,
    fuelClass: 'coal' as const,
    carbonBasis,
  })),
  { method: 'desulfurization' },
  { method: 'electricity' },
  ...heatForms.flatMap((bought) =>
    [null, ...heatForms].map((sold) => ({
      method: 'heat' as const,
      bought,
      sold,
      enthalpyReference: 'water-20' as const,
    })),
  ),
  { method: 'factor' },
  { method: 'mass-balance', inputs: ['煤', '石灰石'], outputs: ['钢'] },
  { method: 'measured', gapRule: 'none' },
  { method: 'asphalt-fume' },
  { method: 'stated' },
  ...formulas.map(({ id }) => ({ method: 'formula' as const, formula: id })),
]

it.each(calculations)('M16 the formula of $method has a symbol for everything it asks for', (calculation) => {
  const { lines, symbols } = formulaOf({ calculation, gas: 'CO2' })
  const written = lines.join(' ')
  for (const { path, need } of rolesOf(calculation)) {
    const symbol = symbols[path]
    expect(symbol, path).toBeDefined()
    // A flow is one of a sum: M_I2 stands under Σ M_I.
    if (need === 'always') expect(written).toContain(symbol?.replace(/([IO])\d+$/, '$1'))
  }
})

it('M16 a formula of a document is written with its symbols, and what may lack in brackets', () => {
  const of = (formula: string) =>
    formulaOf({ calculation: { method: 'formula', formula }, gas: 'CO2' }).lines.join()
  expect(of('hcfc22-hfc23-ndrc-2015')).toBe('E = P × EF ⟦− R⟧ ⟦− D⟧')
  expect(of('carbonate-decomposition-ndrc-2015')).toBe('E = M ⟦× w⟧ × EF ⟦× F⟧')
  expect(of('nitric-acid-n2o-ndrc-2013')).toBe('E = AD × EF × (1 ⟦− η × μ⟧)')
  expect(of('welding-gas-ndrc-2015')).toBe('E = W × P × 44 ÷ (P × 44 ⟦+ (1 − P) × M⟧)')
  expect(of('catalyst-regeneration-ndrc-2014')).toBe(
    'E = MC × (1 − CF_1) × (CF_1 ÷ (1 − CF_1) − CF_2 ÷ (1 − CF_2)) × OF × 44 ÷ 12',
  )
  expect(of('filling-loss-weighed-ndrc-2015')).toBe('E = IB + AC − IE − (MB − ME − n × EF)')
  expect(of('co2-recovered-volume-ndrc-2013')).toBe('E = − Q ⟦× C⟧ × 19.7')
})

it('M16 the mass of methane follows from its carbon by 16/12', () => {
  const calculation: Calculation = { method: 'mass-balance', inputs: ['甲醇'], outputs: [] }
  expect(formulaOf({ calculation, gas: 'CH4' }).lines[0]).toContain('16/12')
})

it('M17 only units that fit the role are offered, those of the method first', () => {
  for (const role of calculations.flatMap((calculation) => rolesOf(calculation))) {
    const offered = unitChoices(role, [])
    expect(offered.length, role.path).toBeGreaterThan(0)
    expect(offered.slice(0, role.units.length)).toEqual(role.units)
    expect(offered.filter((unit) => !unitFits(role, unit))).toEqual([])
  }
})
it('M17 a property is offered per the unit of its amount', () => {
  const [, heatValue] = rolesOf({ method: 'fuel-by-calorific-value', fuelClass: 'gas' })
  const offered = unitChoices(heatValue, [{ role: 'fuel', unit: '10^4 Nm3' }])
  expect(offered).toContain('GJ/10^4 Nm3')
  expect(offered).not.toContain('GJ/t')
})
it('M17 a factor is offered per the unit of the activity', () => {
  const roles = rolesOf({ method: 'factor' })
  const factor = roles.find(({ path }) => path === 'factor')
  const offered = unitChoices(factor, [{ role: 'activity', unit: 'km' }])
  expect(offered).toContain('kgCO2e/km')
  expect(offered.every((unit) => unit.endsWith('/km'))).toBe(true)
})
