import { z } from 'zod'

import { personId } from '#shared/access/model'
import { idOf } from '#shared/kernel/id'
import { day, instant } from '#shared/kernel/period'
import type { RequirementSignal } from '#shared/kernel/signal'

import { editionId, type Requirement, requirementId, treeId, weightOf } from './tree.ts'

export const judgementId = idOf<'judgement'>()
export type JudgementId = z.output<typeof judgementId>
/** What a person says of a requirement: not done, partly, wholly, or that it does not apply here. */
export const judgementStates = ['none', 'partial', 'full', 'not-applicable'] as const
export type JudgementState = (typeof judgementStates)[number]

const said = z.object({
  state: z.enum(judgementStates),
  reason: z.string().trim().min(1).max(2000).nullable(),
  note: z.string().trim().min(1).max(4000).nullable(),
  judgedOn: day,
})
/** A requirement leaves the score with a reason only. */
export const judgementInput = said
  .extend({ tree: treeId, requirements: z.array(requirementId).min(1).max(5000) })
  .refine(({ state, reason }) => state !== 'not-applicable' || reason !== null, {
    path: ['reason'],
    message: 'compliance.judge.reason-wanted',
  })
export type JudgementInput = Readonly<z.output<typeof judgementInput>>

/** A judgement is never changed: a later one takes its place, or it is taken back, and both are seen. */
export const judgement = said.extend({
  id: judgementId,
  tree: treeId,
  requirement: requirementId,
  /** The edition whose wording was judged. */
  edition: editionId,
  madeBy: z.string(),
  madeAt: instant,
  withdrawnBy: z.string().nullable(),
  withdrawnAt: instant.nullable(),
})
export type Judgement = Readonly<z.output<typeof judgement>>

/** Who sees to a requirement, until when, and what comes next. */
export const assignment = z.object({
  requirement: requirementId,
  person: personId,
  dueOn: day.nullable(),
  step: z.string().trim().min(1).max(1000).nullable(),
})
export type Assignment = Readonly<z.output<typeof assignment>>

/**
 * What the records say of a requirement. `silent`: no register speaks of it; `missing`: there is nothing yet;
 * `failing`: there are records, and they do not hold; `part`: some of the records that it rests on are in order;
 * `present`: all of them are, and whether they meet it is for a person to judge; `shown`: they show it by themselves.
 */
export const recordWords = ['silent', 'missing', 'failing', 'part', 'present', 'shown'] as const
export type RecordWord = (typeof recordWords)[number]

export const conformityStates = [
  'not-started',
  'in-place',
  'conforming',
  'nonconforming',
  'not-applicable',
] as const
export type ConformityState = (typeof conformityStates)[number]

/** The signals that speak of a requirement. Ids are those of the standard itself; kinds of evidence hold in every tree. */
export function signalsAbout(
  { id, evidence, subsystem }: Requirement,
  signals: readonly RequirementSignal[],
  byId: boolean,
): RequirementSignal[] {
  return signals.filter(({ about }) =>
    'requirement' in about
      ? byId && about.requirement === id
      : evidence.includes(about.evidence) && (about.subsystem === 'all' || about.subsystem === subsystem),
  )
}

/** Where several signals speak of a requirement, all must be met; a kind of evidence of which none speaks is open. */
export function wordOfRecords(
  { evidence, byRecord = false }: Pick<Requirement, 'evidence' | 'byRecord'>,
  signals: readonly RequirementSignal[],
): RecordWord {
  if (signals.length === 0) return 'silent'
  const unmet = signals.filter(({ isMet }) => !isMet)
  if (unmet.some(({ records }) => records.length > 0)) return 'failing'
  if (unmet.length === signals.length) return 'missing'
  if (unmet.length > 0) return 'part'
  if (signals.some(({ about }) => 'requirement' in about)) return 'shown'
  const kinds = new Set(signals.flatMap(({ about }) => ('evidence' in about ? [about.evidence] : [])))
  if (!evidence.every((kind) => kinds.has(kind))) return 'part'
  return byRecord ? 'shown' : 'present'
}

export interface Assessment {
  readonly state: ConformityState
  /** A person and the records say different things; the lower of the two counts until it is settled. */
  readonly isContradicted: boolean
}

/**
 * Joins what the records say with what a person judged. Where no person judged, the records alone decide; where the
 * records are silent, the person does. Of two words that differ the lower counts: a judgement never outweighs a record
 * that fails, and a record never one that a person found wanting.
 */
export function assess(
  requirement: Pick<Requirement, 'level'>,
  says: RecordWord,
  hasUnmet: boolean,
  judged: JudgementState | null,
): Assessment {
  const isOwed = weightOf(requirement.level) === 'must'
  switch (judged) {
    case null:
      return { state: stateByRecords[says], isContradicted: false }
    case 'not-applicable':
      return { state: 'not-applicable', isContradicted: false }
    case 'none':
      return { state: isOwed ? 'nonconforming' : 'not-started', isContradicted: says === 'shown' }
    case 'partial':
      return { state: says === 'failing' ? 'nonconforming' : 'in-place', isContradicted: false }
    case 'full':
      if (says === 'failing') return { state: 'nonconforming', isContradicted: true }
      return hasUnmet
        ? { state: 'in-place', isContradicted: true }
        : { state: 'conforming', isContradicted: false }
  }
}

const stateByRecords: Readonly<Record<RecordWord, ConformityState>> = {
  silent: 'not-started',
  missing: 'not-started',
  failing: 'nonconforming',
  part: 'in-place',
  present: 'in-place',
  shown: 'conforming',
}

/** Whether something is still to be done for a requirement. */
export function isGap({ state }: { readonly state: ConformityState }): boolean {
  return state !== 'conforming' && state !== 'not-applicable'
}
