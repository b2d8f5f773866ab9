import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statfsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

import { afterEach, describe, expect, it } from 'vitest'

import { codeOf } from '#electron/exchange/write-verified'
import { sha256 } from '#electron/kernel/crypto'
import { canonical } from '#shared/kernel/canonical'
import { encipherPlant } from '#test/fault/encipher'
import { handOver, type Host, newHome, startHost, unprivileged } from '#test/fault/host'
import { buildPlant, type FaultPlant } from '#test/fault/plant'
import { randomFrom } from '#test/fault/random'
import { type DayState, found } from '#test/fault/state'
import { importLedger, ledger } from '#test/fault/working-day'
import { finish, refusalOf } from '#test/support/backend'

/** A way to leave a running program only so much room, and to give the room back. */
interface Disk {
  readonly leave: (bytes: number) => void
  readonly clear: () => void
}

const isLinux = process.platform === 'linux'
const canLimit = isLinux && spawnSync('prlimit', ['--version']).status === 0
const canMount = isLinux && process.getuid?.() === 0 && tryMount()

function tryMount(): boolean {
  const home = newHome()
  const isMounted = mount(home)
  if (isMounted) execFileSync('umount', [home])
  rmSync(home, { recursive: true })
  return isMounted
}
function mount(home: string): boolean {
  return spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=48m,mode=700', 'tmpfs', home]).status === 0
}

const ending: (() => unknown)[] = []
afterEach(async () => {
  for (const end of ending.splice(0).toReversed()) await end()
})

type Kind = 'in clear' | 'encrypted'
interface Place {
  readonly plant: FaultPlant
  readonly host: Host
  readonly disk: Disk
}

/** No file of the program may grow beyond the limit, as with a quota: files that are longer already take nothing. */
async function underSizeLimit(kind: Kind): Promise<Place> {
  const home = newHome()
  ending.push(() => rmSync(home, { recursive: true }))
  const { plant, host } = await start(home, kind)
  // Only a process of the same user may be limited, and only its soft limit may be raised again.
  const limit = (soft: string) =>
    execFileSync('prlimit', ['--pid', String(host.pid), `--fsize=${soft}:`], unprivileged)
  return {
    plant,
    host,
    disk: { leave: (bytes) => limit(String(bytes)), clear: () => limit('unlimited') },
  }
}

/** A small file system of its own, filled up but for some bytes. */
async function onSmallDisk(kind: Kind): Promise<Place> {
  const home = newHome()
  mount(home)
  ending.push(
    () => rmSync(home, { recursive: true }),
    () => execFileSync('umount', [home]),
  )
  handOver(home)
  const filler = join(home, 'filler')
  const { plant, host } = await start(home, kind)
  return {
    plant,
    host,
    disk: {
      leave: (bytes) => {
        // The program works by itself meanwhile: what it wrote between the question and the filling is asked for anew.
        for (let attempt = 0; attempt < 5; attempt += 1) {
          rmSync(filler, { force: true })
          const { bfree, bsize } = statfsSync(home)
          try {
            writeFileSync(filler, Buffer.alloc(Math.max(0, Number(bfree) * Number(bsize) - bytes)))
            return
          } catch (error) {
            if (codeOf(error) !== 'ENOSPC') throw error
          }
        }
      },
      clear: () => rmSync(filler, { force: true }),
    },
  }
}

async function start(home: string, kind: Kind): Promise<{ readonly plant: FaultPlant; readonly host: Host }> {
  mkdirSync(join(home, 'plant'), { recursive: true })
  const plant = await buildPlant(home)
  if (kind === 'encrypted') await encipherPlant(plant.folder)
  const host = await startHost(home)
  ending.push(() => host.close())
  await host.signIn()
  return { plant, host }
}

/** From nothing to enough, so that each act runs out of room at every step of it. */
const rooms = [0, 4, 16, 40, 64, 128, 256, 512, 1024, 2048, 4096].map((kibibytes) => kibibytes * 1024)

/**
 * Tries an act with more and more room. As long as there is too little it is refused in so many words, and leaves
 * nothing; then it works, in the same program.
 *
 * @returns how often it was refused.
 */
async function untilThereIsRoom(
  { plant, disk }: Place,
  act: () => Promise<unknown>,
  after: (now: DayState) => DayState,
): Promise<number> {
  const { state: before } = await found(plant.folder)
  let refused = 0
  for (const room of rooms) {
    disk.leave(room)
    const outcome = await act().then(
      () => 'done' as const,
      (error: unknown) =>
        refusalOf(Promise.reject(error as Error)).catch(() => ({
          code: `${String(error)} ${logged(plant.folder)}`,
        })),
    )
    disk.clear()
    const now = await found(plant.folder)
    expect(now.faults, `with room for ${room} bytes`).toEqual([])
    expect(halves(plant.folder), `with room for ${room} bytes`).toEqual([])
    if (outcome === 'done') {
      expect(canonical(now.state)).toBe(canonical(after(before)))
      return refused
    }
    refused += 1
    expect(outcome.code, `with room for ${room} bytes`).toBe('kernel.disk-full')
    expect(canonical(now.state), `with room for ${room} bytes`).toBe(canonical(before))
  }
  await act()
  const { state, faults } = await found(plant.folder)
  expect(faults).toEqual([])
  expect(canonical(state)).toBe(canonical(after(before)))
  return refused
}

/** What the program wrote down of its own bugs. */
function logged(folder: string): string {
  const log = join(folder, '..', 'logs', 'tanbu.log')
  return existsSync(log) ? readFileSync(log, 'utf8') : ''
}

/** Files that are named as half-made, or that no act left whole. */
function halves(folder: string): string[] {
  return ['evidence', 'backups', 'exports', 'staging'].flatMap((part) =>
    readdirSync(join(folder, part), { recursive: true, encoding: 'utf8' }).filter((name) =>
      /\.(new|incomplete|part)$|^(import|backup|proof)-/.test(name),
    ),
  )
}

/** Encrypted as well in the long run: the same acts write through the same calls. */
const kinds: readonly Kind[] = process.env['TANBU_LONG'] ? ['in clear', 'encrypted'] : ['in clear']
const disks = [
  { disk: 'a size limit', isPossible: canLimit, place: underSizeLimit },
  { disk: 'a small file system', isPossible: canMount, place: onSmallDisk },
]

describe.each(kinds.flatMap((kind) => disks.map((each) => ({ kind, ...each }))))(
  'a disk that is full by $disk, under a plant $kind,',
  ({ kind, isPossible, place }) => {
    it.skipIf(!isPossible)(
      'refuses typing, import, evidence, export and backup whole, and takes them once there is room',
      { timeout: 300_000 },
      async () => {
        const at = await place(kind)
        const { plant, host } = at
        const { api } = host
        const one = (now: DayState, change: Partial<DayState>) => ({ ...now, ...change, acts: now.acts + 1 })
        const day = { from: '2024-01-05', to: '2024-01-06' }
        const reading = { parameter: plant.typed, ...day, text: '12.5', unit: null, note: null, proofs: [] }
        const typed = await untilThereIsRoom(
          at,
          () => api.activity.submit({ readings: [reading], proofs: [], reason: null }),
          (now) => one(now, { cells: { ...now.cells, 'typed/2024-01-05': '12.5 submitted' } }),
        )
        const month = ledger('2023-01', randomFrom(1))
        const imported = await untilThereIsRoom(
          at,
          async () => importLedger(plant, api, await host.upload('2023-01.csv', Buffer.from(month.text))),
          (now) => one(now, { cells: { ...now.cells, ...month.cells }, imports: ['2023-01'] }),
        )
        const proof = Buffer.alloc(300_000, 'paper')
        const { readings } = await api.activity.readings({ parameter: plant.typed, month: '2024-01' })
        const proven = await untilThereIsRoom(
          at,
          async () => {
            const upload = await host.upload('合同.pdf', proof)
            const file = { from: 'upload' as const, upload }
            return api.activity.addEvidence({
              to: { kind: 'reading', reading: readings[0]!.id },
              proof: { file, place: null, reportNo: null, sampleDate: null },
            })
          },
          (now) => one(now, { proofs: [sha256(proof)] }),
        )
        const { inventory } = plant
        const printed = await untilThereIsRoom(
          at,
          () => finish(api.exchange.makeExports({ inventory, kinds: ['json', 'xlsx'], language: 'zh' })),
          (now) => one(now, { exports: now.exports + 2 }),
        )
        const backedUp = await untilThereIsRoom(
          at,
          () => finish(api.exchange.backUp({ target: null })),
          (now) => one(now, { backups: now.backups + 1 }),
        )
        // Each of them did run out of room, at more than one step of its way; a single reading may still find room in a log
        // that the program had made longer by itself.
        for (const refused of [imported, proven, printed, backedUp]) expect(refused).toBeGreaterThan(0)
        expect(typed + imported + proven + printed + backedUp).toBeGreaterThan(8)
      },
    )
  },
)
