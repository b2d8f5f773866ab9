import { afterEach, beforeEach, describe, expect, it } from 'vitest'

import { declarationTasks } from '#electron/organization/system-tasks'
import type { CommitmentInput } from '#shared/organization/commitment'
import { checksOf, isPassageOf, policyGaps } from '#shared/organization/policy'
import { administrator, refusalOf, startBackend, type TestBackend } from '#test/support/backend'

import { approve, approveAlone, content, inForce, passages, policyLike } from './policies.ts'
import { offeredBy, signalOf, today } from './support.ts'

let plant: TestBackend
beforeEach(async () => {
  plant = await startBackend()
})
afterEach(() => plant.close())

const policies = () => plant.api.organization.declarations({ kind: 'policy' })
const signal = (requirement: string) => signalOf(plant, requirement)

describe('what a policy must say (5.2 a to f)', () => {
  it.each(checksOf('core'))('MS-04 lacks %s when no passage makes it', (check) => {
    const { [check]: _gone, ...others } = passages as Record<string, string>
    const gaps = policyGaps('core', { ...content, passages: others })
    expect(gaps).toMatchObject([{ code: `organization.policy-lacks.${check}`, severity: 'blocks-report' }])
  })
  it('a passage that the text no longer holds counts for nothing', () => {
    const gaps = policyGaps('core', { ...content, text: content.text.replace('信息和资源', '资源') })
    expect(gaps.map(({ code }) => code)).toEqual(['organization.policy-lost.resources'])
  })
  it('line breaks, blanks and full-width forms between do not matter, an empty passage does', () => {
    expect(isPassageOf('遵守 法律\n法规', '遵守法律 法规')).toBe(true)
    expect(isPassageOf('abc', '  ')).toBe(false)
  })
  it('annexes A to D ask for more of the policy of a subsystem', () => {
    expect(policyGaps('emission', content).map(({ where }) => where)).toEqual([
      'emission-improvement',
      'emission-scope',
    ])
    expect(policyGaps('trading', content).map(({ where }) => where)).toEqual([
      'trading-improvement',
      'market-integrity',
    ])
    expect(policyGaps('neutrality', content).map(({ where }) => where)).toEqual(['neutrality-goal'])
  })
})

describe('approval of a policy', () => {
  it('MS-04 is refused while a commitment is missing, which is named', async () => {
    const { obligations: _without, ...others } = passages
    const id = await plant.api.organization.saveDeclaration(
      policyLike({ content: { ...content, passages: others } }),
    )
    await plant.api.organization.submitDeclaration({ id })
    expect(await refusalOf(approveAlone(plant.api, id))).toEqual({
      code: 'organization.policy-lacks.obligations',
      facts: { clause: '5.2 d', missing: 1 },
    })
    await plant.api.organization.returnDeclaration({ id, comment: '请补守法承诺' })
    expect(await policies()).toMatchObject([{ state: 'draft', returned: { comment: '请补守法承诺' } }])
  })
  it('a draft stays of the kind and for the part of the system as which it was begun', async () => {
    const id = await plant.api.organization.saveDeclaration(policyLike())
    const other = plant.api.organization.saveDeclaration(policyLike({ id, subsystem: 'emission' }))
    expect((await refusalOf(other)).code).toBe('organization.unknown-record')
    const scope = {
      kind: 'scope',
      title: '范围',
      statement: '全厂',
      activities: null,
      interfaces: null,
    } as const
    const ofPart = plant.api.organization.saveDeclaration(
      policyLike({ content: scope, subsystem: 'emission' }),
    )
    await expect(ofPart).rejects.toMatchObject({ code: 'BAD_REQUEST' })
  })
  it('R-SD-2 whoever wrote it cannot approve it, but for one person alone, and then with a reason', async () => {
    const id = await plant.api.organization.saveDeclaration(policyLike())
    await plant.api.organization.submitDeclaration({ id })
    expect((await refusalOf(approve(plant.api, id, administrator.password))).code).toBe(
      'organization.alone-why',
    )
    const boss = await plant.signInAs(['top-management'])
    expect((await refusalOf(approveAlone(plant.api, id))).code).toBe('organization.own-declaration')
    await approve(boss.api, id, 'Plant-2026 first')
    expect(await policies()).toMatchObject([
      { state: 'approved', approvedBy: boss.userId, alone: null, signatureHolds: true },
    ])
  })
  it('J5 the second of two who decide learns who was first, and when', async () => {
    const first = await plant.signInAs(['top-management'])
    const second = await plant.signInAs(['top-management'])
    const id = await plant.api.organization.saveDeclaration(policyLike())
    await plant.api.organization.submitDeclaration({ id })
    await approve(first.api, id, 'Plant-2026 first')
    const late = await refusalOf(second.api.organization.returnDeclaration({ id, comment: '不同意' }))
    expect(late.code).toBe('organization.declaration-decided')
    expect(late.facts).toMatchObject({ at: '2026-06-30T02:00:00.000Z' })
  })
  it('only top management approves, although others may approve elsewhere', async () => {
    const id = await plant.api.organization.saveDeclaration(policyLike())
    await plant.api.organization.submitDeclaration({ id })
    const deputy = await plant.signInAs(['management-representative'])
    expect((await refusalOf(approve(deputy.api, id, 'Plant-2026 first'))).code).toBe(
      'organization.needs-top-management',
    )
  })
  it('R-DC-1 a new version ends the one before on its first day, and both stay', async () => {
    const first = await inForce(plant.api, policyLike())
    await plant.api.organization.decideSubsystem({
      subsystem: 'trading',
      isAdopted: false,
      reason: '不参与交易',
      since: today,
    })
    expect((await refusalOf(inForce(plant.api, policyLike()))).code).toBe(
      'organization.declaration-backwards',
    )
    const [, open] = await policies()
    await plant.api.organization.discardDeclaration({ id: open!.id })
    await inForce(plant.api, policyLike({ validFrom: '2026-09-01', reason: '年度修订' }))
    expect(await policies()).toMatchObject([
      { id: first, number: 1, state: 'superseded', validTo: '2026-09-01', signatureHolds: true },
      { number: 2, state: 'approved', validTo: null },
    ])
    expect((await refusalOf(plant.api.organization.discardDeclaration({ id: first }))).code).toBe(
      'organization.declaration-decided',
    )
  })
  it('a signed text that was changed behind the program’s back no longer holds', async () => {
    const id = await inForce(plant.api, policyLike())
    const { sqlite } = plant.backend.spine.store()
    sqlite.exec('DROP TRIGGER organization_declarations_stay')
    sqlite
      .prepare(`UPDATE organization_declarations SET content = replace(content, '遵守', '考虑') WHERE id = ?`)
      .run(id)
    expect(await policies()).toMatchObject([{ signatureHolds: false }])
  })
})

describe('a policy in force', () => {
  it('R-RV-6 is to be reviewed when its day comes or the context changed', async () => {
    const id = await inForce(plant.api, policyLike({ validFrom: '2026-01-01', reviewOn: '2026-07-15' }))
    const tasks = () => offeredBy(declarationTasks, plant).map(({ code }) => code)
    expect(tasks()).toEqual(['organization.task.review-policy'])
    plant.clock.advance(60)
    await plant.api.organization.saveIssue({
      id: null,
      field: 'threat',
      theme: 'regulation',
      title: '配额收紧',
      effect: '成本上升',
      owner: null,
      identifiedOn: today,
      reviewOn: '2027-01-01',
    })
    expect(tasks()).toEqual(['organization.task.review-policy', 'organization.task.outdated-policy'])
    expect(await policies()).toMatchObject([{ isOutdated: true }])
    plant.clock.advance(60)
    await plant.api.organization.review({
      records: [`organization/policy/${id}`],
      outcome: 'keep',
      conclusion: '方针仍然适用',
      next: '2027-06-30',
    })
    expect(tasks()).toEqual([])
    expect(await policies()).toMatchObject([{ isOutdated: false, signatureHolds: true }])
  })
  it('5.2 is made known and read by everybody who can sign in; others sign on paper', async () => {
    const id = await inForce(plant.api, policyLike({ validFrom: '2026-01-01' }))
    const record = `organization/policy/${id}`
    expect(signal('5.2-2')?.code).toBe('organization.signal.policy-untold')
    await plant.api.organization.publish({
      id,
      audience: 'internal',
      place: '公告栏',
      recipients: '全体员工',
      publishedOn: today,
    })
    expect(signal('5.2-2')?.code).toBe('organization.signal.policy-unread')
    await plant.api.organization.acknowledge({ record })
    const worker = await plant.api.access.addPerson({ name: '李师傅' })
    await plant.api.organization.acknowledgeFor({ record, person: worker, paper: '签到表 2026-06' })
    expect(signal('5.2-2')).toMatchObject({ isMet: true })
    expect((await policies())[0]!.acknowledgements).toMatchObject([
      { paper: null },
      { person: worker, paper: '签到表 2026-06' },
    ])
  })
})

describe('commitments (5.1)', () => {
  const commitment = (facts: Partial<CommitmentInput>): CommitmentInput => ({
    id: null,
    theme: 'staged-target',
    serves: ['5.1-n'],
    statement: '2030 年碳强度下降 18%',
    person: '' as never,
    targetYear: 2030,
    value: '-18',
    unit: '%',
    covers: '全厂',
    route: '余热利用与掺烧',
    ...facts,
  })
  it.each([
    ['year', { targetYear: null }],
    ['value', { value: null }],
    ['covers', { covers: null }],
    ['route', { route: null }],
  ] as const)('5.1 n is not made public without its %s', async (what, lacking) => {
    const person = await plant.api.access.addPerson({ name: '总经理' })
    const { id } = await plant.api.organization.saveCommitment(commitment({ person, ...lacking }))
    const refused = await refusalOf(
      plant.api.organization.publishCommitment({ id, place: '官网', on: today }),
    )
    expect(refused.code).toBe(`organization.commitment-vague.${what}`)
  })
  it('R-DC-2 what was made public is withdrawn, not rewritten, and shows its requirements until then', async () => {
    const person = await plant.api.access.addPerson({ name: '总经理' })
    const { id } = await plant.api.organization.saveCommitment(commitment({ person }))
    expect(signal('5.1-n')?.isMet).toBe(false)
    await plant.api.organization.publishCommitment({ id, place: '官网', on: today })
    expect(signal('5.1-n')?.isMet).toBe(true)
    const again = plant.api.organization.saveCommitment(commitment({ person, id, value: '-10' }))
    expect((await refusalOf(again)).code).toBe('organization.commitment-is.published')
    await plant.api.organization.withdrawCommitment({ id, reason: '目标调整' })
    expect(signal('5.1-n')?.isMet).toBe(false)
  })
})
