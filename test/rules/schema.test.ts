import { existsSync, readdirSync } from 'node:fs'
import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'

import Sqlite from 'better-sqlite3'
import { is, Table } from 'drizzle-orm'
import { getTableConfig, type SQLiteTable } from 'drizzle-orm/sqlite-core'
import { expect, it } from 'vitest'

import { migrate, migrationsIn } from '#db/kernel/migrate'
import { areas } from '#shared/kernel/areas'

const sqlite = new Sqlite(':memory:')
migrate(sqlite, migrationsIn('db/migrations'))

interface Built {
  readonly name: string
  readonly strict: number
}
const builtTables = sqlite
  .prepare<[], Built>(
    `SELECT name, strict FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite_%'`,
  )
  .all()

const rooms = readdirSync('db', { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && existsSync(`db/${entry.name}/tables.ts`))
  .map(({ name }) => name)

it.each(rooms)('the tables of %s are what the migrations built', async (room) => {
  for (const table of await tablesOf(room)) {
    const { name, columns, primaryKeys } = getTableConfig(table)
    const keyed = primaryKeys.flatMap((key) => key.columns.map((column) => column.name))
    const declared = columns.map((column) => ({
      name: column.name,
      type: column.getSQLType().toUpperCase(),
      notnull: Number(column.notNull),
      pk: column.primary ? 1 : keyed.indexOf(column.name) + 1,
    }))
    const built = sqlite.prepare(`SELECT name, type, "notnull", pk FROM pragma_table_info(?)`).all(name)
    expect(built, name).toEqual(declared)
  }
})

it('every table is strict, named after its room, and known to drizzle', async () => {
  const declared = (await Promise.all(rooms.map(tablesOf))).flat().map((table) => getTableConfig(table).name)
  const own = builtTables.filter(({ name }) => name !== 'migrations')
  expect(own.filter(({ strict }) => strict === 0)).toEqual([])
  const words = new Set<string>([...areas, 'kernel'])
  expect(own.filter(({ name }) => !words.has(name.split('_')[0] ?? ''))).toEqual([])
  expect(declared.filter((name) => !own.some((table) => table.name === name))).toEqual([])
})

it('an area’s tables carry its word', async () => {
  for (const room of rooms)
    for (const table of await tablesOf(room)) expect(getTableConfig(table).name).toMatch(`${room}_`)
})

it('nothing is deleted by itself except true parts', () => {
  const cascades = builtTables.flatMap(({ name }) =>
    sqlite
      .prepare<[string], { table: string; on_delete: string }>('SELECT * FROM pragma_foreign_key_list(?)')
      .all(name)
      .filter(({ on_delete }) => on_delete === 'CASCADE')
      .map(({ table }) => [name, table] as const),
  )
  // A part is named after its whole: `monitoring_plan_lines` of `monitoring_plans`.
  const loose = cascades.filter(
    ([part, whole]) => !part.startsWith(whole.replace(/ies$/, 'y').replace(/s$/, '')),
  )
  expect(loose).toEqual([])
})

async function tablesOf(room: string): Promise<SQLiteTable[]> {
  const files = readdirSync(`db/${room}`).filter((file) => file.endsWith('tables.ts'))
  const modules = await Promise.all(
    files.map(async (file) => (await import(pathToFileURL(resolve(`db/${room}/${file}`)).href)) as object),
  )
  return modules
    .flatMap((module) => Object.values(module) as unknown[])
    .filter((value): value is SQLiteTable => is(value, Table))
}
