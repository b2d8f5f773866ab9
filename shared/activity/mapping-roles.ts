import { type Cell, type TableRow, textCell } from '#shared/activity/cell'
import type { Mapping } from '#shared/activity/mapping'
import { nameIn } from '#shared/activity/preview-entries'
import { month as monthText } from '#shared/kernel/period'

/**
 * What a column of a file is taken for, as one word to choose from: `name`, `period`, `value`, `unit`, `note`,
 * `evidence`, `ignore`, or a month such as `2026-01` where months stand side by side.
 */
export type ColumnRole = string

const rolesByLayout = {
  long: ['ignore', 'name', 'period', 'value', 'unit', 'note', 'evidence'],
  'wide-months': ['ignore', 'name', 'unit', 'note'],
  'wide-parameters': ['ignore', 'period', 'value', 'note'],
} as const satisfies Record<Mapping['layout'], readonly ColumnRole[]>
export type RoleWord = (typeof rolesByLayout)[Mapping['layout']][number]
export const layouts = [
  'long',
  'wide-months',
  'wide-parameters',
] as const satisfies readonly Mapping['layout'][]

/** The words that a column of this layout can be given; months are offered besides where they stand side by side. */
export function rolesOf(layout: Mapping['layout']): readonly RoleWord[] {
  return rolesByLayout[layout]
}

export function roleOfColumn(mapping: Mapping, column: number): ColumnRole {
  if (mapping.note === column) return 'note'
  if (mapping.layout === 'wide-parameters') {
    if (mapping.period.column === column) return 'period'
    return mapping.values.some((value) => value.column === column) ? 'value' : 'ignore'
  }
  if (mapping.names.includes(column)) return 'name'
  if (mapping.unit.column === column) return 'unit'
  if (mapping.layout === 'wide-months')
    return mapping.months.find((month) => month.column === column)?.month ?? 'ignore'
  if (mapping.period.column === column) return 'period'
  if (mapping.value === column) return 'value'
  return mapping.evidence === column ? 'evidence' : 'ignore'
}

/**
 * The mapping with another role for one column. A role that only one column can have moves there; the one column
 * that a layout cannot do without (its period, its value) stays until another takes its place.
 */
export function withRole(mapping: Mapping, column: number, role: ColumnRole): Mapping {
  const note = role === 'note' ? column : mapping.note === column ? null : mapping.note
  switch (mapping.layout) {
    case 'long': {
      const evidence = role === 'evidence' ? column : mapping.evidence === column ? null : mapping.evidence
      return {
        ...mapping,
        note,
        evidence,
        names: withColumn(mapping.names, column, role === 'name'),
        unit: withUnit(mapping.unit, column, role),
        period: role === 'period' ? { ...mapping.period, column } : mapping.period,
        value: role === 'value' ? column : mapping.value,
      }
    }
    case 'wide-months': {
      const others = mapping.months.filter((each) => each.column !== column && each.month !== role)
      const months = monthText.safeParse(role).success ? [...others, { column, month: role }] : others
      return {
        ...mapping,
        note,
        names: withColumn(mapping.names, column, role === 'name'),
        unit: withUnit(mapping.unit, column, role),
        months: months.toSorted((a, b) => a.column - b.column),
      }
    }
    case 'wide-parameters': {
      const known = mapping.values.find((value) => value.column === column)
      const others = mapping.values.filter((value) => value.column !== column)
      const values = role === 'value' ? [...others, known ?? { column, parameter: null, unit: null }] : others
      return {
        ...mapping,
        note,
        period: role === 'period' ? { ...mapping.period, column } : mapping.period,
        values: values.toSorted((a, b) => a.column - b.column),
      }
    }
  }
}

function withColumn(columns: readonly number[], column: number, isIn: boolean): number[] {
  const others = columns.filter((each) => each !== column)
  return isIn ? [...others, column].toSorted((a, b) => a - b) : others
}
function withUnit<U extends { readonly column: number | null }>(
  unit: U,
  column: number,
  role: ColumnRole,
): U {
  if (role === 'unit') return { ...unit, column }
  return unit.column === column ? { ...unit, column: null } : unit
}

/** The same file read in another layout: what both know is kept, the columns are to be said anew. */
export function withLayout(mapping: Mapping, layout: Mapping['layout']): Mapping {
  if (mapping.layout === layout) return mapping
  const { sheet, header, lastRow, year, parameters, units, decimalMark, hiddenRows, note } = mapping
  const common = { sheet, header, lastRow, year, parameters, units, decimalMark, hiddenRows, note }
  const period = 'period' in mapping ? mapping.period : { column: 0, precision: 'month' as const }
  const names = 'names' in mapping && mapping.names.length > 0 ? mapping.names : [0]
  const unit = 'unit' in mapping ? mapping.unit : { column: null, fixed: null }
  switch (layout) {
    case 'long':
      return {
        ...common,
        layout,
        names,
        parameter: null,
        period,
        value: period.column + 1,
        unit,
        evidence: null,
      }
    case 'wide-months':
      return { ...common, layout, names, unit, months: [] }
    case 'wide-parameters':
      return { ...common, layout, period, values: [] }
  }
}

/** A row of the file as it is shown for choosing: its number and the texts of its cells. */
export interface SampleRow {
  readonly row: number
  readonly cells: readonly string[]
}

/** The names in the rows that are shown, under the name columns that are chosen now. */
export function namesInSample(sample: readonly SampleRow[], mapping: Mapping): string[] {
  if (mapping.layout === 'wide-parameters') return []
  const below = sample.filter(({ row }) => row > mapping.header.to).map(toRow)
  return [...new Set(below.map((row) => nameIn(row, mapping.names)).filter((name) => name !== ''))]
}
function toRow({ row, cells }: SampleRow): TableRow {
  return { number: row, hidden: false, cells: cells.map((text): Cell => textCell(text)) }
}
