import { describe, expect, it } from 'vitest'

import { splitHeading } from '#shared/activity/cell-unit'
import { measureOf } from '#shared/kernel/unit-names'
import { isUnit, units } from '#shared/kernel/units'

describe('units as people write them', () => {
  it.each([
    ['吨', 't'],
    ['公吨', 't'],
    ['T', 't'],
    ['万吨', '10^4 t'],
    ['千克', 'kg'],
    ['公斤', 'kg'],
    ['KG', 'kg'],
    ['千瓦时', 'kWh'],
    ['度', 'kWh'],
    ['kwh', 'kWh'],
    ['KWH', 'kWh'],
    ['kW·h', 'kWh'],
    ['千瓦·时', 'kWh'],
    ['兆瓦时', 'MWh'],
    ['MWH', 'MWh'],
    ['万千瓦时', '10^4 kWh'],
    ['万度', '10^4 kWh'],
    ['万kWh', '10^4 kWh'],
    ['立方米', 'm3'],
    ['m³', 'm3'],
    ['㎥', 'm3'],
    ['万立方米', '10^4 m3'],
    ['标方', 'Nm3'],
    ['Nm³', 'Nm3'],
    ['万标方', '10^4 Nm3'],
    ['万Nm3', '10^4 Nm3'],
    ['10⁴ Nm³', '10^4 Nm3'],
    ['10^4Nm3', '10^4 Nm3'],
    ['104Nm3', '10^4 Nm3'],
    ['吉焦', 'GJ'],
    ['百万千焦', 'GJ'],
    ['万吉焦', '10^4 GJ'],
    ['升', 'L'],
    ['％', '%'],
    ['吉焦/吨', 'GJ/t'],
    ['kJ/kg', 'kJ/kg'],
    ['GJ/万Nm3', 'GJ/10^4 Nm3'],
    ['tCO₂/MWh', 'tCO2/MWh'],
    ['吨二氧化碳/兆瓦时', 'tCO2/MWh'],
    ['℃', '°C'],
    ['ｔ', 't'],
  ])('%s means %s', (text, measure) => {
    expect(measureOf(text)).toBe(measure)
  })

  it.each(['', '斤', '亿千瓦时', 'Sm3', '吨/吨/吨', '箱', '吨/', 'MG', 'mWh'])(
    '“%s” is asked about, not guessed',
    (text) => {
      expect(measureOf(text)).toBeNull()
    },
  )

  it('every unit is found again by its own name and by its symbol', () => {
    for (const [unit, { symbol }] of Object.entries(units)) {
      expect(measureOf(unit), unit).toBe(unit)
      if (symbol !== '') expect(measureOf(symbol), symbol).toBe(unit)
      expect(isUnit(unit)).toBe(true)
    }
  })
})

describe('units in headings', () => {
  it.each([
    ['耗煤量(t)', '耗煤量', 't'],
    ['耗煤量（吨）', '耗煤量', 't'],
    ['外购电量[万千瓦时]', '外购电量', '10^4 kWh'],
    ['外购电量（单位：MWh）', '外购电量', 'MWh'],
    ['1#机组耗煤量（1号）(t)', '1#机组耗煤量(1号)', 't'],
    ['供热量/GJ', '供热量', 'GJ'],
    ['供热量，GJ', '供热量', 'GJ'],
    ['电量 kWh', '电量', 'kWh'],
    ['低位发热量 GJ/t', '低位发热量', 'GJ/t'],
    ['低位发热量(GJ/t)', '低位发热量', 'GJ/t'],
    ['机组（1号）', '机组(1号)', null],
    ['用量', '用量', null],
    ['A/B线', 'A/B线', null],
  ])('%s is %s in %s', (heading, name, unit) => {
    expect(splitHeading(heading)).toEqual({ name, unit })
  })
})
