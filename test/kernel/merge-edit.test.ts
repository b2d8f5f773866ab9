import fc from 'fast-check'
import { afterAll, beforeAll, expect, it } from 'vitest'

import { clashesOf, mergedEdit, typedOver } from '#shared/kernel/merge-edit'
import { newSource, type Source } from '#shared/monitoring/model'
import { changedFacts } from '#shared/nonconformity/model'
import { auditLike } from '#test/audits/support'
import { newFacility, sourceLike } from '#test/monitoring/support'
import { found } from '#test/nonconformity/support'
import { measureLike, objectiveLike, targetLike } from '#test/performance/support'
import { addRisk, treatmentLike } from '#test/risks/support'
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

const issue = {
  field: 'strength',
  theme: 'technology',
  title: '余热回收经验丰富',
  effect: '改造见效快',
  owner: null,
  identifiedOn: '2026-01-10',
  reviewOn: '2027-01-10',
} as const
const party = {
  name: '省生态环境厅',
  category: 'external',
  channel: null,
  owner: null,
  reviewOn: '2027-01-10',
  needs: [{ id: null, what: '按期清缴配额', isObligation: true, answer: null }],
} as const

/** Each opens a record, and gives how it is saved with other words in its name, or in another field. */
const records = [
  {
    what: 'an issue of the context',
    open: async () => {
      const { id } = await plant.api.organization.saveIssue({ ...issue, id: null })
      const save = (facts: object) =>
        plant.api.organization.saveIssue({ ...issue, ...facts, id, seen: issue })
      return { save, name: 'title', other: 'effect' }
    },
  },
  {
    what: 'an interested party',
    open: async () => {
      const { id, needs } = await plant.api.organization.saveParty({
        ...party,
        needs: [...party.needs],
        id: null,
      })
      const seen = { ...party, needs: needs.map(({ obligations: _made, ...need }) => need) }
      const save = (facts: object) => plant.api.organization.saveParty({ ...seen, ...facts, id, seen })
      return { save, name: 'name', other: 'channel' }
    },
  },
  {
    what: 'the facts of a nonconformity',
    open: async () => {
      const { id } = await plant.api.nonconformity.raise(found)
      const facts = async () =>
        changedFacts.parse((await plant.api.nonconformity.cases({})).find((each) => each.id === id))
      const seen = await facts()
      const save = (more: object) => plant.api.nonconformity.changeFacts({ ...seen, ...more, id, seen })
      return { save, name: 'title', other: 'fact' }
    },
  },
  {
    what: 'the plan of an audit',
    open: async () => {
      const { id } = await plant.api.audits.createAudit(auditLike)
      const save = async (facts: object) => {
        await plant.api.audits.editAudit({ ...auditLike, ...facts, id, seen: auditLike })
        return (await plant.api.audits.audit({ id })).audit
      }
      return { save, name: 'title', other: 'purpose' }
    },
  },
  {
    what: 'a measure',
    open: async () => {
      const objective = await plant.api.performance.addObjective(objectiveLike)
      const { id } = await plant.api.performance.addMeasure({ ...measureLike, objective: objective.id })
      const save = (facts: object) =>
        plant.api.performance.editMeasure({ ...measureLike, ...facts, id, seen: measureLike })
      return { save, name: 'title', other: 'what' }
    },
  },
  {
    what: 'a target',
    open: async () => {
      const objective = await plant.api.performance.addObjective(objectiveLike)
      const { id } = await plant.api.performance.addTarget({ ...targetLike, objective: objective.id })
      const save = (facts: { readonly name?: string; readonly value?: string }) =>
        plant.api.performance.editTarget({ ...targetLike, ...facts, id, seen: targetLike })
      const spell = async (facts: object) => {
        const { name, value } = await save('name' in facts ? (facts as { name: string }) : { value: '650' })
        return { name, value: value === '650' ? '二号窗口改写' : value }
      }
      return { save: spell, name: 'name', other: 'value' }
    },
  },
  {
    what: 'a supplier',
    open: async () => {
      const seen = {
        name: '宁河煤业',
        goods: '动力煤',
        dataState: 'none' as const,
        askedOn: null,
        spend: null,
        note: '',
      }
      const { id } = await plant.api.performance.addSupplier(seen)
      const save = (facts: object) => plant.api.performance.editSupplier({ ...seen, ...facts, id, seen })
      return { save, name: 'name', other: 'goods' }
    },
  },
  {
    what: 'the treatment of a risk',
    open: async () => {
      const risk = await addRisk(plant.api)
      const { treatments } = await plant.api.risks.addTreatment({ ...treatmentLike, risk: risk.id })
      const { id } = treatments[0]!
      const save = async (facts: object) => {
        const shown = await plant.api.risks.editTreatment({
          ...treatmentLike,
          ...facts,
          id,
          seen: treatmentLike,
        })
        return shown.treatments.find((each) => each.id === id)
      }
      return { save, name: 'what', other: 'process' }
    },
  },
  {
    what: 'a verification case',
    open: async () => {
      const seen = {
        title: '2025 年碳盘查',
        year: 2025,
        inventory: null,
        owner: null,
        body: null,
        requester: '总部',
        isCompulsory: false,
        cost: null,
      }
      const { id } = await plant.api.verification.createCase({
        ...seen,
        kind: 'inventory',
        startsOn: '2026-06-30',
        weekdayYears: [],
      })
      const save = (facts: object) => plant.api.verification.editCase({ ...seen, ...facts, id, seen })
      return { save, name: 'title', other: 'requester' }
    },
  },
  {
    what: 'a verification body',
    open: async () => {
      const seen = {
        name: '华信核查',
        recognitionNumber: 'R-7',
        recognisedBy: '认监委',
        validFrom: '2025-01-01',
        validTo: null,
        scope: '发电',
        verifiers: '',
      }
      const { id } = await plant.api.verification.addBody(seen)
      const save = (facts: object) => plant.api.verification.editBody({ ...seen, ...facts, id, seen })
      return { save, name: 'name', other: 'scope' }
    },
  },
]

it.each(records)('E5 two windows that edit $what lose nothing of each other', async ({ open }) => {
  const { save, name, other } = await open()
  await save({ [name]: '一号窗口改名' })
  const merged = (await save({ [other]: '二号窗口改写' })) as unknown as Record<string, unknown>
  expect([merged[name], merged[other]]).toEqual(['一号窗口改名', '二号窗口改写'])
  expect(await refusalOf(save({ [name]: '二号窗口也改名' }))).toMatchObject({
    code: 'kernel.edited-meanwhile',
    facts: { fields: name },
  })
})
