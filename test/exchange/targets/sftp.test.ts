import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

import { describe, expect, it } from 'vitest'

import { openSftp } from '#electron/exchange/targets/sftp'
import type { SettingsOf } from '#shared/exchange/target'
import { Refusal } from '#shared/kernel/refusal'
import { give } from '#test/support/servers/process'
import { hasSshd, type Sshd, startSshd } from '#test/support/servers/sshd'

import { owesWhatEveryTargetOwes, smallMeasures } from './every-target.ts'
import { folderStage } from './folder-stage.ts'
import { bytesOf, delivery, endOf, outgoing } from './support.ts'

describe.skipIf(!hasSshd)('a folder of OpenSSH', () => {
  let sshd: Sshd
  const at = (port: number, change: Partial<SettingsOf<'sftp'>> = {}, secret = sshd.key) =>
    openSftp(
      {
        kind: 'sftp',
        host: '127.0.0.1',
        port,
        user: sshd.user,
        folder: '',
        hostKey: sshd.fingerprint,
        ...change,
      },
      secret,
      { quiet: 2500 },
    )
  // Signing in is much of what passes over a connection that breaks at once, and a server forgets what it has not yet written.
  const measures = { ...smallMeasures, cutAfter: 120_000, cutSize: 500_000, most: 3 }
  const { link } = owesWhatEveryTargetOwes(async () => {
    sshd = await startSshd()
    return folderStage(sshd, (port) => at(port))
  }, measures)
  const check = (change?: Partial<SettingsOf<'sftp'>>, secret?: string) =>
    at(link().port, change, secret).check(new AbortController().signal)

  it('the first connection shows the host key for a person to confirm', async () => {
    const refused = await check({ hostKey: null }).catch((error: unknown) => error)
    expect(refused).toEqual(
      new Refusal('exchange.target-new-host', {
        host: `127.0.0.1:${link().port}`,
        fingerprint: sshd.fingerprint,
      }),
    )
  })

  it('a wrong key or password is said', async () => {
    expect(await endOf(check({}, sshd.strangeKey))).toBe('exchange.target-denied')
    expect(await endOf(check({}, 'a password'))).toBe('exchange.target-denied')
    expect(await endOf(check({}, '-----BEGIN OPENSSH PRIVATE KEY-----\nnone\n'))).toBe(
      'exchange.target-bad-key',
    )
  })

  it('a folder that is not there, or may only be read, is said', async () => {
    expect(await endOf(check({ folder: 'nowhere' }))).toBe('exchange.target-no-folder')
    const shut = join(sshd.folder, 'shut')
    mkdirSync(shut, { mode: 0o555 })
    expect(await endOf(check({ folder: 'shut' }))).toBe('exchange.target-read-only')
  })

  it('no space is said, and what had room goes on when there is more', async (test) => {
    const tiny = join(sshd.folder, 'tiny')
    mkdirSync(tiny)
    const mount = (more: string) =>
      spawnSync('mount', ['-t', 'tmpfs', '-o', `${more}mode=777`, 'tmpfs', tiny]).status === 0
    if (!mount('size=256k,')) return test.skip('nothing can be mounted here')
    try {
      const { attempt, reached } = delivery(outgoing('large.bin', bytesOf(600_000, 9)))
      const port = at(link().port, { folder: 'tiny' })
      expect(await endOf(attempt(port))).toBe('exchange.target-full')
      spawnSync('mount', ['-o', 'remount,size=1m', tiny])
      await attempt(port)
      expect(reached()).toBe(600_000)
      expect(readdirSync(tiny)).toEqual(['large.bin'])
    } finally {
      spawnSync('umount', [tiny])
    }
  })

  it('what another left in our half-sent file is found and thrown away', async () => {
    const folder = join(sshd.folder, 'half')
    mkdirSync(folder)
    give(folder)
    const file = outgoing('half.bin', bytesOf(300_000, 7))
    const half = join(folder, `.${file.sha256.slice(0, 16)}.incomplete`)
    writeFileSync(half, 'not the beginning of it')
    give(half)
    const port = at(link().port, { folder: 'half' })
    expect(await endOf(delivery(file).attempt(port))).toBe('exchange.not-the-same')
    expect(readdirSync(folder)).toEqual([])
    await delivery(file).attempt(port)
    expect(readdirSync(folder)).toEqual(['half.bin'])
  })

  it('a changed byte on the way is noticed by the protocol itself', async () => {
    let back = 0
    link().become({
      lie: (answer) => {
        back += answer.length
        return back > 60_000 ? Buffer.from(answer.map((byte) => byte ^ 1)) : answer
      },
    })
    expect(await endOf(delivery(outgoing('lied.bin', bytesOf(400_000, 8))).attempt(at(link().port)))).toMatch(
      /^exchange\.target-/,
    )
    expect(existsSync(join(sshd.folder, 'lied.bin'))).toBe(false)
  })

  it('a changed host key is refused, and nothing is said to it', async () => {
    await sshd.changeHostKey()
    const refused = await check().catch((error: unknown) => error)
    expect(refused).toBeInstanceOf(Refusal)
    expect(refused).toMatchObject({ code: 'exchange.target-other-host', facts: { known: sshd.fingerprint } })
  })
})
