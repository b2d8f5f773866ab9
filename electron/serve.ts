import { join } from 'node:path'
import { parseArgs } from 'node:util'

import { startLoopback } from '#electron/kernel/loopback'
import { homeFolder, programFolder } from '#electron/kernel/node-surroundings'

/**
 * The program without Electron: serves it to a browser on this machine and prints the address on the first line
 * of standard output. Ends on SIGINT, SIGTERM or when its standard input is closed by the program that started it.
 */
const { values } = parseArgs({
  options: {
    home: { type: 'string' },
    port: { type: 'string' },
    'until-input-ends': { type: 'boolean' },
  },
})
const loopback = await startLoopback({
  home: values.home ?? homeFolder(),
  pages: join(programFolder(import.meta.dirname), 'out', 'renderer'),
  port: Number.parseInt(values.port ?? '0', 10),
})
console.log(loopback.address())

const end = () => void loopback.close().then(() => process.exit(0))
process.once('SIGINT', end)
process.once('SIGTERM', end)
if (values['until-input-ends']) process.stdin.once('end', end).resume()
