import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

import { describe, expect, it, vi } from 'vitest'

import { exitCodes } from '#electron/cli/talk'
import { nodeSurroundings } from '#electron/kernel/node-surroundings'
import { openHome } from '#electron/kernel/workspace'
import { administrator, finish } from '#test/support/backend'

import { connect, eventually, fetchPage, freshHomes, prevented, shell, start } from './shell.ts'

freshHomes()

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
    expect(shell.fake.electron.app.enableSandbox).toHaveBeenCalled()
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
      shell.fake.guards['request']!(...([{}, wish, decide] as never[]))
    expect(decide.mock.calls).toEqual(Array.from({ length: 5 }, () => [false]))
    const may = (wish: string, from: string) => shell.fake.guards['check']!(...([{}, wish, from] as never[]))
    expect(may('clipboard-sanitized-write', 'app://local/')).toBe(true)
    expect(may('clipboard-sanitized-write', 'https://example.org')).toBe(false)
    expect(may('clipboard-read', 'app://local/')).toBe(false)
    const answer = vi.fn()
    shell.fake.guards['network']!(...([{}, answer] as never[]))
    expect(answer).toHaveBeenCalledWith({ cancel: true })
    expect(shell.fake.electron.blocked).toEqual(
      expect.arrayContaining(['http://*/*', 'https://*/*', 'file://*/*']),
    )
  })
  it('comes up once: a second start brings the first one forward and ends', async () => {
    const window = await start()
    shell.fake.electron.app.emit('second-instance')
    expect(window.restore).toHaveBeenCalled()
    expect(window.focus).toHaveBeenCalled()
    await Promise.all(shell.fake.children.map(({ worker }) => worker.terminate()))
    await start(false)
    expect(shell.fake.electron.app.quit).toHaveBeenCalled()
    expect(shell.fake.windows).toEqual([])
    expect(shell.fake.children).toEqual([])
  })
  it('stands where it stood before', async () => {
    const first = await start()
    first.emit('close', prevented())
    expect(JSON.parse(readFileSync(shell.fake.stateFile, 'utf8'))).toMatchObject({
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
    const other = openHome(shell.home, nodeSurroundings())
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
    // Installed without being one file, it is replaced by the system's installer.
    expect((await api.exchange.updateStanding({})).kind).toMatch(/^(deb|nsis|dmg)$/)
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
    const menu = () => JSON.stringify(shell.fake.electron.Menu.setApplicationMenu.mock.lastCall)
    expect(menu()).toContain('编辑')
    shell.fake.electron.ipcMain.emit('shell:language', { senderFrame: { url: 'app://local/' } }, 'en')
    expect(menu()).toContain('编辑')
    const own = { senderFrame: webContents.mainFrame }
    shell.fake.electron.ipcMain.emit('shell:language', own, 'en')
    expect(menu()).toContain('Edit')
    expect(menu()).not.toContain('编辑')
    expect(await shell.fake.handlers.folder!(own)).toBeNull()
    shell.fake.answers.folder = '/media/stick'
    expect(await shell.fake.handlers.folder!(own)).toBe('/media/stick')
    expect(await shell.fake.handlers.folder!({ senderFrame: { url: 'app://local/' } })).toBeNull()
  })
})

describe('closing', () => {
  it('asks while a page holds something unsaved', async () => {
    const { webContents } = await start()
    const stay = prevented()
    webContents.emit('will-prevent-unload', stay)
    expect(stay.preventDefault).not.toHaveBeenCalled()
    expect(shell.fake.asked[0]?.detail).toBe('当前页面还有尚未保存的内容。')
    shell.fake.answers.messageBox = 1
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
    expect(shell.fake.asked.at(-1)?.detail).toContain('1 项任务')
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
    shell.fake.electron.app.emit('will-quit', first)
    expect(first.preventDefault).toHaveBeenCalled()
    await eventually(() => expect(shell.fake.electron.app.quit).toHaveBeenCalled())
    expect(existsSync(join(shell.home, 'plant', 'store.db-wal'))).toBe(false)
    const second = prevented()
    shell.fake.electron.app.emit('will-quit', second)
    expect(second.preventDefault).not.toHaveBeenCalled()
  })
  it('of the backend by accident is told, logged and mended', async () => {
    const window = await start()
    await connect(window.webContents.mainFrame).api.access.about({})
    await shell.fake.children[0]!.worker.terminate()
    await eventually(() => expect(shell.fake.asked.at(-1)?.message).toBe('后台程序意外退出'))
    expect(window.webContents.reload).toHaveBeenCalled()
    expect(readFileSync(join(shell.home, 'logs', 'tanbu.log'), 'utf8')).toContain('ended unexpectedly')
    expect(await connect(window.webContents.mainFrame).api.access.about({})).toMatchObject({ isSetUp: false })
    expect(shell.fake.children.length).toBe(2)
  })
})

describe('the command line of the installed program', () => {
  it('runs without a window, and ends with the command’s exit code', async () => {
    vi.spyOn(process, 'argv', 'get').mockReturnValue(['/opt/Tanbu/tanbu', '--a-flag'])
    await start()
    expect(shell.fake.windows.length).toBe(1)
    vi.spyOn(process, 'argv', 'get').mockReturnValue(['/opt/Tanbu/tanbu', 'nonsense'])
    const errors = vi.spyOn(process.stderr, 'write').mockReturnValue(true)
    await start(false)
    await eventually(() =>
      expect(shell.fake.electron.app.exit).toHaveBeenCalledExactlyOnceWith(exitCodes.usage),
    )
    expect(String(errors.mock.calls[0]?.[0])).toContain('nonsense')
    expect(shell.fake.windows).toEqual([])
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
