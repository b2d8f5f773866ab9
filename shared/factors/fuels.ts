import type { Wording } from '#shared/kernel/texts'
import type { Unit } from '#shared/kernel/units'

interface Fuel {
  readonly name: Wording
  readonly state: 'solid' | 'liquid' | 'gas'
  /** What its consumption is counted in; refinery gas and liquefied gases are weighed. */
  readonly countedIn: Unit
}

/** The fuels of the published tables, by the `subject` their factors carry. */
export const fuels = {
  anthracite: { name: { zh: '无烟煤', en: 'anthracite' }, state: 'solid', countedIn: 't' },
  bituminous: { name: { zh: '烟煤', en: 'bituminous coal' }, state: 'solid', countedIn: 't' },
  'sub-bituminous': { name: { zh: '次烟煤', en: 'sub-bituminous coal' }, state: 'solid', countedIn: 't' },
  'coking-coal': { name: { zh: '炼焦煤', en: 'coking coal' }, state: 'solid', countedIn: 't' },
  lignite: { name: { zh: '褐煤', en: 'lignite' }, state: 'solid', countedIn: 't' },
  'coal-any': { name: { zh: '燃煤（实测）', en: 'coal, measured' }, state: 'solid', countedIn: 't' },
  'coal-default': {
    name: { zh: '燃煤（未实测，常规机组）', en: 'coal, not measured, conventional units' },
    state: 'solid',
    countedIn: 't',
  },
  'coal-default-unconventional': {
    name: {
      zh: '燃煤（未实测，掺烧煤矸石等的非常规燃煤机组）',
      en: 'coal, not measured, unconventional units',
    },
    state: 'solid',
    countedIn: 't',
  },
  'washed-coal': { name: { zh: '洗精煤', en: 'cleaned (washed) coal' }, state: 'solid', countedIn: 't' },
  'other-washed-coal': { name: { zh: '其他洗煤', en: 'other washed coal' }, state: 'solid', countedIn: 't' },
  briquette: { name: { zh: '型煤', en: 'briquettes' }, state: 'solid', countedIn: 't' },
  'coal-gangue': { name: { zh: '煤矸石', en: 'coal gangue' }, state: 'solid', countedIn: 't' },
  'coal-slurry': { name: { zh: '煤泥', en: 'coal slurry (slime)' }, state: 'solid', countedIn: 't' },
  coke: { name: { zh: '焦炭', en: 'coke' }, state: 'solid', countedIn: 't' },
  'petroleum-coke': { name: { zh: '石油焦', en: 'petroleum coke' }, state: 'solid', countedIn: 't' },
  'crude-oil': { name: { zh: '原油', en: 'crude oil' }, state: 'liquid', countedIn: 't' },
  'fuel-oil': { name: { zh: '燃料油', en: 'fuel oil' }, state: 'liquid', countedIn: 't' },
  gasoline: { name: { zh: '汽油', en: 'petrol (gasoline)' }, state: 'liquid', countedIn: 't' },
  diesel: { name: { zh: '柴油', en: 'diesel' }, state: 'liquid', countedIn: 't' },
  kerosene: { name: { zh: '一般煤油', en: 'kerosene (general)' }, state: 'liquid', countedIn: 't' },
  'jet-kerosene': { name: { zh: '喷气煤油', en: 'jet kerosene' }, state: 'liquid', countedIn: 't' },
  avgas: { name: { zh: '航空汽油', en: 'aviation gasoline' }, state: 'liquid', countedIn: 't' },
  naphtha: { name: { zh: '石脑油', en: 'naphtha' }, state: 'liquid', countedIn: 't' },
  'other-petroleum': {
    name: { zh: '其他石油制品', en: 'other petroleum products' },
    state: 'liquid',
    countedIn: 't',
  },
  tar: { name: { zh: '焦油', en: 'coal tar' }, state: 'liquid', countedIn: 't' },
  'crude-benzol': { name: { zh: '粗苯', en: 'crude benzol' }, state: 'liquid', countedIn: 't' },
  lpg: { name: { zh: '液化石油气', en: 'liquefied petroleum gas (LPG)' }, state: 'liquid', countedIn: 't' },
  lng: { name: { zh: '液化天然气', en: 'liquefied natural gas (LNG)' }, state: 'liquid', countedIn: 't' },
  'refinery-gas': { name: { zh: '炼厂干气', en: 'refinery dry gas' }, state: 'gas', countedIn: 't' },
  'natural-gas': { name: { zh: '天然气', en: 'natural gas' }, state: 'gas', countedIn: '10^4 Nm3' },
  'coke-oven-gas': { name: { zh: '焦炉煤气', en: 'coke oven gas' }, state: 'gas', countedIn: '10^4 Nm3' },
  'bf-gas': { name: { zh: '高炉煤气', en: 'blast furnace gas' }, state: 'gas', countedIn: '10^4 Nm3' },
  'converter-gas': {
    name: { zh: '转炉煤气', en: 'converter (BOF) gas' },
    state: 'gas',
    countedIn: '10^4 Nm3',
  },
  'carbide-furnace-gas': {
    name: { zh: '密闭电石炉炉气', en: 'closed calcium-carbide furnace gas' },
    state: 'gas',
    countedIn: '10^4 Nm3',
  },
  'other-gas': { name: { zh: '其他煤气', en: 'other coal gas' }, state: 'gas', countedIn: '10^4 Nm3' },
} as const satisfies Record<string, Fuel>
export type FuelKey = keyof typeof fuels
