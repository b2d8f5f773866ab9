import fs from 'node:fs'
import { syncBuiltinESMExports } from 'node:module'

/**
 * Enciphers or deciphers a data folder in a process of its own, which kills itself at the n-th time that it touches the
 * disk. One that comes to its end says how often it did.
 */
const [folder = '', dataKey = '', to = '', killAt = ''] = process.argv.slice(2)
let touched = 0
const counting = <A extends unknown[], R>(act: (...args: A) => R) =>
  ((...args: A): R => {
    touched += 1
    if (touched === Number(killAt)) process.kill(process.pid, 'SIGKILL')
    return act(...args)
  }) as never
fs.openSync = counting(fs.openSync)
fs.writeSync = counting(fs.writeSync)
fs.mkdirSync = counting(fs.mkdirSync)
fs.renameSync = counting(fs.renameSync)
fs.rmSync = counting(fs.rmSync)
fs.copyFileSync = counting(fs.copyFileSync)
fs.writeFileSync = counting(fs.writeFileSync)
// What is imported by name from here on is what counts.
syncBuiltinESMExports()

const { beginConversion, commitConversion, convertFixed, convertRest, settleConversion } =
  await import('#electron/kernel/convert-folder')
const { keysFrom } = await import('#electron/kernel/folder-keys')
const keys = keysFrom(Buffer.from(dataKey, 'hex'))
const conversion = to === 'encrypted' ? { folder, from: null, to: keys } : { folder, from: keys, to: null }
beginConversion(conversion)
convertFixed(conversion)
convertRest(conversion)
commitConversion(conversion)
settleConversion(folder)
process.stdout.write(`${touched}\n`)
