import { deflateRawSync, inflateRawSync } from 'node:zlib'

import { openRejectedRows } from '#db/activity/batches'
import {
  closingNodes,
  monthsWithReadings,
  parametersClosedAt,
  sealById,
  type SealRow,
  sealsOf,
} from '#db/activity/closing'
import { filesByReading } from '#db/activity/evidence'
import { countingReadings } from '#db/activity/readings'
import { seals } from '#db/activity/tables'
import type { ReadDb } from '#db/kernel/access'
import { entriesOf, isExpected, lineOf } from '#electron/activity/grid'
import { monthMarks } from '#electron/activity/month-marks'
import type { WriteContext } from '#electron/kernel/context'
import { sha256 } from '#electron/kernel/crypto'
import { checkMonth, isBlocking } from '#shared/activity/checks'
import type { SealId } from '#shared/activity/model'
import {
  compareSeals,
  type SealContent,
  sealContent,
  type SealDifference,
  type SealedReading,
} from '#shared/activity/month-seal'
import { canonical } from '#shared/kernel/canonical'
import type { Finding } from '#shared/kernel/finding'
import { endOf } from '#shared/kernel/period'
import { Refusal } from '#shared/kernel/refusal'
import type { NodeId } from '#shared/organization/model'

/**
 * What a later area puts under the seal of a month, such as figures, and what it has to say before the month is
 * closed. `electron/areas.ts` hands them in.
 */
export interface MonthContributor {
  readonly name: string
  /**
   * Canonical JSON values only; the same store gives the same content at any later time. `sealed` is what was put
   * under the seal when that is being verified: what was chosen then, such as rules, is chosen again.
   */
  readonly content: (
    db: ReadDb,
    month: FacilityMonth,
    sealed: SealContent['contributions'][string] | null,
  ) => SealContent['contributions'][string]
  readonly findings: (db: ReadDb, month: FacilityMonth) => Finding[]
}
export interface FacilityMonth {
  readonly facility: NodeId
  readonly month: string
}

export interface MonthStatus {
  readonly seal: SealRow | null
  readonly findings: Finding[]
  readonly openBefore: string[]
  readonly blocking: number
  readonly readings: number
}

/** The check list of a month: everything missing or odd, and what still stands in the way of a seal. */
export function monthStatus(
  db: ReadDb,
  at: FacilityMonth,
  contributors: readonly MonthContributor[],
): MonthStatus {
  requireFacility(db, at.facility)
  const parameters = parametersClosedAt(db, at.facility)
  const entries = entriesOf(db, parameters, Number(at.month.slice(0, 4)))
  const keys = keysClosedWith(at.month)
  const lines = parameters.flatMap((parameter) =>
    keys
      .filter((key) => isExpected(parameter, key, '9999-12-31') || (entries(parameter, key)?.count ?? 0) > 0)
      .map((key) => lineOf(parameter, key, entries)),
  )
  const unsettled = openRejectedRows(db, parameters).map(({ name, count }): Finding => ({
    severity: 'blocks-report',
    code: 'activity.rows-unsettled',
    where: name,
    facts: { name, count },
  }))
  const findings = [
    ...lines.flatMap(checkMonth),
    ...monthMarks(db, at, parameters, lines),
    ...unsettled,
    ...contributors.flatMap((contributor) => contributor.findings(db, at)),
  ]
  const own = sealsOf(db, at.facility)
  const sealed = own.filter(({ reopenedAt }) => reopenedAt === null)
  return {
    seal: sealed.find(({ month }) => month === at.month) ?? null,
    findings,
    openBefore: monthsWithReadings(db, parameters).filter(
      (month) => month < at.month && !sealed.some((seal) => seal.month === month),
    ),
    blocking: findings.filter(isBlocking).length,
    readings: lines.reduce((sum, { count }) => sum + count, 0),
  }
}

/** December closes the readings over the whole year, too. */
function keysClosedWith(month: string): string[] {
  return month.endsWith('-12') ? [month, month.slice(0, 4)] : [month]
}

/** Closes a month. What does not stand in the way has to be acknowledged with a reason. */
export function seal(
  { db, newId, user, now, today, bulk }: WriteContext,
  { reason, ...at }: FacilityMonth & { readonly reason: string | null },
  contributors: readonly MonthContributor[],
): SealRow {
  const status = monthStatus(db, at, contributors)
  const { month } = at
  if (endOf(month) > today) throw new Refusal('activity.month-not-over', { month })
  if (status.seal) throw new Refusal('activity.month-sealed-already', { month })
  if (status.openBefore.length > 0)
    throw new Refusal('activity.earlier-months-open', { month, first: status.openBefore[0] ?? '' })
  if (status.blocking > 0) throw new Refusal('activity.month-not-ready', { month, count: status.blocking })
  if (status.readings === 0) throw new Refusal('activity.month-empty', { month })
  if (status.findings.length > 0 && reason === null)
    throw new Refusal('activity.acknowledge-findings', { month, count: status.findings.length })
  const text = canonical(contentOf(db, at, contributors))
  const row: SealRow = {
    id: newId<'seal'>(),
    ...at,
    hash: sha256(text),
    readings: status.readings,
    reason,
    sealedBy: user,
    sealedAt: now,
    reopenedBy: null,
    reopenedAt: null,
    reopenReason: null,
  }
  // The content goes into the trail as its hash: the whole of it is kept beside the seal.
  bulk({ area: 'activity', seal: row.id, facility: at.facility, month, hash: row.hash }, () =>
    db
      .insert(seals)
      .values({ ...row, content: deflateRawSync(text) })
      .run(),
  )
  return row
}

/** Opens a sealed month again, and with it the months after it, since each was closed on top of the one before. */
export function reopen(
  { db, user, now, bulk }: WriteContext,
  { facility, month, reason }: FacilityMonth & { readonly reason: string },
): SealRow {
  const inForce = sealsOf(db, facility).filter(({ reopenedAt }) => reopenedAt === null)
  const own = inForce.find((each) => each.month === month)
  if (!own) throw new Refusal('activity.month-not-sealed', { month })
  const later = inForce.findLast((each) => each.month > month)
  if (later) throw new Refusal('activity.later-month-sealed', { month, later: later.month })
  // Noted, not captured: the row holds the whole content of the seal.
  bulk({ area: 'activity', seal: own.id, facility, month, reopened: reason }, () =>
    db.run(
      'UPDATE activity_seals SET reopened_by = ?, reopened_at = ?, reopen_reason = ? WHERE id = ?',
      user,
      now,
      reason,
      own.id,
    ),
  )
  return { ...own, reopenedBy: user, reopenedAt: now, reopenReason: reason }
}

export interface Verified {
  readonly hash: string
  readonly now: string
  readonly isContentIntact: boolean
  readonly differences: SealDifference[]
}

/** Makes the hash of a seal again from what is in the store now, and names every difference. */
export function verifySeal(db: ReadDb, id: SealId, contributors: readonly MonthContributor[]): Verified {
  const row = sealById(db, id)
  if (!row) throw new Refusal('activity.no-such-seal', { id })
  const kept = inflateRawSync(row.content).toString('utf8')
  const sealed = sealContent.parse(JSON.parse(kept))
  const content = contentOf(db, { facility: row.facility, month: row.month }, contributors, sealed)
  const now = sha256(canonical(content))
  const differences = now === row.hash ? [] : compareSeals(sealed, content)
  return { hash: row.hash, now, isContentIntact: sha256(kept) === row.hash, differences }
}

/** Everything a seal is made over, in an order that depends on nothing but itself. */
function contentOf(
  db: ReadDb,
  at: FacilityMonth,
  contributors: readonly MonthContributor[],
  sealed: SealContent | null = null,
): SealContent {
  const keys = keysClosedWith(at.month)
  const parameters = parametersClosedAt(db, at.facility)
    .filter(({ validFrom, validTo }) => validFrom < `${at.month}-99` && (validTo ?? '9') > `${at.month}-01`)
    .toSorted((a, b) => inOrder(a.id, b.id))
  return {
    format: 'tanbu-month/1',
    ...at,
    parameters: parameters.map((parameter) => {
      const rows = countingReadings(db, parameter, keys)
      const filesOf = filesByReading(db, rows)
      return {
        id: parameter.id,
        name: parameter.name,
        unit: parameter.unit,
        factor: parameter.factor ? `${parameter.factor.urn} ${parameter.factor.ref}` : null,
        readings: rows
          .map((row): SealedReading => ({
            id: row.id,
            from: row.from,
            to: row.to,
            text: row.text ?? '',
            unit: row.unit,
            mantissa: row.mantissa ?? '',
            scale: row.scale,
            entered: row.entered.id,
            checked: row.checked?.id ?? null,
            approved: row.approved?.id ?? null,
            evidence: filesOf(row),
          }))
          .toSorted((a, b) => inOrder(a.from, b.from) || inOrder(a.id, b.id)),
      }
    }),
    contributions: Object.fromEntries(
      contributors.map(({ name, content }) => [name, content(db, at, sealed?.contributions[name] ?? null)]),
    ),
  }
}

function inOrder(a: string, b: string): number {
  if (a === b) return 0
  return a < b ? -1 : 1
}

function requireFacility(db: ReadDb, facility: NodeId): void {
  if (closingNodes(db)(facility)?.id !== facility) throw new Refusal('activity.no-such-facility')
}
