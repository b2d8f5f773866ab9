import { afterAll, beforeAll, expect, it } from 'vitest'

import { inForce, policyLike } from '#test/organization/policies'
import { refusalOf } from '#test/support/backend'

import { type Plant, startPlant } from './support.ts'

let plant: Plant
beforeAll(async () => {
  plant = await startPlant()
})
afterAll(() => plant.backend.close())

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
  const policy = await inForce(api, policyLike({ validFrom: '2026-06-30' }))
  const { path } = await api.review.revisePolicy({ id })
  expect(await api.review.revisePolicy({ id })).toEqual({ path })
  const versions = await api.organization.declarations({ kind: 'policy' })
  const next = versions.find((each) => path.endsWith(each.id))!
  expect(next).toMatchObject({ state: 'draft', reason: `${review.number}-D1 把减排目标写进方针` })
  expect(next.content).toEqual(versions.find((each) => each.id === policy)!.content)
  const { links } = await api.desk.aboutRecord({ record: `review/decision/${id}` })
  expect(links.map(({ other }) => other?.path)).toEqual([path])
})

it('a pack shows nobody what comes of an area that is not open to the role, and names the area; what is kept stays whole', async () => {
  const { api, backend } = plant
  const { id } = await plant.plan({ title: '材料' })
  await api.review.freeze({ id })
  const manager = await backend.signInAs(['carbon-manager'])
  const seen = async (by: typeof api) => {
    const { topics, withheld, sha256 } = await by.review.pack({ id, number: 1 })
    const areas = new Set(topics.flatMap(({ inputs }) => inputs.map(({ area }) => area)))
    return { areas: [...areas].toSorted(), withheld, sha256 }
  }
  const whole = await seen(manager.api)
  expect([whole.areas.includes('audits'), whole.withheld]).toEqual([true, []])
  await api.access.setRight({ role: 'carbon-manager', permission: 'audits.read', isHeld: false })
  const less = await seen(manager.api)
  expect(less.withheld).toEqual(['audits'])
  expect([...less.areas, 'audits'].toSorted()).toEqual(whole.areas)
  expect(less.sha256).toBe(whole.sha256)
  expect(await seen(api)).toEqual(whole)
})
