import { z } from 'zod'

import { instant } from '#shared/kernel/period'

import type { Amount } from './amounts.ts'
import { mapping } from './mapping.ts'
import { actId, batchId, proof } from './model.ts'
import { duplicate, importTrouble, parsedReading, previewCounts } from './preview-model.ts'
import { readChoice } from './table-file.ts'

/** A reading of the store, as far as a file is compared with it. */
export type RecordedReading = Amount

/** A file that was sent, and how it is to be read. */
export const importSource = z.object({ upload: z.string(), choice: readChoice })

/** How a file is turned into readings. */
export const importPlan = importSource.extend({
  /** Its parameters are the ones that names may mean. */
  facility: z.string(),
  mapping,
  /** Readings outside of it are errors. */
  period: z.object({ from: z.iso.date(), to: z.iso.date() }).nullable(),
  /**
   * Codes of troubles whose repair is taken for the whole file, or code and cell. `activity.already-recorded` means
   * that readings of the file take the place of those recorded for the same period.
   */
  acceptRepairs: z.array(z.string().max(200)).max(2000),
})
export type ImportPlan = Readonly<z.output<typeof importPlan>>

/** What a file would come to. Long lists are cut; the counts are not. */
export const importPreview = z.object({
  counts: previewCounts,
  /** How often each trouble occurs, most serious first. */
  tally: z.array(
    z.object({
      code: z.string(),
      severity: importTrouble.shape.severity,
      count: z.int(),
      repairable: z.int(),
    }),
  ),
  troubles: z.array(importTrouble),
  duplicates: z.array(duplicate),
  readings: z.array(parsedReading),
})
export type ImportPreview = Readonly<z.output<typeof importPreview>>

export const importRequest = importPlan.extend({
  /** `all`: nothing goes in while one cell has an error. `valid`: what is right goes in, the rest stays with the batch. */
  take: z.enum(['all', 'valid']),
  /** The same file was imported before, and it is meant. */
  again: z.boolean(),
  /** Whether the file is the record itself, such as the export of a metering system, and so proves its readings. */
  isRecord: z.boolean(),
  proofs: z.array(proof).max(20),
  /** The name and heading under which the mapping is remembered for the next file of its kind. */
  profile: z.object({ name: z.string().trim().min(1).max(80), fingerprint: z.string() }).nullable(),
  reason: z.string().trim().min(1).max(1000).nullable(),
})
export type ImportRequest = Readonly<z.output<typeof importRequest>>

/** One imported file. */
export const batch = z.object({
  id: batchId,
  act: actId,
  name: z.string(),
  sheet: z.string().nullable(),
  /** SHA-256 of the file, which is kept as evidence. */
  file: z.string(),
  readings: z.int(),
  rejected: z.int(),
  /** Rejected rows that nobody settled yet. */
  open: z.int(),
  digest: z.string(),
  by: z.string().nullable(),
  at: instant,
  undoneAt: instant.nullable(),
  undoneBy: z.string().nullable(),
})
export type Batch = Readonly<z.output<typeof batch>>

/** A row that was not taken: its cells as text, and what is wrong with them. */
export const rejectedRow = z.object({
  row: z.int(),
  cells: z.array(z.string()),
  troubles: z.array(importTrouble),
  settledBy: z.string().nullable(),
  settledAt: instant.nullable(),
  settlement: z.string().nullable(),
})
export type RejectedRow = Readonly<z.output<typeof rejectedRow>>
