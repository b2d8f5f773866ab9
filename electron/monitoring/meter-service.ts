import { and, eq, isNull } from 'drizzle-orm'

import type { ReadDb } from '#db/kernel/access'
import {
  certificateById,
  meterById,
  meterRecord,
  meterRecords,
  usesOfMeter,
} from '#db/monitoring/meter-queries'
import { allParameters, nodesOfParameters } from '#db/monitoring/queries'
import { certificates, meters, meterUses, parameters as parameterTable } from '#db/monitoring/tables'
import type { Handlers, Scopes, WriteContext } from '#electron/kernel/context'
import { keepFile } from '#electron/kernel/keep-file'
import { mergedEdit } from '#shared/kernel/merge-edit'
import type { Day } from '#shared/kernel/period'
import { Refusal } from '#shared/kernel/refusal'
import { lapsesOf, meterFindings } from '#shared/monitoring/calibration'
import type { CertificateId, MeterId, MeterRecord, NewCertificate, NewMeter } from '#shared/monitoring/meter'
import type { meterContract } from '#shared/monitoring/meter-contract'
import type { Parameter, ParameterId } from '#shared/monitoring/model'
import type { NodeId } from '#shared/organization/model'

import { knownNode, knownParameter } from './known.ts'
import { settleLapse, settlementNode, withdrawSettlement } from './settlements.ts'

/** The register of meters and their certificates. */
export const meterHandlers: Handlers<typeof meterContract> = {
  meters: ({ db, today }) => {
    const records = meterRecords(db)
    return {
      meters: records,
      lapses: records.flatMap((record) => lapsesOf(record, today)),
      findings: meterFindings(records, today),
      unregistered: unregistered(allParameters(db), records, today),
    }
  },
  addMeter: (context, { parameters, ...facts }) => {
    const id: MeterId = context.newId<'meter'>()
    insertMeter(context, id, facts, null)
    for (const parameter of parameters) use(context, id, parameter, facts.installedOn)
    return requireMeter(context.db, id)
  },
  changeMeter,
  removeMeter: ({ db }, { id }) => {
    const record = requireMeter(db, id)
    if (record.certificates.length > 0 || record.settlements.length > 0)
      throw new Refusal('monitoring.meter-in-use', { tag: record.meter.tag })
    db.delete(meterUses).where(eq(meterUses.meter, id)).run()
    db.delete(meters).where(eq(meters.id, id)).run()
    return {}
  },
  exchangeMeter,
  addCertificate: (context, facts) => addCertificate(context, facts),
  withdrawCertificate: ({ db, now }, { id, reason }) => {
    const known = requireCertificate(db, id)
    const { settlements } = requireMeter(db, known.meter)
    const proves = settlements.some(
      ({ certificate, withdrawnAt }) => certificate === id && withdrawnAt === null,
    )
    if (proves) throw new Refusal('monitoring.certificate-proves', { number: known.number })
    if (known.withdrawnAt !== null) throw new Refusal('monitoring.already-withdrawn', { name: known.number })
    db.update(certificates)
      .set({ withdrawnAt: now, withdrawReason: reason })
      .where(eq(certificates.id, id))
      .run()
    return requireCertificate(db, id)
  },
  settleLapse,
  withdrawSettlement,
}

/** Which part of the plant each request touches: where the meter is, and where what it measures belongs. */
export const meterScopes: Scopes<typeof meterContract> = {
  addMeter: (db, { node, parameters }: NewMeter & Measuring) => [node, ...nodesOfParameters(db, parameters)],
  changeMeter: (
    db,
    { id, node, parameters }: { readonly id: MeterId; readonly node: NodeId } & Measuring,
  ) => [...reachOfMeter(db, { id }), node, ...nodesOfParameters(db, parameters)],
  removeMeter: reachOfMeter,
  exchangeMeter: (db, { id, next }: { readonly id: MeterId; readonly next: { readonly node: NodeId } }) => [
    ...reachOfMeter(db, { id }),
    next.node,
  ],
  addCertificate: (db, { meter }: { readonly meter: MeterId }) => nodeOfMeter(db, { id: meter }),
  withdrawCertificate: (db, { id }: { readonly id: CertificateId }) =>
    nodeOfMeter(db, { id: requireCertificate(db, id).meter }),
  settleLapse: (db, { meter }: { readonly meter: MeterId }) => nodeOfMeter(db, { id: meter }),
  withdrawSettlement: settlementNode,
}
interface Measuring {
  readonly parameters: readonly ParameterId[]
}
function reachOfMeter(db: ReadDb, { id }: { readonly id: MeterId }): NodeId[] {
  const { meter, uses } = requireMeter(db, id)
  return [
    meter.node,
    ...nodesOfParameters(
      db,
      uses.map(({ parameter }) => parameter),
    ),
  ]
}
function nodeOfMeter(db: ReadDb, { id }: { readonly id: MeterId }): NodeId[] {
  return [requireMeter(db, id).meter.node]
}

/** @throws Refusal when the register has no such meter. */
export function requireMeter(db: ReadDb, id: MeterId): MeterRecord {
  const record = meterRecord(db, id)
  if (!record) throw new Refusal('monitoring.no-such-meter')
  return record
}
function requireCertificate(db: ReadDb, id: CertificateId) {
  const found = certificateById(db, id)
  if (!found) throw new Refusal('monitoring.no-such-certificate')
  return found
}

function insertMeter(context: WriteContext, id: MeterId, facts: NewMeter, replaces: MeterId | null): void {
  const { db, user, now } = context
  refuseOdd(db, facts, null)
  db.insert(meters)
    .values({ id, ...facts, replaces, changedBy: user, changedAt: now })
    .run()
}

type Change = NewMeter & {
  readonly id: MeterId
  readonly parameters: readonly ParameterId[]
  readonly from: Day
  readonly seen?: NewMeter | undefined
}
function changeMeter(context: WriteContext, { id, parameters, from, seen, ...typed }: Change): MeterRecord {
  const { db, user, now } = context
  const facts = mergedEdit(typed, seen, requireMeter(db, id).meter)
  refuseOdd(db, facts, id)
  db.update(meters)
    .set({ ...facts, changedBy: user, changedAt: now })
    .where(eq(meters.id, id))
    .run()
  const open = usesOfMeter(db, id).filter(({ validTo }) => validTo === null)
  for (const { id: gone, parameter, validFrom } of open)
    if (!parameters.includes(parameter) || facts.removedOn !== null)
      endUse(context, gone, validFrom, facts.removedOn ?? from)
  if (facts.removedOn !== null) return requireMeter(db, id)
  const kept = new Set<ParameterId>(open.map(({ parameter }) => parameter))
  for (const parameter of parameters)
    if (!kept.has(parameter)) use(context, id, parameter, from < facts.installedOn ? facts.installedOn : from)
  return requireMeter(db, id)
}

interface Exchange {
  readonly id: MeterId
  readonly on: Day
  readonly next: Omit<NewMeter, 'installedOn' | 'removedOn'>
}
function exchangeMeter(context: WriteContext, { id, on, next }: Exchange): MeterRecord {
  const { db, user, now } = context
  const { meter, uses } = requireMeter(db, id)
  if (meter.removedOn !== null || on <= meter.installedOn)
    throw new Refusal('monitoring.exchange-day', { tag: meter.tag, from: meter.installedOn })
  db.update(meters).set({ removedOn: on, changedBy: user, changedAt: now }).where(eq(meters.id, id)).run()
  const open = uses.filter(({ validTo }) => validTo === null)
  for (const { id: gone, validFrom } of open) endUse(context, gone, validFrom, on)
  const newId: MeterId = context.newId<'meter'>()
  insertMeter(context, newId, { ...next, installedOn: on, removedOn: null }, id)
  for (const { parameter } of open) use(context, newId, parameter, on)
  return requireMeter(db, newId)
}

/** A meter measures a parameter from a day on; the parameter names it by its number, and no other meter does. */
function use(context: WriteContext, meter: MeterId, id: ParameterId, validFrom: Day): void {
  const { db, user, now, newId } = context
  const parameter = knownParameter(db, id)
  const tag = meterById(db, meter)?.tag ?? null
  db.update(meterUses)
    .set({ validTo: validFrom })
    .where(and(eq(meterUses.parameter, id), isNull(meterUses.validTo)))
    .run()
  db.insert(meterUses)
    .values({ id: newId<'meter-use'>(), meter, parameter: id, validFrom, validTo: null })
    .run()
  if (parameter.meter !== tag)
    db.update(parameterTable)
      .set({ meter: tag, changedBy: user, changedAt: now })
      .where(eq(parameterTable.id, id))
      .run()
}
function endUse({ db }: WriteContext, id: (typeof meterUses.$inferSelect)['id'], from: Day, on: Day): void {
  if (on <= from) db.delete(meterUses).where(eq(meterUses.id, id)).run()
  else db.update(meterUses).set({ validTo: on }).where(eq(meterUses.id, id)).run()
}

function refuseOdd(
  db: ReadDb,
  { node, tag, calibrationMonths, exemption, installedOn, removedOn }: NewMeter,
  id: MeterId | null,
): void {
  knownNode(db, node)
  if ((calibrationMonths === null) !== (exemption !== null))
    throw new Refusal('monitoring.calibration-or-exemption', { tag })
  if (removedOn !== null && removedOn < installedOn)
    throw new Refusal('monitoring.ends-before-it-begins', { name: tag })
  const twin = meterRecords(db).find(
    ({ meter }) => meter.id !== id && meter.node === node && meter.tag === tag && meter.removedOn === null,
  )
  if (twin && removedOn === null) throw new Refusal('monitoring.tag-taken', { tag })
}

function addCertificate(context: WriteContext, { upload, ...facts }: NewCertificate) {
  const { db, user, now, newId } = context
  const { meter, certificates: known } = requireMeter(db, facts.meter)
  const { number, calibratedOn, validUntil, result } = facts
  if ((result === 'failed') !== (validUntil === null))
    throw new Refusal('monitoring.certificate-validity', { number })
  if (validUntil !== null && validUntil < calibratedOn)
    throw new Refusal('monitoring.ends-before-it-begins', { name: number })
  if (calibratedOn > context.today) throw new Refusal('monitoring.certificate-of-future', { number })
  const twin = known.find((each) => each.withdrawnAt === null && each.calibratedOn === calibratedOn)
  if (twin)
    throw new Refusal('monitoring.certificate-twice', {
      tag: meter.tag,
      number: twin.number,
      on: calibratedOn,
    })
  const file = upload === null ? null : keepFile(context, upload)
  const id: CertificateId = newId<'certificate'>()
  db.insert(certificates)
    .values({
      id,
      ...facts,
      sha256: file?.sha256 ?? null,
      fileName: file?.name ?? null,
      changedBy: user,
      changedAt: now,
    })
    .run()
  return requireCertificate(db, id)
}

/** Numbers on parameters that hold today and no meter of the register measures, each once. */
function unregistered(parameters: readonly Parameter[], records: readonly MeterRecord[], today: Day) {
  const measured = new Set(records.flatMap(({ uses }) => uses.map(({ parameter }) => parameter)))
  const loose = parameters.filter(
    ({ id, meter, validTo }) => meter !== null && !measured.has(id) && (validTo === null || validTo > today),
  )
  return [...Map.groupBy(loose, ({ meter }) => meter ?? '')].map(([tag, those]) => ({
    tag,
    parameters: those.map(({ id }) => id),
  }))
}
