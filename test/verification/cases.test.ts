import { afterEach, beforeEach, expect, it } from 'vitest'

import { stageUpload } from '#electron/kernel/uploads'
import { emptyPlan, type NewCase } from '#shared/verification/case'
import type { ShownCase } from '#shared/verification/contract'
import { newFacility, parameterLike, sourceLike } from '#test/monitoring/support'
import {
  administrator,
  type Api,
  finish,
  refusalOf,
  startBackend,
  type TestBackend,
} from '#test/support/backend'
import { askedOn } from '#test/support/tasks'

let plant: TestBackend
let api: Api
beforeEach(async () => {
  plant = await startBackend()
  api = plant.api
})
afterEach(() => plant.close())

const usual: NewCase = {
  kind: 'inventory',
  title: '2025 年碳盘查',
  year: 2025,
  inventory: null,
  owner: null,
  body: null,
  requester: '总部',
  isCompulsory: false,
  cost: null,
  startsOn: '2026-06-30',
  weekdayYears: [],
}
const open = async (facts: Partial<NewCase> = {}) => {
  const { id } = await api.verification.createCase({ ...usual, ...facts })
  return { id, shown: () => api.verification.case({ id }) }
}
const running = ({ steps }: ShownCase) => steps.find(({ outcome }) => outcome === null)!
const password = administrator.password

it('R-SV-3 J2: seven steps with days by the working calendar; a late one moves what follows and the plan stays', async () => {
  const { shown } = await open({ startsOn: '2026-06-29' })
  const before = await shown()
  expect(before).toMatchObject({ least: 11, most: 25, number: 'PC-2026-001', uncertainYears: [] })
  expect(before.steps[0]).toMatchObject({ state: 'running', dueOn: '2026-07-02' })
  plant.clock.set('2026-07-03T02:00:00.000Z')
  await finish(api.access.signIn(administrator))
  const after = await shown()
  expect(after.steps[0]).toMatchObject({ state: 'late', daysLate: 1 })
  expect(after.steps[6]!.dueOn > after.steps[6]!.plannedDue).toBe(true)
  expect(after.steps.map(({ plannedDue }) => plannedDue)).toEqual(
    before.steps.map(({ plannedDue }) => plannedDue),
  )
})

it('asks for a calendar of a year that it does not know, and takes Monday to Friday when that is confirmed', async () => {
  const refused = await refusalOf(api.verification.createCase({ ...usual, startsOn: '2026-12-20' }))
  expect(refused).toMatchObject({ code: 'kernel.day-outside-calendar', facts: { year: 2027 } })
  const { shown } = await open({ startsOn: '2026-12-20', weekdayYears: [2027] })
  expect(await shown()).toMatchObject({ weekdayYears: [2027], uncertainYears: [] })
})

it('closes a step in its turn only, and not without its file', async () => {
  const { shown } = await open()
  const [agreement, team] = (await shown()).steps
  expect(
    await refusalOf(api.verification.finishStep({ id: team!.id, note: '', reason: null })),
  ).toMatchObject({
    code: 'verification.step-waits',
  })
  expect(
    await refusalOf(api.verification.finishStep({ id: agreement!.id, note: '', reason: null })),
  ).toMatchObject({ code: 'verification.lacks.file' })
})

it('EM-03: step 3 waits until step 2 is signed, and by then every item has a tier and a data-quality flag', async () => {
  const facility = newFacility(plant)
  const source = await api.monitoring.addSource(sourceLike(facility.id))
  await api.monitoring.addParameter(parameterLike(source, { determination: 'measured' }))
  const { shown } = await open({ kind: 'accounting' })
  await answerAll((await shown()).steps[0]!)
  await api.verification.finishStep({ id: (await shown()).steps[0]!.id, note: '', reason: null })
  const second = running(await shown())
  const sign = () => finish(api.verification.signStep({ id: second.id, note: '', reason: null, password }))
  expect(
    await refusalOf(
      api.verification.finishStep({ id: (await shown()).steps[2]!.id, note: '', reason: null }),
    ),
  ).toMatchObject({ code: 'verification.step-waits' })
  expect(await refusalOf(sign())).toMatchObject({ code: 'verification.lacks.items' })
  expect(second.items.at(-1)).toMatchObject({ tier: 1, answer: null })
  await answerAll(second)
  expect(
    await refusalOf(api.verification.finishStep({ id: second.id, note: '', reason: null })),
  ).toMatchObject({
    code: 'verification.step-to-sign',
  })
  await sign()
  const after = await shown()
  expect(after.steps[1]).toMatchObject({ state: 'done' })
  expect(after.steps[1]!.signature).not.toBeNull()
  expect(running(after).key).toBe('accounting')
})

it('R-VR-2: a body past its recognition cannot be chosen, and what it states is no evidence', async () => {
  const facts = {
    name: '某核查有限公司',
    recognitionNumber: 'RZ-1',
    recognisedBy: '省生态环境厅',
    scope: '发电',
    validFrom: '2024-01-01',
    validTo: '2026-06-30',
    verifiers: '',
  }
  const backwards = api.verification.addBody({ ...facts, validTo: facts.validFrom })
  expect((await refusalOf(backwards)).code).toBe('verification.recognition-backwards')
  const body = await api.verification.addBody(facts)
  expect(await refusalOf(api.verification.createCase({ ...usual, body: body.id }))).toMatchObject({
    code: 'verification.body-not-valid',
  })
  const { id, shown } = await open({ kind: 'verification' })
  const stated = {
    case: id,
    number: 'HC-1',
    body: body.id,
    inventory: null,
    assurance: 'reasonable',
    opinion: 'unmodified',
    materiality: '5',
    reservations: '',
    response: '',
    total: '1000',
    validTo: null,
    isInScope: true,
  } as const
  await api.verification.addStatement({ ...stated, issuedOn: '2026-06-30', validTo: '2027-06-30' })
  const ends = askedOn(plant.backend, '2027-06-01')
  expect(ends).toContain('verification.task.recognition 2026-06-30')
  expect(ends).toContain('verification.task.statement-ends 2027-06-30')
  await api.verification.addStatement({ ...stated, issuedOn: '2026-06-29', isInScope: false })
  await api.verification.addStatement({ ...stated, issuedOn: '2026-06-29' })
  expect((await shown()).statements.map(({ faults, isAccepted }) => [faults, isAccepted])).toEqual([
    [[], true],
    [['out-of-scope'], false],
    [['body-not-valid'], false],
  ])
})

it('A.6.5.2.4: the plan says what of a to h is missing', async () => {
  const { id, shown } = await open({ kind: 'verification' })
  expect((await shown()).missingParts).toEqual(['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'])
  await api.verification.editPlan({ id, plan: { ...emptyPlan, scopeAndAim: '全厂', assurance: 'limited' } })
  expect((await shown()).missingParts).toEqual(['b', 'c', 'd', 'e', 'f', 'g', 'h'])
})

/** A case in which the verifier asked one thing, and what is said on it. */
async function asked() {
  const { id, shown } = await open({ kind: 'verification' })
  const text = '煤的低位发热量从哪里来？'
  await api.verification.ask({ case: id, kind: 'question', severity: null, about: '', text, dueOn: null })
  return { shown, say: { request: (await shown()).requests[0]!.id, inventory: null } }
}

it('A.6.5.2.4: who answered the verifier does not conclude on it, in whatever words; somebody else does', async () => {
  const { shown, say } = await asked()
  await api.verification.answer({ ...say, kind: 'answer', text: '化验报告' })
  const other = await plant.signInAs(['management-representative'])
  const accept = { ...say, kind: 'accepted', text: '可以' } as const
  expect((await refusalOf(api.verification.settle(accept))).code).toBe('verification.own-answer')
  await other.api.verification.settle(accept)
  const [request] = (await shown()).requests
  expect(request!.entries.map(({ madeBy }) => madeBy)).toEqual([await myself(), other.userId])
})

it('EM-10: a request answered twice shows both answers, and nothing that was said goes away', async () => {
  const { shown, say } = await asked()
  await api.verification.answer({ ...say, kind: 'answer', text: '化验报告' })
  await api.verification.answer({ ...say, kind: 'answer', text: '化验报告 HL-2025-03' })
  await api.verification.settle({ ...say, kind: 'accepted', text: '可以' })
  const [request] = (await shown()).requests
  expect(request!.entries.map(({ text }) => text)).toEqual(['化验报告', '化验报告 HL-2025-03', '可以'])
  expect(request!.state).toBe('accepted')
  expect(await refusalOf(api.verification.answer({ ...say, kind: 'accepted', text: '可以' }))).toMatchObject({
    code: 'verification.not-yours-to-say',
  })
})

async function myself(): Promise<string> {
  const session = await api.access.session({})
  return session.state === 'open' ? session.user.id : ''
}

/** Closes the running step, whatever it asks for. */
async function pass(api: Api, shown: ShownCase): Promise<void> {
  const step = running(shown)
  await answerAll(step)
  const { id } = step
  const upload = await stageUpload(plant.backend.spine.store().folder, {
    name: '附件.txt',
    type: 'text/plain',
    body: new Blob([id]).stream(),
  })
  await api.desk.attach({ record: `verification/step/${id}`, upload, note: null })
  await api.verification.finishStep({ id, note: '', reason: null })
  const [file] = (await api.desk.aboutRecord({ record: `verification/step/${id}` })).attachments
  expect((await refusalOf(api.desk.detach({ id: file!.id }))).code).toBe('kernel.record-final')
}

it('J2 the technical review sends two lines back: round 2 from there, with everything of round 1 kept', async () => {
  const facility = newFacility(plant)
  await api.monitoring.addSource(sourceLike(facility.id))
  const { id, shown } = await open()
  for (let step = 1; step <= 4; step += 1) await pass(api, await shown())
  const report = running(await shown())
  expect(report.gaps).toEqual(['frozen-inventory', 'file'])
  // The report needs a frozen inventory; here it is enough that somebody closed it.
  plant.backend.spine
    .store()
    .sqlite.prepare(
      `UPDATE verification_steps SET done_on = '2026-06-30', outcome = 'done', done_by = ? WHERE id = ?`,
    )
    .run(await myself(), report.id)
  const review = running(await shown())
  expect(review.key).toBe('technical-review')
  const back = { id: review.id, to: 'documents', reason: '两行数据无凭证' }
  expect(await refusalOf(api.verification.returnStep({ ...back, to: 'team' }))).toMatchObject({
    code: 'verification.cannot-return',
  })
  await api.verification.returnStep(back)
  const after = await shown()
  expect(after.steps.map(({ key, round, state }) => `${key} ${round} ${state}`)).toEqual([
    'agreement 1 done',
    'team 1 done',
    'documents 1 done',
    'on-site 1 done',
    'report 1 done',
    'technical-review 1 returned',
    'documents 2 running',
    'on-site 2 waiting',
    'report 2 waiting',
    'technical-review 2 waiting',
    'delivery 1 waiting',
  ])
  expect(after.steps[5]!.note).toBe('两行数据无凭证')
  expect((await api.verification.cases({})).find((each) => each.id === id)).toMatchObject({ round: 2 })
})

it('R-SD-3 who wrote the report does not review it, unless alone and with a reason', async () => {
  const { shown } = await open()
  const me = await myself()
  plant.backend.spine
    .store()
    .sqlite.prepare(
      `UPDATE verification_steps SET done_on = '2026-06-30', outcome = 'done', done_by = ? WHERE sequence < 6`,
    )
    .run(me)
  const review = running(await shown())
  await answerAll(review)
  const sign = (by: Api, reason: string | null, secret: string = password) =>
    finish(by.verification.signStep({ id: review.id, note: '', reason, password: secret }))
  expect(await refusalOf(sign(api, null))).toMatchObject({ code: 'verification.alone-without-reason' })
  const other = await plant.signInAs(['management-representative'])
  expect(await refusalOf(sign(api, '只有我一人'))).toMatchObject({ code: 'verification.own-work' })
  await sign(other.api, null, 'Plant-2026 first')
  await finish(
    other.api.verification.signStep({
      id: running(await shown()).id,
      note: '',
      reason: null,
      password: 'Plant-2026 first',
    }),
  )
  const delivered = await shown()
  expect(delivered).toMatchObject({ state: 'delivered', closedOn: '2026-06-30' })
  expect(delivered.deliveredHash).toHaveLength(64)
  expect(await refusalOf(api.verification.cancelCase({ id: delivered.id, reason: '不要了' }))).toMatchObject({
    code: 'verification.closed',
  })
})

it('EM-10 a verifier sees only cases of which something was handed over', async () => {
  const { id } = await open({ kind: 'verification' })
  const verifier = await plant.signInAs(['verifier'])
  expect(await verifier.api.verification.cases({})).toEqual([])
  expect(await refusalOf(verifier.api.verification.case({ id }))).toMatchObject({
    code: 'verification.no-such-case',
  })
  expect((await refusalOf(verifier.api.monitoring.register({ facility: null }))).code).toMatch(/^kernel\./)
  const asked = verifier.api.verification.ask({
    case: id,
    kind: 'question',
    severity: null,
    about: '',
    text: '为何？',
    dueOn: null,
  })
  expect((await refusalOf(asked)).code).toBe('verification.no-such-case')
  const form = finish(verifier.api.verification.repliesForm({ id, language: 'zh' }))
  expect((await refusalOf(form)).code).toBe('verification.no-such-case')
  const record = `verification/case/${id}`
  expect((await refusalOf(verifier.api.desk.aboutRecord({ record }))).code).toBe('kernel.no-such-record')
  expect(await verifier.api.desk.recordsLike({ text: '盘查' })).toEqual([])
  const viewer = await plant.signInAs(['viewer'])
  expect(await viewer.api.desk.recordsLike({ text: '盘查' })).not.toEqual([])
})

async function answerAll({ id, items }: ShownCase['steps'][number]): Promise<void> {
  for (const { key, tier } of items)
    await api.verification.answerItem({
      id,
      item: key,
      answer: 'yes',
      tier,
      flag: tier === null ? null : 'good',
      note: '',
    })
}
