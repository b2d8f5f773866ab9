import { readCollectionKey } from '#electron/activity/collection-keys'
import type { ImportParameter } from '#electron/activity/import-job'
import { cellAt, type TableRow, textCell } from '#shared/activity/cell'
import type { LongMapping, Mapping } from '#shared/activity/mapping'
import type { PreviewBatch, TableRows } from '#shared/activity/preview-model'

interface Reading {
  readonly mapping: Mapping
  readonly rows: TableRows
  /** What came out of the rows, told in the words of a collection workbook. */
  readonly worded: (batch: PreviewBatch) => PreviewBatch
}

/**
 * A collection workbook is read by its keys: what else stands in a row about parameter and period is only for people.
 * A row whose key is not one of this plant's is told as such; every other table passes through as it is.
 */
export function readByKeys(
  mapping: Mapping,
  rows: AsyncIterable<readonly TableRow[]>,
  parameters: readonly ImportParameter[],
): Reading {
  if (mapping.layout !== 'long' || mapping.keyed !== true) return { mapping, rows, worded: (batch) => batch }
  const bySeq = new Map(parameters.map((parameter) => [parameter.seq, parameter]))
  return {
    mapping: { ...mapping, parameters: Object.fromEntries(parameters.map(({ id }) => [id, id])) },
    rows: keyedRows(rows, mapping, bySeq),
    worded: keyWorded,
  }
}

async function* keyedRows(
  chunks: AsyncIterable<readonly TableRow[]>,
  mapping: LongMapping,
  bySeq: ReadonlyMap<number, ImportParameter>,
): AsyncGenerator<readonly TableRow[]> {
  const [keys = 0] = mapping.names
  for await (const rows of chunks)
    yield rows.map((row) => (row.number <= mapping.header.to ? row : keyed(row)))

  function keyed(row: TableRow): TableRow {
    const isEmpty = cellAt(row, mapping.value).text.trim() === ''
    // Signatures and remarks under the table are no rows of it.
    if (isEmpty) return { ...row, cells: [] }
    const found = readCollectionKey(cellAt(row, keys).text, bySeq)
    if (found === null) return row
    const width = Math.max(row.cells.length, mapping.period.column + 1, keys + 1)
    const cells = Array.from({ length: width }, (_, column) => {
      if (column === keys) return textCell(found.parameter.id)
      return column === mapping.period.column ? textCell(found.period) : cellAt(row, column)
    })
    return { ...row, cells }
  }
}

function keyWorded(batch: PreviewBatch): PreviewBatch {
  const isKey = (code: string) => code === 'activity.parameter-unknown' || code === 'activity.name-missing'
  return {
    ...batch,
    troubles: batch.troubles.map((trouble) =>
      isKey(trouble.code)
        ? {
            ...trouble,
            code: 'activity.key-unknown',
            facts: { key: trouble.entered === '' ? '—' : trouble.entered },
          }
        : trouble,
    ),
  }
}
