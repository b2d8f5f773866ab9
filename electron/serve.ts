import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { parseArgs } from 'node:util'

import { type Loopback, startLoopback } from '#electron/kernel/loopback'
import { homeFolder, programFolder } from '#electron/kernel/node-surroundings'

/**
 * The program without Electron: serves it to a browser on this machine and prints the address on the first line
 * of standard output. Ends on SIGINT, SIGTERM or when its standard input is closed by the program that started it, which
 * is given a fresh address for each line that it writes there.
 */
const { values } = parseArgs({
  options: {
    home: { type: 'string' },
    port: { type: 'string' },
    'until-input-ends': { type: 'boolean' },
  },
})
const home = values.home ?? homeFolder()
const pages = join(programFolder(import.meta.dirname), 'out', 'renderer')
const loopback = await (values.port === undefined
  ? onTheSamePort()
  : startOn(Number.parseInt(values.port, 10)))
console.log(loopback.address())

const end = () => void loopback.close().then(() => process.exit(0))
process.once('SIGINT', end)
process.once('SIGTERM', end)
if (values['until-input-ends'])
  createInterface(process.stdin)
    .on('line', () => console.log(loopback.address()))
    .once('close', end)

function startOn(port: number): Promise<Loopback> {
  return startLoopback({ home, pages, port })
}

/** The port of the last start where it is free, since what a browser remembers belongs to an address with its port. */
async function onTheSamePort(): Promise<Loopback> {
  const remembered = join(home, 'loopback-port')
  const last = existsSync(remembered) ? Number.parseInt(readFileSync(remembered, 'utf8'), 10) : 0
  const started = await startOn(last > 0 && last < 65_536 ? last : 0).catch(() => startOn(0))
  try {
    mkdirSync(home, { recursive: true, mode: 0o700 })
    writeFileSync(remembered, new URL(started.address()).port)
  } catch {
    // A home that cannot be written to: the first page says so, and better.
  }
  return started
}
