import type { ClientContext, ClientLink } from '@orpc/client'
import type { ContractRouterClient } from '@orpc/contract'

import type { AppContract } from '#shared/contract'
import type { Progress } from '#shared/kernel/contract'
import type { Facts } from '#shared/kernel/refusal'

export type Api = ContractRouterClient<AppContract>

export const administrator = {
  language: 'zh',
  name: '王建国',
  login: 'wang',
  password: 'correct horse 7',
} as const

/** Follows a task to its result; `hear` is told its progress. */
export async function finish<T>(
  task: Promise<{ readonly next: () => Promise<IteratorResult<Progress, T>> }>,
  hear: (progress: Progress) => void = () => {},
): Promise<T> {
  const stream = await task
  for (;;) {
    const step = await stream.next()
    if (step.done) return step.value
    hear(step.value)
  }
}

/** The refusal that a request ends in, as its reader sees it. Fails when the request was carried out or broke. */
export async function refusalOf(request: Promise<unknown>): Promise<{ code: string; facts: Facts }> {
  try {
    await request
  } catch (error) {
    const { code, data } = error as { code?: string; data?: { code: string; facts: Facts } }
    if (code === 'REFUSED' && data) return data
    throw error
  }
  throw new Error('The request was not refused')
}

/**
 * A link on which a person sits who signs whatever asks for it, as the window's dialog does, with the password that was
 * given last.
 */
export function signing(
  link: ClientLink<ClientContext>,
  first: string = administrator.password,
): ClientLink<ClientContext> {
  let password = first
  return {
    call: async (path, input, options) => {
      if (/^access\.(setUp|signIn|unseal|unlock|changePassword|recover)$/.test(path.join('.')))
        ({ password } = input as { readonly password: string })
      try {
        return await link.call(path, input, options)
      } catch (error) {
        const { data } = error as { data?: { code?: string; facts?: { challenge?: string } } }
        if (data?.code !== 'kernel.sign-needed') throw error
        const challenge = data.facts?.challenge ?? ''
        await finish(link.call(['access', 'confirmSigning'], { password, challenge }, options) as never)
        return link.call(path, input, options)
      }
    },
  }
}
