import type { FactorPointer } from '#shared/factors/model'
import type { Parameter } from '#shared/monitoring/model'
import type { Api } from '#test/support/backend'

import { type Enterprise, found, type Input, ownFactor, register } from './enterprise.ts'

/** The national average of electricity, by the year of its data. */
export const nationalAverage = (year: number): FactorPointer => ({
  urn: `urn:tanbu:factors:electricity-co2:${year}`,
  ref: 'electricity-average/CN',
})

export interface PowerUser {
  readonly enterprise: Enterprise
  readonly bought: Parameter
  readonly factor: Parameter
}

const power = { code: 'D-1', name: '购入使用电力', calculation: { method: 'electricity' } } as const

/** An enterprise whose only source is the electricity it buys. */
async function powerUser(enterprise: Enterprise, bought: string, factor: FactorPointer): Promise<PowerUser> {
  const { parameters } = await register(enterprise, power, {
    bought: { name: bought, unit: 'MWh' },
    factor: { name: '电力排放因子', unit: 'tCO2/MWh', factor },
  })
  return { enterprise, bought: parameters.get('bought')!, factor: parameters.get('factor')! }
}

/** 2020, first with the margin of the grid that is made for reduction projects. */
export async function ningbo(api: Api): Promise<PowerUser> {
  const enterprise = await found(api, {
    name: '宁波柏厨集成厨房有限公司',
    industryCode: '2110',
    facility: '一厂',
    year: 2020,
  })
  const margin = { urn: 'urn:tanbu:factors:grid-baseline:2019', ref: 'baseline-om/CN-grid-east' }
  return powerUser(enterprise, '购入电量', margin)
}

/** 2024, with the factor that its statement lists and no library has. */
export async function henan(api: Api): Promise<PowerUser> {
  const enterprise = await found(api, {
    name: '河南华东工控技术有限公司',
    industryCode: '4011',
    facility: '生产基地',
    year: 2024,
  })
  const stated = await ownFactor(api, 'statement', {
    ref: 'stated',
    name: { zh: '核查声明所列电力排放因子', en: 'Electricity factor of the statement' },
    value: '0.5633',
    unit: 'tCO2/MWh',
    source: '核查声明 2024',
    validFrom: '2024-01-01',
    validTo: '2025-01-01',
  })
  return powerUser(enterprise, '外购电力', stated)
}

export async function demonstration(api: Api): Promise<PowerUser> {
  const enterprise = await found(api, {
    name: '示范工厂',
    industryCode: '3311',
    facility: '厂房',
    year: 2023,
  })
  return powerUser(enterprise, '购入电量', nationalAverage(2022))
}

const ofGas = (ref: string): FactorPointer => ({
  urn: 'urn:tanbu:factors:fuels-mee-power:2022',
  ref: `natural-gas/${ref}`,
})

/** 2023: a gas turbine that ran in January. */
export async function gasPlant(api: Api): Promise<Enterprise> {
  const enterprise = await found(api, {
    name: '燃气发电有限公司',
    industryCode: '4411',
    facility: '1号机组',
    year: 2023,
  })
  await register(
    enterprise,
    {
      code: 'R-1',
      name: '天然气',
      category: 'fuel-combustion',
      isoCategory: 1,
      scope: 1,
      calculation: { method: 'fuel-by-calorific-value', fuelClass: 'gas' },
      validFrom: '2023-01-01',
      validTo: '2023-02-01',
    },
    {
      fuel: { name: '消耗量', unit: '10^4 Nm3' },
      calorificValue: { name: '低位发热量', unit: 'GJ/10^4 Nm3' },
      carbonContent: { name: '单位热值含碳量', unit: 'tC/GJ', factor: ofGas('carbon-content-per-heat') },
      oxidation: { name: '碳氧化率', unit: '%', factor: ofGas('oxidation-rate') },
    },
  )
  return enterprise
}

export interface CarbonPlant {
  readonly enterprise: Enterprise
  /** The path of a source's figure, by the source's name. */
  readonly path: (name: string) => string
}

type Line = readonly [Parameters<typeof register>[1], Readonly<Record<string, Input>>]

/** 2024: a producer of carbon materials with the five kinds of sources of its standard, all of June. */
export async function carbonPlant(api: Api): Promise<CarbonPlant> {
  const enterprise = await found(api, {
    name: '炭素材料生产企业',
    industryCode: '3091',
    facility: '炭素厂',
    year: 2024,
  })
  const free = await ownFactor(api, 'free-electricity', {
    ref: 'free-electricity',
    name: { zh: '非化石电力与自发电', en: 'Non-fossil and own electricity' },
    value: '0',
    unit: 'tCO2/MWh',
    source: 'GB/T 32151.34-2024',
    validFrom: '2024-01-01',
  })
  const paths = new Map<string, string>()
  for (const [source, inputs] of [...directLines, ...energyLines(free)]) {
    const made = await register(
      enterprise,
      { ...source, validFrom: '2024-06-01', validTo: '2024-07-01' },
      inputs,
    )
    paths.set(made.source.name, `source/${made.source.id}`)
  }
  return { enterprise, path: (name) => paths.get(name)! }
}

const direct = { isoCategory: 1, scope: 1 } as const
const directLines: readonly Line[] = [
  [
    {
      ...direct,
      code: 'R-1',
      name: '煅烧炉',
      category: 'fuel-combustion',
      calculation: { method: 'fuel-by-element-carbon', fuelClass: 'gas', carbonBasis: 'received' },
    },
    {
      fuel: { name: '燃料气消耗量', unit: '10^4 Nm3' },
      carbon: { name: '燃料气含碳量', unit: 'tC/10^4 Nm3' },
      oxidation: { name: '碳氧化率', unit: '%' },
    },
  ],
  [
    {
      ...direct,
      code: 'G-1',
      name: '沥青烟气焚烧',
      category: 'process',
      calculation: { method: 'asphalt-fume' },
    },
    {
      flow: { name: '烟气流量', unit: 'Nm3/h' },
      concentration: { name: '沥青烟浓度', unit: 'mg/Nm3' },
      duration: { name: '焚烧时间', unit: 'h' },
      calorificValue: { name: '低位发热量', unit: 'GJ/t' },
      carbonContent: { name: '单位热值含碳量', unit: 'tC/GJ' },
      oxidation: { name: '碳氧化率', unit: '%' },
    },
  ],
  [
    {
      ...direct,
      code: 'T-1',
      name: '烟气脱硫',
      category: 'desulfurization',
      calculation: { method: 'desulfurization' },
    },
    {
      agent: { name: '石灰石消耗量', unit: 't' },
      carbonateShare: { name: '碳酸盐含量', unit: '%' },
      factor: {
        name: '碳酸盐排放因子',
        unit: 'tCO2/t',
        factor: { urn: 'urn:tanbu:factors:carbonates-mee:2024', ref: 'CaCO3-2024' },
      },
      conversion: { name: '转化率', unit: '%' },
    },
  ],
]

function energyLines(free: FactorPointer): readonly Line[] {
  const electricity = (code: string, name: string, factor: FactorPointer): Line => [
    { ...power, code, name },
    {
      bought: { name: '用电量', unit: 'MWh' },
      factor: { name: '排放因子', unit: 'tCO2/MWh', factor },
    },
  ]
  return [
    electricity('D-1', '电网购电', nationalAverage(2023)),
    electricity('D-2', '非化石电力', free),
    electricity('D-3', '自发电', free),
    [
      {
        code: 'Q-1',
        name: '外购蒸汽',
        category: 'heat',
        calculation: { method: 'heat', bought: 'steam', sold: null, enthalpyReference: 'as-given' },
      },
      {
        'bought/mass': { name: '蒸汽量', unit: 't' },
        'bought/enthalpy': { name: '蒸汽焓值', unit: 'kJ/kg' },
        factor: {
          name: '热力排放因子',
          unit: 'tCO2/GJ',
          factor: { urn: 'urn:tanbu:factors:heat-default:undated', ref: 'heat-default/CN' },
        },
      },
    ],
  ]
}
