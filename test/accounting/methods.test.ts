import { expect, it } from 'vitest'

import type { MonthAccount } from '#shared/accounting/account'
import { account } from '#shared/accounting/engine'
import { replay } from '#shared/kernel/replay'

import { june, source, usedFactor, value } from './inventories.ts'
import { library } from './library.ts'

type Input = Record<string, unknown>

function lineOf(method: string, parameters: Input, more: Input = {}): MonthAccount {
  const [line] = account(june([source(method, parameters)], more), library).bySource
  return line!.months[0]!
}
/** The emission in tCO₂e to 6 decimals, or the codes of what stands against it. */
function emitted(method: string, parameters: Input, more: Input = {}): string {
  const line = lineOf(method, parameters, more)
  if (line.state === 'complete') {
    expect(replay(line.emission)).toEqual([])
    return line.emission.value.toDecimalPlaces(6).toFixed()
  }
  if (line.state === 'refused') return line.findings.map(({ code }) => code).join(' ')
  return `missing ${line.missing.map(({ parameter }) => parameter).join(' ')}`
}

const coal = {
  fuelClass: 'coal',
  fuel: value('1000', 't'),
  calorificValue: value('20.908', 'GJ/t'),
  carbonContent: value('0.02637', 'tC/GJ'),
  oxidation: value('0.98', 'ratio'),
}
const burning = 'fuel-by-calorific-value'

it('M1 fuel: FC × NCV × CC × OF × 44/12, in whatever units the plant has them', () => {
  expect(emitted(burning, coal)).toBe('1981.16263')
  const otherUnits = {
    ...coal,
    fuel: value('1000000', 'kg'),
    calorificValue: value('20908', 'kJ/kg'),
    oxidation: value('98', '%'),
  }
  expect(emitted(burning, otherUnits)).toBe('1981.16263')
})
it('M2 an oxidation of 98 is asked about, not read as 98 %', () => {
  expect(emitted(burning, { ...coal, oxidation: value('98', 'ratio') })).toBe('accounting.share-above-one')
})
it('M3 a missing input is named and gives no result; a zero is a result', () => {
  expect(emitted(burning, { ...coal, fuel: { unit: 't' }, oxidation: {} })).toBe(
    'missing source/fuel source/oxidation',
  )
  expect(emitted(burning, { ...coal, fuel: value('0', 't') })).toBe('0')
})
it('M4 a calorific value per volume does not fit a fuel by mass', () => {
  expect(emitted(burning, { ...coal, calorificValue: value('389.31', 'GJ/10^4 Nm3') })).toBe(
    'accounting.unit-mismatch',
  )
})
it('M5 a negative consumption is refused', () => {
  expect(emitted(burning, { ...coal, fuel: value('-1', 't') })).toBe('accounting.negative-input')
})

const byCarbon = 'fuel-by-element-carbon'
const sample = {
  fuelClass: 'coal',
  fuel: value('1000', 't'),
  carbon: value('60', '%'),
  oxidation: value('0.99', 'ratio'),
}
it('M6 element carbon of an air-dry sample: × (100 − M_ar) ÷ (100 − M_ad)', () => {
  const airDry = {
    ...sample,
    carbonBasis: 'air-dry',
    moistureReceived: value('10', '%'),
    moistureAirDry: value('2', '%'),
  }
  // 1000 × 0.60 × 90/98 × 0.99 × 44/12
  expect(emitted(byCarbon, airDry)).toBe('2000.204082')
  expect(emitted(byCarbon, { ...airDry, moistureAirDry: undefined })).toBe('missing source/moistureAirDry')
  expect(emitted(byCarbon, { ...airDry, moistureReceived: value('100', '%') })).toBe(
    'accounting.moisture-too-high',
  )
})
it('M7 element carbon of a dry sample: × (100 − M_ar) ÷ 100; as received it stays', () => {
  expect(emitted(byCarbon, { ...sample, carbonBasis: 'dry', moistureReceived: value('10', '%') })).toBe(
    '1960.2',
  )
  expect(emitted(byCarbon, { ...sample, carbonBasis: 'received' })).toBe('2178')
})
it('M8 the power guideline rounds carbon as received to 4 decimals before it goes on', () => {
  const odd = { ...sample, carbonBasis: 'received', carbon: value('0.56785', 'tC/t') }
  expect(emitted(byCarbon, odd, { rounding: 'mee-power-2022' })).toBe('2061.48')
  expect(emitted(byCarbon, odd)).toBe('2061.2955')
  // The tie 0.56785 goes up by the spreadsheet and to the even 0.5678 by GB/T 8170.
  expect(emitted(byCarbon, odd, { rounding: 'gbt-8170-power' })).toBe('2061.11')
})
it('M9 a monthly mean is weighted with the consumption of each day', () => {
  const days = {
    unit: 'tC/t',
    months: {
      '2025-06': {
        weighted: [
          { value: '0.5', weight: '300' },
          { value: '0.6', weight: '100' },
        ],
        weightUnit: 't',
      },
    },
  }
  // (0.5 × 300 + 0.6 × 100) ÷ 400 = 0.525
  expect(emitted(byCarbon, { ...sample, carbonBasis: 'received', carbon: days })).toBe('1905.75')
  const idle = structuredClone(days)
  for (const row of idle.months['2025-06'].weighted) row.weight = '0'
  expect(emitted(byCarbon, { ...sample, carbonBasis: 'received', carbon: idle })).toBe('accounting.no-weight')
})
it('M10 deliveries of a month are added', () => {
  const deliveries = { unit: 't', months: { '2025-06': { sum: [{ value: '400' }, { value: '600' }] } } }
  expect(emitted(burning, { ...coal, fuel: deliveries })).toBe('1981.16263')
})

it('M11 desulfurization: agent × share of carbonate × factor × conversion', () => {
  const agent = {
    agent: value('100', 't'),
    carbonateShare: value('90', '%'),
    factor: value('0.4397', 'tCO2/t'),
    conversion: value('100', '%'),
  }
  expect(emitted('desulfurization', agent)).toBe('39.573')
})

const power = { bought: value('100', 'MWh'), factor: value('0.5366', 'tCO2/MWh') }
it('M12 electricity: bought less sold; a negative net is refused unless the guideline knows a credit', () => {
  expect(emitted('electricity', { ...power, sold: value('20000', 'kWh') })).toBe('42.928')
  const oversold = { ...power, sold: value('120', 'MWh') }
  expect(emitted('electricity', oversold)).toBe('accounting.negative-net')
  expect(emitted('electricity', oversold, { guideline: 'ndrc-other-industry-2015' })).toBe('-10.732')
})

function heat(bought: Input): string {
  return emitted('heat', { bought, factor: value('0.11', 'tCO2/GJ') })
}
it('M13 steam is counted from water at 20 °C: D × (h − 83.74) × 10⁻³', () => {
  const steam = { as: 'steam', mass: value('1000', 't'), enthalpy: value('2800', 'kJ/kg') }
  expect(heat({ ...steam, reference: 'water-20' })).toBe('298.7886')
  expect(heat({ ...steam, reference: 'as-given' })).toBe('308')
})
it('M14 hot water: D × (t − 20) × 4.1868 × 10⁻³', () => {
  const water = { as: 'hot-water', mass: value('1000', 't'), temperature: value('70', '°C') }
  expect(heat(water)).toBe('23.0274')
  expect(heat({ ...water, temperature: value('15', '°C') })).toBe('accounting.water-below-reference')
})
it('M15 saturated steam between two pressures of the table lies on the line between them', () => {
  const steam = (pressure: string) => ({
    as: 'saturated-steam',
    mass: value('1000', 't'),
    pressure: value(pressure, 'MPa'),
  })
  const [low, middle, high] = ['1.0', '1.1', '1.2'].map((pressure) => Number(heat(steam(pressure))))
  expect(middle).toBeCloseTo((low! + high!) / 2, 9)
  expect(heat(steam('30'))).toBe('accounting.steam-outside-table')
})
it('M16 superheated steam is interpolated in temperature and in pressure, never across boiling water', () => {
  const steam = (pressure: string, temperature: string) =>
    heat({
      as: 'superheated-steam',
      mass: value('1000', 't'),
      pressure: value(pressure, 'MPa'),
      temperature: value(temperature, '°C'),
    })
  const corners = ['3', '5'].flatMap((p) => ['400', '420'].map((t) => Number(steam(p, t))))
  expect(Number(steam('4', '410'))).toBeCloseTo(corners.reduce((sum, at) => sum + at) / 4, 8)
  expect(steam('3', '200')).toBe('accounting.steam-near-saturation')
  expect(steam('0.3', '145')).toBe('accounting.steam-near-saturation')
  expect(steam('3', '700')).toBe('accounting.steam-outside-table')
})

it('M17 the general method: AD × EF × GWP, and the units must cancel', () => {
  const methane = { gas: 'CH4', activity: value('1000', 't'), factor: value('2', 'kgCH4/t') }
  expect(emitted('factor', methane)).toBe('55.8')
  expect(emitted('factor', methane, { gwpSet: 'SAR' })).toBe('42')
  expect(emitted('factor', { ...methane, factor: value('2', 'kgCH4/MWh') })).toBe(
    'accounting.units-do-not-cancel',
  )
  expect(emitted('factor', { ...methane, factor: value('2', 'kgCO2/t') })).toBe('accounting.not-this-gas')
})
it('M18 a factor in CO₂e has its potential inside: multiplying again is refused', () => {
  const refrigerant = { gas: 'HFC-134a', activity: value('80', 'kg'), factor: value('1.43', 'tCO2e/kg') }
  expect(emitted('factor', refrigerant)).toBe('114.4')
  expect(emitted('factor', { ...refrigerant, gwp: value('1430', 'tCO2e/tHFC') })).toBe(
    'accounting.gwp-applied-twice',
  )
  expect(emitted('factor', { ...refrigerant, gwp: value('1', 'tCO2e/tHFC') })).toBe('114.4')
})
it('M19 a gas without a potential in the set has none guessed', () => {
  const stated = { gas: 'NF3', amount: value('1', 'tNF3') }
  expect(emitted('stated', stated, { gwpSet: 'SAR' })).toBe('factors.no-gwp')
  const own = usedFactor('nf3', '17400', 'tCO2e/tNF3', { gas: 'NF3' })
  expect(emitted('stated', stated, { gwpSet: 'SAR', factors: [own] })).toBe('17400')
})

const flow = (name: string, mass: string, carbon: string) => ({
  name,
  mass: value(mass, 't'),
  carbon: value(carbon, 'tC/t'),
})
it('M20 mass balance: (carbon in − carbon out) × 44/12, below zero with a question, not silently zero', () => {
  const balance = { inputs: [flow('coke', '100', '0.85')], outputs: [flow('iron', '200', '0.04')] }
  expect(emitted('mass-balance', balance)).toBe('282.333333')
  expect(emitted('mass-balance', { ...balance, gas: 'CH4' }, { gwpSet: 'SAR' })).toBe('2156')
  const negative = lineOf('mass-balance', { inputs: balance.outputs, outputs: balance.inputs })
  expect(negative).toMatchObject({
    state: 'complete',
    findings: [{ code: 'accounting.carbon-out-exceeds-in', severity: 'explain' }],
  })
})
it('M21 mass balance is refused for gases without carbon', () => {
  const balance = { inputs: [flow('a', '1', '0.5')], outputs: [] }
  for (const gas of ['N2O', 'SF6', 'NF3'])
    expect(emitted('mass-balance', { ...balance, gas })).toBe('accounting.mass-balance-gas')
})

function hours(valid: number, all = 720): Input {
  const series = (text: string) => Array.from({ length: all }, (_, hour) => (hour < valid ? text : null))
  return {
    concentration: { unit: 'mg/Nm3', months: { '2025-06': { hourly: series('200000') } } },
    flow: { unit: 'Nm3/h', months: { '2025-06': { hourly: series('100000') } } },
  }
}
it('M22 direct measurement: Σ c × Q × 10⁻⁹ over the hours of the month', () => {
  expect(emitted('measured', { ...hours(720), gapRule: 'none' })).toBe('14400')
})
it('M23 missing hours follow the gap rule; below 75 % valid hours the month has no result', () => {
  expect(emitted('measured', { ...hours(540), gapRule: 'mean-of-valid-hours' })).toBe('14400')
  expect(emitted('measured', { ...hours(719), gapRule: 'none' })).toBe('missing source/concentration')
  expect(emitted('measured', { ...hours(539), gapRule: 'mean-of-valid-hours' })).toBe(
    'missing source/concentration',
  )
  expect(emitted('measured', { ...hours(700, 700), gapRule: 'none' })).toBe('accounting.hours-differ')
})

it('M24 under equity share only the owned share counts', () => {
  const boundary = { approach: 'equity-share', view: 'iso-14064-1', scope2: 'location-based', exclusions: [] }
  const facilities = [{ id: 'plant', name: 'plant', equityShare: '0.6' }]
  expect(emitted('stated', { amount: value('100', 'tCO2') }, { boundary, facilities })).toBe('60')
})
