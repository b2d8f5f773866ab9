import { existsSync, readdirSync, statSync } from 'node:fs'
import { arch, availableParallelism, platform, release, totalmem } from 'node:os'
import { dirname, join } from 'node:path'

import { backupsOf, storeChecksOf } from '#db/exchange/backup-queries'
import type { ReadDb } from '#db/kernel/access'
import { chainHead, storeIdentity } from '#db/kernel/queries'
import type { ReadContext } from '#electron/kernel/context'
import { lastLogLines } from '#electron/kernel/log'

const logLines = 200

/**
 * What whoever mends the program needs to know of this machine and this data folder, as the text that the user reads
 * before it leaves: versions, sizes and counts, what the last checks found, and the log, which holds no names and
 * nothing that was typed. Of the records only how many there are.
 */
export function diagnostics({ db, folder, around, now }: ReadContext): string {
  const identity = storeIdentity(db)
  return JSON.stringify(
    {
      format: 'tanbu-diagnostics/1',
      at: now,
      program: around.name,
      machine: {
        system: `${platform()} ${release()} ${arch()}`,
        runtime: `Node ${process.versions.node}, SQLite ${sqliteVersion(db)}`,
        processors: availableParallelism(),
        memoryMiB: Math.round(totalmem() / 2 ** 20),
      },
      store: {
        isSample: identity?.isSample ?? null,
        createdAt: identity?.createdAt ?? null,
        trail: chainHead(db),
        migrations: db
          .ask<{ name: string }>('SELECT name FROM migrations ORDER BY name')
          .map(({ name }) => name),
        sizes: Object.fromEntries(
          ['store.db', 'store.db-wal', 'evidence', 'exports', 'staging', 'backups'].map((name) => [
            name,
            sizeOf(join(folder, name)),
          ]),
        ),
        rows: rowCounts(db),
      },
      check: storeChecksOf(db, 1).map(({ madeAt, sound, found }) => ({
        madeAt,
        sound,
        damage: found.damage,
        dangling: found.dangling,
        unlike: found.unlike.length,
        brokenAt: found.brokenAt,
        evidence: found.evidence,
        faults: found.faults.map(({ fault }) => fault),
      })),
      backups: backupsOf(db).map(({ occasion, size, madeAt, provenAt }) => ({
        occasion,
        size,
        madeAt,
        provenAt,
      })),
      log: lastLogLines(dirname(folder), logLines).map((line): unknown => parsed(line)),
    },
    null,
    2,
  )
}

function sqliteVersion(db: ReadDb): string {
  return db.ask<{ version: string }>('SELECT sqlite_version() AS version')[0]?.version ?? ''
}

function rowCounts(db: ReadDb): Readonly<Record<string, number>> {
  const tables = db.ask<{ name: string }>(
    `SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND sql NOT LIKE '%VIRTUAL%' ORDER BY name`,
  )
  return Object.fromEntries(
    tables.map(({ name }) => [
      name,
      db.ask<{ count: number }>(`SELECT count(*) AS count FROM "${name.replaceAll('"', '""')}"`)[0]?.count ??
        0,
    ]),
  )
}

/** Bytes of a file, or of all files under a folder with how many they are; null where it is not there. */
function sizeOf(path: string): { readonly files: number; readonly bytes: number } | null {
  if (!existsSync(path)) return null
  if (statSync(path).isFile()) return { files: 1, bytes: statSync(path).size }
  const files = readdirSync(path, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
  return {
    files: files.length,
    bytes: files.reduce((sum, entry) => sum + statSync(join(entry.parentPath, entry.name)).size, 0),
  }
}

/** A line of the log is JSON; one that was cut off in a crash is told as it stands. */
function parsed(line: string): unknown {
  try {
    return JSON.parse(line)
  } catch {
    return line
  }
}
