import { cpSync, rmSync } from 'node:fs'
import { join } from 'node:path'

import { afterAll, afterEach, beforeAll } from 'vitest'

import { handOver, type Host, newHome, startHost } from '#test/fault/host'
import { buildPlant, type FaultPlant } from '#test/fault/plant'

export interface Homes {
  /** The plant that every home holds. */
  readonly plant: () => FaultPlant
  /** A home with a plant of its own, to be ruined. */
  readonly home: () => { readonly home: string; readonly folder: string }
  /** The program on a home, killed after the test. */
  readonly start: (home: string) => Promise<Host>
}

/** Builds one plant for the tests of a file, and hands it out in homes that are thrown away when the last test ended. */
export function homesOf(prepare: (plant: FaultPlant) => Promise<void> = () => Promise.resolve()): Homes {
  const made: string[] = []
  const hosts: Host[] = []
  let template: string
  let plant: FaultPlant
  const fresh = () => {
    const home = newHome()
    made.push(home)
    return home
  }
  beforeAll(async () => {
    template = fresh()
    plant = await buildPlant(template)
    await prepare(plant)
  })
  afterEach(async () => {
    for (const host of hosts.splice(0)) await host.kill()
  })
  afterAll(() => {
    for (const home of made) rmSync(home, { recursive: true, force: true })
  })
  return {
    plant: () => plant,
    home: () => {
      const home = fresh()
      cpSync(template, home, { recursive: true })
      handOver(home)
      return { home, folder: join(home, 'plant') }
    },
    start: async (home) => {
      const host = await startHost(home)
      hosts.push(host)
      return host
    },
  }
}
