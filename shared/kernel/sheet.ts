import { anchorLine } from '#shared/kernel/paper'

/** A number in a sheet: its exact text, and how many decimals it is shown with. */
export interface SheetNumber {
  readonly number: string
  readonly decimals: number
}
export type SheetCell = string | SheetNumber | null

/** One sheet of a workbook as content: what stands in it, not how a program writes it. */
export interface Sheet {
  readonly name: string
  readonly title: string
  /** Lines under the title, for example organization, period and unit. */
  readonly lines: readonly string[]
  readonly columns: readonly { readonly title: string; readonly width: number }[]
  readonly rows: readonly (readonly SheetCell[])[]
  readonly notes: readonly string[]
  readonly landscape: boolean
}

/** A decimal text with its thousands grouped, `1234567.8` as `1,234,567.8`. Works on the text; no digit is lost. */
export function grouped(number: string): string {
  const [whole = '', part] = number.split('.')
  const sign = whole.startsWith('-') ? '-' : ''
  const digits = whole.slice(sign.length).replace(/\B(?=(\d{3})+$)/g, ',')
  return part === undefined ? `${sign}${digits}` : `${sign}${digits}.${part}`
}

/** A cell as it is printed. */
export function textOfCell(cell: SheetCell): string {
  if (cell === null) return ''
  return typeof cell === 'string' ? cell : grouped(cell.number)
}

/** The sheets with the head of the audit chain as the last line of the last, as on a paper. */
export function anchoredSheets(sheets: readonly Sheet[], anchor: string | null): readonly Sheet[] {
  const last = sheets.at(-1)
  if (anchor === null || last === undefined) return sheets
  return [...sheets.slice(0, -1), { ...last, notes: [...last.notes, anchorLine(anchor)] }]
}
