import { createInterface, type Interface } from 'node:readline'
import { Writable } from 'node:stream'
import { parseArgs } from 'node:util'

import { backupCheck, backupMake, backupRestore } from '#electron/cli/backup'
import { calculate, schema } from '#electron/cli/calculate'
import { checkPackage } from '#electron/cli/check-package'
import { demo } from '#electron/cli/demo'
import { hubCommand } from '#electron/cli/hub'
import { importLedger, init } from '#electron/cli/plant'
import { prove } from '#electron/cli/prove'
import { auditUsage, auditVerify, exportFiles, inventory } from '#electron/cli/read-plant'
import { type Ending, exitCodes, type Talk, tellTrouble, Usage, worded } from '#electron/cli/talk'
import { unlock } from '#electron/cli/unlock'
import { nodeSurroundings } from '#electron/kernel/node-surroundings'
import type { Language } from '#shared/kernel/texts'

/** The same services without a window. `help` says what there is; the exit code says how it ended. */
const options = {
  lang: { type: 'string' },
  json: { type: 'boolean' },
  sample: { type: 'boolean' },
  year: { type: 'string' },
  to: { type: 'string' },
  kinds: { type: 'string' },
  user: { type: 'string' },
  facility: { type: 'string' },
  sheet: { type: 'string' },
  'valid-only': { type: 'boolean' },
  'dry-run': { type: 'boolean' },
  home: { type: 'string' },
  port: { type: 'string' },
  seal: { type: 'string' },
  anchor: { type: 'string', multiple: true },
  ca: { type: 'string' },
  'no-tls': { type: 'boolean' },
  sealed: { type: 'boolean' },
} as const

type Values = ReturnType<typeof parsed>['values']
function parsed(argv: readonly string[]) {
  return parseArgs({ args: [...argv], options, allowPositionals: true, strict: true })
}

/** Runs one command and gives its exit code. */
async function main(argv: readonly string[]): Promise<number> {
  let talk = talkIn(languageOf(undefined))
  try {
    const { values, positionals } = readArguments(argv)
    talk = talkIn(languageOf(values.lang))
    // What signs in asks for the same password itself.
    if (positionals[0] !== 'import') await unlock(talk, positionals.slice(1))
    return exitCodes[await run(talk, positionals, values)]
  } catch (error) {
    return exitCodes[tellTrouble(talk, error)]
  }
}
function readArguments(argv: readonly string[]) {
  try {
    return parsed(argv)
  } catch {
    throw new Usage('help')
  }
}

function run(
  talk: Talk,
  [command = 'help', ...args]: readonly string[],
  values: Values,
): Ending | Promise<Ending> {
  switch (command) {
    case 'calculate':
      return calculate(talk, need(args[0], 'calculate FILE [--json]'), values.json ?? false)
    case 'schema':
      if (args[0] !== 'inventory') throw new Usage('schema inventory')
      return schema(talk)
    case 'demo':
      return demo(talk, need(args[0], 'demo DIR'))
    case 'init':
      return init(talk, need(args[0], 'init DIR [--sample]'), {
        login: values.user ?? 'admin',
        isSample: values.sample ?? false,
      })
    case 'import':
      return importCommand(talk, args, values)
    case 'inventory':
      return inventory(
        talk,
        need(args[0], inventoryUsage),
        yearOf(values.year, inventoryUsage),
        values.json ?? false,
      )
    case 'export':
      return exportFiles(
        talk,
        need(args[0], exportUsage),
        yearOf(values.year, exportUsage),
        need(values.to, exportUsage),
        (values.kinds ?? 'xlsx,docx,pdf,json').split(','),
      )
    case 'audit':
      return auditCommand(talk, args, values)
    case 'package':
      return packageCommand(talk, args, values)
    case 'backup':
      return backupCommand(talk, args, values)
    case 'restore':
      return backupCommand(talk, ['restore', ...args], values)
    case 'hub':
      return hub(talk, args, values)
    case 'prove':
      return prove(talk, args[0] ?? null, { to: values.to ?? null, json: values.json ?? false })
    case 'serve':
      return serve()
    case 'help':
      talk.out(worded(talk, 'cli.help'))
      return 'done'
    default:
      talk.err(worded(talk, 'cli.unknown-command', { command }))
      return 'usage'
  }
}
function importCommand(talk: Talk, [folder, ledger]: readonly string[], values: Values): Promise<Ending> {
  return importLedger(talk, need(folder, importUsage), need(ledger, importUsage), {
    login: values.user ?? 'admin',
    year: values.year === undefined ? null : yearOf(values.year, importUsage),
    facility: values.facility ?? null,
    sheet: values.sheet ?? null,
    validOnly: values['valid-only'] ?? false,
    isDryRun: values['dry-run'] ?? false,
  })
}
const importUsage =
  'import DIR LEDGER [--year YEAR] [--facility NAME] [--sheet NAME] [--valid-only] [--dry-run]'
function auditCommand(
  talk: Talk,
  [act, folder]: readonly string[],
  values: Values,
): Ending | Promise<Ending> {
  if (act !== 'verify') throw new Usage(auditUsage)
  return auditVerify(talk, need(folder, auditUsage), values.anchor ?? [])
}
function hub(talk: Talk, args: readonly string[], values: Values): Ending | Promise<Ending> {
  const { program } = nodeSurroundings()
  return hubCommand(talk, args, { program, ca: values.ca ?? null, isPlain: values['no-tls'] ?? false })
}
/** `backup DIR --to FILE` says the same as `backup make`, and `restore` the same as `backup restore`. */
function backupCommand(talk: Talk, [act, ...args]: readonly string[], values: Values): Promise<Ending> {
  if (act === 'check') return backupCheck(talk, need(args[0], 'backup check FILE'))
  if (act === 'restore') return backupRestore(talk, need(args[0], restoreUsage), need(args[1], restoreUsage))
  const folder = act === 'make' ? args[0] : act
  return backupMake(talk, need(folder, makeUsage), need(values.to, makeUsage), values.sealed ?? false)
}
const makeUsage = 'backup make DIR --to FILE [--sealed]'
const restoreUsage = 'backup restore FILE DIR'
function packageCommand(talk: Talk, [act, file]: readonly string[], values: Values): Promise<Ending> {
  if (act !== 'check') throw new Usage(packageUsage)
  return checkPackage(talk, need(file, packageUsage), values.seal ?? '', values.json ?? false)
}
const packageUsage = 'package check FILE [--seal HASH] [--json]'
const inventoryUsage = 'inventory DIR --year YEAR [--json]'
const exportUsage = 'export DIR --year YEAR --to DIR [--kinds xlsx,docx,pdf,json]'

/** The loopback host is a module of its own that reads the same `--home` and `--port`. */
async function serve(): Promise<Ending> {
  process.argv.splice(2, 1)
  await import('#electron/serve')
  return new Promise(() => {})
}

function need(value: string | undefined, usage: string): string {
  if (value === undefined || value === '') throw new Usage(usage)
  return value
}
function yearOf(text: string | undefined, usage: string): number {
  if (text === undefined || !/^\d{4}$/.test(text)) throw new Usage(usage)
  return Number.parseInt(text, 10)
}
function languageOf(wanted: string | undefined): Language {
  return wanted === 'en' || wanted === 'zh' ? wanted : nodeSurroundings().language
}

function talkIn(language: Language): Talk {
  const talk = {
    language,
    out: (text: string) => void process.stdout.write(`${text}\n`),
    err: (text: string) => void process.stderr.write(`${text}\n`),
  }
  return {
    ...talk,
    ask: async (question) => {
      if (process.stdin.isTTY) process.stderr.write(worded(talk, question))
      const { value, done } = await input().next()
      if (process.stdin.isTTY) talk.err('')
      return done === true ? null : value
    },
  }
}

let lines: Interface | undefined
let asked: AsyncIterator<string, undefined> | undefined
/** The lines of standard input, for whoever asks for the next. What is typed at a terminal does not show: it is a password. */
function input(): AsyncIterator<string, undefined> {
  const unseen = new Writable({ write: (_letters, _encoding, done) => done() })
  lines ??= createInterface({
    input: process.stdin,
    ...(process.stdin.isTTY && { output: unseen, terminal: true }),
  }).on('SIGINT', () => process.exit(130))
  asked ??= lines[Symbol.asyncIterator]()
  return asked
}

process.exitCode = await main(process.argv.slice(2))
lines?.close()
