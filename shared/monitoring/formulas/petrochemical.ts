import type { FormulaDefinition } from './definition.ts'
import { copied, recalled } from './documents.ts'
import { amount, property, share } from './inputs.ts'

const oxidised = share(
  'OF',
  { zh: '烧焦碳氧化率', en: 'Carbon oxidised when the coke is burnt' },
  {
    factorKinds: ['oxidation-rate'],
  },
)

/** Coke that refineries and ethylene plants burn off catalysts and tubes. */
export const petrochemicalFormulas: readonly FormulaDefinition[] = [
  {
    id: 'coke-burn-off-ndrc-2014',
    title: { zh: '连续烧焦（催化裂化、流化焦化等）', en: 'Coke burnt off continuously (FCC, fluid coking)' },
    sector: 'petrochemical',
    ...copied(2014),
    gases: ['CO2'],
    expression: 'MC * CF * OF * 44[tCO2/tC] / 12',
    parameters: [
      amount('MC', { zh: '烧焦量', en: 'Coke burnt off' }, 't'),
      property('CF', { zh: '焦层含碳量', en: 'Carbon in the coke' }, 'tC/t', {
        weightedBy: 'MC',
        factorKinds: ['content'],
      }),
      oxidised,
    ],
  },
  {
    id: 'catalyst-regeneration-ndrc-2014',
    title: { zh: '间歇烧焦再生（催化重整等）', en: 'Catalyst regenerated in batches (reforming)' },
    sector: 'petrochemical',
    ...copied(2014),
    gases: ['CO2'],
    expression: 'MC * (1 - C1) * (C1 / (1 - C1) - C2 / (1 - C2)) * OF * 44[tCO2/t] / 12',
    parameters: [
      amount('MC', { zh: '待再生的催化剂量', en: 'Catalyst to be regenerated' }, 't'),
      share(
        'C1',
        { zh: '再生前催化剂含碳量', en: 'Carbon on the catalyst before' },
        {
          symbol: 'CF_1',
          weightedBy: 'MC',
        },
      ),
      share(
        'C2',
        { zh: '再生后催化剂含碳量', en: 'Carbon on the catalyst after' },
        {
          symbol: 'CF_2',
          weightedBy: 'MC',
        },
      ),
      oxidised,
    ],
  },
  {
    id: 'cracking-decoking-ndrc-2014',
    title: { zh: '乙烯裂解炉炉管烧焦', en: 'Decoking of the tubes of ethylene crackers' },
    sector: 'petrochemical',
    ...recalled(2014),
    gases: ['CO2'],
    expression: 'Q * T * (a + b) * 19.7[tCO2/10^4 Nm3]',
    parameters: [
      property('Q', { zh: '烧焦尾气平均流量', en: 'Mean flow of tail gas while decoking' }, '10^4 Nm3/h', {
        symbol: 'Q_wg',
      }),
      amount('T', { zh: '烧焦时间', en: 'Hours of decoking' }, 'h'),
      share('a', { zh: '尾气 CO2 体积分数', en: 'CO2 by volume in the tail gas' }, { symbol: 'Con_CO2' }),
      share(
        'b',
        { zh: '尾气 CO 体积分数', en: 'CO by volume in the tail gas' },
        {
          symbol: 'Con_CO',
          absent: '0',
        },
      ),
    ],
  },
]
