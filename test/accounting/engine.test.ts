import { readFileSync } from 'node:fs'

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import type { Account, Total } from '#shared/accounting/account'
import { type InventoryDocument, inventoryDocument, inventorySchema } from '#shared/accounting/document'
import { account, accountSource, accountTotals } from '#shared/accounting/engine'
import { accountMonth } from '#shared/accounting/month'
import { settingsOf } from '#shared/accounting/settings'
import { parametersOf } from '#shared/accounting/source'
import { canonical } from '#shared/kernel/canonical'
import { toRecord } from '#shared/kernel/figure'
import { monthsOf } from '#shared/kernel/period'
import { Decimal } from '#shared/kernel/quantity'
import { replay } from '#shared/kernel/replay'
import { categories } from '#shared/monitoring/model'

import { june, source, usedFactor, value } from './inventories.ts'
import { library } from './library.ts'

type Input = Record<string, unknown>

const burning = (id: string, tonnes: string, more: Input = {}) =>
  source('fuel-by-calorific-value', {
    id,
    category: 'fuel-combustion',
    fuelClass: 'coal',
    fuel: value(tonnes, 't'),
    calorificValue: value('20.908', 'GJ/t'),
    carbonContent: value('0.02637', 'tC/GJ'),
    oxidation: value('0.98', 'ratio'),
    ...more,
  })
const power = (id: string, megawattHours: string, more: Input = {}) =>
  source('electricity', {
    id,
    category: 'electricity',
    isoCategory: 2,
    scope: 2,
    bought: value(megawattHours, 'MWh'),
    factor: value('0.5366', 'tCO2/MWh'),
    ...more,
  })
const tonnes = (id: string, amount: string, more: Input = {}) =>
  source('stated', { id, amount: value(amount, 'tCO2'), ...more })

const show = (total: Total) =>
  total.state === 'complete'
    ? total.figure.value.toDecimalPlaces(6).toFixed()
    : `incomplete ${total.lines}, known ${total.known.value.toDecimalPlaces(6).toFixed()}`
const totalOf = (document: InventoryDocument) => account(document, library).total
/** Equal but for what divisions lose at the sixtieth digit. */
const exact = (total: Total) =>
  total.state === 'complete' ? total.figure.value.toSignificantDigits(50).toFixed() : 'incomplete'
const amount = fc
  .integer({ min: 0, max: 10 ** 9 })
  .map((mantissa) => new Decimal(mantissa).div(1000).toFixed())

describe('missing is not zero', () => {
  it('E1 a line without an input gives no total that contains it, and is counted', () => {
    const computed = account(june([tonnes('a', '10'), source('stated', { id: 'b', amount: {} })]), library)
    expect(show(computed.total)).toBe('incomplete 1, known 10')
    expect(computed.incomplete).toEqual([{ parameter: 'b/amount', month: '2025-06' }])
    expect(computed.findings.map(({ code }) => code)).toContain('accounting.missing')
  })
  it('E2 groups without the missing line keep their totals', () => {
    const sources = [tonnes('a', '10', { scope: 1 }), source('stated', { id: 'b', scope: 3, amount: {} })]
    const { byScope } = account(june(sources), library)
    expect(byScope.map(({ key, total }) => [key, show(total)])).toEqual([
      [1, '10'],
      [3, 'incomplete 1, known 0'],
    ])
  })
  it('E3 a refused line blocks the report and the total, and the others stay', () => {
    const computed = account(june([tonnes('a', '10'), power('b', '-1')]), library)
    expect(show(computed.total)).toBe('incomplete 1, known 10')
    expect(computed.findings).toContainEqual(
      expect.objectContaining({ severity: 'blocks-report', code: 'accounting.negative-input' }),
    )
  })
})

describe('views', () => {
  const sources = [
    burning('coal', '1000'),
    source('desulfurization', {
      id: 'fgd',
      category: 'desulfurization',
      agent: value('100', 't'),
      carbonateShare: value('90', '%'),
      factor: value('0.4397', 'tCO2/t'),
      conversion: value('100', '%'),
    }),
    power('grid', '100'),
    tonnes('straw', '50', { category: 'fuel-combustion', biogenic: true }),
    source('stated', { id: 'cooling', gas: 'HCFC-22', category: 'fugitive', amount: value('1', 't') }),
  ]
  const boundary = (view: string) => ({
    boundary: { approach: 'operational-control', view, scope2: 'location-based', exclusions: [] },
  })
  const parts = ({ apart }: Account) => apart.map(({ why, total }) => [why, show(total)])

  it('E4 desulfurization is in one guideline and out of the other: the same plant has two totals', () => {
    const of = (guideline: string) => account(june(sources, { guideline, ...boundary('guideline') }), library)
    expect(show(of('gbt-32151.1-2015').total)).toBe('2074.39563')
    expect(show(of('mee-power-2022').total)).toBe('2034.82263')
    expect(parts(of('mee-power-2022'))).toContainEqual(['outside-guideline', '39.573'])
  })
  it('E5 biogenic carbon dioxide and gases outside the seven families are reported apart', () => {
    const computed = account(june(sources, { ...boundary('iso-14064-1'), gwpSet: 'AR5' }), library)
    expect(show(computed.total)).toBe('2074.39563')
    expect(parts(computed)).toEqual([
      ['biogenic', '50'],
      ['other-gases', '1760'],
    ])
  })
  it('E6 gas, facility, category, ISO category, scope and month each add up to the total', () => {
    const computed = account(june(sources, boundary('iso-14064-1')), library)
    const { byGas, byFacility, byMonth, byCategory, byIsoCategory, byScope } = computed
    for (const groups of [byGas, byFacility, byMonth, byCategory, byIsoCategory, byScope]) {
      const sum = groups.reduce(
        (all, { total }) => (total.state === 'complete' ? all.plus(total.figure.value) : all),
        new Decimal(0),
      )
      expect(sum.toSignificantDigits(50).toFixed()).toBe(exact(computed.total))
    }
  })
})

describe('properties', () => {
  it('E7 the total is the sum of its sources, and replays', () => {
    fc.assert(
      fc.property(fc.array(amount, { minLength: 1, maxLength: 8 }), (amounts) => {
        const computed = account(june(amounts.map((text, index) => burning(`s${index}`, text))), library)
        const sum = computed.bySource.reduce(
          (all, { total }) => (total.state === 'complete' ? all.plus(total.figure.value) : all),
          new Decimal(0),
        )
        expect(exact(computed.total)).toBe(sum.toSignificantDigits(50).toFixed())
        if (computed.total.state === 'complete') expect(replay(computed.total.figure)).toEqual([])
      }),
      { numRuns: 50 },
    )
  })
  it('E8 a row split in two gives the same total', () => {
    fc.assert(
      fc.property(amount, amount, (a, b) => {
        const whole = new Decimal(a).plus(b).toFixed()
        const split = { unit: 't', months: { '2025-06': { sum: [{ value: a }, { value: b }] } } }
        expect(exact(totalOf(june([burning('s', whole)])))).toBe(
          exact(totalOf(june([burning('s', '0', { fuel: split })]))),
        )
        expect(exact(totalOf(june([burning('s', a), burning('t', b)])))).toBe(
          exact(totalOf(june([burning('s', whole)]))),
        )
      }),
      { numRuns: 50 },
    )
  })
  it('E9 the order of sources and of rows changes nothing', () => {
    fc.assert(
      fc.property(fc.array(amount, { minLength: 2, maxLength: 6 }), (amounts) => {
        const sources = amounts.map((text, index) => power(`s${index}`, text))
        expect(exact(totalOf(june(sources)))).toBe(exact(totalOf(june(sources.toReversed()))))
      }),
      { numRuns: 50 },
    )
  })
  it('E10 k times the activity is k times the emission, and a source of zero changes nothing', () => {
    fc.assert(
      fc.property(amount, fc.integer({ min: 1, max: 1000 }), (text, k) => {
        const once = totalOf(june([burning('s', text)]))
        const more = totalOf(june([burning('s', new Decimal(text).times(k).toFixed())]))
        if (once.state === 'complete')
          expect(exact(more)).toBe(once.figure.value.times(k).toSignificantDigits(50).toFixed())
        expect(exact(totalOf(june([burning('s', text), tonnes('zero', '0')])))).toBe(exact(once))
      }),
      { numRuns: 50 },
    )
  })
  it('E11 the same document gives the same figures, byte for byte', () => {
    const bytes = () => {
      const total = totalOf(june([burning('a', '1234.567'), power('b', '89.1')]))
      return total.state === 'complete' ? canonical(toRecord(total.figure)) : ''
    }
    expect(bytes()).toBe(bytes())
    expect(bytes().length).toBeGreaterThan(1000)
  })
})

describe('the document', () => {
  it('E12 survives JSON and has a JSON Schema', () => {
    const document = june([burning('a', '1'), power('b', '2')])
    expect(inventoryDocument.parse(JSON.parse(JSON.stringify(document)))).toEqual(document)
    expect(inventorySchema()).toMatchObject({ type: 'object', required: expect.arrayContaining(['format']) })
  })
  it('E18 is documented with an example that computes as the text says', () => {
    const [, example = ''] =
      /```json\n([^`]+)```/.exec(readFileSync('docs/inventory-document.md', 'utf8')) ?? []
    const computed = account(inventoryDocument.parse(JSON.parse(example)), library)
    expect(show(computed.total)).toBe('1981.16')
    expect(computed.findings.map(({ code }) => code)).toEqual(['accounting.factor-secondary-copy'])
  })
  it('E13 is refused with an unknown facility, an id twice, a value without a unit, a key nobody knows', () => {
    const refused = (sources: Input[], more: Input = {}) => expect(() => june(sources, more)).toThrow()
    refused([tonnes('a', '1', { facility: 'elsewhere' })])
    refused([tonnes('a', '1'), tonnes('a', '2')])
    refused([source('stated', { amount: { months: { '2025-06': { value: '1' } } } })])
    refused([tonnes('a', '1')], { comment: 'unknown' })
    refused([tonnes('a', '1e3')])
  })
  it('E14 names every parameter of a source, at whatever depth', () => {
    const [line] = june([
      source('mass-balance', {
        inputs: [{ name: 'coke', mass: value('1', 't'), carbon: {} }],
        outputs: [],
      }),
    ]).sources
    expect(parametersOf(line!).map(({ path }) => path)).toEqual(['inputs/0/mass', 'inputs/0/carbon'])
  })
  it('E15 a guideline or rounding set that is not there is refused by name', () => {
    expect(() => account(june([], { guideline: 'none' }), library)).toThrow('accounting.unknown-guideline')
    expect(() => account(june([], { rounding: 'some' }), library)).toThrow('accounting.unknown-rounding')
  })
  it('E16 a factor that the document does not hold refuses the line', () => {
    const computed = account(june([power('a', '1', { factor: { factor: 'lost' } })]), library)
    expect(computed.findings.map(({ code }) => code)).toContain('accounting.unknown-factor')
  })
})

it('E17 after one change only its month is computed again, and the totals are those of a full computation', () => {
  const months = monthsOf(2025)
  const values = Object.fromEntries(months.map((month) => [month, { value: '12.5' }]))
  const sources = Array.from({ length: 200 }, (_, index) =>
    burning(`s${index}`, '1', {
      fuel: { unit: 't', months: values },
      facility: `f${index % 10}`,
      category: categories[index % categories.length],
      ...Object.fromEntries(
        ['calorificValue', 'carbonContent', 'oxidation'].map((key) => [key, { factor: key }]),
      ),
    }),
  )
  const document = june(sources, {
    period: { by: 'month', from: '2025-01', to: '2025-12' },
    facilities: Array.from({ length: 10 }, (_, index) => ({ id: `f${index}`, name: `f${index}` })),
    factors: [
      usedFactor('calorificValue', '20.908', 'GJ/t'),
      usedFactor('carbonContent', '0.02637', 'tC/GJ'),
      usedFactor('oxidation', '0.98', 'ratio'),
    ],
  })
  const settings = settingsOf(document, library)
  const accounts = document.sources.map((one) =>
    accountSource(
      one,
      months.map((month) => accountMonth(one, month, settings)),
    ),
  )
  const again = () => {
    const [first] = document.sources
    const [old] = accounts
    const june = accountMonth(first!, '2025-06', settings)
    const changed = accountSource(
      first!,
      old!.months.map((month) => (month.month === '2025-06' ? june : month)),
    )
    return accountTotals([changed, ...accounts.slice(1)], settings)
  }
  expect(exact(again().total)).toBe(exact(accountTotals(accounts, settings).total))
})
