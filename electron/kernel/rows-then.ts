import type { Database } from 'better-sqlite3'

import type { RowChange } from '#db/kernel/changes'
import { openDatabase } from '#db/kernel/cipher'
import { tablesOf } from '#electron/kernel/rewind'

/**
 * A database in memory in which some tables stand as they were after a line of the trail, and all others are empty: for
 * asking the same questions of then and of now. Whoever asked for it closes it.
 *
 * @param tables without columns that the trail holds sealed for a person.
 * @param after the number of the last line that counts.
 */
export function rowsThen(sqlite: Database, tables: readonly string[], after: number): Database {
  const then = openDatabase(':memory:', {}, null)
  then.pragma('foreign_keys = OFF')
  const made = sqlite
    .prepare<[], { sql: string }>(
      `SELECT sql FROM main.sqlite_schema
       WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND name NOT LIKE 'kernel_search%'`,
    )
    .all()
  for (const { sql } of made) then.exec(sql)
  const of = tablesOf(then, {})
  then.transaction(() => {
    for (const table of tables)
      for (const row of sqlite.prepare<[], Record<string, unknown>>(`SELECT * FROM "${table}"`).iterate())
        of(table)?.put(row)
    const lines = sqlite
      .prepare<[number], string>(
        `SELECT detail FROM kernel_audit WHERE seq > ? AND outcome = 'done' ORDER BY seq DESC`,
      )
      .pluck()
      .iterate(after)
    for (const detail of lines) {
      const { changes } = JSON.parse(detail) as { readonly changes: readonly RowChange[] }
      for (const change of changes.filter(({ table }) => tables.includes(table)).toReversed()) {
        if (change.after) of(change.table)?.remove(change.after)
        if (change.before) of(change.table)?.put(change.before)
      }
    }
  })()
  return then
}
