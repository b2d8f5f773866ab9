import type { PersonId } from '#shared/access/model'
import type { NewCriteria } from '#shared/risks/criteria'
import type { NewRisk, NewTreatment } from '#shared/risks/risk'
import type { Api } from '#test/support/backend'

const step = (name: string) => ({ name, meaning: `${name}的含义` })

/** Five steps by five; medium from 5, high from 12; credit is borne up to 4 points only. */
export const criteriaLike: NewCriteria = {
  likelihood: ['极少', '不太可能', '可能', '很可能', '几乎必然'].map(step),
  impact: ['轻微', '较小', '中等', '重大', '特别重大'].map(step),
  mediumFrom: 5,
  highFrom: 12,
  acceptable: { credit: 4 },
  reviewMonths: { low: 12, medium: 6, high: 3 },
  method: '各部门每年梳理一次',
  reason: '首次制定',
}

export const riskLike: NewRisk = {
  kind: 'risk',
  title: '配额价格上涨',
  class: 'financial',
  subsystem: 'trading',
  aim: 'result',
  cause: '配额总量收紧',
  effect: '履约成本增加',
  node: null,
  owner: null,
}

export const treatmentLike: NewTreatment = {
  what: '分批提前采购配额',
  way: 'reduce',
  nature: 'preventive',
  options: [],
  process: '年度交易计划',
  owner: null,
  due: '2026-09-30',
  cost: '50000',
  test: '采购均价不高于年度均价',
  checkDue: '2026-12-31',
}

export function addRisk(api: Api, facts: Partial<NewRisk> = {}) {
  return api.risks.addRisk({ ...riskLike, ...facts, from: null, endangers: [] })
}

/** A person of the register, by name. */
export async function personNamed(api: Api, name: string): Promise<PersonId> {
  const staff = await api.access.staff({})
  return staff.find((each) => each.name === name)!.personId
}
