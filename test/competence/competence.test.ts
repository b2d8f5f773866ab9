import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { isCompetentOn } from '#db/competence/queries'
import type { PersonId } from '#shared/access/model'
import type { SkillId } from '#shared/competence/skill'
import { trainingActs, trainingAfter, trainingStates, trainingTransitions } from '#shared/competence/training'
import { administrator, finish, refusalOf, startBackend, type TestBackend } from '#test/support/backend'
import { askedOn } from '#test/support/tasks'

let plant: TestBackend
let person: PersonId
let skill: SkillId
beforeAll(async () => {
  plant = await startBackend()
  person = await plant.api.access.addPerson({ name: '陈静' })
  const made = await plant.api.competence.saveSkill({
    id: null,
    name: '温室气体内部审核',
    field: 'audit',
    description: '',
  })
  skill = made.id
})
afterAll(() => plant.close())

const read = () => plant.backend.spine.store().read
const certificate = {
  level: 2,
  basis: 'training',
  evidence: '内审员培训合格',
  certificate: 'NS-1',
  issuer: '培训中心',
  validFrom: '2025-07-01',
} as const
const trainingLike = {
  title: '内审员培训',
  topic: 'system',
  hours: '16',
  plannedOn: '2026-06-10',
  trainer: '外聘',
  place: '会议室',
} as const

describe('competence', () => {
  it('R-AC-3 a certificate counts from its first day until the day before it expires, and not once withdrawn', async () => {
    const held = await plant.api.competence.addHeld({ ...certificate, person, skill, validTo: '2026-07-01' })
    const on = (day: string) => isCompetentOn(read(), person, skill, day)
    expect([on('2025-06-30'), on('2025-07-01'), on('2026-06-30'), on('2026-07-01')]).toEqual([
      false,
      true,
      true,
      false,
    ])
    await plant.api.competence.withdrawHeld({ id: held.id, reason: '证书作废' })
    expect(on('2026-06-30')).toBe(false)
    const ends = plant.api.competence.addHeld({ ...certificate, person, skill, validTo: '2025-07-01' })
    await expect(ends).rejects.toThrow()
  })

  it('a post whose holder lacks what it needs is a gap, until somebody passes a training in it', async () => {
    const { api } = plant
    const body = await api.organization.saveBody({
      id: null,
      parent: null,
      name: '碳管理办公室',
      level: 'plant',
      form: 'own-department',
      host: null,
      staff: 2,
      note: null,
    })
    const post = await api.organization.savePost({
      id: null,
      body: body.id,
      kind: 'internal-auditor',
      title: '内部审核员',
      isHead: false,
      authority: '安排内部审核',
      moneyLimit: null,
      duties: [],
    })
    await api.organization.appoint({ post, person, capacity: 'holder', validFrom: '2026-01-01' })
    await api.competence.setNeed({ post, skill, level: 1 })
    expect((await api.competence.matrix({})).gaps).toMatchObject([{ person, needed: 1, held: 0 }])
    const planned = await api.competence.planTraining({ ...trainingLike, skill, people: [person] })
    expect(askedOn(plant.backend, trainingLike.plannedOn)).toContain(
      `competence.task.hold ${trainingLike.plannedOn}`,
    )
    await api.competence.holdTraining({
      id: planned.id,
      heldOn: '2026-06-10',
      attendances: [{ person, result: 'passed' }],
    })
    expect((await api.competence.matrix({})).gaps).toEqual([])
    const used = api.competence.removeSkill({ id: skill })
    expect((await refusalOf(used)).code).toBe('competence.skill-used')
  })

  it('R-SD-5 the effect of a training is judged by somebody else than who held it', async () => {
    const { api } = plant
    const [held] = await api.competence.trainings({})
    const judge = { id: held!.id, isEffective: true, effect: '内审发现问题增多', aloneReason: null }
    const other = await plant.signInAs(['management-representative'])
    expect((await refusalOf(api.competence.judgeTraining(judge))).code).toBe('competence.own-training')
    const excuse = { ...judge, aloneReason: '没有别人' }
    expect((await refusalOf(api.competence.judgeTraining(excuse))).code).toBe('competence.own-training')
    expect((await other.api.competence.judgeTraining(judge)).state).toBe('judged')
  })

  it.each(trainingStates.flatMap((state) => trainingActs.map((act) => [state, act] as const)))(
    'a training that is %s and asked to %s goes where its table says, or nowhere',
    (state, act) => {
      const table: Partial<Record<string, string>> = trainingTransitions[state]
      expect(trainingAfter(state, act)).toBe(table[act] ?? null)
    },
  )

  it('awareness is confirmed by the person alone', async () => {
    const { api } = plant
    await api.competence.tellPeople({
      people: [person],
      topics: ['policy'],
      toldOn: '2026-06-01',
      how: '班前会',
    })
    const [told] = await api.competence.awareness({})
    expect((await refusalOf(api.competence.confirmAware({ ids: [told!.id] }))).code).toBe(
      'competence.not-yours',
    )
  })

  it('7.2.2 the day on which somebody confirmed it stays the first', async () => {
    const { api } = plant
    const reader = await plant.signInAs(['viewer'])
    const me = (await api.access.staff({})).find(({ userId }) => userId === reader.userId)!.personId
    await api.competence.tellPeople({ people: [me], topics: ['policy'], toldOn: '2026-06-01', how: '会议' })
    const own = async () => (await api.competence.awareness({})).find((each) => each.person === me)!
    const ids = [(await own()).id]
    await reader.api.competence.confirmAware({ ids })
    const first = (await own()).confirmedAt
    plant.clock.advance(60)
    await reader.api.competence.confirmAware({ ids })
    expect((await own()).confirmedAt).toBe(first)
  })
})

describe('resources', () => {
  it('the gap is what is needed less what was granted, exactly; undecided is no gap of zero', async () => {
    const save = (granted: string | null) =>
      plant.api.competence.saveResource({
        id: null,
        year: 2026,
        kind: 'money',
        name: '计量改造',
        unit: '万元',
        needed: '100.1',
        requested: '100',
        granted,
        used: null,
        endangers: null,
        note: '',
      })
    expect((await save('33.35')).gap).toBe('66.75')
    expect((await save('120')).gap).toBe('0')
    expect((await save(null)).gap).toBeNull()
  })
})

describe('communication', () => {
  const said = {
    direction: 'in',
    way: 'written',
    party: '生态环境局',
    subject: '要求补充月度数据',
    content: '',
    onDay: '2026-06-20',
    due: '2026-07-05',
  } as const

  it('R-DC-5 what is important is closed only with a decision, and stays as it was closed', async () => {
    const { api } = plant
    const { id } = await api.competence.addMessage({ ...said, isImportant: true })
    expect((await refusalOf(api.competence.closeMessage({ id }))).code).toBe('competence.needs-decision')
    await api.competence.decideMessage({ id, decision: '七月三日前报送' })
    expect((await api.competence.closeMessage({ id })).state).toBe('closed')
    const again = api.competence.decideMessage({ id, decision: '改主意' })
    expect((await refusalOf(again)).code).toBe('competence.message-closed')
    const trifle = await api.competence.addMessage({ ...said, isImportant: false })
    expect((await api.competence.closeMessage({ id: trifle.id })).decision).toBeNull()
  })

  it('a channel of communication belongs to nobody who is not in the register of people', async () => {
    const [owner, unknown] = [person, '019f1641-3500-7000-8000-000000000000' as PersonId]
    const told = {
      subject: '方针',
      audience: '员工',
      occasion: '每年',
      way: '公告',
      secrecy: 'internal',
    } as const
    const wrong = plant.api.competence.saveChannel({ id: null, ...told, owner: unknown })
    expect((await refusalOf(wrong)).code).toBe('competence.unknown')
    expect(await plant.api.competence.saveChannel({ id: null, ...told, owner })).toMatchObject({ owner })
  })

  it('R-DC-6 a figure of what is not frozen does not leave', async () => {
    const { api } = plant
    const draft = await api.competence.draftDisclosure({
      title: '年度排放信息',
      recipient: '公众',
      basis: '企业环境信息依法披露管理办法',
      secrecy: 'public',
      inventory: 'accounting/inventory/none',
      figures: [{ path: 'total', label: '排放总量', value: '1', unit: 'tCO2e' }],
      words: '',
    })
    const approving = finish(
      api.competence.approveDisclosure({ id: draft.id, password: administrator.password }),
    )
    expect((await refusalOf(approving)).code).toBe('competence.not-frozen')
    const printing = finish(api.competence.printDisclosure({ id: draft.id, kind: 'pdf', language: 'zh' }))
    expect((await refusalOf(printing)).code).toBe('competence.not-approved')
  })
})
