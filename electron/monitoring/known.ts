import type { ReadDb } from '#db/kernel/access'
import { parameterById, sourceById } from '#db/monitoring/queries'
import { nodeById } from '#db/organization/queries'
import { Refusal } from '#shared/kernel/refusal'
import type { Parameter, ParameterId, Source, SourceId } from '#shared/monitoring/model'
import type { NodeId } from '#shared/organization/model'

/** @throws Refusal when the organization has no such node. */
export function knownNode(db: ReadDb, id: NodeId): NodeId {
  if (!nodeById(db, id)) throw new Refusal('monitoring.no-such-node', { id })
  return id
}
/** @throws Refusal when the register has no such source. */
export function knownSource(db: ReadDb, id: SourceId): Source {
  const source = sourceById(db, id)
  if (!source) throw new Refusal('monitoring.no-such-source', { id })
  return source
}
/** @throws Refusal when the register has no such parameter. */
export function knownParameter(db: ReadDb, id: ParameterId): Parameter {
  const parameter = parameterById(db, id)
  if (!parameter) throw new Refusal('monitoring.no-such-parameter', { id })
  return parameter
}
