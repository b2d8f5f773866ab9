import type { Wording } from '#shared/kernel/texts'

import type { ProductionKey, ProductionRole } from './production.ts'

/** Production of a power plant and what its emission comes to per unit of it. */
const keys = {
  'accounting.production.generation': { zh: '发电量 W_fd', en: 'Gross generation W_fd' },
  'accounting.production.supplied-power': { zh: '供电量 W_gd', en: 'Supplied power W_gd' },
  'accounting.production.supplied-heat': { zh: '供热量 Q_gr', en: 'Supplied heat Q_gr' },
  'accounting.production.heat-ratio': { zh: '供热比 a', en: 'Heat-supply ratio a' },
  'accounting.production.emission': { zh: '设施排放量 E', en: 'Emission of the facility E' },
  'accounting.production.power-emission': { zh: '供电排放量 E_gd', en: 'Emission for power E_gd' },
  'accounting.production.heat-emission': { zh: '供热排放量 E_gr', en: 'Emission for heat E_gr' },
  'accounting.production.generation-intensity': { zh: '发电碳排放强度', en: 'Intensity of generation' },
  'accounting.production.power-intensity': {
    zh: '供电碳排放强度 S_gd',
    en: 'Intensity of supplied power S_gd',
  },
  'accounting.production.heat-intensity': {
    zh: '供热碳排放强度 S_gr',
    en: 'Intensity of supplied heat S_gr',
  },
  'accounting.production.running-hours': { zh: '运行小时数 t', en: 'Running hours t' },
  'accounting.production.load-rate': { zh: '负荷（出力）系数 F', en: 'Load rate F' },
  'accounting.production.biomass-share': { zh: '生物质掺烧热量占比', en: 'Share of biomass heat' },
} satisfies Record<`accounting.production.${ProductionKey}`, Wording>

const roles = {
  'accounting.production.auxiliary-power': { zh: '厂用电量 W_cy', en: 'Auxiliary power W_cy' },
  'accounting.production.heat-auxiliary-power': {
    zh: '供热专用的厂用电量 W_rcy',
    en: 'Auxiliary power for heat supply W_rcy',
  },
  'accounting.production.supplied-electricity': {
    zh: '供电量（计量）',
    en: 'Supplied electricity (metered)',
  },
  'accounting.production.delivered-heat': {
    zh: '锅炉向汽轮机和减温减压器提供的热量 Q_cr',
    en: 'Heat delivered by the boilers Q_cr',
  },
  'accounting.production.capacity': { zh: '机组容量 P_e', en: 'Capacity P_e' },
  'accounting.production.boiler-heat': { zh: '锅炉产热量 Q', en: 'Heat produced by the boilers Q' },
  'accounting.production.boiler-efficiency': { zh: '锅炉效率 η', en: 'Boiler efficiency η' },
} satisfies Partial<Record<`accounting.production.${ProductionRole}`, Wording>>

const steps = {
  'accounting.production.common-auxiliary': {
    zh: '发电、供热共用的厂用电量',
    en: 'Auxiliary power for both power and heat',
  },
  'accounting.production.power-auxiliary': { zh: '发电用的厂用电量', en: 'Auxiliary power for power' },
  'accounting.production.power-ratio': { zh: '发电份额 1 − a', en: 'Share of power 1 − a' },
  'accounting.production.one-megawatt': { zh: '1 MW（每小时 1 MWh）', en: '1 MW (1 MWh each hour)' },
  'accounting.production.possible': { zh: '满负荷可发电量', en: 'Generation at full load' },
  'accounting.production.burnt-heat': { zh: '入炉热量 Q ÷ η', en: 'Heat burnt Q ÷ η' },
  'accounting.production.other-heat': { zh: '化石燃料之外的热量', en: 'Heat not from fossil fuel' },
  'accounting.production.base': { zh: '各月合计', en: 'Sum of the months' },
} satisfies Record<`accounting.production.${string}`, Wording>

export const productionFigureTexts = { ...keys, ...roles, ...steps }
