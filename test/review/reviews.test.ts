import { readFileSync } from 'node:fs'

import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { workCalendarOf } from '#electron/kernel/work-calendar'
import { reviewReviewInputs, reviewSignals, reviewTasks } from '#electron/review/offered'
import { canonical } from '#shared/kernel/canonical'
import type { ReviewInput } from '#shared/kernel/review-input'
import {
  decisionAfter,
  decisionStates,
  monthsLater,
  reviewActs,
  reviewAfter,
  reviewStates,
} from '#shared/review/model'
import { requiredOutputs } from '#shared/review/outputs'
import { agenda, packOf } from '#shared/review/pack'
import { inputRequirements, outputRequirements } from '#shared/review/requirements'
import { texts } from '#shared/texts'
import { finish, refusalOf } from '#test/support/backend'

import { type Plant, startPlant } from './support.ts'

let plant: Plant
beforeAll(async () => {
  plant = await startPlant()
})
afterAll(() => plant.backend.close())

const db = () => plant.backend.backend.spine.store().read
const at = () => ({
  from: '2025-07-01',
  to: '2026-07-01',
  today: '2026-06-30',
  around: plant.backend.backend.spine.around,
})
const tasks = (today = at().today) => reviewTasks(db(), { ...at(), today, calendar: workCalendarOf(db()) })

describe('R-RV-7 a review is held in its interval', () => {
  it('counted from the start while there is none, and shown as due ahead of it', async () => {
    expect((await plant.api.review.reviews({})).nextDue).toBe('2027-06-30')
    expect(tasks().map(({ code }) => code)).toEqual([])
    const due = tasks('2027-06-01').map(({ code, due: on, isDone }) => [code, on, isDone])
    expect(due).toEqual([['review.task.hold', '2027-06-30', false]])
    await plant.api.review.setSettings({ interval: 6, prepare: 30 })
    expect((await plant.api.review.reviews({})).nextDue).toBe('2026-12-30')
    await plant.api.review.setSettings({ interval: 12, prepare: 45 })
  })
  it('a month that is too short has its last day', () => {
    expect([
      monthsLater('2026-08-31', 6),
      monthsLater('2027-08-31', 6),
      monthsLater('2026-05-31', -3),
    ]).toEqual(['2027-02-28', '2028-02-29', '2026-02-28'])
  })
})

it('MR1 the states of reviews and decisions lead where the model says, and nowhere from their ends', () => {
  const walked = reviewStates.flatMap((state) =>
    reviewActs.flatMap((act) => (reviewAfter(state, act) === null ? [] : [`${state} ${act}`])),
  )
  expect(walked).toEqual([
    'planned freeze',
    'planned cancel',
    'prepared freeze',
    'prepared sign',
    'prepared cancel',
  ])
  expect(decisionStates.map((state) => decisionAfter(state, 'finish'))).toEqual(['done', null, null, null])
})

it('MR2 the agenda has every topic for the whole, ten for each adopted subsystem, and earlier decisions first', () => {
  const topics = agenda(['emission', 'asset'])
  expect([topics.length, topics[0]]).toEqual([33, { topic: 'earlier-reviews', subsystem: 'core' }])
  expect(requiredOutputs(['emission', 'asset']).length).toBe(9 + 5 + 5)
})

it('MR3 a topic is empty, ready, or older than six months; what is written counts, what was only asked for does not', () => {
  const input = (facts: Partial<ReviewInput>): ReviewInput => ({
    topic: 'policy',
    subsystem: 'core',
    area: 'organization',
    lines: [{ code: 'review.line.open', facts: {}, record: null, path: '/review' }],
    series: [],
    changedAt: '2026-06-01T00:00:00.000Z',
    isProvisional: false,
    ...facts,
  })
  const standing = (inputs: readonly ReviewInput[], text?: string | null) => {
    const fill = {
      id: 'f',
      topic: 'policy',
      subsystem: 'core',
      owner: null,
      due: null,
      question: '',
    } as const
    const fills =
      text === undefined
        ? []
        : [{ ...fill, text, filledBy: null, filledAt: text === null ? null : '2026-06-30T00:00:00.000Z' }]
    const span = { asOf: '2026-06-30', from: '2025-07-01', to: '2026-07-01' }
    const { topics } = packOf(inputs, fills as never, [], span)
    const [own] = topics.filter(({ topic }) => topic === 'policy')
    return [own!.standing, own!.isProvisional]
  }
  expect(standing([])).toEqual(['empty', false])
  expect(standing([input({ lines: [] })])).toEqual(['empty', false])
  expect(standing([input({})])).toEqual(['ready', false])
  // Seven in the morning of the thirtieth, where the plant is.
  expect(standing([input({ changedAt: '2025-12-29T23:00:00.000Z' })])).toEqual(['ready', false])
  expect(standing([input({ changedAt: '2025-12-29T15:00:00.000Z' })])).toEqual(['old', false])
  expect(standing([input({ isProvisional: true })])).toEqual(['ready', true])
  expect(standing([], null)).toEqual(['empty', false])
  expect(standing([], '方针仍然适用')).toEqual(['ready', false])
})

it('MR4 a gap is filled by whoever was asked, and by nobody who was not', async () => {
  const { api, backend } = plant
  const { id } = await plant.plan()
  const asked = await backend.signInAs(['viewer'])
  const stranger = await backend.signInAs(['viewer'])
  const owner = (await api.access.staff({})).find(({ userId }) => userId === asked.userId)!.personId
  const about = { review: id, topic: 'resources', subsystem: 'core' } as const
  const fill = await api.review.ask({ ...about, owner, due: '2026-07-05', question: '缺哪些人手' })
  expect(tasks().filter(({ code }) => code === 'review.task.fill')).toMatchObject([
    { due: '2026-07-05', isDone: false },
  ])
  const answer = { id: fill.id, text: '缺一名数据员' }
  expect((await refusalOf(stranger.api.review.answer(answer))).code).toBe('review.not-asked')
  expect((await asked.api.review.answer(answer)).text).toBe('缺一名数据员')
  const { topics } = await api.review.pack({ id, number: null })
  const own = topics.find(({ topic, subsystem }) => topic === 'resources' && subsystem === 'core')
  expect([own!.standing, own!.fills.map(({ text }) => text)]).toEqual(['ready', ['缺一名数据员']])
  await api.review.cancel({ id, reason: '改期' })
  expect((await refusalOf(asked.api.review.answer(answer))).code).toBe('review.ended')
})

it('MR5 a frozen pack stays byte for byte what it was, whatever the records say later', async () => {
  const { api, person } = plant
  const { id } = await plant.plan()
  await api.review.freeze({ id })
  const { sha256, ...kept } = await api.review.pack({ id, number: 1 })
  await api.nonconformity.raise({
    title: '缺记录',
    source: 'observation',
    requirements: [],
    fact: '五月缺一班采样记录',
    severity: 'minor',
    size: null,
    node: null,
    subsystem: 'emission',
    foundBy: null,
    foundOn: '2026-06-30',
    owner: person,
    origin: null,
    due: null,
  })
  const { sha256: again, ...then } = await api.review.pack({ id, number: 1 })
  expect([again, canonical(then)]).toEqual([sha256, canonical(kept)])
  const { sha256: none, ...now } = await api.review.pack({ id, number: null })
  expect([none, canonical(now) === canonical(kept)]).toEqual([null, false])
  const refrozen = await api.review.freeze({ id })
  expect(refrozen.packs.map(({ number }) => number)).toEqual([1, 2])
  expect((await api.review.pack({ id, number: 1 })).sha256).toBe(sha256)
  expect((await refusalOf(api.review.pack({ id, number: 3 }))).code).toBe('review.no-such-pack')
})

it('MR6 minutes with an empty output cannot be signed, and the refusal names it', async () => {
  const { api } = plant
  const { id, number } = await plant.plan()
  const refused = async () => (await refusalOf(plant.sign(id))).code
  expect(await refused()).toBe('review.lacks.pack')
  await plant.fillMinutes(id, (output) => output === 'emission-changes')
  expect(await refusalOf(plant.sign(id))).toEqual({
    code: 'review.lacks.emission-changes',
    facts: { number },
  })
  expect(texts).toHaveProperty(['review.lacks.emission-changes', 'zh'])
  const output = { review: id, output: 'changes', subsystem: 'emission' } as const
  await api.review.keepOutput({ ...output, text: '无需变更', verdicts: {}, grounds: [] })
  const judged = { review: id, output: 'judgement', subsystem: 'core', text: '总体有效' } as const
  const verdicts = { suitable: 'yes', adequate: 'yes', effective: 'partly' }
  await api.review.keepOutput({ ...judged, verdicts, grounds: ['audits'] })
  expect(await refused()).toBe('review.lacks.core-judgement')
  await api.review.keepOutput({ ...judged, verdicts: { ...verdicts, aligned: 'yes' }, grounds: [] })
  expect(await refused()).toBe('review.lacks.core-judgement')
  await api.review.keepOutput({ ...judged, verdicts: { ...verdicts, aligned: 'yes' }, grounds: ['audits'] })
  await api.review.keepMeeting({ id, heldOn: '2026-06-30', present: [], note: '' })
  expect(await refused()).toBe('review.lacks.chair')
  expect((await api.review.review({ id })).gaps.map(({ code }) => code)).toEqual(['review.lacks.chair'])
})

it('MR7 top management signs; then the minutes are locked and the decisions are tasks', async () => {
  const { api, backend, person } = plant
  const { id } = await plant.plan()
  await plant.fillMinutes(id)
  const decision = await api.review.addDecision({
    review: id,
    output: 'resources',
    subsystem: 'emission',
    text: '增加一名数据员',
    owner: person,
    due: '2026-06-29',
  })
  expect((await refusalOf(api.review.finishDecision({ id: decision.id, note: '已招' }))).code).toBe(
    'review.unsigned',
  )
  const representative = await backend.signInAs(['management-representative'])
  const byOther = finish(representative.api.review.sign({ id, password: 'Plant-2026 first' }))
  expect((await refusalOf(byOther)).code).toBe('review.top-management-signs')
  await plant.sign(id)
  const signed = await api.review.review({ id })
  expect([signed.state, signed.gaps]).toEqual(['signed', []])
  const { signatures } = await api.desk.aboutRecord({ record: `review/review/${id}` })
  expect(signatures.map(({ meaning }) => meaning)).toEqual(['review.minutes-signed'])
  for (const late of [
    api.review.freeze({ id }),
    api.review.keepMeeting({ id, heldOn: '2026-06-29', present: [], note: '' }),
    api.review.keepDiscussion({ review: id, topic: 'policy', subsystem: 'core', text: '后补' }),
    api.review.removeDecision({ id: decision.id }),
    plant.sign(id),
  ])
    expect((await refusalOf(late)).code).toBe('review.ended')
  expect(tasks().filter(({ code }) => code === 'review.task.decision')).toMatchObject([
    { due: '2026-06-29', isDone: false, responsible: ['王建国'] },
  ])
  expect((await api.review.reviews({})).nextDue).toBe('2027-06-30')
})

it('MR8 what became of earlier decisions is the first topic of the next review', async () => {
  const [core] = reviewReviewInputs(db(), at())
  expect(core).toMatchObject({ topic: 'earlier-reviews', subsystem: 'core' })
  expect(core!.lines.map(({ code, facts }) => [code, facts['days'] ?? facts['open']])).toEqual([
    ['review.line.counts', 1],
    ['review.line.late', 1],
  ])
  const { id } = await plant.plan({ title: '下一次' })
  const [first] = (await plant.api.review.pack({ id, number: null })).topics
  expect([first!.topic, first!.standing]).toEqual(['earlier-reviews', 'ready'])
})

it('MR9 a decision is verified by somebody else than who carried it out', async () => {
  const { api, backend } = plant
  const [signed] = (await api.review.reviews({})).reviews.filter(({ state }) => state === 'signed')
  const { id } = signed!.decisions[0]!
  await api.review.finishDecision({ id, note: '已到岗' })
  const note = '见劳动合同'
  expect((await refusalOf(api.review.verifyDecision({ id, note }))).code).toBe('review.own-work')
  const other = await backend.signInAs(['management-representative'])
  expect((await other.api.review.verifyDecision({ id, note })).state).toBe('verified')
  expect((await refusalOf(api.review.resumeDecision({ id }))).code).toBe('review.decision-cannot')
  const made = await api.review.makeImprovement({ id })
  expect(made.number).toMatch(/^IM-2026-\d{3}$/)
})

it('MR10 a signed review shows clause 9.3, input by input and output by output', () => {
  const signals = reviewSignals(db(), at())
  const whole = signals.filter(({ about }) => 'evidence' in about)
  expect(whole.map(({ about, isMet }) => ['subsystem' in about && about.subsystem, isMet])).toEqual([
    ['core', true],
    ['emission', true],
    ['asset', true],
  ])
  const of = (requirement: string) =>
    signals.find(({ about }) => 'requirement' in about && about.requirement === requirement)?.isMet
  expect([of('9.3.4-2'), of('A.9.4-b-1'), of('C.9.3-b-5'), of('9.3.2-d')]).toEqual([true, true, true, false])
  expect(
    reviewSignals(db(), { ...at(), today: '2027-07-01' }).find(({ code }) => code === 'review.signal.late'),
  ).toMatchObject({ isMet: false })
})

it('MR11 pack and minutes are printed in both languages', async () => {
  const [signed] = (await plant.api.review.reviews({})).reviews.filter(({ state }) => state === 'signed')
  for (const what of ['pack', 'minutes'] as const)
    for (const [kind, language] of [
      ['docx', 'zh'],
      ['pdf', 'en'],
    ] as const) {
      const { fileName } = await finish(plant.api.review.print({ id: signed!.id, what, kind, language }))
      expect(fileName).toMatch(new RegExp(`^MR-2026-\\d{3}_.+\\.${kind}$`))
    }
})

it('MR12 every input of 9.3.2 and 9.3.3 and every output of 9.3.4 and the annexes answers a requirement of the tree', () => {
  const tree = JSON.parse(readFileSync('resources/compliance/t-cieccpa-draft-1.json', 'utf8')) as {
    readonly requirements: readonly { readonly id: string }[]
  }
  const known = new Set(tree.requirements.map(({ id }) => id))
  const all = ['emission', 'trading', 'asset', 'neutrality'] as const
  const asked = [
    ...agenda(all).flatMap(({ topic, subsystem }) => inputRequirements(topic, subsystem)),
    ...requiredOutputs(all).flatMap(({ output, subsystem }) => outputRequirements(output, subsystem)),
  ]
  expect(asked.filter((id) => !known.has(id))).toEqual([])
  const listed = /^(9\.3\.(1-p1|2-([abd-g]|c-\d)|3-\d|4-\d)|(A\.9\.4|C\.9\.3|D\.9\.4)-[ab]-\d+)$/
  const wanted = [...known].filter((id) => listed.test(id))
  expect(wanted.filter((id) => !asked.includes(id))).toEqual([])
  expect(wanted.length).toBe(asked.length)
})
