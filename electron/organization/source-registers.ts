import type { ReadDb } from '#db/kernel/access'
import type { Day } from '#shared/kernel/period'
import { Refusal } from '#shared/kernel/refusal'
import type { NodeId, SourceAtNode } from '#shared/organization/model'

/**
 * How a later area tells which of its sources are open at these nodes on a day. `electron/areas.ts` lists the registers:
 * the organization asks them and knows no area after it.
 */
export type SourceRegister = (db: ReadDb, nodes: readonly NodeId[], on: Day) => readonly SourceAtNode[]

/** The open sources of all registers. */
export function openSourcesOf(
  registers: readonly SourceRegister[],
  db: ReadDb,
  nodes: readonly NodeId[],
  on: Day,
): SourceAtNode[] {
  return registers.flatMap((register) => register(db, nodes, on))
}

/** How many names a refusal carries; the page lists them all. */
const named = 8

/** @throws Refusal `organization.open-sources` {count, names}: what still emits cannot leave the tree or the boundary. */
export function refuseOpenSources(open: readonly SourceAtNode[]): void {
  if (open.length === 0) return
  const names = open.slice(0, named).map(({ name }) => name)
  throw new Refusal('organization.open-sources', {
    count: open.length,
    names: names.join('、') + (open.length > named ? ' …' : ''),
  })
}
