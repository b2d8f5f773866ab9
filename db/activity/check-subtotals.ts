import type { ReadDb } from '#db/kernel/access'
import { textOf } from '#shared/activity/amounts'
import { Decimal } from '#shared/kernel/quantity'

/** A kept subtotal, or a reading in it, that is not what was entered. */
export interface SubtotalFault {
  /** The short number of the parameter. */
  readonly parameter: number
  readonly month: string
  readonly unit: string
  /** The text of a reading whose number differs from it; null where the sum itself is wrong. */
  readonly text: string | null
  /** The sum of the readings and the sum that was kept, in the unit of entry. */
  readonly sum: string
  readonly kept: string
}

interface Group {
  readonly parameter: number
  readonly month: string
  readonly unit: string
  readonly scale: number
  sum: bigint
  text: string | null
}

/** Every number that a text may stand for, as mantissa and scale; what `,` means depended on the file. */
export type Reads = (text: string) => readonly { readonly mantissa: string; readonly scale: number }[]

/**
 * Works every subtotal out again, from the text of each reading that counts, and names what differs in the last digit.
 * Reads row by row: a million readings need no more memory than their groups.
 */
export function subtotalFaults(db: ReadDb, reads: Reads): SubtotalFault[] {
  const groups = groupsFromText(db, reads)
  const kept = db.ask<Omit<Group, 'sum' | 'text'> & { state: string; high: number; low: number }>(
    'SELECT parameter, month, unit, scale, state, high, low FROM activity_subtotals',
  )
  const faults: SubtotalFault[] = []
  for (const row of kept) {
    const key = keyOf(row)
    const group = groups.get(key) ?? { ...row, sum: 0n, text: null }
    groups.delete(key)
    faults.push(...compared(group, BigInt(row.high) * 100_000_000n + BigInt(row.low)))
  }
  for (const group of groups.values()) faults.push(...compared(group, 0n))
  return faults
}

function groupsFromText(db: ReadDb, reads: Reads): Map<string, Group> {
  const groups = new Map<string, Group>()
  const rows = db.each<
    Omit<Group, 'sum' | 'text'> & {
      state: string
      entered: string
      mantissa: number
      repaired: string | null
    }
  >(
    `SELECT parameter, month, unit, scale, state, entered, mantissa, repaired
     FROM activity_readings WHERE live = 1`,
  )
  for (const { state, entered, mantissa, repaired, ...own } of rows) {
    const key = keyOf({ ...own, state })
    const group = groups.get(key) ?? { ...own, sum: 0n, text: null }
    const isSame = ({ mantissa: read, scale }: { mantissa: string; scale: number }) =>
      read === String(mantissa) && scale === own.scale
    if (repaired === null && !reads(entered).some(isSame)) group.text ??= entered
    group.sum += BigInt(mantissa)
    groups.set(key, group)
  }
  return groups
}

function keyOf(row: {
  parameter: number
  month: string
  unit: string
  scale: number
  state: string
}): string {
  return [row.parameter, row.month, row.unit, row.scale, row.state].join('\n')
}

function compared({ parameter, month, unit, scale, sum, text }: Group, kept: bigint): SubtotalFault[] {
  if (sum === kept && text === null) return []
  const plain = (mantissa: bigint) =>
    textOf(new Decimal(mantissa.toString()).times(new Decimal(10).pow(-scale)))
  return [{ parameter, month, unit, text, sum: plain(sum), kept: plain(kept) }]
}
