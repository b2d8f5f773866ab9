import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

import { root } from './run.mjs'

const folder = join(root, 'node_modules', 'electron')
const marker = join(root, '.cache', 'electron-unavailable.json')
const patience = 60_000

/** @returns {string | undefined} Electron's program where it is present */
export function findElectron() {
  const named = existsSync(join(folder, 'path.txt')) ? readFileSync(join(folder, 'path.txt'), 'utf8') : ''
  const given = process.env['ELECTRON_OVERRIDE_DIST_PATH']
  const file = given ? join(given, named || 'electron') : join(folder, 'dist', named)
  return (given || named) && existsSync(file) ? file : undefined
}

/**
 * Electron's program, fetched if need be within a minute. A failure is remembered for this version, so that a
 * machine without the network waits once; `TANBU_FETCH_ELECTRON=1` tries again.
 *
 * @returns {string | undefined}
 */
export function fetchElectron() {
  const present = findElectron()
  if (present || !existsSync(folder)) return present
  /** @type {{ version: string }} */
  const { version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
  if (process.env['TANBU_FETCH_ELECTRON'] !== '1' && failedBefore(version)) return undefined
  console.log(
    `正在获取 Electron ${version}（最多一分钟）… / Fetching Electron ${version} (a minute at most) …`,
  )
  spawnSync(process.execPath, [join(folder, 'install.js')], { timeout: patience, stdio: 'ignore' })
  const fetched = findElectron()
  if (fetched) rmSync(marker, { force: true })
  else remember(version)
  return fetched
}

/** @param {string} version */
function failedBefore(version) {
  if (!existsSync(marker)) return false
  /** @type {{ version: string }} */
  const failed = JSON.parse(readFileSync(marker, 'utf8'))
  return failed.version === version
}

/** @param {string} version */
function remember(version) {
  mkdirSync(join(root, '.cache'), { recursive: true })
  writeFileSync(marker, JSON.stringify({ version }))
}
