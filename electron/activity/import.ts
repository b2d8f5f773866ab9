import { rmSync } from 'node:fs'
import { join } from 'node:path'

import { batchById, batchesOfFile, doubleCounting, mappingProfiles } from '#db/activity/batches'
import { batches as batchTable } from '#db/activity/tables'
import { allParameters } from '#db/monitoring/queries'
import { record } from '#electron/activity/acts'
import type { ImportJob } from '#electron/activity/import-job'
import type { ImportOutcome } from '#electron/activity/import-outcome'
import type { Inspected } from '#electron/activity/inspect-job'
import { knownParameters } from '#electron/activity/known-parameters'
import { requireRowsOpen } from '#electron/activity/open-months'
import { saveProfile } from '#electron/activity/profiles'
import { keepUpload, prove } from '#electron/activity/proofs'
import type { TaskContext, WriteContext } from '#electron/kernel/context'
import { discardUpload, stagedUpload, type Upload } from '#electron/kernel/uploads'
import { readsAsCollection } from '#shared/activity/collection-sheet'
import type { Batch, ImportPlan, ImportPreview, ImportRequest } from '#shared/activity/import-model'
import type { Proposal } from '#shared/activity/mapping'
import type { ActId, BatchId } from '#shared/activity/model'
import type { KnownParameter } from '#shared/activity/preview-model'
import { proposeMapping, withProfile } from '#shared/activity/propose'
import type { ReadChoice, TableFile } from '#shared/activity/table-file'
import { dayAt } from '#shared/kernel/period'
import { Refusal } from '#shared/kernel/refusal'
import type { NodeId } from '#shared/organization/model'

interface AtFacility {
  readonly facility: NodeId
}

/** What a person sees of a file before anything is decided. */
export interface Inspection {
  readonly file: TableFile
  readonly proposal: Proposal
  readonly profile: string | null
  readonly sample: { row: number; cells: string[] }[]
  readonly parameters: KnownParameter[]
  readonly before: Batch[]
}

/** Looks into a file and proposes how to read it; a remembered mapping of the same heading goes first. */
export async function importInspect(
  { db, folder, job }: TaskContext,
  ask: AtFacility & { readonly upload: string; readonly choice: ReadChoice; readonly year: number },
): Promise<Inspection> {
  const { path, name } = stagedUpload(folder, ask.upload)
  const { file, sheet, rows } = await job<Inspected>('activity.inspect', { path, name, choice: ask.choice })
  const parameters = knownParameters(db, ask.facility, ask.year)
  const collection = readsAsCollection(sheet, rows)
  const proposed = collection ?? proposeMapping(sheet, rows, parameters, { year: ask.year })
  const profile =
    collection === null
      ? mappingProfiles(db).find(({ fingerprint }) => fingerprint === proposed.fingerprint)
      : undefined
  return {
    file,
    proposal: profile ? withProfile(profile, proposed, rows) : proposed,
    profile: profile?.name ?? null,
    sample: rows
      .slice(0, 40)
      .map(({ number, cells }) => ({ row: number, cells: cells.map(({ text }) => text) })),
    parameters,
    before: batchesOfFile(db, file.digest),
  }
}

/** What a file would come to, without writing anything. */
export async function importPreview(
  context: TaskContext,
  plan: ImportPlan & AtFacility,
): Promise<ImportPreview> {
  const upload = stagedUpload(context.folder, plan.upload)
  return context.job<ImportOutcome>('activity.read-import', jobOf(context, plan, upload, null))
}

/** What an import came to. `act` undoes it. */
export interface Imported {
  readonly act: ActId
  readonly batch: BatchId
  readonly readings: number
  readonly rejected: number
}

/**
 * Reads a file on a thread of its own into a staging database, and takes that over in one transaction: all of it or,
 * on explicit choice, what is right, the rejected rows staying with the batch until somebody settles them.
 *
 * @param unattended for files that nobody looks at first
 */
export async function importFile(
  context: TaskContext,
  request: ImportRequest & AtFacility,
  unattended: ImportJob['unattended'] = null,
): Promise<Imported> {
  const { folder, db, report } = context
  const upload = stagedUpload(folder, request.upload)
  const [known] = batchesOfFile(db, upload.sha256)
  if (known && !request.again)
    throw new Refusal('activity.file-known', { name: known.name, at: dayAt(known.at) })
  const staging = join(folder, 'staging', `import-${context.newId()}.db`)
  try {
    const outcome = await context.job<ImportOutcome>(
      'activity.read-import',
      jobOf(context, request, upload, staging, unattended),
    )
    requireUsable(outcome, request)
    report({ step: 'activity.storing', done: outcome.counts.readings, total: outcome.counts.readings })
    const imported = context.promote((write) => takeOver(write, request, upload, outcome), { staging })
    discardUpload(folder, request.upload)
    return imported
  } finally {
    rmSync(staging, { force: true })
  }
}

function jobOf(
  { db, folder, today }: TaskContext,
  { facility, choice, mapping, period, acceptRepairs }: ImportPlan & AtFacility,
  { path, name }: Upload,
  staging: string | null,
  unattended: ImportJob['unattended'] = null,
): ImportJob {
  const year = mapping.year ?? Number(today.slice(0, 4))
  const parameters = knownParameters(db, facility, year)
  const plan = { choice, mapping, period, acceptRepairs }
  return { folder, path, name, ...plan, parameters, unattended, staging }
}

function requireUsable({ counts }: ImportOutcome, { take }: ImportRequest): void {
  const { errors, rejectedRows, readings } = counts
  if (take === 'all' && errors > 0)
    throw new Refusal('activity.import-has-errors', { errors, rows: rejectedRows })
  if (readings === 0) throw new Refusal('activity.import-empty', { rows: counts.rows })
}

/** The one transaction of an import. */
function takeOver(
  context: WriteContext,
  request: ImportRequest,
  upload: Upload,
  { counts, digest, inOrder }: ImportOutcome,
): Imported {
  const { db, newId, bulk } = context
  requireRowsOpen(db, 'staging.subtotals', 'true')
  const file = keepUpload(context, request.upload)
  const act = record(context, { kind: 'import', reason: request.reason })
  const { readings, rejectedRows: rejected } = counts
  const batch = newId<'batch'>()
  db.insert(batchTable)
    .values({
      act: act.seq,
      id: batch,
      file,
      name: upload.name,
      sheet: request.mapping.sheet,
      mapping: request.mapping,
      readings,
      rejected,
      digest,
    })
    .run()
  bulk({ area: 'activity', batch, rows: readings, digest }, () => copyStaged(context, act.seq))
  requireCountedOnce(context, act.seq, inOrder)
  for (const proof of request.proofs) prove(context, { act: act.seq }, proof)
  if (request.isRecord)
    prove(
      context,
      { act: act.seq },
      {
        file: { from: 'store', sha256: file },
        place: null,
        reportNo: null,
        sampleDate: null,
      },
    )
  if (request.profile !== null) saveProfile(context, { ...request.profile, mapping: request.mapping })
  return { act: act.id, batch, readings, rejected }
}

/** One INSERT … SELECT; readings that take the place of recorded ones end those. Counted once all of them are there. */
function copyStaged({ db }: WriteContext, act: number): void {
  db.run('INSERT INTO activity_bulk (act) VALUES (?)', act)
  db.run(
    `INSERT INTO activity_readings (id, parameter, month, from_at, to_at, entered, unit, mantissa, scale, origin,
       cell, note, repaired, replaces, state, live, entered_act)
     SELECT s.id, s.parameter, s.month, s.from_at, s.to_at, s.entered, s.unit, s.mantissa, s.scale, 'import',
       s.cell, s.note, s.repaired,
       CASE s.replaces WHEN 1 THEN (
         SELECT max(o.seq) FROM activity_readings o
         WHERE o.parameter = s.parameter AND o.month = s.month AND o.live = 1
           AND o.from_at = s.from_at AND o.to_at = s.to_at) END,
       'submitted', 1, ?
     FROM staging.readings s ORDER BY s.rowid`,
    act,
  )
  countStaged(db, act)
  db.run('DELETE FROM activity_bulk')
  if (db.ask('SELECT 1 FROM staging.readings WHERE replaces = 1 LIMIT 1').length > 0)
    db.run(
      `UPDATE activity_readings SET live = 0, ended_act = ? WHERE seq IN (
         SELECT replaces FROM activity_readings WHERE entered_act = ? AND replaces IS NOT NULL)`,
      act,
      act,
    )
  // What stood in for a missing value makes room for it at once.
  db.run(
    `UPDATE activity_readings AS old SET live = 0, ended_act = ?
     WHERE live = 1 AND seq IN (SELECT reading FROM activity_substitutions) AND EXISTS (
       SELECT 1 FROM activity_readings n
       WHERE n.entered_act = ? AND n.parameter = old.parameter AND n.month = old.month
         AND n.from_at < old.to_at AND n.to_at > old.from_at)`,
    act,
    act,
  )
  db.run(
    `INSERT INTO activity_rejected_rows (batch, row, cells, troubles)
     SELECT ?, row, cells, troubles FROM staging.rejected`,
    act,
  )
}

/** What the triggers do for each reading that is entered, for all of an import at once: counted up as it was read. */
function countStaged(db: WriteContext['db'], act: number): void {
  db.run(
    `INSERT INTO activity_subtotals (parameter, month, unit, scale, state, count, high, low, revision)
     SELECT parameter, month, unit, scale, 'submitted', count, high, low, count FROM staging.subtotals WHERE true
     ON CONFLICT DO UPDATE SET count = count + excluded.count, high = high + excluded.high,
                               low = low + excluded.low, revision = revision + excluded.revision`,
  )
  db.run(
    `INSERT INTO activity_act_months (parameter, month, act, count)
     SELECT parameter, month, ?, sum(count) FROM staging.subtotals GROUP BY parameter, month`,
    act,
  )
}

function requireCountedOnce({ db }: WriteContext, act: number, inOrder: boolean): void {
  const found = doubleCounting(db, act, inOrder)
  if (found === null) return
  const parameter = allParameters(db).find(({ seq }) => seq === found.parameter)
  throw new Refusal('activity.import-overlaps', {
    name: parameter?.name ?? '',
    from: found.from,
    count: found.count,
  })
}

/** Settles rejected rows of a batch: entered by hand meanwhile, or left out for a reason. */
export function settleRows(
  { db, user, now }: WriteContext,
  { batch: id, rows, settlement }: { batch: BatchId; rows: readonly number[]; settlement: string },
): Record<string, never> {
  const batch = batchById(db, id)
  if (!batch) throw new Refusal('activity.no-such-batch', { id })
  const settled = db.run(
    `UPDATE activity_rejected_rows SET settled_by = ?, settled_at = ?, settlement = ?
     WHERE batch = ? AND settled_at IS NULL AND row IN (SELECT value FROM json_each(?))`,
    user,
    now,
    settlement,
    batch.seq,
    JSON.stringify(rows),
  )
  if (settled !== rows.length) throw new Refusal('activity.rows-settled', { count: rows.length - settled })
  return {}
}
