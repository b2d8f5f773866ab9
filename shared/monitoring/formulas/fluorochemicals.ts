import type { FormulaDefinition } from './definition.ts'
import { copied } from './documents.ts'
import { fluorinatedGases } from './fluorinated-gases.ts'
import { amount, property, share } from './inputs.ts'

/** Fluorinated gases from the plants that make them. */
export const fluorochemicalFormulas: readonly FormulaDefinition[] = [
  {
    id: 'hcfc22-hfc23-ndrc-2015',
    title: { zh: 'HCFC-22 生产副产 HFC-23', en: 'HFC-23 from the production of HCFC-22' },
    sector: 'fluorochemical',
    ...copied(2015),
    gases: ['HFC-23'],
    expression: 'P * r - R - D',
    parameters: [
      amount('P', { zh: 'HCFC-22 产量', en: 'HCFC-22 produced' }, 't'),
      property('r', { zh: 'HFC-23 生成因子', en: 'HFC-23 formed per HCFC-22' }, 'tHFC/t', {
        symbol: 'EF',
        weightedBy: 'P',
        factorKinds: ['emission-factor'],
      }),
      amount('R', { zh: 'HFC-23 回收量', en: 'HFC-23 recovered' }, 'tHFC', { absent: '0' }),
      amount('D', { zh: 'HFC-23 销毁量', en: 'HFC-23 destroyed' }, 'tHFC', { absent: '0' }),
    ],
  },
  {
    id: 'hfc23-destroyed-co2-ndrc-2015',
    title: { zh: 'HFC-23 销毁转化的 CO2', en: 'CO2 from HFC-23 that is destroyed' },
    sector: 'fluorochemical',
    ...copied(2015),
    gases: ['CO2'],
    expression: 'D * 44[tCO2/tHFC] / 70',
    parameters: [amount('D', { zh: 'HFC-23 销毁量', en: 'HFC-23 destroyed' }, 'tHFC')],
  },
  {
    id: 'fluorinated-gas-production-ndrc-2015',
    title: { zh: 'HFCs、PFCs、SF6 生产的副产与逃逸', en: 'By-product and escape in making HFCs, PFCs, SF6' },
    sector: 'fluorochemical',
    ...copied(2015),
    gases: fluorinatedGases,
    ofAnySubstance: true,
    expression: 'P * EF',
    parameters: [
      amount('P', { zh: '产品产量', en: 'Gas produced' }, 't'),
      share(
        'EF',
        { zh: '副产及逃逸比例', en: 'Share that escapes' },
        {
          weightedBy: 'P',
          factorKinds: ['loss-rate'],
        },
      ),
    ],
  },
]
