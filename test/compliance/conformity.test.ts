import { afterAll, beforeAll, expect, it } from 'vitest'

import { assess, type JudgementState, type RecordWord } from '#shared/compliance/conformity'
import { type Api, refusalOf, startBackend, type TestBackend } from '#test/support/backend'

const standard = 't-cieccpa'
let plant: TestBackend
let api: Api
beforeAll(async () => {
  plant = await startBackend()
  api = plant.api
})
afterAll(() => plant.close())

const stateOf = async (id: string) =>
  (await api.compliance.requirement({ tree: standard, requirement: id })).row
const judge = (requirement: string, state: JudgementState, reason: string | null = null) =>
  api.compliance.judge({
    tree: standard,
    requirements: [requirement],
    state,
    reason,
    note: null,
    judgedOn: '2026-06-30',
  })

it('every requirement of the standard has a state from the first day on', async () => {
  const { rows, excluded } = await api.compliance.standing({ tree: standard })
  expect(rows).toHaveLength(784)
  expect(excluded).toEqual([])
  const { total } = await api.compliance.overview({ tree: standard })
  expect(total.tally.asked).toBe(597)
})

it('what a person judged counts where the records are silent, and can be taken back', async () => {
  const { rows } = await api.compliance.standing({ tree: standard })
  const silent = rows.find(({ says, state }) => says === 'silent' && state === 'not-started')!
  await judge(silent.id, 'full')
  expect((await stateOf(silent.id)).state).toBe('conforming')
  const [later] = await judge(silent.id, 'partial')
  expect((await stateOf(silent.id)).state).toBe('in-place')
  await api.compliance.withdrawJudgement({ id: later! })
  expect((await stateOf(silent.id)).state).toBe('conforming')
  expect(await refusalOf(api.compliance.withdrawJudgement({ id: later! }))).toMatchObject({
    code: 'compliance.already-withdrawn',
  })
  const { judgements } = await api.compliance.requirement({ tree: standard, requirement: silent.id })
  expect(judgements.map(({ state, withdrawnAt }) => `${state} ${withdrawnAt === null}`)).toEqual([
    'partial false',
    'full true',
  ])
})

it('a requirement leaves the score only with a reason, and a judgement is of today or before', async () => {
  await expect(judge('4.1-p1', 'not-applicable')).rejects.toThrow()
  const ahead = { tree: standard, requirements: ['4.1-p1'], reason: null, note: null, judgedOn: '2026-07-01' }
  expect(await refusalOf(api.compliance.judge({ ...ahead, state: 'none' }))).toEqual({
    code: 'compliance.judged-ahead',
    facts: { day: '2026-07-01' },
  })
  const before = (await api.compliance.overview({ tree: standard })).total.tally.asked
  await judge('4.1-p1', 'not-applicable', '不涉及')
  expect((await api.compliance.overview({ tree: standard })).total.tally.asked).toBe(before - 1)
})

it('of a person and the records that differ the lower counts, and both are shown', () => {
  const of = (says: RecordWord, hasUnmet: boolean, judged: JudgementState | null) => {
    const { state, isContradicted } = assess({ level: 'shall' }, says, hasUnmet, judged)
    return `${state}${isContradicted ? ' !' : ''}`
  }
  expect(of('silent', false, null)).toBe('not-started')
  expect(of('missing', true, null)).toBe('not-started')
  expect(of('part', false, null)).toBe('in-place')
  expect(of('shown', false, null)).toBe('conforming')
  expect(of('failing', true, null)).toBe('nonconforming')
  expect(of('failing', true, 'full')).toBe('nonconforming !')
  expect(of('missing', true, 'full')).toBe('in-place !')
  expect(of('part', false, 'full')).toBe('conforming')
  expect(of('shown', false, 'none')).toBe('nonconforming !')
  expect(of('shown', false, 'partial')).toBe('in-place')
  expect(of('failing', true, 'not-applicable')).toBe('not-applicable')
  expect(assess({ level: 'should' }, 'silent', false, 'none').state).toBe('not-started')
})
