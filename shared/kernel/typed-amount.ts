/**
 * A plain decimal from what people type or paste: full-width digits, blanks and commas between thousands. Whatever else it
 * is stays as it is and is refused by the schema.
 */
export function plainAmount(typed: string): string {
  const text = typed.normalize('NFKC').replace(/\s/g, '')
  const grouped = /^\d{1,3}(,\d{3})+(\.\d+)?$/.test(text) ? text.replaceAll(',', '') : text
  return grouped.replace(/^0+(?=\d)/, '').replace(/^\./, '0.')
}
