import type { Cell } from '#db/kernel/access'
import { openDatabase } from '#db/kernel/cipher'
import type { ImportTrouble } from '#shared/activity/preview-model'

/** A reading of a file on its way into the store, in the columns of the store. */
export interface StagedReading {
  /** A UUIDv7 as the sixteen bytes in which it is stored. */
  readonly id: Buffer
  readonly parameter: number
  readonly month: string
  readonly from: string
  readonly to: string
  readonly entered: string
  readonly unit: string
  readonly mantissa: string
  readonly scale: number
  readonly cell: string
  readonly note: string | null
  readonly repaired: string | null
  /** Whether it takes the place of what is recorded for the same period. */
  readonly replaces: boolean
}

export interface StagedRow {
  readonly row: number
  readonly cells: readonly string[]
  readonly troubles: readonly ImportTrouble[]
}

/** A database of its own for what a task makes; a command takes it over with one INSERT … SELECT. */
export interface Staging {
  readonly addReadings: (readings: readonly StagedReading[]) => void
  readonly addRejected: (rows: readonly StagedRow[]) => void
  /** What all readings come to, once all of them are there: by parameter, month, unit and scale, as the store keeps it. */
  readonly addSubtotals: () => void
  readonly close: () => void
}

/** Rows that are written by one statement: the way into SQLite takes about as long as what is done there. */
const together = 10
function places(rows: number): string {
  return Array.from({ length: rows }, () => '(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)').join(', ')
}
function cellsOf(row: StagedReading): Cell[] {
  return [
    row.id,
    row.parameter,
    row.month,
    row.from,
    row.to,
    row.entered,
    row.unit,
    // Of at most fifteen digits, so that any number of a machine holds it.
    Number(row.mantissa),
    row.scale,
    row.cell,
    row.note,
    row.repaired,
    row.replaces ? 1 : 0,
  ]
}

interface StagedSubtotal extends Pick<StagedReading, 'parameter' | 'month' | 'unit' | 'scale'> {
  count: number
  /** (high × 10⁸ + low) × 10^-scale, in two halves so that the sum of any number of readings is a whole number of a machine. */
  high: number
  low: number
}

/** Counts readings up as they pass. Those of one parameter mostly come month by month, so its last group is looked at first. */
function countedUp() {
  const byParameter = new Map<number, StagedSubtotal[]>()
  const groupOf = ({ parameter, month, unit, scale }: StagedReading): StagedSubtotal => {
    const groups = byParameter.get(parameter) ?? []
    const known = groups.findLast(
      (group) => group.scale === scale && group.month === month && group.unit === unit,
    )
    if (known) return known
    const group = { parameter, month, unit, scale, count: 0, high: 0, low: 0 }
    groups.push(group)
    byParameter.set(parameter, groups)
    return group
  }
  return {
    add: (rows: readonly StagedReading[]) => {
      for (const row of rows) {
        const group = groupOf(row)
        const mantissa = Number(row.mantissa)
        group.count += 1
        group.high += Math.trunc(mantissa / half)
        group.low += mantissa % half
      }
    },
    all: () => [...byParameter.values()].flat(),
  }
}
const half = 100_000_000

export function createStaging(file: string): Staging {
  const sqlite = openDatabase(file)
  // Losing it costs nothing: it is read once, right after it was made, and then removed.
  sqlite.pragma('journal_mode = OFF')
  sqlite.pragma('synchronous = OFF')
  sqlite.exec(`
    CREATE TABLE readings (id BLOB, parameter INTEGER, month TEXT, from_at TEXT, to_at TEXT, entered TEXT,
      unit TEXT, mantissa INTEGER, scale INTEGER, cell TEXT, note TEXT, repaired TEXT, replaces INTEGER) STRICT;
    CREATE TABLE subtotals (parameter INTEGER, month TEXT, unit TEXT, scale INTEGER, count INTEGER, high INTEGER,
      low INTEGER) STRICT;
    CREATE TABLE rejected (row INTEGER PRIMARY KEY, cells TEXT, troubles TEXT) STRICT;`)
  const reading = sqlite.prepare(`INSERT INTO readings VALUES ${places(1)}`)
  const readings = sqlite.prepare(`INSERT INTO readings VALUES ${places(together)}`)
  const rejected = sqlite.prepare('INSERT INTO rejected VALUES (?, ?, ?)')
  const subtotals = countedUp()
  return {
    addReadings: sqlite.transaction((rows: readonly StagedReading[]) => {
      const whole = rows.length - (rows.length % together)
      for (let at = 0; at < whole; at += together) {
        const cells: Cell[] = []
        for (const row of rows.slice(at, at + together)) cells.push(...cellsOf(row))
        readings.run(cells)
      }
      for (const row of rows.slice(whole)) reading.run(cellsOf(row))
      subtotals.add(rows)
    }),
    addRejected: sqlite.transaction((rows: readonly StagedRow[]) => {
      for (const { row, cells, troubles } of rows)
        rejected.run(row, JSON.stringify(cells), JSON.stringify(troubles))
    }),
    addSubtotals: sqlite.transaction(() => {
      const insert = sqlite.prepare(`INSERT INTO subtotals VALUES (?, ?, ?, ?, ?, ?, ?)`)
      for (const { parameter, month, unit, scale, count, high, low } of subtotals.all())
        insert.run(parameter, month, unit, scale, count, high, low)
    }),
    close: () => void sqlite.close(),
  }
}
