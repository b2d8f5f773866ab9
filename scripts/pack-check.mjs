// Packages the program around a stub of Electron, since the real binary cannot be had everywhere, and checks what
// is ours in the package: the fuses, the list of files, and that what was packed runs.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'

import { extractAll, listPackage } from '@electron/asar'
import { FuseState, FuseV1Options, getCurrentFuseWire } from '@electron/fuses'

import { root, runTool } from './run.mjs'

if (process.platform !== 'linux') {
  console.log('The package is checked on Linux only.')
  process.exit(0)
}

const stub = join(root, '.cache', 'electron-stub')
const packed = join(
  root,
  '.cache',
  'pack',
  process.arch === 'arm64' ? 'linux-arm64-unpacked' : 'linux-unpacked',
)
/** @type {string[]} */
const faults = []

makeStub()
rmSync(join(root, '.cache', 'pack'), { recursive: true, force: true })
const config = ['--config', 'electron-builder.stub.json', '--publish', 'never']
const code = await runTool('electron-builder', ['--linux', 'dir', ...config])
if (code !== 0) process.exit(code)
await checkFuses()
checkFiles()
await checkThatItRuns()
for (const fault of faults) console.error(`✗ ${fault}`)
if (faults.length === 0) console.log('✓ fuses, files and start of the package')
process.exit(faults.length === 0 ? 0 : 1)

/** A file with the mark of the fuses, all of them off, and what else electron-builder looks for. */
function makeStub() {
  mkdirSync(stub, { recursive: true })
  /** @type {{ version: string }} */
  const { version } = JSON.parse(readFileSync(join(root, 'node_modules/electron/package.json'), 'utf8'))
  const wire = Buffer.concat([
    Buffer.from('dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX'),
    Buffer.from([1, 9]),
    Buffer.from('000000000'),
  ])
  writeFileSync(join(stub, 'electron'), Buffer.concat([Buffer.alloc(64), wire, Buffer.alloc(64)]), {
    mode: 0o755,
  })
  writeFileSync(join(stub, 'version'), version)
  mkdirSync(join(stub, 'locales'), { recursive: true })
  for (const name of [
    'LICENSE',
    'LICENSES.chromium.html',
    'locales/zh-CN.pak',
    'locales/en-US.pak',
    'locales/fr.pak',
  ])
    writeFileSync(join(stub, name), '')
}

async function checkFuses() {
  const wire = await getCurrentFuseWire(join(packed, 'tanbu'))
  /** @type {readonly (readonly [keyof typeof FuseV1Options, boolean])[]} */
  const wanted = [
    ['RunAsNode', false],
    ['EnableCookieEncryption', true],
    ['EnableNodeOptionsEnvironmentVariable', false],
    ['EnableNodeCliInspectArguments', false],
    ['EnableEmbeddedAsarIntegrityValidation', true],
    ['OnlyLoadAppFromAsar', true],
    ['GrantFileProtocolExtraPrivileges', false],
  ]
  for (const [name, isOn] of wanted)
    if (wire[FuseV1Options[name]] !== (isOn ? FuseState.ENABLE : FuseState.DISABLE))
      faults.push(`fuse ${name} is not ${isOn ? 'on' : 'off'}`)
}

function checkFiles() {
  const inside = new Set(listPackage(join(packed, 'resources', 'app.asar'), { isPack: false }))
  const expected = [
    ...['main.js', 'serve.js', 'cli.js', 'backend-process.js', 'job-worker.js'].map(
      (name) => `/out/main/${name}`,
    ),
    '/out/preload/preload.cjs',
    '/out/renderer/index.html',
    '/out/renderer/licences.json',
    '/LICENSE',
    '/package.json',
    ...filesIn('db/migrations'),
    ...filesIn('resources').filter((file) => !file.startsWith('/resources/icons/')),
  ]
  for (const file of expected) if (!inside.has(file)) faults.push(`${file} is missing`)
  if (!existsSync(join(packed, 'LICENSES.tanbu.txt')))
    faults.push('the licences do not lie beside the program')
  const ours =
    /^\/(?:electron|shared|renderer|test|scripts|docs)\/|\.tsx?$|\.map$|\.gyp$|\/better-sqlite3\/(?:src|deps)\//
  for (const file of inside) if (ours.test(file)) faults.push(`${file} does not belong into the package`)
  const drivers = [...inside].filter((file) => file.endsWith('.node'))
  const own = `/node_modules/better-sqlite3/prebuilds/linux-${process.arch}.node`
  if (drivers.join() !== own) faults.push(`drivers in the package: ${drivers.join(', ')}`)
}

/** @param {string} folder */
function filesIn(folder) {
  return readdirSync(join(root, folder), { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(root.length).replaceAll('\\', '/'))
}

/** The packed files alone, in a folder of their own, serve a page on the loopback host. */
async function checkThatItRuns() {
  const place = mkdtempSync(join(tmpdir(), 'tanbu-pack-'))
  try {
    extractAll(join(packed, 'resources', 'app.asar'), place)
    const args = [join(place, 'out/main/serve.js'), '--home', join(place, 'home'), '--port', '0']
    const host = spawn(process.execPath, [...args, '--until-input-ends'], {
      cwd: place,
      stdio: ['pipe', 'pipe', 2],
    })
    const [address] = await Promise.race([once(createInterface(host.stdout), 'line'), once(host, 'exit')])
    const entered = await fetch(String(address), { redirect: 'manual' })
    const cookie = entered.headers.get('set-cookie') ?? ''
    const page = await (await fetch(new URL('/', String(address)), { headers: { cookie } })).text()
    if (!page.includes('id="root"')) faults.push('the packed program does not come up')
    host.stdin.end()
    await once(host, 'exit')
  } finally {
    rmSync(place, { recursive: true, force: true })
  }
}
