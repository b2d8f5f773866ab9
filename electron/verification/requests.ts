import type { z } from 'zod'

import { userById } from '#db/access/queries'
import { inventoryById } from '#db/accounting/queries'
import { bodyById, requestById, requestsOf } from '#db/verification/queries'
import { entries, requests, statements } from '#db/verification/tables'
import { refuseOwnWork } from '#electron/access/duties'
import type { ReadContext, WriteContext } from '#electron/kernel/context'
import { Refusal } from '#shared/kernel/refusal'
import type { StatementFacts } from '#shared/verification/body'
import type { CaseId } from '#shared/verification/case'
import type { EntryKind, newEntry, newRequest, RequestId } from '#shared/verification/request'

import { requireOpen } from './cases.ts'

/** What the plant says on a request, and what the verifier says. */
export const plantEntries: readonly EntryKind[] = ['answer', 'correction']
export const verifierEntries: readonly EntryKind[] = ['accepted', 'rejected']

/** Where words come from that were not typed here: the file, its line, and who said them when. */
export interface Spoken {
  readonly by: string
  readonly at: string
  readonly line: string | null
  readonly file: string | null
}

/** What a person of this plant says now. */
function spokenHere({ db, user, now }: Pick<ReadContext, 'db' | 'user' | 'now'>): Spoken {
  const by = user === null ? undefined : userById(db, user)
  return { by: by?.name ?? '', at: now, line: null, file: null }
}

type NewRequest = z.output<typeof newRequest>
export function raise(
  context: WriteContext,
  facts: NewRequest,
  spoken: Spoken = spokenHere(context),
): RequestId {
  const { db, newId, user, now } = context
  requireOpen(context, facts.case)
  const id: RequestId = newId<'verification-request'>()
  const last = requestsOf(db, facts.case).at(-1)
  db.insert(requests)
    .values({ id, number: (last?.number ?? 0) + 1, ...facts, ...spoken, madeBy: user, madeAt: now })
    .run()
  return id
}

type NewEntry = z.output<typeof newEntry>
/**
 * Adds a word to a request. Nothing that was said goes away.
 *
 * @throws Refusal `verification.no-such-request`, `verification.not-yours-to-say`.
 */
export function say(
  context: WriteContext,
  { request: id, kind, text, inventory }: NewEntry,
  allowed: readonly EntryKind[],
  spoken: Spoken = spokenHere(context),
): void {
  const { db, newId, user, now } = context
  const request = requestById(db, id)
  if (!request) throw new Refusal('verification.no-such-request')
  requireOpen(context, request.case)
  if (!allowed.includes(kind)) throw new Refusal('verification.not-yours-to-say')
  if (inventory !== null && !inventoryById(db, inventory))
    throw new Refusal('accounting.unknown-inventory', { id: inventory })
  db.insert(entries)
    .values({
      id: newId<'verification-entry'>(),
      request: id,
      kind,
      text,
      inventory,
      ...spoken,
      madeBy: user,
      madeAt: now,
    })
    .run()
}

/**
 * Concludes on what was answered. Who is alone concludes on own answers too; the words are then the reason.
 *
 * @throws Refusal `verification.own-answer`, and as `say` does.
 */
export function settle(context: WriteContext, said: NewEntry): void {
  const request = requestById(context.db, said.request)
  const answers = request?.entries.filter(({ kind }) => plantEntries.includes(kind)) ?? []
  refuseOwnWork(context, 'answering', {
    by: answers.map(({ madeBy }) => madeBy),
    reason: said.text,
    facts: { number: request?.number ?? '' },
  })
  say(context, said, verifierEntries)
}

/** Keeps what a verifier states. A later statement does not replace it: both stay, the newest stands first. */
export function addStatement(
  context: WriteContext,
  { case: of, ...facts }: StatementFacts & { readonly case: CaseId },
): void {
  const { db, newId, user, now } = context
  requireOpen(context, of)
  if (!bodyById(db, facts.body)) throw new Refusal('verification.no-such-body')
  db.insert(statements)
    .values({
      id: newId<'verification-statement'>(),
      case: of,
      ...facts,
      madeBy: user ?? 'system',
      madeAt: now,
    })
    .run()
}
