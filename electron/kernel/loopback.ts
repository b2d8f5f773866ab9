import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { MessageChannel, type MessagePort, Worker } from 'node:worker_threads'

import { WebSocketServer } from 'ws'

import { randomBytes, sameBytes } from '#electron/kernel/crypto'
import { type Log, openLog } from '#electron/kernel/log'
import { entryModule } from '#electron/kernel/node-surroundings'
import { type BackendProcess, type FromBackend, pipe } from '#electron/kernel/pipe'
import { wishForRescue } from '#electron/kernel/rescue-wish'
import { createRoutes, pageHeaders, type Routes } from '#electron/kernel/routes'
import { lockedOutPage } from '#electron/kernel/startup-page'
import { supervise } from '#electron/kernel/supervisor'

export interface LoopbackOptions {
  /** Home folder of the data. */
  readonly home: string
  /** Folder of the built pages. */
  readonly pages: string
  /** 0 for any free one. */
  readonly port?: number
  /** Milliseconds of a clock that only goes forward. */
  readonly clock?: () => number
}
export interface Loopback {
  /** The address for one window; it works once, and for two minutes. Each call makes a new one. */
  readonly address: () => string
  readonly close: () => Promise<void>
}

/**
 * Serves the program to a browser on this machine, and to nobody else: only 127.0.0.1 is listened on, the first
 * address carries a token that is used up by a cookie no page can read, Host and Origin must be our own (against
 * DNS rebinding and other pages), and the backend lives on a thread of its own.
 */
export async function startLoopback({
  home,
  pages,
  port = 0,
  clock = () => performance.now(),
}: LoopbackOptions): Promise<Loopback> {
  const log = openLog(home, () => new Date())
  const backend = supervise(() => backendThread(home, log))
  const door = createDoor(clock)
  let authority = ''
  const routes = createRoutes({
    pages,
    connectTo: () => `ws://${authority}`,
    start: backend.start,
    rescue: (file) => wishForRescue(home, file),
    folderFor: backend.folderFor,
  })
  const server = createServer((request, response) => {
    void answer(request, response, authority, door, routes).catch((error: unknown) => {
      if (!isAbandoned(error)) log.unexpected('loopback', error)
      if (!response.headersSent) response.writeHead(500)
      response.end()
    })
  })
  const sockets = new WebSocketServer({ noServer: true, maxPayload: 64 * 1024 * 1024 })
  server.on('upgrade', (request, socket, head) => {
    // From here on the connection is ours, and one that breaks off must not take the program with it.
    socket.on('error', () => socket.destroy())
    const window = door.windowOf(request)
    const isOurs = isFor(authority, request) && request.headers.origin === `http://${authority}`
    if (!isOurs || window === null || !server.listening)
      return socket.end('HTTP/1.1 403 Forbidden\r\n\r\n', () => socket.destroy())
    sockets.handleUpgrade(request, socket, head, (webSocket) => {
      const { port1, port2 } = new MessageChannel()
      // The pipe is laid first: the port keeps what the window says until the backend takes its end.
      pipe(webSocket as never, port2)
      void backend.connect(window, port1).then((isTaken) => isTaken || port1.close())
    })
  })
  await new Promise<void>((done, fail) => {
    server.once('error', fail)
    server.listen(port, '127.0.0.1', done)
  })
  authority = `127.0.0.1:${(server.address() as AddressInfo).port}`
  return {
    address: () => `http://${authority}/?token=${door.newToken()}`,
    close: async () => {
      const closed = new Promise((done) => server.close(done))
      for (const client of sockets.clients) client.terminate()
      server.closeAllConnections()
      await closed
      await backend.close()
    },
  }
}

/** Milliseconds for which an address can be opened: a browser that makes its profile first takes its time. */
const addressLasts = 120_000

/** Tokens not yet used, and the cookies they became. A cookie is one browser profile, which is one window to us. */
function createDoor(clock: () => number) {
  /** Each with the moment from which on it opens nothing. */
  const tokens = new Map<string, number>()
  const fresh = () => [...tokens].flatMap(([token, until]) => (clock() < until ? [token] : []))
  const cookies = new Map<string, string>()
  const secret = () => randomBytes(32).toString('base64url')
  const known = (given: string, among: Iterable<string>) =>
    [...among].find((one) => sameBytes(Buffer.from(one), Buffer.from(given)))
  return {
    newToken: () => {
      const token = secret()
      tokens.set(token, clock() + addressLasts)
      return token
    },
    /** The cookie in exchange for a token, which is then used up; null for any other text. */
    exchange: (given: string): string | null => {
      const token = known(given, fresh())
      if (token === undefined) return null
      tokens.delete(token)
      const cookie = secret()
      cookies.set(cookie, `loopback-${cookies.size + 1}-${randomBytes(4).toString('hex')}`)
      return cookie
    },
    windowOf: ({ headers }: IncomingMessage): string | null => {
      const given = new RegExp(`(?:^|;\\s*)${cookieName}=([\\w-]+)`).exec(headers.cookie ?? '')?.[1]
      const cookie = given === undefined ? undefined : known(given, cookies.keys())
      return cookie === undefined ? null : (cookies.get(cookie) ?? null)
    },
  }
}
type Door = ReturnType<typeof createDoor>
const cookieName = 'tanbu'

/** Whether a request names this very host, once, and a path on it: by another name it was led here by somebody else. */
function isFor(authority: string, { url = '', headers, rawHeaders }: IncomingMessage): boolean {
  const hosts = rawHeaders.filter((name, at) => at % 2 === 0 && name.toLowerCase() === 'host')
  return hosts.length === 1 && headers.host === authority && url.startsWith('/')
}

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  authority: string,
  door: Door,
  routes: Routes,
): Promise<void> {
  if (!isFor(authority, request)) return void response.writeHead(421).end()
  const url = new URL(`http://${authority}${request.url ?? '/'}`)
  const token = url.pathname === '/' ? url.searchParams.get('token') : null
  const cookie = token === null ? null : door.exchange(token)
  if (cookie !== null) {
    const once = { 'cache-control': 'no-store', 'referrer-policy': 'no-referrer' }
    const kept = `${cookieName}=${cookie}; HttpOnly; SameSite=Strict; Path=/`
    // Led here by the start page, which is no page of ours, a browser would keep the cookie and not send it back at once.
    const isLedHere = request.headers['sec-fetch-site'] === 'cross-site'
    const onwards = isLedHere ? { refresh: '0; url=/' } : { location: '/' }
    return void response.writeHead(isLedHere ? 200 : 302, { ...once, ...onwards, 'set-cookie': kept }).end()
  }
  const window = door.windowOf(request)
  if (window === null) {
    const nonce = randomBytes(16).toString('base64')
    return void response.writeHead(403, pageHeaders(nonce, '')).end(lockedOutPage(nonce))
  }
  const isSafe = request.method === 'GET' || request.headers.origin === `http://${authority}`
  if (!isSafe) return void response.writeHead(403).end()
  await send(response, await routes(webRequest(request, url), window))
}

function webRequest(request: IncomingMessage, url: URL): Request {
  const { method = 'GET' } = request
  const headers = new Headers()
  const type = request.headers['content-type']
  if (type) headers.set('content-type', type)
  if (method === 'GET' || method === 'HEAD') return new Request(url, { method, headers })
  // A body that is still coming needs `duplex`, which the types of `fetch` in this version leave out.
  const streaming = { method, headers, body: Readable.toWeb(request), duplex: 'half' }
  return new Request(url, streaming as never)
}

async function send(response: ServerResponse, { status, headers, body }: Response): Promise<void> {
  response.writeHead(status, Object.fromEntries(headers))
  if (!body) return void response.end()
  await pipeline(Readable.fromWeb(body as never), response)
}

/** A window that was closed while something was on its way to it. */
function isAbandoned(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  return code === 'ERR_STREAM_PREMATURE_CLOSE' || code === 'ECONNRESET' || code === 'ABORT_ERR'
}

function backendThread(home: string, log: Log): BackendProcess<MessagePort> {
  const worker = new Worker(entryModule('backend-process'), { argv: [home] })
  return {
    send: (message, port) => worker.postMessage(port ? { ...message, port } : message, port ? [port] : []),
    onMessage: (hear) => void worker.on('message', (message: FromBackend) => hear(message)),
    onExit: (hear) => {
      // An error that nobody caught ends the thread; `exit` follows it.
      worker.on('error', (error) => void log.unexpected('backend', error))
      worker.on('exit', hear)
    },
    kill: () => void worker.terminate(),
  }
}
