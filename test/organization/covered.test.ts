import { afterEach, beforeEach, describe, expect, it } from 'vitest'

import type { PolicyContent } from '#shared/organization/declaration'
import { policyModel } from '#shared/organization/policy-template'
import { finish, refusalOf, startBackend, type TestBackend } from '#test/support/backend'
import { askedOn } from '#test/support/tasks'

import { approveAlone, inForce, policyLike } from './policies.ts'
import { boundaryInForce, signalOf, today } from './support.ts'

let plant: TestBackend
beforeEach(async () => {
  plant = await startBackend()
})
afterEach(() => plant.close())

const signal = (requirement: string) => signalOf(plant, requirement)

describe('the policy on emissions', () => {
  it('A.5.2 says what it covers, and is looked at again when the boundary changed after it', async () => {
    const model = policyModel('emission', 'zh')
    const own: PolicyContent = { kind: 'policy', title: '碳排放方针', textEn: null, ...model }
    const id = await inForce(
      plant.api,
      policyLike({ subsystem: 'emission', content: own, validFrom: '2026-01-01' }),
    )
    expect(signal('A.5.2-p2')).toMatchObject({
      isMet: false,
      code: 'organization.signal.policy-covers-other',
    })
    plant.clock.advance(60)
    await boundaryInForce(plant.api)
    expect(signal('A.5.2-p2')).toMatchObject({ isMet: false })
    plant.clock.advance(60)
    const record = `organization/policy/${id}`
    await plant.api.organization.review({
      records: [record],
      outcome: 'keep',
      conclusion: '覆盖全部边界',
      next: '2027-06-30',
    })
    const said = signal('A.5.2-p2')
    expect([said?.isMet, said?.records[0]]).toEqual([true, record])
  })
})

describe('the scope of the system (4.3)', () => {
  it('is approved once there is a boundary and each subsystem was decided on, and outdated when that moves', async () => {
    const { api } = plant
    const id = await api.organization.saveDeclaration({
      ...policyLike({ validFrom: '2026-01-01' }),
      content: {
        kind: 'scope',
        title: '范围',
        statement: '热电厂全部生产活动',
        activities: null,
        interfaces: null,
      },
    })
    await api.organization.submitDeclaration({ id })
    expect((await refusalOf(approveAlone(api, id))).code).toBe('organization.scope.no-boundary')
    await boundaryInForce(api)
    expect((await refusalOf(approveAlone(api, id))).code).toBe('organization.scope.undecided-emission')
    for (const subsystem of ['emission', 'trading', 'asset', 'neutrality'] as const)
      await api.organization.decideSubsystem({
        subsystem,
        isAdopted: subsystem !== 'trading',
        reason: subsystem === 'trading' ? '不参与交易' : null,
        since: today,
      })
    await approveAlone(api, id)
    expect(askedOn(plant.backend, '2027-06-15')).toContain('organization.task.review-scope 2027-06-30')
    const scopes = () => api.organization.declarations({ kind: 'scope' })
    expect(await scopes()).toMatchObject([
      { isOutdated: false, basis: { places: [{ name: '厂区' }, { name: '热电厂' }] } },
    ])
    expect(signal('4.3-p2')).toMatchObject({ isMet: false, facts: { count: 1, names: '热电厂' } })
    await api.organization.decideSubsystem({
      subsystem: 'trading',
      isAdopted: true,
      reason: null,
      since: today,
    })
    expect(await scopes()).toMatchObject([{ isOutdated: true }])
    for (const language of ['zh', 'en'] as const) {
      const { fileName } = await finish(api.organization.printDeclaration({ id, language }))
      expect(fileName).toMatch(/\.docx$/)
    }
  })
})
