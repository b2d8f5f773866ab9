import type { Wording } from '#shared/kernel/texts'

/**
 * Where a factor applies: the country, its provinces by ISO 3166-2, its power grids. Which provinces a grid covers
 * changed over the years (six grids up to 2012, seven regions from 2021), so the data year belongs to it.
 */
export const regions = {
  CN: { zh: '全国', en: 'China' },
  'CN-grid-north': { zh: '华北', en: 'North China' },
  'CN-grid-northeast': { zh: '东北', en: 'Northeast China' },
  'CN-grid-east': { zh: '华东', en: 'East China' },
  'CN-grid-central': { zh: '华中', en: 'Central China' },
  'CN-grid-northwest': { zh: '西北', en: 'Northwest China' },
  'CN-grid-south': { zh: '南方', en: 'South China' },
  'CN-grid-southwest': { zh: '西南', en: 'Southwest China' },
  'CN-BJ': { zh: '北京', en: 'Beijing' },
  'CN-TJ': { zh: '天津', en: 'Tianjin' },
  'CN-HE': { zh: '河北', en: 'Hebei' },
  'CN-SX': { zh: '山西', en: 'Shanxi' },
  'CN-NM': { zh: '内蒙古', en: 'Inner Mongolia' },
  'CN-LN': { zh: '辽宁', en: 'Liaoning' },
  'CN-JL': { zh: '吉林', en: 'Jilin' },
  'CN-HL': { zh: '黑龙江', en: 'Heilongjiang' },
  'CN-SH': { zh: '上海', en: 'Shanghai' },
  'CN-JS': { zh: '江苏', en: 'Jiangsu' },
  'CN-ZJ': { zh: '浙江', en: 'Zhejiang' },
  'CN-AH': { zh: '安徽', en: 'Anhui' },
  'CN-FJ': { zh: '福建', en: 'Fujian' },
  'CN-JX': { zh: '江西', en: 'Jiangxi' },
  'CN-SD': { zh: '山东', en: 'Shandong' },
  'CN-HA': { zh: '河南', en: 'Henan' },
  'CN-HB': { zh: '湖北', en: 'Hubei' },
  'CN-HN': { zh: '湖南', en: 'Hunan' },
  'CN-GD': { zh: '广东', en: 'Guangdong' },
  'CN-GX': { zh: '广西', en: 'Guangxi' },
  'CN-HI': { zh: '海南', en: 'Hainan' },
  'CN-CQ': { zh: '重庆', en: 'Chongqing' },
  'CN-SC': { zh: '四川', en: 'Sichuan' },
  'CN-GZ': { zh: '贵州', en: 'Guizhou' },
  'CN-YN': { zh: '云南', en: 'Yunnan' },
  'CN-XZ': { zh: '西藏', en: 'Tibet' },
  'CN-SN': { zh: '陕西', en: 'Shaanxi' },
  'CN-GS': { zh: '甘肃', en: 'Gansu' },
  'CN-QH': { zh: '青海', en: 'Qinghai' },
  'CN-NX': { zh: '宁夏', en: 'Ningxia' },
  'CN-XJ': { zh: '新疆', en: 'Xinjiang' },
} as const satisfies Record<string, Wording>
export type Region = keyof typeof regions

/** How a region is called; what a user wrote himself stands as it is. */
export function regionName(region: string): Wording {
  return Object.hasOwn(regions, region) ? regions[region as Region] : { zh: region, en: region }
}
