import { readFileSync } from 'node:fs'
import { join } from 'node:path'

import { eq } from 'drizzle-orm'

import type { ReadDb } from '#db/kernel/access'
import {
  allParameters,
  allSources,
  isParameterUsed,
  parameterById,
  parametersOfSource,
  registerOf,
  sourceById,
} from '#db/monitoring/queries'
import { parameters, sources } from '#db/monitoring/tables'
import { nodeById } from '#db/organization/queries'
import { factorLibraryOf } from '#electron/factors/library'
import { type ReadContext, serve, type WriteContext } from '#electron/kernel/context'
import { Refusal } from '#shared/kernel/refusal'
import { isConvertible } from '#shared/kernel/units'
import { monitoringContract } from '#shared/monitoring/contract'
import {
  type NewParameter,
  type NewSource,
  type Parameter,
  type ParameterId,
  type Source,
  type SourceId,
  sourceTransitions,
} from '#shared/monitoring/model'
import { registerFindings, troubleOfParameter, troubleOfSource } from '#shared/monitoring/rules'
import {
  type Drafted,
  facilityParametersFrom,
  sourcesFrom,
  type Template,
  templates,
  weightOf,
} from '#shared/monitoring/templates'
import type { NodeId } from '#shared/organization/model'

export const monitoringService = serve(
  monitoringContract,
  {
    register: ({ db }, { facility }) => {
      const found =
        facility === null
          ? { sources: allSources(db), parameters: allParameters(db) }
          : registerOf(db, knownNode(db, facility))
      const findings = found.sources.flatMap((source) =>
        registerFindings(
          source,
          found.parameters.filter((parameter) => parameter.source === source.id),
        ),
      )
      return { ...found, findings }
    },
    source: ({ db }, { id }) => {
      const source = knownSource(db, id)
      const own = parametersOfSource(db, id)
      return { source, parameters: own, findings: registerFindings(source, own) }
    },
    templates: (context) =>
      shippedTemplates(context).map(({ id, title, description, ...template }) => ({
        id,
        title,
        description,
        sources: template.sources.map(({ name }) => name),
        parameters: template.parameters.map(({ name }) => name),
      })),
    applyTemplate: (context, { template: id, node, validFrom, language }) => {
      const template = shippedTemplates(context).find((shipped) => shipped.id === id)
      if (!template) throw new Refusal('monitoring.no-such-template', { id })
      const added = sourcesFrom(template, { node, validFrom }, language).map((drafted) =>
        addDrafted(context, drafted),
      )
      const own = facilityParametersFrom(template, { node, validFrom }, language).map((parameter) =>
        addParameter(context, parameter),
      )
      return {
        sources: added.map(({ source }) => source),
        parameters: [...added.flatMap((each) => each.parameters), ...own],
      }
    },
    addSource,
    changeSource: (context, { id, ...facts }) => {
      const old = knownSource(context.db, id)
      checkSource(context.db, facts, id)
      const next: readonly string[] = sourceTransitions[old.state]
      if (facts.state !== old.state && !next.includes(facts.state))
        throw new Refusal('monitoring.state-cannot-follow', { from: old.state, to: facts.state })
      const stamp = { changedBy: context.user, changedAt: context.now }
      context.db
        .update(sources)
        .set({ ...facts, ...stamp })
        .where(eq(sources.id, id))
        .run()
      if (facts.node !== old.node)
        context.db
          .update(parameters)
          .set({ node: facts.node, ...stamp })
          .where(eq(parameters.source, id))
          .run()
      return knownSource(context.db, id)
    },
    removeSource: ({ db }, { id }) => {
      const { name } = knownSource(db, id)
      // Weights point at parameters of the same source: these pointers go first, and what is left counts.
      db.update(parameters).set({ weightedBy: null }).where(eq(parameters.source, id)).run()
      if (parametersOfSource(db, id).some((parameter) => isParameterUsed(db, parameter)))
        throw new Refusal('monitoring.source-in-use', { name })
      db.delete(parameters).where(eq(parameters.source, id)).run()
      db.delete(sources).where(eq(sources.id, id)).run()
      return {}
    },
    addParameter,
    changeParameter: (context, { id, ...facts }) => {
      const old = knownParameter(context.db, id)
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
    },
    removeParameter: ({ db }, { id }) => {
      const parameter = knownParameter(db, id)
      if (isParameterUsed(db, parameter))
        throw new Refusal('monitoring.parameter-in-use', { name: parameter.name })
      db.delete(parameters).where(eq(parameters.id, id)).run()
      return {}
    },
  },
  {
    register: (_db, { facility }: { readonly facility: NodeId | null }) =>
      facility === null ? null : [facility],
    source: nodesOfSource,
    applyTemplate: (_db, { node }: { readonly node: NodeId }) => [node],
    addSource: (_db, { node }: NewSource) => [node],
    changeSource: (db, { id, node }: { readonly id: SourceId; readonly node: NodeId }) => [
      ...nodesOfSource(db, { id }),
      node,
    ],
    removeSource: nodesOfSource,
    addParameter: (_db, { node }: NewParameter) => [node],
    changeParameter: (db, { id, node }: { readonly id: ParameterId; readonly node: NodeId }) => [
      ...nodesOfParameter(db, { id }),
      node,
    ],
    removeParameter: nodesOfParameter,
  },
)

function nodesOfSource(db: ReadDb, { id }: { readonly id: SourceId }): NodeId[] {
  return [knownSource(db, id).node]
}
function nodesOfParameter(db: ReadDb, { id }: { readonly id: ParameterId }): NodeId[] {
  return [knownParameter(db, id).node]
}

function shippedTemplates({ around }: ReadContext): readonly Template[] {
  const file = join(around.program, 'resources', 'monitoring', 'templates.json')
  return templates.parse(JSON.parse(readFileSync(file, 'utf8')))
}

function knownNode(db: ReadDb, id: NodeId): NodeId {
  if (!nodeById(db, id)) throw new Refusal('monitoring.no-such-node', { id })
  return id
}
function knownSource(db: ReadDb, id: SourceId): Source {
  const source = sourceById(db, id)
  if (!source) throw new Refusal('monitoring.no-such-source', { id })
  return source
}
function knownParameter(db: ReadDb, id: ParameterId): Parameter {
  const parameter = parameterById(db, id)
  if (!parameter) throw new Refusal('monitoring.no-such-parameter', { id })
  return parameter
}

function checkSource(db: ReadDb, source: NewSource, id: SourceId | null): void {
  knownNode(db, source.node)
  const twin = allSources(db).find(({ node, code }) => node === source.node && code === source.code)
  if (twin && twin.id !== id)
    throw new Refusal('monitoring.code-taken', { code: source.code, name: twin.name })
  const trouble = troubleOfSource(source)
  if (trouble) throw new Refusal(trouble.code, trouble.facts)
}

function addSource({ db, newId, user, now }: WriteContext, facts: NewSource): Source {
  checkSource(db, facts, null)
  const source: Source = { id: newId<'source'>(), ...facts, changedBy: user, changedAt: now }
  db.insert(sources).values(source).run()
  return source
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
  if (factor === null) return
  const edition = factorLibraryOf(db, around).find(({ urn }) => urn === factor.urn)
  const value = edition?.factors.find(({ ref }) => ref === factor.ref)
  if (!value) throw new Refusal('monitoring.no-such-factor', { name, ref: factor.ref })
  if (!isConvertible(value.unit, unit))
    throw new Refusal('monitoring.factor-unit', { name, unit, factorUnit: value.unit })
}

function addParameter(context: WriteContext, facts: NewParameter): Parameter {
  checkParameter(context, facts, null)
  const { db, newId, user, now } = context
  const id = newId<'parameter'>()
  const { factor, ...columns } = facts
  db.insert(parameters)
    .values({ id, ...columns, ...pointer(factor), changedBy: user, changedAt: now })
    .run()
  return knownParameter(db, id)
}

/** Parameters go in as the list has them, those that weight others before the others. */
function addDrafted(context: WriteContext, drafted: Drafted): { source: Source; parameters: Parameter[] } {
  const source = addSource(context, drafted.source)
  const idByRole = new Map<string, ParameterId>()
  const order = drafted.parameters.toSorted(
    (a, b) => Number(a.weightedByRole !== null) - Number(b.weightedByRole !== null),
  )
  const added = order.map((parameter) => {
    const { weightedByRole: _role, ...facts } = parameter
    const record = addParameter(context, {
      ...facts,
      source: source.id,
      weightedBy: weightOf(parameter, idByRole),
    })
    idByRole.set(record.role, record.id)
    return record
  })
  return { source, parameters: added }
}

function pointer(factor: NewParameter['factor']) {
  return { factorUrn: factor?.urn ?? null, factorRef: factor?.ref ?? null }
}
