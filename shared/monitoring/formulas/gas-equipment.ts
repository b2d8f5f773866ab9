import type { FormulaDefinition, FormulaParameter } from './definition.ts'
import { copied } from './documents.ts'
import { fluorinatedGases, refrigerants } from './fluorinated-gases.ts'
import { amount, property, share } from './inputs.ts'

/** Stocks of the gas in store, which a month opens and closes with; over the year all but the ends cancel. */
const stocks: readonly FormulaParameter[] = [
  amount('IB', { zh: '期初库存量', en: 'In store at the beginning' }, 't'),
  amount('IE', { zh: '期末库存量', en: 'In store at the end' }, 't'),
  amount('AC', { zh: '购入量', en: 'Bought' }, 't'),
]

/** Fluorinated gases that leak from equipment and are lost while it is filled, repaired or scrapped. */
export const gasEquipmentFormulas: readonly FormulaDefinition[] = [
  {
    id: 'refrigerant-leakage-ipcc-2006',
    title: { zh: '制冷剂等泄漏（库存变化法）', en: 'Leakage of refrigerants, by change of stock' },
    sector: 'general',
    document: 'IPCC 2006 Vol.3 Ch.7',
    clause: '7.5.2',
    verification: 'recalled',
    gases: refrigerants,
    ofAnySubstance: true,
    expression: '(IB + AC - IE - DI) * w',
    parameters: [
      ...stocks,
      amount(
        'DI',
        { zh: '充入新设备、回收交出或售出量', en: 'Filled into new equipment, handed over or sold' },
        't',
        {
          absent: '0',
        },
      ),
      share(
        'w',
        { zh: '混合制冷剂中该组分的质量分数', en: 'Share of this substance in a blend' },
        {
          weightedBy: 'AC',
          absent: '1',
        },
      ),
    ],
    note: {
      zh: '混合工质按组分分别登记排放源，各乘其质量分数。',
      en: 'A blend is registered as one source for each substance in it, each with its share.',
    },
  },
  {
    id: 'filling-loss-metered-ndrc-2015',
    title: { zh: '设备生产充装损失（流量计计量）', en: 'Loss in filling equipment, metered' },
    sector: 'machinery',
    ...copied(2015),
    gases: fluorinatedGases,
    ofAnySubstance: true,
    expression: 'IB + AC - IE - DI',
    parameters: [...stocks, amount('DI', { zh: '充入产品的量', en: 'Filled into products' }, 't')],
  },
  {
    id: 'filling-loss-weighed-ndrc-2015',
    title: { zh: '设备生产充装损失（容器称重）', en: 'Loss in filling equipment, containers weighed' },
    sector: 'machinery',
    ...copied(2015),
    gases: fluorinatedGases,
    ofAnySubstance: true,
    expression: 'IB + AC - IE - (MB - ME - n * L)',
    parameters: [
      ...stocks,
      amount('MB', { zh: '充装前容器内质量', en: 'In the containers before filling' }, 't'),
      amount('ME', { zh: '充装后容器内质量', en: 'In the containers after filling' }, 't'),
      amount('n', { zh: '充装次数', en: 'Number of fillings' }, 'piece'),
      property('L', { zh: '每次充装连接处泄漏量', en: 'Lost at the joints in each filling' }, 't/piece', {
        symbol: 'EF',
        factorKinds: ['emission-factor'],
      }),
    ],
    note: {
      zh: '每次充装的泄漏缺省为 0.342 mol，乘以气体摩尔质量得到质量。',
      en: 'By default each filling loses 0.342 mol, which times the molar mass gives the mass.',
    },
  },
  {
    id: 'sf6-equipment-ndrc-2013',
    title: { zh: 'SF6 设备检修与退役', en: 'SF6 equipment repaired or retired' },
    sector: 'grid',
    ...copied(2013),
    gases: ['SF6'],
    ofAnySubstance: true,
    expression: 'C - R',
    parameters: [
      amount('C', { zh: '检修或退役设备的 SF6 容量', en: 'SF6 held by the equipment' }, 't', {
        symbol: 'REC_capacity',
      }),
      amount('R', { zh: 'SF6 实际回收量', en: 'SF6 recovered from it' }, 't', { symbol: 'REC_recovered' }),
    ],
  },
  {
    id: 'fire-extinguisher-refill-ipcc-2006',
    title: { zh: '灭火器使用与泄漏（补充量法）', en: 'Fire extinguishers used or leaking, by refill' },
    sector: 'general',
    document: 'IPCC 2006 Vol.3 Ch.7',
    clause: '7.6',
    verification: 'recalled',
    gases: ['CO2', ...fluorinatedGases],
    ofAnySubstance: true,
    expression: 'F - R',
    parameters: [
      amount('F', { zh: '灭火剂补充量', en: 'Agent refilled' }, 't'),
      amount('R', { zh: '灭火剂回收量', en: 'Agent recovered' }, 't', { absent: '0' }),
    ],
  },
]

const feed: readonly FormulaParameter[] = [
  amount('FC', { zh: '原料气使用量', en: 'Feed gas used' }, 't'),
  share(
    'h',
    { zh: '容器中气体残余比例', en: 'Share left in the containers' },
    {
      weightedBy: 'FC',
      absent: '0',
    },
  ),
]
const exhaust: readonly FormulaParameter[] = [
  share('a', { zh: '废气处理装置收集效率', en: 'Share that the treatment collects' }, { absent: '0' }),
  share(
    'd',
    { zh: '废气处理装置去除效率', en: 'Share that the treatment removes' },
    {
      absent: '0',
      factorKinds: ['abatement-efficiency'],
    },
  ),
]

/** Fluorinated gases that etch and clean in the making of semiconductors and screens. */
export const etchingFormulas: readonly FormulaDefinition[] = [
  {
    id: 'etching-feed-gas-ndrc-2015',
    title: { zh: '刻蚀与 CVD 清洗：未反应的原料气', en: 'Etching and CVD cleaning: feed gas not used up' },
    sector: 'electronics',
    ...copied(2015),
    gases: fluorinatedGases,
    ofAnySubstance: true,
    expression: 'FC * (1 - h) * (1 - U) * (1 - a * d)',
    parameters: [
      ...feed,
      share(
        'U',
        { zh: '原料气利用率', en: 'Share of the feed gas that reacts' },
        {
          weightedBy: 'FC',
          factorKinds: ['conversion-rate'],
        },
      ),
      ...exhaust,
    ],
  },
  {
    id: 'etching-by-product-ndrc-2015',
    title: { zh: '刻蚀与 CVD 清洗：副产物', en: 'Etching and CVD cleaning: by-product' },
    sector: 'electronics',
    ...copied(2015),
    gases: fluorinatedGases,
    ofAnySubstance: true,
    expression: 'FC * (1 - h) * B * (1 - a * d)',
    parameters: [
      ...feed,
      share(
        'B',
        { zh: '每吨原料气生成的副产物', en: 'By-product formed per feed gas' },
        {
          weightedBy: 'FC',
          factorKinds: ['emission-factor'],
        },
      ),
      ...exhaust,
    ],
  },
]
