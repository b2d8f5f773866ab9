import fc from 'fast-check'
import { expect, it } from 'vitest'

import type { MonthAccount } from '#shared/accounting/account'
import { account } from '#shared/accounting/engine'
import type { Library } from '#shared/accounting/library'
import { Decimal } from '#shared/kernel/quantity'
import { replay } from '#shared/kernel/replay'
import type { InstrumentKind } from '#shared/monitoring/methods'

import { june, source, usedFactor, value } from './inventories.ts'
import { library } from './library.ts'

type Input = Record<string, unknown>

function contract(kind: InstrumentKind, amount: Input, factor: Input = value('0', 'tCO2/MWh')): Input {
  return { name: kind, kind, greenPower: amount, greenFactor: factor }
}

interface Report {
  readonly view?: 'guideline' | 'iso-14064-1'
  readonly scope2?: 'location-based' | 'market-based'
  readonly of?: Library
}
/** 1000 MWh bought in June at the grid's 0.5306 t/MWh, with what the test adds. */
function lineOf(parameters: Input, { view = 'iso-14064-1', scope2 = 'market-based', of = library }: Report) {
  const electricity = source('electricity', {
    category: 'electricity',
    isoCategory: 2,
    scope: 2,
    bought: value('1000', 'MWh'),
    factor: { factor: 'grid' },
    ...parameters,
  })
  const document = june([electricity], {
    guideline: 'mee-power-2022',
    boundary: { approach: 'operational-control', view, scope2, exclusions: [] },
    factors: [usedFactor('grid', '0.5306', 'tCO2/MWh')],
  })
  return account(document, of).bySource[0]!.months[0]!
}
function emitted(line: MonthAccount): string {
  if (line.state === 'complete') {
    expect(replay(line.emission)).toEqual([])
    return line.emission.value.toFixed()
  }
  if (line.state === 'refused') return line.findings.map(({ code }) => code).join(' ')
  return `missing ${line.missing.map(({ parameter }) => parameter).join(' ')}`
}

const wind = contract('green-power', value('300', 'MWh'))
const hydro = contract('ppa', value('100', 'MWh'), value('0.02', 'tCO2/MWh'))

it('W1 location-based: every megawatt-hour has the factor of the grid, whatever was contracted', () => {
  const line = lineOf({ instruments: [wind, hydro] }, { scope2: 'location-based' })
  // 1000 × 0.5306
  expect(emitted(line)).toBe('530.6')
})
it('W2 market-based: contracts first, the rest by the residual mix', () => {
  const residual = value('0.6', 'tCO2/MWh')
  // 300 × 0 + 100 × 0.02 + (1000 − 300 − 100) × 0.6
  expect(emitted(lineOf({ instruments: [wind, hydro], residual }, {}))).toBe('362')
})
it('W3 where no residual mix is published, the factor of the grid stands for it', () => {
  // 300 × 0 + 100 × 0.02 + 600 × 0.5306
  expect(emitted(lineOf({ instruments: [wind, hydro] }, {}))).toBe('320.36')
  // No contract at all, but a residual mix: 1000 × 0.6
  expect(emitted(lineOf({ residual: value('0.6', 'tCO2/MWh') }, {}))).toBe('600')
})
it('W4 contracts for more than was bought are refused: the same megawatt-hour is not counted twice', () => {
  const all = contract('certificate', value('1000', 'MWh'))
  expect(emitted(lineOf({ instruments: [all] }, {}))).toBe('0')
  expect(emitted(lineOf({ instruments: [all, hydro] }, {}))).toBe('accounting.green-power-exceeds')
})
it('W5 what a contract came to in the month is missing until it is known, and only where it counts', () => {
  const open = contract('green-power', { unit: 'MWh' })
  expect(emitted(lineOf({ instruments: [open] }, {}))).toBe('missing source/instruments/0/greenPower')
  expect(emitted(lineOf({ instruments: [open] }, { scope2: 'location-based' }))).toBe('530.6')
})
it('W6 a guideline takes off the kinds it recognizes and no others', () => {
  const recognizing: Library = {
    ...library,
    guidelines: library.guidelines.map((each) => ({ ...each, greenPower: ['direct-supply', 'green-power'] })),
  }
  const view = 'guideline'
  const instruments = [wind, contract('certificate', value('200', 'MWh'))]
  // (1000 − 300) × 0.5306: certificates bought alone are not taken off.
  expect(emitted(lineOf({ instruments }, { view, of: recognizing }))).toBe('371.42')
  const silent: Library = {
    ...library,
    guidelines: library.guidelines.map(({ greenPower: _taken, ...each }) => each),
  }
  expect(emitted(lineOf({ instruments }, { view, of: silent }))).toBe('530.6')
})
it('W7 contracts count on what is left of the purchase after sales', () => {
  const parameters = { instruments: [wind], sold: value('400', 'MWh') }
  // 300 × 0 + (1000 − 400 − 300) × 0.5306
  expect(emitted(lineOf(parameters, {}))).toBe('159.18')
})
it('W8 market-based is never below zero, and falls by exactly the factor with each megawatt-hour at zero', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 1_000_000 }), (kilowattHours) => {
      const green = new Decimal(kilowattHours).div(1000)
      const line = lineOf({ instruments: [contract('ppa', value(green.toFixed(), 'MWh'))] }, {})
      expect(emitted(line)).toBe(new Decimal('530.6').minus(green.times('0.5306')).toFixed())
    }),
    { numRuns: 40 },
  )
})
