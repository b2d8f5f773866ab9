import type { FormulaDefinition } from './definition.ts'
import { copied, recalled } from './documents.ts'
import { amount, property, share } from './inputs.ts'

/** What a plant catches instead of letting it out, hands over, or keeps in its products. All of it is taken off. */
export const recoveryFormulas: readonly FormulaDefinition[] = [
  {
    id: 'co2-recovered-volume-ndrc-2013',
    title: { zh: 'CO2 回收外供（按气体体积）', en: 'CO2 recovered and handed over, by gas volume' },
    sector: 'general',
    ...copied(2013),
    gases: ['CO2'],
    deducts: true,
    expression: '0[tCO2] - Q * C * 19.7[tCO2/10^4 Nm3]',
    parameters: [
      amount('Q', { zh: '回收外供的气体量', en: 'Gas recovered and handed over' }, '10^4 Nm3'),
      share(
        'C',
        { zh: 'CO2 体积分数', en: 'CO2 by volume' },
        {
          weightedBy: 'Q',
          absent: '1',
          factorKinds: ['content'],
        },
      ),
    ],
    note: {
      zh: 'CO2 密度取 19.7 吨每万标立方米（指南值；0 ℃ 时为 19.77）。',
      en: 'CO2 weighs 19.7 t per 10⁴ Nm³ as the guideline has it (19.77 at 0 °C).',
    },
  },
  {
    id: 'co2-transferred-mass-2015',
    title: { zh: 'CO2 回收转移（按质量）', en: 'CO2 recovered and transferred, by mass' },
    sector: 'general',
    document: 'GB/T 32150-2015',
    clause: '',
    verification: 'recalled',
    gases: ['CO2'],
    deducts: true,
    expression: '0[tCO2] - M * w',
    parameters: [
      amount('M', { zh: '转移出边界的 CO2 气体质量', en: 'CO2 gas handed over the boundary' }, 'tCO2'),
      share('w', { zh: 'CO2 质量分数', en: 'CO2 by mass' }, { weightedBy: 'M', absent: '1' }),
    ],
  },
  {
    id: 'ch4-recovered-ndrc-2014',
    title: { zh: 'CH4 回收利用', en: 'CH4 recovered' },
    sector: 'general',
    ...copied(2014),
    gases: ['CH4', 'CH4-fossil', 'CH4-non-fossil'],
    deducts: true,
    expression: '0[tCH4] - Q * V * 7.17[tCH4/10^4 Nm3]',
    parameters: [
      amount('Q', { zh: '回收利用的气体量', en: 'Gas recovered' }, '10^4 Nm3'),
      share(
        'V',
        { zh: 'CH4 体积分数', en: 'CH4 by volume' },
        {
          weightedBy: 'Q',
          absent: '1',
          factorKinds: ['content'],
        },
      ),
    ],
  },
  {
    id: 'carbon-kept-in-product-ndrc-2013',
    title: { zh: '产品固碳', en: 'Carbon kept in a product' },
    sector: 'general',
    ...recalled(2013),
    gases: ['CO2'],
    deducts: true,
    expression: '0[tCO2] - P * C * 44[tCO2/tC] / 12',
    parameters: [
      amount('P', { zh: '固碳产品产量', en: 'Product that keeps carbon' }, 't'),
      property('C', { zh: '产品含碳量', en: 'Carbon content of the product' }, 'tC/t', {
        weightedBy: 'P',
        factorKinds: ['content'],
      }),
    ],
  },
]
