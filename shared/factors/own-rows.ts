import { verifications } from '#shared/kernel/figure'
import { type Finding } from '#shared/kernel/finding'
import { day } from '#shared/kernel/period'
import { decimalText } from '#shared/kernel/quantity'
import type { Facts } from '#shared/kernel/refusal'
import type { Language, Wording } from '#shared/kernel/texts'
import { measureOf } from '#shared/kernel/unit-names'
import { symbolOf } from '#shared/kernel/units'

import { fuels } from './fuels.ts'
import { isGas } from './gases.ts'
import { type Factor, factorKinds, factorRef, purposes, sectors, type Verification } from './model.ts'
import { checkFactors } from './own-edition.ts'
import { regionName, regions } from './regions.ts'
import { subjectName } from './subject.ts'
import { factorsTexts } from './texts.ts'

/** The columns in which an own edition is typed or pasted, in the order of the sheet. */
export const ownColumns = [
  'name',
  'kind',
  'value',
  'unit',
  'subject',
  'gas',
  'dataYear',
  'validFrom',
  'validTo',
  'source',
  'seenIn',
  'verification',
  'region',
  'purpose',
  'sector',
  'usedFor',
  'per',
  'formula',
  'note',
  'ref',
] as const
export type OwnColumn = (typeof ownColumns)[number]
/** One typed row: the texts of its cells, as typed. A cell that is missing is empty. */
export type TypedRow = Readonly<Partial<Record<OwnColumn, string>>>

/** What is wrong with a cell. */
export interface CellTrouble {
  /** Number of the row among all, from 0. */
  readonly row: number
  readonly column: OwnColumn
  readonly code: string
  readonly facts: Facts
}
export interface TypedFactors {
  readonly factors: readonly Factor[]
  readonly troubles: readonly CellTrouble[]
}

/**
 * Reads typed rows as factors. Rows without any text are passed over; of the others every trouble is told, cell by
 * cell, and only without any may the edition be saved. Words of both languages and the program's own are understood.
 */
export function factorsFromRows(rows: readonly TypedRow[]): TypedFactors {
  const taken = new Set(rows.map((row) => cellOf(row, 'ref')).filter((ref) => ref !== ''))
  const read = rows.flatMap((row, at) => (isBlank(row) ? [] : [{ at, ...rowAsFactor(row, at, taken) }]))
  const factors = read.flatMap(({ at, factor }) => (factor ? [{ at, factor }] : []))
  const unfit = factors.flatMap(({ at, factor }) =>
    checkFactors([factor]).map((finding) => placed(finding, at)),
  )
  return {
    factors: factors.map(({ factor }) => factor),
    troubles: [...read.flatMap(({ troubles }) => troubles), ...twice(factors), ...unfit],
  }
}

/** A factor as it stands in the sheet, in the words of the reader. */
export function rowOfFactor(factor: Factor, language: Language): TypedRow {
  const said = (wording: Wording | null) => wording?.[language] ?? ''
  return {
    name: said(factor.name),
    kind: said(factorsTexts[`factors.kind.${factor.kind}`]),
    value: factor.value,
    unit: symbolOf(factor.unit) || said(factorsTexts['factors.unit.ratio']),
    subject: said(subjectName(factor.subject)),
    gas: factor.gas ?? '',
    dataYear: factor.dataYear === null ? '' : String(factor.dataYear),
    validFrom: factor.validFrom ?? '',
    validTo: factor.validTo ?? '',
    source: factor.source,
    seenIn: factor.seenIn ?? '',
    verification: said(factorsTexts[`factors.verification.${factor.verification}`]),
    region: factor.region === null ? '' : said(regionName(factor.region)),
    purpose: factor.purpose === null ? '' : said(factorsTexts[`factors.purpose.${factor.purpose}`]),
    sector: factor.sector === null ? '' : said(factorsTexts[`factors.sector.${factor.sector}`]),
    usedFor: said(factor.usedFor),
    per: said(factor.per),
    formula: factor.formula ?? '',
    note: said(factor.note),
    ref: factor.ref,
  }
}
type Told = (column: OwnColumn, code: string, facts?: Facts) => null

function rowAsFactor(
  row: TypedRow,
  at: number,
  taken: Set<string>,
): { readonly factor: Factor | null; readonly troubles: readonly CellTrouble[] } {
  const troubles: CellTrouble[] = []
  const tell: Told = (column, code, facts = {}) => {
    troubles.push({
      row: at,
      column,
      code: `factors.cell.${code}`,
      facts: { text: cellOf(row, column), ...facts },
    })
    return null
  }
  const name = cellOf(row, 'name') || tell('name', 'empty')
  const kind = word(row, 'kind', factorKinds, tell)
  if (cellOf(row, 'kind') === '') tell('kind', 'empty')
  const value = amount(row, tell)
  const unit = unitIn(row, tell)
  const subject = subjectIn(row) || name
  const facts = {
    gas: gasIn(row, tell),
    dataYear: yearIn(row, tell),
    validFrom: dayIn(row, 'validFrom', tell),
    validTo: dayIn(row, 'validTo', tell),
    region: regionIn(row),
    purpose: word(row, 'purpose', purposes, tell),
    sector: word(row, 'sector', sectors, tell),
    verification: word(row, 'verification', verifications, tell) ?? ('secondary-copy' satisfies Verification),
    source: cellOf(row, 'source') || (tell('source', 'empty') ?? ''),
    seenIn: cellOf(row, 'seenIn') || null,
    usedFor: both(cellOf(row, 'usedFor')),
    per: both(cellOf(row, 'per')),
    formula: cellOf(row, 'formula') || null,
    note: both(cellOf(row, 'note')),
  }
  if (facts.validFrom !== null && facts.validTo !== null && facts.validTo <= facts.validFrom)
    tell('validTo', 'ends-before', { from: facts.validFrom })
  const ref = refIn(row, tell)
  if (troubles.length > 0 || !name || !kind || !subject || value === null || unit === null || ref === null)
    return { factor: null, troubles }
  const key = ref === '' ? freeRef([subject, kind, facts.region, facts.dataYear], taken) : ref
  taken.add(key)
  return {
    factor: { ref: key, subject, name: { zh: name, en: name }, kind, value, unit, ...facts },
    troubles,
  }
}

/** A word of a list: as the program calls it, or as either language does. */
function word<T extends string>(
  row: TypedRow,
  column: 'kind' | 'purpose' | 'sector' | 'verification',
  known: readonly T[],
  tell: Told,
): T | null {
  const text = cellOf(row, column)
  if (text === '') return null
  const wordings: Readonly<Record<string, Wording>> = factorsTexts
  const found = known.find((each) => {
    const said = wordings[`factors.${column}.${each}`]
    return [each, said?.zh, said?.en].some((name) => name !== undefined && same(name, text))
  })
  return found ?? tell(column, 'unknown-word')
}

/** Thousands may be grouped by commas; everything else must be plain digits, so that nothing is read by guess. */
function amount(row: TypedRow, tell: Told): string | null {
  const text = plainDigits(cellOf(row, 'value'))
  if (text === '') return tell('value', 'empty')
  const plain = /^-?\d{1,3}(,\d{3})+(\.\d+)?$/.test(text) ? text.replaceAll(',', '') : text
  return decimalText.safeParse(plain).success ? plain : tell('value', 'no-number')
}
function unitIn(row: TypedRow, tell: Told) {
  const text = cellOf(row, 'unit')
  if (text === '') return tell('unit', 'empty')
  return measureOf(text) ?? tell('unit', 'unknown-unit')
}
function gasIn(row: TypedRow, tell: Told): Factor['gas'] {
  const text = plainDigits(cellOf(row, 'gas'))
  if (text === '') return null
  return isGas(text) ? text : tell('gas', 'unknown-gas')
}
function yearIn(row: TypedRow, tell: Told): number | null {
  const text = plainDigits(cellOf(row, 'dataYear')).replace(/年$/, '')
  if (text === '') return null
  return /^(19|20|21)\d{2}$/.test(text) ? Number(text) : tell('dataYear', 'no-year')
}
function dayIn(row: TypedRow, column: 'validFrom' | 'validTo', tell: Told): string | null {
  const text = plainDigits(cellOf(row, column))
  if (text === '') return null
  const [, year = '', month = '', date = ''] = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/.exec(text) ?? []
  const written = `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`
  return day.safeParse(written).success ? written : tell(column, 'no-day')
}
/** A region by code or name in either language; any other place stands as it was written. */
function regionIn(row: TypedRow): string | null {
  const text = cellOf(row, 'region')
  if (text === '') return null
  const found = Object.entries(regions).find(([code, { zh, en }]) =>
    [code, zh, en].some((name) => same(name, text)),
  )
  return found?.[0] ?? text
}
/** A fuel by its name in either language; everything else as it was written. */
function subjectIn(row: TypedRow): string {
  const text = cellOf(row, 'subject')
  const found = Object.entries(fuels).find(([key, { name }]) =>
    [key, name.zh, name.en].some((each) => same(each, text)),
  )
  return found?.[0] ?? text
}
function refIn(row: TypedRow, tell: Told): string | null {
  const text = cellOf(row, 'ref')
  return text === '' || factorRef.safeParse(text).success ? text : tell('ref', 'no-key')
}

/** A key made of what the row is about; a number follows where that is taken. */
function freeRef(parts: readonly (string | number | null)[], taken: ReadonlySet<string>): string {
  const base = parts
    .filter((part) => part !== null)
    .map((part) => String(part).replace(/[^\p{L}\p{N}<>().+-]+/gu, '-'))
    .join('/')
  let ref = base
  for (let number = 2; taken.has(ref); number += 1) ref = `${base}/${number}`
  return ref
}

function twice(factors: readonly { readonly at: number; readonly factor: Factor }[]): CellTrouble[] {
  const seen = new Set<string>()
  return factors.flatMap(({ at, factor: { ref } }) => {
    const isKnown = seen.has(ref)
    seen.add(ref)
    return isKnown ? [{ row: at, column: 'ref', code: 'factors.row-twice', facts: { row: ref } }] : []
  })
}
function placed({ code, facts }: Finding, row: number): CellTrouble {
  const column = ownColumns.find((each) => each === facts['field']) ?? 'name'
  return { row, column, code, facts }
}

function isBlank(row: TypedRow): boolean {
  return ownColumns.every((column) => cellOf(row, column) === '')
}
function cellOf(row: TypedRow, column: OwnColumn): string {
  return (row[column] ?? '').normalize('NFC').trim()
}
function plainDigits(text: string): string {
  return text.normalize('NFKC')
}
function both(text: string): Wording | null {
  return text === '' ? null : { zh: text, en: text }
}
function same(a: string, b: string): boolean {
  return plainDigits(a).toLowerCase() === plainDigits(b).toLowerCase()
}
