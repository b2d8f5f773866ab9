import { z } from 'zod'

import { facts } from '#shared/kernel/finding'
import { day, instant } from '#shared/kernel/period'

import { userId } from './model.ts'

/** What to look for in the trail; everything given must hold. */
export const auditFilter = z.object({
  /** In what was changed, in the procedure, or the name of a person. */
  text: z.string().trim().max(200).optional(),
  user: userId.optional(),
  /** A procedure, or an area with everything in it: `activity` or `activity.submit`. */
  procedure: z.string().max(100).optional(),
  /** Id of a record that was touched. */
  record: z.string().max(100).optional(),
  outcome: z.enum(['done', 'refused']).optional(),
  /** Days in the plant's time zone, both included. */
  from: day.optional(),
  to: day.optional(),
  /** Only lines before this one. */
  before: z.int().optional(),
})
export type AuditFilter = Readonly<z.output<typeof auditFilter>>

/** One line of the trail as a list shows it. */
export const auditLine = z.object({
  seq: z.int(),
  at: instant,
  /** Null: the program itself, or somebody at the door. */
  user: userId.nullable(),
  /** Null once the person was removed. */
  name: z.string().nullable(),
  procedure: z.string(),
  outcome: z.enum(['done', 'refused']),
  tables: z.array(z.object({ table: z.string(), op: z.enum(['insert', 'update', 'delete']), rows: z.int() })),
  notes: z.array(facts),
})
export type AuditLine = Readonly<z.output<typeof auditLine>>

/** A column of a changed row. `removed`: it spoke of a person who was taken out. */
const cell = z.object({ text: z.string().nullable(), isRemoved: z.boolean() })
export type AuditCell = Readonly<z.output<typeof cell>>

export const auditDetail = auditLine.extend({
  hash: z.string(),
  previous: z.string(),
  changes: z.array(
    z.object({
      table: z.string(),
      op: z.enum(['insert', 'update', 'delete']),
      fields: z.array(z.object({ name: z.string(), before: cell.nullable(), after: cell.nullable() })),
    }),
  ),
  /** How many more rows the line holds than are listed. */
  more: z.int(),
})
export type AuditDetail = Readonly<z.output<typeof auditDetail>>

/** Where the chain breaks first and what differs there. */
export const chainBreak = z.object({
  seq: z.int(),
  what: z.enum(['missing', 'changed', 'unlinked', 'cut-off', 'rewritten', 'unreadable']),
})
export const chainReport = z.object({
  lines: z.int(),
  head: z.string(),
  firstBreak: chainBreak.nullable(),
  hasAnchor: z.boolean(),
  /** How many heads that left the plant were compared. */
  anchors: z.int(),
})
export type ChainReport = Readonly<z.output<typeof chainReport>>

/** A head of the chain that left the plant. */
export const shownAnchor = z.object({
  seq: z.int(),
  hash: z.string(),
  purpose: z.enum(['file', 'sheet', 'trail', 'backup']),
  /** Of the file that carries it. */
  sha256: z.string().nullable(),
  /** When its line was written; null where there is no such line any more. */
  at: instant.nullable(),
  holds: z.boolean(),
})

/** Where a name stands in what others wrote: how many rows of a table in which column, and how many lines of the trail. */
export const traces = z.object({
  places: z.array(z.object({ table: z.string(), column: z.string(), count: z.int() })),
  lines: z.int(),
})
export type Traces = z.output<typeof traces>
