import type { ReadDb } from '#db/kernel/access'
import { chainHead, storeIdentity } from '#db/kernel/queries'
import type { BackupContents, Comparison } from '#shared/exchange/backup-contents'
import { areas } from '#shared/kernel/areas'

/** How a backup stands to the present: by the last line that both trails have, since clocks decide nothing. */
export function compareWithPresent(db: ReadDb, { storeId, audit, commonSeq }: BackupContents): Comparison {
  const present = chainHead(db)
  const isOther = storeIdentity(db)?.storeId !== storeId && commonSeq === 0
  const lost = lostAfter(db, commonSeq)
  if (isOther) return { relation: 'other', ...lost }
  if (commonSeq === present.seq) return { relation: commonSeq === audit.seq ? 'same' : 'newer', ...lost }
  return { relation: commonSeq === audit.seq ? 'older' : 'apart', ...lost }
}

function lostAfter(db: ReadDb, seq: number): Omit<Comparison, 'relation'> {
  const rows = db.ask<{ area: string; count: number; last: string }>(
    `SELECT substr(procedure, 1, instr(procedure, '.') - 1) AS area, count(*) AS count, max(at) AS last
     FROM kernel_audit WHERE seq > ? AND outcome = 'done' GROUP BY 1`,
    seq,
  )
  return {
    lost: areas.flatMap((area) => {
      const found = rows.find((row) => row.area === area)
      return found ? [{ area, count: found.count }] : []
    }),
    lastLostAt:
      rows
        .map(({ last }) => last)
        .toSorted()
        .at(-1) ?? null,
  }
}
