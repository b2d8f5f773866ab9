import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

import { describe, expect, it, vi } from 'vitest'

import { putEvidence } from '#electron/kernel/evidence-store'
import { clearViewed } from '#electron/kernel/viewer'
import { programSources } from '#test/rules/sources'
import { administrator, finish } from '#test/support/backend'

import { connect, eventually, fetchPage, freshHomes, prevented, shell, start } from './shell.ts'

/*
 * The checklist of electronjs.org/docs/latest/tutorial/security, point by point and under its own names. What the
 * real binary alone can show is in test/e2e/electron.spec.ts; what of the package, in scripts/pack-check.mjs.
 */
freshHomes()

const read = (path: string) => readFileSync(join(import.meta.dirname, '../..', path), 'utf8')
const sources = () => programSources().filter(({ path }) => !path.startsWith('test/'))
const inSources = (pattern: RegExp) =>
  sources()
    .filter(({ text }) => pattern.test(text))
    .map(({ path }) => path)
const preferences = async () => (await start()).options.webPreferences

it('1 only loads secure content: nothing but its own scheme, and no address of a network', async () => {
  const window = await start()
  expect(window.loaded).toEqual(['app://local/'])
  const cancelled = vi.fn()
  shell.fake.guards['network']!(...([{ url: 'http://example.org/' }, cancelled] as never[]))
  expect(cancelled).toHaveBeenCalledWith({ cancel: true })
  for (const scheme of ['http', 'https', 'ws', 'wss', 'file'])
    expect(shell.fake.electron.blocked).toContain(`${scheme}://*/*`)
  expect(read('renderer/index.html')).not.toMatch(/https?:\/\//)
})

it('2 does not enable Node.js integration', async () => {
  expect(await preferences()).toMatchObject({
    nodeIntegration: false,
    nodeIntegrationInWorker: false,
    nodeIntegrationInSubFrames: false,
  })
})

it('3 enables context isolation', async () => {
  expect(await preferences()).toMatchObject({ contextIsolation: true })
})

it('4 enables process sandboxing, for each renderer there may ever be', async () => {
  expect(await preferences()).toMatchObject({ sandbox: true })
  expect(shell.fake.electron.app.enableSandbox).toHaveBeenCalled()
})

it('5 handles permission requests: all are refused but to copy text', async () => {
  await start()
  const decide = vi.fn()
  for (const wish of [
    'media',
    'geolocation',
    'midi',
    'pointerLock',
    'openExternal',
    'usb',
    'display-capture',
  ])
    shell.fake.guards['request']!(...([{}, wish, decide] as never[]))
  expect(new Set(decide.mock.calls.flat())).toEqual(new Set([false]))
  expect(shell.fake.guards['device']!()).toBe(false)
  const may = (wish: string, from: string) => shell.fake.guards['check']!(...([{}, wish, from] as never[]))
  expect(may('clipboard-sanitized-write', 'app://local/')).toBe(true)
  expect(may('clipboard-sanitized-write', 'https://example.org/')).toBe(false)
})

it('6 does not disable webSecurity', async () => {
  expect(await preferences()).toMatchObject({ webSecurity: true })
  expect(inSources(/disable-web-security|disablewebsecurity|webSecurity: false/)).toEqual([])
})

it('7 defines a Content-Security-Policy for every page: the program’s, and that of a failed start', async () => {
  await start()
  for (const path of ['app://local/', 'app://local/index.html']) {
    const policy = (await fetchPage(path)).headers.get('content-security-policy') ?? ''
    expect(policy).toContain(`default-src 'none'`)
    expect(policy).toContain(`script-src 'self'`)
    expect(policy).not.toMatch(/unsafe|\*|https?:/)
  }
})

it('8 does not enable allowRunningInsecureContent', async () => {
  expect(await preferences()).not.toHaveProperty('allowRunningInsecureContent')
  expect(inSources(/allowRunningInsecureContent|allow-running-insecure/)).toEqual([])
})

it('9 does not enable experimental features', async () => {
  expect(await preferences()).not.toHaveProperty('experimentalFeatures')
  expect(inSources(/experimentalFeatures|enable-experimental/)).toEqual([])
})

it('10 does not use enableBlinkFeatures', async () => {
  expect(await preferences()).not.toHaveProperty('enableBlinkFeatures')
  expect(inSources(/enableBlinkFeatures|enable-blink-features|appendSwitch/)).toEqual([])
})

it('11 has no <webview>, so none that allows popups', () => {
  expect(inSources(/<webview|allowpopups/i)).toEqual([])
})

it('12 verifies webview options before creation: there is no creation', async () => {
  const window = await start()
  expect(window.options.webPreferences).toMatchObject({ webviewTag: false })
  const attempt = prevented()
  window.webContents.emit('will-attach-webview', attempt)
  expect(attempt.preventDefault).toHaveBeenCalled()
})

it('13 limits navigation to the program’s own pages, and follows no redirect', async () => {
  const { webContents } = await start()
  const goes = (event: string, url: string) => {
    const attempt = { ...prevented(), url }
    webContents.emit(event, attempt)
    return attempt.preventDefault.mock.calls.length === 0
  }
  expect(goes('will-navigate', 'app://local/#/inventories')).toBe(true)
  for (const url of ['https://example.org/', 'app://local.evil/', 'app://localhost/', 'javascript:alert(1)'])
    expect(goes('will-navigate', url)).toBe(false)
  expect(goes('will-redirect', 'app://local/')).toBe(false)
})

it('14 limits the creation of new windows to none', async () => {
  const { webContents } = await start()
  for (const url of [
    'https://example.org/',
    'app://local/',
    'about:blank',
    `app://local/evidence/${'0'.repeat(64)}`,
  ])
    expect(webContents.openHandler!({ url })).toEqual({ action: 'deny' })
})

describe('15 gives nothing untrusted to the system', () => {
  const content = Buffer.from('%PDF-1.7 an invoice')
  /** The program with one stored file, and the page's wish to see it under a name. */
  async function withStoredFile() {
    const { webContents } = await start()
    const { api } = connect(webContents.mainFrame)
    await finish(api.access.setUp(administrator))
    const given = join(shell.home, 'given')
    writeFileSync(given, content)
    const { sha256 } = putEvidence(join(shell.home, 'plant'), given)
    const wish = (name: string) =>
      webContents.openHandler!({ url: `app://local/evidence/${sha256}?name=${encodeURIComponent(name)}` })
    return { wish, webContents }
  }
  const opened = () => shell.fake.electron.shell.openPath.mock.calls.map(([path]) => String(path))

  it('openExternal is not used at all', () => {
    expect(inSources(/openExternal/)).toEqual([])
  })

  it('a stored file is opened only after a question that names it, what may run is saved, and nothing else', async () => {
    const { wish, webContents } = await withStoredFile()
    wish('发票 2025.pdf')
    await eventually(() => expect(shell.fake.asked.at(-1)?.detail).toContain('“发票 2025.pdf”'))
    expect(opened()).toEqual([])

    shell.fake.answers.messageBox = 1
    wish('发票 2025.pdf')
    await eventually(() => expect(opened().length).toBe(1))
    const viewed = join(shell.home, 'viewed')
    const [path = ''] = opened()
    expect(path.startsWith(viewed)).toBe(true)
    expect(readFileSync(path)).toEqual(content)
    expect(statSync(path).mode & 0o777).toBe(0o400)

    const risky = ['exe', 'bat', 'lnk', 'desktop', 'html', 'svg', 'xlsm', 'docm', 'pdf.js']
    for (const kind of risky) wish(`a.${kind}`)
    await eventually(() => expect(webContents.downloadURL).toHaveBeenCalledTimes(risky.length))

    for (const url of ['file:///etc/passwd', 'https://example.org/evidence/a', 'app://local/evidence/..%2fx'])
      webContents.openHandler!({ url })
    // A name cannot lead elsewhere; and by then the others would have been opened.
    wish('../../../../tmp/x.pdf')
    await eventually(() => expect(opened().length).toBe(2))
    expect(opened()[1]!.startsWith(viewed)).toBe(true)
    clearViewed(viewed)
    expect(existsSync(path)).toBe(false)
  })

  it('nothing but the program’s own files is saved from a page', async () => {
    await start()
    const saves = (url: string) => {
      const event = prevented()
      shell.fake.guards['will-download']!(...([event, { getURL: () => url }] as never[]))
      return event.preventDefault.mock.calls.length === 0
    }
    expect(saves('app://local/download/1')).toBe(true)
    expect(saves('blob:app://local/1')).toBe(true)
    for (const url of ['https://example.org/a', 'data:text/html,x', 'blob:https://example.org/1'])
      expect(saves(url)).toBe(false)
  })
})

it('16 uses a current version of Electron, the very one that is locked and packaged', () => {
  const wanted = (JSON.parse(read('package.json')) as { devDependencies: Record<string, string> })
    .devDependencies['electron']
  const locked = JSON.parse(read('package-lock.json')) as { packages: Record<string, { version: string }> }
  expect(wanted).toMatch(/^\d+\.\d+\.\d+$/)
  expect(locked.packages['node_modules/electron']?.version).toBe(wanted)
  // Electron keeps its last three major versions in repair; 43 is the oldest of those at this release.
  expect(Number(wanted?.split('.')[0])).toBeGreaterThanOrEqual(43)
})

it('17 validates the sender of all IPC messages', async () => {
  const { webContents } = await start()
  for (const senderFrame of [null, { url: 'app://local/' }, { url: 'https://example.org/' }]) {
    expect(await connect(senderFrame).isRefused()).toBe(true)
    expect(await shell.fake.handlers.folder!({ senderFrame })).toBeNull()
    shell.fake.electron.ipcMain.emit('shell:language', { senderFrame }, 'en')
  }
  expect(JSON.stringify(shell.fake.electron.Menu.setApplicationMenu.mock.lastCall)).toContain('编辑')
  shell.fake.answers.folder = '/media/stick'
  expect(await shell.fake.handlers.folder!({ senderFrame: webContents.mainFrame })).toBe('/media/stick')
  // A channel more would have to be tried here as well.
  const channels = [...read('electron/main.ts').matchAll(/ipcMain\.\w+\('([^']+)'/g)].map(([, name]) => name)
  expect(channels).toEqual(['rpc:connect', 'shell:language', 'shell:choose-folder'])
})

it('18 avoids the file:// protocol and serves its pages by its own', async () => {
  await start()
  expect(shell.fake.electron.protocol.registerSchemesAsPrivileged).toHaveBeenCalledExactlyOnceWith([
    { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true, stream: true } },
  ])
  expect(inSources(/\bloadFile\(|registerFileProtocol|file:\/\/\//)).toEqual([])
  for (const path of [
    '..%2f..%2fpackage.json',
    '%2e%2e/%2e%2e/package.json',
    'assets/..%5c..%5cpackage.json',
  ])
    expect((await fetchPage(`app://local/${path}`)).status).toBe(404)
})

it('19 changes the fuses, and the check of the package reads them back', () => {
  const [builder, check] = [read('electron-builder.yml'), read('scripts/pack-check.mjs')]
  const fuses: readonly (readonly [inBuilder: string, inCheck: string, isOn: boolean])[] = [
    ['runAsNode', 'RunAsNode', false],
    ['enableCookieEncryption', 'EnableCookieEncryption', true],
    ['enableNodeOptionsEnvironmentVariable', 'EnableNodeOptionsEnvironmentVariable', false],
    ['enableNodeCliInspectArguments', 'EnableNodeCliInspectArguments', false],
    ['enableEmbeddedAsarIntegrityValidation', 'EnableEmbeddedAsarIntegrityValidation', true],
    ['onlyLoadAppFromAsar', 'OnlyLoadAppFromAsar', true],
    ['grantFileProtocolExtraPrivileges', 'GrantFileProtocolExtraPrivileges', false],
  ]
  for (const [inBuilder, inCheck, isOn] of fuses) {
    expect(builder).toContain(`  ${inBuilder}: ${isOn}`)
    expect(check).toContain(`['${inCheck}', ${isOn}]`)
  }
})

it('20 exposes no Electron API to a page: one object with three words', () => {
  const preload = read('electron/preload.ts')
  expect([...preload.matchAll(/exposeInMainWorld\('(\w+)'/g)].map(([, name]) => name)).toEqual(['host'])
  const words = [...preload.matchAll(/^ {2}(\w+):/gm)].map(([, name]) => name)
  expect(words).toEqual(['kind', 'setLanguage', 'chooseFolder'])
  // Neither the bridge's own objects nor events of it are handed on.
  expect(preload).not.toMatch(/(: |=> )ipcRenderer,|event\b/)
})
