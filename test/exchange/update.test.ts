import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'

import { desktopProgram } from '#electron/kernel/desktop-program'
import { answerProgram, programHostOver, useProgramHost } from '#electron/kernel/program-host'
import { compareVersions, unfitness, type UpdateManifest } from '#shared/exchange/update'
import { administrator, finish, refusalOf, startBackend } from '#test/support/backend'

import { installed, nowhere, type Releases, releaseScript, root, startReleases } from './releases.ts'

const { password } = administrator
let releases: Releases
let release: string
beforeAll(async () => {
  releases = await startReleases()
  release = releases.make('Tanbu-9.0.0.AppImage')
})
afterAll(() => releases.close())
afterEach(() => useProgramHost(nowhere))
const lastLines = () =>
  JSON.stringify(
    releases.plant.backend.spine
      .store()
      .read.ask('SELECT detail FROM kernel_audit ORDER BY seq DESC LIMIT 3'),
  )

describe('an update from a stick', () => {
  it('is shown for what it is after its signature was checked', async () => {
    const { manifest, key, unfit } = await finish(
      releases.plant.api.exchange.readUpdate({ upload: await releases.bring(release) }),
    )
    expect(manifest).toMatchObject({ version: '9.0.0', kind: 'AppImage', platform: process.platform })
    expect({ key, unfit }).toEqual({ key: 'test-1', unfit: null })
    const standing = await releases.plant.api.exchange.updateStanding({})
    expect(standing).toMatchObject({
      program: { version: '0.1.0' },
      keys: ['test-1'],
      kind: null,
      feed: null,
      previous: null,
    })
  })

  it('changed in any byte, cut off or signed by somebody else is refused, and nothing happens', async () => {
    const bytes = readFileSync(release)
    const changedAt = (at: number) => {
      const copy = Buffer.from(bytes)
      copy[at] = (copy[at] ?? 0) ^ 1
      return copy
    }
    const headEnd = bytes.length - statSync(release.replace('.tanbu-update', '')).size
    expect(await releases.codeOf(await releases.bring(release, changedAt(3)))).toBe('exchange.update.not-one')
    expect(await releases.codeOf(await releases.bring(release, changedAt(60)))).toBe('exchange.update.forged')
    expect(await releases.codeOf(await releases.bring(release, changedAt(headEnd - 1)))).toBe(
      'exchange.update.forged',
    )
    expect(await releases.codeOf(await releases.bring(release, changedAt(headEnd + 2)))).toBe(
      'exchange.update.damaged',
    )
    expect(await releases.codeOf(await releases.bring(release, bytes.subarray(0, -1)))).toBe(
      'exchange.update.damaged',
    )
    expect(
      await releases.codeOf(await releases.bring(release, Buffer.concat([bytes, Buffer.from('x')]))),
    ).toBe('exchange.update.damaged')
    expect(await releases.codeOf(await releases.bring(release, bytes.subarray(0, headEnd - 70)))).toBe(
      'exchange.update.not-one',
    )
    const { host, end } = installed(releases.folder)
    useProgramHost(host)
    expect(await releases.codeOf(await releases.bring(release, changedAt(60)), 'applyUpdate')).toBe(
      'exchange.update.forged',
    )
    expect(await releases.codeOf(await releases.bring(release, changedAt(headEnd + 2)), 'applyUpdate')).toBe(
      'exchange.update.damaged',
    )
    expect(end).not.toHaveBeenCalled()
    expect(existsSync(join(releases.folder, 'home', 'updates', '9.0.0'))).toBe(false)
  })

  it('for another machine, not newer, or beyond the data’s reach says so', async () => {
    const verdict = async (file: string) =>
      (await finish(releases.plant.api.exchange.readUpdate({ upload: await releases.bring(file) }))).unfit
    expect(await verdict(releases.make('Tanbu-0.1.0.AppImage'))).toBe('exchange.update.not-newer')
    expect(await verdict(releases.make('Tanbu-0.0.9.AppImage'))).toBe('exchange.update.not-newer')
    expect(await verdict(releases.make('Tanbu-9.0.1.AppImage', '--needs', '9999-later'))).toBe(
      'exchange.update.too-far',
    )
    expect(await verdict(releases.make('Tanbu-9.0.2.AppImage', '--platform', 'win32'))).toBe(
      'exchange.update.other-machine',
    )
    useProgramHost(installed(releases.folder).host)
    const deb = releases.make('Tanbu-9.0.3.deb')
    expect(await releases.codeOf(await releases.bring(deb), 'applyUpdate')).toBe(
      'exchange.update.other-machine',
    )
    const manifest = {
      ...({} as UpdateManifest),
      version: '2.0.0',
      platform: 'linux',
      arch: 'x64',
      schema: '0010-a',
      needs: '0010-a',
    } as const
    expect(
      unfitness(manifest as never, { version: '1.0.0', platform: 'linux', arch: 'x64', schema: '0020-b' }),
    ).toBe('exchange.update.not-newer')
    expect(compareVersions('1.10.0', '1.9.9')).toBeGreaterThan(0)
  })

  it('is refused in a plain sentence where the program cannot replace itself, and asks for the password', async () => {
    expect(await releases.codeOf(await releases.bring(release), 'applyUpdate')).toBe('exchange.update.host')
    useProgramHost(installed(releases.folder).host)
    const wrong = releases.plant.api.exchange.applyUpdate({
      upload: await releases.bring(release),
      password: 'guess',
    })
    expect((await refusalOf(finish(wrong))).code).toBe('access.wrong-password')
  })

  it('takes the program’s place after a proven backup, and the way back is there', async () => {
    const { place, host, end } = installed(releases.folder)
    useProgramHost(host)
    const applied = await finish(
      releases.plant.api.exchange.applyUpdate({ upload: await releases.bring(release), password }),
    )
    expect(applied.version).toBe('9.0.0')
    const [backup] = await releases.plant.api.exchange.backups({})
    expect(backup).toMatchObject({ file: applied.backup, occasion: 'before-upgrade' })
    expect(backup!.provenAt).not.toBeNull()
    expect(readFileSync(place, 'utf8')).toContain('Tanbu-9.0.0')
    expect(statSync(place).mode & 0o777).toBe(0o755)
    expect(end).toHaveBeenCalledExactlyOnceWith(place)
    expect(lastLines()).toContain('exchange.update.applied')

    // The next program is another one and finds the one before.
    const next = await startBackend({
      folder: join(releases.folder, 'home', 'plant-two'),
      around: { program: join(releases.folder, 'program'), name: 'Tanbu 9.0.0' },
    })
    try {
      expect(await next.api.exchange.updateStanding({})).toMatchObject({
        previous: { version: '0.1.0' },
        kind: 'AppImage',
      })
      const back = () => finish(next.api.exchange.goBack({ password }))
      // This data knows nothing of what was kept.
      expect((await refusalOf(back())).code).toBe('exchange.update.kept-altered')
      const recorded = releases.plant.backend.spine
        .store()
        .read.ask<Record<string, string>>('SELECT * FROM exchange_kept_programs')
      expect(recorded).toMatchObject([{ version: '0.1.0', changed_by: expect.any(String) as string }])
      next.backend.spine
        .store()
        .sqlite.prepare(
          'INSERT INTO exchange_kept_programs VALUES (@version, @sha256, @changed_by, @changed_at)',
        )
        .run(recorded[0])
      const kept = join(releases.folder, 'home', 'updates', '0.1.0', 'Tanbu')
      writeFileSync(kept, 'the program befor3')
      expect((await refusalOf(back())).code).toBe('exchange.update.kept-altered')
      expect(readFileSync(place, 'utf8')).toContain('Tanbu-9.0.0')
      writeFileSync(kept, 'the program before')
      expect(await back()).toEqual({ version: '0.1.0' })
      expect(readFileSync(place, 'utf8')).toBe('the program before')
    } finally {
      await next.close()
    }
  })

  it('that is gone back to proves itself by what its publisher signed', async () => {
    const { place, host, end } = installed(releases.folder)
    useProgramHost(host)
    const kept = join(releases.folder, 'home', 'updates', '9.0.0')
    const after = await startBackend({
      folder: join(releases.folder, 'home', 'plant-three'),
      around: { program: join(releases.folder, 'program'), name: 'Tanbu 9.5.0' },
    })
    try {
      const back = () => finish(after.api.exchange.goBack({ password }))
      const file = join(kept, 'Tanbu-9.0.0.AppImage')
      const bytes = readFileSync(file)
      writeFileSync(file, Buffer.concat([bytes, Buffer.from('x')]))
      expect((await refusalOf(back())).code).toBe('exchange.update.kept-altered')
      writeFileSync(file, bytes)
      const head = readFileSync(join(kept, 'release.head'))
      writeFileSync(
        join(kept, 'release.head'),
        head.map((byte, at) => (at === 60 ? byte ^ 1 : byte)),
      )
      expect((await refusalOf(back())).code).toBe('exchange.update.kept-altered')
      expect(end).not.toHaveBeenCalled()
      writeFileSync(join(kept, 'release.head'), head)
      expect(await back()).toEqual({ version: '9.0.0' })
      expect(readFileSync(place).equals(bytes)).toBe(true)
    } finally {
      await after.close()
    }
  })

  it('that the system does not take leaves the program that runs', async () => {
    const { host, end } = installed(releases.folder, {
      appImage: undefined,
      open: () => Promise.resolve('no installer'),
    })
    useProgramHost(host)
    expect(await releases.codeOf(await releases.bring(releases.make('Tanbu-9.1.0.deb')), 'applyUpdate')).toBe(
      'exchange.update.handing',
    )
    expect(end).not.toHaveBeenCalled()
    expect(lastLines()).not.toContain('9.1.0')
    const windows = installed(releases.folder, { platform: 'win32', appImage: undefined })
    await windows.host.handOver({ file: 'setup.exe', keepAs: null })
    expect(windows.run).toHaveBeenCalledExactlyOnceWith('setup.exe', ['--updated'])
    expect(desktopProgram({ ...installed(releases.folder), isPackaged: false } as never).kind).toBeNull()
  })
})

describe('the signing', () => {
  it('makes no key inside the program’s folder, and signs with none that the program does not know', () => {
    const run =
      (...args: readonly string[]) =>
      () =>
        execFileSync(process.execPath, [releaseScript, ...args], { stdio: 'pipe' })
    expect(run('key', join(root, 'release.key'))).toThrow(/must not lie/)
    const other = join(releases.folder, 'other.json')
    execFileSync(process.execPath, [
      releaseScript,
      'key',
      join(releases.folder, 'other.key'),
      'o',
      '--keys',
      other,
    ])
    const file = release.replace('.tanbu-update', '')
    expect(run('make', file, '--key', join(releases.folder, 'other.key'), ...releases.known)).toThrow(
      /does not know this key/,
    )
    expect(run('make', file)).toThrow(/No key/)
  })
  it('names packages of several kinds of one version in one feed, and each of them once', () => {
    const place = join(releases.folder, 'several')
    mkdirSync(place)
    const version = ['--version', '9.5.0', '--platform', 'linux', '--arch', 'x64']
    for (const name of ['Tanbu.AppImage', 'Tanbu.deb', 'Tanbu.AppImage']) {
      writeFileSync(join(place, name), `${name} content`)
      const key = ['--key', join(releases.folder, 'release.key'), ...releases.known]
      execFileSync(process.execPath, [releaseScript, 'make', join(place, name), ...key, ...version])
    }
    const feed = readFileSync(join(place, 'latest-linux.yml'), 'utf8')
    expect([...feed.matchAll(/- url: (.*)/g)].map(([, url]) => url)).toEqual(['Tanbu.deb', 'Tanbu.AppImage'])
  })
  it('of the same package gives the same bytes', () => {
    const before = readFileSync(release)
    const file = release.replace('.tanbu-update', '')
    const options = ['--platform', process.platform, '--arch', process.arch, '--version', '9.0.0']
    execFileSync(process.execPath, [
      releaseScript,
      'make',
      file,
      '--key',
      join(releases.folder, 'release.key'),
      ...releases.known,
      ...options,
    ])
    expect(readFileSync(release).equals(before)).toBe(true)
  })
})

it('a backend learns from its host what can be done, and hears why something could not', async () => {
  const { host } = installed(releases.folder, {
    appImage: undefined,
    open: () => Promise.resolve('no installer'),
  })
  let hear: (answer: never) => void = () => {}
  const over = programHostOver(
    (question) => void answerProgram(host, question).then((answer) => hear(answer as never)),
  )
  hear = over.hear as never
  await over.meet()
  expect((await releases.plant.api.exchange.updateStanding({})).kind).toBe('deb')
  expect(await releases.codeOf(await releases.bring(releases.make('Tanbu-9.2.0.deb')), 'applyUpdate')).toBe(
    'exchange.update.handing',
  )
})
