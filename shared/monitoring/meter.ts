import { z } from 'zod'

import { idOf } from '#shared/kernel/id'
import { day, instant } from '#shared/kernel/period'
import { decimalText } from '#shared/kernel/quantity'
import { nodeId } from '#shared/organization/model'

import { parameterId } from './model.ts'

export const meterId = idOf<'meter'>()
export type MeterId = z.output<typeof meterId>
export const meterUseId = idOf<'meter-use'>()
export type MeterUseId = z.output<typeof meterUseId>
export const certificateId = idOf<'certificate'>()
export type CertificateId = z.output<typeof certificateId>
export const settlementId = idOf<'settlement'>()
export type SettlementId = z.output<typeof settlementId>

export const meterKinds = [
  'belt-scale',
  'weighbridge',
  'feeder',
  'flow',
  'electricity',
  'heat',
  'pressure',
  'temperature',
  'level',
  'laboratory',
  'cems',
  'other',
] as const
export type MeterKind = (typeof meterKinds)[number]

const words = z.string().trim().min(1).max(300)
const wordsOrNone = words.nullable()
const note = z.string().trim().max(1000).nullable()

const meterFacts = {
  node: nodeId,
  /** The number on it, by which the plant knows it. */
  tag: words,
  kind: z.enum(meterKinds),
  name: wordsOrNone,
  model: wordsOrNone,
  maker: wordsOrNone,
  place: wordsOrNone,
  range: wordsOrNone,
  /** As on its plate: `0.5S`, `±0.5 %`. */
  accuracy: wordsOrNone,
  /** Months between two calibrations; null where none is asked for, and then `exemption` says why. */
  calibrationMonths: z.int().min(1).max(240).nullable(),
  exemption: wordsOrNone,
  installedOn: day,
  removedOn: day.nullable(),
  note,
}
export const newMeter = z.object(meterFacts)
export type NewMeter = Readonly<z.output<typeof newMeter>>
export const meter = z.object({
  id: meterId,
  ...meterFacts,
  /** The meter whose place it took. */
  replaces: meterId.nullable(),
  changedBy: z.string().nullable(),
  changedAt: instant,
})
export type Meter = Readonly<z.output<typeof meter>>

/** Which parameter a meter measures, in valid time `[validFrom, validTo)`. */
export const meterUse = z.object({
  id: meterUseId,
  meter: meterId,
  parameter: parameterId,
  validFrom: day,
  validTo: day.nullable(),
})
export type MeterUse = Readonly<z.output<typeof meterUse>>

/** As found: within its limits; outside of them and put right; outside of them. */
export const certificateResults = ['within-limits', 'adjusted', 'failed'] as const
export type CertificateResult = (typeof certificateResults)[number]

const certificateFacts = {
  meter: meterId,
  number: words,
  /** Who calibrated it. */
  body: words,
  calibratedOn: day,
  /** The last day on which it holds; null where the meter failed. */
  validUntil: day.nullable(),
  result: z.enum(certificateResults),
  /** In per cent, as found before any adjustment; null where the certificate does not say. */
  deviation: decimalText.nullable(),
  /** The largest deviation allowed, in per cent. */
  limit: decimalText.refine((value) => !value.startsWith('-')).nullable(),
  note,
}
export const newCertificate = z.object({
  ...certificateFacts,
  /** A staged upload; null for a certificate on paper only. */
  upload: z.string().max(64).nullable(),
})
export type NewCertificate = Readonly<z.output<typeof newCertificate>>
export const certificate = z.object({
  id: certificateId,
  ...certificateFacts,
  file: z.object({ sha256: z.string(), name: z.string() }).nullable(),
  withdrawnAt: instant.nullable(),
  withdrawReason: z.string().nullable(),
  changedBy: z.string().nullable(),
  changedAt: instant,
})
export type Certificate = Readonly<z.output<typeof certificate>>

/**
 * How a time without valid calibration was settled: a later certificate proves that the meter was within its limits
 * all the time; the readings were multiplied by a correction; a conservative value was used instead.
 */
export const settlementKinds = ['proven', 'corrected', 'conservative'] as const
export type SettlementKind = (typeof settlementKinds)[number]
export const settlement = z.object({
  id: settlementId,
  meter: meterId,
  from: day,
  /** Half-open. */
  to: day,
  kind: z.enum(settlementKinds),
  certificate: certificateId.nullable(),
  factor: decimalText.nullable(),
  reason: z.string(),
  settledBy: z.string().nullable(),
  settledAt: instant,
  withdrawnBy: z.string().nullable(),
  withdrawnAt: instant.nullable(),
  withdrawReason: z.string().nullable(),
})
export type Settlement = Readonly<z.output<typeof settlement>>

/** A meter with everything that is known of its calibration. */
export const meterRecord = z.object({
  meter,
  uses: z.array(meterUse),
  certificates: z.array(certificate),
  settlements: z.array(settlement),
})
export type MeterRecord = Readonly<z.output<typeof meterRecord>>
