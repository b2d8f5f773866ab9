import type { Database } from 'better-sqlite3'

import { remembering } from '#db/kernel/access'

/** One row that a command changed. `before` and `after` are whole rows; a column's blob stands as hex. */
export interface RowChange {
  readonly table: string
  readonly op: 'insert' | 'update' | 'delete'
  readonly before: Readonly<Record<string, unknown>> | null
  readonly after: Readonly<Record<string, unknown>> | null
}

/**
 * Tables whose rows are no history: the log itself, keys and passwords, which must not be read there, caches that can be thrown away and rebuilt, and drafts,
 * which are overwritten three times a second and become a record only when they are submitted.
 */
const uncaptured = new Set([
  'migrations',
  'kernel_audit',
  'kernel_drafts',
  'kernel_person_keys',
  'access_passwords',
  'access_throttle',
  'access_second_factors',
  'activity_subtotals',
  'activity_act_months',
  'activity_bulk',
  'accounting_answers',
  'compliance_progress',
  'exchange_progress',
  'exchange_proxy_secret',
  'exchange_secrets',
  'documents_texts',
])

/**
 * Records every changed row of this connection in a temporary table, by triggers generated from the schema.
 * Raw statements and commands over several areas are covered alike: a handler cannot forget it.
 *
 * The triggers are written into the temporary schema, which is then read once: SQLite reads it anew for each
 * `CREATE TRIGGER`, which took ten times as long for two hundred tables, at every start.
 */
export function captureChanges(sqlite: Database): void {
  sqlite.exec(`
    CREATE TEMP TABLE change (seq INTEGER PRIMARY KEY, tbl TEXT NOT NULL, op TEXT NOT NULL, before TEXT, after TEXT);
    CREATE TEMP TABLE capture (paused INTEGER NOT NULL);
    INSERT INTO capture VALUES (0);`)
  // The index of words is derived, and the tables that it lives in take no triggers.
  const columns = sqlite
    .prepare<[], Column>(
      `SELECT t.name AS "table", c.name, c.type FROM main.sqlite_schema t, pragma_table_info(t.name) c
       WHERE t.type = 'table' AND t.name NOT LIKE 'sqlite_%' AND t.name NOT LIKE 'kernel_search%'`,
    )
    .all()
  const tables = Map.groupBy(columns, ({ table }) => table)
  for (const table of uncaptured) tables.delete(table)
  sqlite.unsafeMode(true)
  sqlite.pragma('writable_schema = ON')
  sqlite.transaction(() => {
    const write = sqlite.prepare<[name: string, table: string, text: string]>(
      `INSERT INTO temp.sqlite_schema (type, name, tbl_name, rootpage, sql) VALUES ('trigger', ?, ?, 0, ?)`,
    )
    for (const [table, own] of tables)
      for (const [name, text] of triggersOf(table, own)) write.run(name, table, text)
  })()
  sqlite.pragma('writable_schema = RESET')
  sqlite.unsafeMode(false)
}

interface Column {
  readonly table: string
  readonly name: string
  readonly type: string
}

/** Name and text of the triggers of a table: one for each way in which a row changes. */
function triggersOf(table: string, columns: readonly Column[]): (readonly [name: string, text: string])[] {
  const row = (side: 'NEW' | 'OLD') =>
    `json_object(${columns
      .map(
        ({ name, type }) => `'${name}', ${type === 'BLOB' ? `hex(${side}."${name}")` : `${side}."${name}"`}`,
      )
      .join(', ')})`
  const sides = {
    insert: ['NULL', row('NEW')],
    update: [row('OLD'), row('NEW')],
    delete: [row('OLD'), 'NULL'],
  }
  return Object.entries(sides).map(([op, [before, after]]) => {
    const name = `change_${table}_${op}`
    const text = `CREATE TRIGGER "${name}" AFTER ${op.toUpperCase()} ON main."${table}"
      WHEN (SELECT paused FROM capture) = 0
      BEGIN INSERT INTO change (tbl, op, before, after) VALUES ('${table}', '${op}', ${before}, ${after}); END`
    return [name, text]
  })
}

/** Takes what was recorded since the last call, in order. */
export function drainChanges(sqlite: Database): RowChange[] {
  const connection = remembering(sqlite)
  const rows = connection
    .prepare<[], { tbl: string; op: RowChange['op']; before: string | null; after: string | null }>(
      'SELECT tbl, op, before, after FROM temp.change ORDER BY seq',
    )
    .all()
  if (rows.length > 0) connection.prepare('DELETE FROM temp.change').run()
  return rows.map(({ tbl, op, before, after }) => ({
    table: tbl,
    op,
    before: row(before),
    after: row(after),
  }))
}
function row(text: string | null): RowChange['before'] {
  return text === null ? null : (JSON.parse(text) as Record<string, unknown>)
}

/** Runs bulk work whose rows are not recorded one by one; its caller records batch, count and digest instead. */
export function withoutCapture<T>(sqlite: Database, work: () => T): T {
  sqlite.exec('UPDATE temp.capture SET paused = paused + 1')
  try {
    return work()
  } finally {
    sqlite.exec('UPDATE temp.capture SET paused = paused - 1')
  }
}
