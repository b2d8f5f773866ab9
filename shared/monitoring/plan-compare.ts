import type { PlanContent, PlanVersion } from './plan.ts'
import { planTexts } from './plan.ts'

export const planParts = [
  'heading',
  'organization',
  'units',
  'boundary',
  'methods',
  'uncertainties',
  'lines',
  'samplings',
  'texts',
] as const
export type PlanPart = (typeof planParts)[number]

/** One field that two versions say differently, or a line that only one of them has. */
export interface PlanDifference {
  readonly part: PlanPart
  readonly kind: 'added' | 'removed' | 'changed'
  /** The line it stands in: a parameter with its source, a source, a unit; null for what stands by itself. */
  readonly line: string | null
  /** Null where the whole line came or went. */
  readonly field: string | null
  readonly before: string | null
  readonly after: string | null
}

type Compared = Pick<PlanVersion, 'content' | 'validFrom'>
type Fields = Readonly<Record<string, string | null>>

/** Everything in which one version differs from another, part by part, field by field. */
export function comparePlans(before: Compared, after: Compared): PlanDifference[] {
  const [old, next] = [before.content, after.content]
  const single = (part: PlanPart, fieldsOf: (version: Compared) => Fields) =>
    changedFields(part, null, fieldsOf(before), fieldsOf(after))
  return [
    ...single('heading', ({ content, validFrom }) => ({
      title: content.title,
      reason: content.reason,
      validFrom,
    })),
    ...single('organization', ({ content: { organization } }) => flat(organization)),
    ...changedLines('units', named(old.units), named(next.units)),
    ...single('boundary', ({ content: { boundary } }) => flat(boundary)),
    ...changedLines('methods', byId(old.methods), byId(next.methods)),
    ...changedLines('uncertainties', byId(old.uncertainties), byId(next.uncertainties)),
    ...changedLines('lines', linesOf(old), linesOf(next)),
    ...changedLines('samplings', samplingsOf(old), samplingsOf(next)),
    ...single('texts', ({ content }) => Object.fromEntries(planTexts.map((part) => [part, content[part]]))),
  ]
}

interface Line {
  readonly key: string
  readonly name: string
  readonly fields: Fields
}

function changedLines(part: PlanPart, old: readonly Line[], next: readonly Line[]): PlanDifference[] {
  const whole = { part, field: null, before: null, after: null }
  const gone = old.filter(({ key }) => !next.some((line) => line.key === key))
  return [
    ...next.flatMap((line): PlanDifference[] => {
      const before = old.find(({ key }) => key === line.key)
      if (!before) return [{ ...whole, kind: 'added', line: line.name }]
      return changedFields(part, line.name, before.fields, line.fields)
    }),
    ...gone.map(({ name }): PlanDifference => ({ ...whole, kind: 'removed', line: name })),
  ]
}

function changedFields(part: PlanPart, line: string | null, old: Fields, next: Fields): PlanDifference[] {
  return [...new Set([...Object.keys(old), ...Object.keys(next)])]
    .map((field) => ({ field, before: orNull(old[field]), after: orNull(next[field]) }))
    .filter(({ before, after }) => before !== after)
    .map(({ field, before, after }): PlanDifference => ({
      part,
      kind: 'changed',
      line,
      field,
      before,
      after,
    }))
}
/** Nothing written and nothing known are the same to a reader. */
function orNull(value: string | null | undefined): string | null {
  return value === undefined || value === '' ? null : value
}

const idFields: readonly string[] = ['parameter', 'source', 'sourceName', 'name', 'role']

/** A record as fields of text; what identifies it is left out, lists are joined. */
function flat(record: Readonly<Record<string, unknown>>, without: readonly string[] = []): Fields {
  return Object.fromEntries(
    Object.entries(record)
      .filter(([key]) => !without.includes(key))
      .map(([key, value]) => [key, textOf(value)]),
  )
}
function textOf(value: unknown): string | null {
  if (value === null || value === undefined) return null
  if (Array.isArray(value)) return value.map((each) => textOf(each) ?? '').join('; ')
  if (typeof value === 'object') return Object.values(value).map(textOf).filter(Boolean).join(': ')
  return typeof value === 'string' ? value : JSON.stringify(value)
}

function linesOf({ lines }: PlanContent): Line[] {
  return lines.map((line) => ({
    key: line.parameter,
    name: [line.sourceName, line.name].filter((part) => part !== null).join(' · '),
    fields: { name: line.name, ...flat(line, idFields) },
  }))
}
function byId(records: readonly { readonly source: string; readonly name: string }[]): Line[] {
  return records.map((record) => ({
    key: record.source,
    name: record.name,
    fields: flat({ ...record }, ['source']),
  }))
}
function named(units: PlanContent['units']): Line[] {
  return units.map((unit) => ({ key: unit.name, name: unit.name, fields: flat(unit, ['name']) }))
}
function samplingsOf({ samplings }: PlanContent): Line[] {
  return samplings.map((row) => {
    const name = [row.material, row.place].filter((part) => part !== '').join(' · ')
    return { key: name, name, fields: flat(row, ['material', 'place']) }
  })
}
