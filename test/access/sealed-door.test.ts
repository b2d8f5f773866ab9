import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { Secret, TOTP } from 'otpauth'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'

import { type ByItself, startByItself } from '#electron/kernel/by-itself'
import { dropKeys } from '#electron/kernel/folder-keys'
import { administrator, finish, refusalOf, startBackend, type TestBackend } from '#test/support/backend'

let home: string
let folder: string
let plant: TestBackend
let recoveryKey: string
const words = { login: administrator.login, password: administrator.password }
beforeEach(async () => {
  home = mkdtempSync(join(tmpdir(), 'tanbu-door-'))
  folder = join(home, 'plant')
  plant = await startBackend({ folder, setUp: false })
  recoveryKey = (await finish(plant.api.access.setUp({ ...administrator, isEncrypted: true }))).recoveryKey
})
afterEach(async () => {
  vi.useRealTimers()
  await plant.close()
  dropKeys(folder)
  rmSync(home, { recursive: true, force: true })
})

const codeOf = async (task: Parameters<typeof finish>[0]) => (await refusalOf(finish(task))).code
const guess = (api = plant.api) => codeOf(api.access.unseal({ ...words, password: 'a guess of 12' }))
/** The program ends and begins again; the clock of the machine went on. */
async function restart(): Promise<void> {
  const now = plant.clock.now().toISOString()
  await plant.close()
  dropKeys(folder)
  plant = await startBackend({ folder, setUp: false })
  plant.clock.set(now)
}
const idle = () => {
  plant.clock.advance(16 * 60)
  plant.backend.sealWhenIdle()
  return plant.backend.workspace.sealed()
}

it('guesses at the sealed door are remembered over a restart and count for every window', async () => {
  await restart()
  expect([await guess(), await guess(), await guess()]).toEqual(Array(3).fill('access.wrong-password'))
  await restart()
  expect(await guess()).toBe('access.wait')
  expect(await guess(plant.connect('another'))).toBe('access.wait')
  plant.clock.advance(2)
  await finish(plant.api.access.unseal(words))
  expect(existsSync(join(folder, 'sealed-door.json'))).toBe(false)
  const { lines } = await plant.api.access.auditSearch({ procedure: 'access.unseal' })
  expect(lines.flatMap(({ notes }) => notes)).toContainEqual({ code: 'access.failed-before', count: 3 })
})

it('guesses at the same time are guesses one after the other', async () => {
  await restart()
  const codes = await Promise.all(Array.from({ length: 6 }, (_, at) => guess(plant.connect(`window ${at}`))))
  expect(codes.filter((code) => code === 'access.wrong-password')).toHaveLength(3)
})

it('a count that was meddled with is taken for the longest wait', async () => {
  await restart()
  writeFileSync(join(folder, 'sealed-door.json'), 'none')
  plant.clock.set(new Date().toISOString())
  expect(await codeOf(plant.api.access.unseal(words))).toBe('access.wait')
  plant.clock.advance(15 * 60)
  await finish(plant.api.access.unseal(words))
})

it('what is written of failures names nobody and holds nothing that was typed', async () => {
  await restart()
  await guess()
  const kept = JSON.parse(readFileSync(join(folder, 'sealed-door.json'), 'utf8')) as object
  expect(Object.keys(kept).toSorted()).toEqual(['failures', 'lastAt'])
})

it('the second factor is asked for behind the sealed door as at every other', async () => {
  const { secret } = await finish(plant.api.access.beginSecondFactor({ password: words.password }))
  const code = () =>
    new TOTP({ secret: Secret.fromBase32(secret), digits: 6, period: 30 }).generate({
      timestamp: plant.clock.now().getTime(),
    })
  await plant.api.access.confirmSecondFactor({ code: code() })
  await restart()
  plant.clock.advance(60)
  expect(await codeOf(plant.api.access.unseal(words))).toBe('access.code-needed')
  // The password opened the store; nobody is let in before the code.
  expect(await plant.api.access.session({})).toEqual({ state: 'none' })
  expect((await refusalOf(plant.api.access.people({}))).code).toBe('kernel.sign-in-first')
  expect(await codeOf(plant.api.access.signIn({ ...words, code: '000000' }))).toBe('access.wrong-code')
  plant.clock.advance(60)
  await finish(plant.api.access.signIn({ ...words, code: code() }))
  expect(await plant.api.access.session({})).toMatchObject({ state: 'open' })
  plant.clock.advance(60)
  expect(idle()).toBe('locked')
  await finish(plant.api.access.unseal({ ...words, code: code() }))
  expect(await plant.api.access.session({})).toMatchObject({ state: 'open' })
})

it('who has just unlocked it has the time to type the rest', async () => {
  expect(idle()).toBe('locked')
  await finish(plant.api.access.unsealWithRecovery({ recoveryKey }))
  plant.clock.advance(60)
  plant.backend.sealWhenIdle()
  expect(plant.backend.workspace.sealed()).toBeNull()
  expect(idle()).toBe('locked')
})

it('a backup under way keeps the store open; what sends over a slow link is broken off and goes on later', async () => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] })
  let endBackup = () => {}
  const begun = { backup: 0, sending: 0 }
  const sending: AbortSignal[] = []
  const nothing: ByItself = { taskSources: [], keepers: [], slowKeepers: [], rounds: [] }
  const rounds: ByItself['rounds'] = [
    {
      procedure: 'exchange.keepBackups',
      work: () => {
        begun.backup += 1
        return new Promise<void>((resolve) => (endBackup = resolve))
      },
    },
    {
      procedure: 'exchange.deliver',
      work: async ({ signal }) => {
        begun.sending += 1
        sending.push(signal)
      },
    },
  ]
  const unexpected: unknown[] = []
  const keeping = startByItself(plant.backend, { ...nothing, rounds }, (error) => void unexpected.push(error))
  const round = async () => {
    vi.advanceTimersByTime(4_000)
    await new Promise((resolve) => setImmediate(resolve))
  }
  await round()
  expect(keeping.isBusy()).toBe(true)
  endBackup()
  await new Promise((resolve) => setImmediate(resolve))
  expect(keeping.isBusy()).toBe(false)
  expect(sending.map(({ aborted }) => aborted)).toEqual([false])
  expect(idle()).toBe('locked')
  expect(sending.map(({ aborted }) => aborted)).toEqual([true])
  await round()
  expect(begun).toEqual({ backup: 1, sending: 1 })
  await finish(plant.api.access.unseal(words))
  await round()
  expect(begun).toEqual({ backup: 2, sending: 2 })
  expect(sending.at(-1)?.aborted).toBe(false)
  expect(unexpected).toEqual([])
  keeping.stop()
  endBackup()
})
