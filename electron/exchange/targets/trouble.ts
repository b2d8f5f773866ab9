import { codeOf } from '#electron/exchange/write-verified'
import { Refusal } from '#shared/kernel/refusal'

/** Nobody there: no link, no such name, nobody who listens. */
const unreachable = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'EHOSTDOWN',
  'ENETUNREACH',
  'ENETDOWN',
  'EADDRNOTAVAIL',
])
/** The link ended in the middle. */
const cut = new Set([
  'ECONNRESET',
  'ECONNABORTED',
  'EPIPE',
  'ETIMEDOUT',
  'ERR_STREAM_PREMATURE_CLOSE',
  'ERR_STREAM_DESTROYED',
  'ERR_SOCKET_CLOSED',
])
/** Who answers cannot prove to be whom we mean (names of OpenSSL's verification, as Node gives them). */
const untrusted =
  /^(CERT_|SELF_SIGNED_CERT|DEPTH_ZERO_SELF_SIGNED|UNABLE_TO_|INVALID_CA|INVALID_PURPOSE|HOSTNAME_MISMATCH|ERR_TLS_CERT_ALTNAME_INVALID)/

/**
 * What a broken connection means for a target, whatever protocol it carried.
 *
 * @returns Refusal `exchange.target-unreachable`, `-cut`, `-untrusted`, `-no-tls`; another error as it is.
 */
export function networkTrouble(error: unknown, host: string): unknown {
  const code = codeOf(error)
  if (error instanceof Refusal || code === null) return error
  // Both of a name's addresses were tried: each trouble is one of these, and one stands for them.
  if (unreachable.has(code)) return new Refusal('exchange.target-unreachable', { host })
  if (cut.has(code)) return new Refusal('exchange.target-cut', { host })
  if (untrusted.test(code)) return new Refusal('exchange.target-untrusted', { host, reason: code })
  if (code === 'EPROTO' || code.startsWith('ERR_SSL_')) return new Refusal('exchange.target-no-tls', { host })
  // Not the language of the web: another server at that port, or bytes that were changed on the way.
  if (code.startsWith('HPE_'))
    return new Refusal('exchange.target-odd-answer', { folder: host, status: code })
  return error
}

/** Ends with a refusal when the person or the program does not want it any more. */
export function stopIfAsked(signal: AbortSignal): void {
  if (signal.aborted) throw new Refusal('kernel.cancelled')
}

/** Milliseconds between attempts that get no further: three in a row, and it is given back to the outbox. */
const pauses = [100, 400, 1600]

/**
 * Repeats an attempt that the link cuts off, at once for as long as each gets further than all before: a link that
 * drops every few seconds still finishes.
 *
 * @param reached how far it has got, in any measure that grows.
 */
export async function whileItAdvances<T>(
  attempt: () => Promise<T>,
  reached: () => number,
  signal: AbortSignal,
): Promise<T> {
  let furthest = reached()
  let idle = 0
  for (;;) {
    try {
      return await attempt()
    } catch (error) {
      stopIfAsked(signal)
      idle = reached() > furthest ? 0 : idle + 1
      furthest = Math.max(furthest, reached())
      if (!isBroken(error, furthest > 0) || idle > pauses.length) throw error
      await pause(pauses[Math.max(0, idle - 1)] ?? 0, signal)
    }
  }
}
/** After something has arrived, a server that is not there is a link that is down for a moment. */
function isBroken(error: unknown, hasBegun: boolean): boolean {
  if (!(error instanceof Refusal)) return false
  return error.code === 'exchange.target-cut' || (hasBegun && error.code === 'exchange.target-unreachable')
}
function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const stop = () => {
      clearTimeout(timer)
      reject(new Refusal('kernel.cancelled'))
    }
    const timer = setTimeout(() => {
      signal.removeEventListener('abort', stop)
      resolve()
    }, milliseconds)
    signal.addEventListener('abort', stop, { once: true })
  })
}
