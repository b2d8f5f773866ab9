import fc from 'fast-check'
import { afterAll, beforeAll, expect, it } from 'vitest'

import { roles } from '#shared/access/model'
import { allPermissions, matrixWith, permissionsOf, togetherWith } from '#shared/access/permissions'
import { finish, refusalOf, type SignedIn, startBackend, type TestBackend } from '#test/support/backend'

let plant: TestBackend
beforeAll(async () => {
  plant = await startBackend()
})
afterAll(() => plant.close())

const rowOf = async (role: string) => (await plant.api.access.matrix({})).find((row) => row.role === role)
const lend = (who: SignedIn, to: SignedIn, role: 'reviewer' | 'administrator', from: string, until: string) =>
  who.api.access.delegate({ to: to.userId, role, validFrom: from, validTo: until, reason: '休假' })

it('a right given to a role holds for its people at once, is in the trail, and goes again with a reset', async () => {
  const viewer = await plant.signInAs(['viewer'])
  const ask = () => viewer.api.access.people({})
  expect((await refusalOf(ask())).code).toBe('kernel.not-permitted')
  await plant.api.access.setRight({ role: 'viewer', permission: 'access.read', isHeld: true })
  expect(await ask()).not.toEqual([])
  expect((await rowOf('viewer'))?.changed).toEqual(['access.read'])
  const { lines } = await plant.api.access.auditSearch({ procedure: 'access.setRight' })
  expect(lines[0]?.tables).toEqual([{ table: 'access_role_rights', op: 'insert', rows: 1 }])
  await plant.api.access.resetRights({ role: 'viewer' })
  expect((await refusalOf(ask())).code).toBe('kernel.not-permitted')
  expect((await rowOf('viewer'))?.changed).toEqual([])
})

it('managing people stays with the administrator, whatever is ticked', async () => {
  for (const [role, isHeld] of [
    ['viewer', true],
    ['administrator', false],
  ] as const)
    expect(
      (await refusalOf(plant.api.access.setRight({ role, permission: 'access.manage', isHeld }))).code,
    ).toBe('access.fixed-right')
  const id = await plant.api.access.addRole({ name: '影子管理员', note: null, like: 'administrator' })
  expect((await rowOf(id))?.permissions).not.toContain('access.manage')
  // Not even along with the right to look, without which nothing else could be done there.
  await plant.api.access.setRight({ role: 'administrator', permission: 'access.read', isHeld: false })
  expect((await rowOf('administrator'))?.permissions).toContain('access.manage')
  await plant.api.access.resetRights({ role: null })
})

it('a role of the plant’s own is granted, named in the session, and removed only when nobody holds it', async () => {
  const id = await plant.api.access.addRole({ name: '班组长', note: null, like: 'data-owner' })
  expect((await refusalOf(plant.api.access.addRole({ name: '班组长', note: null, like: null }))).code).toBe(
    'access.role-name-taken',
  )
  const someone = await plant.signInAs([])
  const granted = await plant.api.access.grant({ userId: someone.userId, role: id, nodeId: null })
  const session = await someone.api.access.session({})
  expect(session.state === 'open' && session.roles).toEqual([{ role: id, name: '班组长' }])
  expect(session.state === 'open' && session.permissions).toContain('activity.enter')
  expect((await refusalOf(plant.api.access.removeRole({ id }))).code).toBe('access.role-held')
  await plant.api.access.revoke({ id: granted })
  await plant.api.access.removeRole({ id })
  const again = plant.api.access.grant({ userId: someone.userId, role: id, nodeId: null })
  expect((await refusalOf(again)).code).toBe('access.unknown-role')
})

it('who has what is told by person, with borrowed roles beside own ones', async () => {
  const reviewer = await plant.signInAs(['reviewer'])
  const other = await plant.signInAs(['data-owner'])
  await lend(reviewer, other, 'reviewer', '2026-06-30', '2026-07-03')
  const held = (await plant.api.access.holders({})).filter(({ user }) => user === other.userId)
  expect(held.map(({ role, standsInFor }) => [role, standsInFor])).toEqual([
    ['data-owner', null],
    ['reviewer', reviewer.userId],
  ])
})

it('a stand-in may what the other may, for as long as it was said, and the trail says for whom', async () => {
  const manager = await plant.signInAs(['carbon-manager'])
  const other = await plant.signInAs(['viewer'])
  const act = (day: string) => other.api.desk.saveDay({ day, kind: 'holiday', name: '厂休' })
  expect((await refusalOf(act('2026-07-06'))).code).toBe('kernel.not-permitted')
  await manager.api.access.delegate({
    to: other.userId,
    role: 'carbon-manager',
    validFrom: '2026-06-30',
    validTo: '2026-07-02',
    reason: '出差',
  })
  await act('2026-07-06')
  const { lines } = await plant.api.access.auditSearch({ procedure: 'desk.saveDay', outcome: 'done' })
  expect(lines[0]).toMatchObject({
    user: other.userId,
    notes: [{ code: 'access.stood-in', of: manager.userId }],
  })
  expect(lines[0]?.notes[0]?.['name']).toMatch(/^User/)
  const session = await other.api.access.session({})
  expect(session.state === 'open' && session.permissions).toContain('activity.manage')

  plant.clock.set('2026-07-02T02:00:00.000Z')
  await finish(other.api.access.unlock({ password: 'Plant-2026 first' }))
  expect((await refusalOf(act('2026-07-07'))).code).toBe('kernel.not-permitted')
  plant.clock.set('2026-06-30T02:00:00.000Z')
})

it('an ended stand-in holds no longer, and a disabled person lends nothing', async () => {
  const manager = await plant.signInAs(['carbon-manager'])
  const other = await plant.signInAs([])
  const arrange = () =>
    manager.api.access.delegate({
      to: other.userId,
      role: 'carbon-manager',
      validFrom: '2026-06-30',
      validTo: '2026-07-02',
      reason: '出差',
    })
  const look = () => other.api.factors.editions({})
  const id = await arrange()
  await look()
  expect((await refusalOf(arrange())).code).toBe('access.lent-already')
  await other.api.access.endDelegation({ id })
  expect((await refusalOf(look())).code).toBe('kernel.not-permitted')
  expect((await refusalOf(other.api.access.endDelegation({ id }))).code).toBe('access.delegation-over')
  await arrange()
  await look()
  await plant.api.access.disableUser({ userId: manager.userId })
  expect((await refusalOf(look())).code).toBe('kernel.not-permitted')
})

it('nobody lends what he does not hold, the administrator’s role, or to himself', async () => {
  const owner = await plant.signInAs(['data-owner'])
  const other = await plant.signInAs(['viewer'])
  expect((await refusalOf(lend(owner, other, 'reviewer', '2026-06-30', '2026-07-01'))).code).toBe(
    'access.not-held',
  )
  expect((await refusalOf(lend(owner, owner, 'reviewer', '2026-06-30', '2026-07-01'))).code).toBe(
    'access.delegate-to-self',
  )
  const admin = plant.api.access.delegate({
    to: other.userId,
    role: 'administrator',
    validFrom: '2026-06-30',
    validTo: '2026-07-01',
    reason: '休假',
  })
  expect((await refusalOf(admin)).code).toBe('access.not-lent')
  expect((await refusalOf(lend(owner, other, 'reviewer', '2026-06-30', '2028-07-01'))).code).toBe(
    'access.delegation-days',
  )
})

it('whatever is changed one by one, who acts in an area sees it, and what was put back is what is shipped', () => {
  const change = fc.record({
    role: fc.constantFrom(...roles),
    permission: fc.constantFrom(...allPermissions),
    isHeld: fc.boolean(),
  })
  fc.assert(
    fc.property(fc.array(change, { maxLength: 30 }), (changes) => {
      const rights: {
        role: (typeof roles)[number]
        permission: (typeof allPermissions)[number]
        held: boolean
      }[] = []
      for (const { role, permission, isHeld } of changes)
        for (const each of togetherWith(matrixWith(rights)(role), permission, isHeld))
          rights.push({ role, permission: each, held: isHeld })
      const matrix = matrixWith(rights)
      for (const { role } of changes)
        for (const held of matrix(role)) expect(matrix(role)).toContain(`${held.split('.')[0]}.read`)
      const untouched = roles.filter((role) => changes.every((each) => each.role !== role))
      for (const role of untouched) expect(matrix(role)).toEqual(permissionsOf(role))
    }),
    { numRuns: 60 },
  )
})
