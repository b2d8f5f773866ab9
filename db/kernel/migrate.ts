import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

import type { Database } from 'better-sqlite3'

import { Refusal } from '#shared/kernel/refusal'

export interface Migration {
  readonly name: string
  readonly sql: string
}

/** The migrations of a program, in order of name: plain SQL files, never edited once released. */
export function migrationsIn(folder: string): Migration[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.sql'))
    .toSorted()
    .map((name) => ({ name, sql: readFileSync(join(folder, name), 'utf8') }))
}

/** The migrations that this file has not seen. Refuses a file that knows one which this program does not. */
export function pendingMigrations(sqlite: Database, migrations: readonly Migration[]): Migration[] {
  sqlite.exec('CREATE TABLE IF NOT EXISTS migrations (name TEXT NOT NULL PRIMARY KEY) STRICT')
  const seen = new Set(sqlite.prepare<[], string>('SELECT name FROM migrations').pluck().all())
  const unknown = [...seen].filter((name) => !migrations.some((migration) => migration.name === name))
  if (unknown.length > 0) throw new Refusal('kernel.newer-file', { migrations: unknown.join(', ') })
  return migrations.filter((migration) => !seen.has(migration.name))
}

/**
 * Runs the migrations a database file has not seen, in order of name, one transaction each.
 *
 * Foreign keys are off while tables are rebuilt (SQLite ignores the pragma inside a transaction) and checked
 * before each commit, so dropping a table can never cascade into the rows that point at it.
 */
export function migrate(sqlite: Database, migrations: readonly Migration[]): void {
  const pending = pendingMigrations(sqlite, migrations)
  sqlite.pragma('foreign_keys = OFF')
  try {
    for (const { name, sql } of pending) {
      sqlite.transaction(() => {
        sqlite.exec(sql)
        const dangling = sqlite.prepare('PRAGMA foreign_key_check').all().length
        if (dangling > 0) throw new Error(`${name} leaves ${dangling} dangling references`)
        sqlite.prepare('INSERT INTO migrations (name) VALUES (?)').run(name)
      })()
    }
  } finally {
    sqlite.pragma('foreign_keys = ON')
  }
}
