import type { Account, SourceAccount } from './account.ts'

interface Place {
  readonly id: string
}
type Which = (source: SourceAccount['source']) => boolean
const every: Which = () => true

/** Whether a source has no result in the month, or one of the whole year only, of which no month is known. */
export function isOpen({ id }: Place, month: string, { bySource }: Account, which = every): boolean {
  return bySource.some(
    ({ source, months }) =>
      source.facility === id &&
      which(source) &&
      months.some((each) =>
        each.month === month ? each.state !== 'complete' : each.month === month.slice(0, 4),
      ),
  )
}
/** The lines of a month that have a result. */
export function linesOf({ id }: Place, month: string, { bySource }: Account, which = every) {
  return bySource
    .filter(({ source }) => source.facility === id && which(source))
    .flatMap(({ months }) => months)
    .flatMap((each) => (each.month === month && each.state === 'complete' ? [each] : []))
}
