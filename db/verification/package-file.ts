import Sqlite from 'better-sqlite3'

import { type OpenTable, schemaText } from '#shared/verification/manifest'

/** Writes tables into a SQLite file of their own, with nothing else in it and in one file only. */
export function writeTables(file: string, tables: readonly OpenTable[]): void {
  const sqlite = new Sqlite(file)
  try {
    sqlite.pragma('journal_mode = DELETE')
    sqlite.exec(schemaText(tables).sql)
    sqlite.transaction(() => {
      for (const { name, columns, rows } of tables) {
        const insert = sqlite.prepare(`INSERT INTO ${name} VALUES (${columns.map(() => '?').join(', ')})`)
        for (const row of rows) insert.run(...row)
      }
    })()
  } finally {
    sqlite.close()
  }
}
