import { implement, type Router } from '@orpc/server'

import type { Service } from '#electron/kernel/context'
import { desk } from '#electron/kernel/desk'
import type { Offers } from '#electron/kernel/offers'
import { createRecordDesk, createRecordRegister } from '#electron/kernel/record-desk'
import { createSearchDesk } from '#electron/kernel/search-desk'
import { admit, asTravelling, execute, type Spine } from '#electron/kernel/spine'
import { createTaskDesk } from '#electron/kernel/task-desk'
import type { ProcedureMeta } from '#shared/kernel/contract'
import { deskContract } from '#shared/kernel/desk-contract'

/** What a host tells of itself with each connection. */
export interface HostContext extends Record<PropertyKey, unknown> {
  /** The window or command line that asks; sign-in belongs to it. */
  readonly window: string
  /** Set by this process for what it does itself, such as filling a sample plant: no password is asked for signatures. */
  readonly isOwn?: true
}

type Scoping = Readonly<Record<string, ((db: never, input: never) => readonly string[] | null) | undefined>>
type AreaContracts = Readonly<Record<string, object>>
interface Step {
  readonly context: HostContext
  readonly path: readonly string[]
  readonly procedure: { readonly '~orpc': { readonly meta: ProcedureMeta } }
  readonly signal?: AbortSignal
}

/**
 * Ties contract, services and spine into the one router that every host carries. The input is validated by the
 * contract between `admit` and `execute`; the output is validated on the way out, so that no field leaves that
 * the contract does not name.
 */
export function createRouter<C extends AreaContracts>(
  spine: Spine,
  contract: C,
  services: { readonly [A in Exclude<keyof C, 'desk'>]: Service<C[A]> },
  offers: Offers,
): Router<never, HostContext> {
  const router: Record<string, Record<string, unknown>> = { desk: deskRouter(spine, offers) }
  for (const [area, { handlers, scopes }] of Object.entries<Service<object>>(services as never)) {
    router[area] = {}
    for (const [name, handler] of Object.entries(handlers as Record<string, never>))
      router[area][name] = procedureOf(
        spine,
        contract[area] as never,
        name,
        handler,
        (scopes as Scoping)[name],
      )
  }
  return router as never
}

function deskRouter(spine: Spine, offers: Offers): Record<string, unknown> {
  const os = implement(deskContract.changes).$context<HostContext>()
  const changes = os.handler(({ signal }) => spine.hub.follow(signal) as never)
  const records = createRecordDesk(createRecordRegister(spine, offers), spine.seals)
  const search = createSearchDesk(spine, offers)
  const rest = Object.entries({ ...desk, ...createTaskDesk(spine), ...records, ...search }).map(
    ([name, handler]) => [name, procedureOf(spine, deskContract as never, name, handler as never, undefined)],
  )
  return { changes, ...Object.fromEntries(rest) }
}

function procedureOf(
  spine: Spine,
  area: Record<string, never>,
  name: string,
  handler: never,
  scope: Scoping[string],
): unknown {
  const os = implement(area[name] as never as typeof deskContract.drafts).$context<HostContext>()
  return os
    .use(async ({ next, ...step }) => {
      try {
        return await next({ context: { admitted: admit(spine, requestOf(step as unknown as Step)) } })
      } catch (error) {
        throw asTravelling(error)
      }
    })
    .handler(
      async ({ context, input }) => (await execute(spine, context.admitted, handler, scope, input)) as never,
    )
}

function requestOf({ context, path, procedure, signal }: Step) {
  return {
    procedure: path.join('.'),
    meta: procedure['~orpc'].meta,
    window: context.window,
    isOwn: context.isOwn ?? false,
    signal,
  }
}
