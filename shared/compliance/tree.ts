import { z } from 'zod'

import { evidenceKind } from '#shared/kernel/evidence-kinds'
import { subsystem } from '#shared/kernel/subsystem'

/** How strongly something is asked for, from the verb of its sentence. */
export const levels = ['shall', 'shall-not', 'should', 'should-not', 'may'] as const
export const level = z.enum(levels)
export type Level = (typeof levels)[number]
/** What counts alike: what must be (or must not), what is recommended, what is allowed. */
export const weights = ['must', 'advised', 'allowed'] as const
export type Weight = (typeof weights)[number]
export function weightOf(of: Level): Weight {
  if (of === 'may') return 'allowed'
  return of === 'shall' || of === 'shall-not' ? 'must' : 'advised'
}

/** The standard that the product is made for: its requirements can be spoken of by their ids, and it is always in use. */
export const standardTree = 't-cieccpa'

const words = z.object({ zh: z.string().trim().min(1), en: z.string().trim().min(1) })
/** Ids stand in addresses and in the names of records: no blanks, no slashes. */
export const treeId = z.string().regex(/^[a-z0-9][a-z0-9-]{0,39}$/)
export const editionId = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9.-]{0,39}$/)
export const requirementId = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9.-]{0,49}$/)

const clause = z.object({
  id: z.string().regex(/^[A-Za-z0-9][A-Za-z0-9.-]{0,39}$/),
  parent: z.string().nullable(),
  /** Under which chapter it is counted; null where it holds no requirement. */
  chapter: z.string().nullable(),
  title: words,
  /** What is to be said of the clause itself, such as that it asks for nothing. */
  note: words.optional(),
})
export type Clause = Readonly<z.output<typeof clause>>

export const requirement = z.object({
  id: requirementId,
  clause: z.string(),
  level,
  subsystem,
  text: words,
  /** What an auditor asks; left out where the text is a question itself. */
  question: words.optional(),
  /** Kinds of record that can show it. Empty: only a person can judge it. */
  evidence: z.array(evidenceKind),
  /**
   * Its records, in the state that their registers ask for, are all that it asks. Left out: that they are there is a
   * beginning, and whether they meet it is judged by a person or said by a register of this very requirement.
   */
  byRecord: z.boolean().optional(),
  /** Ids that the same requirement had in earlier editions. */
  formerly: z.array(requirementId).optional(),
})
export type Requirement = Readonly<z.output<typeof requirement>>

export const treeHead = z.object({
  id: treeId,
  edition: editionId,
  title: words,
  /** What it goes by, such as `T/CIECCPA …`. */
  document: z.string().trim().min(1).max(300),
  note: words.optional(),
})
export type TreeHead = Readonly<z.output<typeof treeHead>>

/** The requirements of a standard in one edition, under the headings of its clauses. See docs/requirement-trees.md. */
export const requirementTree = treeHead
  .extend({
    chapters: z.array(z.object({ id: z.string(), title: words })).min(1),
    clauses: z.array(clause),
    requirements: z.array(requirement).min(1).max(5000),
  })
  .superRefine(({ chapters, clauses, requirements }, check) => {
    const fault = (path: readonly (string | number)[], message: string) =>
      check.addIssue({ code: 'custom', path: [...path], message })
    const known = new Map<string, Clause>()
    const chapterIds = new Set(chapters.map(({ id }) => id))
    clauses.forEach((each, at) => {
      if (known.has(each.id)) fault(['clauses', at, 'id'], 'compliance.tree.twice')
      if (each.parent !== null && !known.has(each.parent))
        fault(['clauses', at, 'parent'], 'compliance.tree.no-parent')
      if (each.chapter !== null && !chapterIds.has(each.chapter))
        fault(['clauses', at, 'chapter'], 'compliance.tree.no-chapter')
      known.set(each.id, each)
    })
    const ids = new Set<string>()
    requirements.forEach(({ id, clause: of }, at) => {
      if (ids.has(id)) fault(['requirements', at, 'id'], 'compliance.tree.twice')
      if (!known.get(of)?.chapter) fault(['requirements', at, 'clause'], 'compliance.tree.no-clause')
      ids.add(id)
    })
  })
export type RequirementTree = Readonly<z.output<typeof requirementTree>>

/** How a requirement differs from the edition before. */
export const rowChanges = ['added', 'removed', 'renumbered', 'reworded', 'level', 'moved'] as const
export type RowChange = (typeof rowChanges)[number]

export interface TreeChange {
  readonly id: string
  readonly changes: readonly RowChange[]
  readonly before: Requirement | null
  readonly after: Requirement | null
}

/** What a new edition changed, in the order of the new one, what was removed last. Rows that are alike are left out. */
export function changesBetween(
  before: Pick<RequirementTree, 'requirements'>,
  after: Pick<RequirementTree, 'requirements'>,
): TreeChange[] {
  const old = new Map(before.requirements.map((row) => [row.id, row]))
  const matched = new Set<string>()
  const kept = after.requirements.flatMap((row): TreeChange[] => {
    const was = counterpart(row, old)
    if (was) matched.add(was.id)
    const changes = was ? changesOf(was, row) : (['added'] as const)
    return changes.length > 0 ? [{ id: row.id, changes, before: was, after: row }] : []
  })
  const gone = before.requirements
    .filter(({ id }) => !matched.has(id))
    .map((row): TreeChange => ({ id: row.id, changes: ['removed'], before: row, after: null }))
  return [...kept, ...gone]
}

function changesOf(before: Requirement, after: Requirement): RowChange[] {
  return [...(before.id === after.id ? [] : (['renumbered'] as const)), ...differences(before, after)]
}

/** The row of an earlier edition that a row continues, under the same id or one that it had. */
export function counterpart(row: Requirement, old: ReadonlyMap<string, Requirement>): Requirement | null {
  for (const id of [row.id, ...(row.formerly ?? [])]) {
    const found = old.get(id)
    if (found) return found
  }
  return null
}

/** What was changed of a row that both editions have; `moved` is its clause or subsystem. */
export function differences(before: Requirement, after: Requirement): RowChange[] {
  const wording = ({ text, question }: Requirement) =>
    [text.zh, text.en, question?.zh ?? '', question?.en ?? ''].join('\n')
  const isMoved = before.clause !== after.clause || before.subsystem !== after.subsystem
  return [
    ...(wording(before) === wording(after) ? [] : (['reworded'] as const)),
    ...(before.level === after.level ? [] : (['level'] as const)),
    ...(isMoved ? (['moved'] as const) : []),
  ]
}
