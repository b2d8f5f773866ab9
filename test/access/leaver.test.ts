import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'

import { afterAll, beforeAll, expect, it } from 'vitest'

import { administrator, finish, startBackend, type TestBackend } from '#test/support/backend'

let plant: TestBackend
beforeAll(async () => {
  plant = await startBackend()
})
afterAll(() => plant.close())

/** Files of the data folder in which a text stands, apart from backups, which hold what was there then. */
function filesWith(text: string): string[] {
  const { sqlite } = plant.backend.workspace.store()
  // What was deleted is overwritten in the store; the log beside it ends when it is taken over.
  sqlite.pragma('wal_checkpoint(TRUNCATE)')
  return readdirSync(plant.folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => !name.startsWith('backups') && statSync(join(plant.folder, name)).isFile())
    .filter((name) => readFileSync(join(plant.folder, name)).includes(Buffer.from(text)))
}

it('L1 a leaver’s name, login and contact are found in no byte of the living records, and the trail still verifies', async () => {
  const { api } = plant
  const words = ['欧阳慕容', 'muorong.ouyang', '13912345678', 'muorong@example.cn']
  const [name = '', login = '', phone = '', email = ''] = words
  const personId = await api.access.addPerson({ name })
  const person = (await api.access.people({})).find(({ id }) => id === personId)!
  const { department, position, note } = person
  await api.access.savePerson({ id: personId, name, department, position, note, phone, email })
  const password = 'Plant-2026 first'
  const userId = await finish(api.access.addUser({ personId, login, language: 'zh', password }))
  await api.access.grant({ userId, role: 'carbon-manager', nodeId: null })
  const own = plant.connect('window-of-leaver')
  await finish(own.access.signIn({ login, password }))
  await finish(own.access.changePassword({ old: password, password: 'Plant-2026 second' }))
  await own.desk.saveDraft({ key: 'risks/new', value: { by: name } })
  for (const word of words.slice(0, 2)) expect(filesWith(word)).not.toEqual([])
  await finish(api.exchange.backUp({ target: null }))
  await api.access.removePerson({ id: personId })
  for (const word of words) expect(`${word}: ${filesWith(word).join()}`).toBe(`${word}: `)
  expect((await finish(api.access.auditVerify({}))).firstBreak).toBeNull()
  expect((await finish(api.exchange.checkStore({}))).unlike).toEqual([])
  expect(administrator.name).not.toBe(name)
  const { removed } = await finish(api.exchange.renewBackups({ password: administrator.password }))
  expect(removed).toBe(1)
  expect(
    (await api.exchange.backups({})).map(({ isThere, provenAt }) => isThere && provenAt !== null),
  ).toEqual([true])
  expect(readdirSync(join(plant.folder, 'backups'))).toHaveLength(1)
})

it('L2 what others wrote of somebody is named before the person is taken out: records by column, and lines of the trail', async () => {
  const { api } = plant
  const name = '诸葛长卿'
  const id = await api.access.addPerson({ name })
  expect(await finish(api.access.traces({ id }))).toEqual({ places: [], lines: 0 })
  const role = await api.access.addRole({ name: `${name}的代理`, note: '', like: null } as never)
  const found = () => finish(api.access.traces({ id }))
  expect(await found()).toEqual({ places: [{ table: 'access_roles', column: 'name', count: 1 }], lines: 1 })
  await api.access.saveRole({ id: role, name: '代理', note: '' } as never)
  // The record no longer says it; that it once did stays in the trail.
  expect(await found()).toEqual({ places: [], lines: 2 })
})
