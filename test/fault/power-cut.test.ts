import {
  copyFileSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'

import type { Database } from 'better-sqlite3'
import { afterAll, beforeAll, expect, it } from 'vitest'

import { chainHead } from '#db/kernel/queries'
import { readAnchor } from '#electron/kernel/anchor'
import { sha256, sha256Stream } from '#electron/kernel/crypto'
import { stageUpload } from '#electron/kernel/uploads'
import { headTrouble, verifyChain } from '#electron/kernel/verify-chain'
import { buildPlant } from '#test/fault/plant'
import { randomFrom, seedOfRun } from '#test/fault/random'
import { faultsOf, opened, stateOf } from '#test/fault/state'
import { nextAct } from '#test/fault/working-day'
import { administrator, finish, startBackend, type TestBackend } from '#test/support/backend'
import { diskFolder } from '#test/support/disk'

/** How often a log is cut or damaged; ten times as often in the long run. */
const cuts = process.env['TANBU_LONG'] ? 400 : 40
const random = randomFrom(seedOfRun)

/** The state of the store after a commit, and how far its log reached then. */
interface Commit {
  readonly end: number
  readonly seq: number
  readonly digest: string
}
interface Log {
  /** The data folder as it was before the first of the commits, and the log that holds all of them. */
  readonly store: Buffer
  readonly log: Buffer
  readonly commits: readonly Commit[]
  /** The log after the last commit was acknowledged and the next had written half of its pages. */
  readonly folder: string
}

const home = mkdtempSync(join(diskFolder(), 'tanbu-power-'))
let recorded: Log
beforeAll(async () => {
  recorded = await recordDay()
})
afterAll(() => rmSync(home, { recursive: true, force: true }))

/** Lives a day of which every commit stays in the log, and notes the store after each. */
async function recordDay(): Promise<Log> {
  const plant = await buildPlant(home)
  const backend = await startBackend({ folder: plant.folder, setUp: false })
  const { login, password } = administrator
  await finish(backend.api.access.signIn({ login, password }))
  const { sqlite, read } = backend.backend.spine.store()
  sqlite.pragma('wal_autocheckpoint = 0')
  sqlite.pragma('wal_checkpoint(TRUNCATE)')
  const store = readFileSync(join(plant.folder, 'store.db'))
  const end = () => statSync(join(plant.folder, 'store.db-wal')).size
  const commits: Commit[] = [{ end: 0, seq: chainHead(read).seq, digest: digestOf(sqlite) }]
  let now = stateOf(read)
  const desk = { api: backend.api, upload: uploadTo(backend) }
  for (let acts = 0; acts < 30; acts += 1) {
    const act = nextAct(plant, now, random)
    await act.run(desk)
    now = act.after
    commits.push({ end: end(), seq: chainHead(read).seq, digest: digestOf(sqlite) })
  }
  const log = readFileSync(join(plant.folder, 'store.db-wal'))
  const folder = join(home, 'stopped')
  cpSync(plant.folder, folder, { recursive: true })
  await backend.close()
  return { store, log, commits, folder }
}

function uploadTo({ folder }: TestBackend) {
  return (name: string, bytes: Uint8Array) =>
    stageUpload(folder, { name, type: '', body: new Blob([bytes as BlobPart]).stream() as never })
}

/** One hash over every row of every table. */
function digestOf(sqlite: Database): string {
  const hash = sha256Stream()
  const tables = sqlite
    .prepare<[], string>(
      `SELECT name FROM main.sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name`,
    )
    .pluck()
    .all()
  for (const table of tables)
    for (const row of sqlite.prepare(`SELECT * FROM "${table}"`).raw().iterate())
      hash.add(`${table} ${JSON.stringify(row)}\n`)
  return hash.end()
}

let copies = 0
/** The data folder as it stands after a power cut left these bytes of store and log. */
function after(store: Buffer, log: Buffer): string {
  copies += 1
  const folder = join(home, `copy-${copies}`)
  mkdirSync(folder)
  writeFileSync(join(folder, 'store.db'), store)
  writeFileSync(join(folder, 'store.db-wal'), log)
  return folder
}
/** Opens what the power cut left, says what is in it, and throws it away. */
function reopened(store: Buffer, log: Buffer): { readonly digest: string; readonly chain: unknown } {
  const folder = after(store, log)
  const found = opened(folder)
  try {
    const { firstBreak } = verifyChain(found.read, null, () => {})
    return { digest: digestOf(found.sqlite), chain: firstBreak }
  } finally {
    found.close()
    rmSync(folder, { recursive: true })
  }
}
/** The last commit whose pages were all on the disk before `end`. */
function lastBefore(end: number): Commit {
  const { commits } = recorded
  return commits.findLast((commit) => commit.end <= end) ?? commits[0]!
}

it('C1 a log cut at any byte opens as the commits that were whole by then, no half of one, chain intact', () => {
  for (let cut = 0; cut < cuts; cut += 1) {
    const at = random.below(recorded.log.length + 1)
    const { digest, chain } = reopened(recorded.store, recorded.log.subarray(0, at))
    const context = `seed ${seedOfRun}, cut at ${at} of ${recorded.log.length}`
    expect(chain, context).toBeNull()
    expect(digest, context).toBe(lastBefore(at).digest)
  }
})

it('C2 a log cut at a commit, a byte before and a byte after it, keeps what was acknowledged', () => {
  for (const { end, digest } of recorded.commits.slice(-6)) {
    expect(reopened(recorded.store, recorded.log.subarray(0, end)).digest).toBe(digest)
    expect(reopened(recorded.store, recorded.log.subarray(0, end + 1)).digest).toBe(digest)
    expect(reopened(recorded.store, recorded.log.subarray(0, end - 1)).digest).not.toBe(digest)
  }
})

it('C3 a sector of rubbish in the log ends it there, and everything before it is whole', () => {
  for (let cut = 0; cut < cuts; cut += 1) {
    const at = 32 + random.below(recorded.log.length - 33)
    const log = Buffer.from(recorded.log)
    const length = Math.min(random.pick([1, 1, 512, 4096]), log.length - at)
    // Not even the same bytes by chance.
    for (let index = at; index < at + length; index += 1)
      log[index] = (log[index] ?? 0) ^ (1 + random.below(255))
    const { digest, chain } = reopened(recorded.store, log)
    const context = `seed ${seedOfRun}, ${length} bytes of rubbish at ${at}`
    expect(chain, context).toBeNull()
    expect(digest, context).toBe(lastBefore(at).digest)
  }
})

it('C4 a cut in the middle of taking the log over into the store loses nothing: the log still has it', () => {
  const whole = recorded.commits.at(-1)!
  const size = 4096
  const taken = Buffer.from(checkpointed())
  for (let cut = 0; cut < cuts / 3; cut += 1) {
    const store = Buffer.alloc(taken.length)
    recorded.store.copy(store)
    for (let page = 0; page < taken.length; page += size) {
      const written = random.pick([0, 0, 512 * random.below(9), size, size])
      taken.copy(store, page, page, page + written)
    }
    const { digest, chain } = reopened(store, recorded.log)
    expect({ digest, chain }, `seed ${seedOfRun}`).toEqual({ digest: whole.digest, chain: null })
  }
})
/** The store once everything in the log has been taken over. */
function checkpointed(): Buffer {
  const folder = after(recorded.store, recorded.log)
  opened(folder).close()
  return readFileSync(join(folder, 'store.db'))
}

it('C5 the folder as it stood when the power went opens whole, with its evidence and its anchor', async () => {
  const store = opened(recorded.folder)
  expect(await faultsOf(store)).toEqual([])
  expect(chainHead(store.read).seq).toBe(recorded.commits.at(-1)?.seq)
  expect(headTrouble(store.read, readAnchor(recorded.folder))).toBeNull()
  store.close()
})

it('C6 a disk that lied and lost acknowledged commits is found out by the anchor', () => {
  const commit = recorded.commits.at(-4)!
  const folder = after(recorded.store, recorded.log.subarray(0, commit.end))
  copyFileSync(join(recorded.folder, 'audit-anchor.json'), join(folder, 'audit-anchor.json'))
  const store = opened(folder)
  const anchor = readAnchor(folder)
  expect(anchor?.seq).toBe(recorded.commits.at(-1)?.seq)
  expect(headTrouble(store.read, anchor)).toEqual({ seq: anchor?.seq, what: 'cut-off' })
  expect(verifyChain(store.read, anchor, () => {}).firstBreak).toEqual({
    seq: commit.seq + 1,
    what: 'cut-off',
  })
  store.close()
})

it('C7 the digest tells a store with one digit changed from the true one', () => {
  const folder = after(recorded.store, recorded.log)
  const { sqlite, close } = opened(folder)
  const { digest } = recorded.commits.at(-1)!
  expect(digestOf(sqlite)).toBe(digest)
  sqlite.exec('UPDATE activity_batches SET readings = readings + 1')
  sqlite.exec(`INSERT OR REPLACE INTO kernel_drafts VALUES ('x', 'x', '${sha256('x').length}', 'x')`)
  expect(digestOf(sqlite)).not.toBe(digest)
  close()
})
