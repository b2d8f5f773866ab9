import { eq } from 'drizzle-orm'

import { allParameters, isParameterUsed, parametersOfSource } from '#db/monitoring/queries'
import { parameters } from '#db/monitoring/tables'
import { factorLibraryOf } from '#electron/factors/library'
import type { ReadContext, WriteContext } from '#electron/kernel/context'
import { guidelineDefaultUrn } from '#shared/factors/model'
import { mergedEdit } from '#shared/kernel/merge-edit'
import { Refusal } from '#shared/kernel/refusal'
import { isConvertible } from '#shared/kernel/units'
import type { NewParameter, Parameter, ParameterId } from '#shared/monitoring/model'
import { troubleOfParameter } from '#shared/monitoring/rules'

import { knownNode, knownParameter, knownSource } from './known.ts'

export function addParameter(context: WriteContext, facts: NewParameter): Parameter {
  return insertParameter(context, context.newId<'parameter'>(), facts)
}

/** A parameter under an id that it had before. @throws Refusal when it stands already, or cannot stand like this. */
export function insertParameter(context: WriteContext, id: ParameterId, facts: NewParameter): Parameter {
  const { db, user, now } = context
  if (allParameters(db).some((known) => known.id === id))
    throw new Refusal('monitoring.already-there', { name: facts.name })
  checkParameter(context, facts, null)
  const { factor, ...columns } = facts
  db.insert(parameters)
    .values({ ...columns, ...pointer(factor), id, changedBy: user, changedAt: now })
    .run()
  return knownParameter(db, id)
}

export function changeParameter(
  context: WriteContext,
  {
    id,
    seen,
    ...typed
  }: NewParameter & { readonly id: ParameterId; readonly seen?: NewParameter | undefined },
): Parameter {
  const old = knownParameter(context.db, id)
  const facts = mergedEdit(typed, seen, old)
  checkParameter(context, facts, id)
  const { factor, ...columns } = facts
  if (columns.source !== old.source) throw new Refusal('monitoring.source-is-fixed', { name: old.name })
  if (columns.rollUp !== old.rollUp && isParameterUsed(context.db, old))
    throw new Refusal('monitoring.roll-up-is-fixed', { name: old.name })
  context.db
    .update(parameters)
    .set({ ...columns, ...pointer(factor), changedBy: context.user, changedAt: context.now })
    .where(eq(parameters.id, id))
    .run()
  return knownParameter(context.db, id)
}

export function removeParameter(
  { db }: WriteContext,
  { id }: { readonly id: ParameterId },
): Record<string, never> {
  const parameter = knownParameter(db, id)
  if (isParameterUsed(db, parameter))
    throw new Refusal('monitoring.parameter-in-use', { name: parameter.name })
  db.delete(parameters).where(eq(parameters.id, id)).run()
  return {}
}

function checkParameter(context: ReadContext, parameter: NewParameter, id: ParameterId | null): void {
  const { db } = context
  knownNode(db, parameter.node)
  const source = parameter.source === null ? null : knownSource(db, parameter.source)
  const siblings = source === null ? [] : parametersOfSource(db, source.id).filter((each) => each.id !== id)
  const twin = siblings.find(({ role, validTo }) => role === parameter.role && validTo === null)
  if (twin && parameter.validTo === null)
    throw new Refusal('monitoring.role-taken', { name: parameter.name, other: twin.name })
  const trouble = troubleOfParameter(parameter, source, siblings)
  if (trouble) throw new Refusal(trouble.code, trouble.facts)
  checkFactor(context, parameter)
}

/** A default points at a value that the library has, in a unit that can stand for the parameter's. */
function checkFactor({ db, around }: ReadContext, { name, unit, factor }: NewParameter): void {
  // What a guideline gives is looked up by the inventory that follows the guideline.
  if (factor === null || factor.urn === guidelineDefaultUrn) return
  const edition = factorLibraryOf(db, around).find(({ urn }) => urn === factor.urn)
  const value = edition?.factors.find(({ ref }) => ref === factor.ref)
  if (!value) throw new Refusal('monitoring.no-such-factor', { name, ref: factor.ref })
  if (!isConvertible(value.unit, unit))
    throw new Refusal('monitoring.factor-unit', { name, unit, factorUnit: value.unit })
}

function pointer(factor: NewParameter['factor']) {
  return { factorUrn: factor?.urn ?? null, factorRef: factor?.ref ?? null }
}
