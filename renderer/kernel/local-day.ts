/** The calendar day of an instant, as the clock here shows it. */
export function localDay(instant: string): string {
  return new Date(instant).toLocaleDateString('sv-SE')
}
