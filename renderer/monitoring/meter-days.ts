import { addDays, type Lapse } from '#shared/monitoring/calibration'
import type { Meter } from '#shared/monitoring/meter'

/** A stretch of a year, in whole days; `none`: the meter was not in use, or the day has not come. */
export interface Piece {
  readonly kind: 'none' | 'valid' | 'lapsed' | 'settled'
  readonly from: string
  /** The last day of it. */
  readonly to: string
  readonly days: number
}

/** A year of a meter as stretches from its first day on; none at all where it was not in use in it. */
export function piecesOf(
  meter: Pick<Meter, 'installedOn' | 'removedOn'>,
  lapses: readonly Lapse[],
  year: number,
  today: string,
): Piece[] {
  const [first, end] = [`${year}-01-01`, `${year + 1}-01-01`]
  const begins = later(meter.installedOn, first)
  const ends = earlier(earlier(meter.removedOn ?? end, end), addDays(today, 1))
  if (begins >= ends) return []
  const marks = lapses.filter(({ from, to }) => from < ends && to > begins)
  const bounds = [begins, ends, ...marks.flatMap(({ from, to }) => [later(from, begins), earlier(to, ends)])]
  const days = [...new Set(bounds)].toSorted()
  const used = days.slice(1).map((to, at): Piece => {
    const from = days[at] ?? to
    const mark = marks.find((lapse) => lapse.from <= from && from < lapse.to)
    const kind = mark === undefined ? 'valid' : mark.settlement === null ? 'lapsed' : 'settled'
    return { kind, from, to: addDays(to, -1), days: between(from, to) }
  })
  const lead = between(first, begins)
  return lead === 0 ? used : [{ kind: 'none', from: first, to: addDays(begins, -1), days: lead }, ...used]
}

export function daysIn(year: number): number {
  return between(`${year}-01-01`, `${year + 1}-01-01`)
}
function between(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000)
}
function later(a: string, b: string): string {
  return a > b ? a : b
}
function earlier(a: string, b: string): string {
  return a < b ? a : b
}
