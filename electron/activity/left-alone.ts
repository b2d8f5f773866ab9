import type { ImportParameter } from '#electron/activity/import-job'
import { closingMonthOf, monthKeyOf } from '#shared/activity/model'
import type { ImportTrouble, ParsedReading, PreviewBatch } from '#shared/activity/preview-model'

/**
 * A file that nobody looked at changes nothing that is there: a value for a period that has one is refused, even the
 * same value, and so is everything in a sealed month. A further delivery of a day is no such value.
 */
export function leftAlone(
  batch: PreviewBatch,
  known: ReadonlyMap<string, ImportParameter>,
  sealedMonths: readonly string[],
): PreviewBatch {
  const taken = new Set(
    batch.duplicates
      .filter(
        ({ kind, parameter, same }) =>
          kind === 'recorded' && (same || known.get(parameter)?.frequency !== 'batch'),
      )
      .map(({ cell }) => cell),
  )
  const sealed = batch.readings.filter((reading) => sealedMonths.includes(closingMonth(reading)))
  const closed = new Set(sealed.map(({ cell }) => cell))
  if (taken.size === 0 && closed.size === 0) return batch
  return {
    readings: batch.readings.filter(({ cell }) => !taken.has(cell) && !closed.has(cell)),
    troubles: [
      ...batch.troubles.map((trouble) =>
        taken.has(trouble.cell) && trouble.code === 'activity.already-recorded'
          ? { ...trouble, severity: 'error' as const }
          : trouble,
      ),
      ...sealed.map(sealedTrouble),
    ],
    duplicates: batch.duplicates,
  }
}

function closingMonth({ from, to }: ParsedReading): string {
  return closingMonthOf(monthKeyOf(from, to) ?? from.slice(0, 7))
}

function sealedTrouble(reading: ParsedReading): ImportTrouble {
  const { row, cell, text } = reading
  return {
    severity: 'error',
    row,
    column: null,
    cell,
    header: '',
    entered: text,
    code: 'activity.row-in-sealed-month',
    facts: { month: closingMonth(reading) },
    repair: null,
  }
}
