import type { ContractRouterClient } from '@orpc/contract'
import { createRouterClient } from '@orpc/server'

import type { HostContext } from '#electron/kernel/router'
import type { AppContract } from '#shared/contract'
import type { Progress } from '#shared/kernel/contract'
import { type Facts, Refusal } from '#shared/kernel/refusal'

/** The typed client of the program's own procedures, the same that a window has. */
export type Client = ContractRouterClient<AppContract>

/** A client in this process, as the window of that name: sign-in, permissions, validation and audit as everywhere. */
export function clientAt(router: unknown, window: string): Client {
  const create = createRouterClient as (
    router: unknown,
    options: { readonly context: HostContext },
  ) => unknown
  return create(router, { context: { window, isOwn: true } }) as Client
}

/** Follows a task to its end. */
export async function runToEnd<T>(
  started: Promise<{ readonly next: () => Promise<IteratorResult<Progress, T>> }>,
  report: (progress: Progress) => void = () => {},
): Promise<T> {
  const steps = await started
  for (;;) {
    const step = await steps.next()
    if (step.done) return step.value
    report(step.value)
  }
}

/** What a procedure refused, taken out of what carried it; any other error is given back as it is. */
export function refusalIn(error: unknown): unknown {
  if (typeof error !== 'object' || error === null || !('code' in error) || error.code !== 'REFUSED')
    return error
  const { data } = error as unknown as { readonly data: { readonly code: string; readonly facts: Facts } }
  return new Refusal(data.code, data.facts)
}
