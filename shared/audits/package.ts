import { z } from 'zod'

import { personId } from '#shared/access/model'
import { facts } from '#shared/kernel/finding'
import { idOf } from '#shared/kernel/id'
import { instant } from '#shared/kernel/period'
import { recordRef } from '#shared/kernel/record'

import { audit, auditId, member, session } from './audit.ts'
import { answer, type Answer, item, itemId, type ItemId, quote } from './checklist.ts'
import { sampleInput } from './sample.ts'

export const packageId = idOf<'audit-package'>()
export type PackageId = z.output<typeof packageId>
export const clashId = idOf<'audit-clash'>()

/** The fields of an answer that two auditors can write differently. */
export const answerFields = ['verdict', 'note', 'interviewed', 'place', 'department', 'basis'] as const
export type AnswerField = (typeof answerFields)[number]
export type AnswerFacts = Pick<Answer, AnswerField>
const unanswered: AnswerFacts = {
  verdict: null,
  note: '',
  interviewed: '',
  place: '',
  department: '',
  basis: [],
}

export interface Merged {
  readonly facts: AnswerFacts
  /** Fields in which something of theirs came in. */
  readonly taken: readonly AnswerField[]
  /** Fields that both changed, differently; they stay as ours until somebody chooses. */
  readonly clashes: readonly AnswerField[]
}

/**
 * Merges what came back with what was written meanwhile, field by field, against what went out. What one side alone
 * changed is taken; what both changed alike stands; what both changed differently clashes.
 */
export function mergeAnswers(
  base: AnswerFacts | null,
  ours: AnswerFacts | null,
  theirs: AnswerFacts | null,
): Merged {
  const [from, own, other] = [base ?? unanswered, ours ?? unanswered, theirs ?? unanswered]
  const isSame = (a: AnswerFacts, b: AnswerFacts, field: AnswerField) =>
    JSON.stringify(normal(a[field])) === JSON.stringify(normal(b[field]))
  const changed = answerFields.filter((field) => !isSame(from, other, field) && !isSame(own, other, field))
  const taken = changed.filter((field) => isSame(from, own, field))
  const clashes = changed.filter((field) => !isSame(from, own, field))
  const taking = Object.fromEntries(taken.map((field) => [field, other[field]]))
  return { facts: { ...own, ...taking }, taken, clashes }
}
/** What it rests on is a set: its order says nothing. */
function normal(value: AnswerFacts[AnswerField]): unknown {
  return Array.isArray(value) ? value.toSorted() : value
}

const answered = answer.extend({ item: itemId, answeredByName: z.string() })
const keptQuote = quote.extend({ takenByName: z.string() })
const keptFile = z.object({
  id: z.uuid(),
  record: recordRef,
  sha256: z.string().length(64),
  name: z.string().min(1).max(300),
  size: z.int().nonnegative(),
  note: z.string().nullable(),
  attachedAt: instant,
})
export type PackedFile = Readonly<z.output<typeof keptFile>>
const staff = z.object({
  personId,
  name: z.string().nullable(),
  department: z.string().nullable(),
  position: z.string().nullable(),
})
export const broughtSignal = z.object({
  item: itemId,
  isMet: z.boolean(),
  code: z.string(),
  facts,
  records: z.array(recordRef),
})
export const broughtRecord = z.object({
  record: recordRef,
  title: z.string(),
  snapshot: z.string(),
  sha256: z.string().length(64),
})

/** What goes out: one audit, or the part of one auditor, with all that is needed to answer its questions elsewhere. */
export const outgoing = z.object({
  id: packageId,
  audit,
  organization: z.string(),
  auditor: personId.nullable(),
  people: z.array(staff),
  members: z.array(member),
  sessions: z.array(session),
  items: z.array(item),
  /** Answers as they stood: what comes back is merged against them. */
  answers: z.array(answered),
  samples: z.array(z.object({ item: itemId, ...sampleInput.shape, drawnBy: z.string(), drawnAt: instant })),
  signals: z.array(broughtSignal),
  records: z.array(broughtRecord),
  files: z.array(keptFile),
})
export type Outgoing = Readonly<z.output<typeof outgoing>>

/** What comes back. */
export const returning = z.object({
  id: packageId,
  answersTo: packageId,
  audit: auditId,
  auditor: personId.nullable(),
  auditorName: z.string(),
  answers: z.array(answered),
  quotes: z.array(keptQuote),
  samples: outgoing.shape.samples,
  files: z.array(keptFile),
})
export type Returning = Readonly<z.output<typeof returning>>

/** A package as the page of its audit lists it. */
export const shownPackage = z.object({
  id: packageId,
  direction: z.enum(['sent', 'received', 'returned', 'merged']),
  answersTo: packageId.nullable(),
  auditorName: z.string(),
  items: z.int(),
  device: z.string(),
  headSeq: z.int(),
  headHash: z.string(),
  /** Fields that were taken over from it. */
  taken: z.int(),
  madeBy: z.string(),
  madeAt: instant,
})

/** One field that both sides wrote differently, side by side. */
export const clash = z.object({
  id: clashId,
  item: itemId,
  requirement: z.string(),
  field: z.enum(answerFields),
  base: z.unknown(),
  ours: z.unknown(),
  oursBy: z.string().nullable(),
  oursAt: instant.nullable(),
  theirs: z.unknown(),
  theirsBy: z.string(),
  theirsAt: instant,
  choice: z.enum(['ours', 'theirs']).nullable(),
  chosenBy: z.string().nullable(),
  chosenAt: instant.nullable(),
})
export type Clash = Readonly<z.output<typeof clash>>

/** The facts of an answer alone. */
export function factsOf({ verdict, note, interviewed, place, department, basis }: AnswerFacts): AnswerFacts {
  return { verdict, note, interviewed, place, department, basis }
}
/** Answers by question, as a package keeps them for the merge that comes later. */
export type Base = Readonly<Record<ItemId, AnswerFacts>>
