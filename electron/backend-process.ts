import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import type { MessagePort } from 'node:worker_threads'
import { parentPort } from 'node:worker_threads'

import { hasUsers } from '#db/access/queries'
import { byItself, evidenceGuards } from '#electron/areas'
import {
  backupsWithin,
  backUpBeforeUpgrade,
  clearPlainCopies,
  rescue,
} from '#electron/exchange/before-opening'
import { createBackend } from '#electron/kernel/backend'
import { startByItself } from '#electron/kernel/by-itself'
import { type Carry, createCarrier } from '#electron/kernel/carry'
import { tellingFullDisk } from '#electron/kernel/disk-full'
import { keysFor } from '#electron/kernel/folder-keys'
import { takeKeychain } from '#electron/kernel/kept-key'
import { keychainOver } from '#electron/kernel/keychain'
import { openLog } from '#electron/kernel/log'
import { nodeSurroundings } from '#electron/kernel/node-surroundings'
import type { FromBackend, Start, ToBackend } from '#electron/kernel/pipe'
import { programHostOver } from '#electron/kernel/program-host'
import { lyingBackups } from '#electron/kernel/rescue-wish'
import { openKeptSecrets } from '#electron/kernel/secrets'
import { unsealByKeychain } from '#electron/kernel/store-key'
import { clearStaging, stagingLifetime } from '#electron/kernel/uploads'
import { openHome, ruins, type Workspace } from '#electron/kernel/workspace'
import { Refusal } from '#shared/kernel/refusal'

/**
 * The process that the backend lives in: an Electron utility process, or a thread beside the loopback server. It
 * is the only one that opens the store. Its last argument is the home folder of the data; `keychain` before it says that the
 * host answers for the operating system's.
 */
const home = process.argv.at(-1) ?? ''
const around = nodeSurroundings()
const log = openLog(home, around.now)
const host = hostPort()
const { keychain, hear: hearKeychain } = keychainOver((question) => host.tell(question))
const shell = programHostOver((question) => host.tell(question))

let carry: Carry | undefined
let folderFor: (window: string, evidence: string | null) => string | null = () => null
/** Long tasks that are running. */
let tasks = 0
let close = () => {}

void shell.meet()
void open().then((start) => host.tell({ type: 'started', start }))
host.hear((message, port) => {
  if (message.type === 'connect' && port) carry?.(port as never, message.window)
  if (message.type === 'folder') tellFolder(message.id, folderFor(message.window, message.evidence))
  if (message.type === 'keychain') hearKeychain(message)
  if (message.type === 'program') shell.hear(message)
  if (message.type === 'close') void setTimeout(lastWords).then(end)
})

process.on('unhandledRejection', (error) => log.unexpected('unhandled', error))

/** A closing window saves what was being typed; that is still on its way when the host asks to close. */
const lastWords = 200
function end(): void {
  close()
  host.tell({ type: 'closed' })
}

async function open(): Promise<Start> {
  try {
    await rescue(home, around)
    await backUpBeforeUpgrade(join(home, 'plant'), around)
    const backend = createBackend(
      openHome(home, around, (folder) => backUpBeforeUpgrade(folder, around)),
      around,
    )
    const { folder } = backend.workspace.store()
    clearPlainCopies(folder)
    clearStaging(folder, around.now().getTime() - stagingLifetime)
    if (process.argv.includes('keychain'))
      await Promise.race([useKeychain(backend.workspace), setTimeout(askingTime)])
    carry = createCarrier(backend, log, (running) => {
      tasks = running
      host.tell({ type: 'busy', tasks })
    })
    folderFor = (window, evidence) => {
      const user = backend.spine.gate.userAt(window, around.now())
      const { folder, read } = backend.workspace.store()
      if (backend.workspace.sealed() !== null) return null
      // On a bare machine whoever is there may send a backup and see nothing: there is nothing yet.
      if (user === null) return evidence === null && !hasUsers(read) ? folder : null
      const isClosed = evidence !== null && !evidenceGuards.every((guard) => guard(read, user, evidence))
      return isClosed ? null : folder
    }
    backend.workspace.follow((state) => {
      if (state === 'sealed') host.tell({ type: 'sealed', folder: backend.workspace.store().folder })
    })
    const keeping = startByItself(backend, byItself, (error) => log.unexpected('by-itself', error))
    const sealing = setInterval(() => tasks > 0 || keeping.isBusy() || backend.sealWhenIdle(), idleLook)
    close = () => {
      clearInterval(sealing)
      keeping.stop()
      backend.close()
    }
    return { state: 'ready' }
  } catch (thrown) {
    const error = tellingFullDisk(thrown)
    const backups = lyingBackups(join(home, 'plant'))
    if (!(error instanceof Refusal))
      return { state: 'failed', number: log.unexpected('start', error), backups }
    if (error.code.startsWith('exchange.'))
      return { state: 'refused', code: 'host.rescue.failed', facts: {}, backups }
    const { code, facts } = error
    // Someone went back to this program: what it can open is from before the newer one.
    if (code === 'kernel.newer-file')
      return { state: 'refused', code, facts, backups: await backupsWithin(home, around) }
    return { state: 'refused', code, facts, ...(ruins.test(code) && { backups }) }
  }
}

/** Milliseconds that a keychain has to open the store before the first page; a locked one asks its user first. */
const askingTime = 1_500
async function useKeychain(workspace: Workspace): Promise<void> {
  try {
    await takeKeychain(keychain)
    await openKeptSecrets(workspace.store().folder)
    await unsealByKeychain(workspace)
  } catch (error) {
    log.unexpected('keychain', error)
  }
}

/** Milliseconds between two looks whether anybody is still there. */
const idleLook = 15_000

/** The host serves files and needs their keys, but never that of the database. */
function tellFolder(id: number, folder: string | null): void {
  const keys = folder === null ? null : keysFor(folder)
  host.tell({ type: 'folder', id, folder, keys: keys && { ...keys, store: null } })
}

interface HostPort {
  readonly tell: (message: FromBackend) => void
  readonly hear: (hear: (message: ToBackend, port: unknown) => void) => void
}
/** What of `process.parentPort` is used here; only a utility process of Electron has it. */
interface ElectronPort {
  readonly postMessage: (message: FromBackend) => void
  readonly on: (
    event: 'message',
    hear: (event: { readonly data: unknown; readonly ports: readonly { start: () => void }[] }) => void,
  ) => void
}
/** Electron hands ports beside the message, a worker thread inside it. */
function hostPort(): HostPort {
  const electron = (process as { readonly parentPort?: ElectronPort }).parentPort
  if (electron)
    return {
      tell: (message) => electron.postMessage(message),
      hear: (hear) =>
        electron.on('message', ({ data, ports }) => {
          for (const port of ports) port.start()
          hear(data as ToBackend, ports[0])
        }),
    }
  if (!parentPort) throw new Error('The backend process is started by a host')
  const thread = parentPort
  return {
    tell: (message) => thread.postMessage(message),
    hear: (hear) =>
      thread.on('message', ({ port, ...message }: ToBackend & { readonly port?: MessagePort }) =>
        hear(message as ToBackend, port),
      ),
  }
}
