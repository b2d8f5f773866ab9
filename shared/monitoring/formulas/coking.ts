import type { Wording } from '#shared/kernel/texts'

import type { FormulaDefinition, FormulaParameter } from './definition.ts'
import { recalled } from './documents.ts'
import { amount, property } from './inputs.ts'

/** Tonnes of a material under one name, and the carbon in it under `C` and that name. */
function weighed(name: string, mass: Wording, carbon: Wording, more: More = {}): readonly FormulaParameter[] {
  return [
    amount(name, mass, 't', more),
    property(`C${name}`, carbon, 'tC/t', {
      symbol: `CC_${name}`,
      weightedBy: name,
      factorKinds: ['content'],
      ...more,
    }),
  ]
}
type More = Pick<FormulaParameter, 'absent'>
/** A plant without such a product has none to take off. */
const notEverywhere: More = { absent: '0' }

/** What coal loses on its way to coke that is found again in no product. */
export const cokingFormulas: readonly FormulaDefinition[] = [
  {
    id: 'coking-process-ndrc-2014',
    title: { zh: '炼焦过程碳平衡', en: 'Carbon balance of coking' },
    sector: 'coking',
    ...recalled(2014),
    gases: ['CO2'],
    expression: '(PM * CPM - K * CK - G * CG - T * CT - B * CB - O * CO) * 44[tCO2/tC] / 12',
    parameters: [
      ...weighed(
        'PM',
        { zh: '炼焦原料量', en: 'Coal into the ovens' },
        { zh: '炼焦原料含碳量', en: 'Carbon in the coal' },
      ),
      ...weighed(
        'K',
        { zh: '焦炭产量', en: 'Coke produced' },
        { zh: '焦炭含碳量', en: 'Carbon in the coke' },
      ),
      amount('G', { zh: '焦炉煤气产量', en: 'Coke oven gas produced' }, '10^4 Nm3', notEverywhere),
      property('CG', { zh: '焦炉煤气含碳量', en: 'Carbon in the coke oven gas' }, 'tC/10^4 Nm3', {
        symbol: 'CC_G',
        weightedBy: 'G',
        ...notEverywhere,
      }),
      ...weighed(
        'T',
        { zh: '煤焦油产量', en: 'Tar produced' },
        { zh: '煤焦油含碳量', en: 'Carbon in the tar' },
        notEverywhere,
      ),
      ...weighed(
        'B',
        { zh: '粗苯产量', en: 'Crude benzol produced' },
        { zh: '粗苯含碳量', en: 'Carbon in the crude benzol' },
        notEverywhere,
      ),
      ...weighed(
        'O',
        { zh: '其他含碳产品和废弃物量', en: 'Other products and waste with carbon' },
        { zh: '其他含碳产品和废弃物含碳量', en: 'Carbon in other products and waste' },
        notEverywhere,
      ),
    ],
    note: {
      zh: '焦炉煤气回炉加热部分的燃烧排放另行登记；产量含自用部分。',
      en: 'The gas burnt to heat the ovens is registered as combustion; what is produced includes it.',
    },
  },
]
