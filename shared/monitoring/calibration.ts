import type { Finding } from '#shared/kernel/finding'
import { type Day, dayAfter } from '#shared/kernel/period'

import type { Certificate, CertificateId, MeterId, MeterRecord, Settlement, SettlementId } from './meter.ts'

/** Why a meter's readings cannot be relied on. */
export const lapseCauses = ['none-yet', 'overdue', 'failed', 'found-outside'] as const
export type LapseCause = (typeof lapseCauses)[number]

/** A time `[from, to)` in which a meter was without valid calibration; `settlement` where that was settled. */
export interface Lapse {
  readonly meter: MeterId
  readonly from: Day
  readonly to: Day
  readonly cause: LapseCause
  /** The certificate that ended it: the next one, which may prove the time before it. */
  readonly next: CertificateId | null
  readonly settlement: SettlementId | null
}

/**
 * Every time without valid calibration up to and including `today`, in order. A meter is valid from a calibration
 * that it passed to the last day of the certificate. One that was found outside its limits throws doubt on all since
 * the calibration before; one that failed stays invalid until it passes again. A meter that needs none has none.
 */
export function lapsesOf({ meter, certificates, settlements }: MeterRecord, today: Day): Lapse[] {
  if (meter.calibrationMonths === null) return []
  const known = inOrder(certificates)
  const settled = settlements.filter(({ withdrawnAt }) => withdrawnAt === null)
  const end = earlier(meter.removedOn, dayAfter(today))
  const bounds = [
    meter.installedOn,
    end,
    ...known.flatMap(({ calibratedOn, validUntil }) => [
      calibratedOn,
      ...(validUntil === null ? [] : [dayAfter(validUntil)]),
    ]),
    ...settled.flatMap(({ from, to }) => [from, to]),
  ]
  const days = [...new Set(bounds)].filter((on) => on >= meter.installedOn && on <= end).toSorted()
  const pieces = days.slice(1).flatMap((to, at): Lapse[] => {
    const from = days[at] ?? to
    const cause = causeOn(from, known)
    if (cause === null) return []
    const next = known.find(({ calibratedOn }) => calibratedOn > from)?.id ?? null
    const settlement = settled.find((each) => each.from <= from && to <= each.to)?.id ?? null
    return [{ meter: meter.id, from, to, cause, next, settlement }]
  })
  return joined(pieces)
}

/** Certificates that still stand, the earliest first. */
function inOrder(certificates: readonly Certificate[]): Certificate[] {
  return certificates
    .filter(({ withdrawnAt }) => withdrawnAt === null)
    .toSorted((a, b) => (a.calibratedOn < b.calibratedOn ? -1 : 1))
}

function causeOn(on: Day, known: readonly Certificate[]): LapseCause | null {
  const last = known.findLast(({ calibratedOn }) => calibratedOn <= on)
  const next = known.find(({ calibratedOn }) => calibratedOn > on)
  if (last?.result === 'failed') return 'failed'
  if (next !== undefined && next.result !== 'within-limits') return 'found-outside'
  if (last === undefined) return 'none-yet'
  return last.validUntil !== null && on > last.validUntil ? 'overdue' : null
}

/** Pieces that say the same and touch are one. */
function joined(pieces: readonly Lapse[]): Lapse[] {
  return pieces.reduce<Lapse[]>((all, piece) => {
    const before = all.at(-1)
    const isSame =
      before?.to === piece.from && before.cause === piece.cause && before.settlement === piece.settlement
    return isSame ? [...all.slice(0, -1), { ...before, to: piece.to, next: piece.next }] : [...all, piece]
  }, [])
}

function earlier(a: Day | null, b: Day): Day {
  return a !== null && a < b ? a : b
}

/** Lapses that nobody settled yet. */
export function openLapses(record: MeterRecord, today: Day): Lapse[] {
  return lapsesOf(record, today).filter(({ settlement }) => settlement === null)
}

/** Days before its end at which a certificate begins to be reminded of. */
export const warningDays = 30

export type MeterStanding =
  | { readonly state: 'exempt' }
  | { readonly state: 'removed' }
  /** `until`: the last day on which the certificate holds. */
  | { readonly state: 'valid' | 'due'; readonly until: Day }
  | { readonly state: 'invalid'; readonly cause: LapseCause; readonly since: Day }

/** How a meter stands today. */
export function standingOf(record: MeterRecord, today: Day): MeterStanding {
  const { meter } = record
  if (meter.removedOn !== null && meter.removedOn <= today) return { state: 'removed' }
  if (meter.calibrationMonths === null) return { state: 'exempt' }
  const lapse = lapsesOf(record, today).find(({ from, to }) => from <= today && today < to)
  if (lapse) return { state: 'invalid', cause: lapse.cause, since: lapse.from }
  const until = certifiedUntil(record, today)
  if (until === null) return { state: 'valid', until: today }
  return { state: until < addDays(today, warningDays) ? 'due' : 'valid', until }
}

/** The last day of the certificate that a meter has by a day; null where it has none, or failed. */
export function certifiedUntil({ certificates }: MeterRecord, today: Day): Day | null {
  return inOrder(certificates).findLast(({ calibratedOn }) => calibratedOn <= today)?.validUntil ?? null
}

/** A calibration that falls due: the first, or the next after a certificate. */
export interface CalibrationDue {
  /** The certificate after which it is due; null for the first calibration. */
  readonly after: CertificateId | null
  readonly cause: 'none-yet' | 'overdue' | 'failed'
  /** The last day of that certificate; the day on which the meter failed, or on which it came into use. */
  readonly due: Day
  /** Whether a later certificate is there. */
  readonly isDone: boolean
}

/** Every calibration of a meter that ever fell due, in order; only the last may be open. None where none is asked for. */
export function calibrationsDue({ meter, certificates }: MeterRecord): CalibrationDue[] {
  if (meter.calibrationMonths === null) return []
  const known = inOrder(certificates)
  const first = { after: null, cause: 'none-yet' as const, due: meter.installedOn }
  const later = known.map(({ id, calibratedOn, validUntil }) =>
    validUntil === null
      ? { after: id, cause: 'failed' as const, due: calibratedOn }
      : { after: id, cause: 'overdue' as const, due: validUntil },
  )
  return [first, ...later]
    .map((each, at) => ({ ...each, isDone: at < known.length }))
    .filter(({ due, isDone }) => isDone || meter.removedOn === null || due < meter.removedOn)
}

/** A calendar day so many days later. */
export function addDays(on: Day, days: number): Day {
  return new Date(Date.parse(`${on}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10)
}

/** When a certificate ends that is valid for so many months: the day before the same day of that month. */
export function validUntilAfter(calibratedOn: Day, months: number): Day {
  const [year = 0, month = 1, date = 1] = calibratedOn.split('-').map(Number)
  const target = new Date(Date.UTC(year, month - 1 + months, 1))
  const last = new Date(Date.UTC(target.getUTCFullYear(), target.getUTCMonth() + 1, 0)).getUTCDate()
  target.setUTCDate(Math.min(date, last))
  return addDays(target.toISOString().slice(0, 10), -1)
}

/** What the register of meters has to say on a day: certificates about to end, and times without valid calibration. */
export function meterFindings(records: readonly MeterRecord[], today: Day): Finding[] {
  return records.flatMap((record) => {
    const { meter } = record
    const standing = standingOf(record, today)
    const due: Finding[] =
      standing.state === 'due'
        ? [
            {
              severity: 'note',
              code: 'monitoring.calibration-due',
              where: meter.id,
              facts: { meter: meter.tag, until: standing.until },
            },
          ]
        : []
    const open = openLapses(record, today).map(({ cause, from, to }): Finding => ({
      severity: 'explain',
      code: `monitoring.calibration-${cause}`,
      where: meter.id,
      facts: { meter: meter.tag, from, to: addDays(to, -1) },
    }))
    return [...due, ...open]
  })
}

/** Whether a settlement fits the time it is to settle; null when it does, else the code of what is wrong. */
export function troubleOfSettlement(
  record: MeterRecord,
  { from, to, kind, certificate }: Pick<Settlement, 'from' | 'to' | 'kind' | 'certificate'>,
  today: Day,
): string | null {
  const open = openLapses(record, today).filter((lapse) => lapse.from < to && from < lapse.to)
  if (to <= from || !isCovered(from, to, open)) return 'monitoring.nothing-to-settle'
  if (kind !== 'proven') return null
  const proof = record.certificates.find(({ id, withdrawnAt }) => id === certificate && withdrawnAt === null)
  if (!proof || proof.calibratedOn < to) return 'monitoring.proof-too-early'
  const isContradicted =
    proof.result !== 'within-limits' ||
    open.some(({ cause }) => cause === 'failed' || cause === 'found-outside')
  return isContradicted ? 'monitoring.proof-contradicts' : null
}
function isCovered(from: Day, to: Day, open: readonly Lapse[]): boolean {
  let reached = from
  for (const lapse of open) {
    if (lapse.from > reached) return false
    if (lapse.to > reached) reached = lapse.to
  }
  return reached >= to
}
