import type { ContractProcedure, InferSchemaInput, InferSchemaOutput } from '@orpc/contract'

import type { ReadDb, WriteDb } from '#db/kernel/access'
import type { Surroundings } from '#electron/kernel/surroundings'
import type { Progress } from '#shared/kernel/contract'
import type { Id } from '#shared/kernel/id'
import type { Facts } from '#shared/kernel/refusal'

export type UserId = Id<'user'>

/** What every handler knows. The clock is an argument: `now` is the instant at which the request was admitted. */
export interface ReadContext {
  readonly db: ReadDb
  /** Null only in public procedures before sign-in. */
  readonly user: UserId | null
  /** For whom the user acts, where only a right that was lent for a time allows it; null when it is the user's own. */
  readonly standsInFor: UserId | null
  /** The window (or command line) that asks; sign-in belongs to it. */
  readonly window: string
  /** Instant in UTC, ISO text. */
  readonly now: string
  /** Calendar day in the plant's time zone. */
  readonly today: string
  /** The data folder, with `evidence/`, `staging/`, `backups/`, `exports/`. */
  readonly folder: string
  readonly around: Surroundings
}

export interface WriteContext extends ReadContext {
  readonly db: WriteDb
  readonly newId: <Kind extends string>() => Id<Kind>
  /** Work over many rows, which the trail records as batch, row count and digest instead of row by row. */
  readonly bulk: <T>(note: Facts, work: () => T) => T
  /** Adds a fact to this command's audit line that its changed rows do not show. */
  readonly note: (note: Facts) => void
  /** Says that a declared duty was looked at; a command that has one and does not is a bug. */
  readonly looked: (duty: string) => void
}

export interface Attribution {
  readonly user?: UserId
  readonly outcome?: 'done' | 'refused'
  /** A database file that the task made, to be read as `staging` while the writing lasts. */
  readonly staging?: string
}

export interface TaskContext extends ReadContext {
  readonly newId: <Kind extends string>() => Id<Kind>
  readonly signal: AbortSignal
  readonly report: (progress: Progress) => void
  /**
   * One command's worth of writing, with its own transaction and audit line, at the end of the task. `as` is for
   * what happens at the door: who it turned out to be, and that the line tells of something that was refused.
   */
  readonly promote: <T>(work: (context: WriteContext) => T, as?: Attribution) => T
  /** Runs a named job on a thread of its own; its progress is this task's progress. */
  readonly job: <Out>(name: string, input: unknown) => Promise<Out>
}

/* oxlint-disable typescript/no-explicit-any -- only `any` matches every schema in an inference position */
type InputOf<P> = P extends ContractProcedure<infer I, any, any, any> ? InferSchemaOutput<I> : never
type OutputOf<P> = P extends ContractProcedure<any, infer O, any, any> ? InferSchemaInput<O> : never
/* oxlint-enable typescript/no-explicit-any */
type ResultOf<S> = S extends AsyncIteratorObject<unknown, infer R, unknown> ? R : never

/** The handlers of an area: a missing, surplus or ill-typed one does not compile. */
export type Handlers<A> = {
  readonly [P in keyof A]: A[P] extends { readonly kindOf?: infer K }
    ? 'query' extends K
      ? (context: ReadContext, input: InputOf<A[P]>) => OutputOf<A[P]> | Promise<OutputOf<A[P]>>
      : 'command' extends K
        ? (context: WriteContext, input: InputOf<A[P]>) => OutputOf<A[P]>
        : (context: TaskContext, input: InputOf<A[P]>) => Promise<ResultOf<OutputOf<A[P]>>>
    : never
}

/** Node ids that a request touches, for grants that reach only part of the tree; null when it concerns the whole. */
export type Scopes<A> = {
  readonly [P in keyof A]?: (db: ReadDb, input: never) => readonly string[] | null
}

export interface Service<A> {
  readonly handlers: Handlers<A>
  readonly scopes: Scopes<A>
}

/** Ties an area's handlers to its contract. */
export function serve<A extends object>(
  _contract: A,
  handlers: Handlers<A>,
  scopes: Scopes<A> = {},
): Service<A> {
  return { handlers, scopes }
}
