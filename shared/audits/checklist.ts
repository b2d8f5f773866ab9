import { z } from 'zod'

import { level, type Level, requirementId, weightOf, weights } from '#shared/compliance/tree'
import { evidenceKind } from '#shared/kernel/evidence-kinds'
import { facts } from '#shared/kernel/finding'
import { idOf } from '#shared/kernel/id'
import { instant } from '#shared/kernel/period'
import { recordRef } from '#shared/kernel/record'
import { subsystem } from '#shared/kernel/subsystem'

import { sample } from './sample.ts'
import { clause } from './scope.ts'

export const itemId = idOf<'audit-item'>()
export type ItemId = z.output<typeof itemId>
export const quoteId = idOf<'audit-quote'>()

/** In the order of the keys 1 to 5, and 0 for what was not looked at although it was asked. */
export const verdicts = [
  'conforming',
  'minor',
  'major',
  'observation',
  'not-applicable',
  'not-looked-at',
] as const
export const verdict = z.enum(verdicts)
export type Verdict = (typeof verdicts)[number]
/** What becomes a nonconformity or at least something to improve. */
export const findingVerdicts = ['major', 'minor', 'observation'] as const satisfies readonly Verdict[]
export function isFinding(of: Verdict | null): of is (typeof findingVerdicts)[number] {
  return findingVerdicts.some((each) => each === of)
}

const both = z.object({ zh: z.string(), en: z.string() })
/** A question of the checklist, as the edition of the requirements put it when the list was made. */
export const item = z.object({
  id: itemId,
  position: z.int(),
  requirement: requirementId,
  clause,
  level,
  subsystem,
  title: both,
  require: both,
  question: both,
  evidence: z.array(evidenceKind),
})
export type Item = Readonly<z.output<typeof item>>

const note = z.string().trim().max(8000)
export const answerInput = z.object({
  item: itemId,
  verdict: verdict.nullable(),
  note,
  /** Who was asked, and where it was seen. */
  interviewed: z.string().trim().max(300),
  place: z.string().trim().max(300),
  /** Whose it is to mend. */
  department: z.string().trim().max(100),
  /** What kind of evidence it rests on: what was said, seen on site, or recorded. */
  basis: z.array(z.enum(['interview', 'site', 'record'])).max(3),
  /** True once it was asked whether what only should be is a nonconformity indeed. */
  isConfirmed: z.boolean(),
})
export type AnswerInput = Readonly<z.output<typeof answerInput>>
export const answer = answerInput.omit({ item: true, isConfirmed: true }).extend({
  answeredBy: z.string().nullable(),
  answeredAt: instant,
})
export type Answer = Readonly<z.output<typeof answer>>

/** What of a record the auditor saw, kept as it stood: canonical JSON under its SHA-256. */
export const quote = z.object({
  id: quoteId,
  item: itemId,
  record: recordRef,
  title: z.string(),
  sha256: z.string(),
  snapshot: z.string(),
  takenBy: z.string(),
  takenAt: instant,
})
export type Quote = Readonly<z.output<typeof quote>>

/** What was said anew of an answer after the report was signed. */
export const correction = z.object({
  item: itemId,
  verdict,
  note,
  reason: z.string().trim().min(1).max(1000),
  madeBy: z.string(),
  madeAt: instant,
})
export type Correction = Readonly<z.output<typeof correction>>

/** What the records say of what is asked, and the records themselves. */
export const expected = z.object({
  isMet: z.boolean(),
  code: z.string(),
  facts,
  path: z.string(),
  records: z.array(z.object({ record: recordRef, title: z.string(), path: z.string() })),
})
export type Expected = Readonly<z.output<typeof expected>>

/** A question with what was answered, for the list and for the walk through it. */
export const listedItem = item.extend({
  answer: answer.nullable(),
  sample: sample.nullable(),
  quotes: z.int(),
  photos: z.int(),
  /** The nonconformity that it became. */
  raised: z.object({ record: recordRef, number: z.string().nullable(), path: z.string() }).nullable(),
  /** Departments and auditors that the timetable sets down for its clause. */
  departments: z.array(z.string()),
  auditors: z.array(z.string()),
})
export type ListedItem = Readonly<z.output<typeof listedItem>>

/** What must be first, then what should be and may be; within that in the order of the standard. */
export function inOrder<I extends { readonly level: Level }>(items: readonly I[]): I[] {
  return weights.flatMap((weight) => items.filter(({ level: of }) => weightOf(of) === weight))
}

/** Whether a verdict asks back: what is not demanded can hardly be a nonconformity. */
export function asksBack(of: Level, given: Verdict | null): boolean {
  return (given === 'major' || given === 'minor') && weightOf(of) !== 'must'
}

/** How far the looking has come. */
export const progress = z.object({
  items: z.int(),
  /** With a verdict that says something. */
  looked: z.int(),
  left: z.int(),
  findings: z.object({ major: z.int(), minor: z.int(), observation: z.int() }),
})
export type AuditProgress = Readonly<z.output<typeof progress>>
type Judged = Pick<ListedItem, 'clause' | 'answer'>

export function wasLooked({ answer: given }: Pick<ListedItem, 'answer'>): boolean {
  return given !== null && given.verdict !== null && given.verdict !== 'not-looked-at'
}
export function progressOf(items: readonly Judged[]): AuditProgress {
  const looked = items.filter(wasLooked).length
  const count = (of: Verdict) => items.filter(({ answer: given }) => given?.verdict === of).length
  return {
    items: items.length,
    looked,
    left: items.length - looked,
    findings: { major: count('major'), minor: count('minor'), observation: count('observation') },
  }
}

/** Clause by clause: how many questions, how many looked at, and what was found. */
export const coverageRow = z.object({ clause: z.string(), ...progress.shape })
export type CoverageRow = Readonly<z.output<typeof coverageRow>>
export function coverageOf(items: readonly Judged[]): CoverageRow[] {
  return [...Map.groupBy(items, (each) => each.clause)]
    .map(([of, own]) => ({ clause: of, ...progressOf(own) }))
    .toSorted((a, b) => byClause(a.clause, b.clause))
}

/** The order of the standard: chapters by number, the annexes after them. */
export function byClause(a: string, b: string): number {
  const parts = (of: string) => of.split('.').map((part) => (/^\d+$/.test(part) ? Number(part) : part))
  const [left, right] = [parts(a), parts(b)]
  for (let at = 0; at < Math.max(left.length, right.length); at += 1) {
    const [one, other] = [left[at], right[at]]
    if (one === other) continue
    if (one === undefined) return -1
    if (other === undefined) return 1
    if (typeof one === typeof other) return one < other ? -1 : 1
    return typeof one === 'number' ? -1 : 1
  }
  return 0
}
