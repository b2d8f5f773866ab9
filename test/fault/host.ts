import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { chownSync, mkdirSync, mkdtempSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'

import { createORPCClient } from '@orpc/client'
import { RPCLink } from '@orpc/client/websocket'
import { WebSocket } from 'ws'

import { type Api, administrator, finish } from '#test/support/backend'
import { signing } from '#test/support/client'
import { diskFolder } from '#test/support/disk'
import { program } from '#test/support/program'

/** The real program as a process of its own, and one window at it. */
export interface Host {
  readonly api: Api
  readonly pid: number
  /** Sends a file as a window does. */
  readonly upload: (name: string, bytes: Uint8Array) => Promise<string>
  /** What the program shows at its address: itself, or why it could not start. */
  readonly firstPage: () => Promise<string>
  readonly signIn: () => Promise<unknown>
  /** Ends with the process, however it went. */
  readonly gone: Promise<unknown>
  /** As the power switch, the operating system out of memory, or an impatient person would. */
  readonly kill: () => Promise<void>
  readonly close: () => Promise<void>
}

const root = new URL('../..', import.meta.url).pathname
const nobody = { uid: 65534, gid: 65534 }

/** Whoever is root writes where nobody may and fills disks that are full: fault children are somebody else. */
export const unprivileged: Partial<typeof nobody> = canBeNobody() ? nobody : {}

/** False for an ordinary user, and for root in a folder that nobody else can read. */
function canBeNobody(): boolean {
  if (process.platform === 'win32' || process.getuid?.() !== 0) return false
  const look = `require('node:fs').readFileSync(${JSON.stringify(join(root, 'package.json'))})`
  return spawnSync(process.execPath, ['-e', look], nobody).status === 0
}
/** Whether the operating system refuses fault children what their files say. */
export const isBound = process.getuid?.() !== 0 || 'uid' in unprivileged

/** A folder of its own under the system's temporary one, for the user that the program runs as. */
export function newHome(): string {
  const home = mkdtempSync(join(diskFolder(), 'tanbu-fault-'))
  handOver(home)
  return home
}

/** Gives a folder and all in it to the user that the program runs as. */
export function handOver(path: string): void {
  const { uid, gid } = unprivileged
  if (uid === undefined || gid === undefined) return
  chownSync(path, uid, gid)
  if (statSync(path).isDirectory()) for (const name of readdirSync(path)) handOver(join(path, name))
}

/** Compiled once for all starts of a run: what is tested is the data, not the compiler. */
const compiled = join(diskFolder(), `tanbu-fault-compiled-${process.pid}`)
mkdirSync(compiled, { recursive: true })
handOver(compiled)
export { compiled as compiledFolder }

/** Starts the program on a home folder. A refused or failed start shows on its first page. */
export async function startHost(home: string): Promise<Host> {
  const serve = [process.execPath, program('serve'), '--home', home, '--port', '0', '--until-input-ends']
  // A file over its size limit shall be an error of the write, as a full disk is, and not a signal.
  const [command = '', ...args] =
    process.platform === 'linux' ? ['sh', '-c', `trap '' XFSZ; exec "$@"`, 'sh', ...serve] : serve
  const child = spawn(command, args, {
    cwd: root,
    stdio: ['pipe', 'pipe', 'inherit'],
    env: { ...process.env, NODE_COMPILE_CACHE: compiled, HOME: home },
    ...unprivileged,
  })
  const gone = once(child, 'exit')
  const [address] = (await Promise.race([once(createInterface(child.stdout), 'line'), gone])) as [unknown]
  if (typeof address !== 'string') throw new Error('The program did not start')
  const { origin } = new URL(address)
  const { headers } = await fetch(address, { redirect: 'manual' })
  const cookie = /^[^;]+/.exec(headers.get('set-cookie') ?? '')?.[0] ?? ''
  const socket = new WebSocket(origin.replace('http', 'ws'), { origin, headers: { cookie } })
  socket.on('error', () => {})
  const api: Api = createORPCClient(signing(new RPCLink({ websocket: socket as never })))
  const { login, password } = administrator
  return {
    api,
    pid: child.pid ?? 0,
    upload: (name, bytes) => upload(origin, cookie, name, bytes),
    firstPage: async () => (await fetch(`${origin}/`, { headers: { cookie } })).text(),
    signIn: async () => {
      const { sealed } = await api.access.about({})
      return finish(sealed ? api.access.unseal({ login, password }) : api.access.signIn({ login, password }))
    },
    gone,
    kill: () => end(child, gone, () => child.kill('SIGKILL')),
    close: () => end(child, gone, () => child.stdin?.end()),
  }
}

async function end(child: ChildProcess, gone: Promise<unknown>, act: () => unknown): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  act()
  await gone
}

async function upload(origin: string, cookie: string, name: string, bytes: Uint8Array): Promise<string> {
  const response = await fetch(`${origin}/upload?name=${encodeURIComponent(name)}`, {
    method: 'POST',
    headers: { cookie, origin, 'content-type': 'application/octet-stream' },
    body: bytes as BufferSource,
  })
  const told = (await response.json()) as { upload?: string; code?: string; facts?: unknown }
  if (told.upload !== undefined) return told.upload
  // The same shape in which a request refuses, so that a test reads both with one eye.
  throw Object.assign(new Error(told.code), { code: 'REFUSED', data: { code: told.code, facts: told.facts } })
}
