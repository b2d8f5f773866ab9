import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

import {
  app,
  BrowserWindow,
  dialog,
  ipcMain,
  type IpcMainEvent,
  type IpcMainInvokeEvent,
  Menu,
  type MessagePortMain,
  protocol,
  safeStorage,
  screen,
  session,
  shell,
  utilityProcess,
} from 'electron'

import { desktopProgram, runDetached } from '#electron/kernel/desktop-program'
import { askKeychain } from '#electron/kernel/keychain'
import { openLog } from '#electron/kernel/log'
import { menuTemplate } from '#electron/kernel/menu'
import { entryModule, homeFolder, nodeSurroundings } from '#electron/kernel/node-surroundings'
import type { BackendProcess, FromBackend } from '#electron/kernel/pipe'
import { answerProgram, type ProgramHost } from '#electron/kernel/program-host'
import { wishForRescue } from '#electron/kernel/rescue-wish'
import { createRoutes, type Routes } from '#electron/kernel/routes'
import { supervise } from '#electron/kernel/supervisor'
import { clearViewed, isFileAddress, viewOutside } from '#electron/kernel/viewer'
import {
  firstWindow,
  reachableBounds,
  readWindowState,
  smallestWindow,
  writeWindowState,
} from '#electron/kernel/window-state'
import { hostTexts } from '#shared/kernel/host-texts'
import { languages, say } from '#shared/kernel/texts'

/** The shell: one window onto the pages, one utility process with the backend, and nothing else reachable. */
const around = nodeSurroundings()
const home = homeFolder()
const log = openLog(home, around.now)
const origin = 'app://local'
/** The only window there is; its sign-in outlives a reload of the page. */
const windowName = 'main'
const stateFile = join(home, 'window.json')
/** Copies of files that the system's viewers were given. */
const viewed = join(home, 'viewed')

let state = readWindowState(stateFile, around.language)
let window: BrowserWindow | undefined
let routes: Routes = () => Promise.resolve(new Response(null, { status: 503 }))
let isClosed = false
const word = (code: keyof typeof hostTexts, facts = {}) => say(hostTexts[code], state.language, facts)
const program = installedProgram()
const backend = supervise(launchBackend, backendGone)

if (isCommand(process.argv[1])) void runCommand()
else startShell()

/** Where installed, `tanbu <command>` is the command line; every other start is the window. */
function isCommand(word: string | undefined): boolean {
  return app.isPackaged && word !== undefined && /^[a-z]+$/.test(word)
}
async function runCommand(): Promise<void> {
  // The command line counts its arguments behind the name of a script, which a packaged program does not have.
  process.argv.splice(1, 0, 'cli')
  await import('#electron/cli')
  app.exit(Number(process.exitCode ?? 0))
}

function startShell(): void {
  process.on('uncaughtException', (error) => void log.unexpected('shell', error))
  process.on('unhandledRejection', (error) => void log.unexpected('shell', error))
  mkdirSync(join(home, 'window'), { recursive: true, mode: 0o700 })
  app.setPath('userData', join(home, 'window'))
  app.enableSandbox()
  protocol.registerSchemesAsPrivileged([
    { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true, stream: true } },
  ])
  app.on('web-contents-created', (_event, contents) => confine(contents))
  app.on('second-instance', focus)
  app.on('window-all-closed', () => app.quit())
  app.on('will-quit', closeStoreFirst)
  ipcMain.on('rpc:connect', connect)
  ipcMain.on('shell:language', followLanguage)
  ipcMain.handle('shell:choose-folder', chooseFolder)
  if (app.requestSingleInstanceLock()) void app.whenReady().then(open)
  else app.quit()
}

function open(): void {
  guardSession()
  clearViewed(viewed)
  routes = createRoutes({
    pages: join(around.program, 'out', 'renderer'),
    connectTo: () => '',
    start: backend.start,
    rescue: (file) => wishForRescue(home, file),
    folderFor: backend.folderFor,
  })
  protocol.handle('app', async (request) => {
    if (!request.url.startsWith(`${origin}/`)) return new Response(null, { status: 404 })
    try {
      return await routes(request, windowName)
    } catch (error) {
      log.unexpected('routes', error)
      return new Response(null, { status: 500 })
    }
  })
  showMenu()
  openWindow()
}

function openWindow(): void {
  const primary = screen.getPrimaryDisplay()
  const areas = [primary, ...screen.getAllDisplays().filter(({ id }) => id !== primary.id)]
  const bounds = reachableBounds(
    state.bounds,
    areas.map(({ workArea }) => workArea),
  )
  const opened = new BrowserWindow({
    ...(bounds ?? firstWindow),
    minWidth: smallestWindow.width,
    minHeight: smallestWindow.height,
    show: false,
    title: word('host.app'),
    webPreferences: {
      preload: join(around.program, 'out', 'preload', 'preload.cjs'),
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webviewTag: false,
      // Chromium's PDF viewer, in which evidence is shown, counts as a plugin; there is no other.
      plugins: true,
      webSecurity: true,
      spellcheck: false,
      devTools: !app.isPackaged,
    },
  })
  window = opened
  opened.once('ready-to-show', () => {
    if (state.maximized) opened.maximize()
    opened.show()
  })
  opened.on('close', (event) => {
    if (backend.busy() > 0 && !agrees('host.close', { tasks: backend.busy() })) return event.preventDefault()
    remember({ bounds: opened.getNormalBounds(), maximized: opened.isMaximized() })
  })
  opened.on('closed', () => (window = undefined))
  opened.webContents.on('will-prevent-unload', (event) => {
    // A page holds the window while something is unsaved; preventing that event lets the window go.
    if (agrees('host.unsaved')) event.preventDefault()
  })
  opened.webContents.on('render-process-gone', (_event, { reason }) => {
    log.unexpected('page', new Error(`The page's process ended: ${reason}`))
    opened.webContents.reload()
  })
  void opened.loadURL(`${origin}/`)
}

/** No page leaves the program, opens a window or embeds a foreign one; a stored file is shown outside, after asking. */
function confine(contents: Electron.WebContents): void {
  contents.setWindowOpenHandler(({ url }) => {
    if (isFileAddress(url, origin)) void showOutside(url)
    return { action: 'deny' }
  })
  contents.on('will-navigate', (event) => {
    if (!event.url.startsWith(`${origin}/`)) event.preventDefault()
  })
  contents.on('will-redirect', (event) => event.preventDefault())
  contents.on('will-attach-webview', (event) => event.preventDefault())
}

async function showOutside(url: string): Promise<void> {
  try {
    await viewOutside(url, viewed, {
      fetch: (address) => routes(new Request(address), windowName),
      asks: (name) => agrees('host.view', { name }),
      open: (path) => shell.openPath(path),
      save: (address) => window?.webContents.downloadURL(address),
    })
  } catch (error) {
    log.unexpected('viewer', error)
    dialog.showErrorBox(word('host.view.title'), word('host.view.failed'))
  }
}

/** The program works offline: its pages may fetch nothing from elsewhere and ask for nothing but to copy text. */
function guardSession(): void {
  const own = session.defaultSession
  own.setPermissionRequestHandler((_contents, _permission, decide) => decide(false))
  own.setPermissionCheckHandler(
    (_contents, permission, asking) =>
      permission === 'clipboard-sanitized-write' && asking.startsWith(origin),
  )
  own.setDevicePermissionHandler(() => false)
  // What is saved is the program's own; where to, the system's dialog asks.
  own.on('will-download', (event, item) => {
    if (!/^(blob:)?app:\/\/local\//.test(item.getURL())) event.preventDefault()
  })
  const elsewhere = { urls: ['http://*/*', 'https://*/*', 'ws://*/*', 'wss://*/*', 'file://*/*'] }
  own.webRequest.onBeforeRequest(elsewhere, (_details, decide) => decide({ cancel: true }))
}

/** Only the page itself is heard, never a frame within it. */
function isOwnPage({ senderFrame }: IpcMainEvent | IpcMainInvokeEvent): boolean {
  if (!window || !senderFrame || senderFrame !== window.webContents.mainFrame) return false
  return senderFrame.url.startsWith(`${origin}/`)
}

function connect(event: IpcMainEvent): void {
  const [port] = event.ports
  if (!port) return
  if (!isOwnPage(event)) return port.close()
  void backend.connect(windowName, port).then((isTaken) => isTaken || port.close())
}

function followLanguage(event: IpcMainEvent, given: unknown): void {
  const language = languages.find((known) => known === given)
  if (!language || !isOwnPage(event)) return
  remember({ language })
  showMenu()
}

async function chooseFolder(event: IpcMainInvokeEvent): Promise<string | null> {
  if (!window || !isOwnPage(event)) return null
  const { canceled, filePaths } = await dialog.showOpenDialog(window, {
    title: word('host.choose-folder'),
    properties: ['openDirectory', 'createDirectory'],
  })
  return canceled ? null : (filePaths[0] ?? null)
}

function showMenu(): void {
  const template = menuTemplate(state.language, process.platform === 'darwin', {
    openDataFolder: () => void shell.openPath(home),
    openLogFolder: () => void shell.openPath(join(home, 'logs')),
    print: () => window?.webContents.print(),
  })
  Menu.setApplicationMenu(Menu.buildFromTemplate(template as Electron.MenuItemConstructorOptions[]))
}

function focus(): void {
  if (!window) return
  if (window.isMinimized()) window.restore()
  window.focus()
}

function remember(change: Partial<typeof state>): void {
  state = { ...state, ...change }
  try {
    writeWindowState(stateFile, state)
  } catch (error) {
    // Where the window stood is not worth keeping the user from closing it.
    log.unexpected('window-state', error)
  }
}

/** Asks before something that cannot be taken back; the first answer, and the one that closing the question gives, is no. */
function agrees(question: 'host.close' | 'host.unsaved' | 'host.view', facts = {}): boolean {
  const [title, detail] = [word(`${question}.title`), word(`${question}.detail`, facts)]
  const buttons = [word(`${question}.no`), word(`${question}.yes`)]
  const asked = { type: 'question' as const, message: title, detail, buttons }
  const options = { ...asked, defaultId: 0, cancelId: 0, noLink: true }
  const answer = window ? dialog.showMessageBoxSync(window, options) : dialog.showMessageBoxSync(options)
  return answer === 1
}

/** The store is closed properly before the program ends; a window that is gone cannot stop that any more. */
function closeStoreFirst(event: Electron.Event): void {
  if (isClosed) return
  event.preventDefault()
  void backend.close().then(() => {
    isClosed = true
    clearViewed(viewed)
    app.quit()
  })
}

function backendGone(): void {
  log.unexpected('shell', new Error('The backend process ended unexpectedly'))
  if (!window) return
  const answer = dialog.showMessageBoxSync(window, {
    type: 'error',
    message: word('host.gone.title'),
    detail: word('host.gone.detail'),
    buttons: [word('host.gone.restart'), word('host.gone.quit')],
    defaultId: 0,
    cancelId: 0,
    noLink: true,
  })
  if (answer === 1) return app.quit()
  // The page asks for its port again while it loads, and that starts the backend.
  window.webContents.reload()
}

function launchBackend(): BackendProcess<MessagePortMain> {
  const entry = fileURLToPath(entryModule('backend-process'))
  const child = utilityProcess.fork(entry, ['keychain', home], { serviceName: 'Tanbu backend' })
  return {
    send: (message, port) => child.postMessage(message, port ? [port] : []),
    onMessage: (hear) =>
      void child.on('message', (message: FromBackend) => {
        if (message.type === 'keychain') child.postMessage(askKeychain(safeStorage, message))
        else if (message.type === 'program')
          void answerProgram(program, message).then((answer) => child.postMessage(answer))
        else hear(message)
      }),
    onExit: (hear) => void child.on('exit', hear),
    kill: () => void child.kill(),
  }
}

/** The program as it was installed, which a release may take the place of. */
function installedProgram(): ProgramHost {
  return desktopProgram({
    isPackaged: app.isPackaged,
    platform: process.platform,
    appImage: process.env['APPIMAGE'],
    open: (path) => shell.openPath(path),
    run: runDetached,
    end: (next) => {
      if (next !== undefined) app.relaunch({ execPath: next, args: [] })
      setTimeout(() => app.quit(), answerTime)
    },
    proxyFor: (address) => session.defaultSession.resolveProxy(address),
    fetch: async (feed, proxy) => {
      // Loaded by nobody who looks for nothing.
      const { fetchNewer } = await import('#electron/kernel/online-update')
      return fetchNewer(program.kind, join(home, 'updates-online'))(feed, proxy)
    },
  })
}
/** Milliseconds in which the window hears that the program is about to end. */
const answerTime = 1_500
