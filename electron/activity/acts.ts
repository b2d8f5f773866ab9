import { sql } from 'drizzle-orm'

import { acts } from '#db/activity/tables'
import { prepared, type WriteDb } from '#db/kernel/access'
import { refuseOwnWork } from '#electron/access/duties'
import type { WriteContext } from '#electron/kernel/context'
import type { ActId, ActKind } from '#shared/activity/model'

export interface NewAct {
  readonly kind: ActKind
  readonly reason: string | null
  readonly alone?: boolean
}

/** Records who does something now. @returns the row number by which readings name it, and its id. */
export function record(
  { db, newId, user, now }: WriteContext,
  { kind, reason, alone = false }: NewAct,
): { readonly seq: number; readonly id: ActId } {
  const id = newId<'act'>()
  const { lastInsertRowid } = newRow(db).run({ id, kind, by: user, at: now, reason, alone })
  return { seq: Number(lastInsertRowid), id }
}
const newRow = prepared((db: WriteDb) => {
  const [id, kind, by] = [sql.placeholder('id'), sql.placeholder('kind'), sql.placeholder('by')]
  const [at, reason, alone] = [sql.placeholder('at'), sql.placeholder('reason'), sql.placeholder('alone')]
  return db.insert(acts).values({ id, kind, by, at, reason, alone }).prepare()
})

/**
 * Refuses that one person does what two should, unless there is only one; then a reason is asked for, which stands in
 * the report.
 *
 * @param own how many of the readings this user had a hand in before.
 * @returns whether this act stands alone.
 */
export function secondPairOfEyes(
  context: WriteContext,
  { own, total, reason }: { readonly own: number; readonly total: number; readonly reason: string | null },
): boolean {
  const by = own === 0 ? [] : [context.user]
  return refuseOwnWork(context, 'activity-review', { by, reason, facts: { own, total } }) !== null
}
