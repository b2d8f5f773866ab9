import { rm } from 'node:fs/promises'
import { join } from 'node:path'

import Sqlite from 'better-sqlite3'

import type { Cell, ReadDb } from '#db/kernel/access'
import { migrationsIn } from '#db/kernel/migrate'
import { openReader } from '#db/kernel/open'
import { chainHead, storeIdentity } from '#db/kernel/queries'
import { dropKeys, holdKeys, keysFrom } from '#electron/kernel/folder-keys'
import { dataKeyBy } from '#electron/kernel/keyring'
import type { BackupManifest } from '#shared/exchange/backup'
import type { BackupContents } from '#shared/exchange/backup-contents'
import { type Area, areas } from '#shared/kernel/areas'
import { Refusal } from '#shared/kernel/refusal'

import type { Control } from './backup.ts'
import {
  compareStoreWithManifest,
  damagedStore,
  isOpen,
  readManifest,
  unpackBackup,
} from './unpack-backup.ts'

export interface ReadBackup {
  readonly from: string
  /** A folder for the store in it, thrown away afterwards. */
  readonly scratch: string
  /** The program's own folder. */
  readonly program: string
  /** The data folder that it is compared with; null where there is none. */
  readonly present: string | null
  /** A password or the recovery key, for what is enciphered under a key that is not held, where somebody gave one. */
  readonly key?: string | null
}

/**
 * What a backup holds, read from the store in it. Only the store is unpacked and compared; whether each file is whole
 * is for the proof.
 *
 * @throws Refusal `exchange.not-a-backup`, `exchange.backup-damaged`, `exchange.wrong-key`.
 */
export async function contentsOfBackup(
  { from, scratch, program, present, key = null }: ReadBackup,
  { report, signal }: Control,
): Promise<BackupContents> {
  report({ step: 'exchange.step-reading', done: 0, total: null })
  await rm(scratch, { recursive: true, force: true })
  try {
    await unpackBackup(from, scratch, (path) => !path.includes('/'))
    if (!isOpen(scratch) && key !== null) await openWith(scratch, key)
    const manifest = await readManifest(scratch)
    await compareStoreWithManifest(scratch, manifest, signal)
    if (!isOpen(scratch)) return unopened(manifest)
    const reader = openReader(scratch)
    try {
      const migrations = migrationsIn(join(program, 'db', 'migrations'))
      const commonSeq = present === null ? 0 : lastCommon(reader.read, present)
      return { ...contentsOf(reader.read, manifest, migrations), commonSeq }
    } finally {
      reader.close()
    }
  } catch (error) {
    throw damagedStore(error)
  } finally {
    dropKeys(scratch)
    await rm(scratch, { recursive: true, force: true })
  }
}

async function openWith(folder: string, key: string): Promise<void> {
  const dataKey = await dataKeyBy(folder, key)
  if (dataKey === null) throw new Refusal('exchange.wrong-key')
  holdKeys(folder, keysFrom(dataKey))
}

function unopened(manifest: BackupManifest): BackupContents {
  const { program, madeAt, storeId, audit } = manifest
  return {
    program,
    madeAt,
    isEnciphered: true,
    storeId,
    isSample: false,
    organization: null,
    facilities: 0,
    users: [],
    months: null,
    frozenYears: [],
    records: [],
    ...filesIn(manifest),
    audit: { ...audit, at: null },
    commonSeq: 0,
    schema: 'current',
  }
}

function filesIn({ files }: BackupManifest): Pick<BackupContents, 'evidence' | 'size'> {
  return {
    evidence: files.filter(({ path }) => path.startsWith('evidence/')).length,
    size: files.reduce((sum, { size }) => sum + size, 0),
  }
}

function contentsOf(
  db: ReadDb,
  manifest: BackupManifest,
  migrations: readonly { readonly name: string }[],
): Omit<BackupContents, 'commonSeq'> {
  const list = <Value>(text: string, ...values: readonly Cell[]) =>
    asked<{ value: Value }>(db, text, ...values).map(({ value }) => value)
  const [months] = asked<{ first: string | null; last: string | null }>(
    db,
    'SELECT min(month) AS first, max(month) AS last FROM activity_subtotals WHERE count > 0',
  )
  const { seq, hash } = chainHead(db)
  return {
    program: manifest.program,
    madeAt: manifest.madeAt,
    isEnciphered: false,
    storeId: manifest.storeId,
    isSample: storeIdentity(db)?.isSample ?? false,
    organization: list<string>('SELECT name AS value FROM organization_organizations')[0] ?? null,
    facilities: list(`SELECT id AS value FROM organization_nodes WHERE kind = 'facility'`).length,
    users: list<string>('SELECT login AS value FROM access_users WHERE login IS NOT NULL ORDER BY 1'),
    months: months?.first && months.last ? { first: months.first, last: months.last } : null,
    frozenYears: list<number>(
      `SELECT DISTINCT year AS value FROM accounting_inventories WHERE state = 'frozen' ORDER BY 1`,
    ),
    records: recordsByArea(db),
    ...filesIn(manifest),
    audit: {
      seq,
      hash,
      at: list<string>('SELECT at AS value FROM kernel_audit ORDER BY seq DESC LIMIT 1')[0] ?? null,
    },
    schema: schemaOf(list<string>('SELECT name AS value FROM migrations'), migrations),
  }
}

/** Each line holds the hash of the one before: where two trails agree on a line, they agree on all before it. */
function lastCommon(db: ReadDb, present: string): number {
  const reader = openReader(present)
  try {
    const hashAt = (of: ReadDb, seq: number) =>
      of.ask<{ hash: string }>('SELECT hash FROM kernel_audit WHERE seq = ?', seq)[0]?.hash
    let common = 0
    let beyond = Math.min(chainHead(db).seq, chainHead(reader.read).seq) + 1
    while (beyond - common > 1) {
      const middle = Math.floor((common + beyond) / 2)
      if (hashAt(db, middle) === hashAt(reader.read, middle)) common = middle
      else beyond = middle
    }
    return common
  } finally {
    reader.close()
  }
}

/** What a store of an earlier or later program has no table or column for is not known of it. */
function asked<Row>(db: ReadDb, text: string, ...values: readonly Cell[]): Row[] {
  try {
    return db.ask<Row>(text, ...values)
  } catch (error) {
    if (error instanceof Sqlite.SqliteError && error.code === 'SQLITE_ERROR') return []
    throw error
  }
}

/** Caches and what people type are no records. */
const noRecords =
  /^(activity_(subtotals|act_months|bulk)|accounting_answers|compliance_progress|documents_texts|access_throttle)$/

function recordsByArea(db: ReadDb): BackupContents['records'] {
  const tables = db
    .ask<{ name: string }>(`SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name`)
    .filter(({ name }) => !noRecords.test(name))
  return areas.flatMap((area: Area) => {
    const count = tables
      .filter(({ name }) => name.startsWith(`${area}_`))
      .map(({ name }) => db.ask<{ count: number }>(`SELECT count(*) AS count FROM "${name}"`)[0]?.count ?? 0)
      .reduce((sum, each) => sum + each, 0)
    return count === 0 ? [] : [{ area, count }]
  })
}

function schemaOf(
  seen: readonly string[],
  migrations: readonly { readonly name: string }[],
): BackupContents['schema'] {
  const known = new Set(migrations.map(({ name }) => name))
  if (seen.some((name) => !known.has(name))) return 'newer'
  return seen.length < known.size ? 'older' : 'current'
}
