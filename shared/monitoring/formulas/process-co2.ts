import type { FormulaDefinition } from './definition.ts'
import { copied } from './documents.ts'
import { amount, property, share } from './inputs.ts'

/** Carbon dioxide that is bought or carried in a product, and set free where it is used. */
export const processCarbonDioxideFormulas: readonly FormulaDefinition[] = [
  {
    id: 'welding-gas-ndrc-2015',
    title: { zh: 'CO2 气体保护焊', en: 'Shielding gas of welding' },
    sector: 'machinery',
    ...copied(2015),
    gases: ['CO2'],
    expression: 'W * P * 44[tCO2/t] / (P * 44 + (1 - P) * M)',
    parameters: [
      amount('W', { zh: '保护气净使用量', en: 'Shielding gas used' }, 't'),
      share('P', { zh: '保护气中 CO2 体积分数', en: 'CO2 by volume in the gas' }, { weightedBy: 'W' }),
      property('M', { zh: '其余气体的平均摩尔质量', en: 'Mean molar mass of the other gases' }, 'ratio', {
        weightedBy: 'W',
        absent: '0',
        mayExceedOne: true,
      }),
    ],
    note: {
      zh: '摩尔质量以 g/mol 计（氩 39.948）；未登记时视保护气全部为 CO2。',
      en: 'Molar mass in g/mol (argon 39.948); where none is registered all of the gas counts as CO2.',
    },
  },
  {
    id: 'purchased-co2-lost-ndrc-2015',
    title: { zh: '外购工业 CO2 使用损耗', en: 'Purchased CO2 lost in use' },
    sector: 'food',
    ...copied(2015),
    gases: ['CO2'],
    expression: 'Q * l',
    parameters: [
      amount('Q', { zh: '外购工业生产的 CO2 消耗量', en: 'Purchased CO2 used' }, 'tCO2'),
      share(
        'l',
        { zh: 'CO2 损耗比例', en: 'Share that is lost' },
        {
          weightedBy: 'Q',
          factorKinds: ['loss-rate'],
        },
      ),
    ],
  },
  {
    id: 'scr-urea-ndrc-2015',
    title: { zh: '尾气净化使用尿素', en: 'Urea in the cleaning of exhaust gas' },
    sector: 'transport',
    ...copied(2015),
    gases: ['CO2'],
    expression: 'M * P * 12 / 60 * 44[tCO2/t] / 12',
    parameters: [
      amount('M', { zh: '尿素添加剂消耗量', en: 'Urea solution used' }, 't'),
      share(
        'P',
        { zh: '添加剂中尿素质量分数', en: 'Urea by mass in the solution' },
        {
          weightedBy: 'M',
          factorKinds: ['content'],
        },
      ),
    ],
  },
]
