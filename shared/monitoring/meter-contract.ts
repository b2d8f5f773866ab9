import { z } from 'zod'

import { command, nothing, query } from '#shared/kernel/contract'
import { finding } from '#shared/kernel/finding'
import { day } from '#shared/kernel/period'

import { lapseCauses } from './calibration.ts'
import {
  certificate,
  certificateId,
  meterId,
  meterRecord,
  newCertificate,
  newMeter,
  settlement,
  settlementId,
} from './meter.ts'
import { parameterId } from './model.ts'

const reason = z.string().trim().min(1).max(1000)
const lapse = z.object({
  meter: meterId,
  from: day,
  to: day,
  cause: z.enum(lapseCauses),
  next: certificateId.nullable(),
  settlement: settlementId.nullable(),
})

/** The register of meters, their certificates, and what was done about times without valid calibration. */
export const meterContract = {
  /** Every meter with its calibration, what is due or doubtful, and the numbers on parameters that no meter has. */
  meters: query(
    'monitoring.read',
    nothing,
    z.object({
      meters: z.array(meterRecord),
      lapses: z.array(lapse),
      findings: z.array(finding),
      /** Numbers that parameters name and the register lacks, with those parameters. */
      unregistered: z.array(z.object({ tag: z.string(), parameters: z.array(parameterId) })),
    }),
  ),
  /** Registers a meter and says what it measures from the day it was installed. */
  addMeter: command('monitoring.manage', newMeter.extend({ parameters: z.array(parameterId) }), meterRecord),
  /** `parameters`: what it measures now; a use that ends, ends on `from`, one that begins, begins there. */
  changeMeter: command(
    'monitoring.manage',
    newMeter.extend({ id: meterId, parameters: z.array(parameterId), from: day, seen: newMeter.optional() }),
    meterRecord,
  ),
  /** Undoes the registration of a meter that has no certificate yet. */
  removeMeter: command('monitoring.manage', z.object({ id: meterId }), nothing),
  /** A new meter takes the place of another on a day and measures what that one did. */
  exchangeMeter: command(
    'monitoring.manage',
    z.object({ id: meterId, on: day, next: newMeter.omit({ installedOn: true, removedOn: true }) }),
    meterRecord,
  ),
  addCertificate: command('monitoring.enter', newCertificate, certificate),
  /** Takes back a certificate that was entered wrongly; it stays visible with the reason. */
  withdrawCertificate: command('monitoring.enter', z.object({ id: certificateId, reason }), certificate),
  /** Settles a time without valid calibration by proof or by a conservative value; corrections go with the data. */
  settleLapse: command(
    'monitoring.check',
    z.object({
      meter: meterId,
      from: day,
      to: day,
      how: z.discriminatedUnion('kind', [
        z.object({ kind: z.literal('proven'), certificate: certificateId }),
        z.object({ kind: z.literal('conservative') }),
      ]),
      reason,
    }),
    settlement,
  ),
  withdrawSettlement: command('monitoring.check', z.object({ id: settlementId, reason }), settlement),
}
