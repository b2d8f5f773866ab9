import type { PersonId } from '#shared/access/model'
import type { Case, CaseId, NewCase } from '#shared/nonconformity/model'
import { noCauses } from '#shared/nonconformity/model'
import { type Api, startBackend, type TestBackend } from '#test/support/backend'

/** A plant with people, and helpers that lead a case to a step by the same procedures that a user has. */
export interface Plant {
  readonly backend: TestBackend
  readonly api: Api
  readonly person: PersonId
  readonly raise: (facts?: Partial<NewCase>) => Promise<Case>
  readonly contain: (id: CaseId) => Promise<Case>
  readonly analyse: (
    id: CaseId,
    facts?: { readonly whys?: string[]; readonly needsAction?: boolean },
  ) => Promise<Case>
  readonly plan: (id: CaseId, by?: Api) => Promise<Case>
  readonly finish: (id: CaseId, by?: Api) => Promise<Case>
}

export const found: NewCase = {
  title: '燃煤采样记录缺失',
  source: 'observation',
  requirements: ['9.1.1'],
  fact: '2026-05-12 入炉煤采样记录缺一班',
  severity: 'minor',
  size: null,
  node: null,
  subsystem: 'emission',
  foundBy: null,
  foundOn: '2026-06-29',
  owner: null,
  origin: null,
  due: null,
}

export async function startPlant(): Promise<Plant> {
  const backend = await startBackend()
  const { api } = backend
  const [own] = await api.access.staff({})
  const person = own!.personId
  const plant: Plant = {
    backend,
    api,
    person,
    raise: (facts = {}) => api.nonconformity.raise({ ...found, owner: person, ...facts }),
    contain: async (id) => {
      await api.nonconformity.keepContainment({
        id,
        correction: '补采一班并留样',
        correctedOn: '2026-06-30',
        correctedBy: person,
        consequences: '五月元素碳含量少一个样本，月均值不受影响',
      })
      return api.nonconformity.advance({ id, act: 'contain' })
    },
    analyse: async (id, { whys = ['夜班没有采样', '采样器故障无备件'], needsAction = true } = {}) => {
      await api.nonconformity.keepCause({
        id,
        whys,
        fishbone: { ...noCauses, machine: ['采样器故障'] },
        rootCause: '没有备件清单',
        reviewedOn: '2026-06-30',
        reviewers: [person],
        similar: [],
        similarNote: '查了另外两台锅炉，没有同样情况',
        needsAction,
        needReason: '还会再发',
      })
      return api.nonconformity.advance({ id, act: 'analyse' })
    },
    plan: async (id, by = api) => {
      await by.nonconformity.addAction({ case: id, what: '建立备件清单', owner: person, due: '2026-07-31' })
      await by.nonconformity.keepCheckDay({ id, checkOn: '2026-06-30' })
      return by.nonconformity.advance({ id, act: 'plan' })
    },
    finish: async (id, by = api) => {
      const { actions } = await by.nonconformity.case({ id })
      for (const each of actions.filter(({ state }) => state === 'open'))
        await by.nonconformity.finishAction({ id: each.id, doneOn: '2026-06-30', note: '清单已下发' })
      return by.nonconformity.advance({ id, act: 'finish' })
    },
  }
  return plant
}
