import { Decimal, decimalText } from '#shared/kernel/quantity'
import type { Wording } from '#shared/kernel/texts'

import { gases } from './gases.ts'
import type { FactorEdition, FactorLibrary } from './library.ts'
import { coversYear } from './lookup.ts'
import {
  type Factor,
  type FactorKind,
  factorKinds,
  type Purpose,
  purposes,
  type Remark,
  type Sector,
  sectors,
  type Verification,
} from './model.ts'
import { regionName, regions } from './regions.ts'
import { factorsTexts } from './texts.ts'

/** What a reader asks for. Words are Chinese or English, in any order; each other field narrows, null does not. */
export interface FactorQuery {
  readonly words: string
  readonly kind: FactorKind | null
  readonly gas: string | null
  readonly region: string | null
  readonly purpose: Purpose | null
  readonly sector: Sector | null
  readonly verification: Verification | null
  /** The data year of the factor, or a year its document allows it for. */
  readonly year: number | null
  readonly origin: FactorEdition['origin'] | null
  readonly urn: string | null
}
export const everyFactor: FactorQuery = {
  words: '',
  kind: null,
  gas: null,
  region: null,
  purpose: null,
  sector: null,
  verification: null,
  year: null,
  origin: null,
  urn: null,
}

/** A row with its edition. A remark (a range, a formula) is found too, so that nobody believes it is missing. */
export interface FactorHit {
  readonly edition: FactorEdition
  readonly row: Factor | Remark
  readonly score: number
}
export function isFactor(row: Factor | Remark): row is Factor {
  return 'value' in row
}

/** One row made ready for searching: texts in one spelling between spaces, the more telling the heavier. */
interface Entry {
  readonly edition: FactorEdition
  readonly row: Factor | Remark
  readonly fields: readonly (readonly [weight: number, text: string])[]
}
export type FactorIndex = readonly Entry[]

/** A word of the query; a longer Chinese one also by its neighbouring pairs, since nobody puts spaces there. */
interface Word {
  readonly text: string
  readonly pairs: readonly string[]
}

/** Reads the library once; searching the index then costs a few milliseconds for a thousand rows. */
export function factorIndex(library: FactorLibrary): FactorIndex {
  return library.flatMap((edition) =>
    [...edition.factors, ...edition.remarks].map((row) => ({ edition, row, fields: fieldsOf(edition, row) })),
  )
}

/**
 * The rows that answer the query, best first: every word must be found somewhere in the row, and a word in the name
 * counts more than one in the source. Equal answers stand newest first, then by how far they can be trusted.
 */
export function searchFactors(index: FactorIndex, query: FactorQuery): readonly FactorHit[] {
  const words = wordsOf(query.words).map((text) => ({ text, pairs: chinesePairs(text) }))
  return index
    .filter((entry) => isAsked(entry, query))
    .flatMap(({ edition, row, fields }) => {
      const scores = words.map((word) => scoreOf(word, row, fields))
      if (scores.includes(0)) return []
      return [{ edition, row, score: scores.reduce((total, score) => total + score, 0) }]
    })
    .toSorted(byWorth)
}

/** What there is to filter by: gases, regions and sectors in the order in which the program lists them, years newest first. */
export function factorChoices(library: FactorLibrary) {
  const rows = library.flatMap(({ factors }) => factors)
  const known = <T>(all: readonly T[], has: readonly (T | null)[]) => {
    const held = new Set(has)
    return all.filter((each) => held.has(each))
  }
  const places = new Set(rows.flatMap(({ region }) => (region === null ? [] : [region])))
  const named = Object.keys(regions).filter((region) => places.has(region))
  const years = rows.flatMap(({ dataYear }) => (dataYear === null ? [] : [dataYear]))
  return {
    kinds: known(
      factorKinds,
      rows.map(({ kind }) => kind),
    ),
    gases: known(
      gases,
      rows.map(({ gas }) => gas),
    ),
    regions: [...named, ...[...places].filter((place) => !named.includes(place)).toSorted()],
    purposes: known(
      purposes,
      rows.map((row) => row.purpose),
    ),
    sectors: known(
      sectors,
      rows.map((row) => row.sector),
    ),
    years: [...new Set(years)].toSorted((a, b) => b - a),
  }
}

function isAsked({ edition, row }: Entry, query: FactorQuery): boolean {
  const asks = (asked: string | null, has: string | null) => asked === null || asked === has
  const factor = isFactor(row) ? row : null
  return (
    asks(query.urn, edition.urn) &&
    asks(query.origin, edition.origin) &&
    asks(query.region, row.region) &&
    asks(query.sector, row.sector) &&
    asks(query.verification, row.verification) &&
    asks(query.kind, factor?.kind ?? null) &&
    asks(query.gas, factor?.gas ?? null) &&
    asks(query.purpose, factor?.purpose ?? null) &&
    (query.year === null || (factor !== null && isOfYear(factor, query.year)))
  )
}
function isOfYear(factor: Factor, year: number): boolean {
  if (factor.dataYear === year) return true
  const isBounded = factor.validFrom !== null || factor.validTo !== null
  return isBounded && coversYear(factor, year)
}

/** Words that people use and tables do not print. */
const alsoCalled: ReadonlyMap<string, string> = new Map(
  Object.entries({
    'net-calorific-value': 'NCV LHV 热值 低位热值 发热值 heating value',
    'carbon-content-per-heat': '含碳量 CC carbon content',
    'oxidation-rate': '氧化率 OF oxidation factor',
    'emission-factor': '排放系数 EF',
    gwp: '温室效应潜值 增温潜势 global warming potential',
    electricity: '用电 电网 供电 外购电 grid power electricity',
    heat: '蒸汽 供热 外购热 steam',
    gasoline: 'petrol',
    'bf-gas': 'BFG',
    'coke-oven-gas': 'COG',
    'converter-gas': 'LDG BOF',
    desulfurization: '脱硫 desulphurisation FGD',
    CaCO3: 'limestone',
  }),
)

function fieldsOf(edition: FactorEdition, row: Factor | Remark): Entry['fields'] {
  const factor = isFactor(row) ? row : null
  const place = row.region === null ? null : regionName(row.region)
  const industry = row.sector === null ? null : factorsTexts[`factors.sector.${row.sector}`]
  const nicknames = [alsoCalled.get(row.subject), factor ? alsoCalled.get(factor.kind) : undefined]
  const weighed: Entry['fields'] = [
    [100, one(row.name.zh)],
    [100, one(row.name.en)],
    [60, one(`${row.subject} ${row.ref}`)],
    [60, one(`${place?.zh ?? ''} ${place?.en ?? ''}`)],
    [80, one(nicknames.join(' '))],
    [50, one(`${factor?.gas ?? ''} ${factor?.unit ?? ''}`)],
    [40, one([...labelsOf(row), industry].map((label) => `${label?.zh ?? ''} ${label?.en ?? ''}`).join(' '))],
    [30, one(`${edition.title.zh} ${edition.title.en} ${edition.document} ${edition.urn}`)],
    [
      10,
      one(
        `${row.source} ${row.note?.zh ?? ''} ${row.note?.en ?? ''} ${edition.issuer.zh} ${edition.issuer.en}`,
      ),
    ],
  ]
  return weighed.map(([weight, text]) => [weight, ` ${text} `])
}

function labelsOf(row: Factor | Remark): readonly (Wording | null)[] {
  if (!isFactor(row)) return [row.text]
  const { kind, purpose, usedFor, per } = row
  const meant = purpose === null ? null : factorsTexts[`factors.purpose.${purpose}`]
  return [factorsTexts[`factors.kind.${kind}`], meant, usedFor, per]
}

/** A whole name weighs double, then a whole word, its beginning, its middle; scattered Chinese pairs least. */
function scoreOf(word: Word, row: Factor | Remark, fields: Entry['fields']): number {
  const whole = Math.max(
    isFactor(row) ? numberScore(word.text, row) : 0,
    ...fields.map(([weight, text]) => weight * closeness(word.text, text)),
  )
  return whole > 0 ? whole : scattered(word, fields)
}
/**
 * Half of the pairs somewhere in the row will do, so that 华东电网 finds the 华东区域 row of electricity. Chinese words
 * mostly have two characters: the pairs that start at an even place are likelier words than those across them.
 */
function scattered({ pairs }: Word, fields: Entry['fields']): number {
  if (pairs.length < 2) return 0
  const found = pairs.map((pair, at) => ({
    share: at % 2 === 0 ? 2 : 1,
    weight: Math.max(0, ...fields.map(([weight, text]) => (text.includes(pair) ? weight : 0))),
  }))
  const all = found.reduce((sum, { share }) => sum + share, 0)
  const held = found.reduce((sum, { share, weight }) => sum + (weight > 0 ? share : 0), 0)
  if (held * 2 < all) return 0
  return (0.5 * found.reduce((sum, { share, weight }) => sum + share * weight, 0)) / all
}
function closeness(word: string, text: string): number {
  if (!text.includes(word)) return 0
  if (text === ` ${word} `) return 2
  if (text.startsWith(` ${word} `)) return 1.8
  if (text.includes(` ${word} `)) return 1.6
  if (text.includes(` ${word}`)) return 1.2
  return /^[a-z]{1,2}$/.test(word) ? 0 : 0.8
}
/** A number may be the value itself (0.5810 finds 0.581) or the year. */
function numberScore(word: string, factor: Factor): number {
  if (!decimalText.safeParse(word).success) return 0
  if (new Decimal(word).equals(factor.value)) return 90
  if (!/^\d{4}$/.test(word)) return 0
  if (factor.dataYear === Number(word)) return 90
  return isOfYear(factor, Number(word)) ? 60 : 0
}
function chinesePairs(word: string): readonly string[] {
  if (!/^\p{Script=Han}{3,}$/u.test(word)) return []
  const characters = Array.from(word)
  return characters.slice(1).map((character, at) => `${characters[at] ?? ''}${character}`)
}

/** Splits at spaces, and where Chinese meets Latin letters or digits: `2022年华东电网` is 2022, 年华东电网. */
function wordsOf(words: string): readonly string[] {
  const runs = one(words).match(/\p{Script=Han}+|[^\p{Script=Han}\s]+/gu) ?? []
  return runs.map((run) => run.replace(/^年(?:度|的)?/, '')).filter((run) => run !== '')
}
/** One spelling: `CO₂` is co2, `ＨＦＣ-134a` is hfc134a; dots stay, they belong to numbers. */
function one(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/(\d)\s*年/g, '$1 年')
    .replace(/[-_·‐–—]/g, '')
    .replace(/[/(),;:、，。；：“”"《》〔〕\s]+/g, ' ')
    .trim()
}

const trust: readonly Verification[] = ['verified', 'secondary-copy', 'computed', 'recalled']
function byWorth(a: FactorHit, b: FactorHit): number {
  return (
    b.score - a.score ||
    Number(isFactor(b.row)) - Number(isFactor(a.row)) ||
    yearOf(b) - yearOf(a) ||
    trust.indexOf(a.row.verification) - trust.indexOf(b.row.verification) ||
    compare(`${a.edition.urn} ${a.row.ref}`, `${b.edition.urn} ${b.row.ref}`)
  )
}
function yearOf({ edition, row }: FactorHit): number {
  const year = isFactor(row) ? row.dataYear : null
  return year ?? Number(edition.published?.slice(0, 4) ?? 0)
}
function compare(a: string, b: string): number {
  if (a === b) return 0
  return a < b ? -1 : 1
}
