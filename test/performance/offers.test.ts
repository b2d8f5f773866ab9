import { afterAll, beforeAll, expect, it } from 'vitest'

import { workCalendarOf } from '#electron/kernel/work-calendar'
import { performanceTasks } from '#electron/performance/due-tasks'
import { performanceRecords } from '#electron/performance/records'
import { performanceReviewInputs } from '#electron/performance/review-inputs'
import { performanceSignals } from '#electron/performance/signals'
import { reviewInput } from '#shared/kernel/review-input'
import { texts } from '#shared/texts'
import { administrator, finish } from '#test/support/backend'

import { changeLike, criterionLike } from './operation-support.ts'
import { type Plant, startPlant, targetLike } from './support.ts'

let plant: Plant
beforeAll(async () => {
  plant = await startPlant()
  await plant.year(2024, '1000', '10', '400')
  await plant.year(2025, '900', '10', '420')
})
afterAll(() => plant.backend.close())

const spine = () => plant.backend.backend.spine
function signals(): ReadonlyMap<string, boolean> {
  const said = performanceSignals(spine().store().read, { today: '2026-06-30' })
  return new Map(
    said.map(({ about, isMet }) => [
      'evidence' in about ? `${about.evidence} ${about.subsystem}` : about.requirement,
      isMet,
    ]),
  )
}
function inputs() {
  const span = { from: '2026-01-01', to: '2027-01-01', today: '2026-06-30', around: spine().around }
  return performanceReviewInputs(spine().store().read, span)
}
const words = new Set(Object.keys(texts))

it('F1 an empty area shows nothing to be met, and says nothing of changes while there are none', () => {
  const said = signals()
  expect([...said.values()].some(Boolean)).toBe(false)
  expect(said.has('change-record all')).toBe(false)
  expect(said.get('operation-criteria core')).toBe(false)
})

it('F2 what is on record meets what is asked, and an unjudged change is out of control', async () => {
  const { api, bought } = plant
  const { id: indicator } = await plant.indicator()
  const objective = await plant.objective()
  await api.performance.addTarget({
    ...targetLike,
    objective: objective.id,
    indicator,
    kind: 'intensity',
    unit: 'tCO2e/t',
    baseValue: '2',
    value: '1',
  })
  const measure = await plant.measure(objective, {})
  await api.performance.decideMeasure({ id: measure.id, to: 'approved', note: '' })
  plant.backend.clock.advance(60)
  const { password } = administrator
  await finish(api.performance.publishObjective({ id: objective.id, toldTo: '全体', password }))
  await api.performance.addCriterion({ ...criterionLike, parameter: bought.id })
  const change = await api.performance.recordChange(changeLike)
  expect(signals().get('change-record all')).toBe(false)
  await api.performance.judgeChange({ id: change.id, major: false, reason: '影响小', subsystems: [] })
  const said = signals()
  const met = ['indicator all', 'objective all', 'action-plan all', 'reduction-measure all']
  expect([...met, 'change-record all', 'operation-criteria core'].map((each) => said.get(each))).toEqual(
    Array.from({ length: 6 }, () => true),
  )
  expect(said.get('baseline all')).toBe(false)
})

it('F3 a review is laid attainment, indicators year by year, the state of measures and what changed', () => {
  const said = inputs()
  expect(said.map(({ topic }) => topic)).toEqual(['objectives', 'performance', 'plans', 'context-and-risks'])
  expect(said.every((each) => reviewInput.safeParse(each).success)).toBe(true)
  const [objectives, performance, plans, context] = said
  expect(objectives!.lines[0]!.facts['year']).toBe(2025)
  expect(performance!.series[0]!.periods).toEqual(['2024', '2025'])
  expect(performance!.series[0]!.values.every((value) => value !== null)).toBe(true)
  expect(performance!.isProvisional).toBe(true)
  expect(plans!.lines.map(({ code }) => code)).toEqual(['performance.review.measure-approved'])
  expect(context!.lines.map(({ code }) => code)).toEqual(['performance.review.change-minor'])
})

it('F4 every word that is offered to others is worded, and every record is named', () => {
  const { store, around } = spine()
  const { read } = store()
  const at = { today: '2026-06-30', calendar: workCalendarOf(read), around }
  const records = performanceRecords(read, around)
  const codes = [
    ...performanceSignals(read, at).map(({ code }) => code),
    ...inputs().flatMap(({ lines, series }) => [...lines, ...series].map(({ code }) => code)),
    ...performanceTasks(read, at).map(({ code }) => code),
    ...records.flatMap(({ kind, state }) => (state === null ? [kind] : [kind, state])),
  ]
  expect(codes.filter((code) => !words.has(code))).toEqual([])
  expect(new Set(records.map(({ record }) => record)).size).toBe(records.length)
  expect([...new Set(records.map(({ kind }) => kind))]).toEqual([
    'performance.kind.indicator',
    'performance.kind.objective',
    'performance.kind.measure',
    'performance.kind.change',
    'performance.kind.criterion',
  ])
})
