import type { Database } from 'better-sqlite3'

import { remembering } from '#db/kernel/access'
import type { RowChange } from '#db/kernel/changes'
import type { Anchor } from '#electron/kernel/anchor'
import { decrypt, encrypt, randomBytes, sha256 } from '#electron/kernel/crypto'
import { canonical } from '#shared/kernel/canonical'
import type { Facts } from '#shared/kernel/refusal'

/** What a line of the trail says happened. */
export interface AuditEntry {
  readonly at: string
  /** Id of the user, or `system`. */
  readonly actor: string
  readonly procedure: string
  readonly outcome: 'done' | 'refused'
  readonly changes: readonly RowChange[]
  /** Bulk work: which batch, how many rows, their digest; or the code of a refusal. */
  readonly notes: readonly Facts[]
}

/** Which columns of a table speak of a person, and where that person's id stands. */
export type PersonalColumns = Readonly<
  Record<string, { readonly person: string; readonly columns: readonly string[] }>
>

/** What the first line of a chain names as the one before it. */
export const chainStart = '0'.repeat(64)

/**
 * Appends one line, chained by hash to the one before, in the caller's transaction. Personal fields enter as
 * ciphertext under a key of that person, and the chain hashes the ciphertext: destroying a leaver's key
 * takes the fields out of the trail, and the chain still verifies.
 *
 * @returns the new head of the chain, to be anchored once the transaction is committed.
 */
export function appendAudit(sqlite: Database, entry: AuditEntry, personal: PersonalColumns): Anchor {
  const connection = remembering(sqlite)
  const last = connection
    .prepare<[], { seq: number; hash: string }>(
      'SELECT seq, hash FROM kernel_audit ORDER BY seq DESC LIMIT 1',
    )
    .get()
  const changes = entry.changes.map((change) => withoutPersonal(sqlite, change, personal))
  const line = {
    seq: (last?.seq ?? 0) + 1,
    at: entry.at,
    actor: entry.actor,
    procedure: entry.procedure,
    outcome: entry.outcome,
    detail: canonical({ changes, notes: entry.notes }),
    previous: last?.hash ?? chainStart,
  }
  const hash = hashOfLine(line)
  connection
    .prepare(
      `INSERT INTO kernel_audit (seq, at, actor, procedure, outcome, detail, previous, hash)
       VALUES (@seq, @at, @actor, @procedure, @outcome, @detail, @previous, @hash)`,
    )
    .run({ ...line, hash })
  return { seq: line.seq, hash }
}

export interface AuditLine {
  readonly seq: number
  readonly at: string
  readonly actor: string
  readonly procedure: string
  readonly outcome: string
  readonly detail: string
  readonly previous: string
}
/** SHA-256 over the canonical JSON of a line; `previous` is part of it, which makes the lines a chain. */
export function hashOfLine({ seq, at, actor, procedure, outcome, detail, previous }: AuditLine): string {
  return sha256(canonical({ seq, at, actor, procedure, outcome, detail, previous }))
}

function withoutPersonal(sqlite: Database, change: RowChange, personal: PersonalColumns): RowChange {
  const rule = personal[change.table]
  if (!rule) return change
  return {
    ...change,
    before: sealRow(sqlite, change.before, rule),
    after: sealRow(sqlite, change.after, rule),
  }
}
function sealRow(
  sqlite: Database,
  row: RowChange['before'],
  rule: PersonalColumns[string],
): RowChange['before'] {
  if (row === null) return null
  const person = String(row[rule.person])
  const key = personKey(sqlite, person)
  const seal = (value: unknown) =>
    key === null ? null : encrypt(key, Buffer.from(JSON.stringify(value)), person).toString('base64')
  const sealed = rule.columns
    .filter((column) => row[column] !== null && row[column] !== undefined)
    .map((column) => [column, { sealed: seal(row[column]) }])
  return { ...row, ...Object.fromEntries(sealed) }
}
/** The person's key, made at the first need; null once it was destroyed. */
function personKey(sqlite: Database, person: string): Buffer | null {
  const found = readPersonKey(sqlite, person)
  if (found !== undefined) return found
  const key = randomBytes(32)
  sqlite.prepare('INSERT INTO kernel_person_keys (person_id, key) VALUES (?, ?)').run(person, key)
  return key
}
function readPersonKey(sqlite: Database, person: string): Buffer | null | undefined {
  return sqlite
    .prepare<[string], Buffer | null>('SELECT key FROM kernel_person_keys WHERE person_id = ?')
    .pluck()
    .get(person)
}

/** Opens a sealed field of the trail with its person's key. */
export function openSealed(key: Buffer, person: string, sealed: string): unknown {
  return JSON.parse(decrypt(key, Buffer.from(sealed, 'base64'), person).toString()) as unknown
}
