import type { Database } from 'better-sqlite3'

import type { RowChange } from '#db/kernel/changes'
import { openSealed, type PersonalColumns } from '#electron/kernel/audit'
import type { StoreHealth } from '#shared/exchange/backup'
import type { Progress } from '#shared/kernel/contract'

/**
 * Tables of which the trail does not say row by row what stands in them: written in bulk, derived from others, or made
 * anew by an upgrade.
 */
const notByRow =
  /^(activity_(rejected_rows|seals)|kernel_(tasks|days|search.*|drafts|person_keys)|exchange_deliveries|compliance_progress)$/

/** What happens to a reading later may be told in bulk: many are checked, approved or ended at once. */
const toldInBulk: Readonly<Record<string, readonly string[]>> = {
  activity_readings: ['state', 'live', 'checked_act', 'approved_act', 'ended_act'],
}

type Row = NonNullable<RowChange['after']>
interface Table {
  readonly keys: readonly string[]
  /** Of a row of the store, by its keys. */
  readonly rowAt: (keys: readonly unknown[]) => Row | undefined
}

/**
 * The rows that are not what the trail last said of them: a byte that was changed past the program shows here even where
 * the file is well formed. What the chain of the trail covers is thereby covered in every register.
 */
export function rowsUnlikeTrail(
  sqlite: Database,
  personal: PersonalColumns,
  report: (progress: Progress) => void,
): StoreHealth['unlike'] {
  const tables = new Map<string, Table | null>()
  const tableOf = (name: string) => {
    const known = tables.get(name)
    if (known !== undefined) return known
    const made = notByRow.test(name) ? null : readTable(sqlite, name)
    tables.set(name, made)
    return made
  }
  const last = lastSaid(sqlite, tableOf, report)
  const opened = opener(sqlite, personal)
  return [...last.values()].flatMap(({ table, keys, after }) => {
    const row = tableOf(table)?.rowAt(keys)
    const isLike =
      after === null
        ? row === undefined
        : row !== undefined && isSame(row, withoutBulk(table, after), (value) => opened(table, after, value))
    return isLike ? [] : [{ table, row: keys.map(String).join(' · ') }]
  })
}

interface Said {
  readonly table: string
  readonly keys: readonly unknown[]
  readonly after: Row | null
}

/** What the trail last said of each row that it ever named. */
function lastSaid(
  sqlite: Database,
  tableOf: (name: string) => Table | null,
  report: (progress: Progress) => void,
): ReadonlyMap<string, Said> {
  const last = new Map<string, Said>()
  const total = sqlite.prepare<[], number>('SELECT count(*) FROM kernel_audit').pluck().get() ?? 0
  const lines = sqlite
    .prepare<[], string>(`SELECT detail FROM kernel_audit WHERE outcome = 'done' ORDER BY seq`)
    .pluck()
  let done = 0
  for (const detail of lines.iterate()) {
    for (const { table, before, after } of changesIn(detail)) {
      const of = tableOf(table)
      const keys = of?.keys.map((key) => (after ?? before ?? {})[key])
      // A line of an earlier program may lack what is the key today.
      if (!of || !keys || keys.includes(undefined)) continue
      // A changed key leaves nothing at the old one.
      const old = before ? of.keys.map((key) => before[key]) : keys
      if (String(old) !== String(keys)) last.set(placeOf(table, old), { table, keys: old, after: null })
      last.set(placeOf(table, keys), { table, keys, after })
    }
    done += 1
    if (done % 1000 === 0) report({ step: 'exchange.step-comparing', done, total })
  }
  return last
}
const placeOf = (table: string, keys: readonly unknown[]) => JSON.stringify([table, ...keys])

/** A line that is damaged is named by the chain; here it says nothing, whatever its letters have become. */
function changesIn(detail: string): readonly RowChange[] {
  try {
    const { changes } = JSON.parse(detail) as { readonly changes?: unknown }
    return Array.isArray(changes) ? changes.filter(isRowChange) : []
  } catch {
    return []
  }
}
const isRow = (value: unknown) => value === null || (typeof value === 'object' && !Array.isArray(value))
const isRowChange = (change: unknown): change is RowChange =>
  typeof change === 'object' &&
  change !== null &&
  'table' in change &&
  typeof change.table === 'string' &&
  'before' in change &&
  isRow(change.before) &&
  'after' in change &&
  isRow(change.after)

function readTable(sqlite: Database, name: string): Table | null {
  const columns = sqlite
    .prepare<[string], { name: string; type: string; pk: number }>(
      'SELECT name, type, pk FROM pragma_table_info(?)',
    )
    .all(name)
  const keys = columns.filter(({ pk }) => pk > 0)
  // A table of a later or earlier program, which the trail remembers and the store has no more.
  if (keys.length === 0) return null
  const shown = columns.map(({ name: column, type }) =>
    type === 'BLOB' ? `hex("${column}") AS "${column}"` : `"${column}"`,
  )
  const where = keys.map(({ name: key, type }) => (type === 'BLOB' ? `hex("${key}") = ?` : `"${key}" IS ?`))
  const select = sqlite.prepare<unknown[], Row>(
    `SELECT ${shown.join(', ')} FROM "${name}" WHERE ${where.join(' AND ')}`,
  )
  return { keys: keys.map((key) => key.name), rowAt: (at) => select.get(...at) }
}

function withoutBulk(table: string, said: Row): Row {
  const bulk = toldInBulk[table]
  return bulk ? Object.fromEntries(Object.entries(said).filter(([column]) => !bulk.includes(column))) : said
}

/** Compares the columns that both know: one that came later was given its value by an upgrade. */
function isSame(row: Row, said: Row, opened: (value: unknown) => unknown): boolean {
  return Object.entries(said).every(([column, value]) => {
    if (!(column in row)) return true
    const expected = opened(value)
    return expected === undefined || Object.is(row[column] ?? null, expected ?? null)
  })
}

/** Opens what the trail holds sealed; undefined where its key was destroyed and nothing can be said. */
function opener(sqlite: Database, personal: PersonalColumns) {
  const keyOf = sqlite
    .prepare<[string], Buffer | null>('SELECT key FROM kernel_person_keys WHERE person_id = ?')
    .pluck()
  return (table: string, said: Row, value: unknown): unknown => {
    if (typeof value !== 'object' || value === null || !('sealed' in value)) return value
    const person = String(said[personal[table]?.person ?? ''])
    const key = keyOf.get(person)
    if (!key || typeof value.sealed !== 'string') return undefined
    try {
      return openSealed(key, person, value.sealed)
    } catch {
      // The key itself was changed.
      return { unreadable: true }
    }
  }
}
