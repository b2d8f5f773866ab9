import { v7 } from 'uuid'

import { monthsHeld, recordedIn } from '#db/activity/batches'
import { createStaging, type StagedReading } from '#db/activity/staging'
import type { ReadDb } from '#db/kernel/access'
import { openReader } from '#db/kernel/open'
import { type ImportOutcome, outcomeOf } from '#electron/activity/import-outcome'
import { leftAlone } from '#electron/activity/left-alone'
import { readByKeys } from '#electron/activity/read-by-keys'
import { readTableChunks } from '#electron/activity/read-table'
import { randomBytes } from '#electron/kernel/crypto'
import { amountIn, textOf } from '#shared/activity/amounts'
import type { TableRow } from '#shared/activity/cell'
import type { ImportPlan, RecordedReading } from '#shared/activity/import-model'
import { monthKeyOf } from '#shared/activity/model'
import { batchRows, previewStream } from '#shared/activity/preview'
import type { Duplicate, KnownParameter, ParsedReading, PreviewBatch } from '#shared/activity/preview-model'
import type { Progress } from '#shared/kernel/contract'
import { grouped } from '#shared/kernel/grouped'
import { monthOf } from '#shared/kernel/period'

/** A parameter as files are matched with it, and as the store knows it. */
export interface ImportParameter extends KnownParameter {
  readonly seq: number
  readonly frequency: string
}

export interface ImportJob extends Pick<ImportPlan, 'choice' | 'mapping' | 'period' | 'acceptRepairs'> {
  /** The data folder, read while the job runs. */
  readonly folder: string
  readonly path: string
  readonly name: string
  readonly parameters: readonly ImportParameter[]
  /**
   * For files that nobody looks at first: what is recorded stays as it is, and months that are sealed are left alone,
   * row by row. Null where a person decides.
   */
  readonly unattended: { readonly sealedMonths: readonly string[] } | null
  /** The staging database to write; null for a preview, which writes nothing. */
  readonly staging: string | null
}

/**
 * Reads a file row by row into readings and troubles; with a staging database, writes them there. Memory does not
 * grow with the file, but for one short key a reading.
 */
export async function importJob(
  { folder, path, name, parameters, unattended, staging: file, ...plan }: ImportJob,
  control: { readonly report: (progress: Progress) => void; readonly signal: AbortSignal },
): Promise<ImportOutcome> {
  const reader = openReader(folder)
  const staging = file === null ? null : createStaging(file)
  const recent = new Map<number, TableRow>()
  const outcome = outcomeOf()
  const newId = idMaker()
  const monthOfReading = monthFinder()
  const known = new Map(parameters.map((parameter) => [parameter.id, parameter]))
  try {
    const table = remembering(readTableChunks(path, name, plan.choice, { signal: control.signal }), recent)
    const { mapping, rows, worded } = readByKeys(plan.mapping, table, parameters)
    const counts = await previewStream(rows, mapping, parameters, {
      period: plan.period,
      acceptRepairs: plan.acceptRepairs,
      recorded: recordedOf(reader.read, known),
      signal: control.signal,
      onProgress: (done) => control.report({ step: 'activity.reading-file', done, total: null }),
      sink: (found) => {
        const counted = withoutSecondCounts(worded(found), known, plan.acceptRepairs)
        const batch = unattended === null ? counted : leftAlone(counted, known, unattended.sealedMonths)
        outcome.add(batch)
        const replaced = new Map(
          batch.duplicates.filter(({ kind }) => kind === 'recorded').map((twin) => [twin.cell, twin]),
        )
        staging?.addReadings(
          batch.readings.map((reading) =>
            staged(newId(), monthOfReading(reading), reading, replaced.get(reading.cell), known),
          ),
        )
        staging?.addRejected(rejectedIn(batch, recent))
      },
    })
    staging?.addSubtotals()
    return outcome.end(counts)
  } finally {
    staging?.close()
    reader.close()
  }
}

/** Keeps the rows that are being worked on, for those that will be rejected. */
async function* remembering(
  chunks: AsyncIterable<readonly TableRow[]>,
  rows: Map<number, TableRow>,
): AsyncGenerator<readonly TableRow[]> {
  for await (const chunk of chunks) {
    for (const number of [...rows.keys()].slice(0, -batchRows)) rows.delete(number)
    for (const row of chunk) rows.set(row.number, row)
    yield chunk
  }
}

/**
 * Looks into the store for what is recorded already. Most months of a file are new to the store, so it is asked only
 * for those it has something of, and each but once.
 */
function recordedOf(db: ReadDb, known: ReadonlyMap<string, ImportParameter>) {
  const held = monthsHeld(db)
  const readings = new Map<string, readonly RecordedReading[]>()
  return (id: string, from: string, to: string): { readonly value: string } | null => {
    const parameter = known.get(id)
    const own = parameter ? held.get(parameter.seq) : undefined
    if (!parameter || !own) return null
    const month = monthOf(from)
    if (!own.has(month) && !own.has(from.slice(0, 4))) return null
    const key = `${id}/${month}`
    const recorded = readings.get(key) ?? recordedIn(db, parameter.seq, month)
    readings.set(key, recorded)
    const met = recorded.find((reading) => reading.from < to && reading.to > from)
    return met ? { value: textOf(amountIn(met, parameter.unit)) } : null
  }
}

/**
 * A further reading for a day that has one is a further delivery only where deliveries are recorded; elsewhere it
 * would count the day twice, and is kept out unless the person lets it take the other's place.
 */
function withoutSecondCounts(
  batch: PreviewBatch,
  known: ReadonlyMap<string, ImportParameter>,
  accepted: readonly string[],
): PreviewBatch {
  const code = 'activity.already-recorded'
  const doubted = new Set(
    batch.duplicates
      .filter(({ kind, parameter }) => kind === 'recorded' && known.get(parameter)?.frequency !== 'batch')
      .map(({ cell }) => cell)
      .filter((cell) => !accepted.includes(code) && !accepted.includes(`${code} ${cell}`)),
  )
  if (doubted.size === 0) return batch
  return {
    readings: batch.readings.filter(({ cell }) => !doubted.has(cell)),
    troubles: batch.troubles.map((trouble) =>
      trouble.code === code && doubted.has(trouble.cell) ? { ...trouble, severity: 'error' } : trouble,
    ),
    duplicates: batch.duplicates,
  }
}

/** Ids that sort as they were made. What is random in them is drawn for many at once: it takes time by the draw. */
function idMaker(): () => Buffer {
  let drawn: Buffer = Buffer.alloc(0)
  let seq = 0
  return () => {
    if (drawn.length === 0) drawn = randomBytes(16 * batchRows)
    const random = drawn.subarray(0, 16)
    drawn = drawn.subarray(16)
    seq += 1
    return v7({ random, msecs: Date.now(), seq }, Buffer.allocUnsafe(16))
  }
}

/** The month of the last reading is mostly that of the next, whose period is the very same. */
function monthFinder(): (reading: ParsedReading) => string | null {
  let last = { from: '', to: '', month: null as string | null }
  return ({ from, to }) => {
    if (from !== last.from || to !== last.to) last = { from, to, month: monthKeyOf(from, to) }
    return last.month
  }
}

function staged(
  id: Buffer,
  month: string | null,
  reading: ParsedReading,
  recorded: Duplicate | undefined,
  known: ReadonlyMap<string, ImportParameter>,
): StagedReading {
  const parameter = known.get(reading.parameter)
  if (!parameter || month === null) throw new Error(`A reading that has no place: ${reading.cell}`)
  const { from, to, text, unit, mantissa, scale, cell, note, evidence, repaired } = reading
  return {
    id,
    parameter: parameter.seq,
    month,
    from,
    to,
    entered: text,
    unit,
    mantissa,
    scale,
    cell,
    // The number of a paper that is not attached is kept as what it is: a remark.
    note: note !== null && evidence !== null ? `${note} · ${evidence}` : (note ?? evidence),
    repaired,
    replaces: recorded !== undefined && (recorded.same || parameter.frequency !== 'batch'),
  }
}

/** Rows with an error, with everything that was told of them. */
function rejectedIn({ troubles }: PreviewBatch, rows: ReadonlyMap<number, TableRow>) {
  return [...grouped(troubles, ({ row }) => row)]
    .filter(([, told]) => told.some(({ severity }) => severity === 'error'))
    .map(([row, told]) => ({
      row,
      cells: (rows.get(row)?.cells ?? []).map(({ text }) => text),
      troubles: told,
    }))
}
