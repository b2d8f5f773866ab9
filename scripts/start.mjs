// Builds the program and opens it: in Electron where its binary is present or can be fetched, else the same
// program on the loopback host in an installed Chrome, Edge or Chromium, else its address is printed.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'

import { findBrowser, hasDisplay, rootFlags } from './browser.mjs'
import { fetchElectron } from './electron-binary.mjs'
import { root, run } from './run.mjs'
import { writeStartPage } from './start-page.mjs'

// Loaded only now, so that an older Node comes as far as its guard.
const { homeFolder } = await import('../electron/kernel/node-surroundings.ts')

// Before anything is built: what runs reads the files of its own build.
const running = await runningAddress()
if (running) await joinWindow(running)
if ((await run(process.execPath, [join(root, 'scripts', 'build.mjs')])) !== 0) process.exit(1)
const electron = hasDisplay && process.env['TANBU_HOST'] !== 'browser' ? fetchElectron() : undefined
if (electron && (await opensIn(electron))) process.exit(0)
await openInBrowser()

/**
 * The address of a loopback host that has this data open already.
 *
 * @returns {Promise<string | undefined>}
 */
async function runningAddress() {
  const remembered = join(homeFolder(), 'loopback-port')
  if (!existsSync(remembered)) return undefined
  const address = `http://127.0.0.1:${readFileSync(remembered, 'utf8')}/`
  try {
    const answer = await fetch(address, { signal: AbortSignal.timeout(2_000) })
    return answer.status === 403 && (await answer.text()).includes('Tanbu') ? address : undefined
  } catch {
    return undefined
  }
}

/**
 * Another window of the program that runs: its browser profile holds the cookie, so no new address is needed.
 *
 * @param {string} address
 */
async function joinWindow(address) {
  const browser = hasDisplay ? findBrowser() : undefined
  console.log('碳簿已经在运行。 / Tanbu is already running.')
  process.exit(browser ? await run(browser, [...windowFlags(address), ...rootFlags]) : 0)
}

/**
 * Runs Electron to its end. One that ends at once with an error cannot run on this machine.
 *
 * @param {string} binary
 */
async function opensIn(binary) {
  const begun = Date.now()
  const code = await run(binary, [...rootFlags, root])
  if (code === 0 || Date.now() - begun > 5_000) return true
  console.error(
    'Electron 在本机无法运行，改用浏览器窗口。 / Electron does not run here; using a browser window.',
  )
  return false
}

async function openInBrowser() {
  const serve = join(root, 'out', 'main', 'serve.js')
  const host = spawn(process.execPath, [serve, '--until-input-ends'], { stdio: ['pipe', 'pipe', 'inherit'] })
  host.on('exit', (code) => process.exit(code ?? 1))
  const end = () => host.stdin.end()
  process.once('SIGINT', end)
  process.once('SIGTERM', end)
  const addresses = createInterface(host.stdout)
  const [address] = await once(addresses, 'line')
  const tellThem = () => {
    tell(address)
    addresses.on('line', tell)
    process.stdin.on('data', () => host.stdin.write('\n'))
  }
  const browser = hasDisplay ? findBrowser() : undefined
  if (!browser) return tellThem()
  mkdirSync(profile(), { recursive: true, mode: 0o700 })
  const start = writeStartPage(profile(), address)
  const window = spawn(browser, [...windowFlags(start), ...rootFlags], { stdio: 'ignore' })
  const begun = Date.now()
  window.on('error', tellThem)
  window.on('exit', (code) => {
    if (code !== 0 && Date.now() - begun < 5_000) return tellThem()
    end()
  })
}

/** A profile of its own: cookies of 127.0.0.1 are shared by all ports, and extensions stay outside. */
function profile() {
  return join(homeFolder(), 'browser')
}

/** @param {string} address */
function windowFlags(address) {
  return [
    `--app=${address}`,
    `--user-data-dir=${profile()}`,
    '--window-size=1366,900',
    '--no-first-run',
    '--no-default-browser-check',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    '--disable-features=Translate,OptimizationHints,MediaRouter',
  ]
}

/** @param {string} address */
function tell(address) {
  console.log(`请在本机的 Chrome、Edge 或 Chromium 中打开： / Open this on this machine in Chrome, Edge or Chromium:
  ${address}
（地址两分钟内有效，只能使用一次；按回车得到新地址，按 Ctrl C 结束。 / It works once, within two minutes; Enter gives a new one, Ctrl C ends the program.）`)
}
