import { z } from 'zod'

import { areas } from '#shared/kernel/areas'
import { idOf } from '#shared/kernel/id'
import { day, instant } from '#shared/kernel/period'
import { decimalText, measure } from '#shared/kernel/quantity'

import { publicationDate } from './library.ts'
import { bilingual, editionUrn, factor, factorPointer, remark } from './model.ts'

export const editionStates = ['draft', 'released'] as const
export type EditionState = (typeof editionStates)[number]

export const markId = idOf<'factor-mark'>()
export type MarkId = z.output<typeof markId>

/** What someone states who compared a value with the official text. */
export const newMark = z.object({
  pointer: factorPointer,
  /** The value that was compared, as shown; refused when the library has another by now. */
  value: decimalText,
  unit: measure,
  /** Title and number of the official text. */
  document: z.string().trim().min(1).max(500),
  /** Page, table or row in it. */
  page: z.string().trim().min(1).max(200),
  comparedOn: day,
  note: z.string().trim().max(2000).nullable(),
})
export type NewMark = Readonly<z.output<typeof newMark>>

export const mark = newMark.extend({
  id: markId,
  /** Name of the person; null when the person was removed. */
  by: z.string().nullable(),
  at: instant,
  /** False once withdrawn, or when the library ships another value than the one compared. */
  inForce: z.boolean(),
  withdrawn: z.object({ by: z.string().nullable(), at: instant, reason: z.string() }).nullable(),
})
export type Mark = Readonly<z.output<typeof mark>>

/** An edition without its rows. */
export const editionSummary = z.object({
  urn: editionUrn,
  origin: z.enum(['shipped', 'own']),
  state: z.enum(editionStates),
  title: bilingual,
  issuer: bilingual,
  document: z.string(),
  published: publicationDate.nullable(),
  supersedes: editionUrn.nullable(),
  supersededBy: editionUrn.nullable(),
  note: bilingual.nullable(),
  /** How many factors and remarks it has, and how many rows nobody has compared with the official text. */
  factors: z.int(),
  remarks: z.int(),
  unverified: z.int(),
})
export type EditionSummary = Readonly<z.output<typeof editionSummary>>

/** One row found, with its edition and who verified it. */
export const factorFound = z.object({
  edition: editionSummary,
  row: z.union([factor, remark]),
  mark: mark.nullable(),
})
export type FactorFound = Readonly<z.output<typeof factorFound>>

/** A record of another area that uses a factor. */
export const factorUse = z.object({
  area: z.enum(areas),
  /** Its name as the plant calls it. */
  name: z.string(),
  /** Path of the page that shows it; null where there is none. */
  path: z.string().nullable(),
  /** Given where the record is computed with the factor: it is open and follows, or is frozen and keeps its value. */
  keeps: z.boolean().optional(),
})
export type FactorUse = Readonly<z.output<typeof factorUse>>

/** An own edition as it is written. */
export const newOwnEdition = z.object({
  /** The table's name in urns: small letters, digits, hyphens; null lets the program choose one. */
  table: z.string().max(60).nullable(),
  title: bilingual,
  issuer: bilingual,
  document: z.string().trim().min(1).max(500),
  published: publicationDate.nullable(),
  note: bilingual.nullable(),
  factors: z.array(factor).min(1).max(2000),
  /** When the draft was last changed as the writer read it; null for one not saved before. */
  readAt: instant.nullable(),
})
export type NewOwnEdition = Readonly<z.output<typeof newOwnEdition>>

/** An own edition, released or not. */
export const ownEdition = z.object({
  table: z.string(),
  state: z.enum(editionStates),
  summary: editionSummary,
  factors: z.array(factor),
  changedBy: z.string().nullable(),
  changedAt: instant,
})
export type OwnEditionRecord = Readonly<z.output<typeof ownEdition>>
