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
  /** By parameter and by the day or hour: texts that recur, so that no key has to be made for each reading. */
  readonly deliveries: Map<string, Map<string, Delivery>>
}

/** The first delivery of a day, and the cells of the others by what they say: most days have one. */
interface Delivery {
  readonly content: string
  readonly cell: string
  readonly others: Map<string, string>
}
const none = new Map<string, string>()

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
  const month = months.get(key)
  if (month?.precision === 'month') return overlapping(month.cell)
  if (!month) months.set(key, { cell: reading.cell, value: '', precision: 'day' })
  const { parameter, from, cell, inParameterUnit, note, evidence } = reading
  const own = deliveries.get(parameter) ?? new Map<string, Delivery>()
  deliveries.set(parameter, own)
  const first = own.get(from)
  // An hour is told once, whatever amount it is said to have the second time.
  if (reading.precision === 'hour' && first !== undefined) return overlapping(first.cell)
  const plain = note === null && evidence === null
  const content = plain ? inParameterUnit : `${inParameterUnit}|${note ?? ''}|${evidence ?? ''}`
  if (first === undefined) {
    own.set(from, { content, cell, others: none })
    return null
  }
  const other = first.content === content ? first.cell : first.others.get(content)
  if (other === undefined) {
    if (first.others === none) own.set(from, { ...first, others: new Map([[content, cell]]) })
    if (first.others !== none) first.others.set(content, cell)
    return null
  }
  return {
    severity: 'warning',
    notice: { code: 'activity.delivery-twice', facts: { day: from, first: other } },
    duplicate: duplicateOf('delivery-twice', reading, other, true),
  }
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
