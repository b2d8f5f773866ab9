import type { FormulaDefinition, FormulaParameter } from './definition.ts'
import { amount, property, share } from './inputs.ts'

const fuel = amount('FC', { zh: '燃料消耗量', en: 'Fuel burnt' }, 't')
const heat = property('NCV', { zh: '低位发热量', en: 'Net calorific value' }, 'GJ/t', {
  weightedBy: 'FC',
  factorKinds: ['net-calorific-value'],
})
const carbon = property('CC', { zh: '单位热值含碳量', en: 'Carbon content per heat' }, 'tC/GJ', {
  weightedBy: 'FC',
  factorKinds: ['carbon-content-per-heat'],
})
const oxidation: FormulaParameter = share(
  'OF',
  { zh: '碳氧化率', en: 'Oxidation rate' },
  { weightedBy: 'FC', factorKinds: ['oxidation-rate'] },
)
const biomass = share(
  'b',
  { zh: '生物质碳的比例', en: 'Share of the carbon that is of biomass' },
  { weightedBy: 'FC', factorKinds: ['content'] },
)
const powerGuideline = {
  document: '环办气候函〔2022〕485号',
  clause: '',
  verification: 'recalled',
} as const

/** Burning, beyond the fuel methods that every plant has. */
export const combustionFormulas: readonly FormulaDefinition[] = [
  {
    id: 'mixed-fuel-fossil-mee-2022',
    title: { zh: '掺烧生物质、污泥或垃圾：化石部分', en: 'Fuel with biomass, sludge or waste: fossil part' },
    sector: 'power',
    ...powerGuideline,
    gases: ['CO2'],
    expression: 'FC * NCV * CC * (1 - b) * OF * 44[tCO2/tC] / 12',
    parameters: [fuel, heat, carbon, biomass, oxidation],
  },
  {
    id: 'mixed-fuel-biogenic-mee-2022',
    title: {
      zh: '掺烧生物质、污泥或垃圾：生物质部分',
      en: 'Fuel with biomass, sludge or waste: biogenic part',
    },
    sector: 'power',
    ...powerGuideline,
    gases: ['CO2'],
    expression: 'FC * NCV * CC * b * OF * 44[tCO2/tC] / 12',
    parameters: [fuel, heat, carbon, biomass, oxidation],
    note: {
      zh: '生物质 CO2 单列，不计入总量：请在排放源上勾选“生物质 CO2”',
      en: 'CO2 of biomass is reported apart: mark the source as biogenic',
    },
  },
  {
    id: 'coal-slag-ash-gbt-32151.1-2015',
    title: {
      zh: '燃煤（以炉渣和飞灰含碳量计氧化率）',
      en: 'Coal, oxidation from carbon in slag and fly ash',
    },
    sector: 'power',
    document: 'GB/T 32151.1-2015',
    clause: '',
    verification: 'recalled',
    gases: ['CO2'],
    expression: '(FC * NCV * CC - Gs * Cs - Ga * Ca / eta) * 44[tCO2/tC] / 12',
    parameters: [
      fuel,
      heat,
      carbon,
      amount('Gs', { zh: '炉渣产量', en: 'Slag' }, 't', { symbol: 'G_slag' }),
      property('Cs', { zh: '炉渣平均含碳量', en: 'Carbon in the slag' }, 'tC/t', {
        symbol: 'C_slag',
        weightedBy: 'Gs',
      }),
      amount('Ga', { zh: '飞灰产量', en: 'Fly ash' }, 't', { symbol: 'G_ash' }),
      property('Ca', { zh: '飞灰平均含碳量', en: 'Carbon in the fly ash' }, 'tC/t', {
        symbol: 'C_ash',
        weightedBy: 'Ga',
      }),
      share(
        'eta',
        { zh: '除尘系统平均除尘效率', en: 'Efficiency of the dust removal' },
        { symbol: 'η', factorKinds: ['abatement-efficiency'] },
      ),
    ],
    note: {
      zh: '氧化率 OF = 1 − (G_slag × C_slag + G_ash × C_ash ÷ η) ÷ (FC × NCV × CC)，已代入',
      en: 'OF = 1 − (G_slag × C_slag + G_ash × C_ash ÷ η) ÷ (FC × NCV × CC), put into the formula',
    },
  },
  {
    id: 'vehicle-fuel-economy-epa-2024',
    title: { zh: '车辆：行驶里程 ÷ 燃油经济性', en: 'Vehicles, distance by fuel economy' },
    sector: 'general',
    document: 'US EPA, Greenhouse Gas Equivalencies Calculator: Calculations and References',
    clause: '',
    verification: 'secondary-copy',
    gases: ['CO2'],
    expression: 'D / FE * EF / s',
    parameters: [
      amount('D', { zh: '行驶里程', en: 'Distance driven' }, 'km'),
      property('FE', { zh: '燃油经济性', en: 'Fuel economy' }, 'km/L', { weightedBy: 'D' }),
      property('EF', { zh: '燃料排放因子', en: 'Emission factor of the fuel' }, 'kgCO2/L', {
        weightedBy: 'D',
        factorKinds: ['emission-factor'],
      }),
      share(
        's',
        { zh: 'CO2 占全部温室气体的比例', en: 'Share of CO2 in all greenhouse gases' },
        { weightedBy: 'D', absent: '1' },
      ),
    ],
    note: {
      zh: '只在没有燃料消耗量时采用。填写 s 时，结果含 CH4 和 N2O（以 CO2 计）',
      en: 'Only where the fuel itself is not known. With s the result contains CH4 and N2O, as CO2',
    },
  },
  {
    id: 'cems-dry-flow-annex-f-2025',
    title: { zh: 'CEMS：工况烟气换算为干基标态', en: 'CEMS, stack gas converted to dry standard state' },
    sector: 'general',
    document: 'T/CIECCPA 碳管理体系 要求及使用指南，附录 F',
    clause: 'F.4',
    verification: 'secondary-copy',
    gases: ['CO2'],
    expression:
      'Q * h * 1[Nm3/m3] * (273[°C] / (273[°C] + T)) * ((0.101325[MPa] + P) / 0.101325[MPa]) * (1 - H) * C * 44[kgCO2/Nm3] / 22.4',
    parameters: [
      property('Q', { zh: '工况湿烟气流量', en: 'Wet stack gas as it flows' }, 'm3/h', { weightedBy: 'h' }),
      amount('h', { zh: '运行时间', en: 'Hours of operation' }, 'h'),
      property('T', { zh: '烟气温度', en: 'Temperature of the gas' }, '°C', { weightedBy: 'h' }),
      property('P', { zh: '烟气静压（表压）', en: 'Static pressure of the gas, gauge' }, 'MPa', {
        weightedBy: 'h',
        mayBeNegative: true,
      }),
      share('H', { zh: '烟气含湿量', en: 'Water in the gas' }, { weightedBy: 'h' }),
      share('C', { zh: '干基 CO2 体积浓度', en: 'CO2 by volume, dry' }, { symbol: 'C_CO2', weightedBy: 'h' }),
    ],
    note: {
      zh: '标准 F.4 未给出公式；本式转引自在线监测程序，工况流量 = 流速 × 断面积 × 3600。有小时数据时宜用连续监测方法',
      en: 'F.4 of the standard gives no formula; this one is copied from a monitoring program. Flow = speed × section × 3600. With hourly data prefer continuous measurement',
    },
  },
]
