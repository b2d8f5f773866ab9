import type { FormulaDefinition } from './definition.ts'
import { copied, recalled } from './documents.ts'
import { amount, property, share } from './inputs.ts'

const mee2024 = {
  document: '生态环境部 企业温室气体排放核算与报告指南 水泥行业（2024）',
  clause: '',
  verification: 'secondary-copy',
} as const

/** Process emission of cement works, in the forms of 2013 and of 2024. */
export const cementFormulas: readonly FormulaDefinition[] = [
  {
    id: 'clinker-oxides-ndrc-2013',
    title: { zh: '熟料：原料碳酸盐分解（CaO、MgO 法）', en: 'Clinker, by CaO and MgO from carbonates' },
    sector: 'cement',
    ...recalled(2013),
    gases: ['CO2'],
    expression: '(Q + Qc + Qb) * ((f1 - f10) * 44[tCO2/t] / 56 + (f2 - f20) * 44[tCO2/t] / 40)',
    parameters: [
      amount('Q', { zh: '熟料产量', en: 'Clinker produced' }, 't'),
      amount('Qc', { zh: '窑炉排气筒（窑头）粉尘量', en: 'Kiln dust vented' }, 't', {
        symbol: 'Q_ckd',
        absent: '0',
      }),
      amount('Qb', { zh: '窑炉旁路放风粉尘量', en: 'Bypass dust' }, 't', { symbol: 'Q_bpd', absent: '0' }),
      share('f1', { zh: '熟料 CaO 含量', en: 'CaO in the clinker' }, { symbol: 'FR_1', weightedBy: 'Q' }),
      share(
        'f10',
        { zh: '熟料中非碳酸盐来源的 CaO 含量', en: 'CaO in the clinker that is not from carbonates' },
        { symbol: 'FR_10', weightedBy: 'Q', absent: '0' },
      ),
      share('f2', { zh: '熟料 MgO 含量', en: 'MgO in the clinker' }, { symbol: 'FR_2', weightedBy: 'Q' }),
      share(
        'f20',
        { zh: '熟料中非碳酸盐来源的 MgO 含量', en: 'MgO in the clinker that is not from carbonates' },
        { symbol: 'FR_20', weightedBy: 'Q', absent: '0' },
      ),
    ],
  },
  {
    id: 'raw-meal-carbon-ndrc-2013',
    title: { zh: '生料中非燃料碳煅烧', en: 'Non-fuel carbon in the raw meal' },
    sector: 'cement',
    ...recalled(2013),
    gases: ['CO2'],
    expression: 'Q * f0 * 44[tCO2/tC] / 12',
    parameters: [
      amount('Q', { zh: '生料数量', en: 'Raw meal used' }, 't'),
      property('f0', { zh: '生料中非燃料碳含量', en: 'Non-fuel carbon in the raw meal' }, 'tC/t', {
        symbol: 'FR_0',
        weightedBy: 'Q',
        factorKinds: ['content'],
      }),
    ],
    note: {
      zh: '无测量数据时取 0.1%；生料采用煤矸石、高碳粉煤灰等配料时取 0.3%',
      en: '0.1 % where it is not measured, 0.3 % with coal gangue or high-carbon fly ash in the raw meal',
    },
  },
  {
    id: 'clinker-mee-2024',
    title: { zh: '熟料：按产量与熟料排放因子', en: 'Clinker, by amount and factor of its type' },
    sector: 'cement',
    ...mee2024,
    gases: ['CO2'],
    expression: 'Q * EF',
    parameters: [
      amount('Q', { zh: '熟料产量', en: 'Clinker produced' }, 't'),
      property('EF', { zh: '熟料过程排放因子', en: 'Process factor of the clinker' }, 'tCO2/t', {
        weightedBy: 'Q',
        factorKinds: ['emission-factor'],
      }),
    ],
  },
  {
    id: 'clinker-replacement-mee-2024',
    title: { zh: '非碳酸盐替代原料扣减', en: 'Deduction for raw materials without carbonate' },
    sector: 'cement',
    ...mee2024,
    gases: ['CO2'],
    expression: '0[tCO2] - m * d',
    deducts: true,
    parameters: [
      amount('m', { zh: '替代原料消耗量', en: 'Replacing material used' }, 't'),
      property('d', { zh: '扣减系数', en: 'Deduction per tonne of it' }, 'tCO2/t', {
        weightedBy: 'm',
        factorKinds: ['deduction'],
      }),
    ],
  },
  {
    id: 'raw-meal-gangue-mee-2024',
    title: { zh: '生料配料中煤矸石等含碳原料', en: 'Coal gangue and other carbon in the raw meal' },
    sector: 'cement',
    ...mee2024,
    gases: ['CO2'],
    expression: 'm * NCV * CC * 44[tCO2/tC] / 12',
    parameters: [
      amount('m', { zh: '配料用煤矸石消耗量', en: 'Gangue used as raw material' }, 't'),
      property('NCV', { zh: '低位发热量', en: 'Net calorific value' }, 'GJ/t', {
        weightedBy: 'm',
        factorKinds: ['net-calorific-value'],
      }),
      property('CC', { zh: '单位热值含碳量', en: 'Carbon content per heat' }, 'tC/GJ', {
        weightedBy: 'm',
        factorKinds: ['carbon-content-per-heat'],
      }),
    ],
  },
  ...(['fossil', 'biogenic'] as const).map((part): FormulaDefinition => ({
    id: `alternative-fuel-${part}-ndrc-2013`,
    title:
      part === 'fossil'
        ? { zh: '替代燃料与协同处置废物：非生物质部分', en: 'Alternative fuel and waste, fossil part' }
        : { zh: '替代燃料与协同处置废物：生物质部分', en: 'Alternative fuel and waste, biogenic part' },
    sector: 'cement',
    ...copied(2013),
    gases: ['CO2'],
    expression: part === 'fossil' ? 'Q * HV * EF * a' : 'Q * HV * EF * (1 - a)',
    parameters: [
      amount('Q', { zh: '替代燃料或废物消耗量', en: 'Alternative fuel or waste used' }, 't'),
      property('HV', { zh: '加权平均低位发热量', en: 'Net calorific value' }, 'GJ/t', {
        weightedBy: 'Q',
        factorKinds: ['net-calorific-value'],
      }),
      property('EF', { zh: '单位热值 CO2 排放因子', en: 'CO2 per heat' }, 'tCO2/GJ', {
        weightedBy: 'Q',
        factorKinds: ['emission-factor'],
      }),
      share(
        'a',
        { zh: '非生物质碳的比例', en: 'Share of the carbon that is fossil' },
        {
          symbol: 'α',
          weightedBy: 'Q',
          factorKinds: ['content'],
        },
      ),
    ],
  })),
]
