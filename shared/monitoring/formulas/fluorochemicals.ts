import type { FormulaDefinition } from './definition.ts'

/** Fluorinated gases from the plants that make them. */
export const fluorochemicalFormulas: readonly FormulaDefinition[] = [
  {
    id: 'hcfc22-hfc23-ndrc-2015',
    title: { zh: 'HCFC-22 生产副产 HFC-23', en: 'HFC-23 from the production of HCFC-22' },
    sector: 'fluorochemical',
    document: '发改办气候〔2015〕1722号',
    clause: '',
    verification: 'secondary-copy',
    gases: ['HFC-23'],
    expression: 'P * r - R - D',
    parameters: [
      {
        name: 'P',
        title: { zh: 'HCFC-22 产量', en: 'HCFC-22 produced' },
        symbol: 'P',
        unit: 't',
        rollUp: 'sum',
        factorKinds: [],
      },
      {
        name: 'r',
        title: { zh: 'HFC-23 生成因子', en: 'HFC-23 formed per HCFC-22' },
        symbol: 'EF',
        unit: 'tHFC/t',
        rollUp: 'mean',
        weightedBy: 'P',
        factorKinds: ['emission-factor'],
      },
      {
        name: 'R',
        title: { zh: 'HFC-23 回收量', en: 'HFC-23 recovered' },
        symbol: 'R',
        unit: 'tHFC',
        rollUp: 'sum',
        absent: '0',
        factorKinds: [],
      },
      {
        name: 'D',
        title: { zh: 'HFC-23 销毁量', en: 'HFC-23 destroyed' },
        symbol: 'D',
        unit: 'tHFC',
        rollUp: 'sum',
        absent: '0',
        factorKinds: [],
      },
    ],
  },
]
