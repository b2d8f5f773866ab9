import { Readable } from 'node:stream'

import { attribute, decodedText, scanXml, type XmlListener } from '#electron/kernel/xml-scan'
import type { TableRow } from '#shared/activity/cell'
import type { TableSheet } from '#shared/activity/table-file'
import { Refusal } from '#shared/kernel/refusal'

import type { TableLimits } from './table-limits.ts'
import { fillMerged, mergesFirst } from './xlsx-merges.ts'
import { placeOf, rowReader } from './xlsx-rows.ts'
import type { SheetPart, Workbook } from './xlsx-workbook.ts'
import { asDamage, openWorkbook, scanPart, sharedTexts } from './xlsx-workbook.ts'

/**
 * The filled rows of one sheet, in order, those of one chunk of the file at a time: memory stays flat however long it is.
 * Formulas give their stored value, merged ranges carry their first cell's value in every cell.
 *
 * @throws Refusal `activity.sheet-unknown`, `activity.too-many-rows`, `activity.too-many-columns` and what
 *   `openWorkbook` throws
 */
export async function* readXlsx(
  path: string,
  name: string,
  sheet: string | null,
  limits: TableLimits,
): AsyncGenerator<readonly TableRow[]> {
  const book = await openWorkbook(path, name, limits)
  try {
    const part = chosenSheet(book, sheet)
    const { merges, inflated } = await mergesFirst(book, part, limits)
    const texts = await sharedTexts(book)
    const reader = rowReader(book, texts, limits)
    const fill = fillMerged(merges)
    const bytes = inflated ?? (await book.zip.read(part.part))
    try {
      const scan = scanXml(reader.listener)
      for await (const text of decodedText(bytes)) {
        scan.push(text)
        yield reader.taken().map(fill).filter(isFilled)
      }
      scan.end()
      yield reader.taken().map(fill).filter(isFilled)
    } catch (error) {
      throw asDamage(error, name)
    } finally {
      if (bytes instanceof Readable) bytes.destroy()
    }
  } finally {
    book.zip.close()
  }
}

/** The sheets of a workbook with the size they claim for themselves. */
export async function sheetsOf(
  path: string,
  name: string,
  limits: TableLimits,
): Promise<readonly TableSheet[]> {
  const book = await openWorkbook(path, name, limits)
  try {
    const sheets: TableSheet[] = []
    for (const part of book.sheets)
      sheets.push({ name: part.name, visibility: part.visibility, ...(await sizeOf(book, part)) })
    return sheets
  } finally {
    book.zip.close()
  }
}

/** The sheet asked for; without a wish the first that a person sees. */
function chosenSheet({ sheets, name }: Workbook, wanted: string | null): SheetPart {
  const found =
    wanted === null
      ? (sheets.find(({ visibility }) => visibility === 'visible') ?? sheets[0])
      : sheets.find((sheet) => sheet.name === wanted)
  if (!found) throw new Refusal('activity.sheet-unknown', { name, sheet: wanted })
  return found
}

async function sizeOf(
  book: Workbook,
  { part }: SheetPart,
): Promise<{ rows: number | null; columns: number | null }> {
  let last: { row: number; column: number } | null = null
  let seen = false
  const listener: XmlListener = {
    open: (tag, attributes) => {
      if (tag === 'dimension') last = placeOf((attribute(attributes, 'ref') ?? '').split(':').at(-1) ?? '')
      if (tag === 'dimension' || tag === 'sheetData') seen = true
    },
    close: () => undefined,
    text: () => undefined,
  }
  await scanPart(book.zip, book.name, part, listener, () => seen)
  const size = last as { row: number; column: number } | null
  return { rows: size?.row ?? null, columns: size === null ? null : size.column + 1 }
}

function isFilled({ cells }: TableRow): boolean {
  return cells.some(({ kind }) => kind !== 'empty')
}
