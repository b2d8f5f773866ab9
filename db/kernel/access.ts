import type { Database, RunResult, Statement } from 'better-sqlite3'
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
  const client = rememberingStatements(sqlite)
  const orm = drizzle({ client })
  const reading = (statement: Statement) => {
    if (!statement.readonly) throw new Error(`A question may not write: ${statement.source}`)
    return statement
  }
  return {
    select: orm.select.bind(orm),
    selectDistinct: orm.selectDistinct.bind(orm),
    $count: orm.$count.bind(orm),
    ask: (text, ...values) => reading(client.prepare(text)).all(...values) as never,
    // Not a remembered one: while its rows are read, the same question may be asked again.
    each: (text, ...values) => reading(sqlite.prepare(text)).iterate(...values) as never,
  }
}

export function writeDb(sqlite: Database): WriteDb {
  const client = rememberingStatements(sqlite)
  const orm = drizzle({ client })
  return {
    ...readDb(sqlite),
    insert: orm.insert.bind(orm),
    update: orm.update.bind(orm),
    delete: orm.delete.bind(orm),
    run: (text, ...values) => client.prepare(text).run(...values).changes,
  }
}

/**
 * A question or change of drizzle's that is put together once for each connection, with places for its values: on the
 * way of every request that takes longer than SQLite takes to answer.
 */
export function prepared<Db extends ReadDb, Question>(build: (db: Db) => Question): (db: Db) => Question {
  const known = new WeakMap<ReadDb, Question>()
  return (db) => {
    const question = known.get(db) ?? build(db)
    known.set(db, question)
    return question
  }
}

/**
 * An answer that is given again until anything at all is written, by this connection or by another: for whoever asks the
 * same of registers many times in a row. Nobody may change what is given.
 */
export function untilWritten<Answer>(ask: (db: ReadDb) => Answer): (db: ReadDb) => Answer {
  const known = new WeakMap<ReadDb, { readonly stamp: string; readonly answer: Answer }>()
  return (db) => {
    const [now] = db.ask<{ own: number; others: number }>(
      'SELECT total_changes() AS own, data_version AS others FROM pragma_data_version',
    )
    const stamp = `${now?.own} ${now?.others}`
    const before = known.get(db)
    if (before?.stamp === stamp) return before.answer
    const answer = ask(db)
    known.set(db, { stamp, answer })
    return answer
  }
}

/** The connection itself for what every change asks of it, with its statements compiled once. */
export function remembering(sqlite: Database): Database {
  const known = connections.get(sqlite) ?? rememberingStatements(sqlite)
  connections.set(sqlite, known)
  return known
}
const connections = new WeakMap<Database, Database>()

/** Compiled statements by their text, as many as a program has and no more than it can afford. */
const remembered = 500

/** The same connection, which compiles a statement once: that takes longer than most of them take to run. */
function rememberingStatements(sqlite: Database): Database {
  const statements = new Map<string, Statement>()
  const prepare = (text: string): Statement => {
    const known = statements.get(text)
    // Whoever had it before may have asked for bare rows.
    if (known) return known.reader ? known.raw(false) : known
    const statement = sqlite.prepare(text)
    if (statements.size >= remembered) statements.clear()
    statements.set(text, statement)
    return statement
  }
  return Object.create(sqlite, { prepare: { value: prepare } }) as Database
}
