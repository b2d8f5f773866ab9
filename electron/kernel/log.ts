import { appendFileSync, existsSync, mkdirSync, readFileSync, renameSync, statSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'

import { randomBytes } from '#electron/kernel/crypto'

/** Where bugs are written down, for whoever mends them. Never a person's name, never what was typed. */
export interface Log {
  /** Writes down an unexpected error and returns the number under which the user can report it. */
  readonly unexpected: (where: string, error: unknown) => string
}

const fileLimit = 1024 * 1024
const filesKept = 5

/** Opens the log in `<home>/logs/`: five files of at most 1 MiB, the newest in `tanbu.log`. */
export function openLog(home: string, now: () => Date): Log {
  const folder = join(home, 'logs')
  return {
    unexpected: (where, error) => {
      const number = `E-${randomBytes(3).toString('hex').toUpperCase()}`
      const line = { at: now().toISOString(), number, where, ...anonymous(error) }
      try {
        mkdirSync(folder, { recursive: true, mode: 0o700 })
        rotate(folder)
        appendFileSync(join(folder, 'tanbu.log'), `${JSON.stringify(line)}\n`, { mode: 0o600 })
      } catch {
        // A full disk must not turn one error into two; the number still tells the user that it was a bug.
      }
      return number
    },
  }
}

/** The newest lines of the log of a home folder, oldest first; none where nothing unexpected ever happened. */
export function lastLogLines(home: string, count: number): readonly string[] {
  const files = ['tanbu.1.log', 'tanbu.log']
    .map((name) => join(home, 'logs', name))
    .filter((file) => existsSync(file))
  return files
    .flatMap((file) => readFileSync(file, 'utf8').split('\n'))
    .filter((line) => line !== '')
    .slice(-count)
}

function rotate(folder: string): void {
  const file = join(folder, 'tanbu.log')
  if (!existsSync(file) || statSync(file).size < fileLimit) return
  for (let age = filesKept - 1; age > 0; age -= 1) {
    const older = join(folder, `tanbu.${age}.log`)
    const newer = age === 1 ? file : join(folder, `tanbu.${age - 1}.log`)
    if (existsSync(newer)) renameSync(newer, older)
  }
}

/** What is needed to find a bug: kind, code, places in the code. Quoted text and the user's folder are left out. */
function anonymous(error: unknown): {
  readonly name: string
  readonly message: string
  readonly stack: string
} {
  if (!(error instanceof Error)) return { name: typeof error, message: '', stack: '' }
  const code = 'code' in error ? ` ${String(error.code)}` : ''
  const cause = error.cause instanceof Error ? `\n${anonymous(error.cause).stack}` : ''
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line))
  const message = withoutQuotes(error.message.split('\n')[0] ?? '')
  return {
    name: error.name + code,
    message,
    stack: withoutHome(`${error.name}: ${message}\n${frames.join('\n')}${cause}`),
  }
}
const withoutQuotes = (text: string) => withoutHome(text).replace(/(["'“`])(?:(?!\1|”).)*(?:\1|”)/g, '$1…$1')
const withoutHome = (text: string) => text.replaceAll(homedir(), '~')
