import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { MessageChannel } from 'node:worker_threads'

import { createORPCClient } from '@orpc/client'
import { RPCLink } from '@orpc/client/message-port'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'

import { exitCodes } from '#electron/cli/talk'
import { nodeSurroundings } from '#electron/kernel/node-surroundings'
import { openHome } from '#electron/kernel/workspace'
import { type Api, administrator, finish } from '#test/support/backend'

import { fakeElectron, type FakeElectron } from './fake-electron.ts'

let home: string
let fake: FakeElectron
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

/** Starts the real shell on a fake Electron and returns its window. */
async function start(isOnlyInstance = true) {
  fake = fakeElectron(home, isOnlyInstance)
  vi.resetModules()
  vi.doMock('electron', () => fake.electron)
  await import('#electron/main')
  if (isOnlyInstance) await eventually(() => expect(fake.windows[0]?.loaded).toEqual(['app://local/']))
  return fake.windows[0]!
}
const fetchPage = (path: string, init?: RequestInit) => fake.handlers.protocol!(new Request(path, init))
const eventually = (check: () => void) => vi.waitFor(check, { timeout: 30_000 })
const prevented = () => ({ preventDefault: vi.fn() })

/** Connects as the page would: a port through the preload. */
function connect(senderFrame: unknown): { readonly api: Api; readonly isRefused: () => Promise<boolean> } {
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

describe('the window', () => {
  it('is sandboxed and isolated, without Node, with the one preload', async () => {
    const { options } = await start()
    expect(options.webPreferences).toMatchObject({
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webviewTag: false,
      webSecurity: true,
      devTools: false,
    })
    expect(options.webPreferences['preload']).toMatch(/out[\\/]preload[\\/]preload\.cjs$/)
    expect(fake.electron.app.enableSandbox).toHaveBeenCalled()
  })
  it('opens no other, goes nowhere else and embeds nothing foreign', async () => {
    const { webContents } = await start()
    for (const url of ['https://example.org', 'app://local/', 'file:///etc/passwd'])
      expect(webContents.openHandler!({ url })).toEqual({ action: 'deny' })
    const goesTo = (url: string) => {
      const event = { ...prevented(), url }
      webContents.emit('will-navigate', event)
      return event.preventDefault.mock.calls.length === 0
    }
    expect(goesTo('https://example.org/')).toBe(false)
    expect(goesTo('app://local.example/')).toBe(false)
    expect(goesTo('file:///etc/passwd')).toBe(false)
    expect(goesTo('app://local/')).toBe(true)
    const webview = prevented()
    webContents.emit('will-attach-webview', webview)
    expect(webview.preventDefault).toHaveBeenCalled()
  })
  it('is refused every permission but to copy text, and every address of a network', async () => {
    await start()
    const decide = vi.fn()
    for (const wish of ['media', 'geolocation', 'notifications', 'clipboard-read', 'openExternal'])
      fake.guards['request']!(...([{}, wish, decide] as never[]))
    expect(decide.mock.calls).toEqual(Array.from({ length: 5 }, () => [false]))
    const may = (wish: string, from: string) => fake.guards['check']!(...([{}, wish, from] as never[]))
    expect(may('clipboard-sanitized-write', 'app://local/')).toBe(true)
    expect(may('clipboard-sanitized-write', 'https://example.org')).toBe(false)
    expect(may('clipboard-read', 'app://local/')).toBe(false)
    const answer = vi.fn()
    fake.guards['network']!(...([{}, answer] as never[]))
    expect(answer).toHaveBeenCalledWith({ cancel: true })
    expect(fake.electron.blocked).toEqual(expect.arrayContaining(['http://*/*', 'https://*/*', 'file://*/*']))
  })
  it('comes up once: a second start brings the first one forward and ends', async () => {
    const window = await start()
    fake.electron.app.emit('second-instance')
    expect(window.restore).toHaveBeenCalled()
    expect(window.focus).toHaveBeenCalled()
    await Promise.all(fake.children.map(({ worker }) => worker.terminate()))
    await start(false)
    expect(fake.electron.app.quit).toHaveBeenCalled()
    expect(fake.windows).toEqual([])
    expect(fake.children).toEqual([])
  })
  it('stands where it stood before', async () => {
    const first = await start()
    first.emit('close', prevented())
    expect(JSON.parse(readFileSync(fake.stateFile, 'utf8'))).toMatchObject({
      bounds: { x: 10, y: 20, width: 1200, height: 800 },
      maximized: true,
    })
    const second = await start()
    expect(second.options).toMatchObject({ x: 10, y: 20, width: 1200, height: 800 })
    second.emit('ready-to-show')
    expect(second.maximize).toHaveBeenCalled()
    expect(second.show).toHaveBeenCalled()
  })
})

describe('the pages', () => {
  it('come from the program alone, and a failed start is told in their place', async () => {
    const other = openHome(home, nodeSurroundings())
    await start()
    const load = async () => {
      const response = await fetchPage('app://local/')
      expect(await response.text()).toContain('数据文件夹正在被另一个程序使用')
      const policy = response.headers.get('content-security-policy') ?? ''
      expect(policy).toContain(`default-src 'none'`)
      return /'nonce-([^']+)'/.exec(policy)?.[1]
    }
    expect(await load()).not.toBe(await load())
    other.close()
    expect((await fetchPage('app://other/')).status).toBe(404)
    expect((await fetchPage('app://local/..%2f..%2fpackage.json')).status).toBe(404)
  })
  it('reach the backend through the port of the own main frame, and no other frame does', async () => {
    const { webContents } = await start()
    expect(await connect({ url: 'https://example.org/' }).isRefused()).toBe(true)
    expect(await connect({ url: 'app://local/' }).isRefused()).toBe(true)
    expect(await connect(null).isRefused()).toBe(true)
    const { api } = connect(webContents.mainFrame)
    await finish(api.access.setUp(administrator))
    expect(await api.access.session({})).toMatchObject({ state: 'open' })
    const upload = await fetchPage('app://local/upload?name=a.csv', { method: 'POST', body: 'a' })
    expect(await upload.json()).toMatchObject({ upload: expect.any(String) })
  })
  it('send no file while nobody is signed in, but a backup to a bare machine', async () => {
    const { webContents } = await start()
    const upload = () => fetchPage('app://local/upload?name=a.csv', { method: 'POST', body: 'a' })
    expect((await upload()).status).toBe(200)
    const { api } = connect(webContents.mainFrame)
    await finish(api.access.setUp(administrator))
    await api.access.signOut({})
    expect((await upload()).status).toBe(401)
  })
  it('choose the language of the native menu, and get a folder only when the user chose one', async () => {
    const { webContents } = await start()
    const menu = () => JSON.stringify(fake.electron.Menu.setApplicationMenu.mock.lastCall)
    expect(menu()).toContain('编辑')
    fake.electron.ipcMain.emit('shell:language', { senderFrame: { url: 'app://local/' } }, 'en')
    expect(menu()).toContain('编辑')
    const own = { senderFrame: webContents.mainFrame }
    fake.electron.ipcMain.emit('shell:language', own, 'en')
    expect(menu()).toContain('Edit')
    expect(menu()).not.toContain('编辑')
    expect(await fake.handlers.folder!(own)).toBeNull()
    fake.answers.folder = '/media/stick'
    expect(await fake.handlers.folder!(own)).toBe('/media/stick')
    expect(await fake.handlers.folder!({ senderFrame: { url: 'app://local/' } })).toBeNull()
  })
})

describe('closing', () => {
  it('asks while a page holds something unsaved', async () => {
    const { webContents } = await start()
    const stay = prevented()
    webContents.emit('will-prevent-unload', stay)
    expect(stay.preventDefault).not.toHaveBeenCalled()
    expect(fake.asked[0]?.detail).toBe('当前页面还有尚未保存的内容。')
    fake.answers.messageBox = 1
    const leave = prevented()
    webContents.emit('will-prevent-unload', leave)
    expect(leave.preventDefault).toHaveBeenCalled()
  })
  it('asks while a long task runs', async () => {
    const window = await start()
    // A password that takes its tenth of a second to hash is the shortest long task there is.
    const { api } = connect(window.webContents.mainFrame)
    const stream = await api.access.setUp(administrator)
    const running = finish(Promise.resolve(stream))
    await eventually(() => {
      const stay = prevented()
      window.emit('close', stay)
      expect(stay.preventDefault).toHaveBeenCalled()
    })
    expect(fake.asked.at(-1)?.detail).toContain('1 项任务')
    await running
    await eventually(() => {
      const go = prevented()
      window.emit('close', go)
      expect(go.preventDefault).not.toHaveBeenCalled()
    })
  })
  it('ends only after the store is closed', async () => {
    const window = await start()
    await connect(window.webContents.mainFrame).api.access.about({})
    const first = prevented()
    fake.electron.app.emit('will-quit', first)
    expect(first.preventDefault).toHaveBeenCalled()
    await eventually(() => expect(fake.electron.app.quit).toHaveBeenCalled())
    expect(existsSync(join(home, 'plant', 'store.db-wal'))).toBe(false)
    const second = prevented()
    fake.electron.app.emit('will-quit', second)
    expect(second.preventDefault).not.toHaveBeenCalled()
  })
  it('of the backend by accident is told, logged and mended', async () => {
    const window = await start()
    await connect(window.webContents.mainFrame).api.access.about({})
    await fake.children[0]!.worker.terminate()
    await eventually(() => expect(fake.asked.at(-1)?.message).toBe('后台程序意外退出'))
    expect(window.webContents.reload).toHaveBeenCalled()
    expect(readFileSync(join(home, 'logs', 'tanbu.log'), 'utf8')).toContain('ended unexpectedly')
    expect(await connect(window.webContents.mainFrame).api.access.about({})).toMatchObject({ isSetUp: false })
    expect(fake.children.length).toBe(2)
  })
})

describe('the command line of the installed program', () => {
  it('runs without a window, and ends with the command’s exit code', async () => {
    vi.spyOn(process, 'argv', 'get').mockReturnValue(['/opt/Tanbu/tanbu', '--a-flag'])
    await start()
    expect(fake.windows.length).toBe(1)
    vi.spyOn(process, 'argv', 'get').mockReturnValue(['/opt/Tanbu/tanbu', 'nonsense'])
    const errors = vi.spyOn(process.stderr, 'write').mockReturnValue(true)
    await start(false)
    await eventually(() => expect(fake.electron.app.exit).toHaveBeenCalledExactlyOnceWith(exitCodes.usage))
    expect(String(errors.mock.calls[0]?.[0])).toContain('nonsense')
    expect(fake.windows).toEqual([])
    process.exitCode = undefined
    vi.restoreAllMocks()
  })
})

describe('the preload', () => {
  it('hands over one port and three words, and nothing of Electron', async () => {
    const listeners: ((event: object) => void)[] = []
    const page = {
      addEventListener: (_name: string, hear: (event: object) => void) => void listeners.push(hear),
      location: { origin: 'app://local' },
    }
    vi.stubGlobal('window', page)
    const exposed: Record<string, Record<string, unknown>> = {}
    const ipcRenderer = { postMessage: vi.fn(), send: vi.fn(), invoke: vi.fn() }
    const contextBridge = {
      exposeInMainWorld: (name: string, value: Record<string, unknown>) => void (exposed[name] = value),
    }
    vi.resetModules()
    vi.doMock('electron', () => ({ ipcRenderer, contextBridge }))
    await import('#electron/preload')
    expect(Object.keys(exposed)).toEqual(['host'])
    expect(Object.keys(exposed['host']!)).toEqual(['kind', 'setLanguage', 'chooseFolder'])
    const say = (event: object) => listeners[0]!(event)
    say({ source: {}, origin: 'app://local', data: 'rpc:connect', ports: [1] })
    say({ source: page, origin: 'https://example.org', data: 'rpc:connect', ports: [1] })
    say({ source: page, origin: 'app://local', data: 'other', ports: [1] })
    say({ source: page, origin: 'app://local', data: 'rpc:connect', ports: [] })
    expect(ipcRenderer.postMessage).not.toHaveBeenCalled()
    say({ source: page, origin: 'app://local', data: 'rpc:connect', ports: ['port'] })
    expect(ipcRenderer.postMessage).toHaveBeenCalledExactlyOnceWith('rpc:connect', null, ['port'])
    vi.unstubAllGlobals()
  })
})
