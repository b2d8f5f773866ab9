import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { holdStoreKey, openDatabase } from '#db/kernel/cipher'
import { type Migration, migrationsIn } from '#db/kernel/migrate'
import { openStore } from '#db/kernel/open'
import { stretchNew } from '#electron/access/passwords'
import { backUpBeforeUpgrade, clearPlainCopies } from '#electron/exchange/before-opening'
import { appendAudit } from '#electron/kernel/audit'
import { randomBytes } from '#electron/kernel/crypto'
import { dropKeys } from '#electron/kernel/folder-keys'
import { createKeyring } from '#electron/kernel/keyring'
import { nodeSurroundings } from '#electron/kernel/node-surroundings'
import { verifyChain } from '#electron/kernel/verify-chain'
import { openHome } from '#electron/kernel/workspace'
import { encipher } from '#test/fault/encipher'
import { randomFrom, seedOfRun } from '#test/fault/random'

const all = migrationsIn('db/migrations')
const random = randomFrom(seedOfRun)
const holder = { program: 'test', pid: process.pid, since: '2026-06-30' }
/** Released schemas: the program as it was after each migration that it ever had; some of them, or every one. */
const isLong = process.env['TANBU_LONG'] !== undefined
const step = isLong ? 1 : 6
const released = all
  .slice(1)
  .map((_, index) => all.slice(0, index + 1))
  .filter((_, index) => index % step === 0)

let home: string
let today: string
beforeAll(() => {
  home = mkdtempSync(join(tmpdir(), 'tanbu-upgrade-'))
  today = schemaOf(made('fresh', all))
})
afterAll(() => rmSync(home, { recursive: true, force: true }))

/** A data folder of a program that had these migrations, with two lines in its trail. */
function made(name: string, migrations: readonly Migration[], key: Buffer | null = null): string {
  const folder = join(home, name)
  holdStoreKey(folder, key)
  const { sqlite, close } = openStore({ folder, migrations, holder })
  sqlite.transaction(() => {
    for (const procedure of ['access.setUp', 'organization.begin']) {
      const at = '2026-06-30T00:00:00.000Z'
      appendAudit(sqlite, { at, actor: 'system', procedure, outcome: 'done', changes: [], notes: [] }, {})
    }
  })()
  close()
  return folder
}

/** Tables, indexes and triggers as a store has them. Columns that came later stand at the end of their table's text. */
function schemaOf(folder: string): string {
  const sqlite = openDatabase(join(folder, 'store.db'), { readonly: true })
  const rows = sqlite
    .prepare<[], string>(`SELECT type || ' ' || name FROM sqlite_schema ORDER BY 1`)
    .pluck()
    .all()
  sqlite.close()
  return rows.join('\n')
}

function expectUpgraded(folder: string, context: string): void {
  const { sqlite, read, close } = openStore({ folder, migrations: all, holder })
  expect(sqlite.pragma('integrity_check', { simple: true }), context).toBe('ok')
  expect(sqlite.pragma('foreign_key_check'), context).toEqual([])
  expect(
    verifyChain(read, null, () => {}),
    context,
  ).toMatchObject({ lines: 2, firstBreak: null })
  close()
  expect(schemaOf(folder), context).toBe(today)
}

/** In clear, and enciphered: of these some only, but in the long run every one as well. */
const kinds = [
  { kind: 'in clear', key: null, from: released },
  {
    kind: 'enciphered',
    key: randomBytes(32),
    from: released.filter((_, index) => isLong || index % 8 === 3),
  },
]

describe.each(kinds)('a store $kind', ({ key, from }) => {
  it(`U1 of each of ${from.length} earlier schemas is brought up to date`, () => {
    for (const [index, migrations] of from.entries()) {
      const folder = made(`from-${index}`, migrations, key)
      expectUpgraded(folder, `after ${migrations.at(-1)?.name}`)
      rmSync(folder, { recursive: true })
    }
  })

  it('U2 whose upgrade breaks off at any migration stays whole, and opens at the next start', () => {
    for (const [index, migrations] of from.entries()) {
      const last = migrations.at(-1)?.name
      const folder = made(`broken-${index}`, migrations, key)
      const at = migrations.length + random.below(all.length - migrations.length)
      const context = `seed ${seedOfRun}, from ${last}, broken at ${all[at]?.name}`
      // Everything of the migration was done when the power went.
      const breaking = all.map((each, number) =>
        number === at ? { ...each, sql: `${each.sql}\n; SELECT no_such_function();` } : each,
      )
      expect(() => openStore({ folder, migrations: breaking, holder }), context).toThrow(/no_such_function/)
      const sqlite = openDatabase(join(folder, 'store.db'), { readonly: true })
      const seen = sqlite.prepare<[], string>('SELECT name FROM migrations ORDER BY name').pluck().all()
      sqlite.close()
      expect(seen, context).toEqual(all.slice(0, at).map(({ name }) => name))
      expectUpgraded(folder, context)
      rmSync(folder, { recursive: true })
    }
  })
})

it('U3 before an upgrade a full backup is made, proven by upgrading a copy first', async () => {
  const around = nodeSurroundings()
  const folder = made('backed-up', all.slice(0, all.length - 2))
  const before = schemaOf(folder)
  await backUpBeforeUpgrade(folder, around)
  expect(schemaOf(folder)).toBe(before)
  const [file] = readdirSync(join(folder, 'backups'))
  expect(file).toMatch(/^tanbu-before-upgrade-\d{4}-.*\.tanbu-backup$/)
  expectUpgraded(folder, 'backed up')
  clearPlainCopies(folder)
  expect(readdirSync(join(folder, 'backups'))).toEqual([file])
  expect(readdirSync(join(folder, 'staging'))).toEqual([])
  // Nothing is left to upgrade, so nothing more is made.
  await backUpBeforeUpgrade(folder, around)
  expect(readdirSync(join(folder, 'backups'))).toHaveLength(1)
})

it('U4 an upgrade that fails on the copy is not begun', async () => {
  const program = join(home, 'program')
  mkdirSync(join(program, 'db'), { recursive: true })
  cpSync('db/migrations', join(program, 'db', 'migrations'), { recursive: true })
  writeFileSync(join(program, 'db', 'migrations', '9999-broken.sql'), 'CREATE TABLE oops (a) STRICT;')
  const folder = made('rehearsed', all)
  const before = schemaOf(folder)
  await expect(backUpBeforeUpgrade(folder, { ...nodeSurroundings(), program })).rejects.toThrow()
  expect(schemaOf(folder)).toBe(before)
  expect(existsSync(join(folder, 'backups', 'tanbu-before-upgrade-9999-broken.tanbu-backup'))).toBe(false)
})

it('U5 an encrypted plant is backed up once its key is there, and then brought up to date', async () => {
  const around = { ...nodeSurroundings(), passwordCost: { N: 4096, r: 8, p: 1 } }
  const own = join(home, 'encrypted')
  const folder = join(own, 'plant')
  const older = all.slice(0, all.length - 2)
  made(join('encrypted', 'plant'), older)
  const stretched = await stretchNew('correct horse 7', around)
  const { dataKey } = createKeyring(folder, 'somebody', stretched)
  encipher(folder, dataKey)
  dropKeys(folder)
  const workspace = openHome(own, around, (place) => backUpBeforeUpgrade(place, around))
  expect([workspace.sealed(), readdirSync(join(folder, 'backups'))]).toEqual(['locked', []])
  const opening = workspace.unseal(dataKey)
  await expect(workspace.unseal(dataKey)).rejects.toThrow('kernel.sealed')
  await opening
  expect(workspace.sealed()).toBeNull()
  expect(readdirSync(join(folder, 'backups'))).toContainEqual(expect.stringMatching(/^tanbu-before-upgrade-/))
  workspace.close()
  expectUpgraded(folder, 'encrypted')
  dropKeys(folder)
})
