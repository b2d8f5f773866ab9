import { z } from 'zod'

import { idOf } from '#shared/kernel/id'
import { type Day, day, endOf, instant, month, type Month, monthOf } from '#shared/kernel/period'
import { decimalText, measure } from '#shared/kernel/quantity'
import { parameterId } from '#shared/monitoring/model'
import { nodeId } from '#shared/organization/model'

import { substitution } from './substitution.ts'

export const readingId = idOf<'reading'>()
export type ReadingId = z.output<typeof readingId>
export const actId = idOf<'act'>()
export type ActId = z.output<typeof actId>
export const batchId = idOf<'batch'>()
export type BatchId = z.output<typeof batchId>
export const sealId = idOf<'seal'>()
export type SealId = z.output<typeof sealId>
export const evidenceLinkId = idOf<'evidence-link'>()
export type EvidenceLinkId = z.output<typeof evidenceLinkId>

/** A day, or a full minute of it in the plant's time; midnight is the day itself. */
export const moment = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}(T([01]\d|2[0-3]):[0-5]\d)?$/)
  .refine((text) => day.safeParse(text.slice(0, 10)).success && !text.endsWith('T00:00'))
export type Moment = string

/**
 * submitted → checked → approved, each by another person. A reading that was sent back is `returned` and counts no
 * more; what takes its place is a correction that names it.
 */
export const readingStates = ['submitted', 'checked', 'approved', 'returned'] as const
export type ReadingState = (typeof readingStates)[number]
/** What may follow what, and by which verb of the activity permissions. */
export const readingTransitions = {
  submitted: { check: 'checked', return: 'returned' },
  checked: { approve: 'approved', return: 'returned' },
  approved: { return: 'returned' },
  returned: {},
} as const satisfies Record<ReadingState, Partial<Record<string, ReadingState>>>

/** `substituted`: nobody took it; it was made by a rule, because the value is missing. */
export const origins = ['typed', 'import', 'correction', 'sample', 'substituted'] as const
export type Origin = (typeof origins)[number]
export const actKinds = [
  'submit',
  'import',
  'correct',
  'withdraw',
  'check',
  'approve',
  'return',
  'undo',
] as const
export type ActKind = (typeof actKinds)[number]

/** Who did what to a reading, and when. `alone`: one person did what two should have. */
export const act = z.object({
  id: actId,
  kind: z.enum(actKinds),
  by: z.string().nullable(),
  at: instant,
  reason: z.string().nullable(),
  alone: z.boolean(),
})
export type Act = Readonly<z.output<typeof act>>

const words = z.string().trim().min(1).max(1000)

/** Where in which file the proof stands. The file was uploaded before, or is known by its SHA-256. */
export const proof = z.object({
  file: z.discriminatedUnion('from', [
    z.object({ from: z.literal('upload'), upload: z.string() }),
    z.object({ from: z.literal('store'), sha256: z.string().regex(/^[0-9a-f]{64}$/) }),
  ]),
  /** The page or cell in the file. */
  place: words.nullable(),
  reportNo: words.nullable(),
  sampleDate: day.nullable(),
  /** When the laboratory tested what was sampled. */
  testDate: day.nullish(),
})
export type Proof = Readonly<z.output<typeof proof>>

/** One value as a person typed it. `unit` null: the parameter's own. */
export const enteredValue = z.object({
  parameter: parameterId,
  from: moment,
  to: moment,
  text: z.string().max(80),
  unit: measure.nullable(),
  note: words.nullable(),
  proofs: z.array(proof).max(20),
})
export type EnteredValue = Readonly<z.output<typeof enteredValue>>

/** A reading as the register of readings has it. */
export const reading = z.object({
  id: readingId,
  parameter: parameterId,
  from: moment,
  to: moment,
  /** `2025-01`, or `2025` for a reading over the whole year. */
  month: z.string(),
  /** As entered; null where it withdraws the one it replaces. */
  text: z.string().nullable(),
  unit: measure,
  /** The same number as plain decimal text, in `unit` and in the parameter's unit. */
  value: decimalText.nullable(),
  inParameterUnit: decimalText.nullable(),
  origin: z.enum(origins),
  /** The cell it was imported from. */
  cell: z.string().nullable(),
  note: z.string().nullable(),
  /** The trouble whose proposed repair was taken when the text was read. */
  repaired: z.string().nullable(),
  /** By which rule, and from what, a value was made that nobody took. */
  substitution: substitution.nullable(),
  replaces: readingId.nullable(),
  state: z.enum(readingStates),
  /** Whether it counts. */
  live: z.boolean(),
  entered: act,
  checked: act.nullable(),
  approved: act.nullable(),
  /** The act by which it ceased to count: a correction, a withdrawal, a return, an undo. */
  ended: act.nullable(),
  /** How many files prove it, its own and those of the act it was entered in. */
  proofs: z.int(),
})
export type Reading = Readonly<z.output<typeof reading>>

/** A file that proves readings. */
export const evidenceFile = z.object({
  sha256: z.string(),
  name: z.string(),
  type: z.string(),
  size: z.int(),
  addedBy: z.string().nullable(),
  addedAt: instant,
})
export type EvidenceFile = Readonly<z.output<typeof evidenceFile>>
export const evidenceLink = z.object({
  id: evidenceLinkId,
  file: evidenceFile,
  /** Null where the file proves everything that was entered in one act. */
  reading: readingId.nullable(),
  place: z.string().nullable(),
  reportNo: z.string().nullable(),
  sampleDate: day.nullable(),
  testDate: day.nullable(),
})
export type EvidenceLink = Readonly<z.output<typeof evidenceLink>>

/** A facility whose months are closed one after the other: a facility, or a site for what hangs on it directly. */
export const facilityMonth = z.object({ facility: nodeId, month })

/**
 * The month that a period belongs to, `2025` for a whole calendar year; null for a period that spans more than one
 * month, which has no place in a monthly account.
 */
export function monthKeyOf(from: Moment, to: Moment): string | null {
  const key = monthOf(from)
  if (to <= endOf(key)) return key
  const year = from.slice(0, 4)
  return from === `${year}-01-01` && to === `${Number(year) + 1}-01-01` ? year : null
}

/** The half-open period of a month or year key. */
export function periodOfKey(key: string): { readonly from: Day; readonly to: Day } {
  if (key.length === 4) return { from: `${key}-01-01`, to: `${Number(key) + 1}-01-01` }
  return { from: `${key}-01`, to: endOf(key) }
}

/** The month in which a key is closed: a yearly reading with December. */
export function closingMonthOf(key: string): Month {
  return key.length === 4 ? `${key}-12` : key
}
