import type { Wording } from '#shared/kernel/texts'

import { comparisonFigureTexts } from './comparison-texts.ts'
import { type FormulaFigureCode, formulaFigureTexts } from './formula-texts.ts'
import { productionFigureTexts } from './production-texts.ts'

/** What the figures of an inventory are called, with the symbol of the standard where it has one. */
const inputs = {
  'accounting.fuel': { zh: '燃料消耗量 FC', en: 'Fuel consumption FC' },
  'accounting.calorific-value': { zh: '低位发热量 NCV', en: 'Net calorific value NCV' },
  'accounting.carbon-content': { zh: '单位热值含碳量 CC', en: 'Carbon content per unit heat CC' },
  'accounting.element-carbon': { zh: '元素碳含量 C', en: 'Element carbon content C' },
  'accounting.moisture-received': { zh: '收到基全水分 M_ar', en: 'Total moisture as received M_ar' },
  'accounting.moisture-air-dry': { zh: '空气干燥基水分 M_ad', en: 'Air-dry moisture M_ad' },
  'accounting.oxidation': { zh: '碳氧化率 OF', en: 'Oxidation rate OF' },
  'accounting.weight': { zh: '权重（当日或当批消耗量）', en: 'Weight (consumption of the day or batch)' },
  'accounting.agent': { zh: '脱硫剂消耗量', en: 'Desulfurization agent used' },
  'accounting.carbonate-share': { zh: '脱硫剂中碳酸盐含量 I', en: 'Share of carbonate in the agent I' },
  'accounting.carbonate-factor': { zh: '碳酸盐排放因子 EF', en: 'Emission factor of the carbonate EF' },
  'accounting.conversion-rate': { zh: '转化率 TR', en: 'Conversion rate TR' },
  'accounting.electricity-bought': { zh: '购入电量', en: 'Electricity bought' },
  'accounting.electricity-sold': { zh: '外销电量', en: 'Electricity sold' },
  'accounting.electricity-non-fossil': {
    zh: '其中非化石能源电量',
    en: 'Non-fossil electricity among it',
  },
  'accounting.electricity-own': { zh: '其中自发自用电量', en: 'Own generation among it' },
  'accounting.electricity-factor': { zh: '电力排放因子 EF', en: 'Emission factor of electricity EF' },
  'accounting.green-power': { zh: '合同电量', en: 'Electricity under contract' },
  'accounting.green-factor': { zh: '合同电力排放因子', en: 'Emission factor of the contract' },
  'accounting.residual-factor': { zh: '剩余电力组合因子', en: 'Residual mix factor' },
  'accounting.heat-bought': { zh: '购入热量', en: 'Heat bought' },
  'accounting.heat-sold': { zh: '外销热量', en: 'Heat sold' },
  'accounting.heat-factor': { zh: '热力排放因子 EF', en: 'Emission factor of heat EF' },
  'accounting.heat-carrier': { zh: '蒸汽或热水质量 D', en: 'Mass of steam or hot water D' },
  'accounting.heat-temperature': { zh: '温度 t', en: 'Temperature t' },
  'accounting.steam-pressure': { zh: '蒸汽压力 p', en: 'Steam pressure p' },
  'accounting.steam-temperature': { zh: '蒸汽温度 t', en: 'Steam temperature t' },
  'accounting.steam-enthalpy': { zh: '蒸汽热焓 h', en: 'Enthalpy of steam h' },
  'accounting.activity': { zh: '活动数据 AD', en: 'Activity data AD' },
  'accounting.content': { zh: '单位含量', en: 'Content per unit' },
  'accounting.emission-factor': { zh: '排放因子 EF', en: 'Emission factor EF' },
  'accounting.stated-amount': { zh: '已知排放量', en: 'Stated emission' },
  'accounting.material-mass': { zh: '物料质量 M', en: 'Mass of material M' },
  'accounting.material-carbon': { zh: '物料含碳量 CC', en: 'Carbon content of material CC' },
  'accounting.hourly-mass': {
    zh: '小时浓度与流量乘积之和（有效 {hours} 小时）',
    en: 'Sum of hourly concentration × flow ({hours} valid hours)',
  },
  'accounting.fume-flow': { zh: '烟气流量 q', en: 'Flow of fume q' },
  'accounting.fume-concentration': { zh: '挥发分浓度', en: 'Concentration of volatile matter' },
  'accounting.duration': { zh: '运行时间', en: 'Time in operation' },
  'accounting.gwp': { zh: '全球变暖潜势 GWP', en: 'Global warming potential GWP' },
} satisfies Record<`accounting.${string}`, Wording>

const constants = {
  'accounting.molar-mass-gas': { zh: '气体摩尔质量', en: 'Molar mass of the gas' },
  'accounting.molar-mass-carbon': { zh: '碳摩尔质量', en: 'Molar mass of carbon' },
  'accounting.whole': { zh: '全部（1）', en: 'The whole (1)' },
  'accounting.mass-of-substance': {
    zh: '以该气体的质量计',
    en: 'Counted as the mass of this gas',
  },
  'accounting.carbon-per-mass': {
    zh: '质量分数换算为吨碳每吨',
    en: 'Mass fraction as tonnes of carbon per tonne',
  },
  'accounting.enthalpy-of-water-20': { zh: '20 °C 水的热焓', en: 'Enthalpy of water at 20 °C' },
  'accounting.reference-temperature': { zh: '基准温度', en: 'Reference temperature' },
  'accounting.one-degree': { zh: '1 °C', en: 'One degree' },
  'accounting.heat-capacity-of-water': {
    zh: '水的比热（每 °C）',
    en: 'Heat capacity of water (per °C)',
  },
  'accounting.hours-of-month': { zh: '当期小时数', en: 'Hours of the period' },
  'accounting.hours-valid': { zh: '有效小时数', en: 'Valid hours' },
  'accounting.mass-as-gas': { zh: '质量即该气体质量', en: 'The mass is that of the gas' },
  'accounting.equity-share': { zh: '股权比例', en: 'Equity share' },
} satisfies Record<`accounting.${string}`, Wording>

const steps = {
  'figure.product': { zh: '乘积', en: 'Product' },
  'figure.quotient': { zh: '商', en: 'Quotient' },
  'figure.number-of-formula': { zh: '公式中的常数', en: 'Number in the formula' },
  'figure.sum-of-formula': { zh: '和', en: 'Sum' },
  'figure.difference-of-formula': { zh: '差', en: 'Difference' },
  'accounting.carbon-received': { zh: '收到基元素碳含量 C_ar', en: 'Carbon as received C_ar' },
  'accounting.dry-share': { zh: '扣除水分后的份额', en: 'Share without moisture' },
  'accounting.fuel-heat': { zh: '燃料热量', en: 'Heat of the fuel' },
  'accounting.green-emission': { zh: '{name}电量的排放', en: 'Emission of the electricity under {name}' },
  'accounting.uncovered-power': { zh: '无合同覆盖的电量', en: 'Electricity that no contract covers' },
  'accounting.uncovered-emission': {
    zh: '无合同覆盖电量的排放',
    en: 'Emission of the electricity that no contract covers',
  },
  'accounting.net-purchase': { zh: '净购入量', en: 'Net purchase' },
  'accounting.enthalpy-gained': { zh: '扣除 20 °C 水热焓后的热焓', en: 'Enthalpy above water at 20 °C' },
  'accounting.temperature-gained': { zh: '高于 20 °C 的温差', en: 'Temperature above 20 °C' },
  'accounting.steam-heat': { zh: '蒸汽或热水热量', en: 'Heat of steam or hot water' },
  'accounting.carbon-of-material': { zh: '{material}含碳', en: 'Carbon in {material}' },
  'accounting.carbon-in': { zh: '输入碳量', en: 'Carbon in' },
  'accounting.carbon-out': { zh: '输出碳量', en: 'Carbon out' },
  'accounting.carbon-lost': { zh: '输入与输出碳量之差', en: 'Carbon in less carbon out' },
  'accounting.gaps-filled': {
    zh: '缺失的 {missing} 小时按有效小时均值补足',
    en: '{missing} missing hours filled with the mean of the valid ones',
  },
  'accounting.volatile-matter': { zh: '挥发分质量', en: 'Mass of volatile matter' },
  'accounting.input-not-registered': {
    zh: '本排放源未登记该项，按公式的默认取值代入',
    en: 'The source registers no such input; the formula takes this number instead',
  },
  'accounting.gwp-included': {
    zh: '排放因子已含 GWP，不再相乘',
    en: 'The factor includes the GWP; not multiplied again',
  },
} satisfies Record<`accounting.${string}` | `figure.${string}`, Wording>

const results = {
  'accounting.fuel-combustion': { zh: '化石燃料燃烧排放', en: 'Emission from fuel combustion' },
  'accounting.desulfurization': { zh: '脱硫过程排放', en: 'Emission from desulfurization' },
  'accounting.purchased-electricity': { zh: '购入电力排放', en: 'Emission of purchased electricity' },
  'accounting.purchased-heat': { zh: '购入热力排放', en: 'Emission of purchased heat' },
  'accounting.factor-method': { zh: '排放因子法排放', en: 'Emission by the factor method' },
  'accounting.mass-balance': { zh: '物料平衡法排放', en: 'Emission by mass balance' },
  'accounting.direct-measurement': { zh: '实测法排放', en: 'Emission by direct measurement' },
  'accounting.asphalt-fume': { zh: '沥青烟气焚烧排放', en: 'Emission from burning asphalt fume' },
  'accounting.emission': { zh: '温室气体排放量', en: 'Greenhouse gas emission' },
  'accounting.source-total': { zh: '{source}合计', en: 'Total of {source}' },
  'accounting.total': { zh: '温室气体排放总量', en: 'Total greenhouse gas emission' },
  'accounting.gas-total': { zh: '{key} 合计', en: 'Total of {key}' },
  'accounting.facility-total': { zh: '设施合计', en: 'Total of the facility' },
  'accounting.month-total': { zh: '{month} 合计', en: 'Total of {month}' },
  'accounting.category-total': { zh: '类别合计', en: 'Total of the category' },
  'accounting.iso-category-total': {
    zh: 'ISO 14064-1 类别 {key} 合计',
    en: 'Total of ISO 14064-1 category {key}',
  },
  'accounting.scope-total': { zh: '范围 {key} 合计', en: 'Total of scope {key}' },
  'accounting.apart-total': { zh: '单列部分合计', en: 'Total reported apart' },
  'accounting.difference': { zh: '差额', en: 'Difference' },
  'accounting.change': { zh: '变化率', en: 'Change' },
  'accounting.no-lines': { zh: '无数据', en: 'No lines' },
} satisfies Record<`accounting.${string}`, Wording>

export const figureTexts = {
  ...inputs,
  ...constants,
  ...steps,
  ...results,
  ...formulaFigureTexts,
  ...productionFigureTexts,
  ...comparisonFigureTexts,
} satisfies Record<`accounting.${string}` | `figure.${string}`, Wording>
export type FigureCode = keyof typeof figureTexts | FormulaFigureCode
