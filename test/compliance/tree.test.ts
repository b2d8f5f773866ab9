import { expect, it } from 'vitest'

import { shippedTrees } from '#electron/compliance/trees'
import { changesBetween, type Requirement, requirementTree } from '#shared/compliance/tree'

const trees = shippedTrees({ program: process.cwd() })
const standard = trees.find(({ id }) => id === 't-cieccpa')!

it('the shipped standard has all of its 784 requirements under clauses that exist', () => {
  expect(standard.requirements).toHaveLength(784)
  expect(standard.requirements.filter(({ level }) => level.startsWith('shall'))).toHaveLength(597)
  expect(standard.clauses).toHaveLength(219)
})

it('an outline of another standard stands beside it', () => {
  expect(trees.map(({ id }) => id)).toContain('iso-50001')
})

/** Where a tree made from the standard by a change is refused. */
function faultsOf(change: Partial<typeof standard>): string[] {
  const result = requirementTree.safeParse({ ...standard, ...change })
  return result.success ? [] : result.error.issues.map(({ path, message }) => `${path.join('.')} ${message}`)
}

it('a tree that names what is not there is refused at the very row', () => {
  const [first, second] = standard.requirements as [Requirement, Requirement]
  expect(faultsOf({ requirements: [first, first] })).toEqual(['requirements.1.id compliance.tree.twice'])
  expect(faultsOf({ requirements: [first, { ...second, clause: '99' }] })).toEqual([
    'requirements.1.clause compliance.tree.no-clause',
  ])
  expect(faultsOf({ clauses: [], requirements: [first] })).toEqual([
    'requirements.0.clause compliance.tree.no-clause',
  ])
})

it('a new edition says what was added, removed, reworded and asked more strongly', () => {
  const [kept, reworded, stronger, gone] = standard.requirements as [
    Requirement,
    Requirement,
    Requirement,
    Requirement,
  ]
  const before = { requirements: [kept, reworded, stronger, gone] }
  const after = {
    requirements: [
      kept,
      { ...reworded, text: { ...reworded.text, zh: '另一种说法。' } },
      { ...stronger, id: '4.2-new', formerly: [stronger.id], level: 'may' as const },
      { ...gone, id: '4.9-p1' },
    ],
  }
  expect(changesBetween(before, after).map(({ id, changes }) => `${id} ${changes.join('+')}`)).toEqual([
    `${reworded.id} reworded`,
    '4.2-new renumbered+level',
    '4.9-p1 added',
    `${gone.id} removed`,
  ])
  expect(changesBetween(standard, standard)).toEqual([])
})
