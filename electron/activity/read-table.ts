import { sha256Stream } from '#electron/kernel/crypto'
import { keptRange, keptStream } from '#electron/kernel/kept-bytes'
import type { TableRow } from '#shared/activity/cell'
import type { ReadChoice, TableFile } from '#shared/activity/table-file'
import { Refusal } from '#shared/kernel/refusal'

import { wideEncodingOf } from './detect-encoding.ts'
import { asRefusal, headOf } from './file-trouble.ts'
import { readCsv, textAssumption } from './read-csv.ts'
import { readXlsx, sheetsOf } from './read-xlsx.ts'
import { type TableLimits, usualLimits } from './table-limits.ts'

/** Nothing chosen: the first visible sheet, encoding and delimiter as the file shows them. */
export const noChoice: ReadChoice = { sheet: null, encoding: null, delimiter: null }

export interface ReadTableOptions {
  readonly limits?: TableLimits
  readonly signal?: AbortSignal
}

/**
 * What is in a file, before its rows are read: format, sheets, SHA-256, and what had to be assumed.
 *
 * @param path where the bytes lie, which may be a staging copy
 * @param name what the person calls the file
 * @throws Refusal `activity.file-…`, `activity.zip-bomb`, `activity.encoding-unknown`
 */
export async function inspectTable(
  path: string,
  name: string,
  choice: ReadChoice = noChoice,
  { limits = usualLimits, signal }: ReadTableOptions = {},
): Promise<TableFile> {
  const format = await formatOf(path, name, limits)
  const hash = sha256Stream()
  let bytes = 0
  const count = (chunk: Buffer): void => {
    signal?.throwIfAborted()
    hash.add(chunk)
    bytes += chunk.length
  }
  if (format === 'text') {
    const assumed = await textAssumption(path, name, choice, count)
    const sheets = [{ name: sheetNameOf(name), visibility: 'visible' as const, rows: null, columns: null }]
    return { name, format, bytes, digest: hash.end(), sheets, assumed }
  }
  const sheets = await sheetsOf(path, name, limits)
  try {
    for await (const chunk of keptStream(path) as AsyncIterable<Buffer>) count(chunk)
  } catch (error) {
    throw asRefusal(error, name)
  }
  return { name, format, bytes, digest: hash.end(), sheets, assumed: null }
}

/**
 * The filled rows of a spreadsheet or text file, in order and in chunks of some hundred; memory stays flat. Leaving
 * the loop closes the file.
 */
export async function* readTableChunks(
  path: string,
  name: string,
  choice: ReadChoice = noChoice,
  { limits = usualLimits, signal }: ReadTableOptions = {},
): AsyncGenerator<readonly TableRow[]> {
  const format = await formatOf(path, name, limits)
  const chunks =
    format === 'xlsx'
      ? readXlsx(path, name, choice.sheet, limits)
      : readCsv(path, name, await textAssumption(path, name, choice), limits)
  try {
    for await (const rows of chunks) {
      signal?.throwIfAborted()
      yield rows
    }
  } catch (error) {
    throw asRefusal(error, name)
  }
}

/** The same one row at a time, for a look at the first of them. */
export async function* readTable(
  path: string,
  name: string,
  choice: ReadChoice = noChoice,
  options: ReadTableOptions = {},
): AsyncGenerator<TableRow> {
  for await (const rows of readTableChunks(path, name, choice, options)) {
    for (const row of rows) {
      options.signal?.throwIfAborted()
      yield row
    }
  }
}

/** The sheet name that cells of a text file are named with: the file's name without its ending. */
export function sheetNameOf(name: string): string {
  return name.replace(/\.[^.]{1,5}$/, '') || name
}

/** What a file is, by its bytes; names lie. */
async function formatOf(path: string, name: string, limits: TableLimits): Promise<TableFile['format']> {
  const head = await headOf(path, name, limits)
  if (startsWith(head, [0x50, 0x4b])) return 'xlsx'
  if (startsWith(head, [0xd0, 0xcf, 0x11, 0xe0])) throw await compoundFile(path, name, head)
  if (looksForeign(head)) throw new Refusal('activity.file-not-a-table', { name })
  const text = head.toString('latin1').trimStart().toLowerCase()
  if (/^(\xef\xbb\xbf)?<(\?xml|!doctype|html|table|meta|head)/.test(text))
    throw new Refusal('activity.file-other-format', { name })
  return 'text'
}

/**
 * Microsoft's compound file holds an old `.xls` workbook, or an `.xlsx` that was encrypted with a password. Which of
 * them is told by its directory, whose first sector the header points to.
 */
async function compoundFile(path: string, name: string, head: Buffer): Promise<Refusal> {
  if (head.length >= 52) {
    const sector = 1 << Math.min(head.readUInt16LE(30), 20)
    const directory = keptRange(path, (head.readUInt32LE(48) + 1) * sector, 64 * 1024)
    const names = directory.toString('utf16le')
    if (names.includes('EncryptedPackage')) return new Refusal('activity.file-encrypted', { name })
    if (/Workbook|Book/.test(names)) return new Refusal('activity.file-old-format', { name })
  }
  if (/\.xls[xmb]$/i.test(name)) return new Refusal('activity.file-encrypted', { name })
  return new Refusal(/\.(xls|et)$/i.test(name) ? 'activity.file-old-format' : 'activity.file-not-a-table', {
    name,
  })
}

function startsWith(head: Buffer, bytes: readonly number[]): boolean {
  return bytes.every((byte, at) => head[at] === byte)
}

/** Pictures, PDF and programs: zero bytes where the text is not UTF-16. */
function looksForeign(head: Buffer): boolean {
  if (head.subarray(0, 5).toString('latin1') === '%PDF-') return true
  const marked = startsWith(head, [0xff, 0xfe]) || startsWith(head, [0xfe, 0xff])
  return head.includes(0) && !marked && wideEncodingOf(head) === null
}
