import { isUnit, type Measure, partsOf, type Unit, units } from '#shared/kernel/units'

/**
 * What people call the units, as bills, meter sheets and ledgers have it. Small letters, no spaces; the units' own
 * names and symbols need no line here. A word that means two things (`斤`, `Sm3`, `亿`) is left out on purpose:
 * an unknown unit is asked about, a wrong one is a wrong inventory.
 */
const names: Readonly<Record<string, Unit>> = {
  吨: 't',
  公吨: 't',
  ton: 't',
  tonne: 't',
  tonnes: 't',
  千吨: 'kt',
  千克: 'kg',
  公斤: 'kg',
  克: 'g',
  毫克: 'mg',
  磅: 'lb',
  吉焦: 'GJ',
  百万千焦: 'GJ',
  十亿焦: 'GJ',
  太焦: 'TJ',
  兆焦: 'MJ',
  百万焦: 'MJ',
  千焦: 'kJ',
  千卡: 'kcal',
  大卡: 'kcal',
  千瓦时: 'kWh',
  千瓦小时: 'kWh',
  千瓦·时: 'kWh',
  度: 'kWh',
  兆瓦时: 'MWh',
  兆瓦·时: 'MWh',
  兆瓦小时: 'MWh',
  千度: 'MWh',
  吉瓦时: 'GWh',
  百万千瓦时: 'GWh',
  吨标准煤: 'tce',
  吨标煤: 'tce',
  标准立方米: 'Nm3',
  标立方米: 'Nm3',
  标准立方: 'Nm3',
  标立方: 'Nm3',
  标立: 'Nm3',
  标方: 'Nm3',
  标况立方米: 'Nm3',
  立方米: 'm3',
  立方: 'm3',
  方: 'm3',
  升: 'L',
  公升: 'L',
  千升: 'm3',
  kl: 'm3',
  liter: 'L',
  litre: 'L',
  吨碳: 'tC',
  千克碳: 'kgC',
  吨二氧化碳: 'tCO2',
  吨co2: 'tCO2',
  千克二氧化碳: 'kgCO2',
  公斤二氧化碳: 'kgCO2',
  千克co2: 'kgCO2',
  吨二氧化碳当量: 'tCO2e',
  吨co2当量: 'tCO2e',
  吨co2e: 'tCO2e',
  tco2eq: 'tCO2e',
  'tco2-eq': 'tCO2e',
  千克二氧化碳当量: 'kgCO2e',
  公斤二氧化碳当量: 'kgCO2e',
  千克co2e: 'kgCO2e',
  kgco2eq: 'kgCO2e',
  'kgco2-eq': 'kgCO2e',
  吨甲烷: 'tCH4',
  千克甲烷: 'kgCH4',
  吨氧化亚氮: 'tN2O',
  千克氧化亚氮: 'kgN2O',
  吨六氟化硫: 'tSF6',
  千克六氟化硫: 'kgSF6',
  小时: 'h',
  时: 'h',
  hr: 'h',
  hour: 'h',
  hours: 'h',
  天: 'd',
  日: 'd',
  day: 'd',
  days: 'd',
  公里: 'km',
  千米: 'km',
  吨公里: 'tkm',
  吨·公里: 'tkm',
  人公里: 'pkm',
  人·公里: 'pkm',
  件: 'piece',
  个: 'piece',
  台: 'piece',
  只: 'piece',
  pcs: 'piece',
  平方米: 'm2',
  平米: 'm2',
  元: 'CNY',
  人民币元: 'CNY',
  rmb: 'CNY',
  万元: '10^4 CNY',
  摄氏度: '°C',
  度c: '°C',
  兆帕: 'MPa',
  兆瓦: 'MW',
  千瓦: 'kW',
  无量纲: 'ratio',
  小数: 'ratio',
  百分比: '%',
  百分数: '%',
}

/** Where capital and small letters mean different things, only this very spelling counts. */
const caseMatters: Readonly<Record<string, Unit | null>> = {
  mg: 'mg',
  Mg: 't',
  MG: null,
  mW: null,
  mWh: null,
  mJ: null,
  G: null,
  D: null,
}

const smallLetters: ReadonlyMap<string, Unit> = new Map(
  [
    ...Object.entries(units).flatMap(([unit, { symbol }]): [string, Unit][] =>
      isUnit(unit)
        ? [
            [compact(unit).toLowerCase(), unit],
            [compact(symbol).toLowerCase(), unit],
          ]
        : [],
    ),
    ...Object.entries(names),
  ].filter(([name]) => name !== ''),
)

/**
 * The measure a person means by a wording: `measureOf('万千瓦时')` is `10^4 kWh`, `measureOf('吉焦/吨')` is `GJ/t`,
 * `measureOf('tCO₂/MWh')` is `tCO2/MWh`. Null for what is not known for certain.
 */
export function measureOf(text: string): Measure | null {
  const parts = compact(text).split(/[/每]/)
  const [unit, per] = [unitOf(parts[0] ?? ''), parts[1] === undefined ? null : unitOf(parts[1])]
  if (parts.length > 2 || unit === null) return null
  if (parts.length === 1) return unit
  if (per === null) return null
  const measure: Measure = `${unit}/${per}`
  return partsOf(measure) === null ? null : measure
}

function unitOf(part: string): Unit | null {
  if (Object.hasOwn(caseMatters, part)) return caseMatters[part] ?? null
  const small = part.toLowerCase()
  const known = smallLetters.get(small)
  if (known !== undefined) return known
  const [, base] = /^(?:万|[×x*]?10\^?4)(.+)$/.exec(small) ?? []
  if (base === undefined) return null
  const multiple = `10^4 ${smallLetters.get(base) ?? ''}`
  return isUnit(multiple) ? multiple : null
}

/** One spelling for what looks the same: `10⁴ Nm³`, `１０^4Nm3` and `10^4 N㎥` all become `10^4Nm3`. */
function compact(text: string): string {
  return text
    .replace(/10⁴/g, '10^4')
    .normalize('NFKC')
    .replace(/℃/g, '°C')
    .replace(/[\s_]+/g, '')
    .replace(/[•∙⋅・]/g, '·')
    .replace(/W·h/gi, 'Wh')
}
