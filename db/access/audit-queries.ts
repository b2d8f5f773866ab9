import type { Cell, ReadDb } from '#db/kernel/access'

/** A line of the trail as it is stored; `detail` is the canonical JSON of its changes and notes. */
export interface StoredAuditLine {
  readonly seq: number
  readonly at: string
  readonly actor: string
  readonly procedure: string
  readonly outcome: 'done' | 'refused'
  readonly detail: string
  readonly previous: string
  readonly hash: string
}

/** A search in terms of the store. `anyOf`: texts of which one must occur; instants are UTC, `until` excluded. */
export interface AuditQuestion {
  readonly anyOf: readonly string[]
  readonly actors: readonly string[]
  readonly actor: string | undefined
  readonly procedure: string | undefined
  readonly record: string | undefined
  readonly outcome: 'done' | 'refused' | undefined
  readonly since: string | undefined
  readonly until: string | undefined
  readonly before: number | undefined
}

/** At most `limit` lines, newest first. */
export function searchAudit(db: ReadDb, question: AuditQuestion, limit: number): StoredAuditLine[] {
  const { anyOf, actors, actor, procedure, record, outcome, since, until, before } = question
  const conditions: (readonly [text: string, ...values: Cell[]])[] = []
  if (actor !== undefined) conditions.push(['actor = ?', actor])
  if (procedure !== undefined)
    conditions.push(['(procedure = ? OR procedure GLOB ?)', procedure, `${procedure}.*`])
  if (record !== undefined) conditions.push(['instr(detail, ?) > 0', record])
  if (outcome !== undefined) conditions.push(['outcome = ?', outcome])
  if (since !== undefined) conditions.push(['at >= ?', since])
  if (until !== undefined) conditions.push(['at < ?', until])
  if (before !== undefined) conditions.push(['seq < ?', before])
  if (anyOf.length > 0) {
    const either = [
      ...anyOf.map(() => 'instr(lower(detail), lower(?)) > 0 OR instr(lower(procedure), lower(?)) > 0'),
      ...actors.map(() => 'actor = ?'),
    ]
    conditions.push([`(${either.join(' OR ')})`, ...anyOf.flatMap((text) => [text, text]), ...actors])
  }
  const where = conditions.length > 0 ? `WHERE ${conditions.map(([text]) => text).join(' AND ')}` : ''
  return db.ask(
    `SELECT * FROM kernel_audit ${where} ORDER BY seq DESC LIMIT ?`,
    ...conditions.flatMap(([, ...values]) => values),
    limit,
  )
}

export function auditLineAt(db: ReadDb, seq: number): StoredAuditLine | undefined {
  return db.ask<StoredAuditLine>('SELECT * FROM kernel_audit WHERE seq = ?', seq)[0]
}
export function chainHead(db: ReadDb): { readonly seq: number; readonly hash: string } | undefined {
  return db.ask<{ seq: number; hash: string }>(
    'SELECT seq, hash FROM kernel_audit ORDER BY seq DESC LIMIT 1',
  )[0]
}

/** The keys under which people's fields stand in the trail; null where the key was destroyed. */
export function personKeys(db: ReadDb): ReadonlyMap<string, Buffer | null> {
  const rows = db.ask<{ person_id: string; key: Buffer | null }>(
    'SELECT person_id, key FROM kernel_person_keys',
  )
  return new Map(rows.map(({ person_id, key }) => [person_id, key]))
}

/** How much was recorded in each ten minutes, oldest first: fine enough for the days of every time zone. */
export function recordedTimes(db: ReadDb): { readonly at: string; readonly count: number }[] {
  return db.ask(
    `SELECT substr(at, 1, 15) || '0:00.000Z' AS at, count(*) AS count FROM kernel_audit
     WHERE outcome = 'done' GROUP BY 1 ORDER BY 1`,
  )
}
