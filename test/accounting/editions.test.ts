import { expect, it } from 'vitest'

import { type Assembly, assemble } from '#shared/accounting/assemble'
import type { InventoryDocument } from '#shared/accounting/document'
import { editionAtStart, editionsWithin } from '#shared/accounting/editions'
import { account } from '#shared/accounting/engine'
import type { Guideline } from '#shared/accounting/guideline'
import type { Library } from '#shared/accounting/library'
import { guidelineDefaultUrn } from '#shared/factors/model'
import { textOf } from '#shared/kernel/figure'
import { monthsOf } from '#shared/kernel/period'
import { replay } from '#shared/kernel/replay'

import { june, source, usedFactor } from './inventories.ts'
import { editions as factorEditions, library } from './library.ts'

/** An edition of a guideline of ours that differs from the shipped one it is made of in what the test names. */
function edition(id: string, more: Partial<Guideline>): Guideline {
  const like = library.guidelines.find((guideline) => guideline.id === 'mee-power-2022')!
  return { ...like, id, urn: `urn:tanbu:guidelines:${id.slice(0, -5)}:${id.slice(-4)}`, ...more }
}
const oxidation = (ref: string) => ({
  parameter: 'oxidation',
  subject: 'coal-default',
  factor: { urn: 'urn:tanbu:factors:fuels-test:1', ref },
})
const older = edition('power-2022', { validTo: '2026-07-01', defaults: [oxidation('old')] })
const newer = edition('power-2026', {
  validFrom: '2026-07-01',
  rounding: 'statement-1-decimal',
  defaults: [oxidation('new')],
})
const withEditions: Library = { ...library, guidelines: [...library.guidelines, older, newer] }

/** 1000 MWh a month at 0.53066 all through 2026, so that a month is 530.66 t to two decimals and 530.7 t to one. */
function year2026(more: Partial<InventoryDocument>): InventoryDocument {
  const months = Object.fromEntries(monthsOf(2026).map((month) => [month, { value: '1000' }]))
  return june(
    [
      source('electricity', {
        category: 'electricity',
        scope: 2,
        isoCategory: 2,
        bought: { unit: 'MWh', months },
        factor: { factor: 'grid' },
      }),
    ],
    {
      period: { by: 'month', from: '2026-01', to: '2026-12' },
      guideline: 'power-2022',
      rounding: 'house-2-decimals',
      factors: [usedFactor('grid', '0.53066', 'tCO2/MWh')],
      ...more,
    },
  )
}
const changing = { editions: [{ from: '2026-07', guideline: 'power-2026', rounding: 'statement-1-decimal' }] }

it('G1 each month is rounded by the edition in force in it, and says which', () => {
  const { byMonth, total } = account(year2026(changing), withEditions)
  const figures = byMonth.map(({ total: month }) => (month.state === 'complete' ? month.figure : null))
  expect(figures.map((figure) => figure && textOf(figure.value))).toEqual([
    ...Array<string>(6).fill('530.66'),
    ...Array<string>(6).fill('530.7'),
  ])
  const sets = figures.map((figure) => figure?.basis.rounding?.ruleSet)
  expect(sets.slice(5, 7)).toEqual(['house-2-decimals', 'statement-1-decimal'])
  // Twelve unrounded months are 6367.92 t; the year is rounded as its report is, by the edition at its end.
  expect(total.state === 'complete' && textOf(total.figure.value)).toBe('6367.9')
  expect(total.state === 'complete' && replay(total.figure)).toEqual([])
})

it('G2 without an edition that takes over the whole year keeps its own', () => {
  const { byMonth } = account(year2026({}), withEditions)
  expect(
    byMonth.map(({ total }) => total.state === 'complete' && total.figure.basis.rounding?.ruleSet),
  ).toEqual(Array<string>(12).fill('house-2-decimals'))
})

it('G3 an edition used outside of its validity is told of, with its own months', () => {
  const told = (document: InventoryDocument) =>
    account(document, withEditions)
      .findings.filter(({ code }) => code === 'accounting.guideline-not-in-force')
      .map(({ facts }) => `${facts['guideline']} ${facts['from']} ${facts['to']}`)
  expect(told(year2026({}))).toEqual(['power-2022 2026-01 2026-12'])
  expect(told(year2026(changing))).toEqual([])
  const early = { editions: [{ ...changing.editions[0]!, from: '2026-05' }] }
  expect(told(year2026(early))).toEqual(['power-2026 2026-05 2026-12'])
})

it('G4 what an edition no longer covers stands in the total before it and apart after it', () => {
  const without = edition('power-2026', { validFrom: '2026-07-01', categories: ['fuel-combustion'] })
  const narrower: Library = { ...library, guidelines: [older, without] }
  const { rounding, ...boundary } = { ...year2026({}).boundary, rounding: 'none' }
  const document = year2026({
    rounding,
    boundary: { ...boundary, view: 'guideline' },
    editions: [{ ...changing.editions[0]!, rounding }],
  })
  const { total, apart, bySource } = account(document, narrower)
  expect(total.state === 'complete' && textOf(total.figure.value)).toBe('3183.96')
  expect(bySource.map(({ months }) => months.length)).toEqual([6])
  expect(
    apart.map(({ why, sources }) => `${why} ${sources[0]?.months.map(({ month }) => month).join()}`),
  ).toEqual(['outside-guideline 2026-07,2026-08,2026-09,2026-10,2026-11,2026-12'])
})

it('G5 what is known for the whole year only falls under the edition of its first month, and it is said', () => {
  const yearly = source('electricity', {
    category: 'electricity',
    by: 'year',
    bought: { unit: 'MWh', months: { '2026': { value: '12000' } } },
    factor: { factor: 'grid' },
  })
  const { findings } = account(year2026(changing), withEditions)
  expect(findings.map(({ code }) => code)).not.toContain('accounting.year-across-editions')
  const document = june([yearly], { ...year2026(changing), sources: [yearly] })
  expect(account(document, withEditions).findings.map(({ code }) => code)).toContain(
    'accounting.year-across-editions',
  )
})

it('G6 an edition that begins outside the period, or before the one before it, is no document', () => {
  const twice = [changing.editions[0]!, { ...changing.editions[0]!, from: '2026-03' }]
  expect(() => year2026({ editions: twice })).toThrow('begins before the one before it')
  expect(() => year2026({ editions: [{ ...twice[0]!, from: '2027-01' }] })).toThrow('outside the period')
})

it('G7 editions of one guideline follow each other by the days they come into force', () => {
  const all = [older, newer, { ...newer, id: 'power-2027', validFrom: '2026-10-15', rounding: 'none' }]
  expect(editionsWithin(all, 'power-2022', 2026)).toEqual([
    { from: '2026-07', guideline: 'power-2026', rounding: 'statement-1-decimal' },
    { from: '2026-11', guideline: 'power-2027', rounding: 'none' },
  ])
  expect(editionsWithin(all, 'power-2022', 2025)).toEqual([])
  expect(editionAtStart(all, 'power-2022', 2026)?.id).toBe('power-2022')
  expect(editionAtStart(all, 'power-2022', 2027)?.id).toBe('power-2026')
})

/** A boiler whose carbon is measured and whose oxidation rate is what `factor` points at. */
function boiler(factor: { readonly urn: string; readonly ref: string }): Assembly {
  const since = { validFrom: '2025-01-01', validTo: null }
  const line = {
    id: 'boiler',
    name: '锅炉',
    category: 'fuel-combustion',
    isoCategory: 1,
    scope: 1,
    gas: 'CO2',
  }
  const calculation = { method: 'fuel-by-element-carbon', fuelClass: 'coal', carbonBasis: 'received' }
  const roles = [
    { role: 'fuel', unit: 't', value: '100' },
    { role: 'carbon', unit: 'tC/t', value: '0.6' },
    { role: 'oxidation', unit: '%', factor },
  ].map((each) => ({ ...since, id: each.role, name: each.role, source: 'boiler', factor: null, ...each }))
  return {
    rules: {
      title: '2026',
      year: 2026,
      facilities: null,
      guideline: 'power-2022',
      gwpSet: 'AR6',
      rounding: 'none',
      view: 'guideline',
      scope2: 'location-based',
      ...changing,
    },
    organization: { name: 'plant', creditCode: null },
    boundary: null,
    facilities: [{ node: { id: 'plant', name: 'plant' }, equityShare: null }],
    sources: [
      { source: { ...line, ...since, biogenic: false, reportedIn: 'both', calculation }, facility: 'plant' },
    ],
    parameters: roles.map((role) => ({ determination: 'measured', rollUp: 'sum', ...role })),
    known: roles.flatMap((role) =>
      role.value === undefined
        ? []
        : monthsOf(2026).map((month) => ({
            parameter: role.id,
            month,
            count: 1,
            digest: null,
            evidence: [],
            amount: { kind: 'value', value: role.value },
          })),
    ),
    factor: ({ urn, ref }: { urn: string; ref: string }) =>
      urn.endsWith('fuels-test:1')
        ? {
            edition: { ...factorEditions[0]!, urn },
            factor: { ...factorEditions[0]!.factors[0]!, ref, value: ref === 'old' ? '99' : '98', unit: '%' },
          }
        : undefined,
    guidelines: withEditions.guidelines,
  } as unknown as Assembly
}
const monthly = (document: InventoryDocument) =>
  account(document, withEditions).byMonth.map(({ total }) =>
    total.state === 'complete' ? total.figure.value.toDecimalPlaces(3).toFixed() : `lacks ${total.lines}`,
  )

it('G8 the default of the guideline is that of the edition in force: only its own months change', () => {
  const document = assemble(boiler({ urn: guidelineDefaultUrn, ref: 'coal-default' }))
  // 100 t × 0.6 tC/t × 44/12 is 220 t of CO₂; 99 % of it oxidised until June, 98 % from July.
  expect(monthly(document)).toEqual([...Array<string>(6).fill('217.8'), ...Array<string>(6).fill('215.6')])
  expect(document.factors.map(({ ref, value }) => `${ref} ${value}`)).toEqual(['new 98', 'old 99'])
})

it('G9 a value that the plant chose itself stays what it is, whatever edition takes over', () => {
  const document = assemble(boiler({ urn: 'urn:tanbu:factors:fuels-test:1', ref: 'old' }))
  expect(monthly(document)).toEqual(Array<string>(12).fill('217.8'))
})

it('G10 a default that an edition does not give is not guessed: its lines say so', () => {
  const document = assemble(boiler({ urn: guidelineDefaultUrn, ref: 'straw' }))
  expect(monthly(document)).toEqual(Array<string>(12).fill('lacks 1'))
  const codes = account(document, withEditions).findings.map(({ code }) => code)
  expect(codes).toContain('accounting.unknown-factor')
})

it('G11 one default for all coals stands for each of them', () => {
  const document = assemble(boiler({ urn: guidelineDefaultUrn, ref: 'bituminous' }))
  expect(monthly(document)[0]).toBe('217.8')
})
