import { z } from 'zod'

import { finding } from '#shared/kernel/finding'
import { idOf } from '#shared/kernel/id'
import { instant } from '#shared/kernel/period'
import { parameterId, sourceId } from '#shared/monitoring/model'
import { nodeId } from '#shared/organization/model'

export const findingAnswerId = idOf<'finding-answer'>()
export type FindingAnswerId = z.output<typeof findingAnswerId>

/** What a person said to a finding. */
export const findingAnswer = z.object({
  id: findingAnswerId,
  year: z.int(),
  code: z.string(),
  where: z.string(),
  /** SHA-256 over the numbers that it speaks of. */
  fingerprint: z.string(),
  reason: z.string(),
  by: z.string().nullable(),
  at: instant,
})
export type FindingAnswer = Readonly<z.output<typeof findingAnswer>>

/** Where a finding is seen to. */
export const findingPlace = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('cell'), facility: nodeId, parameter: parameterId, month: z.string() }),
  z.object({
    kind: z.literal('data'),
    facility: nodeId.nullable(),
    source: sourceId,
    month: z.string().nullable(),
  }),
  z.object({ kind: z.literal('source'), source: sourceId }),
  z.object({ kind: z.literal('month'), facility: nodeId, month: z.string() }),
  z.object({ kind: z.literal('file'), sha256: z.string() }),
  z.object({ kind: z.literal('page'), path: z.string() }),
])
export type FindingPlace = Readonly<z.output<typeof findingPlace>>

/** What findings are about, in the order of the register. */
export const findingTopics = ['register', 'data', 'evidence', 'inventory'] as const
export type FindingTopic = (typeof findingTopics)[number]

/**
 * `open`: nobody said anything. `answered`: somebody explained the numbers as they are. `changed`: they were explained,
 * and are others now, so that the explanation holds no more.
 */
export const findingStates = ['open', 'changed', 'answered'] as const
export type FindingState = (typeof findingStates)[number]

export const registeredFinding = finding.extend({
  topic: z.enum(findingTopics),
  state: z.enum(findingStates),
  fingerprint: z.string(),
  /** The sentence, in the language that was asked for. */
  words: z.string(),
  /** What it stands at, by the name that people use: a parameter, a source, a file. */
  subject: z.string(),
  /** `2025-03`, or `2025`; empty where it is about no period. */
  period: z.string(),
  place: findingPlace.nullable(),
  answer: findingAnswer.nullable(),
})
export type RegisteredFinding = Readonly<z.output<typeof registeredFinding>>

/** An answer whose finding is gone: it was mended. */
export const settledFinding = findingAnswer.extend({ words: z.string() })
export type SettledFinding = Readonly<z.output<typeof settledFinding>>

/** What stands for whom at the top of the register. */
export function countsOf(findings: readonly Pick<RegisteredFinding, 'state' | 'severity'>[]) {
  const open = findings.filter(({ state }) => state !== 'answered')
  return {
    blocking: open.filter(({ severity }) => severity === 'blocks-report').length,
    explain: open.filter(({ severity }) => severity === 'explain').length,
    note: open.filter(({ severity }) => severity === 'note').length,
    answered: findings.length - open.length,
  }
}

/** How a finding stands to what was said about it. */
export function stateOf(
  fingerprint: string,
  answer: Pick<FindingAnswer, 'fingerprint'> | null,
): FindingState {
  if (answer === null) return 'open'
  return answer.fingerprint === fingerprint ? 'answered' : 'changed'
}
