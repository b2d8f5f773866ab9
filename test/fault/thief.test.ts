import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'

import { afterAll, beforeAll, expect, it } from 'vitest'

import { migrationsIn } from '#db/kernel/migrate'
import { openStore } from '#db/kernel/open'
import { settleConversion } from '#electron/kernel/convert-folder'
import { evidencePath, putEvidence, verifyEvidence } from '#electron/kernel/evidence-store'
import { dropKeys, holdKeys, keysFrom } from '#electron/kernel/folder-keys'
import { readKept } from '#electron/kernel/kept-bytes'
import { findByPassword, storeState, type StoreState } from '#electron/kernel/keyring'
import { stagedUpload, stageUpload } from '#electron/kernel/uploads'
import { randomFrom, seedOfRun } from '#test/fault/random'
import { administrator, startBackend } from '#test/support/backend'

/** 20 in every run of the tests, 200 in the long one. */
const kills = Number(process.env['TANBU_FAULT_KILLS'] ?? (process.env['TANBU_LONG'] ? 200 : 20))
const random = randomFrom(seedOfRun)
const program = new URL('../..', import.meta.url).pathname
const [person, paper, table] = ['慕容雪见秘名', 'EVIDENCE-MARK-88001', 'UPLOAD-MARK-88002']

let home: string
let folder: string
let dataKey: Buffer
let hashes: readonly string[]
let upload: string
beforeAll(async () => {
  home = mkdtempSync(join(tmpdir(), 'tanbu-thief-'))
  folder = join(home, 'plant')
  const plant = await startBackend({ folder })
  await plant.api.access.addPerson({ name: person })
  hashes = Array.from({ length: 12 }, (_, number) => {
    const file = join(home, 'paper')
    writeFileSync(file, `${paper} ${number} `.repeat(10 ** (number % 5)))
    return putEvidence(folder, file).sha256
  })
  rmSync(join(home, 'paper'))
  upload = await stageUpload(folder, {
    name: 'table.csv',
    type: '',
    body: new Blob([table]).stream() as never,
  })
  await plant.close()
  dataKey = (await findByPassword(folder, administrator.password))?.dataKey ?? Buffer.alloc(0)
})
afterAll(() => rmSync(home, { recursive: true, force: true }))

/**
 * Converts in a process of its own, which is killed at its n-th touch of the disk; 0 lets it through.
 *
 * @returns how often it touched the disk, where it came to its end.
 */
async function convert(to: StoreState, killAt: number): Promise<number> {
  const child = spawn(
    process.execPath,
    ['test/fault/convert-child.ts', folder, dataKey.toString('hex'), to, String(killAt)],
    { cwd: program, stdio: ['ignore', 'pipe', 'inherit'] },
  )
  const [said] = await Promise.all([text(child.stdout), once(child, 'exit')])
  return Number(said)
}

/** Opens the folder as the program does and finds everything that was acknowledged. */
async function expectAllThere(context: string): Promise<void> {
  const isEncrypted = storeState(folder) === 'encrypted'
  if (isEncrypted) holdKeys(folder, keysFrom(dataKey))
  try {
    const store = openStore({
      folder,
      migrations: migrationsIn(join(program, 'db/migrations')),
      holder: { program: 'test', pid: process.pid, since: '' },
      prepare: settleConversion,
    })
    const names = store.read.ask<{ name: string }>('SELECT name FROM access_people').map(({ name }) => name)
    store.close()
    expect(names, context).toContain(person)
    expect(await verifyEvidence(folder, hashes), context).toEqual([])
    expect(readKept(stagedUpload(folder, upload).path).toString(), context).toBe(table)
    expect(existsSync(join(folder, 'next')), context).toBe(false)
    if (isEncrypted) expect(marksFound(), context).toEqual([])
    // Otherwise the search for marks would find nothing because it cannot.
    else expect(marksFound(), context).toEqual([paper, table, person].toSorted())
  } finally {
    dropKeys(folder)
  }
}

function marksFound(): string[] {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((each) => each.isFile())
  const bytes = files.map(({ parentPath, name }) => readFileSync(join(parentPath, name)))
  return [person, paper, table].filter((mark) => bytes.some((each) => each.includes(mark))).toSorted()
}

const touches = { encrypted: 0, plain: 0 }

it(
  'T1 a conversion that was let through leaves nothing readable, and one back leaves everything',
  { timeout: 120_000 },
  async () => {
    touches.encrypted = await convert('encrypted', 0)
    expect(storeState(folder)).toBe('encrypted')
    await expectAllThere('encrypted')
    // The names of files tell nothing either: a hash says who else has the same file.
    for (const sha256 of hashes) expect(existsSync(evidencePath(folder, sha256))).toBe(false)
    touches.plain = await convert('plain', 0)
    expect(storeState(folder)).toBe('plain')
    await expectAllThere('plain')
  },
)

it(
  `T2 a conversion killed at ${kills} random points leaves a folder that opens with everything in it, enciphered or not`,
  { timeout: 60 * 60_000 },
  async () => {
    const reached = new Set<string>()
    for (let kill = 1; kill <= kills; kill += 1) {
      const before = storeState(folder)
      const to = before === 'plain' ? 'encrypted' : 'plain'
      const at = 1 + random.below(touches[to])
      await convert(to, at)
      reached.add(storeState(folder) === to ? 'after the switch' : 'before the switch')
      await expectAllThere(`seed ${seedOfRun}, kill ${kill} at touch ${at} of ${touches[to]}`)
    }
    expect(reached.size).toBe(2)
  },
)
