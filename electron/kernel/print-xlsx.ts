import { type Cell, type CellStyle, type CellValue, writeXlsx } from 'hucre'

import type { Sheet, SheetCell } from '#shared/kernel/sheet'

const thin = { style: 'thin', color: { rgb: '8C8C8C' } } as const
const box = { top: thin, bottom: thin, left: thin, right: thin }
const looks = {
  title: { font: { bold: true, size: 14 }, alignment: { horizontal: 'center', vertical: 'center' } },
  line: { font: { size: 10 } },
  head: {
    font: { bold: true, size: 10 },
    fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: 'F0F0F0' } },
    border: box,
    alignment: { horizontal: 'center', vertical: 'center', wrapText: true },
  },
  text: { font: { size: 10 }, border: box, alignment: { vertical: 'center', wrapText: true } },
  number: { font: { size: 10 }, border: box, alignment: { horizontal: 'right', vertical: 'center' } },
  note: { font: { size: 9, color: { rgb: '595959' } }, alignment: { wrapText: true, vertical: 'top' } },
} satisfies Record<string, CellStyle>

/** A workbook on A4, one printed page wide, that Excel, WPS and LibreOffice open alike. */
export async function printXlsx(
  sheets: readonly Sheet[],
  properties: { readonly title: string; readonly footer: string },
): Promise<Buffer> {
  const output = await writeXlsx({
    properties: { title: properties.title, creator: 'Tanbu 碳簿' },
    defaultFont: { name: 'Arial', size: 10 },
    sheets: sheets.map((sheet) => layOut(sheet, properties.footer)),
  })
  return Buffer.from(output)
}

function layOut(sheet: Sheet, footer: string) {
  const width = sheet.columns.length
  const whole = sheet.columns.reduce((sum, column) => sum + column.width, 0)
  const rows: CellValue[][] = []
  const cells = new Map<string, Partial<Cell>>()
  const heights = new Map<number, { height: number }>([[0, { height: 26 }]])
  const merges: { startRow: number; startCol: number; endRow: number; endCol: number }[] = []
  const add = (values: readonly SheetCell[], style: CellStyle) => {
    const at = rows.length
    const lines = Math.max(
      1,
      ...values.map((value, column) =>
        linesIn(value, values.length === 1 ? whole : (sheet.columns[column]?.width ?? 10)),
      ),
    )
    if (at > 0) heights.set(at, { height: 4 + 14 * lines })
    rows.push(values.map(valueOf))
    for (const [column, value] of values.entries())
      cells.set(`${at},${column}`, { style: styleOf(value, style) })
  }
  const across = (text: string, style: CellStyle) => {
    if (width > 1) merges.push({ startRow: rows.length, startCol: 0, endRow: rows.length, endCol: width - 1 })
    add([text], style)
  }
  across(sheet.title, looks.title)
  for (const line of sheet.lines) across(line, looks.line)
  const headRow = rows.length
  add(
    sheet.columns.map(({ title }) => title),
    looks.head,
  )
  for (const row of sheet.rows) add(row, looks.text)
  for (const note of sheet.notes) across(note, looks.note)
  return {
    name: sheet.name,
    rows,
    cells,
    merges,
    columns: sheet.columns.map(({ width: wide }) => ({ width: wide })),
    freezePane: { rows: headRow + 1 },
    rowDefs: heights,
    pageSetup: {
      paperSize: 'a4' as const,
      orientation: sheet.landscape ? ('landscape' as const) : ('portrait' as const),
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
    },
    headerFooter: { oddFooter: `&L&8${footer.replaceAll('&', '&&')}&R&8&P / &N` },
  }
}

/** Lines that a text takes in a column; a Chinese character is two wide. Not every program finds the height itself. */
function linesIn(cell: SheetCell, width: number): number {
  if (typeof cell !== 'string') return 1
  const wide = cell.length + (cell.match(/[\u2e80-\uffff]/g)?.length ?? 0)
  return Math.ceil((wide * 1.1) / width)
}

/** A spreadsheet number has 15 digits; what has more, or a leading zero to keep, is written as text. */
function valueOf(cell: SheetCell): CellValue {
  if (cell === null || typeof cell === 'string') return cell
  const digits = cell.number.replace(/^-?0*\.?0*|\./g, '')
  return digits.length > 15 ? cell.number : Number(cell.number)
}
function styleOf(cell: SheetCell, style: CellStyle): CellStyle {
  if (cell === '—') return { ...style, alignment: { horizontal: 'right', vertical: 'center' } }
  if (cell === null || typeof cell === 'string') return style
  const format = cell.decimals === 0 ? '#,##0' : `#,##0.${'0'.repeat(cell.decimals)}`
  return { ...looks.number, numFmt: format }
}
