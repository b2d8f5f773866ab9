import { z } from 'zod'

import { language, personId, userId } from '#shared/access/model'
import { idOf } from '#shared/kernel/id'
import { type Day, day, instant, monthsLater } from '#shared/kernel/period'

export const documentId = idOf<'document'>()
export type DocumentId = z.output<typeof documentId>
export const versionId = idOf<'document-version'>()
export type VersionId = z.output<typeof versionId>

/** Where a document stands in the system, from what it says of all down to what was filled in. */
export const levels = ['manual', 'procedure', 'instruction', 'form', 'record'] as const
/** How far a document may be seen, from everybody to few; each grade includes those before it. */
export const grades = ['public', 'internal', 'confidential', 'secret'] as const
export const grade = z.enum(grades)
export type Grade = (typeof grades)[number]
/** Form and medium (7.4.2 b). */
export const carriers = ['electronic', 'paper', 'both'] as const

/** The grade up to which everybody sees the content who may look at documents at all. */
export const usualGrade: Grade = 'internal'

/** Whether somebody cleared up to a grade may see what is of another. */
export function reaches(clearance: Grade, secrecy: Grade): boolean {
  return grades.indexOf(clearance) >= grades.indexOf(secrecy)
}

const line = z.string().trim().max(200)
export const documentFacts = z.object({
  number: line.min(1).max(60),
  title: line.min(1),
  level: z.enum(levels),
  owner: personId,
  department: line.nullable(),
  secrecy: grade,
  carrier: z.enum(carriers),
  /** Months from one review to the next. */
  reviewMonths: z.int().min(1).max(120),
  /** Years that a version is kept after it ended; null: for good. */
  retentionYears: z.int().min(1).max(100).nullable(),
  /** What of the writing that is wanted it is, by its codes (`required.ts`). */
  serves: z.array(z.string().max(60)),
})
export type DocumentFacts = Readonly<z.output<typeof documentFacts>>
/** A number that is left out is given. */
export const newDocument = documentFacts.extend({ number: documentFacts.shape.number.nullable() })
export type NewDocument = Readonly<z.output<typeof newDocument>>

/** How far a version has come on its way. What follows from days is said by {@link stateOf}. */
export const stages = ['draft', 'review', 'approval', 'approved', 'withdrawn'] as const
export type Stage = (typeof stages)[number]
export const stageActs = ['send', 'pass', 'approve', 'return', 'withdraw'] as const
export type StageAct = (typeof stageActs)[number]
/** From which stage an act leads where (7.4.2 c). */
const stageTransitions: Readonly<Record<Stage, Readonly<Partial<Record<StageAct, Stage>>>>> = {
  draft: { send: 'review', withdraw: 'withdrawn' },
  review: { pass: 'approval', return: 'draft' },
  approval: { approve: 'approved', return: 'draft' },
  approved: {},
  withdrawn: {},
}
export function stageAfter(stage: Stage, act: StageAct): Stage | null {
  return stageTransitions[stage][act] ?? null
}
export function isOpenStage(stage: Stage): boolean {
  return stage === 'draft' || stage === 'review' || stage === 'approval'
}

export const versionStates = [
  'draft',
  'review',
  'approval',
  'waiting',
  'in-force',
  'superseded',
  'obsolete',
  'withdrawn',
  'disposed',
] as const
export const versionState = z.enum(versionStates)
export type VersionState = (typeof versionStates)[number]

const file = {
  fileName: z.string(),
  type: z.string(),
  /** In bytes. */
  size: z.int().nonnegative(),
}
/** A version as it is kept. */
export const version = z.object({
  id: versionId,
  document: documentId,
  number: z.int().positive(),
  /** As people call it: `A/0`, `2026`. */
  label: line.min(1).max(30),
  stage: z.enum(stages),
  /** What is new in it and why. */
  change: z.string().trim().max(2000),
  ...file,
  sha256: z.string(),
  /** The template that it was made from, by its code. */
  template: z.string().nullable(),
  language: language.nullable(),
  author: personId,
  reviewer: personId.nullable(),
  approver: personId.nullable(),
  inForceFrom: day.nullable(),
  madeBy: userId,
  madeAt: instant,
  sentAt: instant.nullable(),
  returnReason: z.string().nullable(),
  reviewedBy: userId.nullable(),
  reviewedAt: instant.nullable(),
  reviewNote: z.string().nullable(),
  approvedBy: userId.nullable(),
  approvedAt: instant.nullable(),
  /** Why one person did what two should, who was alone in the plant. */
  aloneReason: z.string().nullable(),
  disposedOn: day.nullable(),
})
export type Version = Readonly<z.output<typeof version>>

interface Ended {
  readonly obsoleteOn: Day | null
}

/** The day on which a later approved version takes over; null while there is none. */
function supersededOn(of: Version, siblings: readonly Version[]): Day | null {
  const later = siblings.flatMap(({ stage, number, inForceFrom }) =>
    stage === 'approved' && number > of.number && inForceFrom !== null ? [inForceFrom] : [],
  )
  return later.toSorted()[0] ?? null
}

/** The day on which an approved version ends, because another takes over or the whole document ends; null while neither is known. */
export function endOf(of: Version, siblings: readonly Version[], { obsoleteOn }: Ended): Day | null {
  if (of.stage !== 'approved') return null
  const days = [supersededOn(of, siblings), obsoleteOn].flatMap((day) => day ?? [])
  return days.toSorted()[0] ?? null
}

/** What a version is on a day. */
export function stateOf(of: Version, siblings: readonly Version[], ended: Ended, today: Day): VersionState {
  if (of.disposedOn !== null) return 'disposed'
  if (of.stage !== 'approved') return of.stage
  const end = endOf(of, siblings, ended)
  if (end !== null && end <= today) return end === supersededOn(of, siblings) ? 'superseded' : 'obsolete'
  return (of.inForceFrom ?? today) > today ? 'waiting' : 'in-force'
}

/** The version that is in force on a day. */
export function inForceOn(versions: readonly Version[], ended: Ended, today: Day): Version | null {
  return versions.find((each) => stateOf(each, versions, ended, today) === 'in-force') ?? null
}
/** The one that is being worked on. */
export function openVersion<V extends Pick<Version, 'stage'>>(versions: readonly V[]): V | null {
  return versions.find(({ stage }) => isOpenStage(stage)) ?? null
}

/** The next review falls so many months after the version came into force or was last found fit. */
export function reviewDueOn(
  { reviewMonths }: Pick<DocumentFacts, 'reviewMonths'>,
  inForce: Version | null,
  reviewedOn: Day | null,
): Day | null {
  const from = inForce?.inForceFrom ?? null
  if (from === null) return null
  return monthsLater(reviewedOn !== null && reviewedOn > from ? reviewedOn : from, reviewMonths)
}

/** The first day on which an ended version may be disposed of; null while it is in use, or kept for good. */
export function retainedUntil(
  { retentionYears }: Pick<DocumentFacts, 'retentionYears'>,
  endedOn: Day | null,
): Day | null {
  if (endedOn === null || retentionYears === null) return null
  return monthsLater(endedOn, retentionYears * 12)
}
