import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import Sqlite from 'better-sqlite3'
import { expect, it } from 'vitest'

import { migrate, migrationsIn } from '#db/kernel/migrate'
import { openStore } from '#db/kernel/open'

const sources = {
  name: '0010-monitoring.sql',
  sql: `CREATE TABLE sources (id TEXT PRIMARY KEY, fuel TEXT DEFAULT 'coal') STRICT;
        CREATE TABLE readings (source TEXT REFERENCES sources (id) ON DELETE CASCADE) STRICT;`,
}
const rebuilt = {
  name: '0030-monitoring.sql',
  sql: `CREATE TABLE new_sources (id TEXT PRIMARY KEY, fuel TEXT DEFAULT 'gas') STRICT;
        INSERT INTO new_sources SELECT * FROM sources;
        DROP TABLE sources;
        ALTER TABLE new_sources RENAME TO sources;`,
}
const risks = { name: '0020-risks.sql', sql: 'CREATE TABLE risks (id TEXT PRIMARY KEY) STRICT;' }

function plant(...migrations: Parameters<typeof migrate>[1][number][]) {
  const sqlite = new Sqlite(':memory:')
  migrate(sqlite, migrations)
  sqlite.exec("INSERT INTO sources (id) VALUES ('boiler-1'); INSERT INTO readings VALUES ('boiler-1')")
  return { sqlite, readings: () => sqlite.prepare('SELECT count(*) FROM readings').pluck().get() }
}

it('keeps the readings when the table of sources is rebuilt', () => {
  const { sqlite, readings } = plant(sources)
  migrate(sqlite, [sources, rebuilt])
  expect(readings()).toBe(1)
})
it('catches up on a migration that landed late', () => {
  const { sqlite } = plant(sources, rebuilt)
  migrate(sqlite, [sources, risks, rebuilt])
  expect(sqlite.prepare('SELECT count(*) FROM risks').pluck().get()).toBe(0)
})
it('runs each migration once', () => {
  const { sqlite, readings } = plant(sources)
  migrate(sqlite, [sources])
  migrate(sqlite, [sources])
  expect(readings()).toBe(1)
})
it('refuses a file from a newer program and names what it does not know', () => {
  const { sqlite } = plant(sources, rebuilt)
  expect(() => migrate(sqlite, [sources])).toThrow(
    expect.objectContaining({ code: 'kernel.newer-file', facts: { migrations: '0030-monitoring.sql' } }),
  )
})
it('undoes a migration that breaks a reference', () => {
  const { sqlite, readings } = plant(sources)
  const careless = { name: '0040-monitoring.sql', sql: 'DELETE FROM sources' }
  expect(() => migrate(sqlite, [sources, careless])).toThrow('dangling')
  expect(readings()).toBe(1)
  expect(sqlite.pragma('foreign_keys', { simple: true })).toBe(1)
})
it('undoes the whole of a migration that fails half-way', () => {
  const { sqlite } = plant(sources)
  const half = { name: '0050-monitoring.sql', sql: 'CREATE TABLE half (a TEXT) STRICT; SELECT nonsense' }
  expect(() => migrate(sqlite, [sources, half])).toThrow('nonsense')
  expect(sqlite.prepare(`SELECT count(*) FROM sqlite_schema WHERE name = 'half'`).pluck().get()).toBe(0)
})
it('backs the file up before it changes its tables', () => {
  const folder = mkdtempSync(join(tmpdir(), 'tanbu-migrate-'))
  const holder = { program: 'test', pid: process.pid, since: '2026-06-30' }
  const all = migrationsIn('db/migrations')
  openStore({ folder, migrations: all, holder }).close()
  expect(readdirSync(join(folder, 'backups'))).toEqual([])
  openStore({ folder, migrations: [...all, { ...risks, name: '9999-risks.sql' }], holder }).close()
  expect(readdirSync(join(folder, 'backups'))).toEqual(['before-9999-risks.db'])
  const backup = new Sqlite(join(folder, 'backups', 'before-9999-risks.db'), { readonly: true })
  expect(backup.prepare('SELECT max(name) FROM migrations').pluck().get()).toBe(all.at(-1)?.name)
  backup.close()
  rmSync(folder, { recursive: true })
})
it('migrations are numbered in steps, named after their area, and never share a number', () => {
  const names = readdirSync('db/migrations')
  const numbers = names.map((name) => name.slice(0, 4))
  for (const name of names) expect(name).toMatch(/^\d{4}-[a-z]+(-[a-z]+)*\.sql$/)
  expect(new Set(numbers).size).toBe(numbers.length)
})
