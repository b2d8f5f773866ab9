import { mkdirSync, renameSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'

import { targetById } from '#db/exchange/queries'
import { exchangeBackups } from '#db/exchange/tables'
import { makeBackup } from '#electron/exchange/backup'
import { proveBackup } from '#electron/exchange/restore'
import { copyVerified, sha256OfFile } from '#electron/exchange/write-verified'
import type { TaskContext } from '#electron/kernel/context'
import type { Backup, TargetId } from '#shared/exchange/model'
import { Refusal } from '#shared/kernel/refusal'

/** Makes a backup, reads it back whole, and only then calls it one; with a target, brings it there too. */
export async function backUp(context: TaskContext, target: TargetId | null): Promise<Backup> {
  const { folder, around, now, report, signal } = context
  const name = `tanbu-${now.slice(0, 19).replaceAll(':', '').replace('T', '-')}.tanbu-backup`
  const file = join(folder, 'backups', name)
  const half = `${file}.incomplete`
  mkdirSync(join(folder, 'backups'), { recursive: true })
  rmSync(half, { force: true })
  try {
    await makeBackup({ folder, to: half, program: around.name, at: now, report, signal })
    const manifest = await proveBackup(half, join(folder, 'staging', `proof-${name}`), report, signal)
    renameSync(half, file)
    const made: Backup = {
      id: context.newId(),
      file: name,
      sha256: await sha256OfFile(file, signal),
      size: statSync(file).size,
      evidence: manifest.files.filter(({ path }) => path.startsWith('evidence/')).length,
      provenAt: around.now().toISOString(),
      madeAt: now,
    }
    if (target !== null) await copyVerified(file, join(placeOf(context, target), name), made.sha256)
    context.promote(({ db, user }) => {
      db.insert(exchangeBackups)
        .values({
          ...made,
          auditSeq: manifest.audit.seq,
          auditHash: manifest.audit.hash,
          madeBy: user ?? 'system',
        })
        .run()
    })
    return made
  } finally {
    rmSync(half, { force: true })
  }
}

function placeOf({ db }: TaskContext, target: TargetId): string {
  const found = targetById(db, target)
  if (!found) throw new Refusal('exchange.unknown-target')
  return found.path
}
