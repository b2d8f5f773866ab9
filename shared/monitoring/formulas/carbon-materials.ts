import type { FormulaDefinition } from './definition.ts'
import { amount, share } from './inputs.ts'

const standard = { document: 'GB/T 32151.34-2024', verification: 'secondary-copy' } as const
const inferred = {
  zh: '44/12 与 44/16 的形式由测试数据反推，与全部数据一致，公式原文未见',
  en: 'The forms 44/12 and 44/16 were inferred from test data, all of which they fit; the text was not seen',
}
const notBurnt = (name: string) =>
  share(
    name,
    { zh: '挥发分未充分燃烧系数', en: 'Share of the volatile matter not burnt' },
    {
      symbol: `${name.slice(0, 1)}_${name.slice(1)}`,
      factorKinds: ['conversion-rate'],
    },
  )

/** Producers of carbon materials: calcining and baking. */
export const carbonMaterialFormulas: readonly FormulaDefinition[] = [
  {
    id: 'calcining-gbt-32151.34-2024',
    title: { zh: '煅烧工序', en: 'Calcining' },
    sector: 'carbon-material',
    ...standard,
    clause: '5.2.2',
    gases: ['CO2'],
    expression:
      '(gc * wf - (cc + uc + du) * wfc) * 44[tCO2/t] / 12 + k1 * (gc * wv - cc * wvc) * 44[tCO2/t] / 16',
    parameters: [
      amount('gc', { zh: '原料（生焦）投入量', en: 'Green coke put in' }, 't'),
      share(
        'wf',
        { zh: '原料固定碳含量', en: 'Fixed carbon of the green coke' },
        {
          symbol: 'w_fc',
          weightedBy: 'gc',
        },
      ),
      amount('cc', { zh: '煅后焦产量', en: 'Calcined coke' }, 't'),
      amount('uc', { zh: '未煅透焦量', en: 'Under-calcined coke' }, 't', { symbol: 'ucc', absent: '0' }),
      amount('du', { zh: '收集粉尘量', en: 'Dust collected' }, 't', { absent: '0' }),
      share(
        'wfc',
        { zh: '煅后焦固定碳含量', en: 'Fixed carbon of the calcined coke' },
        {
          symbol: 'w_fcc',
          weightedBy: 'cc',
        },
      ),
      notBurnt('k1'),
      share(
        'wv',
        { zh: '原料挥发分含量', en: 'Volatile matter of the green coke' },
        {
          symbol: 'w_var',
          weightedBy: 'gc',
        },
      ),
      share(
        'wvc',
        { zh: '煅后焦挥发分含量', en: 'Volatile matter of the calcined coke' },
        {
          symbol: 'w_varc',
          weightedBy: 'cc',
        },
      ),
    ],
    note: inferred,
  },
  {
    id: 'baking-gbt-32151.34-2024',
    title: { zh: '焙烧工序', en: 'Baking' },
    sector: 'carbon-material',
    ...standard,
    clause: '5.2.3',
    gases: ['CO2'],
    expression:
      '(pm * fm + pg * fg - wt - bp * fp) * 44[tCO2/t] / 12 + k2 * (pm * vm + pg * vg) * 44[tCO2/t] / 16',
    parameters: [
      amount('pm', { zh: '填充料消耗量', en: 'Packing material used' }, 't', { symbol: 'bpm' }),
      share(
        'fm',
        { zh: '填充料固定碳含量', en: 'Fixed carbon of the packing material' },
        {
          symbol: 'bpm_fc',
          weightedBy: 'pm',
        },
      ),
      amount('pg', { zh: '生制品投入量', en: 'Green bodies put in' }, 't', { symbol: 'bg' }),
      share(
        'fg',
        { zh: '生制品固定碳含量', en: 'Fixed carbon of the green bodies' },
        {
          symbol: 'bg_fc',
          weightedBy: 'pg',
        },
      ),
      amount('wt', { zh: '回收焦油碳量', en: 'Carbon in the tar recovered' }, 't', {
        symbol: 'bwt',
        absent: '0',
      }),
      amount('bp', { zh: '焙烧品产量', en: 'Baked product' }, 't'),
      share(
        'fp',
        { zh: '焙烧品固定碳含量', en: 'Fixed carbon of the baked product' },
        {
          symbol: 'bp_fc',
          weightedBy: 'bp',
        },
      ),
      notBurnt('k2'),
      share(
        'vm',
        { zh: '填充料挥发分含量', en: 'Volatile matter of the packing material' },
        {
          symbol: 'bpm_var',
          weightedBy: 'pm',
        },
      ),
      share(
        'vg',
        { zh: '生制品挥发分含量', en: 'Volatile matter of the green bodies' },
        {
          symbol: 'bg_var',
          weightedBy: 'pg',
        },
      ),
    ],
    note: inferred,
  },
]
