import { afterAll, describe, expect, it } from 'vitest'

import type { Choice } from '#shared/exchange/changes'
import type { BroughtChanges } from '#shared/exchange/changes-contract'
import { newObjective } from '#shared/performance/objective'
import { parameterLike, sourceLike } from '#test/monitoring/support'
import { administrator, finish, refusalOf } from '#test/support/backend'

import { twoFolders } from './two-folders.ts'

const { main, copy, site, boiler, fan, pump, objective, close, ...folders } = await twoFolders()
const { packed, bring, looked, merge, edit, now } = folders
afterAll(close)

describe('changes from a copy of the data folder', () => {
  it('C5 says on the copy which trail line both share, and nothing on a folder that is no copy', async () => {
    expect(await copy.api.exchange.restoredFrom({})).toMatchObject({ seq: expect.any(Number) })
    expect(await main.api.exchange.restoredFrom({})).toBeNull()
    expect((await refusalOf(packed(main))).code).toBe('exchange.changes-no-base')
    expect((await refusalOf(packed())).code).toBe('exchange.changes-nothing')
  })

  let first: BroughtChanges
  let file: string
  it('C6 shows each record: new there, changed there only, changed on both sides field by field; nothing is chosen', async () => {
    const chiller = await copy.api.monitoring.addSource(
      sourceLike(site, { code: 'C-9', name: '新冷水机组', note: '现场发现' }),
    )
    await copy.api.monitoring.addParameter(parameterLike(chiller, { name: '冷机电量' }))
    await edit(copy, boiler.id, { name: '1#循环流化床锅炉', note: '铭牌 75 t/h' })
    await edit(copy, fan.id, { note: '已变频' })
    await copy.api.performance.editObjective({
      ...newObjective.parse(objective),
      id: objective.id,
      title: '三年内强度降 6%',
      considerations: { ...objective.considerations, trading: '履约缺口' },
    })
    await edit(main, boiler.id, { name: '一号燃煤锅炉', methodReason: '供煤合同可查' })
    await edit(main, pump.id, { note: '已更换' })
    await main.api.performance.editObjective({
      ...newObjective.parse(objective),
      id: objective.id,
      title: '三年内强度降 8%',
      considerations: { ...objective.considerations, assets: '配额价格' },
    })
    file = await packed()
    const brought = await bring(file)
    expect(brought.isNew).toBe(true)
    first = await looked(brought)
    const told = first.waiting.map(({ title, standing, fields }) => [
      title,
      standing,
      Object.fromEntries(fields.map((field) => [field.name, field.standing])),
    ])
    expect(told).toContainEqual(['F-1 引风机', 'there', { note: 'there' }])
    expect(told).toContainEqual([
      'B-1 1#循环流化床锅炉',
      'both',
      { name: 'both', note: 'there', methodReason: 'here' },
    ])
    expect(told).toContainEqual([
      '三年内强度降 6%',
      'both',
      { title: 'both', 'considerations.trading': 'there', 'considerations.assets': 'here' },
    ])
    expect(told.map(([title, standing]) => [title, standing])).toContainEqual(['C-9 新冷水机组', 'new'])
    expect(told.map(([title]) => title)).not.toContain('P-1 给水泵')
    const name = first.waiting.find(({ id }) => id === boiler.id)!
    expect(name.by).toMatchObject({ name: administrator.name })
    expect(name.fields.find((field) => field.name === 'name')).toMatchObject({
      base: '一号锅炉',
      here: '一号燃煤锅炉',
      there: '1#循环流化床锅炉',
    })
    // Looking changes nothing.
    expect((await now(fan.id)).note).toBeNull()
  })

  const sides = (boilerName: 'here' | 'there'): Choice[] => [
    { kind: 'source', id: boiler.id, field: 'name', side: boilerName },
    { kind: 'objective', id: objective.id, field: 'title', side: 'here' },
  ]
  it('C7 merges nothing while a field of both sides is undecided, or when records moved since they were compared', async () => {
    expect((await refusalOf(merge(first))).code).toBe('exchange.changes-undecided')
    await edit(main, pump.id, { note: '已更换叶轮' })
    await edit(main, fan.id, { methodReason: '只有电表' })
    expect((await refusalOf(merge(first, sides('there')))).code).toBe('exchange.changes-moved-on')
    expect((await now(fan.id)).note).toBeNull()
  })

  it('C8 takes over in one act what was chosen and what only the copy changed, and keeps what only this side changed', async () => {
    first = await looked(first)
    await merge(first, sides('there'))
    expect(await now(boiler.id)).toMatchObject({
      name: '1#循环流化床锅炉',
      note: '铭牌 75 t/h',
      methodReason: '供煤合同可查',
    })
    expect(await now(fan.id)).toMatchObject({ note: '已变频', methodReason: '只有电表' })
    expect(await now(pump.id)).toMatchObject({ note: '已更换叶轮' })
    const { sources, parameters } = await main.api.monitoring.register({ facility: null })
    const chiller = sources.find(({ code }) => code === 'C-9')
    expect(chiller).toMatchObject({ note: '现场发现' })
    expect(parameters.find(({ source }) => source === chiller?.id)).toMatchObject({ name: '冷机电量' })
    expect((await main.api.performance.objectives({}))[0]).toMatchObject({
      title: '三年内强度降 8%',
      considerations: { trading: '履约缺口', assets: '配额价格' },
    })
    const { settled } = await looked(first)
    expect(settled?.records.map(({ outcome }) => outcome).toSorted()).toEqual([
      'added',
      'added',
      'changed',
      'changed',
      'changed',
    ])
    const { lines } = await main.api.access.auditSearch({ procedure: 'exchange.mergeChanges' })
    const done = lines.find(({ outcome }) => outcome === 'done')
    expect(done?.notes).toContainEqual(
      expect.objectContaining({ code: 'exchange.changes-taken', package: first.id, taken: 5, left: 0 }),
    )
    expect((await finish(main.api.access.auditVerify({}))).firstBreak).toBeNull()
  })

  it('C9 the same package again changes nothing and says so', async () => {
    expect(await bring(file)).toEqual({ id: first.id, isNew: false })
    expect((await refusalOf(merge(first, sides('here')))).code).toBe('exchange.changes-merged')
    expect((await now(boiler.id)).name).toBe('1#循环流化床锅炉')
  })

  it('C10 a later package of the same copy is compared with what both agreed upon', async () => {
    await edit(main, boiler.id, { note: '铭牌 75 t/h，2019 年投运' })
    await edit(copy, boiler.id, { methodReason: '无分炉计量' })
    const second = await looked(await bring(await packed()))
    const standing = Object.fromEntries(second.waiting.map(({ id, standing: of }) => [id, of]))
    expect(standing[fan.id]).toBe('here')
    expect(second.waiting.find(({ id }) => id === boiler.id)?.fields).toEqual([
      expect.objectContaining({ name: 'methodReason', standing: 'both' }),
      expect.objectContaining({ name: 'note', standing: 'here' }),
    ])
    await merge(second, [{ kind: 'source', id: boiler.id, field: 'methodReason', side: 'here' }])
    expect(await now(boiler.id)).toMatchObject({
      note: '铭牌 75 t/h，2019 年投运',
      methodReason: '供煤合同可查',
    })
  })
})
