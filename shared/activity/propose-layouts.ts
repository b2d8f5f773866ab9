import type { TableRow } from '#shared/activity/cell'
import { splitHeading } from '#shared/activity/cell-unit'
import type { LongMapping, WideMonthsMapping, WideParametersMapping } from '#shared/activity/mapping'
import {
  type ColumnContent,
  type ColumnRole,
  contentIn,
  monthIn,
  precisionIn,
  roleOf,
} from '#shared/activity/propose-columns'

/** The part of a mapping that tells the columns apart. */
export type Structure =
  | Pick<LongMapping, 'layout' | 'names' | 'parameter' | 'period' | 'value' | 'unit' | 'note' | 'evidence'>
  | Pick<WideMonthsMapping, 'layout' | 'names' | 'unit' | 'months' | 'note'>
  | Pick<WideParametersMapping, 'layout' | 'period' | 'values' | 'note'>

interface Column {
  readonly column: number
  readonly heading: string
  readonly role: ColumnRole | null
  readonly content: ColumnContent
}

/** Every layout under which the heading and the rows below it make a table, with how well they do. */
export function layoutsFor(
  headings: readonly string[],
  below: readonly TableRow[],
  year: number,
): readonly { readonly structure: Structure; readonly score: number }[] {
  if (below.length === 0) return []
  const columns = headings.map((heading, column): Column => ({
    column,
    heading,
    role: roleOf(heading),
    content: contentIn(below, column, year),
  }))
  const found = [wideMonths(columns, year), long(columns, below, year), wideParameters(columns, below, year)]
  return found.filter((layout) => layout !== null)
}

/** Months as headings, names to their left. */
function wideMonths(
  columns: readonly Column[],
  year: number,
): { structure: Structure; score: number } | null {
  const all = columns.flatMap(({ column, heading }) => {
    const month = heading === '' ? null : monthIn(heading, year)
    return month === null ? [] : [{ column, month, bare: /^\d{1,2}$/.test(heading) }]
  })
  const months = all.filter(({ month }, index) => all.findIndex((other) => other.month === month) === index)
  const isProven = months.length >= 2 && (months.length >= 6 || months.every(({ bare }) => !bare))
  const first = months[0]?.column ?? 0
  const names = nameColumns(
    columns.filter(({ column }) => !months.some((month) => month.column === column)),
    first,
  )
  if (!isProven || names.length === 0) return null
  const structure: Structure = {
    layout: 'wide-months',
    names,
    unit: { column: unitColumn(columns), fixed: null },
    months: months.map(({ column, month }) => ({ column, month })),
    note: withRole(columns, 'note'),
  }
  return { structure, score: 100 + months.length * 10 }
}

/** A date, a name, an amount. */
function long(
  columns: readonly Column[],
  below: readonly TableRow[],
  year: number,
): { structure: Structure; score: number } | null {
  const period = periodColumn(columns)
  if (!period) return null
  const numeric = columns.filter(
    ({ column, role, content }) => column !== period.column && isAmount(role, content),
  )
  const value =
    numeric.find(({ role }) => role === 'value') ?? (numeric.length === 1 ? numeric[0] : undefined)
  if (!value) return null
  const others = columns.filter(({ column }) => column !== period.column && column !== value.column)
  const names = others.some(({ role, content }) => role === 'name' || (role === null && content.texts > 0.6))
    ? nameColumns(others, columns.length)
    : []
  if (names.length === 0 && value.role !== 'value') return null
  const structure: Structure = {
    layout: 'long',
    names,
    parameter: null,
    period: { column: period.column, precision: precisionIn(below, period.column, year) },
    value: value.column,
    unit: { column: unitColumn(columns), fixed: splitHeading(value.heading).unit },
    note: withRole(columns, 'note'),
    evidence: withRole(columns, 'evidence'),
  }
  const known = columns.filter(({ role }) => role !== null).length
  return {
    structure,
    score: 60 + (names.length > 0 ? 30 : 0) + (value.role === 'value' ? 15 : 0) + known * 4,
  }
}

/** A date, and an amount under every further heading. */
function wideParameters(
  columns: readonly Column[],
  below: readonly TableRow[],
  year: number,
): { structure: Structure; score: number } | null {
  const period = periodColumn(columns)
  if (!period) return null
  const values = columns.filter(
    ({ column, heading, role, content }) =>
      column !== period.column && heading !== '' && isAmount(role, content),
  )
  if (values.length === 0) return null
  const structure: Structure = {
    layout: 'wide-parameters',
    period: { column: period.column, precision: precisionIn(below, period.column, year) },
    values: values.map(({ column, heading }) => ({
      column,
      parameter: null,
      unit: splitHeading(heading).unit,
    })),
    note: withRole(columns, 'note'),
  }
  const withUnit = values.filter(({ heading }) => splitHeading(heading).unit !== null).length
  const role = period.role === 'period' ? 25 : 0
  return { structure, score: 45 + role + Math.min(values.length, 6) * 6 + Math.min(withUnit, 6) * 6 }
}

/** A column of amounts, by what stands in it. A sum over the others, a running number or a unit is none. */
function isAmount(role: ColumnRole | null, { filled, numbers }: ColumnContent): boolean {
  if (role === 'value') return numbers > 0.3
  return role === null && filled > 0 && numbers > 0.5
}

function periodColumn(columns: readonly Column[]): Column | undefined {
  const telling = columns.filter(({ content }) => content.filled > 0 && content.periods > 0.5)
  const named = columns.filter(
    ({ role, content }) =>
      role === 'period' && content.filled > 0 && (content.periods > 0.3 || content.numbers > 0.5),
  )
  return named[0] ?? telling[0]
}

/** The columns that together name the parameter: those called so, with the place before them; else the first of words. */
function nameColumns(columns: readonly Column[], before: number): number[] {
  const usable = columns.filter(({ column, content }) => column < before && content.filled > 0)
  const named = usable.filter(({ role }) => role === 'name')
  const places = usable.filter(({ role }) => role === 'place')
  if (named.length > 0) return [...places, ...named].map(({ column }) => column).toSorted((a, b) => a - b)
  const worded = usable.filter(({ role, content }) => role === null && content.texts > 0.5)
  const first = worded[0]
  return [...places, ...(first ? [first] : [])].map(({ column }) => column)
}

function unitColumn(columns: readonly Column[]): number | null {
  return columns.find(({ role, content }) => role === 'unit' && content.numbers < 0.5)?.column ?? null
}
function withRole(columns: readonly Column[], wanted: ColumnRole): number | null {
  return columns.find(({ role }) => role === wanted)?.column ?? null
}
