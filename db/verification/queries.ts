import { and, asc, desc, eq } from 'drizzle-orm'

import type { ReadDb } from '#db/kernel/access'
import type { Body, BodyId, StatementFacts, StatementId } from '#shared/verification/body'
import type { CaseId, CaseStep, ItemAnswer, StepId, VerificationCase } from '#shared/verification/case'
import { type Entry, type Request, type RequestId, stateAfter } from '#shared/verification/request'

import { bodies, cases, entries, items, merges, packages, requests, statements, steps } from './tables.ts'

/** Every case, the newest first. */
export function casesOf(db: ReadDb): VerificationCase[] {
  return db.select().from(cases).orderBy(desc(cases.startsOn), desc(cases.number)).all()
}
export function caseById(db: ReadDb, id: CaseId): VerificationCase | undefined {
  return db.select().from(cases).where(eq(cases.id, id)).all()[0]
}

/** The steps of a case in the order in which they are worked, all rounds. */
export function stepsOf(db: ReadDb, id: CaseId): CaseStep[] {
  return db
    .select()
    .from(steps)
    .where(eq(steps.case, id))
    .orderBy(asc(steps.sequence))
    .all()
    .map(({ changedBy: _by, changedAt: _at, ...step }) => step)
}
export function stepById(db: ReadDb, id: StepId): CaseStep | undefined {
  const [found] = db.select({ case: steps.case }).from(steps).where(eq(steps.id, id)).all()
  return found && stepsOf(db, found.case).find((step) => step.id === id)
}
export function answersOfStep(db: ReadDb, id: StepId): ItemAnswer[] {
  return db
    .select({ item: items.item, answer: items.answer, tier: items.tier, flag: items.flag, note: items.note })
    .from(items)
    .where(eq(items.step, id))
    .orderBy(asc(items.item))
    .all()
}

export function bodiesOf(db: ReadDb): Body[] {
  return db
    .select()
    .from(bodies)
    .orderBy(asc(bodies.name), asc(bodies.id))
    .all()
    .map(({ changedBy: _by, changedAt: _at, ...body }) => body)
}
export function bodyById(db: ReadDb, id: BodyId): Body | undefined {
  return bodiesOf(db).find((body) => body.id === id)
}

/** What the verifier raised in a case, with every word said on it. */
export function requestsOf(db: ReadDb, id: CaseId): Request[] {
  return db
    .select()
    .from(requests)
    .where(eq(requests.case, id))
    .orderBy(asc(requests.number))
    .all()
    .map(({ line: _line, madeBy: _by, madeAt: _at, ...request }) => {
      const said = entriesOf(db, request.id)
      return { ...request, entries: said, state: stateAfter(said) }
    })
}
function entriesOf(db: ReadDb, id: RequestId): Entry[] {
  return db
    .select()
    .from(entries)
    .where(eq(entries.request, id))
    .orderBy(asc(entries.madeAt), asc(entries.id))
    .all()
    .map(({ request: _of, line: _line, madeAt: _at, ...entry }) => entry)
}
export function requestById(db: ReadDb, id: RequestId): Request | undefined {
  const [found] = db.select({ case: requests.case }).from(requests).where(eq(requests.id, id)).all()
  return found && requestsOf(db, found.case).find((request) => request.id === id)
}

/** What came in one line of a file before, as request or as word on one; null while the line is new. */
export function lineKnown(
  db: ReadDb,
  id: CaseId,
  line: string,
): { readonly request: RequestId; readonly texts: readonly string[] } | null {
  const [raised] = db
    .select()
    .from(requests)
    .where(and(eq(requests.case, id), eq(requests.line, line)))
    .all()
  const said = db
    .select({ request: entries.request, text: entries.text })
    .from(entries)
    .innerJoin(requests, eq(entries.request, requests.id))
    .where(and(eq(requests.case, id), eq(entries.line, line)))
    .all()
  const request = raised?.id ?? said[0]?.request
  if (request === undefined) return null
  return { request, texts: [...(raised ? [raised.text] : []), ...said.map(({ text }) => text)] }
}

export interface StatementRow extends StatementFacts {
  readonly id: StatementId
  readonly madeBy: string
  readonly madeAt: string
}
/** What was stated in a case, the newest first. */
export function statementsOf(db: ReadDb, id: CaseId): StatementRow[] {
  return db
    .select()
    .from(statements)
    .where(eq(statements.case, id))
    .orderBy(desc(statements.madeAt), desc(statements.id))
    .all()
    .map(({ case: _case, ...statement }) => statement)
}

/** Packages handed over, the newest first. */
export function packagesOf(db: ReadDb, id: CaseId): (typeof packages.$inferSelect)[] {
  return db
    .select()
    .from(packages)
    .where(eq(packages.case, id))
    .orderBy(desc(packages.madeAt), desc(packages.id))
    .all()
}
export function packageBySeal(db: ReadDb, seal: string): typeof packages.$inferSelect | undefined {
  return db.select().from(packages).where(eq(packages.seal, seal)).all()[0]
}
/** Files that came back, the newest first. */
export function mergesOf(db: ReadDb, id: CaseId): (typeof merges.$inferSelect)[] {
  return db
    .select()
    .from(merges)
    .where(eq(merges.case, id))
    .orderBy(desc(merges.madeAt), desc(merges.id))
    .all()
}
/** SHA-256 of every file that came back, which the evidence store has to keep. */
export function mergedFiles(db: ReadDb): string[] {
  return db
    .selectDistinct({ file: merges.file })
    .from(merges)
    .all()
    .map(({ file }) => file)
}
