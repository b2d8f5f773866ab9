import type { TableRow } from '#shared/activity/cell'
import type { Mapping } from '#shared/activity/mapping'
import { contentOf, headingsOf } from '#shared/activity/preview-entries'
import type {
  KnownParameter,
  PreviewBatch,
  PreviewCounts,
  PreviewOptions,
  PreviewResult,
  PreviewStreamOptions,
  TableRows,
} from '#shared/activity/preview-model'
import { beginWork, readEntry, tell, type Work } from '#shared/activity/preview-work'
import { Refusal } from '#shared/kernel/refusal'

/** Reads a table row by row under a mapping; `take` gives what one row came to. */
export interface RunningPreview {
  readonly take: (row: TableRow) => PreviewBatch
  readonly counts: () => PreviewCounts
}

/** Rows that are handed on together, and after which progress is told. */
const batchRows = 500

export function startPreview(
  mapping: Mapping,
  parameters: readonly KnownParameter[],
  options: PreviewOptions,
): RunningPreview {
  const work = beginWork(mapping, parameters, options)
  const heading: TableRow[] = []
  return {
    take: (row) => {
      if (row.number <= mapping.header.to) {
        if (row.number >= mapping.header.from) heading.push(row)
        return nothing
      }
      if (mapping.lastRow !== null && row.number > mapping.lastRow) return nothing
      if (work.headings === null) beginRows(work, heading)
      readRow(work, row)
      return handOver(work)
    },
    counts: () => ({ ...work.counts }),
  }
}

/** Everything a table comes to under a mapping, at once. For files of any length there is `previewStream`. */
export function preview(
  rows: Iterable<TableRow>,
  mapping: Mapping,
  parameters: readonly KnownParameter[],
  options: PreviewOptions,
): PreviewResult {
  const running = startPreview(mapping, parameters, options)
  const batches = Array.from(rows, running.take)
  return { ...joined(batches), counts: running.counts() }
}

/**
 * The same, handed on in batches and then forgotten, so that memory stays flat.
 *
 * @throws Refusal `activity.import-cancelled` once `signal` says so
 */
export async function previewStream(
  rows: TableRows,
  mapping: Mapping,
  parameters: readonly KnownParameter[],
  { sink, onProgress, signal, ...options }: PreviewStreamOptions,
): Promise<PreviewCounts> {
  const running = startPreview(mapping, parameters, options)
  let batches: PreviewBatch[] = []
  let seen = 0
  const flush = async (): Promise<void> => {
    const batch = joined(batches)
    batches = []
    if (batch.readings.length + batch.troubles.length + batch.duplicates.length > 0) await sink(batch)
    onProgress?.(seen)
  }
  for await (const row of rows) {
    if (signal?.aborted === true) throw new Refusal('activity.import-cancelled')
    if (mapping.lastRow !== null && row.number > mapping.lastRow) break
    batches.push(running.take(row))
    seen += 1
    if (batches.length >= batchRows) await flush()
  }
  await flush()
  return running.counts()
}

const nothing: PreviewBatch = { readings: [], troubles: [], duplicates: [] }

function joined(batches: readonly PreviewBatch[]): PreviewBatch {
  return {
    readings: batches.flatMap(({ readings }) => readings),
    troubles: batches.flatMap(({ troubles }) => troubles),
    duplicates: batches.flatMap(({ duplicates }) => duplicates),
  }
}

/** With the heading complete, columns that nobody gave a parameter are told, once and not for every row. */
function beginRows(work: Work, heading: readonly TableRow[]): void {
  work.headings = headingsOf(heading)
  const { mapping } = work
  if (mapping.layout !== 'wide-parameters') return
  for (const { column, parameter } of mapping.values) {
    const known = parameter !== null && work.parameters.has(parameter)
    const name = work.headings[column] ?? ''
    if (!known)
      tell(
        work,
        'error',
        { row: mapping.header.to, column, entered: name },
        { code: 'activity.column-unassigned', facts: { name } },
      )
  }
}

function readRow(work: Work, row: TableRow): void {
  if (row.cells.every(({ kind }) => kind === 'empty')) return
  const { mapping, counts } = work
  counts.rows += 1
  const whole = { row: row.number, column: null, entered: '' }
  if (row.hidden) {
    const left = mapping.hiddenRows === 'leave-out'
    tell(work, left ? 'note' : 'warning', whole, {
      code: left ? 'activity.hidden-row-left-out' : 'activity.hidden-row-read',
      facts: {},
    })
    if (left) counts.leftOutRows += 1
    if (left) return
  }
  const content = contentOf(row, mapping, { headings: work.headings ?? [], parameters: work.parameters })
  if (content.kind === 'left-out') {
    counts.leftOutRows += 1
    if (content.notice) tell(work, 'note', { ...whole, column: content.column }, content.notice)
    return
  }
  const before = counts.errors
  for (const entry of content.entries) readEntry(work, row.number, entry)
  if (counts.errors > before) counts.rejectedRows += 1
}

function handOver(work: Work): PreviewBatch {
  const { batch } = work
  work.batch = { readings: [], troubles: [], duplicates: [] }
  return batch
}
