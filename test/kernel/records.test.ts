import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { takeNumber } from '#electron/kernel/numbers'
import { runCommand } from '#electron/kernel/spine'
import { stageUpload } from '#electron/kernel/uploads'
import { newFacility, sourceLike } from '#test/monitoring/support'
import { refusalOf, startBackend, type TestBackend } from '#test/support/backend'

let plant: TestBackend
let boiler: string
let grid: string

beforeAll(async () => {
  plant = await startBackend()
  const { id } = newFacility(plant)
  const add = async (code: string, name: string) =>
    `monitoring/source/${(await plant.api.monitoring.addSource(sourceLike(id, { code, name }))).id}`
  boiler = await add('B-1', '一号锅炉')
  grid = await add('E-1', '购入电力')
})
afterAll(() => plant.close())

describe('any record', () => {
  it('is linked with another, seen from both ends, once however often it is asked', async () => {
    const { api } = plant
    const first = await api.desk.link({ from: grid, relation: 'concerns', to: boiler })
    expect(await api.desk.link({ from: grid, relation: 'concerns', to: boiler })).toBe(first)
    const [here] = (await api.desk.aboutRecord({ record: grid })).links
    expect(here).toMatchObject({ isFrom: true, relation: 'concerns', other: { title: '一号锅炉' } })
    const { links } = await api.desk.aboutRecord({ record: boiler })
    expect(links).toMatchObject([{ isFrom: false, other: { number: 'E-1', path: expect.any(String) } }])
    await api.desk.unlink({ id: first })
    expect((await api.desk.aboutRecord({ record: boiler })).links).toEqual([])
  })

  it('is not linked to itself, nor to what is not there', async () => {
    const { api } = plant
    const toItself = api.desk.link({ from: grid, relation: 'causes', to: grid })
    expect((await refusalOf(toItself)).code).toBe('kernel.link-to-itself')
    const toNothing = api.desk.link({ from: grid, relation: 'causes', to: 'monitoring/source/none' })
    expect((await refusalOf(toNothing)).code).toBe('kernel.no-such-record')
  })

  it('keeps files by their hash, and a file taken off stays on record', async () => {
    const { api } = plant
    const body = new Blob(['picture']).stream()
    const upload = await stageUpload(plant.folder, { name: '照片.png', type: 'image/png', body })
    const id = await api.desk.attach({ record: boiler, upload, note: null })
    const { attachments } = await api.desk.aboutRecord({ record: boiler })
    expect(attachments).toMatchObject([{ id, name: '照片.png', size: 7 }])
    await api.desk.detach({ id })
    expect((await api.desk.aboutRecord({ record: boiler })).attachments).toEqual([])
    const { lines } = await api.access.history({ record: boiler })
    expect(lines.map(({ procedure }) => procedure)).toContain('desk.detach')
  })

  it('is talked about: a remark is taken back by who wrote it alone, and that shows', async () => {
    const { api } = plant
    const id = await api.desk.comment({ record: boiler, text: '请核对铭牌' })
    const other = await plant.signInAs(['carbon-manager'])
    expect((await other.api.desk.aboutRecord({ record: boiler })).comments).toMatchObject([
      { text: '请核对铭牌', isMine: false },
    ])
    expect((await refusalOf(other.api.desk.withdrawComment({ id }))).code).toBe('kernel.not-your-comment')
    await api.desk.withdrawComment({ id })
    expect((await api.desk.aboutRecord({ record: boiler })).comments).toMatchObject([{ text: null }])
  })

  it('is hidden with everything about it from whoever may not see it', async () => {
    const trader = await plant.signInAs(['trader-strategy'])
    const hidden = await plant.signInAs([])
    expect((await trader.api.desk.aboutRecord({ record: grid })).links).toEqual([])
    for (const asked of [
      hidden.api.desk.aboutRecord({ record: grid }),
      hidden.api.access.history({ record: grid }),
      hidden.api.desk.comment({ record: grid, text: '?' }),
    ])
      expect((await refusalOf(asked)).code).toBe('kernel.no-such-record')
    expect(await hidden.api.desk.recordsLike({ text: '锅炉' })).toEqual([])
    expect(await trader.api.desk.recordsLike({ text: 'b-1 一号' })).toMatchObject([{ record: boiler }])
  })

  it('has a history of what happened to it, before and after side by side', async () => {
    const { lines } = await plant.api.access.history({ record: boiler })
    const made = lines.at(-1)
    expect(made?.procedure).toBe('monitoring.addSource')
    expect(made?.changes[0]?.fields.find(({ name }) => name === 'code')?.after?.text).toBe('B-1')
  })

  it('gets a number for people that is given once, year by year', () => {
    const meta = { kind: 'command', permission: 'signed-in' } as const
    const take = (now: string) =>
      runCommand(
        plant.backend.spine,
        { procedure: 'test.take', meta, window: 'w', signal: undefined, user: null, now: new Date(now) },
        (context) => takeNumber(context, 'NC'),
      )
    expect([
      take('2026-02-01T00:00:00Z'),
      take('2026-12-01T00:00:00Z'),
      take('2027-01-02T00:00:00Z'),
    ]).toEqual(['NC-2026-001', 'NC-2026-002', 'NC-2027-001'])
  })
})
