import fc from 'fast-check'
import { afterAll, beforeAll, expect, it } from 'vitest'

import { workCalendarOf } from '#electron/kernel/work-calendar'
import { riskTasks } from '#electron/risks/offers'
import { riskReviewInputs } from '#electron/risks/review-input'
import { riskSignals } from '#electron/risks/signals'
import { type Criteria, levelOf, levels } from '#shared/risks/criteria'
import { matrixOf } from '#shared/risks/matrix'
import { treatmentActs, treatmentAfter, treatmentStates, treatmentTransitions } from '#shared/risks/risk'
import { risksTexts } from '#shared/risks/texts'
import {
  administrator,
  refusalOf,
  type SignedIn,
  startBackend,
  type TestBackend,
} from '#test/support/backend'
import { signalOf } from '#test/support/signals'

import { addRisk, criteriaLike, personNamed, treatmentLike } from './support.ts'

let plant: TestBackend
let other: SignedIn
beforeAll(async () => {
  plant = await startBackend()
  other = await plant.signInAs(['management-representative'])
})
afterAll(() => plant.close())

const rating = { likelihood: 4, impact: 4, reason: '连续两年上涨' }
const named = async (id: string) => (await plant.api.risks.risks({})).find((each) => each.id === id)!

it('K1 nothing is rated before criteria are written, and each version stays', async () => {
  const { api } = plant
  const { read } = plant.backend.spine.store()
  expect(riskSignals(read, { today: '2026-06-30' }).some(({ isMet }) => isMet)).toBe(false)
  const { id, number, standing } = await addRisk(api)
  expect([number, standing]).toEqual(['RK-2026-001', 'unrated'])
  expect((await refusalOf(api.risks.rateRisk({ id, ...rating }))).code).toBe('risks.no-criteria')
  await api.risks.setCriteria(criteriaLike)
  expect((await refusalOf(api.risks.setCriteria({ ...criteriaLike, highFrom: 26 }))).code).toBe(
    'risks.out-of-scale',
  )
  const rated = await api.risks.rateRisk({ id, ...rating })
  expect(rated.ratings[0]).toMatchObject({ points: 16, level: 'high', criteria: 1, occasion: 'initial' })
  expect(rated.nextReview).toBe('2026-09-30')
  await api.risks.setCriteria({ ...criteriaLike, mediumFrom: 8, highFrom: 20, reason: '按去年情况放宽' })
  const kept = await named(id)
  expect([kept.ratings[0]!.level, kept.findings.map(({ code }) => code)]).toEqual([
    'high',
    ['risks.gap', 'risks.no-owner', 'risks.older-criteria'],
  ])
  expect((await api.risks.rateRisk({ id, ...rating })).ratings.at(-1)).toMatchObject({
    level: 'medium',
    criteria: 2,
    occasion: 'review',
  })
  await api.risks.setCriteria({ ...criteriaLike, reason: '恢复' })
})

it('K2 a risk above its limit without a treatment is a gap, until it is treated or accepted', async () => {
  const { api } = plant
  const { id } = await addRisk(api, { title: '锅炉数据丢失', class: 'operational' })
  expect((await api.risks.rateRisk({ id, ...rating })).standing).toBe('gap')
  const treated = await api.risks.addTreatment({ ...treatmentLike, risk: id })
  expect(treated.standing).toBe('treating')
  const [treatment] = treated.treatments
  expect((await api.risks.dropTreatment({ id: treatment!.id, reason: '无预算' })).standing).toBe('gap')
  expect((await api.risks.acceptRisk({ id, reason: '影响可由备份弥补' })).standing).toBe('watched')
  // A new rating asks anew.
  expect((await api.risks.rateRisk({ id, ...rating })).standing).toBe('gap')
  expect((await api.risks.resumeTreatment({ id: treatment!.id })).standing).toBe('treating')
})

it('K3 each class has the limit that the criteria give it', async () => {
  const { api } = plant
  const { id } = await addRisk(api, { title: '失信记录', class: 'credit' })
  expect((await api.risks.rateRisk({ id, likelihood: 1, impact: 5, reason: '曾逾期一次' })).standing).toBe(
    'gap',
  )
  expect((await api.risks.rateRisk({ id, likelihood: 1, impact: 4, reason: '已更正' })).standing).toBe(
    'watched',
  )
  expect((await refusalOf(api.risks.acceptRisk({ id, reason: '不必' }))).code).toBe('risks.nothing-to-accept')
})

it('R-SD-5 the effect is judged by somebody else than who carried it out or answers for it', async () => {
  const { api } = plant
  const { id } = await addRisk(api, { title: '计量仪表停机' })
  await api.risks.rateRisk({ id, ...rating })
  const owner = await personNamed(api, administrator.name)
  const { treatments } = await api.risks.addTreatment({ ...treatmentLike, risk: id, owner })
  const treatment = treatments[0]!.id
  const check = {
    id: treatment,
    isEffective: true,
    note: '三个月无停机',
    rating: { likelihood: 1, impact: 4 },
    aloneReason: null,
  }
  expect((await refusalOf(other.api.risks.checkTreatment(check))).code).toBe('risks.treatment-cannot')
  await other.api.risks.finishTreatment({ id: treatment, doneOn: '2026-06-20', note: '已安装备用表' })
  // The one carried it out, the other answers for it.
  expect((await refusalOf(other.api.risks.checkTreatment(check))).code).toBe('risks.own-work')
  expect((await refusalOf(api.risks.checkTreatment(check))).code).toBe('risks.own-work')
  const third = await plant.signInAs(['management-representative'])
  const checked = await third.api.risks.checkTreatment(check)
  expect(checked.ratings.at(-1)).toMatchObject({ occasion: 'residual', points: 4, level: 'low' })
  expect([checked.standing, checked.treatments[0]!.state]).toEqual(['watched', 'effective'])
})

it('R-SD-5 who is alone in the plant says why, and the reason stays', async () => {
  const alone = await startBackend()
  const { api } = alone
  await api.risks.setCriteria(criteriaLike)
  const { id } = await addRisk(api)
  const { treatments } = await api.risks.addTreatment({ ...treatmentLike, risk: id })
  const treatment = treatments[0]!.id
  await api.risks.finishTreatment({ id: treatment, doneOn: '2026-06-20', note: '已采购' })
  const check = { id: treatment, isEffective: false, note: '均价仍高', rating: { likelihood: 4, impact: 4 } }
  expect((await refusalOf(api.risks.checkTreatment({ ...check, aloneReason: null }))).code).toBe(
    'risks.alone-without-reason',
  )
  const checked = await api.risks.checkTreatment({ ...check, aloneReason: '只有一名碳管理员' })
  expect([checked.treatments[0]!.aloneReason, checked.standing]).toEqual(['只有一名碳管理员', 'gap'])
  await alone.close()
})

it('K4 what was rated or treated is closed, not removed; what is still treated is not closed', async () => {
  const { api } = plant
  const { id } = await addRisk(api, { title: '误登记' })
  await api.risks.removeRisk({ id })
  const kept = await addRisk(api, { title: '设备老化' })
  const { treatments } = await api.risks.addTreatment({ ...treatmentLike, risk: kept.id })
  expect((await refusalOf(api.risks.removeRisk({ id: kept.id }))).code).toBe('risks.kept')
  expect((await refusalOf(api.risks.closeRisk({ id: kept.id, reason: '已更换' }))).code).toBe(
    'risks.still-treated',
  )
  await api.risks.dropTreatment({ id: treatments[0]!.id, reason: '设备已更换' })
  await api.risks.closeRisk({ id: kept.id, reason: '已更换' })
  expect((await refusalOf(api.risks.rateRisk({ id: kept.id, ...rating }))).code).toBe('risks.closed')
  expect((await api.risks.reopenRisk({ id: kept.id })).closedOn).toBeNull()
})

it('K5 a risk that follows from another record is linked with it, and found by others', async () => {
  const { api } = plant
  const origin = await addRisk(api, { title: '政策收紧', class: 'strategic' })
  const from = `risks/risk/${origin.id}`
  const made = await api.risks.addRisk({
    ...treatmentRisk,
    from,
    endangers: [],
  })
  expect(made.linked).toEqual([from])
  const about = await api.desk.aboutRecord({ record: from })
  expect(about.links.map(({ relation, other: end }) => [relation, end?.title])).toEqual([
    ['follows-from', '采购计划落空'],
  ])
  await api.risks.removeRisk({ id: made.id })
  expect((await api.desk.aboutRecord({ record: from })).links).toEqual([])
})
const treatmentRisk = {
  kind: 'risk',
  title: '采购计划落空',
  class: 'financial',
  subsystem: 'trading',
  aim: 'prevent',
  cause: '政策收紧',
  effect: '买不到配额',
  node: null,
  owner: null,
} as const

it('K6 reviews, treatments and checks are tasks on their day, and done once they were done', async () => {
  const { api } = plant
  const { id, number } = await addRisk(api, { title: '任务' })
  await api.risks.rateRisk({ id, ...rating })
  const { treatments } = await api.risks.addTreatment({ ...treatmentLike, risk: id })
  const { read } = plant.backend.spine.store()
  const openOn = (today: string) =>
    riskTasks(read, { today, calendar: workCalendarOf(read), around: plant.backend.spine.around })
      .filter(({ facts, isDone }) => facts['number'] === number && !isDone)
      .map(({ code, due }) => [code, due])
  expect(openOn('2026-08-29')).toEqual([])
  expect(openOn('2026-08-30')).toEqual([
    ['risks.task.review', '2026-09-30'],
    ['risks.task.treat', '2026-09-30'],
  ])
  await api.risks.rateRisk({ id, ...rating, likelihood: 1 })
  await api.risks.finishTreatment({ id: treatments[0]!.id, doneOn: '2026-06-28', note: '已采购' })
  expect(openOn('2026-12-01')).toEqual([['risks.task.check', '2026-12-31']])
})

it('K7 the credit record keeps every answer, and asks for each line again after a year', async () => {
  const { api } = plant
  const answer = { item: 'penalty', outcome: 'clean', result: '无处罚', source: '信用中国' } as const
  expect((await refusalOf(api.risks.recordCreditCheck({ ...answer, checkedOn: '2027-06-01' }))).code).toBe(
    'risks.not-yet',
  )
  await api.risks.recordCreditCheck({ ...answer, checkedOn: '2026-06-01' })
  await api.risks.recordCreditCheck({ ...answer, checkedOn: '2026-06-20', result: '仍无处罚' })
  expect((await api.risks.creditChecks({})).map(({ result }) => result)).toEqual(['无处罚', '仍无处罚'])
})

it('K8 every transition of a treatment is one that the model names', () => {
  for (const state of treatmentStates)
    for (const act of treatmentActs) {
      const named: Readonly<Record<string, string>> = treatmentTransitions[state]
      expect(treatmentAfter(state, act)).toBe(named[act] ?? null)
    }
})

it('K9 a cell of the matrix holds just those rated there, and levels rise with points', () => {
  const grades = fc.tuple(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 1, max: 5 }))
  const criteria: Criteria = { ...criteriaLike, number: 1, madeBy: '', madeAt: '' }
  const unsaid = {
    reason: '',
    number: 1,
    occasion: 'initial',
    criteria: 1,
    on: '',
    madeBy: '',
    madeAt: '',
  } as const
  fc.assert(
    fc.property(fc.array(grades, { maxLength: 20 }), (all) => {
      const risks = all.map(([likelihood, impact]) => ({
        ratings: [
          {
            ...unsaid,
            likelihood,
            impact,
            points: likelihood * impact,
            level: levelOf(likelihood * impact, criteria),
          },
        ],
      }))
      const { rows, outside } = matrixOf(risks, criteria)
      const cells = rows.flat()
      expect(outside).toEqual([])
      expect(cells.reduce((sum, cell) => sum + cell.risks.length, 0)).toBe(risks.length)
      for (const { likelihood, impact, risks: own } of cells)
        expect(
          own.every(({ ratings: [only] }) => only?.likelihood === likelihood && only.impact === impact),
        ).toBe(true)
      const byPoints = cells.toSorted((a, b) => a.points - b.points).map(({ level }) => levels.indexOf(level))
      expect(byPoints).toEqual(byPoints.toSorted((a, b) => a - b))
    }),
  )
})

it('K10 signals say of each class, aim and credit line whether it is covered, and why not', async () => {
  const { read } = plant.backend.spine.store()
  const said = riskSignals(read, { today: '2026-06-30' })
  const of = (requirement: string) => signalOf(said, requirement)
  expect(said.filter(({ code }) => !(code in risksTexts))).toEqual([])
  expect(of('6.5.2-b')).toEqual([true, 'risks.signal.criteria'])
  expect(of('6.5.1.2-c')).toEqual([true, 'risks.signal.some-class-financial'])
  expect(of('6.5.1.2-d')).toEqual([false, 'risks.signal.no-class-market'])
  expect(of('6.5.1.1-3')).toEqual([false, 'risks.signal.no-aim-improve'])
  expect(of('6.5.1.2-f-3')).toEqual([true, 'risks.signal.credit-asked'])
  expect(of('6.5.1.2-f-6')).toEqual([false, 'risks.signal.credit-unasked'])
  expect(of('6.5.2-a')).toEqual([false, 'risks.signal.reviews-late'])
  const subsystems = said.flatMap(({ about, isMet }) =>
    'evidence' in about && isMet ? [about.subsystem] : [],
  )
  expect(subsystems).toEqual(['core', 'trading'])
})

it('K11 a review is told what is new, what rose or fell, which treatments worked, and the trend', async () => {
  const { store, around } = plant.backend.spine
  const { read } = store()
  const inputs = riskReviewInputs(read, {
    from: '2026-01-01',
    to: '2026-07-01',
    today: '2026-06-30',
    around,
  })
  expect(
    inputs.flatMap(({ lines, series }) => [...lines, ...series]).filter(({ code }) => !(code in risksTexts)),
  ).toEqual([])
  expect(inputs.map(({ topic, subsystem }) => [topic, subsystem])).toEqual([['context-and-risks', 'trading']])
  const codes = new Set(inputs[0]!.lines.map(({ code }) => code))
  expect([...codes].toSorted()).toEqual(['risks.review.new-risk', 'risks.review.worked'].toSorted())
  const later = riskReviewInputs(read, {
    from: '2026-07-01',
    to: '2027-01-01',
    today: '2026-12-31',
    around,
  })
  expect(later[0]!.lines.every(({ code }) => code === 'risks.review.gap')).toBe(true)
  const high = later[0]!.series.find(({ code }) => code === 'risks.review.series-high')!
  expect(high.periods).toEqual(['2026-07', '2026-08', '2026-09', '2026-10', '2026-11'])
})
