import { z } from 'zod'

import { command, nothing, query, task } from '#shared/kernel/contract'
import { nodeId } from '#shared/organization/model'

import { batch, importPlan, importPreview, importRequest, importSource, rejectedRow } from './import-model.ts'
import { mappingProfile, proposal } from './mapping.ts'
import { actId, batchId } from './model.ts'
import { knownParameter } from './preview-model.ts'
import { tableFile } from './table-file.ts'

/** Bringing in files that people already have. */
export const importContract = {
  /** What is in a file, how it may be read, and whether it was imported before. */
  importInspect: task(
    'activity.enter',
    importSource.extend({ facility: nodeId, year: z.int().min(1990).max(2100) }),
    z.object({
      file: tableFile,
      proposal,
      /** The remembered mapping that fits its heading; null where there is none. */
      profile: z.string().nullable(),
      /** The text of its first rows. */
      sample: z.array(z.object({ row: z.int(), cells: z.array(z.string()) })),
      parameters: z.array(knownParameter),
      before: z.array(batch),
    }),
  ),
  importPreview: task('activity.enter', importPlan.extend({ facility: nodeId }), importPreview),
  /** Imports a file, all or nothing unless told otherwise; undone by `undo` with its act. */
  import: task(
    'activity.enter',
    importRequest.extend({ facility: nodeId }),
    z.object({ act: actId, batch: batchId, readings: z.int(), rejected: z.int() }),
  ),
  batches: query('activity.read', nothing, z.array(batch)),
  rejectedRows: query('activity.read', z.object({ batch: batchId }), z.array(rejectedRow)),
  /** Says of rejected rows what became of them: entered by hand, or left out and why. */
  settleRows: command(
    'activity.enter',
    z.object({
      batch: batchId,
      rows: z.array(z.int()).min(1),
      settlement: z.string().trim().min(1).max(1000),
    }),
    nothing,
  ),
  profiles: query('activity.read', nothing, z.array(mappingProfile)),
  saveProfile: command('activity.enter', mappingProfile, nothing),
  removeProfile: command('activity.enter', z.object({ name: z.string() }), nothing),
}
