import { afterEach, beforeEach, describe, expect, it } from 'vitest'

import type { NewNode, NodeId } from '#shared/organization/model'
import { refusalOf, startBackend, type TestBackend } from '#test/support/backend'

import { plate } from './support.ts'

let plant: TestBackend
beforeEach(async () => {
  plant = await startBackend()
})
afterEach(() => plant.close())

const begin = () =>
  plant.api.organization.begin({
    name: '宁河热电有限公司',
    creditCode: '9144 0300 7084 6113 6t',
    industryCode: 'D4412',
    site: '宁河厂区',
    facility: '热电厂',
    validFrom: '2020-01-01',
  })
const tree = async (on?: string) =>
  (await plant.api.organization.tree(on ? { on } : {})).map(({ name }) => name).join(' › ')
const nodeNamed = async (name: string): Promise<NodeId> =>
  (await plant.api.organization.tree({})).find((node) => node.name === name)!.id
const add = (kind: NewNode['kind'], name: string, parent: NodeId | null, validFrom = '2020-01-01') =>
  plant.api.organization.addNode({ ...plate, kind, name, parent, validFrom })

describe('the organization', () => {
  it('O1 three fields are enough to begin, and make a first site and facility', async () => {
    const saved = await begin()
    expect(saved).toMatchObject({ name: '宁河热电有限公司', creditCode: '91440300708461136T', contacts: [] })
    expect(await tree()).toBe('宁河厂区 › 热电厂')
    expect((await refusalOf(begin())).code).toBe('organization.already-begun')
  })
  it('O2 a wrong credit code is refused, and nothing of it is kept', async () => {
    const saved = await begin()
    const wrong = { ...saved, name: 'Another', creditCode: '91440300708461136U' }
    expect(await refusalOf(plant.api.organization.save(wrong))).toEqual({
      code: 'organization.credit-code-check',
      facts: { given: 'U', expected: 'T' },
    })
    expect(await plant.api.organization.current({})).toEqual(saved)
  })
  it('O3 contacts keep their identity; who is no longer listed is taken out', async () => {
    const saved = await begin()
    const li = { id: null, post: '碳管理员', name: '李敏', phone: '0532-1', email: null }
    const zhao = { ...li, name: '赵强' }
    const both = await plant.api.organization.save({ ...saved, contacts: [li, zhao] })
    const [first, second] = both.contacts
    const after = await plant.api.organization.save({ ...both, contacts: [{ ...second!, phone: '0532-2' }] })
    expect(after.contacts).toEqual([{ ...second, phone: '0532-2' }])
    const stranger = { ...saved, contacts: [first!] }
    expect((await refusalOf(plant.api.organization.save(stranger))).code).toBe('organization.unknown-contact')
  })
  it('O4 a contact enters the trail only sealed', async () => {
    const saved = await begin()
    await plant.api.organization.save({
      ...saved,
      contacts: [{ id: null, post: null, name: '李敏', phone: '0532-88112233', email: null }],
    })
    const trail = plant.backend.workspace
      .store()
      .read.ask<{ detail: string }>('SELECT detail FROM kernel_audit')
      .map(({ detail }) => detail)
      .join()
    expect(trail).toContain('宁河热电有限公司')
    expect(trail).not.toContain('0532-88112233')
  })
})

describe('the tree', () => {
  it('N1 needs an organization', async () => {
    expect((await refusalOf(add('site', 'A', null))).code).toBe('organization.none-yet')
  })
  it('N2 a part stands below a whole of an earlier kind; levels may be left out', async () => {
    await begin()
    const facility = await nodeNamed('热电厂')
    const unit = await add('unit', '1# 机组', facility)
    await add('equipment', '厂前照明', facility)
    await add('equipment', '1# 锅炉', unit.id)
    expect(await tree()).toBe('宁河厂区 › 热电厂 › 1# 机组 › 1# 锅炉 › 厂前照明')
    for (const [kind, parent] of [
      ['facility', unit.id],
      ['site', facility],
      ['unit', null],
    ] as const)
      expect((await refusalOf(add(kind, 'x', parent))).code).toBe('organization.wrong-place')
  })
  it('N3 a part cannot begin before the whole', async () => {
    await begin()
    const refusal = await refusalOf(add('unit', 'x', await nodeNamed('热电厂'), '2019-12-31'))
    expect(refusal).toEqual({
      code: 'organization.before-parent',
      facts: { name: '热电厂', from: '2020-01-01' },
    })
  })
  it('N4 siblings are moved before one another, and a move is undone by moving back', async () => {
    await begin()
    const facility = await nodeNamed('热电厂')
    const [a, , c] = [
      await add('unit', 'A', facility),
      await add('unit', 'B', facility),
      await add('unit', 'C', facility),
    ]
    await plant.api.organization.moveNode({ id: c.id, parent: facility, before: a.id })
    expect(await tree()).toBe('宁河厂区 › 热电厂 › C › A › B')
    await plant.api.organization.moveNode({ id: c.id, parent: facility, before: null })
    expect(await tree()).toBe('宁河厂区 › 热电厂 › A › B › C')
  })
  it('N5 closing ends what stands below, is seen by date, and is undone by reopening the same', async () => {
    await begin()
    const facility = await nodeNamed('热电厂')
    const unit = await add('unit', 'A', facility)
    await add('equipment', 'A1', unit.id)
    const ended = await plant.api.organization.closeNode({ id: unit.id, on: '2026-01-01' })
    expect(ended).toHaveLength(2)
    expect(await tree('2026-01-01')).toBe('宁河厂区 › 热电厂')
    expect(await tree('2025-12-31')).toBe('宁河厂区 › 热电厂 › A › A1')
    expect((await refusalOf(plant.api.organization.closeNode({ id: unit.id, on: '2026-02-01' }))).code).toBe(
      'organization.already-closed',
    )
    expect((await refusalOf(plant.api.organization.reopenNodes({ ids: [ended[1]!] }))).code).toBe(
      'organization.parent-closed',
    )
    await plant.api.organization.reopenNodes({ ids: ended })
    expect(await tree('2026-06-01')).toBe('宁河厂区 › 热电厂 › A › A1')
  })
  it('N6 a node is deleted while nothing points at it, and closed after that', async () => {
    await begin()
    const facility = await nodeNamed('热电厂')
    const unit = await add('unit', 'A', facility)
    expect(await refusalOf(plant.api.organization.removeNode({ id: facility }))).toEqual({
      code: 'organization.node-used',
      facts: { name: '热电厂', uses: 1 },
    })
    await plant.api.organization.removeNode({ id: unit.id })
    expect(await tree()).toBe('宁河厂区 › 热电厂')
  })
  it('N7 an edit keeps place and time; a capacity needs its unit', async () => {
    await begin()
    const unit = await add('unit', 'A', await nodeNamed('热电厂'))
    const edited = await plant.api.organization.editNode({
      ...plate,
      id: unit.id,
      name: '1# 炉',
      capacity: '75',
      capacityUnit: 't/h',
    })
    expect(edited).toEqual({ ...unit, name: '1# 炉', capacity: '75', capacityUnit: 't/h' })
    expect((await plant.api.organization.tree({})).at(-1)).toEqual(edited)
    await expect(
      plant.api.organization.editNode({ ...plate, id: unit.id, name: 'A', capacity: '75' }),
    ).rejects.toThrow()
  })
  it('N8 who has a grant for one facility changes that one and no other', async () => {
    await begin()
    const other = await add('facility', '供热站', await nodeNamed('宁河厂区'))
    const { api } = await plant.signInAs(['carbon-manager'], other.id)
    await api.organization.addNode({
      ...plate,
      kind: 'unit',
      name: 'H1',
      parent: other.id,
      validFrom: '2024-01-01',
    })
    const facility = await nodeNamed('热电厂')
    const elsewhere = api.organization.addNode({
      ...plate,
      kind: 'unit',
      name: 'x',
      parent: facility,
      validFrom: '2024-01-01',
    })
    expect((await refusalOf(elsewhere)).code).toBe('kernel.not-permitted')
  })
})

describe('main products', () => {
  const heat = {
    year: 2025,
    number: 1,
    name: '蒸汽',
    unit: 'GJ',
    output: '812345.6',
    designCapacity: '1000000',
    note: null,
  } as const
  it('P1 an unknown output stays unknown, and a number or name stands once', async () => {
    await begin()
    const facility = await nodeNamed('热电厂')
    const steam = await plant.api.organization.addProduct({ ...heat, facility })
    await plant.api.organization.addProduct({
      ...heat,
      facility,
      number: 2,
      name: '电力',
      unit: 'MWh',
      output: null,
    })
    expect((await refusalOf(plant.api.organization.addProduct({ ...heat, facility, number: 3 }))).code).toBe(
      'organization.product-twice',
    )
    const edited = await plant.api.organization.editProduct({ ...steam, output: '812345.7' })
    expect(edited.output).toBe('812345.7')
    expect((await plant.api.organization.products({ year: 2025 })).map(({ output }) => output)).toEqual([
      '812345.7',
      null,
    ])
  })
  it('P2 products belong to a facility', async () => {
    await begin()
    const refusal = await refusalOf(
      plant.api.organization.addProduct({ ...heat, facility: await nodeNamed('宁河厂区') }),
    )
    expect(refusal.code).toBe('organization.no-facility')
  })
  it('P3 a new year takes over the list without the outputs, once', async () => {
    await begin()
    await plant.api.organization.addProduct({ ...heat, facility: await nodeNamed('热电厂') })
    const copied = await plant.api.organization.takeOverProducts({ from: 2025, to: 2026 })
    expect(copied).toMatchObject([{ year: 2026, name: '蒸汽', designCapacity: '1000000', output: null }])
    const again = plant.api.organization.takeOverProducts({ from: 2025, to: 2026 })
    expect((await refusalOf(again)).code).toBe('organization.products-there')
    const none = plant.api.organization.takeOverProducts({ from: 2020, to: 2021 })
    expect((await refusalOf(none)).code).toBe('organization.products-none')
  })
  it('P4 the output value of a year is replaced, and can be taken back', async () => {
    await begin()
    await plant.api.organization.setOutputValue({ year: 2025, value: '45210.5' })
    await plant.api.organization.setOutputValue({ year: 2025, value: '45210.55' })
    expect(await plant.api.organization.outputValues({})).toEqual([{ year: 2025, value: '45210.55' }])
    await plant.api.organization.setOutputValue({ year: 2025, value: null })
    expect(await plant.api.organization.outputValues({})).toEqual([])
  })
})
