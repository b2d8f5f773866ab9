import type { ReadDb } from '#db/kernel/access'

/**
 * The readings that count for a parameter (by its short number) in a month, as one text to be hashed: a line for
 * each, in the order of their periods, with id, period, text as entered and unit. Equal readings give equal texts.
 */
export function readingsText(db: ReadDb, parameter: number, month: string): string {
  return db
    .ask<{ line: string }>(
      `SELECT json_array(lower(hex(id)), from_at, to_at, entered, unit, mantissa, scale) AS line
       FROM activity_readings WHERE parameter = ? AND month = ? AND live = 1 ORDER BY from_at, seq`,
      parameter,
      month,
    )
    .map(({ line }) => line)
    .join('\n')
}
