import { z } from 'zod'

import type { Permission } from '#shared/kernel/contract'
import { facts } from '#shared/kernel/finding'
import { idOf } from '#shared/kernel/id'
import { type Day, day, instant } from '#shared/kernel/period'
import type { Facts } from '#shared/kernel/refusal'

export const taskId = idOf<'task'>()

/** `dropped`: what it was for is no longer asked of anybody. */
export const taskStates = ['open', 'done', 'dropped'] as const
export type TaskState = (typeof taskStates)[number]

/** Something due, as the area that knows of it offers it, again and again, under the same key. */
export interface OfferedTask {
  readonly key: string
  readonly area: string
  /** Its wording, filled with the facts. */
  readonly code: string
  readonly facts: Facts
  /** What it is about, `area/kind/id`. */
  readonly record: string
  readonly node: string | null
  /** The page where it is seen to. */
  readonly path: string
  readonly seenWith: Permission
  /** Whose it is while nobody of those named has an account. */
  readonly fallsTo: Permission
  /** Names of people, as the register has them. */
  readonly responsible: readonly string[]
  readonly department: string | null
  readonly begins: Day
  readonly due: Day
  readonly isDone: boolean
}

/** How a task stands on a day: `late` past its day, `due` within a week of it, else `ahead`. */
type TaskStanding = 'done' | 'late' | 'due' | 'ahead'
const week = 7 * 86_400_000

export function standingOf(
  { state, due }: { readonly state: TaskState; readonly due: Day },
  today: Day,
): TaskStanding {
  if (state !== 'open') return 'done'
  if (due < today) return 'late'
  return Date.parse(due) - Date.parse(today) <= week ? 'due' : 'ahead'
}

/** A task as a person sees it. */
export const task = z.object({
  id: taskId,
  area: z.string(),
  code: z.string(),
  facts,
  record: z.string(),
  node: z.string().nullable(),
  path: z.string(),
  responsible: z.array(z.string()),
  department: z.string().nullable(),
  begins: day,
  due: day,
  state: z.enum(taskStates),
  standing: z.enum(['done', 'late', 'due', 'ahead']),
  settledAt: instant.nullable(),
  /** Whether it falls to the person who asks. */
  isMine: z.boolean(),
})
export type Task = Readonly<z.output<typeof task>>

/** Somebody who can be given a task: a person with an account. */
export interface Assignee {
  readonly user: string
  readonly name: string | null
  readonly department: string | null
}

/**
 * The users a task falls to: those named in it; where none of them has an account, those of its department; where
 * there is none either, null, and then it falls to everybody who may do it.
 */
export function assigneesOf(
  { responsible, department }: Pick<OfferedTask, 'responsible' | 'department'>,
  people: readonly Assignee[],
): readonly string[] | null {
  const named = people.filter(({ name }) => name !== null && responsible.includes(name))
  const found =
    named.length > 0
      ? named
      : people.filter((person) => department !== null && person.department === department)
  return found.length > 0 ? found.map(({ user }) => user) : null
}
