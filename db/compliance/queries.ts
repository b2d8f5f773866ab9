import { and, asc, desc, eq, lte } from 'drizzle-orm'

import type { ReadDb } from '#db/kernel/access'
import type { Assignment, Judgement } from '#shared/compliance/conformity'
import type { Progress } from '#shared/compliance/progress'
import { requirementTree, type RequirementTree } from '#shared/compliance/tree'

import { adoptions, assignments, judgements, progress, trees } from './tables.ts'

/** The trees that were brought in as files, in the order in which they came. */
export function ownTrees(db: ReadDb): RequirementTree[] {
  return db
    .select({ body: trees.body })
    .from(trees)
    .orderBy(asc(trees.madeAt))
    .all()
    .map(({ body }) => requirementTree.parse(JSON.parse(body)))
}
/** What tells whether they are still those read before, without reading them. */
export function treesStamp(db: ReadDb): string {
  return db
    .select({ sha256: trees.sha256 })
    .from(trees)
    .orderBy(asc(trees.madeAt))
    .all()
    .map(({ sha256 }) => sha256)
    .join(' ')
}

/** The edition that each tree is gone by; null for one laid aside; a tree that nobody decided on is not in it. */
export function adoptedEditions(db: ReadDb): ReadonlyMap<string, string | null> {
  return new Map(
    db
      .select({ tree: adoptions.tree, edition: adoptions.edition })
      .from(adoptions)
      .orderBy(asc(adoptions.id))
      .all()
      .map(({ tree, edition }) => [tree, edition]),
  )
}

/** Judgements of a tree that stand, newest first; the first of a requirement counts. */
export function standingJudgements(db: ReadDb, tree: string): Judgement[] {
  return judgementsOf(db, tree).filter(({ withdrawnAt }) => withdrawnAt === null)
}
/** Every judgement there ever was of a tree, or of one of its requirements, newest first. */
export function judgementsOf(db: ReadDb, tree: string, requirement?: string): Judgement[] {
  const one = requirement === undefined ? undefined : eq(judgements.requirement, requirement)
  return db
    .select()
    .from(judgements)
    .where(and(eq(judgements.tree, tree), one))
    .orderBy(desc(judgements.id))
    .all()
}

export function judgementById(db: ReadDb, id: Judgement['id']): Judgement | undefined {
  return db.select().from(judgements).where(eq(judgements.id, id)).all()[0]
}

/** Who sees to which requirement of a tree. */
export function assignmentsOf(db: ReadDb, tree: string): Assignment[] {
  return db
    .select({
      requirement: assignments.requirement,
      person: assignments.person,
      dueOn: assignments.dueOn,
      step: assignments.step,
    })
    .from(assignments)
    .where(eq(assignments.tree, tree))
    .all()
}
export function hasAssignments(db: ReadDb): boolean {
  return db.select({ tree: assignments.tree }).from(assignments).limit(1).all().length > 0
}

/** How a tree stood, on the days on which that changed, up to a day. */
export function progressOf(db: ReadDb, tree: string, until: string): Progress[] {
  return db
    .select({ day: progress.day, counts: progress.counts })
    .from(progress)
    .where(and(eq(progress.tree, tree), lte(progress.day, until)))
    .orderBy(asc(progress.day))
    .all()
}
