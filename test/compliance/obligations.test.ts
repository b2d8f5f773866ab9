import fc from 'fast-check'
import { afterAll, beforeAll, expect, it } from 'vitest'

import { obligationTasks } from '#electron/compliance/obligation-offers'
import { obligationReviewInputs } from '#electron/compliance/obligation-review-input'
import { obligationSignals } from '#electron/compliance/obligation-signals'
import { stageUpload } from '#electron/kernel/uploads'
import { workCalendarOf } from '#electron/kernel/work-calendar'
import { type Deadline, dueDays, nextDue, workingDayBefore } from '#shared/compliance/deadline'
import type { Result } from '#shared/compliance/evaluation'
import type { NewObligation } from '#shared/compliance/obligation'
import { obligationTexts } from '#shared/compliance/obligation-texts'
import { dayAfter } from '#shared/kernel/period'
import { isWorkingDay } from '#shared/kernel/working-days'
import { obligationLike } from '#test/compliance/facts'
import { refusalOf, type SignedIn, startBackend, type TestBackend } from '#test/support/backend'
import { signalOf } from '#test/support/signals'

let plant: TestBackend
let other: SignedIn
beforeAll(async () => {
  plant = await startBackend()
  other = await plant.signInAs(['management-representative'])
})
afterAll(() => plant.close())

const add = (facts: Partial<NewObligation> = {}) =>
  plant.api.compliance.addObligation({ ...obligationLike, ...facts, from: null, upload: null })
const named = async (id: string) =>
  (await plant.api.compliance.obligations({})).find((each) => each.id === id)!
const file = (name: string, words: string) =>
  stageUpload(plant.folder, { name, type: 'application/pdf', body: new Blob([words]).stream() })
const evaluate = async (
  obligation: Awaited<ReturnType<typeof add>>['id'],
  result: Result,
  on = '2026-06-30',
) =>
  plant.api.compliance.evaluateObligation({
    obligation,
    result,
    finding: '查阅上年度清缴记录',
    proof: '登记系统回执',
    evaluatedOn: on,
    uploads: [await file('回执.pdf', `${obligation} ${on}`)],
  })
const at = (today: string) => {
  const { read } = plant.backend.spine.store()
  return { today, calendar: workCalendarOf(read), around: plant.backend.spine.around }
}
const tasksOn = (today: string, number: string) =>
  obligationTasks(plant.backend.spine.store().read, at(today))
    .filter(({ facts, isDone }) => facts['number'] === number && !isDone)
    .map(({ code, due }) => [code, due])

it('O1 an obligation is judged to apply with a reason, and its interval follows its weight or has a reason too', async () => {
  expect((await refusalOf(add({ applicabilityReason: '' }))).code).toBe('compliance.applicability-reason')
  expect((await refusalOf(add({ evaluationMonths: 12 }))).code).toBe('compliance.interval-reason')
  const made = await add({ evaluationMonths: 12, intervalReason: '每年清缴一次' })
  expect([made.number, made.standing, made.nextEvaluation]).toEqual([
    'OB-2026-001',
    'never-evaluated',
    '2027-06-30',
  ])
  const open = await add({ applicability: 'undecided', applicabilityReason: '' })
  expect([open.standing, open.nextEvaluation, open.findings.map(({ code }) => code)]).toEqual([
    'undecided',
    null,
    ['compliance.obligation.finding.undecided'],
  ])
})

it('O2 a changed text is a new version, the old one and its file stay, and it is to be evaluated anew', async () => {
  const { api } = plant
  const { id } = await add()
  await evaluate(id, 'met')
  const changed = await api.compliance.changeObligationText({
    id,
    title: '碳排放权交易管理条例',
    code: '国务院令第800号',
    issuer: '国务院',
    effectiveOn: '2026-07-01',
    text: '清缴期限提前',
    reason: '条例修订',
    upload: await file('条例.pdf', '条例全文'),
  })
  expect(changed.versions.map(({ number, title, fileName }) => [number, title, fileName])).toEqual([
    [1, '碳排放权交易管理暂行条例', null],
    [2, '碳排放权交易管理条例', '条例.pdf'],
  ])
  expect(changed.findings.map(({ code }) => code)).toContain('compliance.obligation.finding.text-newer')
  expect((await refusalOf(api.compliance.removeObligation({ id }))).code).toBe('compliance.obligation-kept')
})

it('O3 an evaluation needs its file, is locked, and is approved by another', async () => {
  const { api } = plant
  const { id } = await add()
  const bare = { obligation: id, finding: '口头了解', proof: '无', evaluatedOn: '2026-06-30', uploads: [] }
  expect((await refusalOf(api.compliance.evaluateObligation({ ...bare, result: 'met' }))).code).toBe(
    'compliance.evaluation-without-proof',
  )
  const { evaluations } = await evaluate(id, 'met')
  const evaluation = evaluations[0]!.id
  const { attachments } = await api.desk.aboutRecord({ record: `compliance/evaluation/${evaluation}` })
  expect(attachments.map(({ name }) => name)).toEqual(['回执.pdf'])
  const approve = (who: TestBackend['api']) =>
    who.compliance.approveEvaluation({ id: evaluation, aloneReason: null })
  expect((await refusalOf(approve(api))).code).toBe('compliance.own-evaluation')
  await api.desk.detach({ id: attachments[0]!.id })
  expect((await refusalOf(approve(other.api))).code).toBe('compliance.evaluation-without-proof')
  const body = new Blob(['回执']).stream()
  const upload = await stageUpload(plant.folder, { name: '回执.pdf', type: 'application/pdf', body })
  const again = await api.desk.attach({
    record: `compliance/evaluation/${evaluation}`,
    upload,
    note: null,
  })
  expect((await approve(other.api)).evaluations[0]!.approvedBy).toBe(other.userId)
  expect((await refusalOf(approve(other.api))).code).toBe('compliance.evaluation-approved')
  expect((await refusalOf(api.desk.detach({ id: again }))).code).toBe('kernel.record-final')
})

it('O4 a result not met asks for a nonconformity until one is linked with it', async () => {
  const { id } = await add()
  const judged = await evaluate(id, 'not-met')
  expect([judged.standing, judged.findings.map(({ code }) => code)]).toEqual([
    'not-met',
    ['compliance.obligation.finding.unanswered', 'compliance.obligation.finding.no-owner'],
  ])
  const evaluation = judged.evaluations[0]!
  plant.backend.spine
    .store()
    .sqlite.prepare(
      `INSERT INTO kernel_links (id, from_record, relation, to_record) VALUES ('x', 'nonconformity/nonconformity/1', 'follows-from', ?)`,
    )
    .run(`compliance/evaluation/${evaluation.id}`)
  expect((await named(id)).findings.map(({ code }) => code)).toEqual([
    'compliance.obligation.finding.no-owner',
  ])
})

it('R-RV-5 an obligation or evaluation past its date is a task, and counted on the start page', async () => {
  const { api } = plant
  const { id, number } = await add({ nextReview: '2026-08-15' })
  expect(tasksOn('2026-07-14', number)).toEqual([])
  expect(tasksOn('2026-07-15', number)).toEqual([['compliance.task.review', '2026-08-15']])
  expect(tasksOn('2027-01-05', number)).toEqual([
    ['compliance.task.review', '2026-08-15'],
    ['compliance.task.evaluate', '2026-12-30'],
  ])
  await api.compliance.reviewObligation({ id, conclusion: '仍然有效', nextReview: '2027-08-15' })
  await evaluate(id, 'met')
  expect(tasksOn('2027-01-05', number)).toEqual([['compliance.task.evaluate', '2026-12-30']])
  expect(
    (await refusalOf(api.compliance.reviewObligation({ id, conclusion: '同上', nextReview: '2026-06-30' })))
      .code,
  ).toBe('compliance.review-past')
})

it('O5 a yearly deadline counts down to the last day that is worked, until it is on record as done', async () => {
  const { api } = plant
  const { id, number } = await add()
  const made = await api.compliance.addDeadline({
    obligation: id,
    what: '完成配额清缴',
    rule: { kind: 'yearly', monthDay: '12-31' },
    leadDays: 60,
    owner: null,
  })
  const deadline = made.deadlines[0]!
  const due = (today: string) =>
    tasksOn(today, number).filter(([code]) => code === 'compliance.task.deadline')
  expect(due('2026-10-31')).toEqual([])
  expect(due('2026-11-01')).toEqual([['compliance.task.deadline', '2026-12-31']])
  const kept = { id: deadline.id, due: '2026-12-31', doneOn: '2026-06-30', note: '提前清缴，回执 88' }
  expect((await refusalOf(api.compliance.fulfilDeadline({ ...kept, due: '2026-12-30' }))).code).toBe(
    'compliance.not-due',
  )
  expect((await api.compliance.fulfilDeadline(kept)).deadlines[0]!.fulfilments).toHaveLength(1)
  expect((await refusalOf(api.compliance.fulfilDeadline(kept))).code).toBe('compliance.already-fulfilled')
  expect(due('2026-12-01')).toEqual([])
  expect(nextDue((await named(id)).deadlines[0]!, '2026-12-01')).toBe('2027-12-31')
})

it('O6 due days follow the rule, from the registration to the end, and never a day twice', () => {
  const year = fc.integer({ min: 2020, max: 2030 })
  const monthDay = fc.constantFrom('02-29', '03-31', '12-31', '01-01', '06-15')
  fc.assert(
    fc.property(year, monthDay, year, (first, on, last) => {
      const known: Deadline = {
        id: '' as Deadline['id'],
        what: '',
        rule: { kind: 'yearly', monthDay: on },
        leadDays: 0,
        owner: null,
        since: `${first}-02-01`,
        endedOn: null,
        fulfilments: [],
      }
      const days = dueDays(known, `${last}-12-31`)
      expect(new Set(days).size).toBe(days.length)
      expect(days.every((day) => day >= known.since && day <= `${last}-12-31`)).toBe(true)
      expect(days.every((day) => day.slice(5, 7) === on.slice(0, 2))).toBe(true)
      const asked = on === '01-01' ? Math.max(0, last - first) : Math.max(0, last - first + 1)
      expect(days).toHaveLength(asked)
    }),
  )
})

it('O7 the working day before a legal day is worked and none between them is', () => {
  const { calendar } = at('2026-06-30')
  for (let on = '2026-01-05'; on < '2026-12-31'; on = dayAfter(on)) {
    const found = workingDayBefore(calendar, on)
    expect(isWorkingDay(calendar, found)).toBe(true)
    for (let between = dayAfter(found); found < on && between <= on; between = dayAfter(between))
      expect(isWorkingDay(calendar, between)).toBe(false)
  }
})

it('O8 the library is taken over by choice, once, with its deadlines and its source', async () => {
  const { api } = plant
  const take = () => api.compliance.takeObligations({ refs: ['ets-notice-2026'], language: 'zh' })
  const [taken] = await take()
  expect([taken!.standing, taken!.deadlines.map(({ rule }) => rule)]).toEqual([
    'undecided',
    [
      { kind: 'yearly', monthDay: '03-31' },
      { kind: 'yearly', monthDay: '12-31' },
      { kind: 'yearly', monthDay: '12-31' },
    ],
  ])
  // Nobody is asked for what is not judged to apply.
  expect(tasksOn('2026-12-15', taken!.number).map(([code]) => code)).toEqual(['compliance.task.review'])
  expect((await refusalOf(take())).code).toBe('compliance.entry-taken')
  const { entries } = await api.compliance.obligationLibrary({})
  expect(entries.filter(({ isTaken }) => isTaken).map(({ ref }) => ref)).toEqual(['ets-notice-2026'])
  expect(entries.every(({ source, verification }) => source !== '' && verification !== 'verified')).toBe(true)
})

it('O9 an obligation made of a need leads back to it', async () => {
  const from = `compliance/obligation/${(await add()).id}`
  const made = await plant.api.compliance.addObligation({ ...obligationLike, from, upload: null })
  expect(made.linked).toEqual([from])
})

it('O10 signals and the management review say how obligations stand, by subsystem and year', async () => {
  const { read } = plant.backend.spine.store()
  const said = obligationSignals(read, { today: '2026-06-30' })
  const of = (requirement: string) => signalOf(said, requirement)
  expect(said.filter(({ code }) => !(code in obligationTexts))).toEqual([])
  expect(of('4.2-1')).toEqual([false, 'compliance.signal.undecided'])
  expect(of('4.2-3')).toEqual([true, 'compliance.signal.applied'])
  expect(of('4.2-5')).toEqual([true, 'compliance.signal.reviewed'])
  expect(of('9.1.2-c')).toEqual([true, 'compliance.signal.answered'])
  expect(of('9.1.2-p2')).toEqual([false, 'compliance.signal.unapproved'])
  const evidenced = said.filter(
    ({ about }) => 'evidence' in about && about.evidence === 'compliance-obligation',
  )
  expect(
    evidenced.filter(({ isMet }) => isMet).map(({ about }) => 'evidence' in about && about.subsystem),
  ).toEqual(['core', 'emission'])
  const [input] = obligationReviewInputs(read, {
    from: '2026-01-01',
    to: '2027-01-01',
    ...at('2026-06-30'),
  })
  const told = [...input!.lines, ...input!.series]
  expect(told.filter(({ code }) => !(code in obligationTexts))).toEqual([])
  expect([input!.topic, input!.subsystem, input!.series[0]!.periods]).toEqual([
    'compliance',
    'emission',
    ['2026'],
  ])
  expect(input!.series.map(({ values }) => values[0])).toEqual(['3', '0', '1', '0'])
  expect(new Set(input!.lines.map(({ code }) => code))).toEqual(
    new Set([
      'compliance.review.new',
      'compliance.review.changed',
      'compliance.review.met',
      'compliance.review.not-met',
    ]),
  )
})
