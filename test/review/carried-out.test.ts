import { afterAll, beforeAll, expect, it } from 'vitest'

import { policyModel } from '#shared/organization/policy-template'
import { administrator, finish, refusalOf } from '#test/support/backend'

import { type Plant, startPlant } from './support.ts'

let plant: Plant
beforeAll(async () => {
  plant = await startPlant()
})
afterAll(() => plant.backend.close())

/** Puts a policy in force, by the only person of the plant. */
async function policyInForce({ api }: Plant): Promise<string> {
  const id = await api.organization.saveDeclaration({
    id: null,
    subsystem: 'core',
    content: { kind: 'policy', title: '碳管理方针', textEn: null, ...policyModel('core', 'zh') },
    reason: null,
    validFrom: '2026-06-30',
    reviewOn: '2027-06-30',
  })
  await api.organization.submitDeclaration({ id })
  const password = administrator.password
  await finish(api.organization.approveDeclaration({ id, password, alone: '单人运行' }))
  return id
}

it('9.3.4: a decision on the policy opens its next version, for the reason that was decided, and leads back', async () => {
  const { api } = plant
  const review = await plant.plan({ title: '方针评审' })
  const { id } = await api.review.addDecision({
    review: review.id,
    subsystem: 'core',
    output: 'policy',
    text: '把减排目标写进方针',
    owner: plant.person,
    due: '2026-09-30',
  })
  expect((await refusalOf(api.review.revisePolicy({ id }))).code).toBe('review.unsigned')
  await plant.fillMinutes(review.id)
  await plant.sign(review.id)
  expect(await api.review.revisePolicy({ id })).toEqual({ path: '/organization/policy/new?of=core' })
  const policy = await policyInForce(plant)
  const { path } = await api.review.revisePolicy({ id })
  expect(await api.review.revisePolicy({ id })).toEqual({ path })
  const versions = await api.organization.declarations({ kind: 'policy' })
  const next = versions.find((each) => path.endsWith(each.id))!
  expect(next).toMatchObject({ state: 'draft', reason: `${review.number}-D1 把减排目标写进方针` })
  expect(next.content).toEqual(versions.find((each) => each.id === policy)!.content)
  const { links } = await api.desk.aboutRecord({ record: `review/decision/${id}` })
  expect(links.map(({ other }) => other?.path)).toEqual([path])
})
