import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { auditActs, auditAfter, auditStates, auditTransitions, type AuditId } from '#shared/audits/audit'
import { byClause, inOrder, type ListedItem } from '#shared/audits/checklist'
import { drawSample } from '#shared/audits/sample'
import { isWithin } from '#shared/audits/scope'
import { levels, weightOf } from '#shared/compliance/tree'
import { obligationLike } from '#test/compliance/facts'
import { documentOf } from '#test/documents/facts'
import { finish, refusalOf } from '#test/support/backend'

import { personOf, type Plant, reportLike, startPlant } from './support.ts'

let plant: Plant
beforeAll(async () => {
  plant = await startPlant()
})
afterAll(() => plant.close())

const questions = (id: AuditId) => plant.api.audits.checklist({ audit: id })
const stateOf = async (id: AuditId) => (await plant.api.audits.audit({ id })).audit.state

describe('the plan', () => {
  it('names nobody who is not in the register of people', async () => {
    const stranger = '019f1641-3500-7000-8000-000000000000' as never
    expect((await refusalOf(plant.plan({ leader: stranger }))).code).toBe('audits.unknown-person')
    const audit = await plant.plan()
    const member = plant.api.audits.setMember({
      audit,
      person: stranger,
      role: 'auditor',
      isExternal: false,
      qualification: '',
    })
    expect((await refusalOf(member)).code).toBe('audits.unknown-person')
  })

  it('a plan without purpose, timetable and checklist is not approved; what is missing is listed', async () => {
    const id = await plant.plan({ purpose: '', title: '空计划' })
    const { gaps } = await plant.api.audits.audit({ id })
    expect(gaps.filter(({ severity }) => severity === 'blocks-report').map(({ code }) => code)).toEqual([
      'audits.gap-purpose',
      'audits.gap-schedule',
      'audits.gap-checklist',
    ])
    const refused = await refusalOf(finish(plant.api.audits.approveAudit({ id, password: plant.password })))
    expect(refused).toMatchObject({ code: 'audits.plan-incomplete', facts: { missing: 3 } })
  })

  it('names a criterion of which there is another version, and an auditor whom nothing shows to be able', async () => {
    const criteria = [
      { kind: 'standard' as const, title: 'T/CIECCPA 碳管理体系', version: 'draft-0', record: null },
    ]
    const [current] = await plant.api.audits.criteria({})
    const old = [{ ...criteria[0]!, title: current!.title }]
    const id = await plant.plan({ criteria: old, leaderQualification: '' })
    const { gaps } = await plant.api.audits.audit({ id })
    expect(gaps.filter(({ severity }) => severity === 'explain').map(({ code }) => code)).toEqual([
      'audits.gap-department',
      'audits.gap-criterion',
      'audits.gap-competence',
    ])
    const skill = await plant.api.competence.saveSkill({
      id: null,
      name: '内部审核',
      field: 'audit',
      description: '',
    })
    await plant.api.competence.addHeld({
      person: plant.leader,
      skill: skill.id,
      level: 2,
      basis: 'training',
      evidence: '内审员培训证书',
      certificate: null,
      issuer: null,
      validFrom: '2026-01-01',
      validTo: '2029-01-01',
    })
    const after = await plant.api.audits.audit({ id })
    expect(after.gaps.map(({ code }) => code)).not.toContain('audits.gap-competence')
    expect(after.competences).toMatchObject([{ skill: '内部审核', validTo: '2029-01-01' }])
  })

  it('nothing is answered before the plan is approved (A.9.3 b)', async () => {
    const id = await plant.plan()
    await plant.api.audits.buildChecklist({ audit: id })
    const [first] = await questions(id)
    expect((await refusalOf(plant.answer(first!))).code).toBe('audits.cannot')
    await plant.approve(id)
    const [approved] = await questions(id)
    await plant.answer(approved!)
    expect(await stateOf(id)).toBe('running')
  })

  it('R-SD-1 who belongs to an audited department or made what is audited is named, and must be justified', async () => {
    const { api, auditor } = plant
    const owner = await plant.signInAs(['carbon-manager'])
    const person = await personOf(plant, owner.userId)
    const known = (await api.access.people({})).find(({ id }) => id === person)!
    const { account: _account, removedAt: _removed, ...facts } = known
    await api.access.savePerson({ ...facts, name: known.name ?? '', department: '体系办公室' })
    await owner.api.organization.begin({
      name: '示例热电有限公司',
      creditCode: null,
      industryCode: null,
      site: '厂区',
      facility: '热电分厂',
      validFrom: '2024-01-01',
    })
    const id = await plant.plan({ title: '利益冲突', leader: person, clauses: [] })
    const { conflicts } = await api.audits.audit({ id })
    expect(conflicts.map(({ key }) => key)).toEqual(['department/体系办公室', 'made/organization'])
    const elsewhere = await plant.plan({ leader: person, clauses: ['10'], departments: ['生产部'] })
    expect((await api.audits.audit({ id: elsewhere })).conflicts).toEqual([])
    const refused = await refusalOf(plant.approve(id))
    expect(refused.code).toBe('audits.unjustified')
    for (const { key } of conflicts)
      await auditor.api.audits.justify({ audit: id, person, key, reason: '只有他懂核算，另有外部专家复核' })
    await finish(api.audits.approveAudit({ id, password: plant.password }))
    const after = await api.audits.audit({ id })
    expect(after.conflicts.every(({ justification }) => justification !== null)).toBe(true)
  })
})

describe('the checklist', () => {
  it('is made of the requirements in scope, what must be first', async () => {
    const id = await plant.plan({ clauses: ['A.9.3', '9.2'], subsystems: [] })
    await plant.api.audits.buildChecklist({ audit: id })
    const items = await questions(id)
    expect(new Set(items.map(({ clause }) => isWithin(clause, ['A.9.3', '9.2'])))).toEqual(new Set([true]))
    const weights = items.map(({ level }) => weightOf(level))
    expect(weights.lastIndexOf('must')).toBeLessThan(weights.indexOf('advised'))
  })

  it('9.2.1 b, 9.1.2: an obligation among the criteria is asked about, and how it was evaluated is shown', async () => {
    const { api } = plant
    const { id } = await api.compliance.addObligation({ ...obligationLike, from: null, upload: null })
    const criterion = (await api.audits.criteria({})).find(({ record }) => record?.endsWith(id))!
    expect(criterion).toMatchObject({ kind: 'obligation', version: '1' })
    const audit = await plant.plan({ title: '合规审核', criteria: [criterion] })
    await plant.approve(audit)
    const asked = (await questions(audit)).find(({ clause }) => clause === '9.1.2')!
    expect(asked).toMatchObject({ level: 'shall', title: { zh: '碳排放权交易管理暂行条例' } })
    expect(asked.question.zh).toBe('是否遵守“碳排放权交易管理暂行条例”？凭哪些记录证明？')
    const { signals } = await api.audits.expected({ item: asked.id })
    expect(signals).toMatchObject([
      { isMet: false, code: 'compliance.standing.never-evaluated', records: [{ record: criterion.record }] },
    ])
    await plant.answer(asked, { verdict: 'minor', note: '没有评价过' })
    const { record } = await api.audits.raise({ item: asked.id })
    const found = (await api.nonconformity.cases({})).find((each) => record.endsWith(each.id))
    expect(found!.requirements).toEqual(['9.1.2'])
  })

  it('shows an auditor nothing of an area that is not open to the role, and says so; secret documents are not quoted', async () => {
    const { api, auditor } = plant
    const id = await plant.plan({ title: '文件审核', clauses: ['7.4'] })
    await plant.approve(id)
    const item = (await questions(id)).find(({ evidence }) => evidence.includes('document'))!.id
    const said = async (by: typeof api) =>
      (await by.audits.expected({ item })).signals.map(({ code }) => code.split('.').slice(0, 2).join('.'))
    expect(await said(auditor.api)).toContain('documents.signal')
    const right = { role: 'internal-auditor', permission: 'documents.read' } as const
    await api.access.setRight({ ...right, isHeld: false })
    expect(await said(auditor.api)).toEqual(['audits.signal'])
    expect(await said(api)).toContain('documents.signal')
    await api.access.setRight({ ...right, isHeld: true })
    const document = await api.documents.addDocument(documentOf(plant.leader, { secrecy: 'secret' }))
    const secret = auditor.api.audits.quote({ item, record: `documents/document/${document}` })
    expect((await refusalOf(secret)).code).toBe('kernel.no-such-record')
  })

  it('what only should be, marked as major, is asked back', async () => {
    const id = await plant.plan({ clauses: ['A.9.3'], subsystems: ['emission'] })
    await plant.approve(id)
    const item = (await questions(id)).find(({ level }) => level === 'should')!
    const asked = await refusalOf(plant.answer(item, { verdict: 'major', note: '没有懂核算的人' }))
    expect(asked.code).toBe('audits.asks-back')
    await plant.answer(item, { verdict: 'major', note: '没有懂核算的人', isConfirmed: true })
    await plant.answer(item, { verdict: 'observation', note: '没有懂核算的人' })
    expect((await plant.api.audits.audit({ id })).progress.findings).toEqual({
      major: 0,
      minor: 0,
      observation: 1,
    })
  })

  it('a quoted record is kept as it was seen, whatever becomes of it', async () => {
    const { api, auditor } = plant
    const other = await plant.plan({ title: '被引用的审核' })
    const id = await plant.plan()
    await plant.approve(id)
    const [item] = await questions(id)
    await auditor.api.audits.quote({ item: item!.id, record: `audits/audit/${other}` })
    await api.audits.cancelAudit({ id: other, reason: '重复' })
    const { quotes } = await api.audits.expected({ item: item!.id })
    expect(quotes).toHaveLength(1)
    const [kept] = quotes
    expect(JSON.parse(kept!.snapshot)).toMatchObject({
      state: 'audits.state.draft',
      rows: { audits_audits: [{ title: '被引用的审核', state: 'draft' }] },
    })
    expect(kept!.sha256).toMatch(/^[0-9a-f]{64}$/)
  })
})

describe('findings and report', () => {
  it('a finding becomes a nonconformity with one act, the report is signed by the leader, and the audit closes when all is closed', async () => {
    const { api, auditor, password } = plant
    const id = await plant.plan()
    await plant.approve(id)
    const [first, second] = await questions(id)
    await plant.answer(first!, {
      verdict: 'minor',
      note: '去年方案中的一次审核没有做',
      department: '体系办公室',
    })
    await plant.answer(second!, { basis: ['site'] })
    const { record } = await auditor.api.audits.raise({ item: first!.id })
    expect(await auditor.api.audits.raise({ item: first!.id })).toEqual({ record })
    const caseId = record.split('/')[2]!
    const raised = await api.nonconformity.case({ id: caseId as never })
    expect(raised).toMatchObject({ severity: 'minor', source: 'audit', origin: `audits/item/${first!.id}` })

    const unsigned = () =>
      auditor.api.audits.signReport({ id, signedFor: null, password: 'Plant-2026 first' })
    expect((await refusalOf(finish(unsigned()))).code).toBe('audits.report-incomplete')
    await auditor.api.audits.saveReport({ id, report: reportLike })
    const stranger = finish(api.audits.signReport({ id, signedFor: '代签', password }))
    expect((await refusalOf(stranger)).code).toBe('audits.only-leader')
    await finish(unsigned())

    // R-DC-2 what was finished is locked; a later change is a correction entry.
    expect((await refusalOf(plant.answer(second!))).code).toBe('audits.cannot')
    expect((await refusalOf(auditor.api.audits.saveReport({ id, report: reportLike }))).code).toBe(
      'audits.report-signed',
    )
    await auditor.api.audits.correct({
      item: second!.id,
      verdict: 'observation',
      note: '签到表缺一人',
      reason: '复查时发现',
    })
    const { corrections } = await api.audits.expected({ item: second!.id })
    expect(corrections).toMatchObject([{ verdict: 'observation', reason: '复查时发现' }])
    expect((await questions(id))[1]!.answer?.verdict).toBe('conforming')

    const close = () => auditor.api.audits.closeAudit({ id, note: '全部整改完成' })
    expect((await refusalOf(close())).code).toBe('audits.open-cases')
    await api.nonconformity.withdraw({ id: caseId as never, reason: '审核确实做过，记录找到了' })
    expect((await refusalOf(close())).code).toBe('audits.never-sent')
    await auditor.api.audits.send({ audit: id, what: 'report', people: [plant.leader], due: '2026-07-15' })
    expect((await refusalOf(close())).code).toBe('audits.unreceived')
    const [receipt] = (await auditor.api.audits.audit({ id })).receipts
    expect((await refusalOf(api.audits.acknowledge({ id: receipt!.id, note: '' }))).code).toBe(
      'audits.not-your-receipt',
    )
    await auditor.api.audits.acknowledge({ id: receipt!.id, note: '已阅' })
    await close()
    expect(await stateOf(id)).toBe('closed')
  })
})

describe('the states', () => {
  it('every state is reached and every act is allowed somewhere', () => {
    const reached = new Set(auditStates.flatMap((state) => Object.values(auditTransitions[state])))
    expect(auditStates.filter((state) => state !== 'draft' && !reached.has(state))).toEqual([])
    expect(auditActs.filter((act) => !auditStates.some((state) => auditAfter(state, act) !== null))).toEqual(
      [],
    )
  })
})

describe('pure rules', () => {
  it('a sample is drawn without repetition and again from the same seed', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 500 }),
        fc.nat(4_000_000_000),
        fc.nat(499),
        (count, seed, part) => {
          const size = Math.min(count, part + 1)
          const chosen = drawSample({ count, size, seed })
          expect(new Set(chosen).size).toBe(size)
          expect(chosen.every((each) => each >= 1 && each <= count)).toBe(true)
          expect(drawSample({ count, size, seed })).toEqual(chosen)
        },
      ),
    )
    expect(drawSample({ count: 1000, size: 5, seed: 20260622 })).not.toEqual(
      drawSample({ count: 1000, size: 5, seed: 20260623 }),
    )
  })

  it('clauses stand in the order of the standard', () => {
    expect(['A.9.3', '10', '9.2.1', '9.10', '4', '9.2'].toSorted(byClause)).toEqual([
      '4',
      '9.2',
      '9.2.1',
      '9.10',
      '10',
      'A.9.3',
    ])
  })

  it('ordering keeps every question once', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...levels)), (of) => {
        const items = of.map((level, at) => ({ level, at }))
        const ordered = inOrder(items as unknown as (ListedItem & { at: number })[])
        expect(ordered.map(({ at }) => at).toSorted((a, b) => a - b)).toEqual(items.map(({ at }) => at))
      }),
    )
  })
})
