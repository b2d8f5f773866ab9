import { cpSync, existsSync, mkdtempSync, rmSync } from 'node:fs'
import { join } from 'node:path'

import { subtotalFaults } from '#db/activity/check-subtotals'
import type { ReadDb } from '#db/kernel/access'
import { migrationsIn } from '#db/kernel/migrate'
import { openStore, type Store } from '#db/kernel/open'
import { readAnchor } from '#electron/kernel/anchor'
import { hashOfFile, verifyEvidence } from '#electron/kernel/evidence-store'
import { dropKeys, lendKeys } from '#electron/kernel/folder-keys'
import { verifyChain } from '#electron/kernel/verify-chain'
import { numberInText } from '#shared/activity/cell-number'
import { diskFolder } from '#test/support/disk'

/** All that people entered, as far as a working day touches it. */
export interface DayState {
  /** `typed/2024-01-05` → what was entered and its state, of the readings that count. */
  readonly cells: Readonly<Record<string, string>>
  readonly drafts: Readonly<Record<string, string>>
  /** SHA-256 of the files that prove single readings. */
  readonly proofs: readonly string[]
  readonly seals: readonly string[]
  /** The months of the imports that were not undone, in the order in which they came. */
  readonly imports: readonly string[]
  readonly exports: number
  readonly backups: number
  /** Acts of the day in the audit trail. */
  readonly acts: number
}

/** What a data folder holds, and everything that is wrong with it. */
export interface Found {
  readonly state: DayState
  readonly faults: readonly string[]
}

/** Opens a copy of a data folder the way the program does and looks at all of it. The folder itself stays untouched. */
export async function found(folder: string): Promise<Found> {
  const scratch = mkdtempSync(join(diskFolder(), 'tanbu-copy-'))
  try {
    cpSync(folder, scratch, { recursive: true })
    lendKeys(folder, scratch)
    const store = opened(scratch)
    try {
      return { state: stateOf(store.read), faults: await faultsOf(store) }
    } finally {
      store.close()
    }
  } finally {
    dropKeys(scratch)
    rmSync(scratch, { recursive: true, force: true })
  }
}

const migrations = migrationsIn('db/migrations')
export function opened(folder: string): Store {
  return openStore({ folder, migrations, holder: { program: 'test', pid: process.pid, since: '2026-06-30' } })
}

export function stateOf(db: ReadDb): DayState {
  const pairs = (text: string) =>
    Object.fromEntries(db.ask<{ key: string; value: string }>(text).map(({ key, value }) => [key, value]))
  const list = (text: string) => db.ask<{ value: string }>(text).map(({ value }) => value)
  const count = (text: string) => db.ask<{ count: number }>(`SELECT count(*) AS count FROM ${text}`)[0]!.count
  return {
    cells: pairs(
      `SELECT p.name || '/' || r.from_at AS key, r.entered || ' ' || r.state AS value
       FROM activity_readings r JOIN monitoring_parameters p ON p.seq = r.parameter WHERE r.live = 1`,
    ),
    drafts: pairs('SELECT key, value FROM kernel_drafts'),
    proofs: list('SELECT sha256 AS value FROM activity_evidence_links WHERE reading IS NOT NULL ORDER BY 1'),
    seals: list('SELECT month AS value FROM activity_seals WHERE reopened_at IS NULL ORDER BY 1'),
    imports: list(
      `SELECT (SELECT min(month) FROM activity_readings r WHERE r.entered_act = b.act) AS value
       FROM activity_batches b WHERE b.undone_act IS NULL ORDER BY b.act`,
    ),
    exports: count('exchange_exports'),
    backups: count('exchange_backups'),
    acts: count(
      `kernel_audit WHERE outcome = 'done' AND (procedure LIKE 'activity.%' OR procedure LIKE 'exchange.%')`,
    ),
  }
}

/** Everything that a data folder promises and does not keep. */
export async function faultsOf({ folder, sqlite, read }: Store): Promise<string[]> {
  const [{ integrity_check: sound } = { integrity_check: 'no answer' }] = sqlite.pragma(
    'integrity_check',
  ) as { integrity_check: string }[]
  const { firstBreak } = verifyChain(read, readAnchor(folder), () => {})
  const hashes = read.ask<{ sha256: string }>('SELECT sha256 FROM activity_evidence').map((row) => row.sha256)
  const evidence = await verifyEvidence(folder, hashes)
  const unlike = read
    .ask<{ path: string; sha256: string }>(
      `SELECT 'exports/' || id AS path, sha256 FROM exchange_exports
       UNION ALL SELECT 'backups/' || file, sha256 FROM exchange_backups`,
    )
    .filter(
      ({ path, sha256 }) => !existsSync(join(folder, path)) || hashOfFile(join(folder, path)) !== sha256,
    )
  return [
    ...(sound === 'ok' ? [] : [`integrity: ${sound}`]),
    ...(sqlite.pragma('foreign_key_check') as unknown[]).map((row) => `reference: ${JSON.stringify(row)}`),
    ...(firstBreak ? [`chain: ${firstBreak.what} at ${firstBreak.seq}`] : []),
    ...subtotalFaults(read, asTyped).map((fault) => `subtotal: ${JSON.stringify(fault)}`),
    ...miscounted(read),
    ...evidence.map(({ sha256, fault }) => `evidence: ${sha256} ${fault}`),
    ...unlike.map(({ path }) => `file: ${path}`),
    ...halfBatches(read),
  ]
}

/** The kept counts of each act's readings that are not what counting them gives. */
export function miscounted(read: ReadDb): string[] {
  const kept = 'SELECT parameter, month, act, count FROM activity_act_months WHERE count > 0'
  const counted = `SELECT parameter, month, entered_act, count(*) FROM activity_readings WHERE live = 1
    GROUP BY parameter, month, entered_act`
  return read
    .ask(`SELECT * FROM (${kept} EXCEPT ${counted}) UNION ALL SELECT * FROM (${counted} EXCEPT ${kept})`)
    .map((row) => `count: ${JSON.stringify(row)}`)
}

function asTyped(text: string) {
  const number = numberInText(text, { allowsNegative: true, decimalMark: 'point' })
  return number.kind === 'value' ? [number.value] : []
}

/** An import that did not bring all that it says. */
function halfBatches(db: ReadDb): string[] {
  return db
    .ask<{ id: string; readings: number; there: number }>(
      `SELECT b.id, b.readings,
              (SELECT count(*) FROM activity_readings r WHERE r.entered_act = b.act) AS there
       FROM activity_batches b`,
    )
    .filter(({ readings, there }) => readings !== there)
    .map(({ id, readings, there }) => `batch: ${id} has ${there} of ${readings}`)
}
