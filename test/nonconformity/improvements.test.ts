import { afterAll, beforeAll, expect, it } from 'vitest'

import { workCalendarOf } from '#electron/kernel/work-calendar'
import { nonconformityTasks } from '#electron/nonconformity/due-tasks'
import { nonconformityReviewInputs, nonconformitySignals } from '#electron/nonconformity/offered'
import type { NewImprovement } from '#shared/nonconformity/improvement'
import { clauseCounts, ideaYears, monthlyCounts } from '#shared/nonconformity/summary'
import { refusalOf } from '#test/support/backend'

import { type Plant, startPlant } from './support.ts'

let plant: Plant
beforeAll(async () => {
  plant = await startPlant()
})
afterAll(() => plant.backend.close())

const idea: NewImprovement = {
  title: '余热回收',
  idea: '空压机余热用于浴室热水',
  source: 'suggestion',
  origin: null,
  subsystem: 'emission',
  node: null,
  benefit: '每年少用蒸汽 800 t',
  cost: '12 万元',
  raisedBy: null,
}
const db = () => plant.backend.backend.spine.store().read
const at = () => ({
  from: '2026-01-01',
  to: '2026-07-01',
  today: '2026-06-30',
  around: plant.backend.backend.spine.around,
})
const codes = () => nonconformitySignals(db(), at()).map(({ code, isMet }) => [code.split('.').at(-1), isMet])

it('IM1 before anything is on record, the register shows nothing of clause 10', () => {
  expect(codes()).toEqual([
    ['none', false],
    ['no-effect', false],
    ['no-idea', false],
  ])
  expect(nonconformityReviewInputs(db(), at()).flatMap(({ lines }) => lines)).toEqual([])
})

it('IM2 anybody suggests; a refusal has its reason, an acceptance its owner and date', async () => {
  const { api, backend, person } = plant
  const viewer = await backend.signInAs(['viewer'])
  const { id, number, answerBy } = await viewer.api.nonconformity.suggest(idea)
  expect([number, answerBy]).toEqual(['IM-2026-001', '2026-07-30'])
  const decide = { id, owner: null, due: null }
  await expect(
    api.nonconformity.decideImprovement({ ...decide, isAccepted: false, reason: ' ' }),
  ).rejects.toMatchObject({ code: 'BAD_REQUEST' })
  await expect(
    api.nonconformity.decideImprovement({ ...decide, isAccepted: true, reason: '' }),
  ).rejects.toMatchObject({ code: 'BAD_REQUEST' })
  const refused = await api.nonconformity.decideImprovement({
    ...decide,
    isAccepted: false,
    reason: '热水已够',
  })
  expect([refused.state, refused.reason]).toEqual(['refused', '热水已够'])
  const accepted = { ...decide, isAccepted: true, reason: '', owner: person, due: '2026-12-31' }
  expect((await api.nonconformity.decideImprovement(accepted)).state).toBe('accepted')
  await api.nonconformity.finishImprovement({ id, doneOn: '2026-06-30', effect: '已投用' })
  expect((await refusalOf(api.nonconformity.withdrawSuggestion({ id }))).code).toBe(
    'nonconformity.idea-cannot',
  )
  const judging = { id, isEffective: true, effect: '六月少用蒸汽 66 t' }
  expect((await refusalOf(api.nonconformity.judgeImprovement(judging))).code).toBe('nonconformity.own-work')
  const auditor = await backend.signInAs(['internal-auditor'])
  const judged = await auditor.api.nonconformity.judgeImprovement(judging)
  expect([judged.state, judged.isEffective]).toEqual(['judged', true])
  expect(ideaYears([judged])).toEqual([
    { year: 2026, proposed: 1, accepted: 1, refused: 0, done: 1, effective: 1 },
  ])
})

it('IM3 what is late turns the signals, and what is due stands in the list of tasks', async () => {
  const { raise } = plant
  const { id, number } = await raise({ due: '2026-06-29' })
  expect(codes()).toEqual([
    ['late', false],
    ['no-effect', false],
    ['decided', true],
  ])
  await plant.contain(id)
  await plant.analyse(id)
  await plant.plan(id)
  const tasks = nonconformityTasks(db(), {
    ...at(),
    calendar: workCalendarOf(db()),
  })
  const own = tasks.filter(({ facts }) => facts['number'] === number)
  expect(own.map(({ code, due, isDone }) => [code.split('.').at(-1), due, isDone])).toEqual([
    ['contain', '2026-07-02', true],
    ['close', '2026-06-29', false],
    ['act', '2026-07-31', false],
  ])
})

it('IM4 the review is laid the counts and open cases of each subsystem, and of all together', () => {
  const [core, ofCore, emission] = nonconformityReviewInputs(db(), at())
  expect([core!.topic, core!.subsystem, ofCore!.topic, emission!.subsystem]).toEqual([
    'nonconformities',
    'core',
    'improvement',
    'emission',
  ])
  expect(core!.lines[0]).toMatchObject({ facts: { found: 1, open: 1, late: 1 } })
  expect(core!.series.map(({ values }) => values.at(-1))).toEqual(['1', '0'])
})

it('IM5 cases are counted by month, and by clause whichever requirement of it they name', async () => {
  const cases = await plant.api.nonconformity.cases({})
  expect(monthlyCounts(cases, '2026-07-15', 3)).toEqual([
    { month: '2026-05', found: 0, closed: 0 },
    { month: '2026-06', found: cases.length, closed: 0 },
    { month: '2026-07', found: 0, closed: 0 },
  ])
  const [first] = cases
  const counted = clauseCounts([
    { ...first!, requirements: ['9.1.1-p1', '9.1.1'] },
    { ...first!, requirements: ['10.2-a'], foundOn: '2025-03-01' },
    { ...first!, requirements: ['9.1.1'], foundOn: '2025-03-01' },
  ])
  expect(counted.map(({ clause, count }) => [clause, count])).toEqual([
    ['9.1.1', 2],
    ['10.2', 1],
  ])
})
