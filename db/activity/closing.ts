import type { ReadDb } from '#db/kernel/access'
import { allParameters } from '#db/monitoring/queries'
import { nodesOf } from '#db/organization/queries'
import type { SealId } from '#shared/activity/model'
import type { Parameter } from '#shared/monitoring/model'
import type { Node, NodeId } from '#shared/organization/model'
import { pathOf } from '#shared/organization/tree'

/** The nodes whose months are closed: every facility, and each site for what hangs on it directly. */
export function closingNodes(db: ReadDb): (node: NodeId) => Node | undefined {
  const nodes = nodesOf(db)
  const known = new Map<NodeId, Node | undefined>()
  return (id) => {
    if (!known.has(id)) {
      const path = pathOf(nodes, id)
      known.set(id, path.find(({ kind }) => kind === 'facility') ?? path.at(-1))
    }
    return known.get(id)
  }
}

/** The parameters whose readings are closed with the months of a facility. */
export function parametersClosedAt(db: ReadDb, facility: NodeId): Parameter[] {
  const closedAt = closingNodes(db)
  return allParameters(db).filter(({ node }) => closedAt(node)?.id === facility)
}

/** A seal without what it was made over. */
export interface SealRow {
  readonly id: SealId
  readonly facility: NodeId
  readonly month: string
  readonly hash: string
  readonly readings: number
  readonly reason: string | null
  readonly sealedBy: string | null
  readonly sealedAt: string
  readonly reopenedBy: string | null
  readonly reopenedAt: string | null
  readonly reopenReason: string | null
}

const sealColumns = `id, facility_id AS facility, month, hash, readings, reason, sealed_by AS sealedBy,
  sealed_at AS sealedAt, reopened_by AS reopenedBy, reopened_at AS reopenedAt, reopen_reason AS reopenReason`

/** Every seal of a facility, those of reopened months too, by month and then in the order they were made. */
export function sealsOf(db: ReadDb, facility: NodeId): SealRow[] {
  return db.ask(
    `SELECT ${sealColumns} FROM activity_seals WHERE facility_id = ? ORDER BY month, sealed_at, id`,
    facility,
  )
}

export function sealById(db: ReadDb, id: SealId): (SealRow & { readonly content: Buffer }) | undefined {
  return db.ask<SealRow & { content: Buffer }>(
    `SELECT ${sealColumns}, content FROM activity_seals WHERE id = ?`,
    id,
  )[0]
}

/** The months that are sealed now, of all facilities. */
export function sealsInForce(db: ReadDb): Pick<SealRow, 'id' | 'facility' | 'month'>[] {
  return db.ask('SELECT id, facility_id AS facility, month FROM activity_seals WHERE reopened_at IS NULL')
}

/** The months in which readings of some parameters count, first to last; a year stands as its December. */
export function monthsWithReadings(db: ReadDb, parameters: readonly Parameter[]): string[] {
  return db
    .ask<{ month: string }>(
      `SELECT DISTINCT CASE length(month) WHEN 4 THEN month || '-12' ELSE month END AS month
       FROM activity_subtotals WHERE count > 0 AND parameter IN (SELECT value FROM json_each(?)) ORDER BY 1`,
      JSON.stringify(parameters.map(({ seq }) => seq)),
    )
    .map(({ month }) => month)
}

/** The years that have readings, newest first. */
export function yearsWithReadings(db: ReadDb): number[] {
  return db
    .ask<{ year: number }>(
      'SELECT DISTINCT CAST(substr(month, 1, 4) AS INTEGER) AS year FROM activity_subtotals WHERE count > 0 ORDER BY 1 DESC',
    )
    .map(({ year }) => year)
}
