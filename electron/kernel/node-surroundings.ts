import { existsSync, readFileSync } from 'node:fs'
import { homedir } from 'node:os'
import { dirname, join } from 'node:path'

import { v7 } from 'uuid'

import type { Surroundings } from '#electron/kernel/surroundings'
import type { Language } from '#shared/kernel/texts'

/** The surroundings of every host that runs on Node: the real clock and the program's own files on disk. */
export function nodeSurroundings(): Surroundings {
  const program = programFolder(import.meta.dirname)
  return {
    now: () => new Date(),
    newId: () => v7(),
    program,
    name: `Tanbu ${versionOf(program)}`,
    language: systemLanguage(),
    jobs: entryModule('job-worker'),
  }
}

/** One of the program's own entry modules, beside the bundle when built, in `electron/` when run from source. */
export function entryModule(name: 'job-worker' | 'backend-process'): URL {
  const place = import.meta.url.endsWith('.ts') ? `../${name}.ts` : `./${name}.js`
  return new URL(place, import.meta.url)
}

/** The folder with `package.json`, `resources/` and `db/migrations/`, above wherever this module was put. */
export function programFolder(from: string): string {
  if (existsSync(join(from, 'db', 'migrations'))) return from
  const above = dirname(from)
  if (above === from) throw new Error('The program does not find its own files')
  return programFolder(above)
}

/** Where the data folders live unless the user says otherwise: a folder of this user alone. */
export function homeFolder(): string {
  const given = process.env['TANBU_HOME']
  if (given) return given
  if (process.platform === 'win32')
    return join(process.env['APPDATA'] ?? join(homedir(), 'AppData', 'Roaming'), 'Tanbu')
  if (process.platform === 'darwin') return join(homedir(), 'Library', 'Application Support', 'Tanbu')
  return join(process.env['XDG_DATA_HOME'] ?? join(homedir(), '.local', 'share'), 'tanbu')
}

function versionOf(program: string): string {
  const { version } = JSON.parse(readFileSync(join(program, 'package.json'), 'utf8')) as { version: string }
  return version
}

/** Chinese unless the machine plainly speaks another language: a bare `C` locale says nothing of its user. */
function systemLanguage(): Language {
  const spoken = [process.env['LC_ALL'], process.env['LC_MESSAGES'], process.env['LANG']].find(Boolean)
  const locale = spoken ?? Intl.DateTimeFormat().resolvedOptions().locale
  return /^(zh|C|POSIX)(?![a-z])/i.test(locale) || !spoken ? 'zh' : 'en'
}
