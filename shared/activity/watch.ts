import { z } from 'zod'

import { facts } from '#shared/kernel/finding'
import { idOf } from '#shared/kernel/id'
import { instant } from '#shared/kernel/period'
import { nodeId } from '#shared/organization/model'

import { batchId } from './model.ts'

const watchFolderId = idOf<'watch-folder'>()

/** A folder in which files of a known shape are looked for, and the facility that they speak of. */
export const watchFolder = z.object({
  id: watchFolderId,
  facility: nodeId,
  /** As the machine with the data knows it. */
  path: z.string().trim().min(1).max(500),
  /** What becomes of a file that was imported: it stays, or goes into `done/` below the folder. */
  afterwards: z.enum(['leave', 'move']),
  isActive: z.boolean(),
})
export type WatchFolder = Readonly<z.output<typeof watchFolder>>

/** `gone`: nobody can look into it · `silent`: it does not answer, such as one on a share that is not connected. */
export const seenFolder = watchFolder.extend({ presence: z.enum(['there', 'gone', 'silent']) })
export type SeenFolder = Readonly<z.output<typeof seenFolder>>

/** How a file was recognised: a collection workbook, a remembered mapping, or hours of known parameters. */
export const shapes = ['workbook', 'profile', 'hourly'] as const
/**
 * `imported` whole · `partly`: some rows were refused and wait with the batch · `refused` as a whole · `known`: the same
 * content was imported before · `unknown`: nothing that the program knows how to read by itself.
 */
export const watchOutcomes = ['imported', 'partly', 'refused', 'known', 'unknown'] as const

/** What became of a file. */
export const watchedFile = z.object({
  id: idOf<'watched-file'>(),
  folder: watchFolderId,
  name: z.string(),
  size: z.int(),
  sha256: z.string().nullable(),
  outcome: z.enum(watchOutcomes),
  shape: z.enum(shapes).nullable(),
  /** Why it was refused, or what else is to be said of it. */
  code: z.string().nullable(),
  facts,
  batch: batchId.nullable(),
  readings: z.int(),
  rejected: z.int(),
  at: instant,
})
export type WatchedFile = Readonly<z.output<typeof watchedFile>>
