import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'

/**
 * Hands an address to a browser through a page that only its user can read: whoever else works on this machine sees the
 * arguments of every program, and would be the first to open what stands there.
 *
 * @param {string} folder of that user alone
 * @param {string} address of the program, good for one window
 * @returns {string} the address of the page
 */
export function writeStartPage(folder, address) {
  const file = join(folder, 'start.html')
  rmSync(file, { force: true })
  const head = `<meta charset="utf-8"><title>碳簿 Tanbu</title><meta name="referrer" content="no-referrer">`
  const page = `<!doctype html>${head}<meta http-equiv="refresh" content="0;url=${address}">`
  writeFileSync(file, page, { mode: 0o600, flag: 'wx' })
  return pathToFileURL(file).href
}
