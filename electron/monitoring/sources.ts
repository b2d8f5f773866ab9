import { eq } from 'drizzle-orm'

import type { ReadDb, WriteDb } from '#db/kernel/access'
import { allSources, isParameterUsed, parametersOfSource } from '#db/monitoring/queries'
import { parameters, sources } from '#db/monitoring/tables'
import type { WriteContext } from '#electron/kernel/context'
import { mergedEdit } from '#shared/kernel/merge-edit'
import { Refusal } from '#shared/kernel/refusal'
import { roleAfter } from '#shared/monitoring/flows'
import {
  newSource,
  type NewSource,
  type Source,
  type SourceId,
  sourceTransitions,
} from '#shared/monitoring/model'
import { troubleOfSource } from '#shared/monitoring/rules'

import { knownNode, knownSource } from './known.ts'

export function addSource(context: WriteContext, facts: NewSource): Source {
  return insertSource(context, context.newId<'source'>(), facts)
}

/** A source under an id that it had before. @throws Refusal when it stands already, or cannot stand like this. */
export function insertSource({ db, user, now }: WriteContext, id: SourceId, facts: NewSource): Source {
  if (allSources(db).some((known) => known.id === id))
    throw new Refusal('monitoring.already-there', { name: facts.name })
  checkSource(db, facts, null)
  const source: Source = { ...facts, id, changedBy: user, changedAt: now }
  db.insert(sources).values(source).run()
  return source
}

export function changeSource(
  context: WriteContext,
  { id, seen, ...typed }: NewSource & { readonly id: SourceId; readonly seen?: NewSource | undefined },
): Source {
  const old = knownSource(context.db, id)
  const facts = mergedEdit(typed, seen, old)
  const next: readonly string[] = sourceTransitions[old.state]
  if (facts.state !== old.state && !next.includes(facts.state))
    throw new Refusal('monitoring.state-cannot-follow', { from: old.state, to: facts.state })
  return putFacts(context, old, facts)
}

export function revertSource(
  context: WriteContext,
  { id, from, to }: { readonly id: SourceId; readonly from: NewSource; readonly to: NewSource },
): Source {
  const old = knownSource(context.db, id)
  // The schema puts the fields of both in one order.
  if (JSON.stringify(newSource.parse(old)) !== JSON.stringify(newSource.parse(from)))
    throw new Refusal('monitoring.changed-since', { name: old.name })
  return putFacts(context, old, to)
}

function putFacts(context: WriteContext, old: Source, facts: NewSource): Source {
  const { db, user, now } = context
  checkSource(db, facts, old.id)
  moveRoles(db, old, facts)
  const stamp = { changedBy: user, changedAt: now }
  db.update(sources)
    .set({ ...facts, ...stamp })
    .where(eq(sources.id, old.id))
    .run()
  if (facts.node !== old.node)
    db.update(parameters)
      .set({ node: facts.node, ...stamp })
      .where(eq(parameters.source, old.id))
      .run()
  return knownSource(db, old.id)
}

/** The parameters of a mass balance follow their flow to its new place. */
function moveRoles(db: WriteDb, old: Source, { calculation }: NewSource): void {
  for (const { id, role, name } of parametersOfSource(db, old.id)) {
    const next = roleAfter(role, old.calculation, calculation)
    if (next === null) throw new Refusal('monitoring.flow-has-parameters', { flow: name, name: old.name })
    if (next !== role) db.update(parameters).set({ role: next }).where(eq(parameters.id, id)).run()
  }
}

export function removeSource({ db }: WriteContext, { id }: { readonly id: SourceId }): Record<string, never> {
  const { name } = knownSource(db, id)
  // Weights point at parameters of the same source: these pointers go first, and what is left counts.
  db.update(parameters).set({ weightedBy: null }).where(eq(parameters.source, id)).run()
  if (parametersOfSource(db, id).some((parameter) => isParameterUsed(db, parameter)))
    throw new Refusal('monitoring.source-in-use', { name })
  db.delete(parameters).where(eq(parameters.source, id)).run()
  db.delete(sources).where(eq(sources.id, id)).run()
  return {}
}

function checkSource(db: ReadDb, source: NewSource, id: SourceId | null): void {
  knownNode(db, source.node)
  const twin = allSources(db).find(({ node, code }) => node === source.node && code === source.code)
  if (twin && twin.id !== id)
    throw new Refusal('monitoring.code-taken', { code: source.code, name: twin.name })
  const trouble = troubleOfSource(source)
  if (trouble) throw new Refusal(trouble.code, trouble.facts)
}
