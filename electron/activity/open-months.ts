import { closingNodes, sealsInForce } from '#db/activity/closing'
import type { Cell, ReadDb } from '#db/kernel/access'
import { allParameters } from '#db/monitoring/queries'
import { closingMonthOf } from '#shared/activity/model'
import { Refusal } from '#shared/kernel/refusal'
import type { Parameter } from '#shared/monitoring/model'

/**
 * Refuses any change to readings of a sealed month: it has to be reopened with a reason first.
 *
 * @throws Refusal `activity.month-sealed` naming facility and month.
 */
export function requireOpen(
  db: ReadDb,
  touched: Iterable<{ readonly parameter: Pick<Parameter, 'node'>; readonly month: string }>,
): void {
  const sealed = new Set(sealsInForce(db).map(({ facility, month }) => `${facility}/${month}`))
  if (sealed.size === 0) return
  const closedAt = closingNodes(db)
  for (const { parameter, month } of touched) {
    const facility = closedAt(parameter.node)
    const closing = closingMonthOf(month)
    if (facility && sealed.has(`${facility.id}/${closing}`))
      throw new Refusal('activity.month-sealed', { facility: facility.name, month: closing })
  }
}

/**
 * The same for the readings that a condition of SQL over `r` names.
 *
 * @throws Refusal `activity.month-sealed`.
 */
export function requireReadingsOpen(db: ReadDb, where: string, ...values: readonly Cell[]): void {
  requireRowsOpen(db, 'activity_readings', where, ...values)
}

/** The same for rows of any table of readings, such as those of an import that are not taken over yet. */
export function requireRowsOpen(
  db: ReadDb,
  table: 'activity_readings' | 'staging.subtotals',
  where: string,
  ...values: readonly Cell[]
): void {
  const parameters = new Map(allParameters(db).map((parameter) => [parameter.seq, parameter]))
  const touched = db.ask<{ parameter: number; month: string }>(
    `SELECT DISTINCT r.parameter, r.month FROM ${table} r WHERE ${where}`,
    ...values,
  )
  requireOpen(
    db,
    touched.flatMap(({ parameter: seq, month }) => {
      const parameter = parameters.get(seq)
      return parameter ? [{ parameter, month }] : []
    }),
  )
}
