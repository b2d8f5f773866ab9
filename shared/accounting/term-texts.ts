import type { Determination, Operation, RoundingMode } from '#shared/kernel/figure'
import type { Wording } from '#shared/kernel/texts'
import type { Category } from '#shared/monitoring/model'

import type { Apart } from './account.ts'
import type { RoundingStep } from './rounding.ts'
import type { Method } from './source.ts'

const methods = {
  'accounting.method.fuel-by-calorific-value': {
    zh: '燃料燃烧（低位发热量法）',
    en: 'Fuel combustion by calorific value',
  },
  'accounting.method.fuel-by-element-carbon': {
    zh: '燃料燃烧（元素碳法）',
    en: 'Fuel combustion by element carbon',
  },
  'accounting.method.desulfurization': { zh: '脱硫过程', en: 'Desulfurization' },
  'accounting.method.electricity': { zh: '净购入电力', en: 'Net purchased electricity' },
  'accounting.method.heat': { zh: '净购入热力', en: 'Net purchased heat' },
  'accounting.method.factor': { zh: '排放因子法', en: 'Emission factor method' },
  'accounting.method.mass-balance': { zh: '物料平衡法', en: 'Mass balance' },
  'accounting.method.measured': { zh: '实测法', en: 'Direct measurement' },
  'accounting.method.asphalt-fume': { zh: '沥青烟气焚烧', en: 'Burning of asphalt fume' },
  'accounting.method.stated': { zh: '引用已知排放量', en: 'Stated emission' },
  'accounting.method.formula': { zh: '行业指南公式', en: 'Formula of a sector guideline' },
} satisfies Record<`accounting.method.${Method}`, Wording>

const categories = {
  'accounting.category.fuel-combustion': { zh: '化石燃料燃烧', en: 'Fuel combustion' },
  'accounting.category.desulfurization': { zh: '脱硫过程', en: 'Desulfurization' },
  'accounting.category.process': { zh: '工业生产过程', en: 'Industrial processes' },
  'accounting.category.waste-treatment': { zh: '废弃物处理', en: 'Waste treatment' },
  'accounting.category.fugitive': { zh: '逸散排放', en: 'Fugitive emissions' },
  'accounting.category.recovery': { zh: '回收利用', en: 'Recovery' },
  'accounting.category.electricity': { zh: '净购入电力', en: 'Net purchased electricity' },
  'accounting.category.heat': { zh: '净购入热力', en: 'Net purchased heat' },
  'accounting.category.transport': { zh: '运输', en: 'Transport' },
  'accounting.category.products-used': { zh: '组织使用的产品', en: 'Products used by the organization' },
  'accounting.category.products-sold': { zh: '组织产品的使用', en: 'Use of the organization’s products' },
  'accounting.category.other-indirect': { zh: '其他间接排放', en: 'Other indirect emissions' },
} satisfies Record<`accounting.category.${Category}`, Wording>

const steps = {
  'accounting.step.mean-calorific-value': {
    zh: '低位发热量加权平均值',
    en: 'Weighted mean of the calorific value',
  },
  'accounting.step.mean-carbon-content': {
    zh: '元素碳含量加权平均值',
    en: 'Weighted mean of element carbon',
  },
  'accounting.step.carbon-content-received': { zh: '收到基元素碳含量', en: 'Carbon as received' },
  'accounting.step.carbon-content-received-gas': { zh: '气体燃料元素碳含量', en: 'Carbon of gas fuels' },
  'accounting.step.fuel-heat': { zh: '燃料热量', en: 'Heat of the fuel' },
  'accounting.step.supplied-heat': { zh: '供热量', en: 'Supplied heat' },
  'accounting.step.combustion-emission': { zh: '燃烧排放量', en: 'Combustion emission' },
  'accounting.step.process-emission': { zh: '过程排放量', en: 'Process emission' },
  'accounting.step.electricity-emission': { zh: '购入电力排放量', en: 'Electricity emission' },
  'accounting.step.heat-emission': { zh: '购入热力排放量', en: 'Heat emission' },
  'accounting.step.emission-total': { zh: '排放总量', en: 'Total emission' },
} satisfies Record<`accounting.step.${RoundingStep}`, Wording>

const operations = {
  'accounting.operation.entered': { zh: '填报', en: 'Entered' },
  'accounting.operation.lookup': { zh: '查取', en: 'Looked up' },
  'accounting.operation.constant': { zh: '公式常数', en: 'Constant of the formula' },
  'accounting.operation.sum': { zh: '求和', en: 'Sum' },
  'accounting.operation.difference': { zh: '相减', en: 'Difference' },
  'accounting.operation.product': { zh: '相乘', en: 'Product' },
  'accounting.operation.quotient': { zh: '相除', en: 'Quotient' },
  'accounting.operation.convert': { zh: '单位换算', en: 'Conversion of unit' },
  'accounting.operation.weighted-mean': { zh: '加权平均', en: 'Weighted mean' },
  'accounting.operation.interpolate': { zh: '线性插值', en: 'Linear interpolation' },
  'accounting.operation.round': { zh: '修约', en: 'Rounding' },
  'accounting.operation.least': { zh: '取最小值', en: 'The least' },
  'accounting.operation.greatest': { zh: '取最大值', en: 'The greatest' },
  'accounting.operation.power': { zh: '乘方', en: 'Power' },
} satisfies Record<`accounting.operation.${Operation}`, Wording>

const others = {
  'accounting.determination.measured': { zh: '实测', en: 'Measured' },
  'accounting.determination.calculated': { zh: '计算', en: 'Calculated' },
  'accounting.determination.supplier': { zh: '供应商提供', en: 'From the supplier' },
  'accounting.determination.default': { zh: '缺省值', en: 'Default' },
  'accounting.apart.biogenic': { zh: '生物质二氧化碳（单列）', en: 'Biogenic carbon dioxide (apart)' },
  'accounting.apart.other-gases': {
    zh: '七类之外的气体（单列）',
    en: 'Gases outside the seven families (apart)',
  },
  'accounting.apart.outside-guideline': {
    zh: '所选指南边界之外',
    en: 'Outside the boundary of the guideline',
  },
  'accounting.apart.other-scope-2-report': {
    zh: '属于另一种范围二报告方式',
    en: 'Of the other way of reporting scope 2',
  },
  'accounting.rounding-mode.half-up': { zh: '四舍五入', en: 'Half away from zero' },
  'accounting.rounding-mode.half-even': { zh: '四舍六入五成双（GB/T 8170）', en: 'Half to even (GB/T 8170)' },
  'accounting.rounding-mode.up': { zh: '向上取整', en: 'Always up' },
  'accounting.rounding-mode.down': { zh: '向下取整', en: 'Always down' },
} satisfies Record<
  | `accounting.determination.${Determination}`
  | `accounting.apart.${Apart}`
  | `accounting.rounding-mode.${RoundingMode}`,
  Wording
>

export const termTexts = { ...methods, ...categories, ...steps, ...operations, ...others } satisfies Record<
  `accounting.${string}`,
  Wording
>
