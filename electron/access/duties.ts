import type { ReadContext, WriteContext } from '#electron/kernel/context'
import { duties, type RefusingKey } from '#shared/access/duties'
import { type Facts, Refusal } from '#shared/kernel/refusal'

import { isSinglePerson } from './alone.ts'

type Asking = Pick<ReadContext, 'db' | 'user' | 'standsInFor'>
type Looking = Asking & Partial<Pick<WriteContext, 'looked' | 'note'>>

/** Everybody in whose name the request acts: who asks, and for whom he stands in. */
export function actingUsers({ user, standsInFor }: Pick<ReadContext, 'user' | 'standsInFor'>): string[] {
  return [user, standsInFor].filter((each) => each !== null)
}

/** Whether the request would decide on what one of these users did. */
export function isOwnWork(asking: Asking, by: readonly (string | null)[]): boolean {
  return actingUsers(asking).some((user) => by.includes(user))
}

interface Work {
  /** The users who wrote, submitted or carried out what is decided on. */
  readonly by: readonly (string | null)[]
  /** Why who is alone decides on own work. */
  readonly reason: string | null
  /** What the refusal tells besides. */
  readonly facts?: Facts
}
/**
 * Refuses that somebody decides on own work, also in the name of whom he stands in for. Who is alone in the plant may, and
 * says why; the trail then notes the duty.
 *
 * @returns the reason where it is own work, else null.
 * @throws Refusal with the codes that the duty declares.
 */
export function refuseOwnWork(
  context: Looking,
  duty: RefusingKey,
  { by, reason, facts = {} }: Work,
): string | null {
  context.looked?.(duty)
  if (!isOwnWork(context, by)) return null
  const { refusal, alone } = duties[duty]
  if (!isSinglePerson(context.db)) throw new Refusal(refusal, facts)
  if (reason === null && alone !== null) throw new Refusal(alone, facts)
  context.note?.({ code: 'access.alone', duty, reason: reason ?? '' })
  return reason
}
