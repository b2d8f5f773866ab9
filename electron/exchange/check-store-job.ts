import Sqlite, { type Database } from 'better-sqlite3'

import { subtotalFaults } from '#db/activity/check-subtotals'
import type { ReadDb } from '#db/kernel/access'
import { openReader } from '#db/kernel/open'
import { everyReading } from '#electron/activity/service'
import { readAnchor } from '#electron/kernel/anchor'
import type { PersonalColumns } from '#electron/kernel/audit'
import { verifyEvidence } from '#electron/kernel/evidence-store'
import { nodeSurroundings } from '#electron/kernel/node-surroundings'
import { verifyChain } from '#electron/kernel/verify-chain'
import type { StoreHealth } from '#shared/exchange/backup'
import type { Progress } from '#shared/kernel/contract'
import { Refusal } from '#shared/kernel/refusal'

import { changedBatches } from './changed-batches.ts'
import { recordedEvidence } from './recorded-evidence.ts'
import { rowsUnlikeTrail } from './rows-unlike-trail.ts'
import { schemaUnlike } from './schema-unlike.ts'

/**
 * The full check of a data folder: every page of the store, every reference, the trail, every row against what the trail
 * last said of it, every piece of evidence against its hash. On a connection of its own; people go on working meanwhile.
 */
export const checkStoreJob =
  (personal: PersonalColumns) =>
  (
    { folder }: { readonly folder: string },
    control: { readonly report: (progress: Progress) => void },
  ): Promise<StoreHealth> =>
    checkStore(folder, personal, control.report)

async function checkStore(
  folder: string,
  personal: PersonalColumns,
  report: (progress: Progress) => void,
): Promise<StoreHealth> {
  // Before the store is read: what is appended meanwhile only makes the trail longer.
  const anchor = readAnchor(folder)
  const damage: string[] = []
  const reader = orDamage(damage, () => openReader(folder), null)
  if (reader === null) return { damage, dangling: 0, unlike: [], brokenAt: null, evidence: 0, faults: [] }
  try {
    // One state of the store from here to the end, while people go on.
    reader.sqlite.exec('BEGIN')
    damage.push(...orDamage(damage, () => damageIn(reader.sqlite), []))
    const { program } = nodeSurroundings()
    damage.push(...orDamage(damage, () => schemaUnlike(reader.sqlite, program), []))
    const dangling = orDamage(damage, () => reader.sqlite.prepare('PRAGMA foreign_key_check').all().length, 0)
    const chain = orDamage(damage, () => verifyChain(reader.read, anchor, report).firstBreak, null)
    const unlike = orDamage(
      damage,
      () => [...rowsUnlikeTrail(reader.sqlite, personal, report), ...sumsUnlikeReadings(reader.read)],
      [],
    )
    const hashes = orDamage(damage, () => recordedEvidence(reader.read), [])
    const faults = await verifyEvidence(folder, hashes, (done) =>
      report({ step: 'exchange.step-proving', done, total: hashes.length }),
    )
    return {
      damage,
      dangling,
      unlike,
      brokenAt: chain?.seq ?? null,
      evidence: hashes.length,
      faults: faults.map(({ sha256, fault }) => ({ sha256, fault })),
    }
  } finally {
    reader.close()
  }
}

function damageIn(sqlite: Database): string[] {
  const found = sqlite.pragma('integrity_check') as { integrity_check: string }[]
  return found.map(({ integrity_check }) => integrity_check).filter((line) => line !== 'ok')
}

/** Imported readings are too many for the trail to hold each: their digests and sums are worked out again. */
function sumsUnlikeReadings(db: ReadDb): StoreHealth['unlike'] {
  const sums = subtotalFaults(db, everyReading).map(({ parameter, month, text }) => ({
    table: 'activity_readings',
    row: [parameter, month, ...(text === null ? [] : [text])].join(' · '),
  }))
  const batches = changedBatches(db).map((name) => ({ table: 'activity_batches', row: name }))
  return [...sums, ...batches]
}

/** A page that cannot be read ends one look and not the others; it is named like any other damage. */
function orDamage<Value>(damage: string[], look: () => Value, otherwise: Value): Value {
  try {
    return look()
  } catch (error) {
    // A name in the schema that was changed makes a question impossible, which is damage as well; so is one in the list of
    // steps that a store has seen: it was opened as one of this program's.
    const isRefused = error instanceof Refusal && error.code === 'kernel.newer-file'
    if (!isRefused && !(error instanceof Sqlite.SqliteError)) throw error
    const said = isRefused ? `unknown migration: ${String(error.facts['migrations'])}` : error.message
    if (!damage.includes(said)) damage.push(said)
    return otherwise
  }
}
