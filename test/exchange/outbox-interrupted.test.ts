import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as rest } from 'node:timers/promises'

import fc from 'fast-check'
import { expect, it } from 'vitest'

import { sendByItself } from '#electron/exchange/deliver'
import { randomBytes, sha256 } from '#electron/kernel/crypto'
import { runBySystem } from '#electron/kernel/spine'
import type { ExportRecord } from '#shared/exchange/model'
import { administrator, finish, startBackend, type TestBackend } from '#test/support/backend'

import { exportOf } from './export-of.ts'
import { folderTarget } from './folder-target.ts'
import { arrivalsAt } from './outbox-stage.ts'

/** What happens while files are on their way, and after how many milliseconds. */
const blow = fc.record({
  after: fc.integer({ min: 0, max: 40 }),
  what: fc.constantFrom('pull', 'plug', 'pause', 'resume', 'end', 'offline', 'online', 'leave'),
})
const course = fc.record({
  sizes: fc.array(fc.constantFrom(0, 1, 70_000, 1_300_000, 2_100_000), { minLength: 1, maxLength: 5 }),
  blows: fc.array(blow, { maxLength: 6 }),
})
type Blow = typeof blow extends fc.Arbitrary<infer B> ? B : never

/** A plant with a stick, and all that can come between them. */
async function plantWithStick() {
  const home = mkdtempSync(join(tmpdir(), 'tanbu-interrupted-'))
  const folder = join(home, 'plant')
  const stick = join(home, 'stick')
  mkdirSync(stick)
  let plant = await startBackend({ folder })
  let ending = new AbortController()
  const { id: target } = await finish(
    plant.api.exchange.addTarget(folderTarget('stick', stick, { bandwidth: 60_000 })),
  )
  const open = async () =>
    (await plant.api.exchange.outbox({})).filter(({ state }) => state !== 'delivered').map(({ id }) => id)
  const round = (of: TestBackend) => {
    const { spine } = of.backend
    return runBySystem(spine, 'exchange.deliver', (task) => sendByItself(task, spine), ending.signal)
  }
  const doing: Readonly<Record<Blow['what'], () => unknown>> = {
    pull: () => existsSync(stick) && renameSync(stick, `${stick}-pulled`),
    plug: () => existsSync(`${stick}-pulled`) && renameSync(`${stick}-pulled`, stick),
    pause: async () => {
      const waiting = (await plant.api.exchange.outbox({})).filter(({ state }) =>
        /waiting|sending/.test(state),
      )
      const [first] = waiting.map(({ id }) => id)
      // What arrived in this very moment can no longer be paused.
      if (first) await plant.api.exchange.pause({ ids: [first] }).catch(() => {})
    },
    resume: async () => {
      const paused = (await plant.api.exchange.outbox({})).filter(({ state }) => state === 'paused')
      if (paused.length > 0) await plant.api.exchange.resume({ ids: paused.map(({ id }) => id) })
    },
    offline: () => plant.api.exchange.switchOffline({ offline: true }),
    online: () => plant.api.exchange.switchOffline({ offline: false }),
    // A person asks for it and turns away at once.
    leave: async () => {
      const steps = await plant.api.exchange.deliver({}).catch(() => null)
      await steps?.next().catch(() => {})
      await steps?.return?.(undefined as never).catch(() => {})
    },
    end: async () => {
      ending.abort()
      await plant.close()
      ending = new AbortController()
      plant = await startBackend({ folder, setUp: false })
      const { login, password } = administrator
      await finish(plant.api.access.signIn({ login, password }))
    },
  }
  return {
    stick,
    doing,
    make: (name: string, bytes: Buffer): Promise<ExportRecord> => exportOf(plant, name, bytes),
    send: (files: readonly ExportRecord[]) =>
      plant.api.exchange.send({ exports: files.map(({ id }) => id), target }),
    round: () => round(plant),
    /** Everything is there again and nothing is in the way. */
    calm: async () => {
      for (const what of ['plug', 'online', 'resume'] as const) await doing[what]()
      for (let left = await open(); left.length > 0; left = await open())
        await finish(plant.api.exchange.deliver({}))
    },
    arrivals: () => arrivalsAt(plant, target),
    close: async () => {
      ending.abort()
      await plant.close()
      rmSync(home, { recursive: true, force: true })
    },
  }
}

it('O20 whatever cuts, pulls, pauses or ends it, each file arrives once, whole, and in the order asked', async () => {
  const property = fc.asyncProperty(course, async ({ sizes, blows }) => {
    const at = await plantWithStick()
    try {
      const files = await Promise.all(
        sizes.map(async (size, index) => {
          const bytes = randomBytes(size)
          return { bytes, record: await at.make(`${index}.bin`, bytes) }
        }),
      )
      await at.send(files.map(({ record }) => record))
      for (const { after, what } of blows) {
        await at.round()
        await rest(after)
        await at.doing[what]()
      }
      await at.calm()
      const isPaused = blows.some(({ what }) => what === 'pause')
      const asked = files.map(({ record }) => record.fileName)
      // A pause lets others go first; nothing else does.
      expect(isPaused ? at.arrivals().toSorted() : at.arrivals()).toEqual(asked)
      expect(readdirSync(at.stick).toSorted()).toEqual(asked)
      for (const { bytes, record } of files)
        expect(sha256(readFileSync(join(at.stick, record.fileName)))).toBe(sha256(bytes))
    } finally {
      await at.close()
    }
  })
  await fc.assert(property, {
    numRuns: process.env['TANBU_LONG'] === undefined ? 8 : 100,
    endOnFailure: true,
  })
}, 300_000)
