import { afterAll, describe, expect, it } from 'vitest'

import { parameterLike } from '#test/monitoring/support'
import { measureLike, targetLike, wholeEmission } from '#test/performance/support'
import { administrator, finish, refusalOf, startBackend } from '#test/support/backend'

import { carried, passphrase, twoFolders } from './two-folders.ts'

const { login, password } = administrator
const { main, copy, site, boiler, fan, pump, objective, close, ...folders } = await twoFolders()
const { packed, bring, looked, merge, edit, now } = folders
afterAll(close)

describe('what a copy brings', () => {
  it('C11 what may no longer be changed here is said and left, and the rest is taken', async () => {
    const told = await copy.api.performance.addTarget({ ...targetLike, objective: objective.id })
    await copy.api.performance.addMeasure({ ...measureLike, title: '风机变频', objective: objective.id })
    await edit(copy, pump.id, {
      state: 'closed',
      validTo: '2026-06-01',
    })
    const { id: indicator } = await main.api.performance.addIndicator({
      name: '排放总量',
      kind: 'emission',
      node: null,
      better: 'less',
      owner: null,
      driver: '',
      version: {
        formula: '排放',
        unit: 'tCO2e',
        terms: [{ name: '排放', item: wholeEmission }],
        validFrom: '2024-01',
        reason: '首次建立',
      },
    })
    const ready = await main.api.performance.addTarget({ ...targetLike, indicator, objective: objective.id })
    expect(ready.id).not.toBe(told.id)
    await finish(main.api.performance.publishObjective({ id: objective.id, toldTo: '全厂', password }))
    const found = await looked(await bring(await packed()))
    await merge(found)
    const { settled } = await looked(found)
    const outcome = Object.fromEntries(settled!.records.map((each) => [each.title, each]))
    expect(outcome['P-1 给水泵']).toMatchObject({ outcome: 'changed', refusal: null })
    expect(outcome[targetLike.name]).toMatchObject({
      outcome: 'left',
      refusal: { code: 'performance.objective-published' },
    })
    expect(outcome['风机变频']).toMatchObject({ outcome: 'added' })
    const [after] = await main.api.performance.objectives({})
    expect(after?.targets.map(({ id }) => id)).toEqual([ready.id])
  })

  it('C12 meters with what they measure, units and what was removed there come along; other changes are counted', async () => {
    const bought = await copy.api.monitoring.addParameter(parameterLike(fan, { name: '风机电量' }))
    const meter = {
      node: site,
      tag: 'M-77',
      kind: 'electricity' as const,
      name: null,
      model: null,
      maker: null,
      place: null,
      range: null,
      accuracy: '0.5S',
      calibrationMonths: 12,
      exemption: null,
      installedOn: '2025-01-01',
      removedOn: null,
      note: null,
    }
    await copy.api.monitoring.addMeter({ ...meter, parameters: [bought.id] })
    const shop = await copy.api.organization.addNode({
      kind: 'unit',
      parent: site,
      code: null,
      name: '制冷站',
      tenure: 'owned',
      capacity: null,
      capacityUnit: null,
      model: null,
      maker: null,
      serialNo: null,
      place: null,
      note: null,
      validFrom: '2025-01-01',
    })
    await copy.api.monitoring.removeSource({ id: pump.id })
    await copy.api.access.addPerson({ name: '巡检员' })
    const found = await looked(await bring(await packed()))
    expect(found.rest).toContainEqual({ table: 'access_people', rows: 1 })
    expect(found.waiting.find(({ id }) => id === pump.id)?.standing).toBe('removed-there')
    await merge(found)
    const { meters } = await main.api.monitoring.meters({})
    expect(meters[0]).toMatchObject({ meter: { tag: 'M-77' }, uses: [{ parameter: bought.id }] })
    expect((await main.api.organization.tree({})).map(({ id }) => id)).toContain(shop.id)
    expect((await now(pump.id)).name).toBe('给水泵')
  })

  it('C13 a record that was removed here and changed there is asked for, and comes back whole under its id', async () => {
    await edit(copy, boiler.id, { code: 'B-01' })
    await main.api.monitoring.removeSource({ id: boiler.id })
    const found = await looked(await bring(await packed()))
    expect(found.waiting.find(({ id }) => id === boiler.id)?.standing).toBe('removed-here')
    expect((await refusalOf(merge(found))).code).toBe('exchange.changes-undecided')
    await merge(found, [{ kind: 'source', id: boiler.id, field: '*', side: 'there' }])
    expect(await now(boiler.id)).toMatchObject({ code: 'B-01', name: '一号锅炉' })
  })

  it('C14 an earlier package of the same copy is refused once a later one was merged', async () => {
    await edit(copy, boiler.id, { code: 'B-02' })
    const earlier = await looked(await bring(await packed()))
    await edit(copy, boiler.id, { code: 'B-03' })
    const later = await looked(await bring(await packed()))
    await merge(later)
    expect((await refusalOf(merge(earlier))).code).toBe('exchange.changes-older')
    expect(await now(boiler.id)).toMatchObject({ code: 'B-03' })
  })

  it('C15 who may not change a record here does not change it by a package', async () => {
    await edit(copy, boiler.id, { code: 'B-04' })
    const { id, seen } = await looked(await bring(await packed()))
    const { api } = await main.signInAs(['document-controller'])
    await api.exchange.mergeChanges({ id, seen, choices: [] })
    const { settled } = await looked({ id })
    expect(settled?.records.find((each) => each.id === boiler.id)).toMatchObject({
      outcome: 'left',
      refusal: { code: 'exchange.changes-not-permitted' },
    })
    expect(await now(boiler.id)).toMatchObject({ code: 'B-03' })
  })

  it('C16 refuses a package of another plant, of this very folder, of an unknown line, damaged, or under another word', async () => {
    const good = await packed()
    const other = await startBackend()
    expect((await refusalOf(bring(good, other))).code).toBe('exchange.changes-other-plant')
    await other.close()
    expect((await refusalOf(bring(good, copy))).code).toBe('exchange.changes-own')
    expect((await refusalOf(bring(good, main, '另一句口令一二三四'))).code).toBe('kernel.sealed-passphrase')
    for (const at of [0.2, 0.5, 0.9]) {
      const upload = await carried(main, good, (bytes) => {
        const changed = Buffer.from(bytes)
        const place = Math.floor(changed.length * at)
        changed[place] = (changed[place] ?? 0) ^ 1
        return changed
      })
      const { code } = await refusalOf(finish(main.api.exchange.bringChanges({ upload, passphrase })))
      expect(code).toMatch(/^kernel\.sealed-/)
    }
    // The copy went on by itself: a line of its own is none that both have.
    copy.clock.advance(3 * 86_400)
    await finish(copy.api.access.signIn({ login, password }))
    const day = new Date(copy.clock.now().getTime()).toISOString().slice(0, 10)
    await edit(copy, boiler.id, { code: 'B-05' })
    const late = await packed(copy, day)
    expect((await refusalOf(bring(late))).code).toBe('exchange.changes-unknown-base')
  })
})
