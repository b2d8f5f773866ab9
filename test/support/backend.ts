import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { MessageChannel } from 'node:worker_threads'

import { type ClientContext, type ClientLink, createORPCClient } from '@orpc/client'
import { RPCLink } from '@orpc/client/message-port'
import { RPCHandler } from '@orpc/server/message-port'
import { v7 } from 'uuid'

import { migrationsIn } from '#db/kernel/migrate'
import { openStore } from '#db/kernel/open'
import { type Backend, createBackend } from '#electron/kernel/backend'
import type { ScryptCost } from '#electron/kernel/crypto'
import type { Surroundings } from '#electron/kernel/surroundings'
import { openFolder } from '#electron/kernel/workspace'
import type { Role, UserId } from '#shared/access/model'
import { administrator, type Api, finish, signing } from '#test/support/client'
import { program } from '#test/support/program'

export { administrator, type Api, finish, refusalOf } from '#test/support/client'

/** A clock that stands still until a test moves it. */
export interface Clock {
  readonly now: () => Date
  readonly set: (instant: string) => void
  readonly advance: (seconds: number) => void
}

export interface TestBackend {
  /** The typed client of the administrator, who holds every role. */
  readonly api: Api
  readonly backend: Backend
  readonly folder: string
  readonly clock: Clock
  readonly recoveryKey: string
  /** A client at a window of its own, where nobody has signed in. */
  readonly connect: (window: string) => Api
  /** A bare link to a window, at which nobody signs what asks for it. */
  readonly linkTo: (window: string) => ClientLink<ClientContext>
  /** A new user with these roles, for the whole plant or from one node downwards, signed in at a new window. */
  readonly signInAs: (roles: readonly Role[], nodeId?: string) => Promise<SignedIn>
  readonly close: () => Promise<void>
}
export interface SignedIn {
  readonly api: Api
  readonly userId: UserId
  readonly login: string
  readonly window: string
}

export interface Options {
  /** Opens the sample plant. */
  readonly sample?: boolean
  /** An existing data folder, which stays when the backend is closed. */
  readonly folder?: string
  /** False leaves the first run to the test, or signs in at an existing folder. */
  readonly setUp?: boolean
  readonly passwordCost?: ScryptCost
  /** What of the surroundings is otherwise. */
  readonly around?: Partial<Surroundings>
}

/** The real main side over a real message channel and a real data folder: no mocks. */
export async function startBackend(options: Options = {}): Promise<TestBackend> {
  const home = options.folder ? null : mkdtempSync(join(tmpdir(), 'tanbu-test-'))
  const folder = options.folder ?? join(home ?? '', 'plant')
  const ready = options.sample && home ? await (sampleMade ??= makeSample()) : null
  if (ready && home) cpSync(ready.home, home, { recursive: true })
  else if (home) layEmptyStore(folder)
  const clock = clockAt('2026-06-30T02:00:00.000Z')
  const cost = options.passwordCost ?? { N: 4096, r: 8, p: 1 }
  const around = { ...surroundings(clock, cost), ...options.around }
  const backend = createBackend(openFolder(folder, around), around)
  const ports: { close: () => void }[] = []
  const linkTo = (window: string): ClientLink<ClientContext> => {
    const { port1, port2 } = new MessageChannel()
    new RPCHandler(backend.router).upgrade(port1 as never, { context: { window } })
    port1.start()
    port2.start()
    ports.push(port1, port2)
    return new RPCLink({ port: port2 as never })
  }
  const connect = (window: string): Api => createORPCClient(signing(linkTo(window)))
  const api = connect('window-1')
  const made = ready ?? (options.setUp === false ? null : await finish(api.access.setUp(administrator)))
  if (ready) await finish(api.access.signIn(administrator))
  if (options.sample) await finish(api.access.openSample({}))
  return {
    api,
    backend,
    folder,
    clock,
    recoveryKey: made?.recoveryKey ?? '',
    connect,
    linkTo,
    signInAs: (roles, nodeId) => signInAs(api, connect, roles, nodeId),
    close: async () => {
      for (const port of ports) port.close()
      backend.close()
      if (home) rmSync(home, { recursive: true, force: true })
    },
  }
}

/** A store that has its tables and nothing in them, as a new folder gets it: to make the tables takes as long as many tests. */
function layEmptyStore(folder: string): void {
  mkdirSync(folder, { mode: 0o700 })
  writeFileSync(join(folder, 'store.db'), (emptyStore ??= makeEmptyStore()), { mode: 0o600 })
}
let emptyStore: Buffer | undefined

function makeEmptyStore(): Buffer {
  const folder = mkdtempSync(join(tmpdir(), 'tanbu-empty-'))
  const holder = { program: 'test', pid: process.pid, since: '2026-06-30' }
  openStore({ folder, migrations: migrationsIn('db/migrations'), holder }).close()
  const image = readFileSync(join(folder, 'store.db'))
  rmSync(folder, { recursive: true, force: true })
  return image
}

interface SampleMade {
  readonly home: string
  readonly recoveryKey: string
}
/** A home with the sample plant, to be copied: to make one takes as long as many tests. */
let sampleMade: Promise<SampleMade> | undefined

async function makeSample(): Promise<SampleMade> {
  const home = mkdtempSync(join(tmpdir(), 'tanbu-sample-'))
  process.once('exit', () => rmSync(home, { recursive: true, force: true }))
  const made = await startBackend({ folder: join(home, 'plant') })
  await finish(made.api.access.openSample({}))
  await made.close()
  return { home, recoveryKey: made.recoveryKey }
}

let users = 0
async function signInAs(
  api: Api,
  connect: (window: string) => Api,
  roles: readonly Role[],
  nodeId?: string,
): Promise<SignedIn> {
  users += 1
  const login = `user-${users}`
  const window = `window-of-${login}`
  const password = 'Plant-2026 first'
  const personId = await api.access.addPerson({ name: `User ${users}` })
  const userId = await finish(api.access.addUser({ personId, login, language: 'zh', password }))
  for (const role of roles) await api.access.grant({ userId, role, nodeId: nodeId ?? null })
  const own = connect(window)
  await finish(own.access.signIn({ login, password }))
  return { api: own, userId, login, window }
}

function clockAt(start: string): Clock {
  let now = new Date(start)
  return {
    now: () => now,
    set: (instant) => void (now = new Date(instant)),
    advance: (seconds) => void (now = new Date(now.getTime() + seconds * 1000)),
  }
}

let copies = 0
/** Ids are real UUIDv7 of the test's clock, in the order in which they were made. */
function surroundings(clock: Clock, passwordCost: ScryptCost): Surroundings {
  // What is made in a copy comes after what was made before it was copied.
  let made = (copies += 100_000)
  return {
    now: clock.now,
    newId: () => v7({ msecs: clock.now().getTime(), seq: made++ }),
    program: new URL('../..', import.meta.url).pathname,
    name: 'Tanbu test',
    language: 'zh',
    jobs: new URL(`../../${program('job-worker')}`, import.meta.url),
    // A sixteenth of the usual cost: tests sign in hundreds of times.
    passwordCost,
  }
}
