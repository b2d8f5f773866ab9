import { afterAll, beforeAll, expect, it } from 'vitest'

import { auditTasks } from '#electron/audits/due-tasks'
import { auditsReviewInputs, auditsSignals } from '#electron/audits/offered'
import { allPlanned } from '#electron/audits/programme'
import { workCalendarOf } from '#electron/kernel/work-calendar'
import type { AuditId } from '#shared/audits/audit'
import { suggestedTimes } from '#shared/audits/programme'
import { finish, refusalOf } from '#test/support/backend'

import { plannedLike, type Plant, programmeLike, reportLike, startPlant } from './support.ts'

let plant: Plant
beforeAll(async () => {
  plant = await startPlant()
})
afterAll(() => plant.close())

const today = '2026-06-30'
const spine = () => plant.backend.spine
const read = () => spine().store().read
const signalsOf = (evidence: string, on = today) =>
  auditsSignals(read(), { today: on }).filter(
    ({ about }) => 'evidence' in about && about.evidence === evidence,
  )
const tasksOn = (on: string) =>
  auditTasks(read(), { today: on, calendar: workCalendarOf(read()), around: spine().around })
    .filter(({ begins }) => begins <= on)
    .map(({ code, due, isDone }) => `${code} ${due} ${isDone}`)

async function reported(id: AuditId): Promise<void> {
  const { auditor } = plant
  const [first] = await plant.api.audits.checklist({ audit: id })
  await plant.answer(first!, { verdict: 'observation', note: '签到表不全', department: '体系办公室' })
  await auditor.api.audits.saveReport({ id, report: reportLike })
  await finish(auditor.api.audits.signReport({ id, signedFor: null, password: 'Plant-2026 first' }))
}

it('a programme needs its five parts and at least one audit; a change asks for a new approval, and what was approved stays', async () => {
  const { api, password } = plant
  const { id } = await api.audits.beginProgramme({ ...programmeLike, year: 2026, duty: '' })
  const approve = () => finish(api.audits.approveProgramme({ id, password }))
  expect(await refusalOf(approve())).toMatchObject({
    code: 'audits.programme-incomplete',
    facts: { missing: 1 },
  })
  await api.audits.editProgramme({ ...programmeLike, id })
  expect((await refusalOf(approve())).code).toBe('audits.programme-empty')
  const elsewhere = api.audits.addPlanned({ ...plannedLike, programme: id, month: '2027-01' })
  expect((await refusalOf(elsewhere)).code).toBe('audits.planned-elsewhere')
  expect(signalsOf('audit-programme')[0]).toMatchObject({ isMet: false, code: 'audits.signal.no-programme' })
  await api.audits.addPlanned({ ...plannedLike, programme: id })
  await approve()
  expect(signalsOf('audit-programme')[0]).toMatchObject({ isMet: true })
  await api.audits.addPlanned({ ...plannedLike, programme: id, month: '2026-11', title: '下半年审核' })
  const [changed] = await api.audits.programmes({})
  expect([changed!.state, changed!.versions.length]).toEqual(['draft', 1])
  await approve()
  expect((await api.audits.programmes({}))[0]!.versions.map(({ number }) => number)).toEqual([1, 2])
})

it('an audit that was planned for a month that is over and not carried out is overdue', () => {
  expect(allPlanned(read(), '2026-07-01').map(({ month, standing }) => `${month} ${standing}`)).toEqual([
    '2026-06 overdue',
    '2026-11 planned',
  ])
  expect(signalsOf('audit-programme', '2026-07-01')[0]).toMatchObject({
    isMet: false,
    code: 'audits.signal.programme-late',
  })
  expect(tasksOn('2026-07-01')).toContain('audits.task.planned 2026-06-30 false')
})

it('R-RV-7 the next audit is due when the interval since the last one is over, and a report past it no longer shows that audits are done', async () => {
  const id = await plant.plan({ title: '完整审核', subsystems: [] })
  expect(signalsOf('audit-report').every(({ isMet }) => !isMet)).toBe(true)
  expect(tasksOn('2026-06-20')).toContain('audits.task.approve 2026-06-21 false')
  await plant.approve(id)
  expect(tasksOn('2026-06-25')).toEqual(
    expect.arrayContaining(['audits.task.session 2026-06-22 false', 'audits.task.report 2026-07-09 false']),
  )
  await plant.api.audits.send({ audit: id, what: 'plan', people: [plant.leader], due: '2026-07-02' })
  expect(tasksOn('2026-06-30')).toContain('audits.task.receive-plan 2026-07-02 false')
  await reported(id)
  const [programme] = await plant.api.audits.programmes({})
  expect(programme!.nextDue).toBe('2027-06-24')
  expect(signalsOf('audit-report').every(({ isMet }) => isMet)).toBe(true)
  expect(signalsOf('audit-report', '2027-06-25').map(({ code }) => code)).toContain(
    'audits.signal.report-late',
  )
  expect(tasksOn('2027-05-01')).not.toContain('audits.task.interval 2027-06-24 false')
  expect(tasksOn('2027-06-25')).toContain('audits.task.interval 2027-06-24 false')
})

it('earlier findings and importance suggest how often a department is audited', async () => {
  const [programme] = await plant.api.audits.programmes({})
  expect(programme!.suggestions.map(({ department, times }) => `${department} ${times}`)).toEqual([
    '生产部 2',
    '体系办公室 1',
  ])
  expect(suggestedTimes({ importance: 'low', major: 0, minor: 3 })).toBe(2)
  expect(suggestedTimes({ importance: 'high', major: 1, minor: 0 })).toBe(3)
})

it('a management review is told of the audits of its time, by subsystem, and how findings went over the years', () => {
  const inputs = auditsReviewInputs(read(), {
    from: '2026-01-01',
    to: '2027-01-01',
    today,
    around: spine().around,
  })
  const core = inputs.find(({ subsystem }) => subsystem === 'core')!
  expect(core.lines.map(({ code }) => code)).toEqual(['audits.input.audit', 'audits.input.clause'])
  expect(core.series.map(({ periods, values }) => [periods, values])).toEqual([
    [['2026'], ['0']],
    [['2026'], ['1']],
  ])
})

it('plan and report are printed as DOCX and PDF in both languages', async () => {
  const [audit] = await plant.api.audits.list({})
  for (const what of ['plan', 'report'] as const)
    for (const language of ['zh', 'en'] as const) {
      const made = await finish(plant.api.audits.print({ id: audit!.id, what, kind: 'docx', language }))
      expect(made.fileName).toMatch(/IA-2026-\d+\.docx$/)
    }
  const pdf = await finish(
    plant.api.audits.print({ id: audit!.id, what: 'report', kind: 'pdf', language: 'zh' }),
  )
  expect(pdf.fileName).toMatch(/\.pdf$/)
})
