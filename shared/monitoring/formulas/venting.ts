import type { FormulaDefinition } from './definition.ts'
import { copied, recalled } from './documents.ts'
import { amount, property, share } from './inputs.ts'

const ventilated = amount(
  'Qv',
  { zh: '风排量（纯气）', en: 'Carried off by ventilation (pure gas)' },
  '10^4 Nm3',
  {
    symbol: 'Q_v',
  },
)
const drained = amount('Qd', { zh: '抽放量（纯气）', en: 'Drained (pure gas)' }, '10^4 Nm3', {
  symbol: 'Q_d',
  absent: '0',
})
const used = amount('Qu', { zh: '回收利用量（纯气）', en: 'Recovered and used (pure gas)' }, '10^4 Nm3', {
  symbol: 'Q_u',
  absent: '0',
})

/** Gas that leaves unburnt: vented from wells and plants, taken out of natural gas, or set free in mines. */
export const ventingFormulas: readonly FormulaDefinition[] = [
  {
    id: 'venting-ch4-ndrc-2014',
    title: { zh: '工艺放空 CH4（按放空气量）', en: 'CH4 vented, by gas volume' },
    sector: 'oil-gas',
    ...recalled(2014),
    gases: ['CH4', 'CH4-fossil'],
    expression: 'Q * V * 7.17[tCH4/10^4 Nm3]',
    parameters: [
      amount('Q', { zh: '放空气体量', en: 'Gas vented' }, '10^4 Nm3'),
      share('V', { zh: 'CH4 体积分数', en: 'CH4 by volume' }, { symbol: 'V_CH4', weightedBy: 'Q' }),
    ],
  },
  {
    id: 'well-test-ch4-ndrc-2014',
    title: { zh: '试井放空 CH4', en: 'CH4 vented in well tests' },
    sector: 'oil-gas',
    ...recalled(2014),
    gases: ['CH4', 'CH4-fossil'],
    expression: 'HV * T * V * 7.17[tCH4/10^4 Nm3]',
    parameters: [
      property('HV', { zh: '试井时无阻流量', en: 'Open flow during the test' }, '10^4 Nm3/h'),
      amount('T', { zh: '试井作业时数（各井合计）', en: 'Hours of testing, all wells' }, 'h'),
      share('V', { zh: 'CH4 体积分数', en: 'CH4 by volume' }, { symbol: 'V_CH4' }),
    ],
  },
  {
    id: 'acid-gas-co2-ndrc-2014',
    title: { zh: '天然气酸气脱除 CO2', en: 'CO2 from the removal of acid gas' },
    sector: 'oil-gas',
    ...recalled(2014),
    gases: ['CO2'],
    expression: '(Qin * Vin - Qout * Vout) * 19.7[tCO2/10^4 Nm3]',
    parameters: [
      amount('Qin', { zh: '进入脱除装置的天然气量', en: 'Natural gas into the unit' }, '10^4 Nm3', {
        symbol: 'Q_in',
      }),
      share(
        'Vin',
        { zh: '进气 CO2 体积分数', en: 'CO2 by volume going in' },
        {
          symbol: 'V_in',
          weightedBy: 'Qin',
        },
      ),
      amount('Qout', { zh: '离开脱除装置的天然气量', en: 'Natural gas out of the unit' }, '10^4 Nm3', {
        symbol: 'Q_out',
      }),
      share(
        'Vout',
        { zh: '出气 CO2 体积分数', en: 'CO2 by volume coming out' },
        {
          symbol: 'V_out',
          weightedBy: 'Qout',
        },
      ),
    ],
  },
  {
    id: 'underground-ch4-ndrc-2014',
    title: { zh: '井工开采 CH4（实测流量）', en: 'CH4 of underground mining, measured' },
    sector: 'coal-mining',
    ...copied(2014),
    gases: ['CH4', 'CH4-fossil'],
    expression: '(Qv + Qd - Qf - Qu) * 7.17[tCH4/10^4 Nm3]',
    parameters: [
      ventilated,
      drained,
      amount('Qf', { zh: '火炬销毁量（纯 CH4）', en: 'Destroyed in flares (pure CH4)' }, '10^4 Nm3', {
        symbol: 'Q_f',
        absent: '0',
      }),
      used,
    ],
    note: {
      zh: '体积按标准状况计；以 20 ℃ 计量的读数须先折算到 0 ℃。火炬燃烧生成的 CO2 另行登记。',
      en: 'Volumes at 0 °C; readings at 20 °C are converted first. The CO2 of the flare is registered apart.',
    },
  },
  {
    id: 'underground-co2-ndrc-2014',
    title: { zh: '井工开采 CO2（实测流量）', en: 'CO2 of underground mining, measured' },
    sector: 'coal-mining',
    ...copied(2014),
    gases: ['CO2'],
    expression: '(Qv + Qd - Qu) * 19.7[tCO2/10^4 Nm3]',
    parameters: [ventilated, drained, used],
  },
]
