import { and, asc, eq, inArray, sql } from 'drizzle-orm'

import { prepared, type ReadDb } from '#db/kernel/access'
import { descendantsOf } from '#db/organization/queries'
import type { FactorPointer } from '#shared/factors/model'
import type { Parameter, ParameterId, Source, SourceId } from '#shared/monitoring/model'
import type { NodeId, SourceAtNode } from '#shared/organization/model'

import { parameters, sources } from './tables.ts'

/** Every source, closed ones too, by node and code. */
export function allSources(db: ReadDb): Source[] {
  return everySource(db).all()
}
const everySource = prepared((db: ReadDb) =>
  db.select().from(sources).orderBy(asc(sources.node), asc(sources.code)).prepare(),
)

/** The sources at some nodes, by code; the nodes below them are not looked at. */
export function sourcesAt(db: ReadDb, nodes: readonly NodeId[]): Source[] {
  return db
    .select()
    .from(sources)
    .where(inArray(sources.node, [...nodes]))
    .orderBy(asc(sources.code), asc(sources.id))
    .all()
}

export function sourceById(db: ReadDb, id: SourceId): Source | undefined {
  return db.select().from(sources).where(eq(sources.id, id)).all()[0]
}

/** Every parameter, in the order of its list. */
export function allParameters(db: ReadDb): Parameter[] {
  return everyParameter(db).all().map(toParameter)
}
const everyParameter = prepared((db: ReadDb) =>
  db.select().from(parameters).orderBy(asc(parameters.position), asc(parameters.seq)).prepare(),
)

/** The parameters at some nodes, of their sources and of the nodes themselves. */
export function parametersAt(db: ReadDb, nodes: readonly NodeId[]): Parameter[] {
  return db
    .select()
    .from(parameters)
    .where(inArray(parameters.node, [...nodes]))
    .orderBy(asc(parameters.position), asc(parameters.seq))
    .all()
    .map(toParameter)
}

export function parametersOfSource(db: ReadDb, source: SourceId): Parameter[] {
  return db
    .select()
    .from(parameters)
    .where(eq(parameters.source, source))
    .orderBy(asc(parameters.position), asc(parameters.seq))
    .all()
    .map(toParameter)
}

export function parameterById(db: ReadDb, id: ParameterId): Parameter | undefined {
  return parameterWithId(db).all({ id }).map(toParameter)[0]
}
const parameterWithId = prepared((db: ReadDb) =>
  db
    .select()
    .from(parameters)
    .where(eq(parameters.id, sql.placeholder('id')))
    .prepare(),
)

/** Parameters by the short numbers under which readings know them; in a plant of hundreds a request needs a few. */
export function parametersBySeq(db: ReadDb, seqs: readonly number[]): Parameter[] {
  return parametersWithSeqs(db)
    .all({ seqs: JSON.stringify(seqs) })
    .map(toParameter)
}
const parametersWithSeqs = prepared((db: ReadDb) =>
  db
    .select()
    .from(parameters)
    .where(sql`${parameters.seq} IN (SELECT value FROM json_each(${sql.placeholder('seqs')}))`)
    .prepare(),
)

/** Some parameters by their ids, in the order of their list. */
export function parametersById(db: ReadDb, ids: readonly ParameterId[]): Parameter[] {
  return db
    .select()
    .from(parameters)
    .where(inArray(parameters.id, [...new Set(ids)]))
    .orderBy(asc(parameters.position), asc(parameters.seq))
    .all()
    .map(toParameter)
}

/** The nodes at which some parameters are, each once; by id. */
export function nodesOfParameters(db: ReadDb, ids: readonly ParameterId[]): NodeId[] {
  return db
    .ask<{ node: NodeId }>(
      'SELECT DISTINCT node_id AS node FROM monitoring_parameters WHERE id IN (SELECT value FROM json_each(?))',
      JSON.stringify([...new Set(ids)]),
    )
    .map(({ node }) => node)
}

/** The parameters that take their value from a factor of the library, with the source they belong to. */
export function parametersWithFactor(
  db: ReadDb,
  { urn, ref }: FactorPointer,
): (Pick<Parameter, 'id' | 'name' | 'node' | 'source'> & { readonly sourceName: string | null })[] {
  return db
    .select({
      id: parameters.id,
      name: parameters.name,
      node: parameters.node,
      source: parameters.source,
      sourceName: sources.name,
    })
    .from(parameters)
    .leftJoin(sources, eq(sources.id, parameters.source))
    .where(and(eq(parameters.factorUrn, urn), eq(parameters.factorRef, ref)))
    .orderBy(asc(parameters.seq))
    .all()
}

/** A facility's whole register: its sources and parameters and those of everything below it. */
export function registerOf(
  db: ReadDb,
  facility: NodeId,
): { readonly sources: Source[]; readonly parameters: Parameter[] } {
  const nodes = descendantsOf(db, facility).map(({ id }) => id)
  return { sources: sourcesAt(db, nodes), parameters: parametersAt(db, nodes) }
}

/** Sources that are not closed at some nodes; a node with one cannot leave the boundary. */
export function openSourcesOf(db: ReadDb, nodes: readonly NodeId[]): SourceAtNode[] {
  return sourcesAt(db, nodes)
    .filter(({ state }) => state !== 'closed')
    .map(({ id, name, node, category }) => ({ id, name, node, ...flowOf(category) }))
}
function flowOf(category: Source['category']): Pick<SourceAtNode, 'flow' | 'direction'> {
  if (category === 'fuel-combustion') return { flow: 'fuel', direction: 'in' }
  if (category === 'electricity') return { flow: 'electricity', direction: 'in' }
  if (category === 'heat') return { flow: 'heat', direction: 'in' }
  if (category === 'process' || category === 'desulfurization') return { flow: 'material', direction: 'in' }
  return { flow: null, direction: null }
}

/**
 * How many records of any area point at a parameter, read from the foreign keys themselves, so that an area made
 * later is counted without being known here. Stops at the first of each table.
 */
export function isParameterUsed(db: ReadDb, { id, seq }: Pick<Parameter, 'id' | 'seq'>): boolean {
  const pointers = db.ask<{ table: string; column: string; to: string }>(
    `SELECT s.name AS "table", k."from" AS "column", k."to" AS "to"
     FROM sqlite_schema s, pragma_foreign_key_list(s.name) k
     WHERE s.type = 'table' AND k."table" = 'monitoring_parameters'`,
  )
  return pointers.some(
    ({ table, column, to }) =>
      db.ask(`SELECT 1 FROM "${table}" WHERE "${column}" = ? LIMIT 1`, to === 'seq' ? seq : id).length > 0,
  )
}

function toParameter({ factorUrn, factorRef, ...row }: typeof parameters.$inferSelect): Parameter {
  return {
    ...row,
    factor: factorUrn === null || factorRef === null ? null : { urn: factorUrn, ref: factorRef },
  }
}
