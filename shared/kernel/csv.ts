/** Comma-separated text by RFC 4180, the one way in which the program writes it. */
export function csvText(rows: readonly (readonly (string | number | boolean | null)[])[]): string {
  return `${rows.map((cells) => cells.map(csvCell).join(',')).join('\r\n')}\r\n`
}

/** Led by which spreadsheets know UTF-8. */
export const byteOrderMark = '\uFEFF'

/** What a spreadsheet reads as the beginning of a formula, full-width signs included; it looks behind blanks. */
const formula = /^\s*[=+\-@＝＋－＠]|^[\t\r\n]/
const number = /^-?\d+(\.\d+)?$/

/**
 * One cell. What a spreadsheet would compute, and so run what somebody typed into a name, is led by an apostrophe; plain
 * numbers, negative ones too, stay numbers. Null is empty.
 */
function csvCell(cell: string | number | boolean | null): string {
  const text = cell === null ? '' : String(cell)
  const safe = formula.test(text) && !number.test(text) ? `'${text}` : text
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
