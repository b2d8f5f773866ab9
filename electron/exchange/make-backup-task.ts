import { existsSync, mkdirSync, renameSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'

import { targetById } from '#db/exchange/queries'
import { exchangeBackups } from '#db/exchange/tables'
import { makeBackup } from '#electron/exchange/backup'
import { proveBackup } from '#electron/exchange/restore'
import { copyVerified, sha256OfFile } from '#electron/exchange/write-verified'
import type { TaskContext } from '#electron/kernel/context'
import { syncFolder } from '#electron/kernel/evidence-store'
import type { Backup, TargetId } from '#shared/exchange/model'
import { Refusal } from '#shared/kernel/refusal'

/** Makes a backup, reads it back whole, and only then calls it one; with a target, brings it there too. */
export async function backUp(context: TaskContext, target: TargetId | null): Promise<Backup> {
  const { folder, around, now, report, signal } = context
  const name = freeName(join(folder, 'backups'), now)
  const file = join(folder, 'backups', name)
  const half = `${file}.incomplete`
  mkdirSync(join(folder, 'backups'), { recursive: true })
  try {
    await makeBackup({ folder, to: half, program: around.name, at: now, report, signal })
    const manifest = await proveBackup(half, join(folder, 'staging', `proof-${name}`), report, signal)
    renameSync(half, file)
    syncFolder(join(folder, 'backups'))
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
  } catch (error) {
    // Without its record it would lie there for ever, taken for a backup by nobody.
    for (const left of [half, file]) rmSync(left, { force: true })
    throw error
  }
}

/** Called after the second it was made in; a further backup of that second gets a number. */
function freeName(backups: string, now: string, number = 1): string {
  const second = now.slice(0, 19).replaceAll(':', '').replace('T', '-')
  const name = `tanbu-${second}${number === 1 ? '' : `-${number}`}.tanbu-backup`
  const isTaken = existsSync(join(backups, name)) || existsSync(join(backups, `${name}.incomplete`))
  return isTaken ? freeName(backups, now, number + 1) : name
}

function placeOf({ db }: TaskContext, target: TargetId): string {
  const found = targetById(db, target)
  if (!found) throw new Refusal('exchange.unknown-target')
  return found.path
}
