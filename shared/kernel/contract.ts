import { type ContractProcedure, type ErrorMap, eventIterator, oc, type Schema } from '@orpc/contract'
import { z } from 'zod'

import { facts } from '#shared/kernel/finding'

/**
 * What a person may do in an area. Roles are sets of these (`shared/access/permissions.ts`).
 * read: look · enter: type data in · check: second pair of eyes · approve: answer for it · manage: settings, people
 */
export const verbs = ['read', 'enter', 'check', 'approve', 'manage'] as const
export type Verb = (typeof verbs)[number]
/** `'public'`: before anyone signed in; `'signed-in'`: anyone who did. */
export type Permission = `${string}.${Verb}` | 'public' | 'signed-in'

export type Kind = 'query' | 'command' | 'task'
export interface ProcedureMeta {
  readonly kind: Kind
  readonly permission: Permission
  /** False for what leaves no record, such as a draft saved while typing. */
  readonly audit?: boolean
  /** Set where the act is a signature: the password is asked, and the spine signs in the same transaction. */
  readonly signs?: Signs
}

/** What an act signs. */
export interface Signs {
  /** What the signature says, as a code that has a wording; also the name under which its area offers the seal. */
  readonly meaning: string
  /** `area/kind` of the signed record. */
  readonly kind: string
  /** The id of the signed record: that of the input, unless said otherwise. */
  readonly idOf?: (input: unknown, result: unknown) => string
}

/** How far a task has come. `total` is null while it is not known. */
export const progress = z.object({
  step: z.string(),
  done: z.int().nonnegative(),
  total: z.int().nonnegative().nullable(),
})
export type Progress = Readonly<z.output<typeof progress>>

/** Refusals travel as code and facts and are worded where they are read. */
export const refusals = { REFUSED: { data: z.object({ code: z.string(), facts }) } } satisfies ErrorMap

type AnySchema = z.ZodType
type In<S extends AnySchema> = Schema<z.input<S>, z.output<S>>
/** A procedure of the contract; the phantom `kind` lets the compiler hand a query a database that cannot write. */
export type Procedure<
  K extends Kind,
  I extends AnySchema,
  O extends Schema<unknown, unknown>,
> = ContractProcedure<In<I>, O, typeof refusals, ProcedureMeta> & { readonly kindOf?: K }

const base = oc.$meta<ProcedureMeta>({ kind: 'query', permission: 'signed-in' }).errors(refusals)

/** A question. Its handler gets a `ReadDb`: an attempt to write does not compile. */
export function query<I extends AnySchema, O extends AnySchema>(permission: Permission, input: I, output: O) {
  return base.meta({ kind: 'query', permission }).input(input).output(output) as unknown as Procedure<
    'query',
    I,
    In<O>
  >
}

/** A change. Its handler is synchronous and short; the spine gives it a transaction and writes the audit line. */
export function command<I extends AnySchema, O extends AnySchema>(
  permission: Permission,
  input: I,
  output: O,
) {
  return base.meta({ kind: 'command', permission }).input(input).output(output) as unknown as Procedure<
    'command',
    I,
    In<O>
  >
}

/** A change that its maker answers for by a signature: confirmed by password, over the record as it then stands. */
export function signed<I extends AnySchema, O extends AnySchema>(
  signs: Signs,
  permission: Permission,
  input: I,
  output: O,
) {
  return base
    .meta({ kind: 'command', permission, signs })
    .input(input)
    .output(output) as unknown as Procedure<'command', I, In<O>>
}

/** A change that is no record: it runs in a transaction and leaves no audit line. */
export function unrecorded<I extends AnySchema, O extends AnySchema>(
  permission: Permission,
  input: I,
  output: O,
) {
  return base
    .meta({ kind: 'command', permission, audit: false })
    .input(input)
    .output(output) as unknown as Procedure<'command', I, In<O>>
}

/** Long work: an asynchronous stream of progress that ends in a result and can be cancelled by leaving it. */
export function task<I extends AnySchema, O extends AnySchema>(permission: Permission, input: I, output: O) {
  const stream = eventIterator(progress, output)
  return base.meta({ kind: 'task', permission }).input(input).output(stream) as unknown as Procedure<
    'task',
    I,
    typeof stream
  >
}

/** The input of procedures that need none. */
export const nothing = z.object({})
