import type { Database } from 'better-sqlite3'

import type { RowChange } from '#db/kernel/changes'
import { openSealed, type PersonalColumns } from '#electron/kernel/audit'
import type { Facts } from '#shared/kernel/refusal'

/** How an area undoes what its bulk notes in the trail speak of, and puts its caches right afterwards. */
export interface Rewinder {
  readonly area: string
  /** Undoes the rows that one note stands for; the rows of the same line are still as it left them. */
  readonly undo: (sqlite: Database, note: Facts) => void
  /** Makes caches again from the rows that are left. */
  readonly finish: (sqlite: Database) => void
}

export interface Rewind {
  /** Everything recorded at or after this instant is undone. */
  readonly before: string
  readonly rewinders: readonly Rewinder[]
  readonly personal: PersonalColumns
  readonly report: (done: number, total: number) => void
}

/** The head of the trail that is left: what had been recorded by then. */
export interface Rewound {
  readonly seq: number
  readonly hash: string | null
  readonly undone: number
}

/**
 * Takes a COPY of a store back in time: every change that the trail holds from an instant on is undone, the newest
 * first, until the rows are as they were recorded then. Accounts, passwords and sessions stay as they are, because who
 * may look back is decided by today. What was destroyed with a leaver's key stays away.
 *
 * Triggers that keep history from being rewritten are taken off for the work and put back.
 */
export function rewind(sqlite: Database, { before, rewinders, personal, report }: Rewind): Rewound {
  sqlite.pragma('foreign_keys = OFF')
  const triggers = sqlite
    .prepare<[], { name: string; sql: string }>(`SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'`)
    .all()
  const lines = sqlite
    .prepare<[string], { seq: number; detail: string }>(
      `SELECT seq, detail FROM kernel_audit WHERE at >= ? AND outcome = 'done' ORDER BY seq DESC`,
    )
    .all(before)
  const table = tablesOf(sqlite, personal)
  sqlite.transaction(() => {
    for (const { name } of triggers) sqlite.exec(`DROP TRIGGER "${name}"`)
    for (const [at, { detail }] of lines.entries()) {
      undoLine(sqlite, detail, rewinders, table)
      report(at + 1, lines.length)
    }
    sqlite.prepare('DELETE FROM kernel_audit WHERE at >= ?').run(before)
    rewindTasks(sqlite, before)
    // What can be found is derived from what is there today; at a past day one looks by the pages.
    sqlite.exec(
      `DELETE FROM kernel_search; INSERT INTO kernel_search_words (kernel_search_words) VALUES ('delete-all')`,
    )
    for (const each of rewinders) each.finish(sqlite)
    for (const { sql } of triggers) sqlite.exec(sql)
  })()
  const [head] = sqlite
    .prepare<[], { seq: number; hash: string }>(
      'SELECT seq, hash FROM kernel_audit ORDER BY seq DESC LIMIT 1',
    )
    .all()
  return { seq: head?.seq ?? 0, hash: head?.hash ?? null, undone: lines.length }
}

/** What was due is derived from records and has no lines in the trail, but knows when it came and was settled. */
function rewindTasks(sqlite: Database, before: string): void {
  sqlite.prepare('DELETE FROM kernel_tasks WHERE made_at >= ?').run(before)
  sqlite
    .prepare(`UPDATE kernel_tasks SET state = 'open', settled_at = NULL WHERE settled_at >= ?`)
    .run(before)
}

interface Line {
  readonly changes: readonly RowChange[]
  readonly notes: readonly Facts[]
}

/** Bulk work first: it finds its rows by records of the same line, which must still be there. */
function undoLine(
  sqlite: Database,
  detail: string,
  rewinders: readonly Rewinder[],
  table: (name: string) => Table | null,
): void {
  const { changes, notes } = JSON.parse(detail) as Line
  for (const note of notes)
    for (const each of rewinders) if (note['area'] === each.area) each.undo(sqlite, note)
  for (const change of changes.toReversed()) {
    const of = table(change.table)
    if (of === null) continue
    if (change.after) of.remove(change.after)
    if (change.before) of.put(change.before)
  }
}

interface Table {
  readonly remove: (row: Row) => void
  readonly put: (row: Row) => void
}
type Row = Readonly<Record<string, unknown>>

/** Statements by table, made at the first need; null for tables that stay as they are. */
export function tablesOf(sqlite: Database, personal: PersonalColumns): (name: string) => Table | null {
  const known = new Map<string, Table | null>()
  return (name) => {
    const before = known.get(name)
    if (before !== undefined) return before
    const made = stays(name) ? null : tableOf(sqlite, name, personal[name])
    known.set(name, made)
    return made
  }
}
const stays = (name: string) => name.startsWith('access_') || name === 'kernel_store'

function tableOf(sqlite: Database, name: string, rule: PersonalColumns[string] | undefined): Table | null {
  const columns = sqlite
    .prepare<[string], { name: string; type: string; pk: number }>(
      'SELECT name, type, pk FROM pragma_table_info(?)',
    )
    .all(name)
  // A table of a later or earlier program, which the trail remembers and the store has no more.
  if (columns.length === 0) return null
  const keys = columns.filter(({ pk }) => pk > 0)
  const where = keys.map((key) => `"${key.name}" IS ?`).join(' AND ')
  const remove = sqlite.prepare(`DELETE FROM "${name}" WHERE ${where}`)
  // A column that came later than the line has the value that it gave to the rows that were there then.
  const put = (given: typeof columns) =>
    sqlite.prepare(
      `INSERT INTO "${name}" (${given.map((column) => `"${column.name}"`).join(', ')})
       VALUES (${given.map(() => '?').join(', ')})`,
    )
  const putAll = put(columns)
  const cell = (row: Row, column: { readonly name: string; readonly type: string }) => {
    const value = opened(sqlite, row, row[column.name], rule)
    if (value === null || value === undefined) return null
    return column.type === 'BLOB' && typeof value === 'string' ? Buffer.from(value, 'hex') : value
  }
  return {
    remove: (row) => void remove.run(...keys.map((key) => cell(row, key))),
    put: (row) => {
      const given = columns.filter((column) => column.name in row)
      const statement = given.length === columns.length ? putAll : put(given)
      statement.run(...given.map((column) => cell(row, column)))
    },
  }
}

/** A sealed field in clear; where its key was destroyed, a dash stands for what is gone for good. */
function opened(
  sqlite: Database,
  row: Row,
  value: unknown,
  rule: PersonalColumns[string] | undefined,
): unknown {
  if (rule === undefined || typeof value !== 'object' || value === null || !('sealed' in value)) return value
  const person = String(row[rule.person])
  const key = sqlite
    .prepare<[string], Buffer | null>('SELECT key FROM kernel_person_keys WHERE person_id = ?')
    .pluck()
    .get(person)
  return key && typeof value.sealed === 'string' ? openSealed(key, person, value.sealed) : '—'
}
