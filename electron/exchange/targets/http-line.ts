import { Agent as PlainAgent, type IncomingMessage, request as requestPlain } from 'node:http'
import { Agent as SecureAgent, request as requestSecure } from 'node:https'
import type { Readable } from 'node:stream'

import { codeOf } from '#electron/exchange/write-verified'
import { Refusal } from '#shared/kernel/refusal'

import { trustedAuthorities } from './authorities.ts'
import { networkTrouble, stopIfAsked } from './trouble.ts'

export interface Question {
  readonly method: string
  readonly url: URL
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: Readable
  readonly signal: AbortSignal
}

export interface Answer {
  readonly status: number
  readonly header: (name: string) => string | null
  /** The bytes of the answer; a cut in the middle is a refusal `exchange.target-cut`. */
  readonly bytes: () => AsyncIterable<Buffer>
  readonly text: () => Promise<string>
}

/** Connections to web servers, kept open between requests. */
export interface HttpLine {
  readonly ask: (question: Question) => Promise<Answer>
  readonly close: () => void
}

/** Milliseconds without a byte either way before a link counts as broken. */
export const usualQuiet = 60_000

/** Bytes from which on a server is asked whether it takes a body at all, and milliseconds that its answer is waited for. */
const longBody = 1024 * 1024
const patienceForContinue = 1_500
const noBody = { 'content-length': '0' }
const asksFirst = { expect: '100-continue' }

/** How a web server is reached. */
export interface Reaching {
  /** Milliseconds without a byte either way before a link counts as broken. */
  readonly quiet?: number | undefined
  /** The proxy on the way, with name and password where it asks for them; null for none. */
  readonly proxy?: string | null | undefined
}

export function openHttpLine({ quiet = usualQuiet, proxy = null }: Reaching = {}): HttpLine {
  const through = proxy === null ? {} : { proxyEnv: { HTTP_PROXY: proxy, HTTPS_PROXY: proxy } }
  const agents = {
    'http:': new PlainAgent({ keepAlive: true, ...through }),
    'https:': new SecureAgent({ keepAlive: true, ...through }),
  }
  return {
    ask: async (question) => {
      stopIfAsked(question.signal)
      const host = question.url.host
      try {
        const answer = await exchange(question)
        refuseElsewhere(question.url, answer)
        if (proxy !== null && answer.statusCode === 407) throw proxyDenied(proxy)
        return answerOf(answer, host, question.signal)
      } catch (error) {
        stopIfAsked(question.signal)
        throw (proxy === null ? null : proxyTrouble(error, proxy, host)) ?? networkTrouble(error, host)
      }
    },
    close: () => {
      for (const agent of Object.values(agents)) agent.destroy()
    },
  }

  function exchange({ method, url, headers, body, signal }: Question): Promise<IncomingMessage> {
    return new Promise((resolve, reject) => {
      const isSecure = url.protocol === 'https:'
      // A server that will not have it says so before it has come, where it knows how.
      const isLong = Number.parseInt(headers?.['content-length'] ?? '0', 10) > longBody
      const request = (isSecure ? requestSecure : requestPlain)(url, {
        method,
        signal,
        agent: isSecure ? agents['https:'] : agents['http:'],
        ...(isSecure ? { secureContext: trustedAuthorities() } : {}),
        headers: { ...(body ? {} : noBody), ...headers, ...(isLong ? asksFirst : {}) },
      })
      request.setTimeout(quiet, () => {
        const code = request.socket?.connecting ? 'EHOSTUNREACH' : 'ETIMEDOUT'
        request.destroy(Object.assign(new Error('No byte for too long'), { code }))
      })
      request.once('response', (answer) => {
        // A server may refuse before it has heard everything: the rest is not worth its way.
        if (body && (answer.statusCode ?? 0) >= 300 && !request.writableEnded) {
          body.unpipe(request)
          body.destroy()
          answer.once('end', () => request.destroy())
        }
        resolve(answer)
      })
      request.on('error', reject)
      if (!body) return void request.end()
      body.on('error', (error) => request.destroy(error))
      request.once('close', () => body.destroy())
      if (!isLong) return void body.pipe(request)
      const patience = setTimeout(() => request.emit('continue'), patienceForContinue)
      for (const event of ['continue', 'response', 'close']) request.once(event, () => clearTimeout(patience))
      request.once('continue', () => body.pipe(request))
      request.flushHeaders()
    })
  }
}

const proxyDenied = (proxy: string) =>
  new Refusal('exchange.target-proxy-denied', { proxy: new URL(proxy).host })

/** What broke on the way to the proxy, or was refused by it; null for what did not. */
function proxyTrouble(error: unknown, proxy: string, host: string): Refusal | null {
  const { host: place } = new URL(proxy)
  const known = networkTrouble(error, place)
  if (known instanceof Refusal && known.code === 'exchange.target-unreachable')
    return new Refusal('exchange.target-proxy-unreachable', { proxy: place })
  if (codeOf(error) !== 'ERR_PROXY_TUNNEL') return null
  const [, status = '?'] = /HTTP\/1\.\d (\d{3})/.exec(error instanceof Error ? error.message : '') ?? []
  if (status === '407') return proxyDenied(proxy)
  return new Refusal('exchange.target-proxy-refused', { proxy: place, host, status })
}

/** A password is not carried to where a server points: a person says where. */
function refuseElsewhere(url: URL, answer: IncomingMessage): void {
  const status = answer.statusCode ?? 0
  const to = answer.headers.location
  if (status < 300 || status > 399 || to === undefined) return
  answer.resume()
  throw new Refusal('exchange.target-moved', { folder: url.href, to })
}

function answerOf(answer: IncomingMessage, host: string, signal: AbortSignal): Answer {
  async function* bytes() {
    try {
      for await (const piece of answer as AsyncIterable<Buffer>) yield piece
    } catch (error) {
      stopIfAsked(signal)
      throw networkTrouble(error, host)
    }
  }
  return {
    status: answer.statusCode ?? 0,
    header: (name) => {
      const value = answer.headers[name]
      return typeof value === 'string' ? value : null
    },
    bytes,
    text: async () => {
      const pieces: Buffer[] = []
      let size = 0
      // What says that something went wrong is short; the rest of a whole web page is let go.
      for await (const piece of bytes()) if ((size += piece.length) <= 4 * 1024 * 1024) pieces.push(piece)
      return Buffer.concat(pieces).toString()
    },
  }
}
