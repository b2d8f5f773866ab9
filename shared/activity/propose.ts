import { cellAt, type TableRow } from '#shared/activity/cell'
import { isSum } from '#shared/activity/cell-month'
import { splitHeading } from '#shared/activity/cell-unit'
import {
  fingerprintOf,
  type Mapping,
  type MappingProfile,
  type NameMatch,
  type Proposal,
} from '#shared/activity/mapping'
import { headingsOf, nameIn } from '#shared/activity/preview-entries'
import type { KnownParameter } from '#shared/activity/preview-model'
import { amountsIn, decimalMarkIn, lacksYear, yearIn } from '#shared/activity/propose-columns'
import { layoutsFor, type Structure } from '#shared/activity/propose-layouts'
import { matchNames } from '#shared/activity/propose-names'

/** How far down a heading is looked for, and how many rows it may have. */
const deepestHeading = 30
const tallestHeading = 3
/** Rows below the heading that are looked at to tell what the columns hold. */
const sampled = 60
/** Names that are offered for matching; more than that is not a list of parameters. */
const mostNames = 500

export interface ProposalOptions {
  /** The year the person works on; a year in the sheet's title or name goes before it. */
  readonly year: number
}

/**
 * Makes a mapping out of the first rows of a sheet: finds the heading, the layout, months, units, and which known
 * parameter each name means. Everything in it is a proposal; `open` says what a person still has to decide.
 *
 * @param rows the first rows; for names that come late give more of them, a few hundred are enough for the rest
 */
export function proposeMapping(
  sheet: string,
  rows: readonly TableRow[],
  parameters: readonly KnownParameter[],
  options: ProposalOptions,
): Proposal {
  const best = candidates(sheet, rows, options).toSorted((a, b) => b.score - a.score)[0]
  if (!best)
    return {
      mapping: null,
      headings: headingsOf(rows.slice(0, 1)),
      fingerprint: '',
      names: [],
      open: [{ code: 'activity.no-table-found', facts: {} }],
    }
  const { structure, headings, header, below, year } = best
  const names = matchNames(namesIn(structure, headings, below), parameters)
  const matched = Object.fromEntries(
    names.flatMap(({ name, parameter }) => (parameter === null ? [] : [[name, parameter] as const])),
  )
  const common = {
    sheet,
    header,
    lastRow: null,
    year,
    parameters: matched,
    units: {},
    decimalMark: decimalMarkIn(below),
    hiddenRows: 'leave-out' as const,
  }
  const mapping: Mapping =
    structure.layout === 'wide-parameters'
      ? {
          ...common,
          ...structure,
          parameters: {},
          values: structure.values.map((value) => ({
            ...value,
            parameter: matched[headings[value.column] ?? ''] ?? null,
          })),
        }
      : { ...common, ...structure }
  const proposal = { mapping, headings, fingerprint: fingerprintOf(headings), names }
  return { ...proposal, open: openIn(mapping, names, headings, rows) }
}

/**
 * The proposal with what a person once decided for a file with the same heading: parameters, units, columns.
 * Where the heading is another one the proposal stays as it is.
 */
export function withProfile(
  { fingerprint, mapping: known }: MappingProfile,
  proposal: Proposal,
  rows: readonly TableRow[],
): Proposal {
  const { mapping, headings } = proposal
  if (mapping === null || fingerprint !== proposal.fingerprint || known.layout !== mapping.layout)
    return proposal
  const { sheet, header, year } = mapping
  const parameters = { ...mapping.parameters, ...known.parameters }
  const merged: Mapping = { ...known, sheet, header, year, lastRow: null, parameters }
  const applied: Mapping =
    merged.layout === 'wide-months' && mapping.layout === 'wide-months'
      ? { ...merged, months: mapping.months }
      : merged
  const names = proposal.names.map((match): NameMatch => {
    const column =
      applied.layout === 'wide-parameters'
        ? applied.values.find(({ column: at }) => headings[at] === match.name)
        : undefined
    return { ...match, parameter: column?.parameter ?? parameters[match.name] ?? null }
  })
  return { ...proposal, mapping: applied, names, open: openIn(applied, names, headings, rows) }
}

interface Candidate {
  readonly score: number
  readonly structure: Structure
  readonly headings: readonly string[]
  readonly header: { readonly from: number; readonly to: number }
  readonly below: readonly TableRow[]
  readonly year: number
}

/** Every way of taking some of the first rows for the heading, with every layout that makes sense of it. */
function candidates(sheet: string, rows: readonly TableRow[], options: ProposalOptions): Candidate[] {
  return rows.slice(0, deepestHeading).flatMap((first, top) =>
    Array.from({ length: tallestHeading }, (_, more) => rows.slice(top, top + more + 1)).flatMap(
      (heading): Candidate[] => {
        const last = heading.at(-1)
        if (!last || last.number - first.number > tallestHeading - 1) return []
        const below = rows.slice(top + heading.length)
        const above = rows.slice(0, top).flatMap(({ cells }) => cells.map(({ text }) => text))
        const year = yearIn([...above.toReversed(), sheet]) ?? options.year
        const headings = headingsOf(heading)
        const header = { from: first.number, to: last.number }
        return layoutsFor(headings, below.slice(0, sampled), year).map(({ structure, score }) => ({
          score: score + headingScore(heading, year) - top / 100,
          structure,
          headings,
          header,
          below,
          year,
        }))
      },
    ),
  )
}

/**
 * A heading is made of words: numbers in it speak against it, as does a further row that adds nothing, such as a
 * title over the whole width. A group over some of the columns speaks for its row.
 */
function headingScore(heading: readonly TableRow[], year: number): number {
  const numbers = heading.reduce((sum, row) => sum + amountsIn(row, year), 0)
  const further = heading.slice(0, -1).map(({ cells }) => {
    const texts = new Set(cells.map(({ text }) => text.trim()).filter((text) => text !== ''))
    return texts.size > 1 ? 4 : -12
  })
  return further.reduce((sum, score) => sum + score, 0) - (heading.length - 1) * 3 - numbers * 8
}

function namesIn(
  structure: Structure,
  headings: readonly string[],
  below: readonly TableRow[],
): readonly string[] {
  if (structure.layout === 'wide-parameters')
    return structure.values.map(({ column }) => headings[column] ?? '')
  const columns = structure.names
  const withValue = below.filter((row) =>
    valueColumns(structure).some((column) => cellAt(row, column).text.trim() !== ''),
  )
  const names = withValue.map((row) => nameIn(row, columns)).filter((name) => name !== '' && !isSum(name))
  return [...new Set(names)].slice(0, mostNames)
}
function valueColumns(structure: Exclude<Structure, { layout: 'wide-parameters' }>): readonly number[] {
  return structure.layout === 'long' ? [structure.value] : structure.months.map(({ column }) => column)
}

/** What a person still has to say, or should know, before the mapping is used. */
function openIn(
  mapping: Mapping,
  names: readonly NameMatch[],
  headings: readonly string[],
  rows: readonly TableRow[],
): Proposal['open'] {
  const isOpen = ({ name, parameter }: NameMatch): boolean =>
    parameter === null && mapping.parameters[name] !== null
  const openNames =
    names.filter(isOpen).length +
    (mapping.layout === 'long' && mapping.names.length === 0 && mapping.parameter === null ? 1 : 0)
  const openUnits = unitsOpen(mapping, names)
  const yearless =
    mapping.layout === 'wide-months'
      ? mapping.months.some(({ column }) => lacksYear(headings[column] ?? ''))
      : rows.some(
          (row) =>
            row.number > mapping.header.to &&
            /^\s*(\d{1,2}|[一二三四五六七八九十元]+)\s*月/.test(cellAt(row, mapping.period.column).text),
        )
  return [
    ...(openNames > 0 ? [{ code: 'activity.names-open', facts: { count: openNames } }] : []),
    ...(openUnits > 0 ? [{ code: 'activity.units-open', facts: { count: openUnits } }] : []),
    ...(yearless ? [{ code: 'activity.year-open', facts: { year: mapping.year } }] : []),
    ...(rows.some(({ hidden }) => hidden) ? [{ code: 'activity.hidden-rows', facts: {} }] : []),
  ]
}
function unitsOpen(mapping: Mapping, names: readonly NameMatch[]): number {
  if (mapping.layout === 'wide-parameters') return mapping.values.filter(({ unit }) => unit === null).length
  if (mapping.unit.column !== null || mapping.unit.fixed !== null) return 0
  return Math.max(
    names.filter(({ name }) => splitHeading(name).unit === null).length,
    names.length === 0 ? 1 : 0,
  )
}
