import type { FormulaDefinition } from './definition.ts'
import { copied } from './documents.ts'
import { amount, property } from './inputs.ts'

/** Power grids: what the lines lose. */
export const gridFormulas: readonly FormulaDefinition[] = [
  {
    id: 'transmission-loss-ndrc-2013',
    title: { zh: '输配电损失', en: 'Transmission and distribution losses' },
    sector: 'grid',
    ...copied(2013),
    gases: ['CO2'],
    expression: '(Wg + Wi - Wo - Ws) * EF',
    parameters: [
      amount('Wg', { zh: '电厂上网电量', en: 'Fed in by power plants' }, 'MWh', { symbol: 'EL_fed' }),
      amount('Wi', { zh: '自外省输入电量', en: 'Brought in from other grids' }, 'MWh', {
        symbol: 'EL_in',
        absent: '0',
      }),
      amount('Wo', { zh: '向外省输出电量', en: 'Sent to other grids' }, 'MWh', {
        symbol: 'EL_out',
        absent: '0',
      }),
      amount('Ws', { zh: '售电量', en: 'Sold' }, 'MWh', { symbol: 'EL_sold' }),
      property('EF', { zh: '电力排放因子', en: 'Electricity emission factor' }, 'tCO2/MWh', {
        factorKinds: ['emission-factor'],
      }),
    ],
  },
]
