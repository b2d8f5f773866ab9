import { createReadStream, existsSync, renameSync, rmSync } from 'node:fs'

import { v7 } from 'uuid'

import { makeBackup } from '#electron/exchange/backup'
import { sealedKind, withOpened } from '#electron/exchange/backup-sources'
import { proveBackup } from '#electron/exchange/prove-backup'
import { adoptRestored, restore } from '#electron/exchange/restore'
import { scryptCost } from '#electron/kernel/crypto'
import { lendKeys } from '#electron/kernel/folder-keys'
import { nodeSurroundings } from '#electron/kernel/node-surroundings'
import { seal } from '#electron/kernel/sealed-file'
import type { ProofFound } from '#shared/exchange/backup'
import { Refusal } from '#shared/kernel/refusal'

import { type Ending, type Talk, worded, wordedCode } from './talk.ts'
import { unlock, unlockIfGiven } from './unlock.ts'

const control = { report: () => {}, signal: new AbortController().signal }

/**
 * Makes a backup of a data folder, also beside a running program, and restores it aside; under a passphrase, which is one
 * line of standard input, where it is sealed.
 */
export async function backupMake(talk: Talk, folder: string, to: string, isSealed: boolean): Promise<Ending> {
  const around = nodeSurroundings()
  if (existsSync(to)) throw new Refusal('cli.file-exists', { file: to })
  const passphrase = isSealed ? await askPassphrase(talk) : null
  const plain = `${to}.plain`
  const work = `${to}.work`
  // Outside of the data folder, and yet of the same store.
  lendKeys(folder, work)
  try {
    await makeBackup(
      { folder, work, to: plain, program: around.name, at: around.now().toISOString() },
      control,
    )
    const { found } = await proveBackup({ from: plain, scratch: work, program: around.program }, control)
    if (passphrase === null) renameSync(plain, to)
    else await seal(to, { kind: sealedKind, id: v7(), passphrase, cost: scryptCost }, createReadStream(plain))
    return told(talk, to, found)
  } finally {
    rmSync(plain, { force: true })
  }
}

/** Restores a backup aside, computes it again and throws the copy away; an enciphered one asks for its key. */
export function backupCheck(talk: Talk, from: string): Promise<Ending> {
  const { program } = nodeSurroundings()
  return opened(talk, from, async (file) => {
    const open = (scratch: string) => unlock(talk, [scratch])
    const { found } = await proveBackup({ from: file, scratch: `${from}.work`, program, open }, control)
    return told(talk, from, found)
  })
}

function told(talk: Talk, file: string, found: ProofFound): Ending {
  const { files, auditLines, inventories } = found
  talk.out(worded(talk, 'cli.backed-up', { file, files, seq: auditLines, inventories }))
  for (const { code, facts } of found.troubles) talk.err(`  ${wordedCode(talk.language, code, facts)}`)
  return found.troubles.length === 0 ? 'done' : 'check-failed'
}

/** Brings a data folder back from a backup. */
export function backupRestore(talk: Talk, from: string, folder: string): Promise<Ending> {
  return opened(talk, from, async (file) => {
    const open = (beside: string) => unlockIfGiven(talk, beside)
    const { files, audit } = await restore({ from: file, folder, open }, control)
    adoptRestored(folder, nodeSurroundings())
    talk.out(worded(talk, 'cli.restored', { folder, files: files.length, seq: audit.seq }))
    return 'done'
  })
}

/** A sealed backup asks for its passphrase once it is known to need one. */
async function opened(talk: Talk, from: string, work: (file: string) => Promise<Ending>): Promise<Ending> {
  try {
    return await withOpened(from, `${from}.opened`, null, work)
  } catch (error) {
    if (!(error instanceof Refusal) || error.code !== 'exchange.passphrase-needed') throw error
    return withOpened(from, `${from}.opened`, await askPassphrase(talk), work)
  }
}

async function askPassphrase(talk: Talk): Promise<string> {
  const line = await talk.ask('cli.ask-passphrase')
  if (line === null || line === '') throw new Refusal('cli.no-password')
  return line
}
