import type { Wording } from '#shared/kernel/texts'

/** The fifteen categories of scope 3 (GHG Protocol, Corporate Value Chain Standard). */
export const monitoringScope3Texts = {
  'monitoring.field.scope3Category': {
    zh: '范围三类别（GHG Protocol）',
    en: 'Scope 3 category (GHG Protocol)',
  },
  'monitoring.column.scope3_category': { zh: '范围三类别', en: 'Scope 3 category' },
  'monitoring.scope3.1': { zh: '1 外购商品和服务', en: '1 Purchased goods and services' },
  'monitoring.scope3.2': { zh: '2 资本货物', en: '2 Capital goods' },
  'monitoring.scope3.3': {
    zh: '3 燃料和能源相关活动（未计入范围一、二）',
    en: '3 Fuel- and energy-related activities (not in scopes 1 and 2)',
  },
  'monitoring.scope3.4': { zh: '4 上游运输和配送', en: '4 Upstream transportation and distribution' },
  'monitoring.scope3.5': { zh: '5 运营中产生的废物', en: '5 Waste generated in operations' },
  'monitoring.scope3.6': { zh: '6 商务差旅', en: '6 Business travel' },
  'monitoring.scope3.7': { zh: '7 员工通勤', en: '7 Employee commuting' },
  'monitoring.scope3.8': { zh: '8 上游租赁资产', en: '8 Upstream leased assets' },
  'monitoring.scope3.9': { zh: '9 下游运输和配送', en: '9 Downstream transportation and distribution' },
  'monitoring.scope3.10': { zh: '10 售出产品的加工', en: '10 Processing of sold products' },
  'monitoring.scope3.11': { zh: '11 售出产品的使用', en: '11 Use of sold products' },
  'monitoring.scope3.12': { zh: '12 售出产品的报废处理', en: '12 End-of-life treatment of sold products' },
  'monitoring.scope3.13': { zh: '13 下游租赁资产', en: '13 Downstream leased assets' },
  'monitoring.scope3.14': { zh: '14 特许经营', en: '14 Franchises' },
  'monitoring.scope3.15': { zh: '15 投资', en: '15 Investments' },
} satisfies Record<`monitoring.${string}`, Wording>
