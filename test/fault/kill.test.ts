import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'

import { afterAll, beforeAll, expect, it } from 'vitest'

import { openDatabase } from '#db/kernel/cipher'
import { holdKeys, keysFrom } from '#electron/kernel/folder-keys'
import { findByPassword } from '#electron/kernel/keyring'
import { canonical } from '#shared/kernel/canonical'
import { compiledFolder, type Host, newHome, startHost } from '#test/fault/host'
import { buildPlant, type FaultPlant } from '#test/fault/plant'
import { randomFrom, seedOfRun } from '#test/fault/random'
import { type DayState, found } from '#test/fault/state'
import { type Act, nextAct } from '#test/fault/working-day'
import { administrator, finish } from '#test/support/backend'

/** 20 in every run of the tests, 1,000 in the long one. */
const kills = Number(process.env['TANBU_FAULT_KILLS'] ?? (process.env['TANBU_LONG'] ? 1000 : 20))
const random = randomFrom(seedOfRun)

let home: string
let plant: FaultPlant
beforeAll(async () => {
  home = newHome()
  plant = await buildPlant(home)
})
afterAll(() => {
  for (const made of [home, compiledFolder]) rmSync(made, { recursive: true, force: true })
})

/** What a day came to when the program was killed: acknowledged, and what was on its way. */
interface Stopped {
  readonly acknowledged: DayState
  readonly begun: Act | null
  readonly done: readonly string[]
}

/** Works until the program is gone. Each act is begun when the one before was acknowledged. */
async function workUntilKilled(host: Host, start: DayState): Promise<Stopped> {
  const done: string[] = []
  const enough = random.below(10)
  // Most acts take some milliseconds, an import or a backup some hundred.
  const delay = random.pick([3, 30, 600])
  let acknowledged = start
  let isGone = false
  const gone = host.gone.then(() => (isGone = true))
  for (;;) {
    const act = nextAct(plant, acknowledged, random)
    if (done.length === enough) setTimeout(() => void host.kill(), random.below(delay))
    const outcome = await Promise.race([act.run(host).then(() => 'done', asTold), gone])
    if (outcome === 'done') {
      acknowledged = act.after
      done.push(act.name)
      continue
    }
    // A connection breaks a moment before the end of its process is known.
    if (!isGone && typeof outcome === 'object' && !('refused' in outcome)) await within(gone, 5_000)
    if (!isGone) throw new Error(`${act.name} failed: ${JSON.stringify(outcome)} ${logged()}`)
    return { acknowledged, begun: act, done }
  }
}
/** What the program wrote down of its own bugs. */
function logged(): string {
  const log = join(home, 'logs', 'tanbu.log')
  return existsSync(log) ? readFileSync(log, 'utf8') : ''
}
function asTold(error: unknown): { readonly refused?: unknown; readonly error?: string } {
  const told = error as { readonly code?: string; readonly data?: unknown }
  return told.code === 'REFUSED' ? { refused: told.data } : { error: String(error) }
}
async function within(wait: Promise<unknown>, patience: number): Promise<void> {
  await Promise.race([wait, new Promise((resolve) => setTimeout(resolve, patience))])
}

/** Neither less than was acknowledged nor half of what was begun. */
function expectWhole(now: DayState, { acknowledged, begun, done }: Stopped, context: string): void {
  const possible = begun ? [acknowledged, begun.after] : [acknowledged]
  if (possible.some((state) => canonical(state) === canonical(now))) return
  expect(now, `${context}, after ${done.join(', ')}, during ${begun?.name}`).toEqual(acknowledged)
}

it(
  `K1 the program killed at ${kills} random points of working days loses nothing acknowledged and shows nothing half`,
  { timeout: 4 * 60 * 60_000 },
  async () => {
    let now = (await found(plant.folder)).state
    let acts = 0
    const hit = new Set<string>()
    for (let kill = 1; kill <= kills; kill += 1) {
      const context = `seed ${seedOfRun}, kill ${kill}`
      if (kill === Math.ceil(kills / 2)) now = await encrypted()
      const stopped = random.below(7) === 0 ? await killedAtStart(now) : await killedAtWork(now)
      acts += stopped.done.length
      if (stopped.begun) hit.add(stopped.begun.name)
      const { state, faults } = await found(plant.folder)
      expect(faults, context).toEqual([])
      expectWhole(state, stopped, context)
      now = state
    }
    // Some kill hit a running act, and acts were acknowledged before: otherwise nothing was tried.
    expect(hit.size).toBeGreaterThan(0)
    expect(acts).toBeGreaterThan(kills)
    // The program itself, asked last: its own checks agree, and what was left half-made is cleared away.
    const host = await startHost(home)
    await host.signIn()
    const { api } = host
    expect((await finish(api.access.auditVerify({}))).firstBreak).toBeNull()
    expect((await finish(api.activity.checkSubtotals({}))).faults).toEqual([])
    const sealed = await api.activity.seals({ facility: plant.closing.facility })
    for (const { id, hash } of sealed)
      expect(await api.activity.verifySeal({ id })).toMatchObject({ hash, now: hash, isContentIntact: true })
    const drafts = await api.desk.drafts({ prefix: '' })
    expect(Object.fromEntries(drafts.map(({ key, value }) => [key, JSON.stringify(value)]))).toEqual(
      now.drafts,
    )
    expect(leftovers(plant.folder)).toEqual([])
    await host.close()
    expect(existsSync(join(plant.folder, 'store.db-wal'))).toBe(false)
  },
)

/** From here on the same days are lived in an encrypted plant. */
async function encrypted(): Promise<DayState> {
  const host = await startHost(home)
  await host.signIn()
  await finish(host.api.access.encryptStore({ password: administrator.password }))
  await host.close()
  const ring = await findByPassword(plant.folder, administrator.password)
  if (ring) holdKeys(plant.folder, keysFrom(ring.dataKey))
  return (await found(plant.folder)).state
}

async function killedAtWork(now: DayState): Promise<Stopped> {
  const host = await startHost(home)
  await host.signIn()
  return workUntilKilled(host, now)
}
/** While the store is opened, its log taken over, somebody let in. */
async function killedAtStart(now: DayState): Promise<Stopped> {
  const host = await startHost(home)
  setTimeout(() => void host.kill(), random.below(400))
  await Promise.race([host.signIn().catch(() => {}), host.gone])
  await host.kill()
  return { acknowledged: now, begun: null, done: ['sign in'] }
}

function leftovers(folder: string): string[] {
  return ['evidence', 'backups', 'exports'].flatMap((part) =>
    readdirSync(join(folder, part), { recursive: true, encoding: 'utf8' }).filter((name) =>
      /\.(new|incomplete|part)$/.test(name),
    ),
  )
}

it('K2 the same look finds a reading that was lost, changed or left half-way', async () => {
  const { state } = await found(plant.folder)
  const tampered = async (sql: string) => {
    const sqlite = openDatabase(join(plant.folder, 'store.db'))
    sqlite.exec('BEGIN')
    sqlite.exec('DROP TRIGGER activity_readings_no_overwrite; DROP TRIGGER activity_readings_no_delete')
    sqlite.exec(sql)
    sqlite.exec('COMMIT')
    const seen = await found(plant.folder)
    sqlite.close()
    return seen
  }
  const [cell] = Object.keys(state.cells)
  expect(cell).toBeDefined()
  const last = 'seq = (SELECT max(seq) FROM activity_readings WHERE live = 1)'
  const changed = await tampered(`UPDATE activity_readings SET entered = entered || '1' WHERE ${last}`)
  expect(changed.faults.join()).toContain('subtotal')
  expect(canonical(changed.state)).not.toBe(canonical(state))
})
