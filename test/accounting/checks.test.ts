import { expect, it } from 'vitest'

import { account } from '#shared/accounting/engine'
import { findingTexts } from '#shared/accounting/finding-texts'
import { termTexts } from '#shared/accounting/term-texts'
import { wordedFinding } from '#shared/accounting/worded-finding'
import { monthsOf } from '#shared/kernel/period'

import { june, source, usedFactor, value } from './inventories.ts'
import { editions, library } from './library.ts'

type Input = Record<string, unknown>

/** The codes of what is found, each with where it stands. */
function found(sources: readonly Input[], more: Input = {}): string[] {
  const { findings } = account(june(sources, more), library)
  for (const { code } of findings) expect(findingTexts).toHaveProperty([code])
  return findings.map(({ code, where }) => `${code.replace('accounting.', '')} ${where}`)
}

const coal = (more: Input = {}) =>
  source('fuel-by-element-carbon', {
    id: 'coal',
    category: 'fuel-combustion',
    fuelClass: 'coal',
    fuel: value('1000', 't'),
    carbon: value('0.6', 'tC/t'),
    carbonBasis: 'received',
    oxidation: value('0.99', 'ratio'),
    ...more,
  })
const power = (factor: Input, more: Input = {}) =>
  source('electricity', { id: 'grid', category: 'electricity', bought: value('100', 'MWh'), factor, ...more })

it('C1 nothing is said of an ordinary plant', () => {
  expect(found([coal(), power(value('0.5366', 'tCO2/MWh'))])).toEqual([])
})
it('C2 a missing parameter is one finding with all its months', () => {
  const year = { period: { by: 'month', from: '2025-01', to: '2025-12' } }
  const { findings } = account(
    june([source('stated', { id: 'a', amount: value('1', 'tCO2') })], year),
    library,
  )
  expect(findings).toEqual([
    {
      severity: 'blocks-report',
      code: 'accounting.missing',
      where: 'a/amount',
      facts: {
        source: 'source',
        parameter: 'amount',
        count: 11,
        months: monthsOf(2025)
          .filter((month) => month !== '2025-06')
          .join(' '),
      },
    },
  ])
})
it('C3 carbon outside the usual band is asked about, a thousand times off is called a unit', () => {
  expect(found([coal({ carbon: value('0.1', 'tC/t') })])).toContain('outside-band coal/2025-06')
  expect(found([coal({ carbon: value('600', 'tC/t') })])).toContain('unit-1000 coal/2025-06')
  expect(found([coal({ carbon: value('0.21', 'tC/t') })])).toEqual([])
  const content = (text: string) =>
    found([
      source('fuel-by-calorific-value', {
        id: 'coal',
        fuelClass: 'coal',
        fuel: value('1000', 't'),
        calorificValue: value('21', 'GJ/t'),
        carbonContent: value(text, 'tC/GJ'),
        oxidation: value('0.99', 'ratio'),
      }),
    ])
  expect(content('0.026')).toEqual([])
  expect(content('0.035')).toContain('outside-band coal/2025-06')
  expect(content('26.1')).toContain('unit-1000 coal/2025-06')
})
it('C4 moisture as received below air-dry moisture is asked about', () => {
  const airDry = (received: string) =>
    coal({
      carbonBasis: 'air-dry',
      moistureReceived: value(received, '%'),
      moistureAirDry: value('3', '%'),
    })
  expect(found([airDry('9')])).toEqual([])
  expect(found([airDry('2')])).toContain('moisture-order coal/2025-06')
})
it('C5 the year of the grid factor and its purpose are checked', () => {
  const factor = (more: Parameters<typeof usedFactor>[3]) => ({
    factors: [usedFactor('grid', '0.5366', 'tCO2/MWh', more)],
  })
  const use = power({ factor: 'grid' })
  expect(found([use], factor({ year: '2025' }))).toEqual([])
  expect(found([use], factor({ year: '2022' }))).toEqual(['grid-factor-year grid'])
  expect(found([use], factor({ year: '2025', purpose: 'baseline-om' }))).toEqual(['factor-purpose grid'])
})
it('C6 a factor from memory must be explained, one from a copy is noted, once each', () => {
  const use = [power({ factor: 'grid' }), power({ factor: 'grid' }, { id: 'grid-2' })]
  const trusted = (verification: 'recalled' | 'secondary-copy' | 'verified') =>
    found(use, { factors: [usedFactor('grid', '0.5', 'tCO2/MWh', { verification })] })
  expect(trusted('recalled')).toEqual(['factor-recalled factors/grid'])
  expect(trusted('secondary-copy')).toEqual(['factor-secondary-copy factors/grid'])
  expect(trusted('verified')).toEqual([])
})
it('C14 a formula from memory must be explained, one from a copy is noted, once each', () => {
  const vented = (id: string, formula: string) =>
    source('formula', {
      id,
      gas: 'CH4',
      formula,
      inputs: { Q: value('1', '10^4 Nm3'), V: value('90', '%') },
    })
  expect(found([vented('well', 'venting-ch4-ndrc-2014'), vented('tank', 'venting-ch4-ndrc-2014')])).toEqual([
    'formula-recalled well',
  ])
  expect(found([vented('recovery', 'ch4-recovered-ndrc-2014')])).toEqual(['formula-secondary-copy recovery'])
  const document = june([vented('well', 'venting-ch4-ndrc-2014')])
  const [finding] = account(document, library).findings
  const worded = wordedFinding(finding!, 'zh', () => undefined)
  expect(worded.facts).toMatchObject({
    formula: '工艺放空 CH4（按放空气量）',
    document: '发改办气候〔2014〕2920号',
  })
})
it('C7 a default beside measurements is asked about', () => {
  const carbon = { ...value('0.6', 'tC/t'), factor: 'default' }
  expect(found([coal({ carbon })], { factors: [usedFactor('default', '0.6', 'tC/t')] })).toEqual([
    'default-beside-measurement coal/carbon',
  ])
})
it('C12 coal by defaults throughout is noted: it could be measured', () => {
  const factors = [usedFactor('default', '0.6', 'tC/t')]
  expect(found([coal({ carbon: { factor: 'default' } })], { factors })).toEqual([
    'default-for-coal coal/carbon',
  ])
  expect(found([coal({ fuelClass: 'oil', carbon: { factor: 'default' } })], { factors })).toEqual([])
})
it('C13 hours without a valid measurement are counted', () => {
  const series = (text: string) => Array.from({ length: 720 }, (_, hour) => (hour < 700 ? text : null))
  const measured = (gapRule: string) =>
    source('measured', {
      gapRule,
      concentration: { unit: 'mg/Nm3', months: { '2025-06': { hourly: series('200000') } } },
      flow: { unit: 'Nm3/h', months: { '2025-06': { hourly: series('100000') } } },
    })
  expect(found([measured('mean-of-valid-hours')])).toEqual(['hours-missing source/2025-06'])
  expect(found([measured('none')])).toEqual(['hours-missing source/2025-06', 'missing source/concentration'])
})
it('C8 a month far off the middle of the year is asked about', () => {
  const year = (june: string) =>
    found(
      [
        source('stated', {
          id: 'a',
          amount: {
            unit: 'tCO2',
            months: Object.fromEntries(
              monthsOf(2025).map((month) => [month, { value: month === '2025-06' ? june : '100' }]),
            ),
          },
        }),
      ],
      { period: { by: 'month', from: '2025-01', to: '2025-12' } },
    )
  expect(year('190')).toEqual([])
  expect(year('250')).toEqual(['month-jump a/2025-06'])
  expect(year('100000')).toEqual(['month-1000 a/2025-06'])
})
it('C9 a guideline that is not in force, or does not name the method, is said', () => {
  const boundary = {
    approach: 'operational-control',
    view: 'guideline',
    scope2: 'location-based',
    exclusions: [],
  }
  const mee = { guideline: 'mee-power-2022', boundary }
  expect(found([coal()], mee)).toEqual([])
  expect(found([source('stated', { amount: value('1', 'tCO2') })], mee)).toContain(
    'method-not-in-guideline source',
  )
  const old = { ...mee, period: { by: 'year', from: '2022', to: '2022' } }
  expect(found([], old)).toEqual(['guideline-not-in-force guideline'])
})
it('C10 a published figure that differs is compared with every factor that would explain it', () => {
  const published = (of: string, text: string) => ({
    reported: [{ of, value: text, unit: 'tCO2', source: 'statement' }],
  })
  const use = power({ factor: 'stated' })
  const factors = [usedFactor('stated', '0.5633', 'tCO2/MWh', { year: '2025' })]
  expect(found([use], { factors, ...published('total', '56.33') })).toEqual([])
  const { findings } = account(june([use], { factors, ...published('total', '53.66') }), library)
  expect(findings.find(({ code }) => code === 'accounting.other-factor-fits')?.facts).toMatchObject({
    value: '0.5366',
    year: '2022',
  })
  expect(found([use], { factors, ...published('source/other', '1') })).toEqual([
    'published-not-computed source/other',
  ])
})
it('C11 every default of a guideline is in the library, and every method has its name', () => {
  const rows = new Set(editions.flatMap(({ urn, factors }) => factors.map(({ ref }) => `${urn} ${ref}`)))
  for (const { defaults, methods, rounding } of library.guidelines) {
    expect(defaults.filter(({ factor }) => !rows.has(`${factor.urn} ${factor.ref}`))).toEqual([])
    expect(library.rounding.map(({ id }) => id)).toContain(rounding)
    for (const method of methods) expect(termTexts).toHaveProperty([`accounting.method.${method}`])
  }
})
