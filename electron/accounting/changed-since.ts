import type { ReadDb } from '#db/kernel/access'

/** Which readings were changed since somebody looked, as the log has it. */
export type Changed =
  /** The short number of a parameter and the month or year of each, `12/2025-03`. */
  | { readonly kind: 'months'; readonly keys: ReadonlySet<string> }
  /** More than readings, or too many of them to be told one by one. */
  | { readonly kind: 'more' }

interface Detail {
  readonly changes: readonly {
    readonly table: string
    readonly before: Row | null
    readonly after: Row | null
  }[]
  readonly notes: readonly { readonly area?: unknown }[]
}
type Row = Readonly<Record<string, string | number | null>>

/** More lines than these are slower to read than the readings are to ask. */
const mostLines = 50

/** What the lines after one of the log say was changed. The log holds every row that was, or says that they were many. */
export function changedSince(db: ReadDb, seq: number): Changed {
  const lines = db.ask<{ procedure: string; detail: string }>(
    `SELECT procedure, detail FROM kernel_audit WHERE seq > ? AND outcome = 'done' ORDER BY seq LIMIT ${mostLines + 1}`,
    seq,
  )
  if (lines.length > mostLines || lines.some(({ procedure }) => !isOfReadings(procedure)))
    return { kind: 'more' }
  const keys = new Set<string>()
  for (const { procedure, detail } of lines) {
    if (!procedure.startsWith('activity.')) continue
    const { changes, notes } = JSON.parse(detail) as Detail
    if (notes.some(({ area }) => area === 'activity')) return { kind: 'more' }
    for (const change of changes) for (const key of monthsIn(db, change)) keys.add(key)
  }
  return { kind: 'months', keys }
}

/**
 * Whether everything that an account, its findings and its names are made of is as it was after a line of the log: that
 * line is still there, and all that was recorded since is who came and went, and copies that were made. Whatever is not
 * known to be harmless is not.
 */
export function isSameSince(db: ReadDb, line: { readonly seq: number; readonly hash: string }): boolean {
  const [there] = db.ask<{ hash: string }>('SELECT hash FROM kernel_audit WHERE seq = ?', line.seq)
  if (there?.hash !== line.hash) return false
  const lines = db.ask<{ isHarmless: number; detail: string }>(
    `SELECT procedure LIKE 'access.%' OR procedure LIKE 'exchange.%' AS isHarmless, detail
     FROM kernel_audit WHERE seq > ? ORDER BY seq LIMIT ${mostLines + 1}`,
    line.seq,
  )
  if (lines.length > mostLines || lines.some(({ isHarmless }) => isHarmless === 0)) return false
  return lines.every(({ detail }) => {
    const { changes, notes } = JSON.parse(detail) as Detail
    return (
      changes.every(({ table }) => /^(access|exchange|kernel)_/.test(table)) &&
      notes.every(({ area }) => area === undefined)
    )
  })
}

/** Who may do what, and copies of everything, bear on no account. */
const isOfReadings = (procedure: string) => /^(activity|exchange|access)\./.test(procedure)

/** The months that a changed row bears on: those of a reading, and of all that a file proves or no longer proves. */
function monthsIn(db: ReadDb, { table, before, after }: Detail['changes'][number]): string[] {
  const row = after ?? before
  if (row === null) return []
  if (table === 'activity_readings') return [`${row['parameter']}/${row['month']}`]
  if (table !== 'activity_evidence_links') return []
  const [column, value] =
    row['reading'] === null ? ['entered_act', row['act'] ?? null] : ['seq', row['reading'] ?? null]
  return db
    .ask<{ key: string }>(
      `SELECT DISTINCT parameter || '/' || month AS key FROM activity_readings WHERE ${column} = ?`,
      value,
    )
    .map(({ key }) => key)
}
