import { z } from 'zod'

import { inventoryId } from '#shared/accounting/inventory'
import { idOf } from '#shared/kernel/id'
import { day, instant } from '#shared/kernel/period'

import { caseId } from './case.ts'

export const requestId = idOf<'verification-request'>()
export type RequestId = z.output<typeof requestId>

/** What a verifier raises: something asked for, or something found wrong. */
export const requestKinds = ['question', 'finding'] as const
export const severities = ['minor', 'major', 'observation'] as const
/** `answer` and `correction` are the plant's, the others the verifier's. */
export const entryKinds = ['answer', 'correction', 'accepted', 'rejected', 'other-wording'] as const
export type EntryKind = (typeof entryKinds)[number]

const account = z.string().trim().min(1).max(4000)
const name = z.string().trim().min(1).max(200)

export const newRequest = z.object({
  case: caseId,
  kind: z.enum(requestKinds),
  severity: z.enum(severities).nullable(),
  /** What it is about: a place in the package, such as `figures/source/…`, or words. */
  about: z.string().trim().max(300),
  text: account,
  dueOn: day.nullable(),
})
export const newEntry = z.object({
  request: requestId,
  kind: z.enum(entryKinds),
  text: account,
  /** The version in which a correction stands. */
  inventory: inventoryId.nullable(),
})

/** One word said on a request. Entries are only added: who answers twice has answered twice. */
export const entry = z.object({
  id: z.string(),
  kind: z.enum(entryKinds),
  text: z.string(),
  inventory: inventoryId.nullable(),
  /** Name of who said it. */
  by: z.string(),
  at: instant,
  /** SHA-256 of the file it came with; null where it was entered here. */
  file: z.string().nullable(),
  /** The user who entered it, or merged the file; null for what the program did itself. */
  madeBy: z.string().nullable(),
})
export type Entry = Readonly<z.output<typeof entry>>

export const requestStates = ['open', 'answered', 'accepted', 'rejected'] as const
export type RequestState = (typeof requestStates)[number]
export const request = z.object({
  id: requestId,
  case: caseId,
  number: z.int().positive(),
  kind: z.enum(requestKinds),
  severity: z.enum(severities).nullable(),
  about: z.string(),
  text: z.string(),
  by: z.string(),
  at: instant,
  dueOn: day.nullable(),
  file: z.string().nullable(),
  entries: z.array(entry),
  state: z.enum(requestStates),
})
export type Request = Readonly<z.output<typeof request>>

/** How a request stands after what was said on it, the last word that settles or answers counts. */
export function stateAfter(entries: readonly Pick<Entry, 'kind'>[]): RequestState {
  const last = entries.findLast(({ kind }) => kind !== 'other-wording')?.kind
  if (last === 'accepted' || last === 'rejected') return last
  return last === undefined ? 'open' : 'answered'
}

/** One line of the file in which questions, findings and conclusions come back from the verifier. */
export const replyLine = z.object({
  /** Made where the line was written; a table without ids gets them from the contents. */
  id: z.string().min(8).max(100),
  kind: z.enum(['question', 'finding', 'accepted', 'rejected']),
  /** For a conclusion: the number of the request that it settles. */
  request: z.int().positive().nullable(),
  severity: z.enum(severities).nullable(),
  about: z.string().trim().max(300),
  text: account,
  by: name,
  at: instant.nullable(),
})
export type ReplyLine = Readonly<z.output<typeof replyLine>>

export const replyFile = z.object({
  format: z.literal('tanbu-replies/1'),
  /** Seal of the package that was looked at. */
  seal: z.string().regex(/^[0-9a-f]{64}$/),
  lines: z.array(replyLine).max(5000),
})
export type ReplyFile = Readonly<z.output<typeof replyFile>>
