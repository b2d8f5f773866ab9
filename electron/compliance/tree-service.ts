import { standingJudgements, adoptedEditions } from '#db/compliance/queries'
import { adoptions, trees } from '#db/compliance/tables'
import type { Handlers, WriteContext } from '#electron/kernel/context'
import { sha256 } from '#electron/kernel/crypto'
import { discardUpload, stagedUpload } from '#electron/kernel/uploads'
import type { conformityContract } from '#shared/compliance/conformity-contract'
import {
  changesBetween,
  counterpart,
  differences,
  type RequirementTree,
  standardTree,
} from '#shared/compliance/tree'
import { canonical } from '#shared/kernel/canonical'
import { Refusal } from '#shared/kernel/refusal'

import { readTree } from './read-tree.ts'
import { broughtTrees, editionOf, everyTree, requireTree, treeInUse } from './trees.ts'

type TreeHandlers = Pick<
  Handlers<typeof conformityContract>,
  'trees' | 'tree' | 'treeChanges' | 'adoptTree' | 'setTreeAside' | 'addTree'
>

export const treeHandlers: TreeHandlers = {
  trees: ({ db, around }) => {
    const own = new Set(broughtTrees(db))
    const rankOf = ({ id }: RequirementTree) => (id === standardTree ? 0 : 1)
    const known = everyTree(db, around).toSorted((a, b) => rankOf(a) - rankOf(b))
    return known.map((tree) => {
      const { id, edition, title, document, note, requirements } = tree
      return {
        id,
        edition,
        title,
        document,
        note,
        origin: own.has(tree) ? ('file' as const) : ('shipped' as const),
        requirements: requirements.length,
        isInUse: treeInUse(db, around, id)?.edition === edition,
        isStandard: id === standardTree,
      }
    })
  },
  tree: ({ db, around }, { tree, edition }) =>
    edition === undefined ? requireTree(db, around, tree) : requireEdition(db, around, tree, edition),
  treeChanges: ({ db, around }, { tree, edition }) => {
    const before = treeInUse(db, around, tree)
    const after = requireEdition(db, around, tree, edition)
    const old = new Map((before?.requirements ?? []).map((row) => [row.id, row]))
    const judged = new Set(standingJudgements(db, tree).map(({ requirement }) => requirement))
    const anew = after.requirements.filter((row) => {
      const was = counterpart(row, old)
      return was !== null && judged.has(was.id) && differences(was, row).some((change) => change !== 'moved')
    })
    const changes = changesBetween(before ?? { requirements: [] }, after)
    return {
      from: before?.edition ?? null,
      changes: changes.map((change) => ({ ...change, changes: [...change.changes] })),
      rejudge: anew.length,
    }
  },
  adoptTree: (context, { tree, edition }) => {
    const { db, around } = context
    requireEdition(db, around, tree, edition)
    if (adoptedEditions(db).get(tree) !== edition) decide(context, tree, edition)
    return {}
  },
  setTreeAside: (context, { tree }) => {
    if (tree === standardTree) throw new Refusal('compliance.standard-stays')
    requireTree(context.db, context.around, tree)
    decide(context, tree, null)
    return {}
  },
  addTree: async (context, { upload, head }) => {
    const { path, name } = stagedUpload(context.folder, upload)
    const { tree, rows, faults } = await readTree(path, name, head)
    if (!tree) return { tree: null, rows, faults: [...faults] }
    context.promote((write) => keepTree(write, tree))
    discardUpload(context.folder, upload)
    const { id, edition, title, document } = tree
    return { tree: { id, edition, title, document }, rows, faults: [] }
  },
}

function requireEdition(
  db: WriteContext['db'] | Parameters<TreeHandlers['tree']>[0]['db'],
  around: WriteContext['around'],
  tree: string,
  edition: string,
): RequirementTree {
  const found = editionOf(db, around, tree, edition)
  if (!found) throw new Refusal('compliance.no-such-edition', { tree, edition })
  return found
}

function decide({ db, newId, user, now }: WriteContext, tree: string, edition: string | null): void {
  db.insert(adoptions)
    .values({ id: newId<'adoption'>(), tree, edition, madeBy: user ?? '', madeAt: now })
    .run()
}

/** An edition is kept once and never edited; the same file again changes nothing. */
function keepTree({ db, around, user, now }: WriteContext, tree: RequirementTree): void {
  const { id, edition } = tree
  const body = canonical(tree)
  const known = editionOf(db, around, id, edition)
  if (known && canonical(known) === body) return
  if (known) throw new Refusal('compliance.edition-taken', { tree: id, edition })
  db.insert(trees)
    .values({ tree: id, edition, body, sha256: sha256(body), madeBy: user ?? '', madeAt: now })
    .run()
}
