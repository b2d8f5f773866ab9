import type { Notice } from '#shared/activity/cell'
import type { Precision } from '#shared/activity/cell-month'
import type { Duplicate, ImportTrouble, ParsedReading, PreviewOptions } from '#shared/activity/preview-model'
import { monthOf } from '#shared/kernel/period'
import { Decimal } from '#shared/kernel/quantity'

/** What was read before in the same file: by parameter and month, and single deliveries. */
export interface Seen {
  readonly months: Map<
    string,
    { readonly cell: string; readonly value: string; readonly precision: Precision }
  >
  readonly deliveries: Map<string, string>
}

export interface Standing {
  readonly severity: ImportTrouble['severity']
  readonly notice: Notice
  readonly duplicate: Duplicate | null
}

/**
 * How a reading stands to those before it in the file and to those in the store. A month is told once: twice is an
 * error, as is a month beside its own days. Days may hold several deliveries; only two that look alike are doubted.
 */
export function standing(
  reading: ParsedReading,
  seen: Seen,
  recorded: PreviewOptions['recorded'],
  accepted: ReadonlySet<string>,
): readonly Standing[] {
  const inFile = reading.precision === 'month' ? monthBefore(reading, seen) : dayBefore(reading, seen)
  const inStore = storedBefore(reading, recorded, accepted)
  return [inFile, inStore].filter((found) => found !== null)
}

function monthBefore(reading: ParsedReading, { months }: Seen): Standing | null {
  const key = `${reading.parameter}|${monthOf(reading.from)}`
  const first = months.get(key)
  if (!first) {
    months.set(key, { cell: reading.cell, value: reading.inParameterUnit, precision: 'month' })
    return null
  }
  if (first.precision !== 'month') return overlapping(first.cell)
  const same = new Decimal(first.value).eq(reading.inParameterUnit)
  return {
    severity: 'error',
    notice: {
      code: 'activity.month-twice',
      facts: { month: monthOf(reading.from), first: first.cell, same },
    },
    duplicate: duplicateOf('month-twice', reading, first.cell, same),
  }
}

function dayBefore(reading: ParsedReading, { months, deliveries }: Seen): Standing | null {
  const key = `${reading.parameter}|${monthOf(reading.from)}`
  const first = months.get(key)
  if (first?.precision === 'month') return overlapping(first.cell)
  if (!first) months.set(key, { cell: reading.cell, value: '', precision: 'day' })
  const { parameter, from, inParameterUnit, note, evidence } = reading
  if (reading.precision === 'hour') return hourBefore(reading, deliveries)
  const delivery = `${parameter}|${from}|${inParameterUnit}|${note ?? ''}|${evidence ?? ''}`
  const other = deliveries.get(delivery)
  if (other === undefined) {
    deliveries.set(delivery, reading.cell)
    return null
  }
  return {
    severity: 'warning',
    notice: { code: 'activity.delivery-twice', facts: { day: from, first: other } },
    duplicate: duplicateOf('delivery-twice', reading, other, true),
  }
}

/** An hour is told once, whatever amount it is said to have the second time. */
function hourBefore(reading: ParsedReading, seen: Seen['deliveries']): Standing | null {
  const { parameter, from, cell } = reading
  const key = `${parameter}|${from}`
  const first = seen.get(key)
  if (first === undefined) seen.set(key, cell)
  return first === undefined ? null : overlapping(first)
}

function overlapping(first: string): Standing {
  return { severity: 'error', notice: { code: 'activity.period-overlap', facts: { first } }, duplicate: null }
}

/** The person may take readings that are already there as corrections, by the code of this trouble. */
function storedBefore(
  reading: ParsedReading,
  recorded: PreviewOptions['recorded'],
  accepted: ReadonlySet<string>,
): Standing | null {
  const before = recorded?.(reading.parameter, reading.from, reading.to) ?? null
  if (before === null) return null
  const same = new Decimal(before.value).eq(reading.inParameterUnit)
  const code = 'activity.already-recorded'
  const further = reading.precision === 'day' && !same
  return {
    severity: accepted.has(code) || accepted.has(`${code} ${reading.cell}`) || further ? 'warning' : 'error',
    notice: { code, facts: { from: reading.from, recorded: before.value, same } },
    duplicate: duplicateOf('recorded', reading, before.value, same),
  }
}

function duplicateOf(
  kind: Duplicate['kind'],
  { parameter, from, to, cell }: ParsedReading,
  other: string,
  same: boolean,
): Duplicate {
  return { kind, parameter, from, to, cell, other, same }
}
