import { afterEach, beforeEach, describe, expect, it } from 'vitest'

import { contextTasks } from '#electron/organization/system-tasks'
import type { IssueInput } from '#shared/organization/context'
import type { PartyInput } from '#shared/organization/parties'
import { finish, refusalOf, startBackend, type TestBackend } from '#test/support/backend'

import { offeredBy, signalOf, today } from './support.ts'

let plant: TestBackend
beforeEach(async () => {
  plant = await startBackend()
})
afterEach(() => plant.close())

const issueLike = (facts: Partial<IssueInput> = {}): IssueInput => ({
  id: null,
  field: 'strength',
  theme: 'technology',
  title: '余热回收经验丰富',
  effect: '改造见效快',
  owner: null,
  identifiedOn: '2026-01-10',
  reviewOn: '2027-01-10',
  ...facts,
})
const partyLike = (facts: Partial<PartyInput> = {}): PartyInput => ({
  id: null,
  name: '省生态环境厅',
  category: 'external',
  channel: null,
  owner: null,
  reviewOn: '2027-01-10',
  needs: [{ id: null, what: '按期清缴配额', isObligation: true, answer: null }],
  ...facts,
})
const signal = (evidence: string) => signalOf(plant, evidence)
const tasks = () => offeredBy(contextTasks, plant)
const codes = (findings: readonly { readonly code: string }[]) => findings.map(({ code }) => code)

describe('context (4.1)', () => {
  it('PF-05 each issue stands in one field, and a strategy combines just the two of its kind', async () => {
    const { api } = plant
    const strength = await api.organization.saveIssue(issueLike())
    const threat = await api.organization.saveIssue(issueLike({ field: 'threat', title: '配额收紧' }))
    const wrong = api.organization.saveStrategy({
      id: null,
      kind: 'SO',
      statement: '扩大余热外供',
      issues: [strength.id, threat.id],
      owner: null,
    })
    expect((await refusalOf(wrong)).code).toBe('organization.strategy-factors.SO')
    await api.organization.saveStrategy({
      id: null,
      kind: 'ST',
      statement: '以余热改造抵消配额缺口',
      issues: [strength.id, threat.id],
      owner: null,
    })
    const moved = api.organization.saveIssue({ ...issueLike({ field: 'opportunity' }), id: strength.id })
    expect((await refusalOf(moved)).code).toBe('organization.strategy-factors.ST')
    expect((await refusalOf(api.organization.removeIssue({ id: threat.id }))).code).toBe(
      'organization.still-used',
    )
  })
  it('says which field is empty, that climate is missing, and which issue is overdue', async () => {
    await plant.api.organization.saveIssue(issueLike({ reviewOn: '2026-06-01' }))
    const { findings } = await plant.api.organization.context({})
    expect(codes(findings)).toEqual([
      'organization.context.empty-weakness',
      'organization.context.empty-opportunity',
      'organization.context.empty-threat',
      'organization.context.no-climate',
      'organization.context.overdue',
    ])
  })
  it('R-RV-5 a review that comes due is a task, and a review puts it off and stays on record', async () => {
    const { api } = plant
    const { id, changedAt } = await api.organization.saveIssue(issueLike({ reviewOn: '2026-07-10' }))
    expect(tasks()).toMatchObject([{ code: 'organization.task.review-issue', due: '2026-07-10' }])
    const record = `organization/issue/${id}`
    const review = {
      records: [record],
      outcome: 'keep' as const,
      conclusion: '仍然成立',
      next: '2027-06-30',
    }
    expect((await refusalOf(api.organization.review({ ...review, next: today }))).code).toBe(
      'organization.review-not-ahead',
    )
    plant.clock.advance(60)
    await api.organization.review(review)
    expect(tasks()).toEqual([])
    expect(await api.organization.reviews({ record })).toMatchObject([{ conclusion: '仍然成立' }])
    const { issues } = await api.organization.context({})
    expect(issues).toMatchObject([{ reviewOn: '2027-06-30', changedAt }])
  })
  it('MS-01 goes out as a document in both languages', async () => {
    await plant.api.organization.saveIssue(issueLike())
    await plant.api.organization.saveParty(partyLike())
    for (const language of ['zh', 'en'] as const) {
      const { fileName } = await finish(plant.api.organization.printContext({ language }))
      expect(fileName).toMatch(/\.docx$/)
    }
  })
  it('shows the context only once both sides are entered and none is overdue', async () => {
    expect(signal('context-analysis')).toMatchObject({
      isMet: false,
      code: 'organization.signal.context-one-sided',
    })
    await plant.api.organization.saveIssue(issueLike())
    const { id } = await plant.api.organization.saveIssue(
      issueLike({ field: 'threat', reviewOn: '2026-01-31' }),
    )
    expect(signal('context-analysis')).toMatchObject({
      isMet: false,
      code: 'organization.signal.context-late',
    })
    await plant.api.organization.endIssue({ id, on: today, reason: '已消除' })
    await plant.api.organization.saveIssue(issueLike({ field: 'opportunity' }))
    expect(signal('context-analysis')).toMatchObject({ isMet: true, facts: { count: 2 } })
    await plant.api.organization.reopenIssue({ id })
    expect(signal('context-analysis')?.isMet).toBe(false)
  })
})

describe('interested parties (4.2)', () => {
  it('MS-01 a need marked as an obligation is wanting until an obligation follows from it', async () => {
    const { api } = plant
    const { id, needs } = await api.organization.saveParty(partyLike())
    const { findings } = await api.organization.parties({})
    expect(codes(findings)).toEqual([
      'organization.parties.none-internal',
      'organization.parties.none-climate',
      'organization.parties.no-obligation',
    ])
    const source = await api.organization.saveIssue(issueLike())
    // Any record may stand for the obligation here: what counts is that it follows from the need.
    await api.desk.link({
      from: `organization/issue/${source.id}`,
      relation: 'follows-from',
      to: `organization/need/${needs[0]!.id}`,
    })
    const after = await api.organization.parties({})
    expect(after.parties[0]!.needs[0]!.obligations).toEqual([`organization/issue/${source.id}`])
    expect(codes(after.findings)).not.toContain('organization.parties.no-obligation')
    const denied = partyLike({ id, needs: [{ ...needs[0]!, isObligation: false }] })
    expect((await refusalOf(api.organization.saveParty(denied))).code).toBe(
      'organization.need-has-obligation',
    )
    expect((await refusalOf(api.organization.removeParty({ id }))).code).toBe('organization.still-used')
  })
  it('keeps the needs that stay, takes out those that go, in the order given', async () => {
    const { api } = plant
    const { id, needs } = await api.organization.saveParty(
      partyLike({
        needs: ['甲', '乙'].map((what) => ({ id: null, what, isObligation: null, answer: null })),
      }),
    )
    const saved = await api.organization.saveParty(
      partyLike({
        id,
        needs: [{ id: null, what: '丙', isObligation: false, answer: '网站' }, needs[1]!],
      }),
    )
    expect(saved.needs.map(({ what }) => what)).toEqual(['丙', '乙'])
    expect(saved.needs[1]!.id).toBe(needs[1]!.id)
    expect(codes((await api.organization.parties({})).findings)).toContain('organization.parties.undecided')
  })
})
