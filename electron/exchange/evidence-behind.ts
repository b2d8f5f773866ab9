import { evidenceFiles } from '#db/activity/evidence'
import { allParameters } from '#db/monitoring/queries'
import { accountOfInventory } from '#electron/accounting/service'
import type { ReadContext } from '#electron/kernel/context'
import { evidencePath } from '#electron/kernel/evidence-store'
import { keptSize } from '#electron/kernel/kept-bytes'
import { graphOf } from '#electron/verification/figure-graph'
import type { Inventory } from '#shared/accounting/inventory'

/** A file that proves readings of an inventory. */
export interface EvidenceBehind {
  readonly sha256: string
  readonly name: string
  /** In bytes. */
  readonly size: number
  /** Parameter and period of what it proves, `外购电量 2025-03`. */
  readonly proves: readonly string[]
}

/** The evidence that the figures of an inventory stand on, in order of hash. */
export function evidenceBehind(
  context: Pick<ReadContext, 'db' | 'around' | 'folder'>,
  inventory: Inventory,
): EvidenceBehind[] {
  const { db, folder } = context
  const names = new Map(evidenceFiles(db).map(({ sha256, name }) => [sha256, name]))
  const parameters = new Map<string, string>(allParameters(db).map(({ id, name }) => [id, name]))
  const proves = new Map<string, Set<string>>()
  for (const { origin } of graphOf(accountOfInventory(context, inventory).account).nodes) {
    if (origin?.kind !== 'readings') continue
    const what = `${parameters.get(origin.parameter) ?? origin.parameter} ${origin.month}`
    for (const sha256 of origin.evidence)
      proves.set(sha256, (proves.get(sha256) ?? new Set<string>()).add(what))
  }
  return [...proves]
    .toSorted(([a], [b]) => a.localeCompare(b))
    .flatMap(([sha256, what]) => {
      const name = names.get(sha256)
      if (name === undefined) return []
      return [{ sha256, name, size: keptSize(evidencePath(folder, sha256)), proves: [...what].toSorted() }]
    })
}
