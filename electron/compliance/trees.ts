import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

import { adoptedEditions, ownTrees, treesStamp } from '#db/compliance/queries'
import type { ReadDb } from '#db/kernel/access'
import type { Surroundings } from '#electron/kernel/surroundings'
import { requirementTree, type RequirementTree, standardTree } from '#shared/compliance/tree'
import { Refusal } from '#shared/kernel/refusal'

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
    .toSorted((a, b) => a.localeCompare(b, 'en', { numeric: true }))
    .map((name) => requirementTree.parse(JSON.parse(readFileSync(join(folder, name), 'utf8'))))
  shipped.set(program, trees)
  return trees
}

/** The last reading of what was brought in; its stamp is made of content, so that no data folder is shown another's. */
let own: { readonly stamp: string; readonly trees: readonly RequirementTree[] } = { stamp: '', trees: [] }

/** Trees that were brought in as files, read again only when there are others. */
export function broughtTrees(db: ReadDb): readonly RequirementTree[] {
  const stamp = treesStamp(db)
  if (stamp !== own.stamp) own = { stamp, trees: ownTrees(db) }
  return own.trees
}

/** Every edition of every tree: the shipped ones, then those brought in. */
export function everyTree(db: ReadDb, around: Program): RequirementTree[] {
  return [...shippedTrees(around), ...broughtTrees(db)]
}

export function editionOf(
  db: ReadDb,
  around: Program,
  tree: string,
  edition: string,
): RequirementTree | undefined {
  return everyTree(db, around).find((each) => each.id === tree && each.edition === edition)
}

/**
 * The edition of a tree that is gone by: the one that was decided on; for the standard itself, while nobody decided,
 * the newest shipped. Null for a tree that is not used.
 */
export function treeInUse(db: ReadDb, around: Program, tree: string): RequirementTree | null {
  const decided = adoptedEditions(db).get(tree)
  if (decided) return editionOf(db, around, tree, decided) ?? null
  if (tree !== standardTree) return null
  return shippedTrees(around).findLast(({ id }) => id === tree) ?? null
}

/** @throws Refusal `compliance.no-such-tree` where it is not used here. */
export function requireTree(db: ReadDb, around: Program, tree: string): RequirementTree {
  const found = treeInUse(db, around, tree)
  if (!found) throw new Refusal('compliance.no-such-tree', { tree })
  return found
}

/** The trees that are gone by, the standard first. */
export function treesInUse(db: ReadDb, around: Program): RequirementTree[] {
  const ids = new Set([standardTree, ...adoptedEditions(db).keys()])
  return [...ids].flatMap((id) => treeInUse(db, around, id) ?? [])
}
