import { join } from 'node:path'

import Sqlite, { type Database } from 'better-sqlite3'

import { migrate, migrationsIn, pendingMigrations } from '#db/kernel/migrate'

/**
 * The tables, indexes and triggers of a store that are not what the program's migrations build: a letter that was changed
 * in the file's own description of itself hides a column from every other check. Nothing is said of a store of another
 * program.
 */
export function schemaUnlike(sqlite: Database, program: string): string[] {
  const migrations = migrationsIn(join(program, 'db', 'migrations'))
  if (pendingMigrations(sqlite, migrations).length > 0) return []
  const fresh = new Sqlite(':memory:')
  try {
    migrate(fresh, migrations)
    const [found, expected] = [partsOf(sqlite), partsOf(fresh)]
    const names = new Set([...found.keys(), ...expected.keys()])
    return [...names]
      .filter((name) => found.get(name) !== expected.get(name))
      .map((name) => `schema: ${name}`)
  } finally {
    fresh.close()
  }
}

/** Each part with what it says; a table with its columns in any order, since upgrades add them at the end. */
function partsOf(sqlite: Database): Map<string, string> {
  const parts = sqlite
    .prepare<[], { type: string; name: string; sql: string }>(
      `SELECT type, name, sql FROM sqlite_schema WHERE sql IS NOT NULL AND name NOT LIKE 'kernel_search_words%'`,
    )
    .all()
  const columns = sqlite.prepare<[string], string>(
    `SELECT group_concat(name || ' ' || type || ' ' || "notnull" || ' ' || pk, char(10))
     FROM (SELECT * FROM pragma_table_info(?) ORDER BY name)`,
  )
  return new Map(
    parts.map(({ type, name, sql }) => [
      `${type} ${name}`,
      type === 'table' ? (columns.pluck().get(name) ?? '') : sql,
    ]),
  )
}
