import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'

import { createORPCClient } from '@orpc/client'
import { RPCLink } from '@orpc/client/websocket'
import {
  type Browser,
  type BrowserContext,
  chromium,
  expect,
  type Page,
  test as base,
} from '@playwright/test'
import type * as Axe from 'axe-core'
import { WebSocket } from 'ws'

import { type Api, administrator, finish, signing } from '#test/support/client'

import { findBrowser, rootFlags } from '../../scripts/browser.mjs'

export { expect } from '@playwright/test'
export { administrator } from '#test/support/client'

/** The program as a user has it: the real host as a process of its own, and its window in a real browser. */
export interface App {
  readonly page: Page
  readonly context: BrowserContext
  /** Home folder of the data, gone after the test. */
  readonly home: string
  /** The typed client at this same window: for bringing about quickly what a test does not want to look at. */
  readonly api: Api
  /** The password of whoever sits at the window now, for what asks for a signature. */
  readonly signWith: (password: string) => void
  /** Shows what an unpacked program shows. */
  readonly showFirstRun: () => Promise<void>
  /** Passes the first run as `administrator`, with an empty plant, and shows the first page. */
  readonly signUp: (language?: 'zh' | 'en') => Promise<void>
  /**
   * Ends the host, with `SIGKILL` as a crash would, and opens the same data again in the same window. Nobody is
   * signed in then, and what the console said meanwhile is forgotten.
   */
  readonly restart: (signal?: NodeJS.Signals) => Promise<void>
  /** What the browser's console complained of; a test that expects a complaint empties it. */
  readonly problems: string[]
  /** A picture of the window for people to look at, taken where `TANBU_PICTURES` asks for pictures. */
  readonly screenshot: (name: string) => Promise<void>
  /** Fails when the page as it stands breaks a rule of WCAG 2.2 AA that a program can see. */
  readonly expectAccessible: () => Promise<void>
}

/**
 * A test with a fresh `app`, which must have made no complaint on the console when it ends. The browser is started once
 * for many tests; each has a window that knows nothing of the others.
 */
export const test = base.extend<{ readonly app: App }, { readonly started: Browser }>({
  started: [
    // oxlint-disable-next-line no-empty-pattern -- Playwright reads the fixtures it needs from this pattern
    async ({}, use) => {
      const browser = await chromium.launch({ ...shown, args: [...quietFlags, ...rootFlags] })
      await use(browser)
      await browser.close()
    },
    { scope: 'worker' },
  ],
  app: async ({ started }, use, testInfo) => {
    const home = mkdtempSync(join(tmpdir(), 'tanbu-e2e-'))
    const opened = await open(home, started)
    await use(opened.app)
    const { problems } = opened.app
    if (testInfo.status !== testInfo.expectedStatus) await tell(opened.app.page)
    await opened.close()
    rmSync(home, { recursive: true, force: true, maxRetries: 5 })
    expect(problems, 'complaints on the console').toEqual([])
  },
})

/** Says where a window stands whose test has failed: what is seen explains more than what was waited for. */
async function tell(page: Page): Promise<void> {
  const seen = await page
    .locator('body')
    .ariaSnapshot({ timeout: 5000 })
    .catch((trouble: unknown) => String(trouble))
  process.stdout.write(`The window stands at ${page.url()}:\n${seen}\n`)
}

/**
 * Starts the host on a home folder, opens its window, and gives the app and a way to close both. Without a started
 * browser the window is one as the start script opens it, of a browser of its own, and shows the program at once.
 */
export async function open(
  home: string,
  started?: Browser,
): Promise<{ readonly app: App; readonly close: () => Promise<void> }> {
  let host = await startHost(home)
  const context = await (started === undefined
    ? chromium.launchPersistentContext(join(home, 'browser'), {
        ...shown,
        ...windowOptions,
        args: [`--app=${host.address}`, ...quietFlags, ...rootFlags],
      })
    : started.newContext(windowOptions))
  const page = context.pages()[0] ?? (await context.newPage())
  const problems = listen(page)
  // Whoever sits at this window signs what asks for it.
  let password: string = administrator.password
  await page.addLocatorHandler(page.getByRole('dialog', { name: /^(签名确认|Sign)$/ }), async (dialog) => {
    await dialog.getByLabel(/^(登录密码|Your password)$/).fill(password)
    await dialog.getByRole('button', { name: /^(签\s?名|Sign)$/ }).click()
  })
  const shownYet = () => page.waitForSelector('#root > *', { timeout: 30_000 })
  const show = async (address: string) => {
    await page.goto(address)
    await shownYet()
  }
  // The address with the token makes whoever asks for it this window, whether or not the answer is drawn.
  await (started ? context.request.get(host.address) : shownYet())
  const { origin, port } = new URL(host.address)
  let api = await connect(context, origin)
  // What stands around every page is looked at once in each language and theme.
  const framesSeen = new Set<string>()
  const app: App = {
    page,
    context,
    home,
    get api() {
      return api
    },
    problems,
    signWith: (own) => void (password = own),
    showFirstRun: () => show(origin),
    signUp: async (language = 'zh') => {
      await finish(api.access.setUp({ ...administrator, language }))
      await show(origin)
    },
    restart: async (signal = 'SIGTERM') => {
      host.process.kill(signal)
      await once(host.process, 'exit')
      host = await startHost(home, port)
      await show(host.address)
      api = await connect(context, origin)
      problems.length = 0
    },
    screenshot: async (name) => {
      if (process.env['TANBU_PICTURES'] === undefined) return
      await page.screenshot({ path: join('test-results', 'screenshots', `${name}.png`) })
    },
    expectAccessible: async () => {
      // A button that still works is drawn faint, and is not what people look at.
      await expect(page.locator('.ant-btn-loading')).toHaveCount(0)
      // What is still being drawn is looked at again.
      const face = await page.evaluate(
        () => document.documentElement.lang + document.documentElement.style.colorScheme,
      )
      const besides = framesSeen.has(face) ? frame : []
      await expect.poll(() => barriersOn(page, besides), { timeout: 10_000 }).toEqual([])
      framesSeen.add(face)
    },
  }
  const close = async () => {
    await context.close()
    host.process.stdin?.end()
    if (host.process.exitCode === null) await once(host.process, 'exit')
  }
  return { app, close }
}

const ruleTags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

/** What is around every page: on a large page it is most of what there is to look at. */
const frame = ['.rail', '.status']

/** The barriers on the page as it stands, but for some of its parts, each with the rule that it breaks. */
async function barriersOn(page: Page, besides: readonly string[]): Promise<readonly string[]> {
  if (await page.evaluate(() => !('axe' in window))) await page.evaluate(axeSource)
  const violations = await page.evaluate(
    async ([runOnly, exclude]) => {
      const { axe } = window as unknown as { readonly axe: typeof Axe }
      // What is loaded beforehand serves a rule about turning a device, which no sheet of ours speaks of.
      const found = await axe.run(
        { exclude: [...exclude] },
        { runOnly, resultTypes: ['violations'], preload: false },
      )
      return found.violations.map(({ id, nodes }) => ({
        id,
        nodes: nodes.map(({ target }) => ({ target: target.map(String) })),
      }))
    },
    [ruleTags, besides] as const,
  )
  return violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(' | ')}`,
  )
}

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

const shown = { executablePath: findBrowser() ?? '', headless: false } as const
const windowOptions = {
  viewport: { width: 1366, height: 768 },
  // What moves is looked at half-way by whoever does not wait; nobody waits here.
  reducedMotion: 'reduce',
  locale: 'zh-CN',
  timezoneId: 'Asia/Shanghai',
} as const

/** What keeps a browser on a build machine from asking, phoning and drawing on a card that is not there. */
const quietFlags = [
  '--no-first-run',
  '--no-default-browser-check',
  '--disable-gpu',
  '--disable-dev-shm-usage',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--force-color-profile=srgb',
  '--lang=zh-CN',
]

interface Host {
  readonly process: ChildProcess
  readonly address: string
}
/** Starts the built host as the start script does and waits for its address. */
export async function startHost(home: string, port = '0'): Promise<Host> {
  const args = ['out/main/serve.js', '--home', home, '--port', port, '--until-input-ends']
  const host = spawn(process.execPath, args, { stdio: ['pipe', 'pipe', 'inherit'] })
  const [address] = (await Promise.race([
    once(createInterface(host.stdout), 'line'),
    once(host, 'exit'),
  ])) as [unknown]
  if (typeof address !== 'string') throw new Error('The host did not start: build first')
  return { process: host, address }
}

/** A second client with the cookie of the browser: to the program it is the same window. */
async function connect(context: BrowserContext, origin: string): Promise<Api> {
  const cookies = await context.cookies(origin)
  const cookie = cookies.map(({ name, value }) => `${name}=${value}`).join('; ')
  const socket = new WebSocket(origin.replace('http', 'ws'), { origin, headers: { cookie } })
  return createORPCClient(signing(new RPCLink({ websocket: socket as never })))
}

function listen(page: Page): string[] {
  const problems: string[] = []
  page.on('pageerror', (error) => problems.push(String(error)))
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') problems.push(message.text())
  })
  return problems
}
