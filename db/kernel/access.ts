import type { Database, RunResult } from 'better-sqlite3'
import { drizzle } from 'drizzle-orm/better-sqlite3'
import type { BaseSQLiteDatabase } from 'drizzle-orm/sqlite-core'

type Drizzle = BaseSQLiteDatabase<'sync', RunResult>
/** What SQLite can hold in a column. */
export type Cell = string | number | bigint | Buffer | null

/** A connection that can only be asked. Queries, reports and calculations take this. */
export interface ReadDb extends Pick<Drizzle, 'select' | 'selectDistinct' | '$count'> {
  /** Rows of a plain SQL question, for what drizzle cannot say or says too slowly. Throws if the text would write. */
  readonly ask: <Row>(text: string, ...values: readonly Cell[]) => Row[]
  /** The same, row by row, without holding all of them. */
  readonly each: <Row>(text: string, ...values: readonly Cell[]) => IterableIterator<Row>
}

/** A connection inside a transaction. Only commands are handed one. */
export interface WriteDb extends ReadDb, Pick<Drizzle, 'insert' | 'update' | 'delete'> {
  /** Runs one plain SQL statement and says how many rows it changed. */
  readonly run: (text: string, ...values: readonly Cell[]) => number
}

export function readDb(sqlite: Database): ReadDb {
  const orm = drizzle({ client: sqlite })
  const reading = (text: string) => {
    const statement = sqlite.prepare(text)
    if (!statement.readonly) throw new Error(`A question may not write: ${text}`)
    return statement
  }
  return {
    select: orm.select.bind(orm),
    selectDistinct: orm.selectDistinct.bind(orm),
    $count: orm.$count.bind(orm),
    ask: (text, ...values) => reading(text).all(...values) as never,
    each: (text, ...values) => reading(text).iterate(...values) as never,
  }
}

export function writeDb(sqlite: Database): WriteDb {
  const orm = drizzle({ client: sqlite })
  return {
    ...readDb(sqlite),
    insert: orm.insert.bind(orm),
    update: orm.update.bind(orm),
    delete: orm.delete.bind(orm),
    run: (text, ...values) => sqlite.prepare(text).run(...values).changes,
  }
}
