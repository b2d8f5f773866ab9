import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { afterEach, expect, it } from 'vitest'

import { createBackend } from '#electron/kernel/backend'
import { openHome } from '#electron/kernel/workspace'
import { administrator, finish, refusalOf, startBackend, type TestBackend } from '#test/support/backend'

let plant: TestBackend
afterEach(() => plant.close())
const about = () => plant.api.access.about({})

it('the sample plant stands in a folder of its own with the same administrator', async () => {
  plant = await startBackend()
  await plant.api.access.addPerson({ name: '李四' })
  await finish(plant.api.access.openSample({}))
  expect(await about()).toMatchObject({ isSetUp: true, isSample: true, hasSample: true })
  expect((await plant.api.access.people({})).map(({ name }) => name)).toEqual([administrator.name])
  const session = await plant.api.access.session({})
  expect(session.state === 'open' && session.roles).toHaveLength(17)

  await finish(plant.api.access.openPlant({}))
  expect(await about()).toMatchObject({ isSample: false, hasSample: true })
  expect(await plant.api.access.people({})).toHaveLength(2)
})

it('removing the sample plant removes its folder and leaves the plant alone', async () => {
  plant = await startBackend({ sample: true })
  const { folder } = plant.backend.workspace.store()
  await plant.api.access.addPerson({ name: '示例人员' })
  await finish(plant.api.access.removeSample({}))
  expect(existsSync(folder)).toBe(false)
  expect(await about()).toMatchObject({ isSample: false, hasSample: false })
  expect(await plant.api.access.people({})).toHaveLength(1)
  expect((await plant.api.access.session({})).state).toBe('open')
})

it('what was tried out in the sample plant is still there after going away and coming back', async () => {
  plant = await startBackend({ sample: true })
  await plant.api.access.addPerson({ name: '示例人员' })
  await finish(plant.api.access.openPlant({}))
  await finish(plant.api.access.openSample({}))
  expect(await plant.api.access.people({})).toHaveLength(2)
})

it('who has no account in the other plant has to sign in there', async () => {
  plant = await startBackend({ sample: true })
  await finish(plant.api.access.openPlant({}))
  const viewer = await plant.signInAs(['viewer'])
  await finish(plant.api.access.openSample({}))
  expect(await viewer.api.access.session({})).toEqual({ state: 'none' })
})

it('a password changed in the plant is the one of the sample plant when it is opened again', async () => {
  plant = await startBackend({ sample: true })
  await finish(plant.api.access.openPlant({}))
  const change = { old: administrator.password, password: 'another fine one' }
  await finish(plant.api.access.changePassword(change))
  await finish(plant.api.access.openSample({}))
  const door = plant.connect('window-2')
  await finish(door.access.signIn({ login: 'wang', password: 'another fine one' }))
  expect((await door.access.session({})).state).toBe('open')
})

it('a password changed in the sample plant does not open the plant', async () => {
  plant = await startBackend({ sample: true })
  const change = { old: administrator.password, password: 'another fine one' }
  await finish(plant.api.access.changePassword(change))
  await finish(plant.api.access.openPlant({}))
  expect(await plant.api.access.session({})).toEqual({ state: 'none' })
  const signIn = (password: string) => finish(plant.api.access.signIn({ login: 'wang', password }))
  expect((await refusalOf(signIn('another fine one'))).code).toBe('access.wrong-password')
  await signIn(administrator.password)
})

it('only administrators change the plant', async () => {
  plant = await startBackend()
  const viewer = await plant.signInAs(['viewer'])
  const opening = refusalOf(finish(viewer.api.access.openSample({})))
  expect((await opening).code).toBe('kernel.not-permitted')
})

it('a sample plant that was never finished is thrown away at the next start', async () => {
  plant = await startBackend()
  const { around } = plant.backend.spine
  const home = mkdtempSync(join(tmpdir(), 'tanbu-home-'))
  const first = createBackend(openHome(home, around), around)
  first.workspace.use('sample')
  first.close()
  writeFileSync(join(home, 'current'), 'sample')

  const second = createBackend(openHome(home, around), around)
  expect(second.workspace.which()).toBe('plant')
  expect(second.workspace.exists('sample')).toBe(false)
  second.close()
  rmSync(home, { recursive: true })
})
