import { z } from 'zod'

import { exportId, exportKinds, targetId } from '#shared/exchange/model'
import { facts } from '#shared/kernel/finding'
import { type Id, idOf } from '#shared/kernel/id'
import { instant } from '#shared/kernel/period'

import { targetKinds } from './target.ts'
import { isOfTarget } from './trouble.ts'

export type DeliveryId = Id<'delivery'>
export const deliveryId = idOf<'delivery'>()

/** `waiting` is sent as soon as it can be; `failed` waits for a person; `conflict`: another file has its name there. */
export const storedStates = ['waiting', 'paused', 'delivered', 'failed', 'conflict', 'cancelled'] as const
export type StoredState = (typeof storedStates)[number]
export const deliveryStates = [...storedStates, 'sending'] as const

/** Later, in order, first. */
export const priorities = [0, 1, 2] as const
export type Priority = (typeof priorities)[number]
export const priority = z.union(priorities.map((each) => z.literal(each)))

/** A name for a file in a folder of any system: no separators, no signs that Windows refuses, no dot or space at the end. */
export const fileName = z
  .string()
  .min(1)
  .max(200)
  .regex(/^[^\\/:*?"<>|\p{Cc}]+$/u)
  .regex(/^[^.\s].*[^.\s]$|^[^.\s]$/u)

/** An export on its way to a target. `trouble` is the code of what last went wrong, with its facts. */
export const delivery = z.object({
  id: deliveryId,
  exportId,
  kind: z.enum(exportKinds),
  /** Name at the target. */
  name: z.string(),
  targetId,
  targetName: z.string(),
  targetKind: z.enum(targetKinds),
  state: z.enum(deliveryStates),
  priority,
  position: z.int(),
  /** In bytes: of what is sent, once that is known, and how much of it is there. */
  size: z.int(),
  sent: z.int(),
  attempts: z.int(),
  nextAttemptAt: instant.nullable(),
  trouble: z.string().nullable(),
  facts: facts.nullable(),
  /** The receipt: where it lies, and the hash that was read back there. */
  place: z.string().nullable(),
  sha256: z.string().nullable(),
  deliveredAt: instant.nullable(),
  askedAt: instant,
})
export type Delivery = Readonly<z.output<typeof delivery>>

/** What is on its way this moment, in bytes. */
export const underWay = z.object({ id: deliveryId, sent: z.int(), size: z.int() })
export type UnderWay = Readonly<z.output<typeof underWay>>

/** What of a delivery decides when it is its turn. */
export type Queued = Pick<
  Delivery,
  'id' | 'priority' | 'position' | 'trouble' | 'nextAttemptAt' | 'attempts'
> & {
  readonly state: StoredState
}

/** Milliseconds between two attempts at the longest: a stick that is plugged in is noticed by then. */
export const longestRest = 5 * 60_000
const shortestRest = 4_000

/**
 * Milliseconds to rest after the `attempts`-th attempt failed: twice as long each time, up to {@link longestRest}, and
 * up to a quarter more by `chance` in [0, 1), so that ten plants do not knock at once when the group's server is back.
 */
export function restAfter(attempts: number, chance: number): number {
  const rest = Math.min(longestRest * 0.8, shortestRest * 2 ** Math.min(attempts - 1, 20))
  return Math.round(rest * (1 + chance / 4))
}

/**
 * Whose turn it is at one target: what is first comes first, else in the order asked. What rests after a passing
 * trouble, and what failed for a reason of the target's own, holds up those behind it, since they would overtake it or
 * meet the same; a conflict, a pause and a file that is itself the trouble hold up nobody.
 *
 * @param now in milliseconds; null when asked by hand, which waits for no rest.
 */
export function nextOf(queue: readonly Queued[], now: number | null): DeliveryId | null {
  const [head] = inOrder(queue).filter(
    ({ state, trouble }) =>
      state === 'waiting' || (state === 'failed' && trouble !== null && isOfTarget(trouble)),
  )
  if (head?.state !== 'waiting') return null
  return now === null || !rests(head, now) ? head.id : null
}

/** The order in which a target is sent to. */
export function inOrder<T extends Pick<Queued, 'priority' | 'position'>>(queue: readonly T[]): T[] {
  return queue.toSorted((a, b) => b.priority - a.priority || a.position - b.position)
}

/** A clock that was set back must not make a rest of years. */
function rests({ nextAttemptAt }: Queued, now: number): boolean {
  if (nextAttemptAt === null) return false
  const left = Date.parse(nextAttemptAt) - now
  return left > 0 && left <= longestRest
}

/** `name (2).ext`, or the first number that is free. */
export function freeName(name: string, isTaken: (name: string) => boolean): string {
  if (!isTaken(name)) return name
  const dot = name.lastIndexOf('.')
  const [base, ending] = dot > 0 ? [name.slice(0, dot), name.slice(dot)] : [name, '']
  for (let number = 2; ; number += 1) {
    const other = `${base} (${number})${ending}`
    if (!isTaken(other)) return other
  }
}
