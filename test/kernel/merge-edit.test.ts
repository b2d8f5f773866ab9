import fc from 'fast-check'
import { afterAll, beforeAll, expect, it } from 'vitest'

import { clashesOf, mergedEdit, typedOver } from '#shared/kernel/merge-edit'
import { newSource, type Source } from '#shared/monitoring/model'
import { newFacility, sourceLike } from '#test/monitoring/support'
import { refusalOf, startBackend, type TestBackend } from '#test/support/backend'

let plant: TestBackend
let source: Source
beforeAll(async () => {
  plant = await startBackend()
  source = await plant.api.monitoring.addSource(sourceLike(newFacility(plant).id))
})
afterAll(() => plant.close())

const seen = { name: 'A', note: 'old', on: null as string | null }

it('E1 what only one of two people changed holds, whoever saves first', () => {
  expect(mergedEdit({ ...seen, name: 'B' }, seen, { ...seen, note: 'new' })).toEqual({
    name: 'B',
    note: 'new',
    on: null,
  })
})

it('E2 what both changed differently is refused and named; what both changed alike is not', () => {
  const now = { ...seen, name: 'C', on: '2026-01-01' }
  const typed = { ...seen, name: 'B', on: '2026-01-01' }
  expect(clashesOf(seen, now, typed)).toEqual(['name'])
  expect(() => mergedEdit(typed, seen, now)).toThrow('kernel.edited-meanwhile')
})

it('E2b who keeps what was typed keeps that alone: an empty field that was never touched takes what is saved', () => {
  const now = { name: 'C', note: 'new', on: '2026-01-01' }
  for (const empty of [undefined as unknown as null, '', null])
    expect(typedOver({ name: 'B', note: 'old', on: empty }, seen, now)).toEqual({
      name: 'B',
      note: 'new',
      on: '2026-01-01',
    })
})

it('E3 no change of either is ever lost: each field is as it was, or as one of them has it, or it is refused', () => {
  const record = fc.record({ a: fc.nat(2), b: fc.nat(2), c: fc.option(fc.nat(1)) })
  fc.assert(
    fc.property(record, record, record, (before, now, typed) => {
      if (clashesOf(before, now, typed).length > 0) return
      const merged = mergedEdit(typed, before, now)
      for (const key of ['a', 'b', 'c'] as const) {
        if (now[key] !== before[key]) expect(merged[key]).toBe(now[key])
        if (typed[key] !== before[key]) expect(merged[key]).toBe(typed[key])
      }
    }),
  )
})

it('E4 two windows that edit one source: other fields are merged, the same field is refused and stays', async () => {
  const { api } = plant
  const opened = newSource.parse(source)
  const edit = (facts: Partial<typeof opened>) =>
    api.monitoring.changeSource({ ...opened, ...facts, id: source.id, seen: opened })
  await edit({ name: '一号窗口改名' })
  const merged = await edit({ note: '二号窗口备注' })
  expect(`${merged.name} ${merged.note}`).toBe('一号窗口改名 二号窗口备注')
  const refused = await refusalOf(edit({ name: '二号窗口也改名' }))
  expect(`${refused.code} ${String(refused.facts['fields'])}`).toBe('kernel.edited-meanwhile name')
  const { sources } = await api.monitoring.register({ facility: null })
  expect(sources.find(({ id }) => id === source.id)!.name).toBe('一号窗口改名')
})
