import type { FormulaDefinition } from './definition.ts'
import { copied, recalled } from './documents.ts'
import { amount, property, share } from './inputs.ts'

const decomposed = { zh: '煅烧分解率', en: 'Degree of calcination' }
const carbonateFactor = property(
  'EF',
  { zh: '碳酸盐排放因子', en: 'Emission factor of the carbonate' },
  'tCO2/t',
  { factorKinds: ['emission-factor'] },
)

/** Carbon dioxide that is driven out of carbonates, and what takes it up again. */
export const carbonateFormulas: readonly FormulaDefinition[] = [
  {
    id: 'carbonate-decomposition-ndrc-2015',
    title: { zh: '碳酸盐分解（按煅烧分解率）', en: 'Carbonate decomposition, by degree of calcination' },
    sector: 'general',
    ...copied(2015),
    gases: ['CO2'],
    expression: 'M * w * EF * F',
    parameters: [
      amount('M', { zh: '含碳酸盐原料消耗量', en: 'Material with carbonate used' }, 't'),
      share(
        'w',
        { zh: '碳酸盐质量分数', en: 'Share of carbonate' },
        { weightedBy: 'M', absent: '1', factorKinds: ['content'] },
      ),
      carbonateFactor,
      share('F', decomposed, { weightedBy: 'M', absent: '1', factorKinds: ['conversion-rate'] }),
    ],
  },
  {
    id: 'ceramics-carbonate-ndrc-2013',
    title: { zh: '陶瓷原料碳酸盐分解', en: 'Carbonates in ceramic raw material' },
    sector: 'ceramics',
    ...copied(2013),
    gases: ['CO2'],
    expression: 'M * eta * (c1 * 44[tCO2/t] / 100 + c2 * 44[tCO2/t] / 84)',
    parameters: [
      amount('M', { zh: '原料消耗量', en: 'Raw material used' }, 't'),
      share(
        'eta',
        { zh: '原料利用率', en: 'Share of the raw material that is used' },
        { symbol: 'η', factorKinds: ['conversion-rate'] },
      ),
      share('c1', { zh: 'CaCO3 质量分数', en: 'Share of CaCO3' }, { symbol: 'C_1', weightedBy: 'M' }),
      share('c2', { zh: 'MgCO3 质量分数', en: 'Share of MgCO3' }, { symbol: 'C_2', weightedBy: 'M' }),
    ],
  },
  {
    id: 'glass-carbon-powder-ndrc-2013',
    title: { zh: '玻璃原料碳粉氧化', en: 'Carbon powder in the glass batch' },
    sector: 'glass',
    ...copied(2013),
    gases: ['CO2'],
    expression: 'Q * C * 44[tCO2/tC] / 12',
    parameters: [
      amount('Q', { zh: '碳粉消耗量', en: 'Carbon powder used' }, 't'),
      property('C', { zh: '碳粉含碳量', en: 'Carbon in the powder' }, 'tC/t', {
        weightedBy: 'Q',
        absent: '1',
        factorKinds: ['content'],
      }),
    ],
  },
  {
    id: 'glass-carbonate-ndrc-2013',
    title: { zh: '玻璃原料碳酸盐分解', en: 'Carbonates in the glass batch' },
    sector: 'glass',
    ...copied(2013),
    gases: ['CO2'],
    expression: 'M * EF * F',
    parameters: [
      amount('M', { zh: '碳酸盐消耗量', en: 'Carbonate used' }, 't'),
      carbonateFactor,
      share('F', decomposed, { weightedBy: 'M', absent: '1', factorKinds: ['conversion-rate'] }),
    ],
  },
  {
    id: 'dolomite-calcination-ndrc-2013',
    title: { zh: '白云石煅烧', en: 'Calcination of dolomite' },
    sector: 'magnesium',
    ...recalled(2013),
    gases: ['CO2'],
    expression: 'M * w * EF',
    parameters: [
      amount('M', { zh: '白云石消耗量', en: 'Dolomite used' }, 't'),
      share(
        'w',
        { zh: '白云石平均纯度', en: 'Purity of the dolomite' },
        { weightedBy: 'M', factorKinds: ['content'] },
      ),
      carbonateFactor,
    ],
  },
  {
    id: 'oxalic-acid-ndrc-2015',
    title: { zh: '草酸分解', en: 'Decomposition of oxalic acid' },
    sector: 'other-nonferrous',
    ...copied(2015),
    gases: ['CO2'],
    expression: 'M * w * EF',
    parameters: [
      amount('M', { zh: '草酸消耗量', en: 'Oxalic acid used' }, 't'),
      share(
        'w',
        { zh: '草酸纯度', en: 'Purity of the oxalic acid' },
        { weightedBy: 'M', absent: '1', factorKinds: ['content'] },
      ),
      property('EF', { zh: '草酸分解排放因子', en: 'Emission factor of oxalic acid' }, 'tCO2/t', {
        factorKinds: ['emission-factor'],
      }),
    ],
  },
  {
    id: 'carbonation-absorption-ndrc-2015',
    title: { zh: '碳化工艺吸收的 CO2', en: 'CO2 taken up by carbonation' },
    sector: 'mining',
    ...copied(2015),
    gases: ['CO2'],
    expression: '0[tCO2] - Q * w * EF',
    deducts: true,
    parameters: [
      amount('Q', { zh: '碳化产品产量', en: 'Carbonated product made' }, 't'),
      share(
        'w',
        { zh: '产品碳酸盐质量分数', en: 'Share of carbonate in the product' },
        { weightedBy: 'Q', absent: '1', factorKinds: ['content'] },
      ),
      carbonateFactor,
    ],
  },
]
