import { describe, expect, it } from 'vitest'

import type { FactorEdition } from '#shared/factors/library'
import type { Factor } from '#shared/factors/model'
import { checkFactors, correctedEdition, ownUrn, refuseUnfitEdition } from '#shared/factors/own-edition'
import { Refusal } from '#shared/kernel/refusal'

const measured: Factor = {
  ref: 'boiler-coal/net-calorific-value',
  subject: 'bituminous',
  name: { zh: '入炉煤', en: 'as-fired coal' },
  kind: 'net-calorific-value',
  value: '22.5',
  unit: 'GJ/t',
  per: null,
  formula: null,
  gas: null,
  region: null,
  purpose: null,
  usedFor: null,
  sector: null,
  dataYear: 2025,
  validFrom: null,
  validTo: null,
  source: '检测报告 JC-2025-014 第 2 页',
  seenIn: null,
  verification: 'verified',
  note: null,
}
const own: FactorEdition = {
  urn: ownUrn('boiler-lab', 1),
  origin: 'own',
  title: { zh: '锅炉化验', en: 'Boiler laboratory' },
  issuer: { zh: '本厂化验室', en: 'plant laboratory' },
  document: '检测报告 JC-2025-014',
  published: '2025',
  supersedes: null,
  note: null,
  factors: [measured],
  remarks: [],
}
const shipped: FactorEdition = { ...own, urn: 'urn:tanbu:factors:gwp-ar6:2021', origin: 'shipped' }
const corrected = correctedEdition(own, { factors: [{ ...measured, value: '22.4' }], note: null })
const codes = (change: Partial<Factor>) => checkFactors([{ ...measured, ...change }]).map(({ code }) => code)
const outcome = (act: () => unknown) => {
  try {
    act()
  } catch (trouble) {
    if (trouble instanceof Refusal) return trouble.code
    throw trouble
  }
  return 'allowed'
}

describe('An own edition', () => {
  it('is corrected by a new edition that names the old, which stays as it was', () => {
    expect(corrected.urn).toBe('urn:tanbu:factors:own-boiler-lab:2')
    expect(corrected.supersedes).toBe(own.urn)
    expect(own.factors[0]?.value).toBe('22.5')
  })
  it.each([
    ['a new one', own, [], 'allowed'],
    ['a correction of the newest', corrected, [own], 'allowed'],
    ['a name that is taken', own, [own], 'factors.edition-exists'],
    ['a correction of what is not there', corrected, [], 'factors.unknown-edition'],
    ['a shipped name', shipped, [], 'factors.not-own'],
    [
      'a correction of a shipped edition',
      { ...corrected, supersedes: shipped.urn },
      [shipped],
      'factors.not-own',
    ],
    [
      'a second correction of one edition',
      { ...corrected, urn: ownUrn('boiler-lab', 3) },
      [own, corrected],
      'factors.already-superseded',
    ],
  ])('%s', (_, edition, library, expected) => {
    expect(outcome(() => refuseUnfitEdition(edition, library))).toBe(expected)
  })
  it('never takes the place of a shipped one', () => {
    expect(outcome(() => correctedEdition(shipped, own))).toBe('factors.not-own')
    expect(outcome(() => ownUrn('锅炉', 1))).toBe('factors.own-table-name')
  })
})

describe('A value of an own edition', () => {
  it('with source, year and fitting unit is accepted', () => {
    expect(codes({})).toEqual([])
    expect(codes({ dataYear: null, validFrom: '2025-01-01' })).toEqual([])
  })
  it.each<[string, Partial<Factor>, string]>([
    ['needs a source', { source: '  ' }, 'factors.no-source'],
    ['needs a year', { dataYear: null }, 'factors.no-year'],
    ['needs a unit of its kind', { unit: 'tCO2/MWh' }, 'factors.unit-unfit'],
    ['is never negative', { value: '-22.5' }, 'factors.out-of-range'],
    [
      'that is a share is at most the whole',
      { kind: 'oxidation-rate', value: '101', unit: '%' },
      'factors.out-of-range',
    ],
    ['that is a GWP needs a gas', { kind: 'gwp', unit: 'tCO2e/tCH4' }, 'factors.gas-missing'],
    [
      'is counted in its own gas',
      { kind: 'emission-factor', gas: 'CH4', unit: 'tCO2/t' },
      'factors.gas-unfit',
    ],
    [
      'that is a GWP is per its own gas',
      { kind: 'gwp', gas: 'SF6', unit: 'tCO2e/tCH4' },
      'factors.gas-unfit',
    ],
  ])('%s', (_, change, code) => {
    expect(codes(change)).toEqual([code])
  })
  it('shows all that is wrong at once', () => {
    expect(codes({ source: ' ', dataYear: null, unit: 'tCO2/MWh' })).toEqual([
      'factors.no-source',
      'factors.no-year',
      'factors.unit-unfit',
    ])
  })
})
