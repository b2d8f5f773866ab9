import { Secret, TOTP } from 'otpauth'
import { afterEach, beforeEach, expect, it } from 'vitest'

import { administrator, finish, refusalOf, startBackend, type TestBackend } from '#test/support/backend'

const { login, password } = administrator
let plant: TestBackend
beforeEach(async () => {
  plant = await startBackend()
})
afterEach(() => plant.close())

const door = (code?: string, tried: string = password, window = `door-${Math.random()}`) =>
  finish(
    plant.connect(window).access.signIn({ login, password: tried, ...(code === undefined ? {} : { code }) }),
  )

/** Ten wrong passwords, each after the wait that the one before brought. */
async function fail(as: string): Promise<void> {
  for (let failure = 0; failure < 10; failure++) {
    const request = plant.connect(`thief-${failure}`).access.signIn({ login: as, password: 'wrong, wrong' })
    expect((await refusalOf(finish(request))).code).toBe('access.wrong-password')
    plant.clock.advance(15 * 60)
  }
}

it('ten failures in a row shut an account; an administrator opens it, and a day does', async () => {
  const other = await plant.signInAs(['viewer'])
  const enter = () =>
    finish(plant.connect('own').access.signIn({ login: other.login, password: 'Plant-2026 first' }))
  await fail(other.login)
  expect(await refusalOf(enter())).toEqual({
    code: 'access.locked-out',
    facts: { until: '2026-07-01T04:15:00.000Z' },
  })
  await finish(plant.api.access.unlock({ password }))
  const doors = await plant.api.access.doors({})
  expect(doors.find(({ user }) => user === other.userId)?.lockedUntil).toBe('2026-07-01T04:15:00.000Z')
  await plant.api.access.unlockUser({ userId: other.userId })
  await enter()
  await fail(other.login)
  plant.clock.advance(24 * 60 * 60)
  await enter()
})

it('the recovery key opens a shut account', async () => {
  await fail(login)
  expect((await refusalOf(door())).code).toBe('access.locked-out')
  const fresh = 'a new password 7'
  const { recoveryKey } = plant
  await finish(plant.connect('door').access.recover({ recoveryKey, login, password: fresh }))
  await door(undefined, fresh)
})

/** Turns the second factor on and gives the app and the backup codes. */
async function turnOn() {
  const { secret } = await finish(plant.api.access.beginSecondFactor({ password }))
  const app = new TOTP({ secret: Secret.fromBase32(secret) })
  const now = () => app.generate({ timestamp: plant.clock.now().getTime() })
  const { codes } = await plant.api.access.confirmSecondFactor({ code: now() })
  return { now, codes, secret }
}

it('a second factor is asked after the password, and each of its codes is good once', async () => {
  const { now } = await turnOn()
  expect((await refusalOf(door())).code).toBe('access.code-needed')
  expect((await refusalOf(door(now()))).code).toBe('access.wrong-code')
  plant.clock.advance(30)
  await door(now())
  expect((await refusalOf(door(now()))).code).toBe('access.wrong-code')
  expect((await refusalOf(door('000000', 'wrong, wrong'))).code).toBe('access.wrong-password')
  plant.clock.advance(60)
  await door(now())
})

it('a backup code replaces the app once, as it was written down', async () => {
  const { codes } = await turnOn()
  expect(codes).toHaveLength(10)
  await door(codes[3]?.toLowerCase().replaceAll('-', ' '))
  expect((await refusalOf(door(codes[3]))).code).toBe('access.wrong-code')
  expect(await plant.api.access.secondFactor({})).toMatchObject({ isOn: true, codesLeft: 9 })
})

it('wrong codes are failed attempts and are waited for', async () => {
  await turnOn()
  for (let failure = 0; failure < 3; failure++)
    expect((await refusalOf(door('123456'))).code).toBe('access.wrong-code')
  expect((await refusalOf(door('123456'))).code).toBe('access.wait')
})

it('a secret that was not confirmed asks for nothing', async () => {
  await finish(plant.api.access.beginSecondFactor({ password }))
  await door()
  expect((await refusalOf(plant.api.access.confirmSecondFactor({ code: '000000' }))).code).toBe(
    'access.wrong-code',
  )
})

it('a second administrator or the recovery key takes the factor off', async () => {
  const { secret } = await turnOn()
  const second = await plant.signInAs(['administrator'])
  const session = await plant.api.access.session({})
  const userId = session.state === 'open' ? session.user.id : ('' as never)
  expect((await second.api.access.doors({})).find(({ user }) => user === userId)?.hasSecondFactor).toBe(true)
  await second.api.access.resetSecondFactor({ userId })
  await door()
  await turnOn()
  const { recoveryKey } = plant
  await finish(plant.connect('door').access.recover({ recoveryKey, login, password: 'a new password 7' }))
  await door(undefined, 'a new password 7')
  const { sqlite } = plant.backend.spine.store()
  const trail = sqlite.prepare('SELECT group_concat(detail) FROM kernel_audit').pluck().get()
  expect(String(trail)).not.toContain(secret)
  expect(String(trail)).not.toContain('access_second_factors')
})
