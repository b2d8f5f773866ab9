import { afterEach, expect, it } from 'vitest'

import { administrator, finish, refusalOf, startBackend, type TestBackend } from '#test/support/backend'

let plant: TestBackend | undefined
afterEach(async () => {
  await plant?.close()
  plant = undefined
})

it('the first run makes one administrator who holds every role and is signed in', async () => {
  plant = await startBackend()
  const session = await plant.api.access.session({})
  expect(session).toMatchObject({ state: 'open', user: { name: administrator.name, login: 'wang' } })
  if (session.state !== 'open') throw new Error('not open')
  expect(session.roles).toHaveLength(17)
  expect(session.permissions).toContain('activity.approve')
  expect(await plant.api.access.about({})).toMatchObject({ isSetUp: true, isSample: false })
})

it('a user with one role can do what that role may and no more', async () => {
  plant = await startBackend()
  const viewer = await plant.signInAs(['viewer'])
  expect((await refusalOf(viewer.api.access.people({}))).code).toBe('kernel.not-permitted')
  expect(await viewer.api.access.names({})).toHaveLength(2)
})

it('the sample plant stands in a folder of its own with the same administrator', async () => {
  plant = await startBackend({ sample: true })
  expect(await plant.api.access.about({})).toMatchObject({ isSample: true, hasSample: true })
  await finish(plant.api.access.removeSample({}))
  expect(await plant.api.access.about({})).toMatchObject({ isSample: false, hasSample: false })
  expect((await plant.api.access.session({})).state).toBe('open')
})
