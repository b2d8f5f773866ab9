import type { FormulaDefinition, FormulaParameter } from './definition.ts'
import { copied, recalled } from './documents.ts'
import { amount, property, share } from './inputs.ts'

const burnt = amount('Q', { zh: '火炬气流量', en: 'Gas sent to the flare' }, '10^4 Nm3')
const oxidised = share(
  'OF',
  { zh: '火炬燃烧碳氧化率', en: 'Carbon oxidised in the flare' },
  {
    factorKinds: ['oxidation-rate'],
  },
)

const accident: readonly FormulaParameter[] = [
  property('GF', { zh: '事故时火炬气平均流速', en: 'Mean flow to the flare in the accident' }, '10^4 Nm3/h'),
  amount('T', { zh: '事故持续时间', en: 'Duration of the accident' }, 'h'),
]

/** Gas that is burnt without use: the carbon dioxide that comes of it, and the methane that does not burn. */
export const flaringFormulas: readonly FormulaDefinition[] = [
  {
    id: 'flare-co2-ndrc-2014',
    title: { zh: '火炬燃烧 CO2（正常工况）', en: 'CO2 of a flare, normal operation' },
    sector: 'general',
    ...copied(2014),
    gases: ['CO2'],
    expression: 'Q * (CC * OF * 44[tCO2/tC] / 12 + V * 19.7[tCO2/10^4 Nm3])',
    parameters: [
      burnt,
      property('CC', { zh: '除 CO2 外的含碳量', en: 'Carbon other than in CO2' }, 'tC/10^4 Nm3', {
        weightedBy: 'Q',
      }),
      oxidised,
      share(
        'V',
        { zh: '火炬气中 CO2 体积分数', en: 'CO2 by volume in the gas' },
        {
          symbol: 'V_CO2',
          weightedBy: 'Q',
          absent: '0',
        },
      ),
    ],
  },
  {
    id: 'flare-ch4-ndrc-2014',
    title: { zh: '火炬未燃尽 CH4（正常工况）', en: 'Unburnt CH4 of a flare, normal operation' },
    sector: 'general',
    ...recalled(2014),
    gases: ['CH4', 'CH4-fossil'],
    expression: 'Q * V * (1 - OF) * 7.17[tCH4/10^4 Nm3]',
    parameters: [
      burnt,
      share(
        'V',
        { zh: '火炬气中 CH4 体积分数', en: 'CH4 by volume in the gas' },
        {
          symbol: 'V_CH4',
          weightedBy: 'Q',
        },
      ),
      oxidised,
    ],
  },
  {
    id: 'flare-accident-co2-ndrc-2014',
    title: { zh: '事故火炬 CO2', en: 'CO2 of a flare in an accident' },
    sector: 'general',
    ...copied(2014),
    gases: ['CO2'],
    expression: 'GF * T * CN * OF * 440[tCO2/10^4 Nm3] / 22.4',
    parameters: [
      ...accident,
      property('CN', { zh: '火炬气平均碳原子数', en: 'Mean number of carbon atoms' }, 'ratio', {
        mayExceedOne: true,
      }),
      oxidised,
    ],
    note: {
      zh: '44 ÷ 22.4 × 10：每万标立方米每个碳原子生成的 CO2 吨数。一月内多次事故分别登记，或填流速按时间加权的平均值。',
      en: '44 ÷ 22.4 × 10 is the CO2 of each carbon atom in 10⁴ Nm³. Several accidents of a month are registered apart, or with a flow weighted by their hours.',
    },
  },
  {
    id: 'flare-accident-ch4-ndrc-2014',
    title: { zh: '事故火炬未燃尽 CH4', en: 'Unburnt CH4 of a flare in an accident' },
    sector: 'oil-gas',
    ...recalled(2014),
    gases: ['CH4', 'CH4-fossil'],
    expression: 'GF * T * V * (1 - OF) * 7.17[tCH4/10^4 Nm3]',
    parameters: [
      ...accident,
      share('V', { zh: '火炬气中 CH4 体积分数', en: 'CH4 by volume in the gas' }, { symbol: 'V_CH4' }),
      oxidised,
    ],
  },
]
