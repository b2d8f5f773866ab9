import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { chmodSync, chownSync, existsSync, mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs'
import { connect, createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'

/** Real servers run as an ordinary user: as `nobody` where the tests run as root, else as whoever runs them. */
const isRoot = process.getuid?.() === 0
const nobody = 65_534

/** The name of the user that the servers run as. */
export const serverUser = isRoot
  ? 'nobody'
  : (process.env['USER'] ?? execFileSync('id', ['-un']).toString().trim())

/** Whether these programs are on this machine; where they are not, their tests are skipped and counted. */
export function has(...programs: readonly string[]): boolean {
  return process.platform === 'linux' && programs.every((program) => existsSync(program))
}

/** A folder that belongs to the servers' user. */
export function serverFolder(name: string): string {
  // The folder of the tests may be closed to all but root.
  const folder = mkdtempSync(join(isRoot ? '/tmp' : tmpdir(), `tanbu-${name}-`))
  give(folder)
  chmodSync(folder, 0o700)
  return folder
}
/** Makes a file or folder the servers' own. */
export function give(path: string): void {
  if (isRoot) chownSync(path, nobody, nobody)
}

const asUser = ['--reuid', String(nobody), '--regid', String(nobody), '--clear-groups']
/** The command as the servers' user; ended with the tests, however they end. */
function ordinary(command: string, args: readonly string[]): [string, string[]] {
  if (!existsSync('/usr/bin/setpriv')) return [command, [...args]]
  return ['/usr/bin/setpriv', [...(isRoot ? asUser : []), '--pdeathsig', 'TERM', command, ...args]]
}

const environment = { ...process.env, LC_ALL: 'C.UTF-8', HOME: '/nonexistent' }

/** Runs a command to its end as the servers' user. */
export function runAs(command: string, args: readonly string[], input = ''): string {
  const [program, all] = ordinary(command, args)
  return execFileSync(program, all, {
    env: environment,
    cwd: '/',
    input,
    stdio: ['pipe', 'pipe', 'pipe'],
    timeout: 60_000,
  }).toString()
}

export interface Running {
  readonly hasEnded: () => boolean
  readonly stop: () => Promise<void>
}

/** Starts a server in the foreground of its own process; what it says goes to `log`. */
export function start(command: string, args: readonly string[], log: string): Running {
  const [program, all] = ordinary(command, args)
  const out = openSync(log, 'a')
  give(log)
  const child = spawn(program, all, { env: environment, cwd: '/', stdio: ['ignore', out, out] })
  return { hasEnded: () => child.exitCode !== null || child.signalCode !== null, stop: () => stopped(child) }
}
async function stopped(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const ended = new Promise((resolve) => void child.once('exit', resolve))
  child.kill('SIGTERM')
  const hard = setTimeout(() => void child.kill('SIGKILL'), 3000)
  await ended
  clearTimeout(hard)
}

/** A port of the loopback that is free now. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() =>
        address && typeof address === 'object' ? resolve(address.port) : reject(new Error('no port')),
      )
    })
  })
}

/** Waits until `isUp` says so. @throws Error with the end of the server's log when it never does. */
export async function until(
  isUp: () => boolean | Promise<boolean>,
  log: string,
  seconds = 40,
): Promise<void> {
  const end = Date.now() + seconds * 1000
  while (Date.now() < end) {
    if (await isUp()) return
    await sleep(50)
  }
  throw new Error(
    `A server did not start: ${existsSync(log) ? readFileSync(log, 'utf8').slice(-2000) : 'no log'}`,
  )
}
export function listens(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1')
    socket.once('connect', () => {
      socket.destroy()
      resolve(true)
    })
    socket.once('error', () => resolve(false))
  })
}

export function discard(folder: string): void {
  rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 })
}
