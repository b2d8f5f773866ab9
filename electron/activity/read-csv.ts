import { pipeline } from 'node:stream/promises'

import { CsvError, parse } from 'csv-parse'

import { keptRange, keptStream } from '#electron/kernel/kept-bytes'
import { type Cell, type TableRow, textCell } from '#shared/activity/cell'
import type { Encoding, ReadChoice, TableFile } from '#shared/activity/table-file'
import { Refusal } from '#shared/kernel/refusal'

import { delimiterOf, encodingDetector } from './detect-encoding.ts'
import { asRefusal } from './file-trouble.ts'
import type { TableLimits } from './table-limits.ts'

export type TextAssumption = NonNullable<TableFile['assumed']>

/** Rows that are handed on together. */
const chunkRows = 500
/** A quoted field longer than this is a quote that was never closed. */
const longestRecord = 1024 * 1024

/**
 * How a text file is to be read: what the person chose, and for the rest what its bytes say.
 *
 * @throws Refusal `activity.encoding-unknown` where no encoding fits, `activity.file-vanished`
 */
export async function textAssumption(
  path: string,
  name: string,
  choice: ReadChoice,
  onChunk: (chunk: Buffer) => void = () => undefined,
): Promise<TextAssumption> {
  const detector = encodingDetector()
  try {
    for await (const chunk of keptStream(path) as AsyncIterable<Buffer>) {
      detector.push(chunk)
      onChunk(chunk)
    }
  } catch (error) {
    throw asRefusal(error, name)
  }
  const detected = detector.end()
  const encoding = choice.encoding ?? detected?.encoding
  if (encoding === undefined) throw new Refusal('activity.encoding-unknown', { name })
  const certainty = encoding === detected?.encoding ? detected.certainty : 'guessed'
  const head = new TextDecoder(encoding).decode(keptRange(path, 0, 64 * 1024))
  return { encoding, delimiter: choice.delimiter ?? delimiterOf(head), certainty }
}

/**
 * The filled rows of a CSV or TSV file, in order, some hundred at a time. Rows are counted as a spreadsheet would show
 * them: a line break inside quotes starts no row, an empty line is one.
 *
 * @throws Refusal `activity.encoding-wrong`, `activity.quote-not-closed`, `activity.too-many-rows`,
 *   `activity.too-many-columns`, `activity.file-vanished`
 */
export async function* readCsv(
  path: string,
  name: string,
  { encoding, delimiter }: TextAssumption,
  limits: TableLimits,
): AsyncGenerator<readonly TableRow[]> {
  const parser = parse({
    delimiter,
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: false,
    max_record_size: longestRecord,
  })
  const feeding = pipeline(
    keptStream(path),
    (chunks: AsyncIterable<Buffer>) => decoded(chunks, encoding, name),
    parser,
  )
  // The parser is destroyed with the same error, which ends the loop below; here it is only kept from being loose.
  feeding.catch(() => undefined)
  let [number, filled] = [0, 0]
  let rows: TableRow[] = []
  try {
    for await (const record of parser as AsyncIterable<string[]>) {
      number += 1
      const cells = cellsOf(record)
      if (cells.length === 0) continue
      filled += 1
      if (filled > limits.rows) throw new Refusal('activity.too-many-rows', { name, limit: limits.rows })
      if (cells.length > limits.columns)
        throw new Refusal('activity.too-many-columns', { name, limit: limits.columns })
      rows.push({ number, hidden: false, cells })
      if (rows.length < chunkRows) continue
      yield rows
      rows = []
    }
    yield rows
  } catch (error) {
    if (error instanceof CsvError) throw new Refusal('activity.quote-not-closed', { name, row: number + 1 })
    throw asRefusal(error, name)
  } finally {
    parser.destroy()
  }
}

async function* decoded(
  chunks: AsyncIterable<Buffer>,
  encoding: Encoding,
  name: string,
): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding, { fatal: true })
  try {
    for await (const chunk of chunks) yield decoder.decode(chunk, { stream: true })
    yield decoder.decode()
  } catch (error) {
    if (error instanceof TypeError) throw new Refusal('activity.encoding-wrong', { name, encoding })
    throw error
  }
}

/** Cells up to the last filled one. `="00123"` is how spreadsheets protect digits in a text file. */
function cellsOf(record: readonly string[]): Cell[] {
  const cells = record.map((field) => textCell((/^="([^"]*)"$/.exec(field.trim())?.[1] ?? field).trim()))
  while (cells.at(-1)?.kind === 'empty') cells.pop()
  return cells
}
