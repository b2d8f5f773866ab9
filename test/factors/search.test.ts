import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { everyFactor, factorIndex, type FactorQuery, isFactor, searchFactors } from '#shared/factors/search'

import { shippedLibrary } from './shipped.ts'

const index = factorIndex(shippedLibrary())
const search = (words: string, narrowed: Partial<FactorQuery> = {}) =>
  searchFactors(index, { ...everyFactor, ...narrowed, words })
const first = (words: string, narrowed: Partial<FactorQuery> = {}) => {
  const [hit] = search(words, narrowed)
  if (!hit) return 'nothing'
  return isFactor(hit.row) ? `${hit.row.name.zh} ${hit.row.dataYear ?? ''} ${hit.row.value}` : hit.row.name.zh
}

describe('Searching factors', () => {
  it.each([
    ['2022年全国电力平均', '全国电力平均二氧化碳排放因子 2022 0.5366'],
    ['全国 电力 2022', '全国电力平均二氧化碳排放因子 2022 0.5366'],
    ['china average electricity 2022', '全国电力平均二氧化碳排放因子 2022 0.5366'],
    ['华东电网 2012', '华东区域电网平均二氧化碳排放因子 2012 0.7035'],
    ['华东电网 2022', '华东区域电力平均二氧化碳排放因子 2022 0.5617'],
    ['华东 OM', '华东区域电网电量边际（OM）排放因子 2019 0.7921'],
    ['0.7921', '华东区域电网电量边际（OM）排放因子 2019 0.7921'],
    ['0.5810', '全国电网平均排放因子 2021 0.581'],
    ['henan 2023', '河南电力平均二氧化碳排放因子 2023 0.5897'],
    ['河南省 2023', '河南电力平均二氧化碳排放因子 2023 0.5897'],
    ['西藏', '西藏电力平均二氧化碳排放因子'],
    ['白云石 煅烧', '白云石煅烧  0.478'],
  ])('“%s” gives first %s', (words, expected) => {
    expect(first(words)).toBe(expected)
  })
  it('reads gases in any spelling', () => {
    const spelled = ['HFC-134a', 'hfc134a', 'ＨＦＣ－134ａ']
    for (const words of spelled)
      expect(first(words, { urn: 'urn:tanbu:factors:gwp-ar6:2021' })).toMatch(/ 1530$/)
    expect(search('CO₂ 电力').length).toBe(search('CO2 电力').length)
  })
  it('knows the words people use: 热值, NCV, petrol, 外购电', () => {
    expect(first('烟煤 热值')).toMatch(/^烟煤.*低位发热量/)
    expect(first('natural gas NCV')).toMatch(/^天然气 低位发热量/)
    expect(first('外购电 2022')).toBe('全国电力平均二氧化碳排放因子 2022 0.5366')
    expect(search('petrol NCV').length).toBeGreaterThan(0)
  })
  it('narrows by kind, gas, region, purpose, year, trust and edition at once', () => {
    const hits = search('', { purpose: 'electricity-average', year: 2023, region: 'CN-GD' })
    expect(hits.map(({ row }) => isFactor(row) && row.value)).toEqual(['0.4419'])
    expect(search('', { verification: 'verified' })).toEqual([])
    expect(search('', { kind: 'gwp', gas: 'SF6' })).toHaveLength(7)
  })
  it('takes a year for the data year or for a year that the document covers', () => {
    const values = search('', { purpose: 'reporting-grid-average', region: 'CN', year: 2022 })
    expect(values.map(({ row }) => isFactor(row) && row.value)).toEqual(['0.5703', '0.581'])
  })
  it('wants every word', () => {
    expect(search('烟煤 独角兽')).toEqual([])
  })
  it('gives everything for an empty query', () => {
    expect(search('  ')).toHaveLength(index.length)
  })
  it('finds every row by its own name, and more words never find more rows', () => {
    fc.assert(
      fc.property(fc.constantFrom(...index), fc.constantFrom(...index), ({ row }, { row: other }) => {
        const hits = search(row.name.zh)
        expect(hits.some((hit) => hit.row === row)).toBe(true)
        expect(search(`${row.name.zh} ${other.name.en}`).length).toBeLessThanOrEqual(hits.length)
      }),
      { numRuns: 25 },
    )
  })
})
