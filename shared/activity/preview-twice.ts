import type { Notice } from '#shared/activity/cell'
import type { Precision } from '#shared/activity/cell-month'
import type { Duplicate, ImportTrouble, ParsedReading, PreviewOptions } from '#shared/activity/preview-model'
import { monthOf } from '#shared/kernel/period'
import { Decimal } from '#shared/kernel/quantity'

/** What was read before in the same file, by parameter. */
export type Seen = Map<string, SeenOfOne>
interface SeenOfOne {
  readonly months: Map<
    string,
    { readonly cell: string; readonly value: string; readonly precision: Precision }
  >
  /** The month that was last looked up and is told by its days or hours: the next reading is mostly of the same. */
  month: string | null
  /** One after the other as long as they come in the order of time: none of them can then be told twice. */
  readonly inOrder: Delivery[]
  /** By the day or hour, from the first on that comes late. */
  byTime: Map<string, Delivery> | null
}
function seenOf(seen: Seen, parameter: string): SeenOfOne {
  const before = seen.get(parameter)
  if (before) return before
  const own = { months: new Map(), month: null, inOrder: [], byTime: null }
  seen.set(parameter, own)
  return own
}

/** The first delivery of a day, and the cells of the others by what they say: most days have one. */
interface Delivery {
  readonly from: string
  readonly content: string
  readonly cell: string
  readonly others: Map<string, string>
}
const none = new Map<string, string>()

function deliveryAt(own: SeenOfOne, from: string): Delivery | undefined {
  if (own.byTime === null && from > (own.inOrder.at(-1)?.from ?? '')) return undefined
  own.byTime ??= new Map(own.inOrder.map((delivery) => [delivery.from, delivery]))
  return own.byTime.get(from)
}
function keep({ byTime, inOrder }: SeenOfOne, delivery: Delivery): void {
  if (byTime === null) inOrder.push(delivery)
  else byTime.set(delivery.from, delivery)
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
  if (inFile === null && inStore === null) return nothing
  return [inFile, inStore].filter((found) => found !== null)
}
/** How nearly all readings stand. */
const nothing: readonly Standing[] = []

function monthBefore(reading: ParsedReading, seen: Seen): Standing | null {
  const { months } = seenOf(seen, reading.parameter)
  const key = monthOf(reading.from)
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

function dayBefore(reading: ParsedReading, seen: Seen): Standing | null {
  const { from, cell, inParameterUnit, note, evidence } = reading
  const own = seenOf(seen, reading.parameter)
  if (own.month === null || !from.startsWith(own.month)) {
    const key = monthOf(from)
    const month = own.months.get(key)
    if (month?.precision === 'month') return overlapping(month.cell)
    if (!month) own.months.set(key, { cell, value: '', precision: 'day' })
    own.month = key
  }
  const first = deliveryAt(own, from)
  // An hour is told once, whatever amount it is said to have the second time.
  if (reading.precision === 'hour' && first !== undefined) return overlapping(first.cell)
  const plain = note === null && evidence === null
  const content = plain ? inParameterUnit : `${inParameterUnit}|${note ?? ''}|${evidence ?? ''}`
  if (first === undefined) {
    keep(own, { from, content, cell, others: none })
    return null
  }
  const other = first.content === content ? first.cell : first.others.get(content)
  if (other === undefined) {
    if (first.others === none) keep(own, { ...first, others: new Map([[content, cell]]) })
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
