import { existsSync, openAsBlob, readdirSync } from 'node:fs'
import { basename } from 'node:path'

import { createBackend } from '#electron/kernel/backend'
import { type Client, clientAt, refusalIn, runToEnd } from '#electron/kernel/in-process'
import { nodeSurroundings } from '#electron/kernel/node-surroundings'
import { stageUpload } from '#electron/kernel/uploads'
import { openFolder, openHome, type Workspace } from '#electron/kernel/workspace'
import { Refusal } from '#shared/kernel/refusal'
import type { NodeId } from '#shared/organization/model'

import { type Ending, type Talk, worded, wordedCode } from './talk.ts'
import { unlock } from './unlock.ts'

/** A data folder opened for writing, with a client of its own; refused while another program writes to it. */
export async function writing<T>(
  workspace: Workspace,
  work: (api: Client, folder: () => string) => Promise<T>,
): Promise<T> {
  const around = nodeSurroundings()
  const backend = createBackend(workspace, around)
  try {
    return await work(clientAt(backend.router, `command-line-${process.pid}`), () => workspace.store().folder)
  } catch (error) {
    throw refusalIn(error)
  } finally {
    backend.close()
  }
}

export interface Init {
  readonly login: string
  readonly isSample: boolean
}

/** Makes a data folder with its administrator; the password is one line of standard input. */
export async function init(talk: Talk, folder: string, { login, isSample }: Init): Promise<Ending> {
  if (existsSync(folder) && readdirSync(folder).length > 0)
    throw new Refusal('cli.folder-not-empty', { folder })
  const password = await askPassword(talk)
  const around = nodeSurroundings()
  const workspace = isSample ? openHome(folder, around) : openFolder(folder, around)
  await writing(workspace, async (api, current) => {
    const { recoveryKey } = await runToEnd(
      api.access.setUp({ language: talk.language, name: login, login, password }),
    )
    if (isSample) await runToEnd(api.access.openSample({}))
    talk.out(worded(talk, 'cli.made', { folder: current(), login }))
    talk.out(worded(talk, 'cli.recovery-key', { key: recoveryKey }))
  })
  return 'done'
}

export interface ImportLedger {
  readonly login: string
  readonly year: number | null
  readonly facility: string | null
  readonly sheet: string | null
  readonly validOnly: boolean
  readonly isDryRun: boolean
}

/** Imports a ledger that somebody keeps: layout, names and units are proposed by the program, troubles name the cell. */
export async function importLedger(
  talk: Talk,
  folder: string,
  file: string,
  wanted: ImportLedger,
): Promise<Ending> {
  if (!existsSync(file)) throw new Refusal('cli.no-file', { file })
  const password = await askPassword(talk)
  await unlock(talk, [folder], password)
  return writing(openFolder(folder, nodeSurroundings()), async (api, current) => {
    await runToEnd(api.access.signIn({ login: wanted.login, password }))
    const facility = await facilityNamed(api, wanted.facility)
    const blob = await openAsBlob(file)
    const upload = await stageUpload(current(), {
      name: basename(file),
      type: '',
      body: blob.stream() as ReadableStream<Uint8Array>,
    })
    const source = { upload, choice: { sheet: wanted.sheet, encoding: null, delimiter: null } }
    const year = wanted.year ?? nodeSurroundings().now().getUTCFullYear() - 1
    const { proposal } = await runToEnd(api.activity.importInspect({ ...source, facility, year }))
    if (!proposal.mapping) throw new Refusal('activity.no-table-found')
    const plan = { ...source, facility, mapping: proposal.mapping, period: null, acceptRepairs: [] }
    const { counts, troubles } = await runToEnd(api.activity.importPreview(plan))
    for (const { cell, code, facts } of troubles)
      talk.err(
        worded(talk, 'cli.import-trouble', {
          cell: cell ?? '',
          reason: wordedCode(talk.language, code, facts),
        }),
      )
    if (wanted.isDryRun) {
      talk.out(worded(talk, 'cli.would-import', { count: counts.readings, troubles: counts.errors }))
      return counts.errors === 0 ? 'done' : 'check-failed'
    }
    if (counts.errors > 0 && !wanted.validOnly) {
      talk.err(worded(talk, 'cli.import-refused', { count: counts.errors }))
      return 'refused'
    }
    const { readings } = await runToEnd(
      api.activity.import({
        ...plan,
        take: wanted.validOnly ? 'valid' : 'all',
        again: false,
        isRecord: true,
        proofs: [],
        profile: null,
        reason: null,
      }),
    )
    talk.out(worded(talk, 'cli.imported', { count: readings }))
    return 'done'
  })
}

async function facilityNamed(api: Client, name: string | null): Promise<NodeId> {
  const facilities = (await api.organization.tree({})).filter(({ kind }) => kind === 'facility')
  const found = name === null ? facilities[0] : facilities.find((node) => node.name === name)
  if (!found) throw new Refusal('cli.no-facility', { name: name ?? '' })
  return found.id
}

async function askPassword(talk: Talk): Promise<string> {
  const line = await talk.ask('cli.ask-password')
  if (line === null || line === '') throw new Refusal('cli.no-password')
  return line
}
