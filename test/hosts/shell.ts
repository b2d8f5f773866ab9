import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { MessageChannel } from 'node:worker_threads'

import { createORPCClient } from '@orpc/client'
import { RPCLink } from '@orpc/client/message-port'
import { afterEach, beforeEach, expect, type Mock, vi } from 'vitest'

import type { SafeStorage } from '#electron/kernel/keychain'
import type { Api } from '#test/support/backend'

import { fakeElectron, type FakeElectron } from './fake-electron.ts'

interface Shell {
  /** Where the data of this test lies. */
  readonly home: string
  /** What Electron was told; there after {@link start}. */
  readonly fake: FakeElectron
}

let home = ''
let fake: FakeElectron
/** The real shell on a fake Electron, anew for each test of a file. */
export const shell: Shell = {
  get home() {
    return home
  },
  get fake() {
    return fake
  },
}

/** Gives each test of a file a home of its own, and ends what the shell started. */
export function freshHomes(): void {
  beforeEach(() => {
    home = mkdtempSync(join(tmpdir(), 'tanbu-shell-'))
    vi.stubEnv('TANBU_HOME', home)
    vi.stubEnv('LANG', 'zh_CN.UTF-8')
  })
  afterEach(async () => {
    await Promise.all(fake.children.map(({ worker }) => worker.terminate()))
    for (const event of ['uncaughtException', 'unhandledRejection'])
      for (const listener of process.listeners(event as never).slice(1)) process.off(event, listener)
    vi.doUnmock('electron')
    vi.unstubAllEnvs()
    rmSync(home, { recursive: true })
  })
}

/** Starts the real shell on a fake Electron and returns its window. */
export async function start(isOnlyInstance = true, keychain?: SafeStorage) {
  fake = fakeElectron(home, isOnlyInstance, keychain)
  vi.resetModules()
  vi.doMock('electron', () => fake.electron)
  await import('#electron/main')
  if (isOnlyInstance) await eventually(() => expect(fake.windows[0]?.loaded).toEqual(['app://local/']))
  return fake.windows[0]!
}
export const fetchPage = (path: string, init?: RequestInit) =>
  fake.handlers.protocol!(new Request(path, init))
export const eventually = (check: () => void) => vi.waitFor(check, { timeout: 30_000 })
export const prevented = (): { readonly preventDefault: Mock } => ({ preventDefault: vi.fn() })

/** Connects as the page would: a port through the preload. */
export function connect(senderFrame: unknown): {
  readonly api: Api
  readonly isRefused: () => Promise<boolean>
} {
  const { port1, port2 } = new MessageChannel()
  const closed = new Promise<boolean>((resolve) => port2.once('close', () => resolve(true)))
  fake.electron.ipcMain.emit('rpc:connect', { ports: [port1], senderFrame })
  port2.start()
  const late = () => new Promise<boolean>((resolve) => setTimeout(() => resolve(false), 1_000))
  return {
    api: createORPCClient(new RPCLink({ port: port2 as never })),
    isRefused: () => Promise.race([closed, late()]),
  }
}
