import type { ReadDb } from '#db/kernel/access'
import { attachmentsOf, linksOf } from '#db/kernel/record-queries'
import type { RecordEntry } from '#shared/kernel/record'

/** People's own data are no evidence of the system: of them only what the record says of itself is quoted. */
const personal = new Set(['access'])

/**
 * A record as it stands: how it is named, its row, the rows that belong to it, its links and the hashes of its files.
 * Rows are found by the record's id, so that no area needs to say how it keeps them.
 */
export function snapshotOf(db: ReadDb, { record, kind, title, number, state, text }: RecordEntry) {
  const [area = '', , id = ''] = record.split('/')
  return {
    record,
    kind,
    title,
    number,
    state,
    text,
    rows: personal.has(area) ? {} : rowsOf(db, area, id),
    links: linksOf(db, record).map(({ fromRecord, relation, toRecord }) => ({
      fromRecord,
      relation,
      toRecord,
    })),
    files: attachmentsOf(db, record).map(({ name, sha256 }) => ({ name, sha256 })),
  }
}

/** Every row of the area's tables that has this id, or names it in a column of its own. */
function rowsOf(db: ReadDb, area: string, id: string): Record<string, unknown[]> {
  const columns = db.ask<{ table: string; column: string }>(
    `SELECT schema.name AS "table", info.name AS "column"
     FROM sqlite_schema schema, pragma_table_info(schema.name) info
     WHERE schema.type = 'table' AND schema.name GLOB ? AND info.type = 'TEXT'
       AND (info.name = 'id' OR info.name GLOB '*_id')
     ORDER BY 1, 2`,
    `${area}_*`,
  )
  const found = [...Map.groupBy(columns, ({ table }) => table)].map(([table, own]) => {
    const where = own.map(({ column }) => `"${column}" = ?`).join(' OR ')
    const rows = db.ask<Record<string, unknown>>(
      `SELECT * FROM "${table}" WHERE ${where} LIMIT ${mostRows}`,
      ...own.map(() => id),
    )
    return [table, rows.map(plain)] as const
  })
  return Object.fromEntries(found.filter(([, rows]) => rows.length > 0))
}
/** A record with more rows than this is quoted by its first ones. */
const mostRows = 200

/** Bytes have no place in JSON; their hash stands with the file. */
function plain(row: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(row).filter(([, value]) => !Buffer.isBuffer(value)))
}
