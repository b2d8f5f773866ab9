import { textCell } from '#shared/activity/cell'
import { periodOf } from '#shared/activity/cell-month'
import { numberInText, plainDecimal } from '#shared/activity/cell-number'
import { dayAfter } from '#shared/kernel/period'
import type { Facts } from '#shared/kernel/refusal'
import { addDays } from '#shared/kernel/working-days'

import type { CoalBasis } from './coal-bases.ts'
import {
  accreditations,
  type LabNumber,
  labNumbers,
  type LabSample,
  type NewLabSample,
} from './laboratory.ts'

const days = ['sampledOn', 'receivedOn', 'testedOn', 'reportedOn', 'keptUntil'] as const
const wordColumns = ['sampledBy', 'preparedBy', 'laboratory', 'reportNo', 'note'] as const

/** The columns of the table in which samples are typed and pasted, in the order of the paper. */
export const labColumns = [
  'number',
  'from',
  'last',
  'amount',
  'moistureReceived',
  'moistureAirDry',
  'ash',
  'volatile',
  'sulphur',
  'hydrogen',
  'netHeat',
  'grossHeat',
  'carbon',
  'carbonBasis',
  'laboratory',
  'accreditation',
  'reportNo',
  'sampledBy',
  'sampledOn',
  'preparedBy',
  'receivedOn',
  'testedOn',
  'reportedOn',
  'keptUntil',
  'note',
] as const
export type LabColumn = (typeof labColumns)[number]
/** A row as texts; what was not typed is missing. */
export type LabTexts = Readonly<Partial<Record<LabColumn, string>>>

const basisWords: readonly (readonly [CoalBasis, RegExp])[] = [
  ['received', /^(ar|收到基.*|as.?received.*)$/i],
  ['air-dry', /^(ad|空干基.*|空气干燥基.*|air.?dr.*)$/i],
  ['dry', /^(d|db|干基.*|干燥基.*|dry.*)$/i],
]
const basisTexts = { received: 'ar', 'air-dry': 'ad', dry: 'd' } as const satisfies Record<CoalBasis, string>

/** A saved sample as the table shows it. */
export function textsOfSample(sample: LabSample): LabTexts {
  const { number, from, to, carbonBasis, accreditation } = sample
  const given = [...labNumbers, ...days, ...wordColumns].map((name) => [name, sample[name] ?? ''] as const)
  return {
    ...Object.fromEntries(given),
    number,
    from,
    last: addDays(to, -1),
    carbonBasis: basisTexts[carbonBasis],
    accreditation: accreditation === 'none' ? '' : accreditation,
  }
}

export interface LabTrouble {
  readonly column: LabColumn
  readonly code: string
  readonly facts: Facts
}
export type LabRow =
  | { readonly kind: 'empty' }
  | { readonly kind: 'trouble'; readonly troubles: readonly LabTrouble[] }
  | { readonly kind: 'value'; readonly sample: NewLabSample }

/** What a row of the table comes to; every trouble of it at once. An empty cell is not tested, never nothing. */
export function readLabRow(texts: LabTexts): LabRow {
  const troubles: LabTrouble[] = []
  const textAt = (column: LabColumn) => texts[column]?.trim() ?? ''
  if (labColumns.every((column) => textAt(column) === '')) return { kind: 'empty' }
  const refuse = (column: LabColumn, code = 'activity.lab.not-read') => {
    troubles.push({ column, code, facts: { column, text: textAt(column) } })
    return null
  }
  const dayAt = (column: LabColumn): string | null => {
    if (textAt(column) === '') return null
    const read = periodOf(textCell(textAt(column)), { year: null, precision: 'day' })
    return read.kind === 'value' && read.value.precision === 'day' ? read.value.from : refuse(column)
  }
  const numberAt = (column: LabNumber): string | null => {
    const read = numberInText(textAt(column), { allowsNegative: false, decimalMark: 'point' })
    if (read.kind === 'missing') return null
    return read.kind === 'value' ? plainDecimal(read.value.mantissa, read.value.scale) : refuse(column)
  }
  const from = dayAt('from')
  const last = dayAt('last') ?? from
  if (textAt('number') === '') refuse('number', 'activity.lab.incomplete')
  if (from === null && textAt('from') === '') refuse('from', 'activity.lab.incomplete')
  const basis = basisWords.find(([, words]) => words.test(textAt('carbonBasis')))?.[0]
  if (basis === undefined && textAt('carbonBasis') !== '') refuse('carbonBasis')
  const sample: NewLabSample = {
    ...record(labNumbers, numberAt),
    ...record(days, dayAt),
    ...record(wordColumns, (column) => (textAt(column) === '' ? null : textAt(column))),
    number: textAt('number'),
    from: from ?? '',
    to: last === null ? '' : dayAfter(last),
    carbonBasis: basis ?? 'received',
    accreditation: accreditationIn(textAt('accreditation')),
  }
  return troubles.length > 0 ? { kind: 'trouble', troubles } : { kind: 'value', sample }
}

function accreditationIn(text: string): NewLabSample['accreditation'] {
  const wanted = ['CMA', 'CNAS'].filter((word) => text.toUpperCase().includes(word)).join('+')
  return accreditations.find((known) => known === wanted) ?? 'none'
}

function record<Name extends string, Value>(names: readonly Name[], value: (name: Name) => Value) {
  return Object.fromEntries(names.map((name) => [name, value(name)])) as Record<Name, Value>
}
