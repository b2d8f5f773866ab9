import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { stageUpload } from '#electron/kernel/uploads'
import { lackingFor } from '#shared/nonconformity/lacking'
import {
  caseActs,
  caseAfter,
  type CaseId,
  caseStates,
  caseTransitions,
  nextAct,
} from '#shared/nonconformity/model'
import { likeness, mostAlike } from '#shared/nonconformity/similar'
import { finish, refusalOf } from '#test/support/backend'
import { askedOn } from '#test/support/tasks'

import { found, type Plant, startPlant } from './support.ts'

let plant: Plant
beforeAll(async () => {
  plant = await startPlant()
})
afterAll(() => plant.backend.close())

async function evidence(id: CaseId) {
  const body = new Blob(['spare parts']).stream()
  const { folder } = plant.backend
  const upload = await stageUpload(folder, { name: '备件清单.pdf', type: 'application/pdf', body })
  await plant.api.desk.attach({ record: `nonconformity/case/${id}`, upload, note: null })
}
async function awaiting() {
  const { id } = await plant.raise()
  await plant.contain(id)
  await plant.analyse(id)
  await plant.plan(id)
  await plant.finish(id)
  return id
}
const check = { isEffective: true, note: '六月无缺样', reason: '全厂只有一名用户' }

it('NC1 every transition of the state machine is walked, and no other is allowed', async () => {
  const { api } = plant
  const id = await awaiting()
  expect((await api.nonconformity.checkEffect({ id, ...check })).state).toBe('proven')
  await evidence(id)
  await api.nonconformity.keepOutcome({ id, systemChange: '采样规程增加备件要求' })
  expect((await api.nonconformity.close({ id })).state).toBe('closed')
  expect((await api.nonconformity.reopen({ id, reason: '七月再次缺样' })).state).toBe('contained')
  await plant.analyse(id)
  await plant.plan(id)
  await plant.finish(id)
  const failed = await api.nonconformity.checkEffect({ id, ...check, isEffective: false })
  expect([failed.state, failed.rounds.map(({ endedBy }) => endedBy)]).toEqual([
    'contained',
    ['reopen', 'fail'],
  ])
  const other = await plant.raise({ title: '误登记' })
  expect((await api.nonconformity.withdraw({ id: other.id, reason: '看错了班次' })).state).toBe('withdrawn')
  const walked = new Set(
    [failed, await api.nonconformity.case({ id: other.id })].flatMap(({ steps }) =>
      steps.map(({ from, act }) => `${from} ${act}`),
    ),
  )
  const all = caseStates.flatMap((state) =>
    Object.keys(caseTransitions[state]).map((act) => `${state} ${act}`),
  )
  expect([...walked].toSorted()).toEqual(all.toSorted())
  expect(caseActs.filter((act) => caseAfter('withdrawn', act) !== null)).toEqual([])
})

it('NC2 each step names what it still lacks, and nothing of it may be left out', async () => {
  const { api } = plant
  const { id, number } = await plant.raise({ owner: null, severity: 'major' })
  const lacks = async (act: 'contain' | 'analyse' | 'plan' | 'finish') =>
    (await refusalOf(api.nonconformity.advance({ id, act }))).code
  expect(await lacks('contain')).toBe('nonconformity.lacks.correction')
  expect(await lacks('analyse')).toBe('nonconformity.cannot')
  const { title, source, requirements, fact, severity, size, node, subsystem, foundBy, foundOn } = found
  const facts = { title, source, requirements, fact, size, node, subsystem, foundBy, foundOn }
  await api.nonconformity.changeFacts({
    id,
    ...facts,
    severity: 'major',
    owner: plant.person,
    due: '2026-09-30',
  })
  await plant.contain(id)
  const changed = api.nonconformity.changeFacts({
    id,
    ...facts,
    severity,
    owner: plant.person,
    due: '2026-09-30',
  })
  expect(await refusalOf(changed)).toEqual({ code: 'nonconformity.past-this-step', facts: { number } })
  const { gaps, next } = await api.nonconformity.case({ id })
  expect([next, gaps.map(({ code }) => code.split('.').at(-1))]).toEqual([
    'analyse',
    ['whys', 'root-cause', 'review', 'similar', 'decision'],
  ])
  expect((await refusalOf(plant.analyse(id, { whys: ['夜班没有采样'] }))).code).toBe(
    'nonconformity.lacks.whys',
  )
  await plant.analyse(id)
  expect(await lacks('plan')).toBe('nonconformity.lacks.action')
  const action = await api.nonconformity.addAction({ case: id, what: '培训', owner: null, due: null })
  expect(await lacks('plan')).toBe('nonconformity.lacks.action-owner')
  const early = api.nonconformity.finishAction({ id: action.id, doneOn: '2026-06-30', note: '已培训' })
  expect((await refusalOf(early)).code).toBe('nonconformity.action-not-planned')
  await api.nonconformity.removeAction({ id: action.id })
  await plant.plan(id)
  expect(await lacks('finish')).toBe('nonconformity.lacks.done')
  const [own] = (await api.nonconformity.case({ id })).actions
  expect((await refusalOf(api.nonconformity.removeAction({ id: own!.id }))).code).toBe(
    'nonconformity.action-under-way',
  )
  await api.nonconformity.dropAction({ id: own!.id, reason: '改用别的办法' })
  expect(await lacks('finish')).toBe('nonconformity.lacks.any-done')
  await api.nonconformity.resumeAction({ id: own!.id })
  await plant.finish(id)
})

it('NC3 nothing closes without the check of its effect, without evidence, or without a word on the system', async () => {
  const { api } = plant
  const id = await awaiting()
  const refused = async () => (await refusalOf(api.nonconformity.close({ id }))).code
  expect(await refused()).toBe('nonconformity.lacks.effect')
  await api.nonconformity.checkEffect({ id, ...check })
  expect(await refused()).toBe('nonconformity.lacks.evidence')
  await evidence(id)
  expect(await refused()).toBe('nonconformity.lacks.system-change')
  await api.nonconformity.keepOutcome({ id, systemChange: '无需修改：规程已有要求' })
  const [proof] = (await api.desk.aboutRecord({ record: `nonconformity/case/${id}` })).attachments
  expect((await api.nonconformity.close({ id })).state).toBe('closed')
  const taken = api.desk.detach({ id: proof!.id })
  expect((await refusalOf(taken)).code, 'what closed it stays with it').toBe('kernel.record-final')
  await api.nonconformity.reopen({ id, reason: '七月再次缺样' })
  await api.desk.detach({ id: proof!.id })
})

it('NC3 similar cases are checked while the analysis is still open, so that no case is left that can never close', async () => {
  const { api } = plant
  const { id } = await plant.raise({ title: '二号炉缺样' })
  await plant.contain(id)
  const { whys, fishbone, rootCause, reviewedOn, reviewers, similarNote, needsAction, needReason } =
    await plant.analyse(id)
  const similar = [{ what: '三号炉', record: null, isChecked: false, note: '' }]
  const analysis = { whys, fishbone, rootCause, reviewedOn, reviewers, similarNote, needsAction, needReason }
  await api.nonconformity.keepCause({ id, ...analysis, similar })
  const planned = plant.plan(id)
  expect((await refusalOf(planned)).code).toBe('nonconformity.lacks.similar-checked')
  const checked = similar.map((each) => ({ ...each, isChecked: true }))
  await api.nonconformity.keepCause({ id, ...analysis, similar: checked })
  expect((await api.nonconformity.advance({ id, act: 'plan' })).state).toBe('acting')
})

it('NC4 the effect is not judged before it can be seen', async () => {
  const { api } = plant
  const { id } = await plant.raise()
  await plant.contain(id)
  await plant.analyse(id)
  await api.nonconformity.addAction({ case: id, what: '建立清单', owner: plant.person, due: '2026-07-31' })
  expect((await api.nonconformity.case({ id })).checkOn).toBe('2026-08-30')
  await api.nonconformity.keepCheckDay({ id, checkOn: '2026-08-31' })
  await api.nonconformity.advance({ id, act: 'plan' })
  await plant.finish(id)
  expect(askedOn(plant.backend.backend, '2026-08-31')).toContain('nonconformity.task.check 2026-09-07')
  const early = await refusalOf(api.nonconformity.checkEffect({ id, ...check }))
  expect([early.code, early.facts['on']]).toEqual(['nonconformity.lacks.check-day', '2026-08-31'])
})

it('R-DC-2 what is closed stays as it is; news of it begin a new round that keeps the old one', async () => {
  const { api } = plant
  const id = await awaiting()
  await api.nonconformity.checkEffect({ id, ...check })
  await evidence(id)
  await api.nonconformity.keepOutcome({ id, systemChange: '无需修改' })
  const { number, rootCause } = await api.nonconformity.close({ id })
  const locked = { code: 'nonconformity.closed', facts: { number } }
  expect(await refusalOf(plant.contain(id))).toEqual(locked)
  expect(await refusalOf(plant.analyse(id))).toEqual(locked)
  expect(await refusalOf(plant.plan(id))).toEqual(locked)
  expect(await refusalOf(api.nonconformity.keepOutcome({ id, systemChange: '改' }))).toEqual(locked)
  expect(await refusalOf(api.nonconformity.withdraw({ id, reason: '误' }))).toEqual(locked)
  const again = await api.nonconformity.reopen({ id, reason: '再次发生' })
  expect(again.rounds).toMatchObject([
    { endedBy: 'reopen', reason: '再次发生', rootCause, actions: ['建立备件清单'] },
  ])
  expect([again.checkedAt, again.checkOn]).toEqual([null, null])
  expect((await refusalOf(api.nonconformity.reopen({ id, reason: '又' }))).code).toBe(
    'nonconformity.not-closed',
  )
})

it('NC5 a number is given once, and one record raises one open case, linked to it', async () => {
  const { api } = plant
  const first = await plant.raise({ title: '第一项' })
  const from = `nonconformity/case/${first.id}`
  const second = await plant.raise({ title: '后续', origin: from })
  const [a, b] = [first, second].map(({ number }) => Number(number.split('-').at(-1)))
  expect([first.number.slice(0, 8), b! - a!]).toEqual(['NC-2026-', 1])
  const { links } = await api.desk.aboutRecord({ record: from })
  expect(links).toMatchObject([{ relation: 'follows-from', isFrom: false, other: { number: second.number } }])
  const twice = await refusalOf(plant.raise({ title: '再次', origin: from }))
  expect(twice).toEqual({ code: 'nonconformity.raised-already', facts: { number: second.number } })
  const told = await api.nonconformity.prefill({ from })
  expect([told.title, told.raised]).toEqual(['第一项', second.number])
})

it('R-DV-1 a deviation of ten percent or more is raised as major, and does not end without cause and response', async () => {
  const { api } = plant
  const deviation = { source: 'deviation' as const, title: '煤耗偏差' }
  const understated = await refusalOf(plant.raise({ ...deviation, size: '-12.5' }))
  expect(understated).toEqual({ code: 'nonconformity.understated', facts: { size: '-12.5', limit: '10' } })
  await plant.raise({ ...deviation, size: '9.99' })
  const { id } = await plant.raise({ ...deviation, size: '10', severity: 'major' })
  await plant.contain(id)
  expect((await refusalOf(api.nonconformity.advance({ id, act: 'analyse' }))).code).toBe(
    'nonconformity.lacks.whys',
  )
  const settings = await api.nonconformity.settings({})
  await api.nonconformity.setSettings({ ...settings, majorDeviation: '5' })
  expect((await refusalOf(plant.raise({ ...deviation, size: '6' }))).code).toBe('nonconformity.understated')
  await api.nonconformity.setSettings(settings)
})

it('NC6 similar cases are found by the words that they share', () => {
  const texts = ['电表检定过期', '锅炉采样记录缺失', 'meter certificate expired']
  expect(mostAlike('采样记录不全', texts, (text) => text, 5)).toEqual(['锅炉采样记录缺失'])
  expect(mostAlike('expired meter', texts, (text) => text, 5)).toEqual(['meter certificate expired'])
  fc.assert(
    fc.property(fc.string(), fc.string(), (wanted, text) => {
      expect(likeness(wanted, text)).toBeLessThanOrEqual(likeness(wanted, wanted))
      expect(likeness(wanted, text)).toBe(likeness(text, wanted))
    }),
  )
})

it('NC7 the next act is the only one a page offers as primary, and a closed case has none', () => {
  expect(caseStates.map(nextAct)).toEqual([
    'contain',
    'analyse',
    'plan',
    'finish',
    'prove',
    'close',
    null,
    null,
  ])
})

it('NC8 an unjudged case lacks everything; no state of its texts makes the check of a fact vanish', async () => {
  const bare = await plant.raise()
  fc.assert(
    fc.property(fc.string({ minLength: 1 }), fc.nat(9), (text, files) => {
      const told = { ...bare, correction: text, consequences: text, rootCause: text, systemChange: text }
      expect(lackingFor(told, 'close', files, '2026-06-30')).toContain('nonconformity.lacks.effect')
      expect(lackingFor(told, 'analyse', files, '2026-06-30')).toContain('nonconformity.lacks.decision')
    }),
  )
})

it('NC9 the report of a case is printed in both languages', async () => {
  const id = await awaiting()
  for (const kind of ['docx', 'pdf'] as const)
    for (const language of ['zh', 'en'] as const) {
      const { fileName } = await finish(plant.api.nonconformity.print({ id, kind, language }))
      expect(fileName).toMatch(new RegExp(`^NC-2026-\\d{3}_.+\\.${kind}$`))
    }
})

describe('with several people', () => {
  it('R-SD-5 who carried the action does not check its effect; somebody else does, without a reason', async () => {
    const { api, backend } = plant
    const id = await awaiting()
    expect((await refusalOf(api.nonconformity.checkEffect({ id, ...check, reason: null }))).code).toBe(
      'nonconformity.alone-without-reason',
    )
    const other = await backend.signInAs(['internal-auditor'])
    expect((await api.nonconformity.case({ id })).isOwnWork).toBe(true)
    expect((await refusalOf(api.nonconformity.checkEffect({ id, ...check }))).code).toBe(
      'nonconformity.own-work',
    )
    expect((await other.api.nonconformity.case({ id })).isOwnWork).toBe(false)
    const proven = await other.api.nonconformity.checkEffect({ id, ...check })
    expect([proven.state, proven.checkedBy, proven.aloneReason]).toEqual(['proven', other.userId, null])
  })

  it('R-SD-5 who recorded the action as done is one of those who carried it, whoever owns it', async () => {
    const { api, backend } = plant
    const auditor = await backend.signInAs(['internal-auditor'])
    const { id } = await plant.raise()
    await plant.contain(id)
    await plant.analyse(id)
    await plant.plan(id)
    await plant.finish(id, auditor.api)
    expect((await refusalOf(auditor.api.nonconformity.checkEffect({ id, ...check }))).code).toBe(
      'nonconformity.own-work',
    )
    expect((await refusalOf(api.nonconformity.checkEffect({ id, ...check }))).code).toBe(
      'nonconformity.own-work',
    )
  })
})
