import type { Wording } from '#shared/kernel/texts'

/** The kinds of plant that have an accounting guideline of their own, in the order of the guidelines. */
export const sectorTitles = {
  power: { zh: '发电', en: 'Power generation' },
  grid: { zh: '电网', en: 'Power grid' },
  steel: { zh: '钢铁', en: 'Iron and steel' },
  chemical: { zh: '化工', en: 'Chemicals' },
  aluminium: { zh: '电解铝', en: 'Aluminium' },
  magnesium: { zh: '镁冶炼', en: 'Magnesium' },
  glass: { zh: '平板玻璃', en: 'Flat glass' },
  cement: { zh: '水泥', en: 'Cement' },
  ceramics: { zh: '陶瓷', en: 'Ceramics' },
  aviation: { zh: '民航', en: 'Civil aviation' },
  'oil-gas': { zh: '石油和天然气生产', en: 'Oil and gas production' },
  petrochemical: { zh: '石油化工', en: 'Petrochemicals' },
  coking: { zh: '独立焦化', en: 'Coking' },
  'coal-mining': { zh: '煤炭生产', en: 'Coal mining' },
  paper: { zh: '造纸和纸制品', en: 'Pulp and paper' },
  'other-nonferrous': { zh: '其他有色金属', en: 'Other non-ferrous metals' },
  electronics: { zh: '电子设备制造', en: 'Electronics' },
  machinery: { zh: '机械设备制造', en: 'Machinery' },
  mining: { zh: '矿山', en: 'Mining of ores and minerals' },
  food: { zh: '食品、烟草及酒、饮料和精制茶', en: 'Food, tobacco, beverages and tea' },
  buildings: { zh: '公共建筑运营', en: 'Public buildings' },
  transport: { zh: '陆上交通运输', en: 'Land transport' },
  fluorochemical: { zh: '氟化工', en: 'Fluorochemicals' },
  'other-industry': { zh: '工业其他行业', en: 'Other industry' },
  'carbon-material': { zh: '炭素材料', en: 'Carbon materials' },
  /** What any plant may have. */
  general: { zh: '通用', en: 'Any plant' },
} as const satisfies Readonly<Record<string, Wording>>

export type Sector = keyof typeof sectorTitles
export const sectors = Object.keys(sectorTitles) as readonly string[] as readonly [Sector, ...Sector[]]
