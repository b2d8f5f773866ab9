import { z } from 'zod'

import { idOf } from '#shared/kernel/id'
import { isSameValue } from '#shared/kernel/merge-edit'
import { instant } from '#shared/kernel/period'

import { type ChangeKind, changeKindFacts, changeKinds } from './change-kinds.ts'

export const changePackageId = idOf<'change-package'>()
export type ChangePackageId = z.output<typeof changePackageId>

/** A record's facts by field, or null where it does not stand. */
const facts = z.record(z.string(), z.json()).nullable()
export type Fields = Readonly<Record<string, unknown>>
/** Somebody by account, or by name where the account is not known here. */
const someone = z.object({ user: z.string().nullable(), name: z.string() })
/** A line of an audit trail. */
export const trailPosition = z.object({ seq: z.int().nonnegative(), hash: z.string().length(64) })
export type TrailPosition = Readonly<z.output<typeof trailPosition>>

const kind = z.enum(changeKinds)
export const changedRecord = z.object({
  kind,
  id: z.uuid(),
  title: z.string(),
  /** As it stood at the last line that both trails have, and as it stands on the copy. */
  base: facts,
  there: facts,
  by: someone.nullable(),
  at: instant.nullable(),
})
export type ChangedRecord = Readonly<z.output<typeof changedRecord>>

/** What a copy of the data folder gives back: every record of the declared kinds that was changed there. */
export const changePackage = z.object({
  format: z.literal(1),
  id: changePackageId,
  organization: z.string(),
  /** The last line that the copy knows to be in both trails. */
  shared: trailPosition,
  /** The first line of the copy's own, by which two packages of one copy are known. */
  branch: z.string().length(64),
  madeBy: someone,
  records: z.array(changedRecord).max(20_000),
  /** What else was changed there and does not travel, by table. */
  rest: z.array(z.object({ table: z.string(), rows: z.int() })),
  /** What ids in the facts are called. */
  names: z.record(z.string(), z.string()),
})
export type ChangePackage = Readonly<z.output<typeof changePackage>>

export const fieldStandings = ['there', 'here', 'both', 'same', 'told'] as const
export const weighedField = z.object({
  name: z.string(),
  base: z.json(),
  here: z.json(),
  there: z.json(),
  /** Who changed it: only there, only here, both differently, both alike; `told`: changed there and not taken over. */
  standing: z.enum(fieldStandings),
})
export type WeighedField = Readonly<z.output<typeof weighedField>>

export const recordStandings = [
  'new',
  'there',
  'here',
  'both',
  'same',
  'told',
  'removed-here',
  'removed-there',
] as const
export const sides = ['here', 'there'] as const
export type Side = (typeof sides)[number]

/** The name under which the choice is made whether a record that was removed here comes back. */
export const wholeRecord = '*'

export const weighedRecord = changedRecord
  .omit({ base: true, there: true })
  .extend({ standing: z.enum(recordStandings), fields: z.array(weighedField) })
export type WeighedRecord = Readonly<z.output<typeof weighedRecord>>

/** What is said of one field that both changed, by record and field. */
export const choice = z.object({ kind, id: z.uuid(), field: z.string(), side: z.enum(sides) })
export type Choice = Readonly<z.output<typeof choice>>

/** What became of a record: `left`: nothing was taken over, and why. */
export const settledRecord = weighedRecord.extend({
  outcome: z.enum(['added', 'changed', 'nothing', 'left']),
  /** The sides that were chosen, by field. */
  chosen: z.record(z.string(), z.enum(sides)),
  refusal: z.object({ code: z.string(), facts: z.record(z.string(), z.json()) }).nullable(),
})
export type SettledRecord = Readonly<z.output<typeof settledRecord>>

/** Fields with those of declared parts beside the others: `considerations.reduction`. */
export function flattened(of: ChangeKind, record: Fields): Fields {
  const parts: readonly string[] = changeKindFacts[of].parts
  return Object.fromEntries(
    Object.entries(record).flatMap(([name, value]) =>
      parts.includes(name) && typeof value === 'object' && value !== null
        ? Object.entries(value).map(([inner, each]) => [`${name}.${inner}`, each as unknown] as const)
        : [[name, value] as const],
    ),
  )
}
function unflattened(fields: Fields): Fields {
  const made: Record<string, unknown> = {}
  for (const [name, value] of Object.entries(fields)) {
    const [outer = '', inner] = name.split('.')
    made[outer] = inner === undefined ? value : { ...(made[outer] as Fields | undefined), [inner]: value }
  }
  return made
}

/** Every field that one of both sides changed since `base`, with all three values. */
export function weighedFields(of: ChangeKind, base: Fields, here: Fields, there: Fields): WeighedField[] {
  const told: readonly string[] = changeKindFacts[of].told
  const [was, own, other] = [base, here, there].map((each) => flattened(of, each)) as [Fields, Fields, Fields]
  const names = [...new Set([...Object.keys(own), ...Object.keys(other)])].toSorted()
  return names.flatMap((name) => {
    const [b, h, t] = [was[name], own[name], other[name]]
    const [isHere, isThere] = [!isSameValue(b, h), !isSameValue(b, t)]
    if (!isHere && !isThere) return []
    const standingOf = (): WeighedField['standing'] => {
      if (isSameValue(h, t)) return 'same'
      if (!isThere) return 'here'
      if (told.includes(name)) return 'told'
      return isHere ? 'both' : 'there'
    }
    return [{ name, base: json(b), here: json(h), there: json(t), standing: standingOf() } as const]
  })
}
function json(value: unknown): WeighedField['base'] {
  return (value ?? null) as WeighedField['base']
}

/** How a record that a copy changed stands to the one here. `here`: null where it does not stand here. */
export function weigh({ base, there, ...record }: ChangedRecord, here: Fields | null): WeighedRecord {
  const as = (standing: WeighedRecord['standing'], fields: WeighedField[] = []): WeighedRecord => ({
    ...record,
    standing,
    fields,
  })
  const told = (from: Fields, own: Fields, other: Fields) => weighedFields(record.kind, from, own, other)
  if (there === null) return as(here === null ? 'same' : 'removed-there')
  if (here === null) return as(base === null ? 'new' : 'removed-here', told({}, {}, there))
  const fields = told(base ?? {}, here, there)
  const has = (...standings: readonly WeighedField['standing'][]) =>
    fields.some(({ standing }) => standings.includes(standing))
  if (has('both') || (has('there') && has('here'))) return as('both', fields)
  if (has('there')) return as('there', fields)
  if (has('told')) return as('told', fields)
  return as(has('here') ? 'here' : 'same', fields)
}

/** The fields of which a person has to say which side holds. */
export function undecided({ standing, fields }: WeighedRecord): readonly string[] {
  if (standing === 'removed-here') return [wholeRecord]
  return fields.flatMap((field) => (field.standing === 'both' ? [field.name] : []))
}

/**
 * What a record becomes: each field as the side has it that changed it, and where both did as it was chosen. Null where
 * nothing is taken over.
 *
 * @param chosen a side for each of the undecided fields.
 */
export function merged(
  { kind: of, standing, fields }: WeighedRecord,
  here: Fields | null,
  there: Fields | null,
  chosen: Readonly<Record<string, Side>>,
): Fields | null {
  if (there === null) return null
  if (here === null) return standing === 'new' || chosen[wholeRecord] === 'there' ? there : null
  const taken = fields.filter(
    (field) => field.standing === 'there' || (field.standing === 'both' && chosen[field.name] === 'there'),
  )
  if (taken.length === 0) return null
  return unflattened({
    ...flattened(of, here),
    ...Object.fromEntries(taken.map((field) => [field.name, field.there])),
  })
}
