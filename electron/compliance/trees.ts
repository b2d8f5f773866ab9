import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

import type { Surroundings } from '#electron/kernel/surroundings'
import { requirementTree, type RequirementTree } from '#shared/compliance/tree'

type Program = Pick<Surroundings, 'program'>

/** What was read of the program's own files, which do not change while it runs. */
const shipped = new Map<string, readonly RequirementTree[]>()

/** The requirement trees that came with the program, every edition there ever was, in the order of their names. */
export function shippedTrees({ program }: Program): readonly RequirementTree[] {
  const known = shipped.get(program)
  if (known) return known
  const folder = join(program, 'resources', 'compliance')
  const trees = readdirSync(folder)
    .filter((name) => name.endsWith('.json') && !name.startsWith('obligations-'))
    .toSorted()
    .map((name) => requirementTree.parse(JSON.parse(readFileSync(join(folder, name), 'utf8'))))
  shipped.set(program, trees)
  return trees
}
