import { execFileSync } from 'node:child_process'
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { type Mock, vi } from 'vitest'

import { desktopProgram, type DesktopSystem } from '#electron/kernel/desktop-program'
import type { ProgramHost } from '#electron/kernel/program-host'
import { stageUpload } from '#electron/kernel/uploads'
import { administrator, finish, refusalOf, startBackend, type TestBackend } from '#test/support/backend'

export const root = new URL('../..', import.meta.url).pathname
export const releaseScript = join(root, 'scripts/release.mjs')

/** A program like this one, which knows a publisher, and what the publisher signs. */
export interface Releases {
  readonly folder: string
  readonly program: string
  readonly plant: TestBackend
  /** Where the release script finds the publisher's keys. */
  readonly known: readonly string[]
  /** Signs a package of that name and gives the file for a stick. */
  readonly make: (name: string, ...options: readonly string[]) => string
  /** Brings a file to the plant as a window does. */
  readonly bring: (file: string, bytes?: Buffer) => Promise<string>
  readonly codeOf: (upload: string, act?: 'readUpdate' | 'applyUpdate') => Promise<string>
  readonly close: () => Promise<void>
}

export async function startReleases(): Promise<Releases> {
  const folder = mkdtempSync(join(tmpdir(), 'tanbu-update-'))
  const program = join(folder, 'program')
  mkdirSync(join(program, 'resources', 'updates'), { recursive: true })
  for (const name of ['db', 'package.json']) symlinkSync(join(root, name), join(program, name))
  for (const name of readdirSync(join(root, 'resources')))
    if (name !== 'updates') symlinkSync(join(root, 'resources', name), join(program, 'resources', name))
  const known = ['--keys', join(program, 'resources/updates/keys.json')]
  const key = join(folder, 'release.key')
  execFileSync(process.execPath, [releaseScript, 'key', key, 'test-1', ...known])
  const around = { program, name: 'Tanbu 0.1.0' }
  const plant = await startBackend({ folder: join(folder, 'home', 'plant'), around })
  const { exchange } = plant.api
  return {
    folder,
    program,
    plant,
    known,
    make: (name, ...options) => {
      const place = join(folder, 'releases', name.replaceAll(/\W+/g, '-') + options.join(''))
      mkdirSync(place, { recursive: true })
      writeFileSync(join(place, name), `#!/bin/sh\n# ${name}\n`)
      const version = /\d+\.\d+\.\d+/.exec(name)?.[0] ?? ''
      const machine = ['--platform', process.platform, '--arch', process.arch, '--version', version]
      const args = ['make', join(place, name), '--key', key, ...known, ...machine, ...options]
      execFileSync(process.execPath, [releaseScript, ...args])
      return join(place, `${name}.tanbu-update`)
    },
    bring: (file, bytes = readFileSync(file)) => {
      const body = new Blob([new Uint8Array(bytes)]).stream()
      return stageUpload(plant.folder, { name: 'update.tanbu-update', type: '', body })
    },
    codeOf: async (upload, act = 'readUpdate') => {
      const { password } = administrator
      const asked =
        act === 'readUpdate'
          ? finish(exchange.readUpdate({ upload }))
          : finish(exchange.applyUpdate({ upload, password }))
      return (await refusalOf(asked)).code
    },
    close: async () => {
      await plant.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** A host that can do nothing about the program. */
export const nowhere: ProgramHost = {
  kind: null,
  handOver: () => Promise.reject(new Error('nowhere')),
  fetch: () => Promise.reject(new Error('nowhere')),
  proxyFor: () => Promise.resolve(null),
}

let installations = 0
/** A desktop program in one file, installed where a test can look. */
export function installed(
  folder: string,
  overrides: Partial<DesktopSystem> = {},
): { readonly place: string; readonly end: Mock; readonly run: Mock; readonly host: ProgramHost } {
  installations += 1
  const place = join(folder, `Tanbu-${installations}.AppImage`)
  writeFileSync(place, 'the program before')
  const end = vi.fn()
  const run = vi.fn(() => Promise.resolve())
  const asking = { fetch: () => Promise.resolve(null), proxyFor: () => Promise.resolve('DIRECT') }
  const acts = { open: () => Promise.resolve(''), run, end, ...asking }
  const host = desktopProgram({ isPackaged: true, platform: 'linux', appImage: place, ...acts, ...overrides })
  return { place, end, run, host }
}
