import type { TableRow } from '#shared/activity/cell'
import type { Mapping } from '#shared/activity/mapping'
import { contentOf, entryBook, headingsOf } from '#shared/activity/preview-entries'
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

/** Reads a table row by row under a mapping; `taken` hands over what the rows since the last time came to. */
export interface RunningPreview {
  readonly read: (row: TableRow) => void
  readonly taken: () => PreviewBatch
  readonly counts: () => PreviewCounts
}

/** Rows that are handed on together, and after which progress is told. */
export const batchRows = 500

export function startPreview(
  mapping: Mapping,
  parameters: readonly KnownParameter[],
  options: PreviewOptions,
): RunningPreview {
  const work = beginWork(mapping, parameters, options)
  let heading: TableRow[] | null = []
  return {
    read: (row) => {
      if (row.number <= mapping.header.to) {
        if (row.number >= mapping.header.from) heading?.push(row)
        return
      }
      if (mapping.lastRow !== null && row.number > mapping.lastRow) return
      if (heading !== null) beginRows(work, heading)
      heading = null
      readRow(work, row)
    },
    taken: () => {
      const { batch } = work
      work.batch = { readings: [], troubles: [], duplicates: [] }
      return batch
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
  for (const row of rows) running.read(row)
  return { ...running.taken(), counts: running.counts() }
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
  let [seen, since] = [0, 0]
  const flush = async (): Promise<void> => {
    const batch = running.taken()
    since = 0
    if (batch.readings.length + batch.troubles.length + batch.duplicates.length > 0) await sink(batch)
    onProgress?.(seen)
  }
  const last = mapping.lastRow ?? Number.POSITIVE_INFINITY
  for await (const chunk of rows) {
    const given = 'cells' in chunk ? [chunk] : chunk
    if ((given[0]?.number ?? 0) > last) break
    for (const row of given) {
      if (signal?.aborted === true) throw new Refusal('activity.import-cancelled')
      running.read(row)
      seen += 1
      since += 1
      if (since >= batchRows) await flush()
    }
  }
  await flush()
  return running.counts()
}

/** With the heading complete, columns that nobody gave a parameter are told, once and not for every row. */
function beginRows(work: Work, heading: readonly TableRow[]): void {
  const { mapping } = work
  work.book = entryBook(mapping, headingsOf(heading), work.parameters)
  if (mapping.layout !== 'wide-parameters') return
  for (const { column, parameter } of mapping.values) {
    const known = parameter !== null && work.parameters.has(parameter)
    const name = work.book.headings[column] ?? ''
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
  const content = contentOf(row, mapping, work.book)
  if (content.kind === 'left-out') {
    counts.leftOutRows += 1
    if (content.notice) tell(work, 'note', { ...whole, column: content.column }, content.notice)
    return
  }
  const before = counts.errors
  for (const entry of content.entries) readEntry(work, row.number, entry)
  if (counts.errors > before) counts.rejectedRows += 1
}
