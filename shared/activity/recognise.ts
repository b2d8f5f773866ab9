import type { TableRow } from '#shared/activity/cell'
import { readsAsCollection } from '#shared/activity/collection-sheet'
import type { Mapping, MappingProfile, WideParametersMapping } from '#shared/activity/mapping'
import { headingsOf } from '#shared/activity/preview-entries'
import type { KnownParameter } from '#shared/activity/preview-model'
import { proposeMapping, withProfile } from '#shared/activity/propose'
import { decimalMarkIn } from '#shared/activity/propose-columns'
import { layoutsFor } from '#shared/activity/propose-layouts'
import { matchNames } from '#shared/activity/propose-names'
import type { WatchedFile } from '#shared/activity/watch'

/** How a file reads without anybody being asked. */
export interface Recognised {
  readonly shape: NonNullable<WatchedFile['shape']>
  readonly mapping: Mapping
  /** Headings of columns that no parameter is known for, joined; they are left out. */
  readonly leftOut: string
}

interface Unknown {
  readonly sheet: string
  readonly rows: readonly TableRow[]
  readonly year: number
  readonly parameters: readonly KnownParameter[]
  readonly profiles: readonly MappingProfile[]
}

/** What a person has to answer before a file can be read; other notes are for looking at. */
const questions = [
  'activity.names-open',
  'activity.units-open',
  'activity.no-table-found',
  'activity.year-open',
]

/**
 * A collection workbook by its keys, a table by the remembered mapping of its heading, or a table of hours whose columns
 * are called as their parameters are. Null where anything would have to be guessed.
 */
export function recognise({ sheet, rows, year, parameters, profiles }: Unknown): Recognised | null {
  const collection = readsAsCollection(sheet, rows)
  if (collection?.mapping) return { shape: 'workbook', mapping: collection.mapping, leftOut: '' }
  const proposed = proposeMapping(sheet, rows, parameters, { year })
  const profile = profiles.find(
    ({ fingerprint }) => fingerprint !== '' && fingerprint === proposed.fingerprint,
  )
  if (!profile) return inHours(sheet, rows, parameters, year)
  const { mapping, open } = withProfile(profile, proposed, rows)
  if (mapping === null || open.some(({ code }) => questions.includes(code))) return null
  return { shape: 'profile', mapping, leftOut: '' }
}

/** A name that is like another as far as this is the same, but for spaces and signs. */
const certain = 95
/** How far down the heading of a table of hours may be. */
const deepest = 10

/** One column with full hours, one under it after the other, and every other column a parameter by its name. */
function inHours(
  sheet: string,
  rows: readonly TableRow[],
  parameters: readonly KnownParameter[],
  year: number,
) {
  for (const [top, heading] of rows.slice(0, deepest).entries()) {
    const headings = headingsOf([heading])
    const below = rows.slice(top + 1)
    const table = layoutsFor(headings, below, year)
      .map(({ structure }) => structure)
      .find(({ layout }) => layout === 'wide-parameters')
    if (table?.layout !== 'wide-parameters' || table.period.precision !== 'hour') continue
    return hoursOf(table, headings, parameters, {
      sheet,
      header: { from: heading.number, to: heading.number },
      lastRow: null,
      year,
      parameters: {},
      units: {},
      decimalMark: decimalMarkIn(below),
      hiddenRows: 'leave-out',
    })
  }
  return null
}

function hoursOf(
  table: Pick<WideParametersMapping, 'layout' | 'period' | 'values' | 'note'>,
  headings: readonly string[],
  parameters: readonly KnownParameter[],
  common: Omit<WideParametersMapping, 'layout' | 'period' | 'values' | 'note'>,
): Recognised | null {
  const names = matchNames(
    table.values.map(({ column }) => headings[column] ?? ''),
    parameters,
  )
  const values = table.values.flatMap((value) => {
    const match = names.find(({ name }) => name === headings[value.column])
    const isCertain =
      match !== undefined && match.parameter !== null && (match.candidates[0]?.likeness ?? 0) >= certain
    return isCertain && value.unit !== null ? [{ ...value, parameter: match.parameter }] : []
  })
  if (values.length === 0) return null
  const leftOut = table.values
    .filter(({ column }) => !values.some((value) => value.column === column))
    .map(({ column }) => headings[column] ?? '')
    .join('、')
  return { shape: 'hourly', mapping: { ...common, ...table, values }, leftOut }
}
