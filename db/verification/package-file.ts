import Sqlite from 'better-sqlite3'

import { type OpenTable, schemaText } from '#shared/verification/manifest'

/** The bytes of a SQLite file with these tables and nothing else in it. */
export function databaseOf(tables: readonly OpenTable[]): Buffer {
  const sqlite = new Sqlite(':memory:')
  try {
    sqlite.exec(schemaText(tables).sql)
    sqlite.transaction(() => {
      for (const { name, columns, rows } of tables) {
        const insert = sqlite.prepare(`INSERT INTO ${name} VALUES (${columns.map(() => '?').join(', ')})`)
        for (const row of rows) insert.run(...row)
      }
    })()
    return sqlite.serialize()
  } finally {
    sqlite.close()
  }
}
