/**
 * Every unit the system knows: what it measures, its size in the reference unit of that dimension (an exact
 * decimal), and how it is printed. Sizes are exact by definition; where a convention is needed the convention
 * is named (thermochemical tables differ: Chinese guidelines take 1 kcal = 4.1868 kJ, the International Table
 * calorie).
 */
export const units = {
  t: { dimension: 'mass', size: '1000', symbol: 't' },
  kg: { dimension: 'mass', size: '1', symbol: 'kg' },
  g: { dimension: 'mass', size: '0.001', symbol: 'g' },
  mg: { dimension: 'mass', size: '0.000001', symbol: 'mg' },
  lb: { dimension: 'mass', size: '0.45359237', symbol: 'lb' },
  'short ton': { dimension: 'mass', size: '907.18474', symbol: 'short ton' },
  kt: { dimension: 'mass', size: '1000000', symbol: 'kt' },
  '10^4 t': { dimension: 'mass', size: '10000000', symbol: '10⁴ t' },
  '10^8 t': { dimension: 'mass', size: '100000000000', symbol: '10⁸ t' },

  GJ: { dimension: 'energy', size: '1', symbol: 'GJ' },
  TJ: { dimension: 'energy', size: '1000', symbol: 'TJ' },
  '10^4 GJ': { dimension: 'energy', size: '10000', symbol: '10⁴ GJ' },
  MJ: { dimension: 'energy', size: '0.001', symbol: 'MJ' },
  kJ: { dimension: 'energy', size: '0.000001', symbol: 'kJ' },
  kcal: { dimension: 'energy', size: '0.0000041868', symbol: 'kcal' },
  MWh: { dimension: 'energy', size: '3.6', symbol: 'MWh' },
  kWh: { dimension: 'energy', size: '0.0036', symbol: 'kWh' },
  GWh: { dimension: 'energy', size: '3600', symbol: 'GWh' },
  '10^4 kWh': { dimension: 'energy', size: '36', symbol: '10⁴ kWh' },
  mmBtu: { dimension: 'energy', size: '1.05505585262', symbol: 'mmBtu' },
  tce: { dimension: 'energy', size: '29.3076', symbol: 'tce' },
  therm: { dimension: 'energy', size: '0.105505585262', symbol: 'therm' },

  Nm3: { dimension: 'gas volume', size: '1', symbol: 'Nm³' },
  '10^4 Nm3': { dimension: 'gas volume', size: '10000', symbol: '10⁴ Nm³' },
  '10^8 Nm3': { dimension: 'gas volume', size: '100000000', symbol: '10⁸ Nm³' },
  m3: { dimension: 'volume', size: '1', symbol: 'm³' },
  '10^4 m3': { dimension: 'volume', size: '10000', symbol: '10⁴ m³' },
  L: { dimension: 'volume', size: '0.001', symbol: 'L' },
  gal: { dimension: 'volume', size: '0.003785411784', symbol: 'gal' },

  tC: { dimension: 'carbon', size: '1', symbol: 'tC' },
  kgC: { dimension: 'carbon', size: '0.001', symbol: 'kgC' },

  tCO2: { dimension: 'carbon dioxide', size: '1', symbol: 'tCO₂' },
  kgCO2: { dimension: 'carbon dioxide', size: '0.001', symbol: 'kgCO₂' },
  lbCO2: { dimension: 'carbon dioxide', size: '0.00045359237', symbol: 'lb CO₂' },
  tCH4: { dimension: 'methane', size: '1', symbol: 'tCH₄' },
  kgCH4: { dimension: 'methane', size: '0.001', symbol: 'kgCH₄' },
  mgCH4: { dimension: 'methane', size: '0.000000001', symbol: 'mgCH₄' },
  tN2O: { dimension: 'nitrous oxide', size: '1', symbol: 'tN₂O' },
  kgN2O: { dimension: 'nitrous oxide', size: '0.001', symbol: 'kgN₂O' },
  mgN2O: { dimension: 'nitrous oxide', size: '0.000000001', symbol: 'mgN₂O' },
  tHFC: { dimension: 'hydrofluorocarbon', size: '1', symbol: 't HFC' },
  kgHFC: { dimension: 'hydrofluorocarbon', size: '0.001', symbol: 'kg HFC' },
  tPFC: { dimension: 'perfluorocarbon', size: '1', symbol: 't PFC' },
  kgPFC: { dimension: 'perfluorocarbon', size: '0.001', symbol: 'kg PFC' },
  tSF6: { dimension: 'sulphur hexafluoride', size: '1', symbol: 'tSF₆' },
  kgSF6: { dimension: 'sulphur hexafluoride', size: '0.001', symbol: 'kgSF₆' },
  tNF3: { dimension: 'nitrogen trifluoride', size: '1', symbol: 'tNF₃' },
  kgNF3: { dimension: 'nitrogen trifluoride', size: '0.001', symbol: 'kgNF₃' },

  tCO2e: { dimension: 'emission', size: '1', symbol: 'tCO₂e' },
  kgCO2e: { dimension: 'emission', size: '0.001', symbol: 'kgCO₂e' },

  h: { dimension: 'time', size: '1', symbol: 'h' },
  d: { dimension: 'time', size: '24', symbol: 'd' },
  km: { dimension: 'length', size: '1', symbol: 'km' },
  mi: { dimension: 'length', size: '1.609344', symbol: 'mi' },
  tkm: { dimension: 'transport', size: '1', symbol: 't·km' },
  pkm: { dimension: 'passenger transport', size: '1', symbol: 'p·km' },
  piece: { dimension: 'count', size: '1', symbol: 'pc' },
  m2: { dimension: 'area', size: '1', symbol: 'm²' },
  CNY: { dimension: 'money', size: '1', symbol: 'CNY' },
  '10^4 CNY': { dimension: 'money', size: '10000', symbol: '10⁴ CNY' },
  '°C': { dimension: 'temperature', size: '1', symbol: '°C' },
  MPa: { dimension: 'pressure', size: '1', symbol: 'MPa' },
  MW: { dimension: 'power', size: '1', symbol: 'MW' },
  kW: { dimension: 'power', size: '0.001', symbol: 'kW' },

  /** A pure number, a share of one. */
  ratio: { dimension: 'ratio', size: '1', symbol: '' },
  '%': { dimension: 'ratio', size: '0.01', symbol: '%' },
} as const

export type Unit = keyof typeof units
/** What a number is counted in: a unit, or so many units for each of another (`GJ/t`, `tCO2/MWh`). */
export type Measure = Unit | `${Unit}/${Unit}`

export function isUnit(text: string): text is Unit {
  return Object.hasOwn(units, text)
}

interface Parts {
  readonly unit: Unit
  readonly per: Unit | null
}
/** What was taken apart before: a program knows few measures and asks for them at every figure. */
const known = new Map<string, Parts>()

/** Takes a measure apart: `partsOf('GJ/t')` is `{ unit: 'GJ', per: 't' }`. Returns null for what is no measure. */
export function partsOf(text: string): Parts | null {
  const before = known.get(text)
  if (before) return before
  const parts = takenApart(text)
  if (parts) known.set(text, parts)
  return parts
}
function takenApart(text: string): Parts | null {
  const [unit = '', per, ...rest] = text.split('/')
  if (rest.length > 0 || !isUnit(unit)) return null
  if (per === undefined) return { unit, per: null }
  return isUnit(per) ? { unit, per } : null
}

export function isMeasure(text: string): text is Measure {
  return partsOf(text) !== null
}

/** How a measure is printed, with real superscripts and subscripts: `symbolOf('GJ/10^4 Nm3')` is `GJ/10⁴ Nm³`. */
export function symbolOf(measure: Measure): string {
  return measure
    .split('/')
    .map((part) => (isUnit(part) ? units[part].symbol : part))
    .join('/')
}

/** Whether a number in one measure can be converted into the other without any further knowledge. */
export function isConvertible(from: Measure, to: Measure): boolean {
  if (from === to) return partsOf(from) !== null
  const a = partsOf(from)
  const b = partsOf(to)
  if (!a || !b) return false
  return (
    sameDimension(a.unit, b.unit) &&
    (a.per === null ? b.per === null : b.per !== null && sameDimension(a.per, b.per))
  )
}
function sameDimension(a: Unit, b: Unit): boolean {
  return units[a].dimension === units[b].dimension
}
