import type { FormulaDefinition } from './definition.ts'

/** Carbon dioxide that is driven out of carbonates, and what takes it up again. */
export const carbonateFormulas: readonly FormulaDefinition[] = [
  {
    id: 'carbonate-decomposition-ndrc-2015',
    title: { zh: '碳酸盐分解（按煅烧分解率）', en: 'Carbonate decomposition, by degree of calcination' },
    sector: 'general',
    document: '发改办气候〔2015〕1722号',
    clause: '',
    verification: 'secondary-copy',
    gases: ['CO2'],
    expression: 'M * w * EF * F',
    parameters: [
      {
        name: 'M',
        title: { zh: '含碳酸盐原料消耗量', en: 'Material with carbonate used' },
        symbol: 'M',
        unit: 't',
        rollUp: 'sum',
        factorKinds: [],
      },
      {
        name: 'w',
        title: { zh: '碳酸盐质量分数', en: 'Share of carbonate' },
        symbol: 'w',
        unit: 'ratio',
        rollUp: 'mean',
        weightedBy: 'M',
        absent: '1',
        factorKinds: ['content'],
      },
      {
        name: 'EF',
        title: { zh: '碳酸盐排放因子', en: 'Emission factor of the carbonate' },
        symbol: 'EF',
        unit: 'tCO2/t',
        rollUp: 'mean',
        factorKinds: ['emission-factor'],
      },
      {
        name: 'F',
        title: { zh: '煅烧分解率', en: 'Degree of calcination' },
        symbol: 'F',
        unit: 'ratio',
        rollUp: 'mean',
        weightedBy: 'M',
        absent: '1',
        factorKinds: ['conversion-rate'],
      },
    ],
  },
]
