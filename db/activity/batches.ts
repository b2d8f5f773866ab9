import type { ReadDb } from '#db/kernel/access'

/** Imports that still have rows which nobody settled, undone ones left out. */
export function openRejectedRows(db: ReadDb): { readonly name: string; readonly count: number }[] {
  return db.ask(
    `SELECT b.name, count(*) AS count
     FROM activity_rejected_rows r JOIN activity_batches b ON b.act = r.batch
     WHERE r.settled_at IS NULL AND b.undone_act IS NULL GROUP BY b.act ORDER BY b.act`,
  )
}
