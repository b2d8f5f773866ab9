import { afterEach, beforeEach, expect, it } from 'vitest'

import { finish, refusalOf, startBackend, type TestBackend } from '#test/support/backend'

let plant: TestBackend
beforeEach(async () => {
  plant = await startBackend()
})
afterEach(() => plant.close())

const people = () => plant.api.access.people({})
async function administratorOf() {
  const found = (await people()).find(({ account }) => account?.login === 'wang')
  if (!found?.account) throw new Error('The administrator is gone')
  const role = found.account.grants.find((grant) => grant.role === 'administrator')
  return { person: found.id, user: found.account.id, grant: role!.id }
}

it('the last administrator can be neither disabled nor revoked nor removed', async () => {
  const { access } = plant.api
  const { person, user, grant } = await administratorOf()
  const attempts = [
    access.disableUser({ userId: user }),
    access.revoke({ id: grant }),
    access.removePerson({ id: person }),
  ]
  for (const attempt of attempts) expect((await refusalOf(attempt)).code).toBe('access.last-administrator')
  expect((await people())[0]?.account?.disabledAt).toBeNull()
  expect((await access.session({})).state).toBe('open')
})

it('an administrator for a time, or for a part, does not stand in for the last one', async () => {
  const { api } = plant
  const { user } = await administratorOf()
  const other = await plant.signInAs(['viewer'])
  await api.access.grant({ userId: other.userId, role: 'administrator', nodeId: null, validTo: '2027-01-01' })
  await api.access.grant({
    userId: other.userId,
    role: 'administrator',
    nodeId: '019b0000-0000-7000-8000-000000000000',
  })
  expect((await refusalOf(api.access.disableUser({ userId: user }))).code).toBe('access.last-administrator')
})

it('a second administrator lets the first one go, and the session ends at once', async () => {
  const { user } = await administratorOf()
  const other = await plant.signInAs(['administrator'])
  await other.api.access.disableUser({ userId: user })
  expect(await plant.api.access.session({})).toEqual({ state: 'none' })
})

it('a role holds in its valid time only', async () => {
  const { api, clock } = plant
  const viewer = await plant.signInAs(['viewer'])
  const ask = () => viewer.api.access.people({})
  expect((await refusalOf(ask())).code).toBe('kernel.not-permitted')
  await api.access.grant({
    userId: viewer.userId,
    role: 'internal-auditor',
    nodeId: null,
    validFrom: '2026-07-01',
    validTo: '2026-07-02',
  })
  expect((await refusalOf(ask())).code).toBe('kernel.not-permitted')
  const signInOn = async (instant: string) => {
    clock.set(instant)
    await finish(viewer.api.access.signIn({ login: viewer.login, password: 'Plant-2026 first' }))
  }
  // Midnight in the plant, not in Greenwich.
  await signInOn('2026-06-30T16:00:00Z')
  expect(await ask()).toHaveLength(2)
  await signInOn('2026-07-01T16:00:00Z')
  expect((await refusalOf(ask())).code).toBe('kernel.not-permitted')
})

it('a role for one node changes nothing that concerns the whole', async () => {
  const part = await plant.signInAs(['administrator'], '019b0000-0000-7000-8000-000000000000')
  expect(await part.api.access.people({})).toHaveLength(2)
  expect((await refusalOf(part.api.access.addPerson({ name: '李四' }))).code).toBe('kernel.not-permitted')
})

it('the same role is not granted twice for the same time, and again after it was revoked', async () => {
  const { access } = plant.api
  const viewer = await plant.signInAs(['viewer'])
  const grant = () => access.grant({ userId: viewer.userId, role: 'reviewer', nodeId: null })
  const id = await grant()
  expect((await refusalOf(grant())).code).toBe('access.already-granted')
  await access.revoke({ id })
  expect((await refusalOf(access.revoke({ id }))).code).toBe('access.grant-has-ended')
  await grant()
})

it('logins differ by more than case', async () => {
  const { access } = plant.api
  const personId = await access.addPerson({ name: '李四' })
  const add = (login: string) =>
    finish(access.addUser({ personId, login, language: 'zh', password: 'a fine password' }))
  expect((await refusalOf(add('Wang'))).code).toBe('access.login-taken')
  await add('li')
  expect((await refusalOf(add('li2'))).code).toBe('access.has-account')
})

it('a first password is marked until its owner changes it', async () => {
  const viewer = await plant.signInAs(['viewer'])
  const initial = async () => {
    const session = await viewer.api.access.session({})
    return session.state === 'open' && session.hasInitialPassword
  }
  expect(await initial()).toBe(true)
  await finish(
    viewer.api.access.changePassword({ old: 'Plant-2026 first', password: 'my own, nobody else’s' }),
  )
  expect(await initial()).toBe(false)
})

it('a leaver is gone from the records and from the trail, which still verifies', async () => {
  const { access } = plant.api
  const leaver = await plant.signInAs(['viewer'])
  const { id } = (await people()).find(({ account }) => account?.id === leaver.userId)!
  await access.savePerson({
    id,
    name: '张丽华',
    department: null,
    position: null,
    phone: '13800001111',
    email: null,
    note: null,
  })
  const added = (await access.auditSearch({ procedure: 'access.savePerson' })).lines[0]!
  const fields = async () =>
    (await access.auditDetail({ seq: added.seq })).changes[0]?.fields.find(({ name }) => name === 'name')
  expect(await fields()).toMatchObject({ after: { text: '张丽华', isRemoved: false } })

  await access.removePerson({ id })
  expect(await fields()).toMatchObject({ after: { text: null, isRemoved: true } })
  expect(await leaver.api.access.session({})).toEqual({ state: 'none' })
  const again = finish(leaver.api.access.signIn({ login: leaver.login, password: 'Plant-2026 first' }))
  expect((await refusalOf(again)).code).toBe('access.wrong-password')
  const { sqlite } = plant.backend.spine.store()
  const all = sqlite.prepare<[], string>('SELECT detail FROM kernel_audit').pluck().all().join()
  expect(all).not.toContain('张丽华')
  expect(all).not.toContain('13800001111')
  expect(sqlite.prepare('SELECT key FROM kernel_person_keys WHERE person_id = ?').pluck().get(id)).toBeNull()
  expect((await finish(access.auditVerify({}))).firstBreak).toBeNull()
  expect((await people()).find((person) => person.id === id)).toMatchObject({ name: null, phone: null })
})

it('neither passwords nor keys ever stand in the trail', async () => {
  const { sqlite } = plant.backend.spine.store()
  await plant.signInAs(['viewer'])
  const trail = sqlite.prepare<[], string>('SELECT detail FROM kernel_audit').pluck().all().join()
  const secrets = [
    ...sqlite.prepare<[], string>('SELECT lower(hex(verifier)) FROM access_passwords').pluck().all(),
    ...sqlite.prepare<[], string>('SELECT lower(hex(key)) FROM kernel_person_keys').pluck().all(),
  ]
  expect(secrets).toHaveLength(4)
  for (const secret of secrets) expect(trail.toLowerCase()).not.toContain(secret)
})
