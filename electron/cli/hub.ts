import { readFileSync } from 'node:fs'

import { addPlantToHub, hubScript, setUpHub } from '#electron/exchange/hub-set-up'
import { type HubLine, openHubLine } from '#electron/exchange/targets/hub-line'
import type { SettingsOf } from '#shared/exchange/target'

import { type Ending, type Talk, Usage, wordedCode } from './talk.ts'

const usage = `hub script
hub set-up postgresql://OWNER@HOST[:PORT]/DATABASE [--ca FILE] [--no-tls]
hub add-plant postgresql://OWNER@HOST[:PORT]/DATABASE ROLE STORE TITLE [--ca FILE] [--no-tls]`

export interface HubOptions {
  readonly program: string
  /** File with the PEM of the authority that signed the server's certificate. */
  readonly ca: string | null
  readonly isPlain: boolean
}

/** What the owner of a group's hub does: makes it, and registers the plants. The password is read from standard input. */
export async function hubCommand(talk: Talk, args: readonly string[], options: HubOptions): Promise<Ending> {
  const [act, address, role, storeId, title] = args
  if (act === 'script') {
    talk.out(hubScript(options.program))
    return 'done'
  }
  if (act === 'set-up')
    return withHub(talk, address, options, async (line) => {
      const done = await setUpHub(options.program, line)
      talk.out(wordedCode(talk.language, 'exchange.hub-set-up', { count: done.length }))
    })
  if (act !== 'add-plant' || !role || !storeId || !title) throw new Usage(usage)
  return withHub(talk, address, options, async (line) => {
    await addPlantToHub(line, { role, storeId, title })
    talk.out(wordedCode(talk.language, 'exchange.hub-plant-added', { role, title }))
  })
}

async function withHub(
  talk: Talk,
  address: string | undefined,
  options: HubOptions,
  work: (line: HubLine) => Promise<void>,
): Promise<Ending> {
  const settings = settingsOf(address, options)
  const password = (await talk.ask('cli.ask-password')) ?? ''
  const line = await openHubLine(settings, password, 30_000, new AbortController().signal)
  try {
    await work(line)
    return 'done'
  } finally {
    line.end()
  }
}

/** A password in the address would stand in the list of processes, for everybody to read. */
function settingsOf(address: string | undefined, { ca, isPlain }: HubOptions): SettingsOf<'hub'> {
  if (!address || !URL.canParse(address)) throw new Usage(usage)
  const { protocol, hostname, port, pathname, username, password } = new URL(address)
  const database = decodeURIComponent(pathname.slice(1))
  if (!protocol.startsWith('postgres') || !username || !database || password) throw new Usage(usage)
  return {
    kind: 'hub',
    host: hostname.replace(/^\[|\]$/g, ''),
    port: port === '' ? 5432 : Number.parseInt(port, 10),
    database,
    user: decodeURIComponent(username),
    tls: isPlain ? 'off' : 'verify',
    ca: ca === null ? null : readFileSync(ca, 'utf8'),
  }
}
