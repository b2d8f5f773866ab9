import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { afterEach, expect, it } from 'vitest'

import { administrator, finish, refusalOf, startBackend, type TestBackend } from '#test/support/backend'

const { login, password } = administrator
const open: TestBackend[] = []
const folders: string[] = []
afterEach(async () => {
  for (const plant of open.splice(0)) await plant.close()
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true })
})
async function start(options?: Parameters<typeof startBackend>[0]) {
  const plant = await startBackend(options)
  open.push(plant)
  return plant
}
const signIn = (api: TestBackend['api'], tried: string, as: string = login) =>
  finish(api.access.signIn({ login: as, password: tried }))

it('the first run makes one administrator who holds every role and is signed in', async () => {
  const { api } = await start()
  const session = await api.access.session({})
  expect(session).toMatchObject({ state: 'open', user: { name: administrator.name, login } })
  expect(session.state === 'open' && session.roles).toHaveLength(17)
  expect(session.state === 'open' && session.permissions).toContain('activity.approve')
  expect(await api.access.about({})).toMatchObject({ isSetUp: true, isSample: false, hasSample: false })
})

it('the first run happens once', async () => {
  const { connect } = await start()
  const other = connect('window-2')
  const again = finish(other.access.setUp({ ...administrator, login: 'someone' }))
  expect((await refusalOf(again)).code).toBe('access.already-set-up')
})

it('two first runs at once make one administrator', async () => {
  const { connect } = await start({ setUp: false })
  const runs = ['a', 'b'].map((window) =>
    finish(connect(window).access.setUp({ ...administrator, login: `${window}${window}` })),
  )
  const ends = await Promise.allSettled(runs)
  expect(ends.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
})

it('nobody is signed in at another window', async () => {
  const { connect } = await start()
  const other = connect('window-2')
  expect(await other.access.session({})).toEqual({ state: 'none' })
  expect((await refusalOf(other.access.people({}))).code).toBe('kernel.sign-in-first')
  await signIn(other, password, 'WANG')
  expect((await other.access.session({})).state).toBe('open')
})

it('an unknown login and a wrong password get the same answer, each a refused line of the trail', async () => {
  const { api, connect } = await start()
  const other = connect('window-2')
  const codes = [
    await refusalOf(signIn(other, 'not the password')),
    await refusalOf(signIn(other, 'not the password', 'nobody')),
  ]
  expect(codes).toEqual([codes[0], codes[0]])
  expect(codes[0]?.code).toBe('access.wrong-password')
  const { lines } = await api.access.auditSearch({ procedure: 'access.signIn' })
  expect(lines.map(({ outcome }) => outcome)).toEqual(['refused', 'refused'])
  expect(JSON.stringify(lines)).not.toContain('not the password')
})

it('from the third failure on each attempt waits twice as long, and a restart forgives nothing', async () => {
  const folder = join(mkdtempSync(join(tmpdir(), 'tanbu-throttle-')), 'plant')
  folders.push(folder)
  const first = await start({ folder })
  const door = first.connect('window-2')
  for (let failure = 0; failure < 3; failure++) await refusalOf(signIn(door, 'wrong, wrong'))
  expect(await refusalOf(signIn(door, password))).toEqual({ code: 'access.wait', facts: { seconds: 1 } })
  first.clock.advance(1)
  await refusalOf(signIn(door, 'wrong, wrong'))
  open.splice(0)
  await first.close()

  const second = await start({ folder, setUp: false })
  second.clock.advance(1)
  expect(await refusalOf(signIn(second.connect('fresh window'), password))).toEqual({
    code: 'access.wait',
    facts: { seconds: 2 },
  })
  second.clock.advance(2)
  await signIn(second.api, password)
  expect((await second.api.access.session({})).state).toBe('open')
})

it('a hundred attempts at once are not a hundred free ones', async () => {
  const { connect } = await start()
  const doors = Array.from({ length: 8 }, (_, at) => connect(`door-${at}`))
  const codes = await Promise.all(doors.map((door) => refusalOf(signIn(door, 'wrong, wrong'))))
  expect(codes.filter(({ code }) => code === 'access.wrong-password')).toHaveLength(3)
})

it('failures at one window slow that window for every login', async () => {
  const { connect } = await start()
  const door = connect('window-2')
  for (const name of ['aa', 'bb', 'cc']) await refusalOf(signIn(door, 'wrong, wrong', name))
  expect((await refusalOf(signIn(door, password))).code).toBe('access.wait')
  await signIn(connect('window-3'), password)
})

it('a window locks after fifteen minutes without activity and opens again with the password', async () => {
  const { api, clock } = await start()
  clock.advance(14 * 60)
  await api.access.people({})
  clock.advance(14 * 60)
  expect((await api.access.session({})).state).toBe('open')
  clock.advance(60)
  expect(await api.access.session({})).toMatchObject({ state: 'locked', user: { login } })
  expect((await refusalOf(api.access.people({}))).code).toBe('kernel.sign-in-first')
  expect((await refusalOf(finish(api.access.unlock({ password: 'wrong, wrong' })))).code).toBe(
    'access.wrong-password',
  )
  await finish(api.access.unlock({ password }))
  expect(await api.access.people({})).toHaveLength(1)
})

it('looking at the session does not keep it open', async () => {
  const { api, clock } = await start()
  for (let minute = 0; minute < 15; minute++) {
    clock.advance(60)
    await api.access.session({})
  }
  expect((await api.access.session({})).state).toBe('locked')
})

it('a window locks by command, and signing out forgets who was there', async () => {
  const { api } = await start()
  await api.access.lock({})
  expect((await api.access.session({})).state).toBe('locked')
  await api.access.signOut({})
  expect(await api.access.session({})).toEqual({ state: 'none' })
  expect((await refusalOf(finish(api.access.unlock({ password })))).code).toBe('kernel.sign-in-first')
})

it('a password is changed by who knows the old one', async () => {
  const { api, connect } = await start()
  const change = (old: string, next: string) => finish(api.access.changePassword({ old, password: next }))
  expect((await refusalOf(change('wrong, wrong', 'another fine one'))).code).toBe('access.wrong-password')
  expect((await refusalOf(change(password, 'short'))).code).toBe('access.password-too-short')
  expect((await refusalOf(change(password, password))).code).toBe('access.password-unchanged')
  await change(password, 'another fine one')
  expect((await refusalOf(signIn(connect('w2'), password))).code).toBe('access.wrong-password')
  await signIn(connect('w3'), 'another fine one')
})

it('the recovery key opens the way back in, once it is typed right', async () => {
  const { connect, recoveryKey } = await start()
  expect(recoveryKey).toMatch(/^([0-9A-HJKMNP-TV-Z]{4}-){7}[0-9A-HJKMNP-TV-Z]{4}$/)
  const door = connect('window-2')
  const recover = (key: string) =>
    finish(door.access.recover({ recoveryKey: key, login, password: 'found it again' }))
  const wrong = `${recoveryKey.slice(0, -1)}${recoveryKey.endsWith('0') ? '1' : '0'}`
  expect((await refusalOf(recover(wrong))).code).toBe('access.wrong-recovery-key')
  expect((await refusalOf(recover('what?'))).code).toBe('access.wrong-recovery-key')
  await recover(recoveryKey.toLowerCase().replaceAll('-', ' '))
  await signIn(door, 'found it again')
  expect((await door.access.session({})).state).toBe('open')
})

it('a new recovery key, given for the password, puts the old one out of use', async () => {
  const { api, connect, recoveryKey } = await start()
  const renew = (typed: string) => finish(api.access.renewRecoveryKey({ password: typed }))
  expect((await refusalOf(renew('wrong, wrong'))).code).toBe('access.wrong-password')
  const renewed = await renew(password)
  const recover = (key: string) =>
    finish(connect('w2').access.recover({ recoveryKey: key, login, password: 'found it again' }))
  expect((await refusalOf(recover(recoveryKey))).code).toBe('access.wrong-recovery-key')
  await recover(renewed.recoveryKey)
})

it('a password is stretched anew at the sign-in after the cost has grown, and never for less', async () => {
  const folder = join(mkdtempSync(join(tmpdir(), 'tanbu-cost-')), 'plant')
  folders.push(folder)
  const costAfter = async (N: number, isFirst = false) => {
    const plant = await startBackend({ folder, setUp: isFirst, passwordCost: { N, r: 8, p: 1 } })
    await signIn(plant.connect('w2'), password)
    const { cost } = plant.backend.spine
      .store()
      .sqlite.prepare<[], { cost: string }>('SELECT cost FROM access_passwords')
      .get()!
    await plant.close()
    return (JSON.parse(cost) as { N: number }).N
  }
  expect(await costAfter(1024, true)).toBe(1024)
  expect(await costAfter(4096)).toBe(4096)
  expect(await costAfter(1024)).toBe(4096)
})
