import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { arch, platform, release } from 'node:os'
import { join } from 'node:path'

import { backupsOf } from '#db/exchange/backup-queries'
import { openReader } from '#db/kernel/open'
import { chainHead } from '#db/kernel/queries'
import { engineLibraryOf } from '#electron/accounting/engine-library'
import { isUnaltered } from '#electron/kernel/evidence-store'
import { inventoryDocument } from '#shared/accounting/document'
import { goldenCase, proveCase } from '#shared/accounting/golden'
import type { StoreHealth } from '#shared/exchange/backup'
import type { LyingBackup, ProvenCase, SelfProof } from '#shared/exchange/self-proof'

import type { Control } from './backup.ts'
import { proveBackup } from './prove-backup.ts'

export interface ProveSelf {
  /** The program's own folder, and its name with version. */
  readonly program: string
  readonly name: string
  readonly at: string
  /** The data folder to check; null for the program alone. */
  readonly folder: string | null
  /** A folder for the newest backup to be restored into; thrown away. */
  readonly scratch: string
}

/**
 * Computes all published cases that come with the program and, with a data folder, checks its store, trail, evidence and
 * backups. Every comparison is made anew; nothing of an earlier proof is believed.
 */
export async function proveSelf(
  { program, name, at, folder, scratch }: ProveSelf,
  checkStore: (folder: string) => Promise<StoreHealth>,
  control: Control,
): Promise<SelfProof> {
  const cases = proveCases(program, control)
  return {
    at,
    program: name,
    machine: `${platform()} ${release()} ${arch()} · Node ${process.versions.node}`,
    cases,
    data: folder === null ? null : await proveData({ folder, program, scratch }, checkStore, control),
  }
}

function proveCases(program: string, { report }: Pick<Control, 'report'>): ProvenCase[] {
  const place = join(program, 'resources/accounting/golden')
  const json = (file: string): unknown => JSON.parse(readFileSync(join(place, file), 'utf8'))
  const library = engineLibraryOf({ program })
  const files = readdirSync(join(place, 'expected')).toSorted()
  return files.map((file, index) => {
    const golden = goldenCase.parse(json(join('expected', file)))
    const proven = proveCase(golden, (document) => inventoryDocument.parse(json(document)), library)
    report({ step: 'exchange.step-cases', done: index + 1, total: files.length })
    return {
      name: golden.name,
      source: golden.source,
      compared: proven.length,
      wrong: proven.filter(({ published, computed }) => published !== computed),
    }
  })
}

async function proveData(
  {
    folder,
    program,
    scratch,
  }: { readonly folder: string; readonly program: string; readonly scratch: string },
  checkStore: (folder: string) => Promise<StoreHealth>,
  control: Control,
): Promise<SelfProof['data']> {
  const reader = openReader(folder)
  const [head, kept] = [chainHead(reader.read), backupsOf(reader.read)]
  reader.close()
  const backups: LyingBackup[] = []
  for (const { file, sha256 } of kept)
    backups.push({ file, state: stateOf(join(folder, 'backups', file), sha256) })
  // One that is not what was written is told as such above; what is restored is the newest that is.
  const newest = backups.find(({ state }) => state === 'same')
  return {
    head,
    health: await checkStore(folder),
    backups,
    newest: newest
      ? (await proveBackup({ from: join(folder, 'backups', newest.file), scratch, program }, control)).found
      : null,
  }
}

/** As it was made: where the plant was encrypted later, the file lies enciphered. */
function stateOf(file: string, sha256: string): LyingBackup['state'] {
  if (!existsSync(file)) return 'missing'
  return isUnaltered(file, sha256) ? 'same' : 'altered'
}
