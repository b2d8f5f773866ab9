import type { ReadDb } from '#db/kernel/access'

/** How many rows of a table somebody made or changed at a place, and when last. */
export interface MadeRows {
  readonly table: string
  /** The node that the rows name; null where they name none. */
  readonly node: string | null
  readonly rows: number
  readonly last: string
}

/** Everybody who ever did one of these acts to a record, by the trail. */
export function actorsOn(db: ReadDb, procedures: readonly string[], id: string): string[] {
  return db
    .ask<{ actor: string }>(
      `SELECT DISTINCT actor FROM kernel_audit
       WHERE procedure IN (SELECT value FROM json_each(?)) AND outcome = 'done' AND instr(detail, ?) > 0`,
      JSON.stringify(procedures),
      `"id":"${id}"`,
    )
    .map(({ actor }) => actor)
}

/** What somebody made or changed since an instant, by the trail. Work in bulk counts once, under what it was asked by. */
export function rowsMadeBy(db: ReadDb, actor: string, since: string): MadeRows[] {
  return db.ask(
    `WITH line AS (
       SELECT at, procedure, detail FROM kernel_audit WHERE actor = ? AND at >= ? AND outcome = 'done'
     ), made AS (
       SELECT at, json_extract(change.value, '$.table') AS name,
         coalesce(json_extract(change.value, '$.after'), json_extract(change.value, '$.before')) AS row
       FROM line, json_each(line.detail, '$.changes') AS change
       UNION ALL
       SELECT at, replace(procedure, '.', '.did.'), NULL FROM line
       WHERE json_array_length(detail, '$.changes') = 0
     )
     SELECT name AS "table", coalesce(json_extract(row, '$.node_id'), json_extract(row, '$.facility_id')) AS node,
       count(*) AS rows, max(at) AS last
     FROM made GROUP BY 1, 2 ORDER BY 1`,
    actor,
    since,
  )
}
