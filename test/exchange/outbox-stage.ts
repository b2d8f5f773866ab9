import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { afterAll, beforeAll, beforeEach, expect } from 'vitest'

import { sendByItself } from '#electron/exchange/deliver'
import { runBySystem } from '#electron/kernel/spine'
import type { ExportRecord } from '#shared/exchange/model'
import type { Delivery, DeliveryId } from '#shared/exchange/outbox'
import type { Target, TargetDraft } from '#shared/exchange/target'
import { administrator, type Api, finish, startBackend, type TestBackend } from '#test/support/backend'

import { exportOf } from './export-of.ts'
import { folderTarget } from './folder-target.ts'

/** A plant, and for each test a target of its own: a folder that stands for a stick. */
export function outboxStage() {
  let home: string
  let plant: TestBackend
  let count = 0
  let place: string
  let target: Target
  beforeAll(async () => {
    home = mkdtempSync(join(tmpdir(), 'tanbu-outbox-'))
    plant = await startBackend()
  })
  afterAll(async () => {
    await plant.close()
    rmSync(home, { recursive: true, force: true })
  })
  const take = async (input: Parameters<Api['exchange']['addTarget']>[0]) => {
    target = await finish(plant.api.exchange.addTarget(input))
  }
  const add = async (more: Partial<TargetDraft> = {}) => {
    count += 1
    place = join(home, `stick-${count}`)
    mkdirSync(place)
    await take(folderTarget(`stick-${count}`, place, more))
  }
  beforeEach(() => add())
  const make = (name: string, text = name): Promise<ExportRecord> => exportOf(plant, name, Buffer.from(text))
  const line = async (): Promise<Delivery[]> =>
    (await plant.api.exchange.outbox({})).filter(({ targetId }) => targetId === target.id)
  return {
    get plant() {
      return plant
    },
    get target() {
      return target
    },
    get place() {
      return place
    },
    /** The target of the test from now on. */
    take,
    add,
    make,
    line,
    send: async (...names: string[]): Promise<ExportRecord[]> => {
      const made = await Promise.all(names.map((name) => make(name)))
      await plant.api.exchange.send({ exports: made.map(({ id }) => id), target: target.id })
      return made
    },
    idOf: async (name: string): Promise<DeliveryId> => (await line()).find((each) => each.name === name)!.id,
    deliver: () => finish(plant.api.exchange.deliver({ target: target.id })),
    /** One round of what the program does by itself, to the end of what it began. */
    round: async () => {
      const { spine } = plant.backend
      await runBySystem(spine, 'exchange.deliver', (task) => sendByItself(task, spine))
      await expect.poll(async () => (await line()).filter(({ state }) => state === 'sending')).toEqual([])
    },
    /** Lets time pass to an instant; windows lock meanwhile. */
    passTo: async (instant: string) => {
      plant.clock.set(instant)
      const { login, password } = administrator
      await finish(plant.api.access.signIn({ login, password }))
    },
    states: async () =>
      (await line())
        .toReversed()
        .map(({ name, state, trouble }) => `${name} ${state}${trouble === null ? '' : ` ${trouble}`}`),
    arrivals: () => arrivalsAt(plant, target.id),
  }
}

/** The names at a target in the order in which they arrived, by the trail. */
export function arrivalsAt({ backend }: Pick<TestBackend, 'backend'>, target: string): string[] {
  return backend.spine
    .store()
    .read.ask<{ detail: string }>(
      `SELECT detail FROM kernel_audit WHERE procedure = 'exchange.deliver' ORDER BY seq`,
    )
    .flatMap(({ detail }) => {
      const { changes } = JSON.parse(detail) as { changes: { after: Record<string, string> | null }[] }
      return changes.flatMap(({ after }) =>
        after?.['state'] === 'delivered' && after['target_id'] === target ? [after['name'] ?? ''] : [],
      )
    })
}
