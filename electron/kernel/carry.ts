import { ORPCError } from '@orpc/server'
import { RPCHandler } from '@orpc/server/message-port'

import type { Backend } from '#electron/kernel/backend'
import { tellingFullDisk } from '#electron/kernel/disk-full'
import type { Log } from '#electron/kernel/log'
import { asTravelling } from '#electron/kernel/spine'
import type { ProcedureMeta } from '#shared/kernel/contract'

type Port = Parameters<RPCHandler<{ window: string }>['upgrade']>[0]

/** Carries the requests that come through a port to the backend, as one window's requests. */
export type Carry = (port: Port, window: string) => void

/**
 * Makes the carrier of a backend. Bugs, and answers that break the contract, are logged here and travel as a
 * number; refusals and unfit input pass as they are.
 *
 * @param busy hears how many long tasks run whenever that changes.
 */
export function createCarrier(backend: Backend, log: Log, busy: (tasks: number) => void): Carry {
  let tasks = 0
  const count = (change: number) => {
    tasks += change
    busy(tasks)
  }
  const handler = new RPCHandler<{ window: string }>(backend.router as never, {
    clientInterceptors: [
      async (step) => {
        const where = step.path.join('.')
        const told = (error: unknown) => asToldTo(error, where, log)
        try {
          const output = await step.next()
          if (!isStream(output)) return output
          const meta = step.procedure['~orpc'].meta as ProcedureMeta
          return watched(output, told, meta.kind === 'task' ? count : () => {})
        } catch (error) {
          throw told(error)
        }
      },
    ],
  })
  return (port, window) => handler.upgrade(port, { context: { window } })
}

function asToldTo(error: unknown, where: string, log: Log): unknown {
  if (error instanceof ORPCError && error.code !== 'INTERNAL_SERVER_ERROR') return error
  const known = asTravelling(tellingFullDisk(error))
  if (known instanceof ORPCError && known !== error) return known
  const number = log.unexpected(where, error)
  return new ORPCError('INTERNAL_SERVER_ERROR', { message: number, data: { number } })
}

type Stream = AsyncGenerator<unknown, unknown>
function isStream(output: unknown): output is Stream {
  return typeof output === 'object' && output !== null && Symbol.asyncIterator in output
}

async function* watched(
  stream: Stream,
  told: (error: unknown) => unknown,
  count: (change: number) => void,
): Stream {
  count(1)
  try {
    return yield* stream
  } catch (error) {
    throw told(error)
  } finally {
    count(-1)
  }
}
