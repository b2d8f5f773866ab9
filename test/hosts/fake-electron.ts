import { EventEmitter } from 'node:events'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { type MessagePort, Worker } from 'node:worker_threads'

import { type Mock, vi } from 'vitest'

import type { SafeStorage } from '#electron/kernel/keychain'

/** What the shell did to Electron, and ways to do to the shell what Electron would. */
export interface FakeElectron {
  /** What `import … from 'electron'` gives. */
  readonly electron: {
    readonly app: Emitter & { readonly quit: Mock; readonly exit: Mock; readonly enableSandbox: Mock }
    readonly ipcMain: Emitter
    readonly Menu: { readonly setApplicationMenu: Mock }
    readonly protocol: { readonly registerSchemesAsPrivileged: Mock }
    readonly shell: { readonly openPath: Mock }
    readonly blocked: readonly string[]
  }
  readonly windows: readonly FakeWindow[]
  readonly children: readonly { readonly worker: Worker; readonly entry: string }[]
  /** What the user will answer to the next dialog. */
  readonly answers: { messageBox: number; folder: string | null }
  readonly asked: readonly { readonly message?: string; readonly detail?: string }[]
  readonly handlers: {
    protocol?: (request: Request) => Promise<Response>
    folder?: (event: unknown) => unknown
  }
  readonly guards: Readonly<Record<string, (...given: never[]) => unknown>>
  readonly stateFile: string
}
type Emitter = Pick<EventEmitter, 'emit'>
export interface FakeWindow extends Emitter {
  readonly webContents: Emitter & {
    readonly mainFrame: { readonly url: string }
    readonly openHandler: ((details: { url: string }) => { action: string }) | undefined
    readonly reload: Mock
    readonly downloadURL: Mock
  }
  readonly options: Readonly<Record<string, unknown>> & {
    readonly webPreferences: Readonly<Record<string, unknown>>
  }
  readonly loaded: readonly string[]
  readonly show: Mock
  readonly focus: Mock
  readonly restore: Mock
  readonly maximize: Mock
}

type Rectangle = { x: number; y: number; width: number; height: number }
class Contents extends EventEmitter {
  readonly mainFrame = { url: 'app://local/' }
  openHandler: ((details: { url: string }) => { action: string }) | undefined
  readonly reload: Mock = vi.fn()
  readonly print: Mock = vi.fn()
  readonly downloadURL: Mock = vi.fn()
  setWindowOpenHandler(handler: Contents['openHandler']) {
    this.openHandler = handler
  }
}

/** An `electron` module with the same calls as the real one, whose utility process is a real thread. */
export function fakeElectron(
  home: string,
  isOnlyInstance = true,
  safeStorage: Partial<SafeStorage> = { isEncryptionAvailable: () => false },
): FakeElectron {
  const windows: FakeWindow[] = []
  const children: { readonly worker: Worker; readonly entry: string; readonly args: readonly string[] }[] = []
  const answers = { messageBox: 0, folder: null as string | null }
  const asked: { message?: string; detail?: string }[] = []

  class OpenedWindow extends EventEmitter {
    readonly webContents = new Contents()
    readonly options: Record<string, unknown> & { webPreferences: Record<string, unknown> }
    readonly loaded: string[] = []
    readonly show = vi.fn()
    readonly focus = vi.fn()
    readonly restore = vi.fn()
    readonly maximize = vi.fn()
    constructor(options: FakeWindow['options']) {
      super()
      this.options = options
      windows.push(this)
      app.emit('web-contents-created', {}, this.webContents)
    }
    loadURL(url: string) {
      this.loaded.push(url)
      return Promise.resolve()
    }
    getNormalBounds = (): Rectangle => ({ x: 10, y: 20, width: 1200, height: 800 })
    isMaximized = () => true
    isMinimized = () => true
  }

  const app = Object.assign(new EventEmitter(), {
    isPackaged: true,
    whenReady: () => Promise.resolve(),
    // As the real one does.
    setPath: (_name: string, path: string) => {
      if (!existsSync(path)) throw new Error(`There is no folder ${path}`)
    },
    enableSandbox: vi.fn(),
    requestSingleInstanceLock: () => isOnlyInstance,
    quit: vi.fn(),
    exit: vi.fn(),
  })
  const handlers: {
    protocol?: (request: Request) => Promise<Response>
    folder?: (event: unknown) => unknown
  } = {}
  const guards: Record<string, (...given: never[]) => unknown> = {}
  const guard = (name: string) => (given: (...given: never[]) => unknown) => void (guards[name] = given)
  const work = { x: 0, y: 0, width: 1920, height: 1040 }
  const ipcMain = Object.assign(new EventEmitter(), {
    handle: (_channel: string, handler: (event: unknown) => unknown) => void (handlers.folder = handler),
  })
  const electron = {
    app,
    BrowserWindow: OpenedWindow,
    dialog: {
      showMessageBoxSync: (...given: object[]) => {
        asked.push(given.at(-1) ?? {})
        return answers.messageBox
      },
      showErrorBox: vi.fn(),
      showOpenDialog: () =>
        Promise.resolve({
          canceled: answers.folder === null,
          filePaths: answers.folder ? [answers.folder] : [],
        }),
    },
    ipcMain,
    Menu: { buildFromTemplate: (template: unknown) => template, setApplicationMenu: vi.fn() },
    protocol: {
      registerSchemesAsPrivileged: vi.fn(),
      handle: (_scheme: string, handler: (request: Request) => Promise<Response>) =>
        void (handlers.protocol = handler),
    },
    safeStorage,
    screen: {
      getPrimaryDisplay: () => ({ id: 1, workArea: work }),
      getAllDisplays: () => [{ id: 1, workArea: work }],
    },
    session: {
      defaultSession: {
        setPermissionRequestHandler: guard('request'),
        setPermissionCheckHandler: guard('check'),
        setDevicePermissionHandler: guard('device'),
        on: (event: string, hear: (...given: never[]) => unknown) => guard(event)(hear),
        webRequest: {
          onBeforeRequest: (filter: { urls: string[] }, handler: (...given: never[]) => unknown) => {
            guards['network'] = handler
            electron.blocked.push(...filter.urls)
          },
        },
      },
    },
    blocked: [] as string[],
    shell: { openPath: vi.fn(() => Promise.resolve('')) },
    utilityProcess: { fork },
  }
  function fork(entry: string, args: readonly string[]) {
    const worker = new Worker(entry, { argv: [...args] })
    children.push({ worker, entry, args })
    const child = Object.assign(new EventEmitter(), {
      postMessage: (message: object, ports: MessagePort[] = []) =>
        worker.postMessage(ports[0] ? { ...message, port: ports[0] } : message, ports),
      kill: () => worker.terminate(),
    })
    worker.on('message', (message) => child.emit('message', message))
    worker.on('error', () => {})
    worker.on('exit', () => child.emit('exit'))
    return child
  }
  return {
    electron,
    windows,
    children,
    answers,
    asked,
    handlers,
    guards,
    stateFile: join(home, 'window.json'),
  }
}
