import { openDatabase } from '#db/kernel/cipher'
import type { ImportTrouble } from '#shared/activity/preview-model'

/** A reading of a file on its way into the store, in the columns of the store. */
export interface StagedReading {
  /** A UUIDv7 as the sixteen bytes in which it is stored. */
  readonly id: Uint8Array
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
  readonly close: () => void
}

export function createStaging(file: string): Staging {
  const sqlite = openDatabase(file)
  // Losing it costs nothing: it is read once, right after it was made, and then removed.
  sqlite.pragma('journal_mode = OFF')
  sqlite.pragma('synchronous = OFF')
  sqlite.exec(`
    CREATE TABLE readings (id BLOB, parameter INTEGER, month TEXT, from_at TEXT, to_at TEXT, entered TEXT,
      unit TEXT, mantissa INTEGER, scale INTEGER, cell TEXT, note TEXT, repaired TEXT, replaces INTEGER) STRICT;
    CREATE TABLE rejected (row INTEGER PRIMARY KEY, cells TEXT, troubles TEXT) STRICT;`)
  const reading = sqlite.prepare(`INSERT INTO readings VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`)
  const rejected = sqlite.prepare('INSERT INTO rejected VALUES (?, ?, ?)')
  return {
    addReadings: sqlite.transaction((rows: readonly StagedReading[]) => {
      for (const row of rows)
        reading.run(
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
        )
    }),
    addRejected: sqlite.transaction((rows: readonly StagedRow[]) => {
      for (const { row, cells, troubles } of rows)
        rejected.run(row, JSON.stringify(cells), JSON.stringify(troubles))
    }),
    close: () => void sqlite.close(),
  }
}
