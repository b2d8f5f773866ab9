import { afterAll, beforeAll, expect, it } from 'vitest'

import { byItself, offers } from '#electron/areas'
import { keepTasks } from '#electron/kernel/task-keeper'
import { assess, type JudgementState, type RecordWord } from '#shared/compliance/conformity'
import type { Id } from '#shared/kernel/id'
import { sourceLike } from '#test/monitoring/support'
import {
  administrator,
  type Api,
  finish,
  refusalOf,
  startBackend,
  type TestBackend,
} from '#test/support/backend'

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
const overview = () => api.compliance.overview({ tree: standard })
const silentRow = async () =>
  (await api.compliance.standing({ tree: standard })).rows.find(
    ({ says, state, judged }) => says === 'silent' && state === 'not-started' && judged === null,
  )!

it('every requirement of the standard has a state from the first day on', async () => {
  const { rows, excluded } = await api.compliance.standing({ tree: standard })
  expect(rows).toHaveLength(784)
  expect(excluded).toEqual([])
  expect((await overview()).total.tally.asked).toBe(597)
})

it('what a person judged counts where the records are silent, and can be taken back', async () => {
  const silent = await silentRow()
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
  const ahead = {
    tree: standard,
    requirements: ['4.1-p1'],
    reason: null,
    note: null,
    judgedOn: '2026-07-01',
  }
  expect(await refusalOf(api.compliance.judge({ ...ahead, state: 'none' }))).toEqual({
    code: 'compliance.judged-ahead',
    facts: { day: '2026-07-01' },
  })
  const before = (await overview()).total.tally.asked
  const [id] = await judge('4.1-p1', 'not-applicable', '不涉及')
  expect((await overview()).total.tally.asked).toBe(before - 1)
  await api.compliance.withdrawJudgement({ id: id! })
})

it('who says more than the records gives a reason, and is shown beside them', async () => {
  const { rows } = await api.compliance.standing({ tree: standard })
  const missing = rows.find(({ says }) => says === 'missing')!
  expect(await refusalOf(judge(missing.id, 'full'))).toEqual({
    code: 'compliance.reason-against-records',
    facts: { requirement: missing.id },
  })
  await judge(missing.id, 'full', '纸质文件已存档')
  expect(await stateOf(missing.id)).toMatchObject({ state: 'in-place', isContradicted: true })
  expect((await overview()).contradictions).toBe(1)
})

it('of a person and the records that differ the lower counts', () => {
  const of = (says: RecordWord, hasUnmet: boolean, judged: JudgementState | null) => {
    const { state, isContradicted } = assess({ level: 'shall' }, says, hasUnmet, judged)
    return `${state}${isContradicted ? ' !' : ''}`
  }
  expect(of('silent', false, null)).toBe('not-started')
  expect(of('missing', true, null)).toBe('not-started')
  expect(of('part', false, null)).toBe('in-place')
  expect(of('present', false, null)).toBe('in-place')
  expect(of('shown', false, null)).toBe('conforming')
  expect(of('failing', true, null)).toBe('nonconforming')
  expect(of('failing', true, 'full')).toBe('nonconforming !')
  expect(of('missing', true, 'full')).toBe('in-place !')
  expect(of('present', false, 'full')).toBe('conforming')
  expect(of('shown', false, 'none')).toBe('nonconforming !')
  expect(of('shown', false, 'partial')).toBe('in-place')
  expect(of('failing', true, 'not-applicable')).toBe('not-applicable')
  expect(assess({ level: 'should' }, 'silent', false, 'none').state).toBe('not-started')
})

it('MS-20 a subsystem that is not adopted takes its rows out of the score and is listed as excluded', async () => {
  const adopt = (isAdopted: boolean) =>
    api.organization.decideSubsystem({
      subsystem: 'trading',
      isAdopted,
      reason: isAdopted ? null : '不参与交易',
      since: '2026-06-01',
    })
  const before = await overview()
  const trading = before.subsystems.find(({ subsystem }) => subsystem === 'trading')!.maturity.tally.asked
  await adopt(false)
  const after = await overview()
  expect(trading).toBe(96)
  expect(after.total.tally.asked).toBe(before.total.tally.asked - trading)
  expect(after.excluded).toEqual([{ subsystem: 'trading', reason: '不参与交易', rows: 123 }])
  const { rows } = await api.compliance.standing({ tree: standard })
  expect(rows.filter(({ isExcluded }) => isExcluded)).toHaveLength(123)
  expect((await stateOf('B.5.1-p1')).state).toBe('not-applicable')
  await adopt(true)
  expect((await overview()).total.tally.asked).toBe(before.total.tally.asked)
})

it('a gap with an owner and a day is a task of that person until it is closed', async () => {
  const personId = (await api.access.staff({}))[0]!.personId
  const { id } = await silentRow()
  const owner = { person: personId, dueOn: '2026-07-10', step: '补写程序' }
  await api.compliance.assign({ tree: standard, requirements: [id], owner })
  const tasks = async () => {
    keepTasks(plant.backend.spine, byItself.taskSources)
    const all = await api.desk.tasks({ from: '2026-07-01', to: '2026-07-31', withOverdue: false })
    return all.filter(({ code }) => code === 'compliance.task.gap')
  }
  expect(await tasks()).toMatchObject([
    { facts: { requirement: id, step: '补写程序' }, state: 'open', isMine: true },
  ])
  expect(await overview()).toMatchObject({ owned: 1, late: 0 })
  await judge(id, 'full')
  expect(await tasks()).toMatchObject([{ state: 'done' }])
  await api.compliance.assign({ tree: standard, requirements: [id], owner: null })
  expect((await stateOf(id)).owner).toBeNull()
})

it('a requirement leads to its record and the record back to it', async () => {
  await api.organization.begin({
    name: '宁河机械有限公司',
    creditCode: '91440300708461136T',
    industryCode: '3411',
    site: '宁河厂区',
    facility: '铸造分厂',
    validFrom: '2020-01-01',
  })
  const facility = (await api.organization.tree({})).find(({ kind }) => kind === 'facility')!.id
  const { id: source, name } = await api.monitoring.addSource(
    sourceLike(facility, { validFrom: '2020-01-01' }),
  )
  const record = `monitoring/source/${source}`
  const { signals } = await api.compliance.requirement({ tree: standard, requirement: '6.1.2-d' })
  expect(signals).toMatchObject([
    { isMet: false, records: [{ record, title: name, path: `/monitoring/${source}` }] },
  ])
  const back = await api.compliance.requirementsOf({ record })
  expect(back.find(({ number }) => number === '6.1.2-d')).toMatchObject({
    isMet: false,
    state: 'compliance.state.nonconforming',
    path: `/compliance/requirements/${standard}/6.1.2-d`,
  })

  const { id } = await silentRow()
  const silent = `compliance/requirement/${standard}:${id}`
  await api.desk.link({ from: record, relation: 'evidences', to: silent })
  const linked = await api.compliance.requirementsOf({ record })
  expect(linked.find(({ number }) => number === id)).toMatchObject({ record: silent, isMet: null })
})

it('only who may check judges, and a viewer looks', async () => {
  const viewer = await plant.signInAs(['viewer'])
  expect((await viewer.api.compliance.standing({ tree: standard })).rows).toHaveLength(784)
  const said = { tree: standard, requirements: ['4.1-p1'], reason: null, note: null, judgedOn: '2026-06-30' }
  expect(await refusalOf(viewer.api.compliance.judge({ ...said, state: 'none' }))).toMatchObject({
    code: 'kernel.not-permitted',
  })
  expect(
    await refusalOf(viewer.api.compliance.withdrawJudgement({ id: crypto.randomUUID() as Id<'judgement'> })),
  ).toMatchObject({ code: 'kernel.not-permitted' })
})

it('every requirement that a register speaks of by its id is one of the standard', async () => {
  const { requirements } = await api.compliance.tree({ tree: standard })
  const known = new Set(requirements.map(({ id }) => id))
  const { read } = plant.backend.spine.store()
  const signals = offers.signals.flatMap((source) => source(read, { today: '2026-06-30' }))
  const named = signals.flatMap(({ about }) => ('requirement' in about ? [about.requirement] : []))
  expect(named.filter((id) => !known.has(id))).toEqual([])
  expect(named.length).toBeGreaterThan(20)
})

it('progress is kept once a day, and only when something changed', async () => {
  const keep = () => byItself.slowKeepers[0]!(plant.backend.spine, null)
  const kept = () =>
    plant.backend.spine
      .store()
      .read.ask<{ day: string }>('SELECT day FROM compliance_progress ORDER BY day')
      .map(({ day }) => day)
  keep()
  keep()
  expect(kept()).toEqual(['2026-06-30'])
  plant.clock.set('2026-07-02T02:00:00.000Z')
  keep()
  expect(kept()).toEqual(['2026-06-30'])
  await finish(api.access.signIn({ login: administrator.login, password: administrator.password }))
  await judge((await silentRow()).id, 'full')
  keep()
  expect(kept()).toEqual(['2026-06-30', '2026-07-02'])
  const { progress } = await overview()
  expect(progress.map(({ day }) => day)).toEqual(['2026-06-30', '2026-07-02'])
  const { read } = plant.backend.spine.store()
  const span = {
    from: '2026-01-01',
    to: '2027-01-01',
    today: '2026-07-02',
    around: plant.backend.spine.around,
  }
  const [laid] = offers.reviewInputs
    .flatMap((source) => source(read, span))
    .filter(({ lines }) => lines.some(({ code }) => code === 'compliance.review.conformity'))
  expect(laid?.series[0]?.periods).toEqual(['2026-06', '2026-07'])
})
