import { createWriteStream } from 'node:fs'
import { mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'

import { ZipFile } from 'yazl'

import type { ReadTableOptions } from '#electron/activity/read-table'
import { noChoice, readTable } from '#electron/activity/read-table'
import { type Cell, emptyCell, type TableRow, textCell } from '#shared/activity/cell'
import type { ReadChoice } from '#shared/activity/table-file'

export interface SheetXml {
  readonly name: string
  /** The rows as XML: `<row r="1"><c r="A1"><v>1</v></c></row>`. */
  readonly rows: string
  readonly after?: string
  readonly before?: string
  readonly state?: string
}
export interface WorkbookXml {
  readonly sheets: readonly SheetXml[]
  /** Number formats of the styles 0, 1, 2 …; `General` where nothing is said. */
  readonly formats?: readonly (string | number)[]
  readonly texts?: readonly string[]
  readonly from1904?: boolean
}

const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'

/** The parts of a workbook, written by hand so that it can hold what no writer would write. */
export function workbookParts({
  sheets,
  formats = [],
  texts = [],
  from1904 = false,
}: WorkbookXml): Record<string, string> {
  const relation = (id: string, kind: string, target: string) =>
    `<Relationship Id="${id}" Type="${office}/${kind}" Target="${target}"/>`
  const custom = formats.map((format, index) =>
    typeof format === 'string'
      ? `<numFmt numFmtId="${200 + index}" formatCode="${format.replaceAll('"', '&quot;')}"/>`
      : '',
  )
  const parts: Record<string, string> = {
    '[Content_Types].xml': '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
    '_rels/.rels': `<Relationships>${relation('rId1', 'officeDocument', 'xl/workbook.xml')}</Relationships>`,
    'xl/workbook.xml': `<workbook xmlns="${main}" xmlns:r="${office}"><workbookPr${from1904 ? ' date1904="1"' : ''}/><sheets>${sheets
      .map(
        ({ name, state }, index) =>
          `<sheet name="${name}" sheetId="${index + 1}"${state === undefined ? '' : ` state="${state}"`} r:id="rId${index + 1}"/>`,
      )
      .join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships>${sheets.map((_, index) => relation(`rId${index + 1}`, 'worksheet', `worksheets/sheet${index + 1}.xml`)).join('')}${relation('rIdT', 'sharedStrings', 'sharedStrings.xml')}${relation('rIdS', 'styles', '/xl/styles.xml')}</Relationships>`,
    'xl/styles.xml': `<styleSheet xmlns="${main}"><numFmts>${custom.join('')}</numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/>${formats
      .map((format, index) => `<xf numFmtId="${typeof format === 'number' ? format : 200 + index}"/>`)
      .join('')}</cellXfs></styleSheet>`,
    'xl/sharedStrings.xml': `<sst xmlns="${main}">${texts.map((text) => `<si>${text}</si>`).join('')}</sst>`,
  }
  sheets.forEach(({ rows, before = '', after = '' }, index) => {
    parts[`xl/worksheets/sheet${index + 1}.xml`] =
      `<?xml version="1.0"?><worksheet xmlns="${main}">${before}<sheetData>${rows}</sheetData>${after}</worksheet>`
  })
  return parts
}

let folder: string | null = null
/** A path in a folder of this test run. */
export async function placeFor(name: string): Promise<string> {
  folder ??= await mkdtemp(join(tmpdir(), 'tanbu-import-'))
  return join(folder, name)
}

export async function zipFile(
  name: string,
  parts: Readonly<Record<string, string | Buffer>>,
  options: { readonly compress: boolean } = { compress: true },
): Promise<string> {
  const path = await placeFor(name)
  const zip = new ZipFile()
  for (const [entry, content] of Object.entries(parts)) zip.addBuffer(Buffer.from(content), entry, options)
  zip.end()
  await pipeline(zip.outputStream, createWriteStream(path))
  return path
}

export async function workbook(
  name: string,
  book: WorkbookXml,
  options: { readonly compress: boolean } = { compress: true },
): Promise<string> {
  return zipFile(name, workbookParts(book), options)
}

export async function plainFile(name: string, content: string | Buffer): Promise<string> {
  const path = await placeFor(name)
  await writeFile(path, content)
  return path
}

/** All rows of a file; `name` defaults to the end of the path. */
export async function rowsOf(
  path: string,
  choice: Partial<ReadChoice> = {},
  options: ReadTableOptions = {},
): Promise<TableRow[]> {
  const rows: TableRow[] = []
  for await (const row of readTable(path, path.split('/').at(-1) ?? '', { ...noChoice, ...choice }, options))
    rows.push(row)
  return rows
}
/** All rows as `2: 煤 | 12.5 | `, numbers marked by nothing, other kinds by their name. */
export async function shown(
  path: string,
  choice: Partial<ReadChoice> = {},
  options: ReadTableOptions = {},
): Promise<string[]> {
  return (await rowsOf(path, choice, options)).map(showRow)
}
export function showRow({ number, hidden, cells }: TableRow): string {
  return `${number}${hidden ? ' hidden' : ''}: ${cells.map(showCell).join(' | ')}`
}
function showCell({ kind, text, holds, merged }: Cell): string {
  const marks = [
    kind === 'text' || kind === 'number' || kind === 'empty'
      ? ''
      : kind === 'formula'
        ? `formula:${holds}`
        : kind,
    merged === null ? '' : merged.first ? merged.range : `in ${merged.range}`,
  ]
  return `${text}${marks
    .filter((mark) => mark !== '')
    .map((mark) => ` <${mark}>`)
    .join('')}`
}

/** Rows of a table as a text file would give them; `null` is an empty cell. Numbers become number cells. */
export function tableOf(...rows: readonly (readonly (string | number | Cell | null)[])[]): TableRow[] {
  return rows.map((cells, index) => ({
    number: index + 1,
    hidden: false,
    cells: cells.map((cell) => {
      if (cell === null) return emptyCell
      if (typeof cell === 'object') return cell
      if (typeof cell === 'string') return textCell(cell)
      return { kind: 'number', text: String(cell), raw: String(cell), holds: 'number', merged: null }
    }),
  }))
}
