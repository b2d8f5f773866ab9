import fc from 'fast-check'
import { expect, it } from 'vitest'

import { type Bridge, bridgeOf } from '#shared/accounting/bridge'
import type { InventoryDocument } from '#shared/accounting/document'
import { account } from '#shared/accounting/engine'
import { textOf } from '#shared/kernel/figure'
import { Decimal } from '#shared/kernel/quantity'
import { replay } from '#shared/kernel/replay'

import { june, source, usedFactor, value } from './inventories.ts'
import { library } from './library.ts'

type Input = Record<string, unknown>

const coal = (more: Input = {}) =>
  source('fuel-by-calorific-value', {
    id: 'coal',
    name: '烟煤',
    category: 'fuel-combustion',
    fuelClass: 'coal',
    fuel: value('8123.45', 't'),
    calorificValue: value('20.908', 'GJ/t'),
    carbonContent: value('0.02637', 'tC/GJ'),
    oxidation: { factor: 'mee-99' },
    ...more,
  })
const lime = source('desulfurization', {
  id: 'lime',
  name: '脱硫石灰石',
  category: 'desulfurization',
  agent: value('120', 't'),
  carbonateShare: value('90', '%'),
  factor: value('0.44', 'tCO2/t'),
  conversion: value('100', '%'),
})
const power = source('electricity', {
  id: 'power',
  name: '购入电力',
  category: 'electricity',
  isoCategory: 2,
  scope: 2,
  bought: value('1234.567', 'MWh'),
  factor: value('0.5366', 'tCO2/MWh'),
  instruments: [
    {
      name: '绿电',
      kind: 'green-power',
      greenPower: value('234.567', 'MWh'),
      greenFactor: value('0', 'tCO2/MWh'),
    },
  ],
})
const methane = source('factor', {
  id: 'methane',
  name: '废水 CH4',
  category: 'waste-treatment',
  gas: 'CH4',
  activity: value('7', 't'),
  factor: value('0.3', 'tCH4/t'),
})
const factors = [usedFactor('mee-99', '99', '%'), usedFactor('gbt-98', '98', '%')]
const boundary = (view: string, scope2 = 'location-based') => ({
  approach: 'operational-control',
  view,
  scope2,
  exclusions: [],
})
const side = (document: InventoryDocument) => ({ document, account: account(document, library) })
function compare(first: InventoryDocument, second: InventoryDocument): Bridge {
  return bridgeOf(side(first), side(second), library)
}

/** Each line with its causes, to the last digit. */
function told({ lines, rounding, difference }: Bridge): string[] {
  return [
    ...lines.map(({ source: { id }, left, steps }) =>
      [
        id,
        ...(left === null ? [] : [left]),
        ...(steps ?? []).map(({ cause, value: by }) => `${cause} ${textOf(by)}`),
      ].join(' | '),
    ),
    `rounding ${rounding === null ? '?' : textOf(rounding.value)}`,
    `difference ${difference === null ? '?' : textOf(difference.value)}`,
  ]
}
/** What the lines and the rounding of the totals come to. */
function added({ lines, rounding }: Bridge): string {
  const Exact = Decimal.clone({ precision: 1000 })
  const all = [...lines.flatMap(({ steps }) => steps ?? []), ...(rounding ? [rounding] : [])]
  return all.reduce((sum, { value: by }) => sum.plus(by.toFixed()), new Exact(0)).toFixed()
}

const facility = june([coal(), lime, power], {
  guideline: 'mee-power-2022',
  rounding: 'mee-power-2022',
  boundary: boundary('guideline'),
  factors,
})
const standard = june([coal({ oxidation: { factor: 'gbt-98' } }), lime, power], {
  guideline: 'gbt-32151.1-2015',
  gwpSet: 'SAR',
  rounding: 'none',
  boundary: boundary('guideline'),
  factors,
})

it('B1 two boundaries of one plant: desulfurization, oxidation and rounding explain the difference to the last digit', () => {
  const bridge = compare(facility, standard)
  expect(
    bridge.lines.map(
      ({ source: { id }, left, steps }) => `${id} ${left} ${steps?.map(({ cause }) => cause).join()}`,
    ),
  ).toEqual([
    // 8123.45 t × 20.908 GJ/t × 0.02637 tC/GJ × 44/12 × (98 % − 99 %), and the form's rounded carbon no longer.
    'coal null factors,rounding',
    'power null rounding',
    'lime outside-guideline only-in-second',
  ])
  // 120 t × 90 % × 0.44 × 100 %
  expect(bridge.lines[2]?.steps?.map(({ value: by }) => textOf(by))).toEqual(['47.52'])
  expect(added(bridge)).toBe(textOf(bridge.difference!.value))
  for (const { figure } of bridge.lines.flatMap(({ steps }) => steps ?? []))
    expect(replay(figure)).toEqual([])
  expect(replay(bridge.rounding!.figure)).toEqual([])
  expect(replay(bridge.difference!.figure)).toEqual([])
})

it('B2 an inventory against itself differs in nothing', () => {
  expect(told(compare(facility, facility))).toEqual(['coal', 'power', 'rounding 0', 'difference 0'])
})

it('B3 another set of potentials is a cause of its own, and touches only lines it bears on', () => {
  const iso = { boundary: boundary('iso-14064-1'), factors }
  const [ar5, ar6] = [
    june([lime, methane], { ...iso, gwpSet: 'AR5' }),
    june([lime, methane], { ...iso, gwpSet: 'AR6' }),
  ]
  // 7 t × 0.3 tCH4/t is 2.1 t; 28 by AR5, 27.9 by AR6.
  expect(told(compare(ar5, ar6))).toEqual(['lime', 'methane | gwp -0.21', 'rounding 0', 'difference -0.21'])
})

it('B4 the way of counting scope 2 is a cause of its own', () => {
  const by = (scope2: string) => june([power], { boundary: boundary('iso-14064-1', scope2), factors })
  // 234.567 MWh × 0.5366 are at zero in the market-based report.
  expect(told(compare(by('location-based'), by('market-based')))).toEqual([
    'power | scope2 -125.8686522',
    'rounding 0',
    'difference -125.8686522',
  ])
})

it('B5 what was measured otherwise is told apart from the factor that was taken otherwise', () => {
  const more = { boundary: boundary('iso-14064-1'), factors }
  const changed = coal({ fuel: value('8000', 't'), oxidation: { factor: 'gbt-98' } })
  const { lines } = compare(june([coal()], more), june([changed], more))
  expect(lines[0]?.steps?.map(({ cause }) => cause)).toEqual(['activity', 'factors'])
})

it('B6 a line without a result leaves the bridge open instead of counting as nothing', () => {
  const missing = june([coal({ fuel: { unit: 't' } })], { boundary: boundary('iso-14064-1'), factors })
  const { lines, difference, rounding } = compare(missing, standard)
  expect(lines.find(({ source: { id } }) => id === 'coal')?.steps).toBeNull()
  expect([difference, rounding]).toEqual([null, null])
})

it('B7 whatever the two have different, lines and rounding add up to the difference to the last digit', () => {
  const rules = fc.record({
    guideline: fc.constantFrom('mee-power-2022', 'gbt-32151.1-2015', 'carbon-management-annex-f'),
    rounding: fc.constantFrom('none', 'mee-power-2022', 'gbt-8170-power', 'monthly-1-decimal'),
    gwpSet: fc.constantFrom('SAR', 'AR5', 'AR6'),
    boundary: fc.record({
      approach: fc.constantFrom('operational-control', 'equity-share'),
      view: fc.constantFrom('guideline', 'iso-14064-1'),
      scope2: fc.constantFrom('location-based', 'market-based'),
      exclusions: fc.constant([]),
    }),
    facilities: fc
      .integer({ min: 1, max: 999 })
      .map((thousandths) => [
        { id: 'plant', name: 'plant', equityShare: new Decimal(thousandths).div(1000).toFixed() },
      ]),
  })
  const sources = fc
    .record({
      oxidation: fc.constantFrom('mee-99', 'gbt-98'),
      fuel: fc.integer({ min: 0, max: 10 ** 9 }),
    })
    .map(({ oxidation, fuel }) => [
      coal({ oxidation: { factor: oxidation }, fuel: value(new Decimal(fuel).div(7).toFixed(3), 't') }),
      lime,
      power,
      methane,
    ])
  const one = fc.tuple(sources, rules).map(([of, by]) => june(of, { ...by, factors }))
  fc.assert(
    fc.property(one, one, (first, second) => {
      const bridge = compare(first, second)
      expect(added(bridge)).toBe(textOf(bridge.difference!.value))
    }),
    { numRuns: 60 },
  )
})

it('green power under contract is an amount: less of all of it leads over no purchase that contracts exceed', () => {
  const of = (bought: string, green: string) => {
    const [contract] = power['instruments'] as readonly Input[]
    const sources = [
      {
        ...power,
        bought: value(bought, 'MWh'),
        instruments: [{ ...contract, greenPower: value(green, 'MWh') }],
      },
    ]
    const boundary = { approach: 'operational-control', view: 'iso-14064-1', exclusions: [] }
    const document = june(sources, { boundary: { ...boundary, scope2: 'market-based' } })
    return { document, account: account(document, library) }
  }
  const { lines } = bridgeOf(of('1000', '900'), of('500', '100'), library)
  // (400 − 100) MWh more without a contract × 0.5366
  expect(lines[0]?.steps?.map(({ cause, value: by }) => [cause, textOf(by)])).toEqual([
    ['activity', '160.98'],
  ])
})
