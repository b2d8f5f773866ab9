import type { ReadDb } from '#db/kernel/access'
import type { Permission } from '#shared/kernel/contract'
import type { RecordRef } from '#shared/kernel/record'

/** A row of the index, without what tells it from its successor. */
export interface SearchRow {
  readonly record: RecordRef
  readonly kind: string
  readonly title: string
  readonly number: string | null
  readonly state: string | null
  readonly path: string
  readonly seenWith: Permission
  readonly node: string | null
  readonly body: string
}

/** What is in the index of some areas, by record; of all areas for null. */
export function indexedRecords(
  db: ReadDb,
  areas: readonly string[] | null,
): ReadonlyMap<string, { readonly id: number; readonly digest: string }> {
  const rows = db.ask<{ id: number; record: string; digest: string }>(
    `SELECT id, record, digest FROM kernel_search
     WHERE ? IS NULL OR substr(record, 1, instr(record, '/') - 1) IN (SELECT value FROM json_each(?))`,
    areas === null ? null : 1,
    JSON.stringify(areas ?? []),
  )
  return new Map(rows.map(({ record, ...rest }) => [record, rest]))
}

/**
 * Rows that hold all that is asked, what is in the title before what is in the text.
 *
 * @param asked a question in the index's own language, as `askedWords` makes it.
 */
export function foundRows(db: ReadDb, asked: string, limit: number): SearchRow[] {
  return db.ask<SearchRow>(
    `SELECT s.record, s.kind, s.title, s.number, s.state, s.path, s.seen_with AS seenWith, s.node, s.body
     FROM kernel_search_words w JOIN kernel_search s ON s.id = w.rowid
     WHERE w.kernel_search_words MATCH ? ORDER BY bm25(w.kernel_search_words, 10.0, 1.0), s.id LIMIT ?`,
    asked,
    limit,
  )
}
