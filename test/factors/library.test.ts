import { describe, expect, it } from 'vitest'

import { fuels } from '#shared/factors/fuels'
import { familyOf, gases, gasFamilies, massUnitOf } from '#shared/factors/gases'
import { gwpEditions, gwpOf, gwpSetNames, gwpSetOf } from '#shared/factors/gwp'
import { factorEdition, factorLibrary, trustFindings } from '#shared/factors/library'
import { coversYear, factorAt, factorsOf } from '#shared/factors/lookup'
import { enterprisePurposes } from '#shared/factors/model'
import { checkFactors } from '#shared/factors/own-edition'
import { regions } from '#shared/factors/regions'
import { steamTable } from '#shared/factors/steam'
import { glossary, searchTerms } from '#shared/kernel/glossary'
import { Refusal } from '#shared/kernel/refusal'

import { resource, shippedLibrary } from './shipped.ts'

const library = shippedLibrary()
const factors = library.flatMap(({ urn, factors: rows }) => rows.map((row) => ({ urn, ...row })))
const edition = (urn: string) => library.find((one) => one.urn === urn)!
const value = (urn: string, ref: string) => {
  const { factor } = factorAt(library, { urn, ref })
  return `${factor.value} ${factor.unit}`
}
const refusal = (act: () => unknown) => {
  try {
    act()
  } catch (trouble) {
    if (trouble instanceof Refusal) return trouble.code
    throw trouble
  }
  return 'allowed'
}

describe('The shipped library', () => {
  it('holds every published row: none lost, none twice', () => {
    const count = (start: string) =>
      library
        .filter(({ urn }) => urn.startsWith(`urn:tanbu:factors:${start}`))
        .map(({ factors: rows, remarks }) => rows.length + remarks.length)
        .reduce((sum, rows) => sum + rows, 0)
    const grid = ['grid-', 'electricity-', 'heat-'].map(count).reduce((sum, rows) => sum + rows)
    const process = ['process-', 'carbonates-', 'densities-'].map(count).reduce((sum, rows) => sum + rows)
    expect({ grid, process, gwp: count('gwp-'), fuels: count('fuels-') }).toEqual({
      grid: 154,
      process: 212,
      gwp: 269,
      fuels: 291,
    })
  })
  it('never claims that a value was verified, and gives every value a source', () => {
    expect(factors.filter(({ verification }) => verification === 'verified')).toEqual([])
    expect(factors.filter(({ source }) => source.trim() === '')).toEqual([])
  })
  it('is shipped, not own, and carries a title in both languages', () => {
    for (const { origin, title, urn } of library) {
      expect(origin, urn).toBe('shipped')
      expect(title.zh, urn).toMatch(/\p{Script=Han}/u)
      expect(title.en, urn).not.toMatch(/\p{Script=Han}/u)
    }
  })
  it('names every row in English without Chinese characters', () => {
    expect(factors.filter(({ name }) => /\p{Script=Han}/u.test(name.en)).map(({ ref }) => ref)).toEqual([])
  })
  it('measures every value in a unit that fits its kind and its gas, within the possible range', () => {
    const findings = checkFactors(factors)
    expect(findings.filter(({ code }) => code !== 'factors.no-year')).toEqual([])
  })
  it('knows every region and fuel it speaks of', () => {
    const places = new Set(factors.flatMap(({ region }) => region ?? []))
    expect([...places].filter((place) => !Object.hasOwn(regions, place))).toEqual([])
    const burned = factors.filter(({ urn }) => urn.includes(':fuels-')).map(({ subject }) => subject)
    expect(new Set(burned)).toEqual(new Set(Object.keys(fuels)))
  })
  it('keeps values as printed, without a float in between', () => {
    expect(value('urn:tanbu:factors:fuels-ndrc-sector:2015', 'petroleum-coke/net-calorific-value')).toBe(
      '31.0 GJ/t',
    )
    expect(value('urn:tanbu:factors:fuels-mee-power:2022', 'natural-gas/net-calorific-value')).toBe(
      '389.31 GJ/10^4 Nm3',
    )
    expect(value('urn:tanbu:factors:fuels-mee-power:2022', 'natural-gas/carbon-content-per-heat')).toBe(
      '0.01532 tC/GJ',
    )
    expect(value('urn:tanbu:factors:process-gbt-32151-34:2024', 'k1-k2-k3')).toBe('0.35 ratio')
    expect(value('urn:tanbu:factors:carbonates-ndrc:2015', 'CaCO3')).toBe('0.4397 tCO2/t')
    expect(value('urn:tanbu:factors:heat-default:undated', 'heat-default/CN')).toBe('0.11 tCO2/GJ')
  })
  it('tells what holds no single value, instead of leaving it out or making one up', () => {
    const told = library.flatMap(({ remarks }) => remarks.map(({ ref }) => ref))
    expect(told).toHaveLength(8)
    expect(told).toContain('electricity-average/CN-XZ')
    expect(told).toContain('coke-oven-gas/net-calorific-value')
  })
  it('refuses a file with a ref twice, an empty edition, and two editions of one name', () => {
    const sample = edition('urn:tanbu:factors:heat-default:undated')
    const twice = { ...sample, factors: [...sample.factors, ...sample.factors] }
    expect(factorEdition.safeParse(twice).success).toBe(false)
    expect(factorEdition.safeParse({ ...sample, factors: [] }).success).toBe(false)
    expect(factorEdition.safeParse({ ...sample, surprise: 1 }).success).toBe(false)
    expect(factorLibrary.safeParse([sample, sample]).success).toBe(false)
  })
})

describe('Electricity', () => {
  const electricity = (asked: { value: string }) =>
    factors.filter((row) => row.value === asked.value && row.subject === 'electricity')
  it.each([
    ['0.5366', 'electricity-average', 2022, 'CN'],
    ['0.7035', 'reporting-grid-average', 2012, 'CN-grid-east'],
    ['0.7921', 'baseline-om', 2019, 'CN-grid-east'],
    ['0.581', 'reporting-grid-average', 2021, 'CN'],
    ['0.5703', 'reporting-grid-average', 2022, 'CN'],
    ['0.6101', 'reporting-grid-average', 2015, 'CN'],
  ])('%s carries its purpose %s, year %i and region %s', (text, purpose, dataYear, region) => {
    expect(electricity({ value: text })).toMatchObject([{ purpose, dataYear, region }])
  })
  it('never lets a project baseline or a footprint pass as a factor for an enterprise report', () => {
    expect(enterprisePurposes).not.toContain('baseline-om')
    expect(enterprisePurposes).not.toContain('footprint')
  })
  it('says which years a notice covers', () => {
    const { factor } = factorAt(library, {
      urn: 'urn:tanbu:factors:grid-reporting:2022',
      ref: 'reporting-grid-average/CN',
    })
    expect([2020, 2021, 2022, 2023].map((year) => coversYear(factor, year))).toEqual([
      false,
      true,
      true,
      false,
    ])
  })
})

describe('A factor', () => {
  it('is found by edition and ref, and refused when there is none', () => {
    const nowhere = { urn: 'urn:tanbu:factors:gwp-ar6:2021', ref: 'HFCs' }
    expect(refusal(() => factorAt(library, nowhere))).toBe('factors.unknown')
  })
  it('of one subject and kind is never borrowed from another edition', () => {
    const power = edition('urn:tanbu:factors:fuels-mee-power:2022')
    expect(factorsOf(power, 'natural-gas', 'oxidation-rate').map((row) => row.value)).toEqual(['99'])
    expect(factorsOf(power, 'bituminous', 'oxidation-rate')).toEqual([])
  })
  it('from memory has to be explained, one from a copy is noted, a verified one says nothing', () => {
    const severity = (verification: 'verified' | 'secondary-copy' | 'recalled' | 'computed') =>
      trustFindings('x', { verification, source: 'GB/T 2589' }).map((finding) => finding.severity)
    expect(severity('recalled')).toEqual(['explain'])
    expect(severity('secondary-copy')).toEqual(['note'])
    expect(severity('verified')).toEqual([])
    expect(severity('computed')).toEqual([])
  })
})

describe('Global warming potentials', () => {
  const sets = Object.fromEntries(gwpSetNames.map((name) => [name, gwpSetOf(edition(gwpEditions[name]))]))
  const gwp = (name: string, gas: string) => {
    const { rate } = gwpOf(sets[name]!, gas)
    return `${rate.value.toString()} ${rate.unit}/${rate.per}`
  }
  it.each([
    ['SAR', 'CH4', '21 tCO2e/tCH4'],
    ['TAR', 'N2O', '296 tCO2e/tN2O'],
    ['AR4', 'HFC-134a', '1430 tCO2e/tHFC'],
    ['AR5', 'CH4', '28 tCO2e/tCH4'],
    ['AR5', 'CF4', '6630 tCO2e/tPFC'],
    ['AR5-feedback', 'SF6', '26087 tCO2e/tSF6'],
    ['AR6', 'CH4-non-fossil', '27 tCO2e/tCH4'],
    ['AR6', 'SF6', '24300 tCO2e/tSF6'],
    ['AR6', 'NF3', '17400 tCO2e/tNF3'],
    ['AR6', 'HCFC-22', '1960 tCO2e/t'],
    ['china-guideline', 'C2F6', '11100 tCO2e/tPFC'],
  ])('%s gives %s as %s', (name, gas, expected) => {
    expect(gwp(name, gas)).toBe(expected)
  })
  it('of CO2 is one in every set', () => {
    for (const name of gwpSetNames) expect(gwp(name, 'CO2')).toBe('1 tCO2e/tCO2')
  })
  it.each([
    ['AR6', 'HFCs'],
    ['AR6', 'PFCs'],
    ['SAR', 'NF3'],
    ['AR6', 'R-410A'],
    ['china-guideline', 'NF3'],
    ['AR6', 'toString'],
  ])('%s has none for %s, and none is guessed', (name, gas) => {
    expect(refusal(() => gwpOf(sets[name]!, gas))).toBe('factors.no-gwp')
  })
  it('point back to the row they came from', () => {
    const { from } = gwpOf(sets['AR5']!, 'HFC-23')
    expect(factorAt(library, from).factor.value).toBe('12400')
  })
  it('know every gas in at least one set, each weighed in the unit of its family', () => {
    const known = new Set(factors.filter(({ kind }) => kind === 'gwp').map(({ gas }) => gas))
    expect(gases.filter((gas) => !known.has(gas))).toEqual([])
    expect(new Set(gases.map(familyOf))).toEqual(new Set([...gasFamilies, null]))
    expect([massUnitOf('HFC-134a'), massUnitOf('c-C4F8'), massUnitOf('CFC-11')]).toEqual([
      'tHFC',
      'tPFC',
      't',
    ])
  })
})

describe('Steam tables', () => {
  const saturated = steamTable.parse(resource('factors/steam-saturated.json'))
  const superheated = steamTable.parse(resource('factors/steam-superheated.json'))
  it('hold one row for each pressure, and a full grid of pressures and temperatures', () => {
    expect(saturated.rows).toHaveLength(55)
    expect(saturated.rows.map(({ pressure }) => pressure)).toEqual(saturated.pressures)
    const grid = superheated.pressures.flatMap((pressure) =>
      superheated.temperatures.map((temperature) => `${pressure} ${temperature}`),
    )
    expect(superheated.rows.map(({ pressure, temperature }) => `${pressure} ${temperature}`)).toEqual(grid)
    expect(grid).toHaveLength(372)
  })
  it('run upwards in pressure and temperature, so that neighbours can be interpolated', () => {
    for (const axis of [saturated.pressures, superheated.pressures, superheated.temperatures])
      expect(axis.map(Number)).toEqual(axis.map(Number).toSorted((a, b) => a - b))
  })
  it('give the computed enthalpy and keep the wrong value found elsewhere beside it', () => {
    expect(saturated.rows.find(({ pressure }) => pressure === '22.0')).toEqual({
      pressure: '22.0',
      temperature: '373.707',
      enthalpy: '2164.2',
      asCodedElsewhere: '2822.2',
      asCodedIs: 'wrong',
    })
    const marked = [saturated, superheated].map(
      ({ rows }) => rows.filter((row) => row.asCodedIs === 'wrong').length,
    )
    expect(marked).toEqual([25, 20])
  })
})

describe('The glossary', () => {
  const terms = glossary.parse(resource('glossary/terms.json'))
  const found = (query: string) => searchTerms(terms, query).map(({ zh }) => zh)
  it('finds a term in Chinese, in English and by the word of the program', () => {
    expect(terms).toHaveLength(299)
    expect(found('排放因子')[0]).toBe('排放因子')
    expect(found('emission factor')[0]).toBe('排放因子')
    expect(found('MonthSeal')).toEqual(['月结'])
  })
  it('wants every word, and gives all for none', () => {
    expect(found('carbon unicorn')).toEqual([])
    expect(found('  ')).toHaveLength(299)
  })
})
