import { type ClientContext, type ClientLink, createORPCClient, ORPCError } from '@orpc/client'
import type { ContractRouterClient } from '@orpc/contract'

import type { AppContract } from '#shared/contract'
import { type Facts, Refusal } from '#shared/kernel/refusal'

import { openLink } from './connection.ts'
import { inputRefusal } from './issue-text.ts'
import { askSignature } from './signature.ts'

const link = openLink()

/** Everything that can be asked, typed by the contract: `await api.factors.search({ text })`. Refusals throw `Refusal`. */
export const api: ContractRouterClient<AppContract> = createORPCClient(refusing(link))

/** The same link, whose refusals are `Refusal`s again on this side. */
function refusing(inner: ClientLink<ClientContext>): ClientLink<ClientContext> {
  return {
    call: async (path, input, options) => {
      try {
        return await inner.call(path, input, options)
      } catch (error) {
        const refusal = asRefusal(error)
        if (!(refusal instanceof Refusal) || refusal.code !== 'kernel.sign-needed') throw refusal
        await askSignature(refusal.facts)
        return inner.call(path, input, options).catch((again: unknown) => {
          throw asRefusal(again)
        })
      }
    },
  }
}

/** Turns a travelled refusal back into one, and input that the contract does not take; other errors stay as they are. */
export function asRefusal(error: unknown): unknown {
  if (!(error instanceof ORPCError)) return error
  if (error.code === 'BAD_REQUEST') return inputRefusal(issuesOf(error.data))
  if (error.code !== 'REFUSED') return error
  const { code, facts } = error.data as { readonly code: string; readonly facts: Facts }
  return new Refusal(code, facts)
}

function issuesOf(data: unknown): Parameters<typeof inputRefusal>[0] {
  return (data as { readonly issues?: Parameters<typeof inputRefusal>[0] } | null)?.issues ?? []
}
