import type { FormulaDefinition } from './definition.ts'
import { copied, recalled } from './documents.ts'
import { amount, property, share } from './inputs.ts'

const metal = amount('P', { zh: '原铝产量', en: 'Aluminium produced' }, 't')
const mee2024 = {
  document: '生态环境部 企业温室气体排放核算与报告指南 铝冶炼行业（2024）',
  clause: '',
  verification: 'secondary-copy',
} as const
const sulphurAndAsh = (weightedBy: string) => [
  share(
    'S',
    { zh: '炭阳极平均含硫量', en: 'Sulphur in the anode' },
    { weightedBy, factorKinds: ['content'] },
  ),
  share('A', { zh: '炭阳极平均灰分含量', en: 'Ash in the anode' }, { weightedBy, factorKinds: ['content'] }),
]
const minutes = property(
  'AEM',
  { zh: '阳极效应持续时间（分钟/槽·日）', en: 'Anode effect minutes per cell and day' },
  'ratio',
  { weightedBy: 'P', mayExceedOne: true },
)
const slope = property('S', { zh: '斜率系数', en: 'Slope coefficient' }, 'tPFC/t', {
  factorKinds: ['emission-factor'],
})
/**
 * The coefficient is for a millivolt, and efficiency counts in percent: 95, not 0.95. Taken as a share it would give a
 * hundred times what the slope method gives for the same anode effects. Millivolts stand as a plain number.
 */
const byOvervoltage = [
  metal,
  property('OVC', { zh: '过电压系数', en: 'Overvoltage coefficient' }, 'tPFC/t', {
    factorKinds: ['emission-factor'],
  }),
  property('AEO', { zh: '阳极效应过电压（mV）', en: 'Anode effect overvoltage in mV' }, 'ratio', {
    weightedBy: 'P',
    mayExceedOne: true,
  }),
  share('CE', { zh: '电流效率', en: 'Current efficiency' }, { weightedBy: 'P' }),
]
const fluoroethane = share(
  'F',
  { zh: 'C2F6 与 CF4 质量比', en: 'C2F6 by mass of CF4' },
  { factorKinds: ['content'] },
)
const overvoltageNote = {
  zh: '过电压系数按每吨铝每毫伏计，电流效率以百分数（95）参与计算；缺省值：中间下料预焙槽 1.16、侧部下料预焙槽 3.65（kg CF4/(t·mV)）；无中文指南采用本法，数值待与原文核对',
  en: 'The coefficient is for a tonne of aluminium and a millivolt, and current efficiency counts in percent (95); defaults 1.16 for centre-worked and 3.65 for side-worked prebake cells (kg CF4/(t·mV)); no Chinese guideline takes this method; compare with the original',
}
const ipcc = { document: 'IPCC 2006', clause: '3.4.4.4', verification: 'recalled' } as const

/** Metals: carbon that goes off with the anode, fluorinated gases of the anode effect, carbon kept in the product. */
export const metalFormulas: readonly FormulaDefinition[] = [
  {
    id: 'anode-consumption-ndrc-2013',
    title: { zh: '炭阳极消耗（净耗法）', en: 'Anode consumption, by net consumption' },
    sector: 'aluminium',
    ...recalled(2013),
    gases: ['CO2'],
    expression: 'P * NC * (1 - S - A) * 44[tCO2/tC] / 12',
    parameters: [
      metal,
      property('NC', { zh: '吨铝炭阳极净耗', en: 'Net consumption of anode per aluminium' }, 'tC/t', {
        weightedBy: 'P',
        factorKinds: ['consumption-rate'],
      }),
      ...sulphurAndAsh('P'),
    ],
  },
  {
    id: 'anode-consumption-mee-2024',
    title: { zh: '炭阳极消耗（缺省净耗）', en: 'Anode consumption, by the default per tonne' },
    sector: 'aluminium',
    ...mee2024,
    gases: ['CO2'],
    expression: 'P * NC * 44[tCO2/tC] / 12',
    parameters: [
      metal,
      property('NC', { zh: '吨铝炭阳极净耗碳量', en: 'Net carbon of the anode per aluminium' }, 'tC/t', {
        weightedBy: 'P',
        factorKinds: ['consumption-rate'],
      }),
    ],
    note: {
      zh: '缺省值 0.411 tC/t 按碳计，不再扣除硫分和灰分；公式读法待与正式文本核对',
      en: 'The default 0.411 tC/t is carbon already, so sulphur and ash are not taken off; compare with the official text',
    },
  },
  {
    id: 'anode-measured-mee-2024',
    title: { zh: '炭阳极消耗（实测）', en: 'Anode consumption, measured' },
    sector: 'aluminium',
    ...mee2024,
    verification: 'recalled',
    gases: ['CO2'],
    expression: 'M * (1 - L) * (1 - S - A) * 44[tCO2/t] / 12',
    parameters: [
      amount('M', { zh: '炭阳极消耗量', en: 'Anode used' }, 't'),
      share(
        'L',
        { zh: '残极等损失率', en: 'Share lost as butts' },
        { weightedBy: 'M', factorKinds: ['loss-rate'] },
      ),
      ...sulphurAndAsh('M'),
    ],
  },
  {
    id: 'anode-effect-cf4-slope-ipcc-2006',
    title: { zh: '阳极效应 CF4（斜率法）', en: 'Anode effect CF4, slope method' },
    sector: 'aluminium',
    ...ipcc,
    gases: ['CF4'],
    expression: 'P * S * AEM',
    parameters: [metal, slope, minutes],
  },
  {
    id: 'anode-effect-c2f6-slope-ipcc-2006',
    title: { zh: '阳极效应 C2F6（斜率法）', en: 'Anode effect C2F6, slope method' },
    sector: 'aluminium',
    ...ipcc,
    gases: ['C2F6'],
    expression: 'P * S * AEM * F',
    parameters: [metal, slope, minutes, fluoroethane],
  },
  {
    id: 'anode-effect-cf4-overvoltage-ipcc-2006',
    title: { zh: '阳极效应 CF4（过电压法）', en: 'Anode effect CF4, overvoltage method' },
    sector: 'aluminium',
    ...ipcc,
    clause: 'Vol. 3 Eq. 4.27',
    gases: ['CF4'],
    expression: 'P * OVC * AEO / (100 * CE)',
    parameters: byOvervoltage,
    note: overvoltageNote,
  },
  {
    id: 'anode-effect-c2f6-overvoltage-ipcc-2006',
    title: { zh: '阳极效应 C2F6（过电压法）', en: 'Anode effect C2F6, overvoltage method' },
    sector: 'aluminium',
    ...ipcc,
    clause: 'Vol. 3 Eq. 4.27',
    gases: ['C2F6'],
    expression: 'P * OVC * AEO / (100 * CE) * F',
    parameters: [...byOvervoltage, fluoroethane],
    note: overvoltageNote,
  },
  {
    id: 'carbon-in-product-ndrc-2013',
    title: { zh: '固碳产品隐含的排放', en: 'Carbon kept in a product' },
    sector: 'steel',
    ...copied(2013),
    gases: ['CO2'],
    expression: '0[tCO2] - P * EF',
    deducts: true,
    parameters: [
      amount('P', { zh: '固碳产品产量', en: 'Product made' }, 't'),
      property('EF', { zh: '固碳产品排放因子', en: 'CO2 that its carbon would give' }, 'tCO2/t', {
        weightedBy: 'P',
        factorKinds: ['deduction', 'emission-factor'],
      }),
    ],
  },
]
