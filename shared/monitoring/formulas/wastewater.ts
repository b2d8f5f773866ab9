import type { FormulaDefinition } from './definition.ts'
import { copied } from './documents.ts'
import { amount, property, share } from './inputs.ts'

/** Methane where waste water is treated without air. */
export const wastewaterFormulas: readonly FormulaDefinition[] = [
  {
    id: 'wastewater-ch4-ndrc-2015',
    title: { zh: '废水厌氧处理 CH4', en: 'CH4 from the anaerobic treatment of waste water' },
    sector: 'general',
    ...copied(2015),
    gases: ['CH4', 'CH4-non-fossil'],
    expression: '(W * (Cin - Cout) - S) * Bo * MCF - R',
    parameters: [
      amount('W', { zh: '厌氧处理的废水量', en: 'Waste water treated without air' }, 'm3'),
      property('Cin', { zh: '进水 COD 浓度', en: 'COD going in' }, 'kg/m3', {
        symbol: 'COD_in',
        weightedBy: 'W',
      }),
      property('Cout', { zh: '出水 COD 浓度', en: 'COD coming out' }, 'kg/m3', {
        symbol: 'COD_out',
        weightedBy: 'W',
      }),
      amount('S', { zh: '以污泥方式清除的 COD', en: 'COD removed as sludge' }, 'kg', { absent: '0' }),
      property('Bo', { zh: '最大 CH4 产生能力', en: 'Highest CH4 that COD can give' }, 'kgCH4/kg', {
        symbol: 'B_o',
        factorKinds: ['methane-potential'],
      }),
      share(
        'MCF',
        { zh: '甲烷修正因子', en: 'Methane correction factor' },
        {
          factorKinds: ['methane-correction'],
        },
      ),
      amount('R', { zh: 'CH4 回收量', en: 'CH4 recovered' }, 'kgCH4', { absent: '0' }),
    ],
    note: {
      zh: 'TOW = W ×（COD_in − COD_out）。回收的 CH4 若另行登记为回收源，此处不再填写。',
      en: 'TOW = W × (COD_in − COD_out). CH4 that is registered as a recovery of its own is not entered here again.',
    },
  },
]
