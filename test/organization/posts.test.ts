import { afterEach, beforeEach, describe, expect, it } from 'vitest'

import { dutySignals } from '#electron/competence/duties-told'
import { appointmentTasks } from '#electron/organization/system-tasks'
import type { PersonId } from '#shared/access/model'
import { bodyDuties, generalDuties, type PostInput, requiredPosts } from '#shared/organization/posts'
import { administrator, finish, refusalOf, startBackend, type TestBackend } from '#test/support/backend'

import { offeredBy, signalOf, today } from './support.ts'

let plant: TestBackend
beforeEach(async () => {
  plant = await startBackend()
})
afterEach(() => plant.close())

const department = async (name = '碳资产部', parent: string | null = null) =>
  plant.api.organization.saveBody({
    id: null,
    parent: parent as never,
    name,
    level: 'plant',
    form: 'own-department',
    host: null,
    staff: 3,
    note: null,
  })
const postIn = async (facts: Partial<PostInput> = {}) =>
  plant.api.organization.savePost({
    id: null,
    body: (await department()).id,
    kind: 'carbon-manager',
    title: '碳管理主管',
    isHead: true,
    authority: '审批数据收集计划',
    moneyLimit: null,
    duties: [],
    ...facts,
  })
const person = (name: string): Promise<PersonId> => plant.api.access.addPerson({ name })
const whereOf = async (prefix: string) =>
  (await plant.api.organization.responsibilities({})).findings
    .filter(({ code }) => code.startsWith(`organization.${prefix}`))
    .map(({ where }) => where)

describe('responsibilities and authorities (5.3)', () => {
  it('MS-05 the five general and thirteen duties of the carbon body each have a holder or are vacant', async () => {
    expect(await whereOf('vacant-duty')).toEqual([...generalDuties, ...bodyDuties])
    const post = await postIn({ duties: ['5.3.2-c-5', '5.3.1-d'] })
    expect(await whereOf('vacant-duty')).toHaveLength(18)
    await plant.api.organization.appoint({
      post,
      person: await person('赵敏'),
      capacity: 'deputy',
      validFrom: '2026-01-01',
    })
    expect(await whereOf('vacant-duty'), 'a deputy alone does not hold it').toHaveLength(18)
    await plant.api.organization.appoint({
      post,
      person: await person('钱进'),
      capacity: 'holder',
      validFrom: '2026-01-01',
    })
    expect(await whereOf('vacant-duty')).not.toContain('5.3.2-c-5')
    expect(await whereOf('vacant-duty')).toHaveLength(16)
  })
  it('MS-05 asks for the posts of the subsystems that are taken up, and for no others', () => {
    const chosen = (...adopted: string[]) =>
      requiredPosts(
        (['emission', 'trading', 'asset', 'neutrality'] as const).map((subsystem) => ({
          subsystem,
          isAdopted: adopted.includes(subsystem),
          reason: null,
          since: null,
        })),
      )
    expect(chosen('emission')).toEqual(['top-management', 'management-representative', 'internal-auditor'])
    expect(chosen('trading', 'asset')).toContain('trading-supervisor')
    expect(chosen('trading', 'asset')).toContain('asset-supervisor')
  })
  it('whoever follows ends the appointment before; nobody is put before a later one', async () => {
    const post = await postIn()
    const [first, second] = [await person('钱进'), await person('孙丽')]
    const appoint = (who: PersonId, validFrom: string) =>
      plant.api.organization.appoint({ post, person: who, capacity: 'holder', validFrom })
    const before = await appoint(first, '2026-01-01')
    expect(before.number).toBe('AP-2026-001')
    await appoint(second, '2026-04-01')
    expect((await refusalOf(appoint(first, '2026-03-01'))).code).toBe('organization.post-taken')
    const { posts } = await plant.api.organization.responsibilities({})
    expect(posts[0]!.appointments).toMatchObject([
      { person: first, validFrom: '2026-01-01', validTo: '2026-04-01' },
      { person: second, validTo: null },
    ])
    expect((await refusalOf(plant.api.organization.removePost({ id: post }))).code).toBe(
      'organization.still-used',
    )
    expect((await refusalOf(plant.api.organization.endAppointment({ id: before.id, on: null }))).code).toBe(
      'organization.post-taken',
    )
  })
  it('an appointment waits until the person takes it on, and nobody else can', async () => {
    const colleague = await plant.signInAs(['carbon-manager'])
    const staff = await plant.api.access.staff({})
    const own = staff.find(({ userId }) => userId === colleague.userId)!.personId
    const { id, number } = await plant.api.organization.appoint({
      post: await postIn(),
      person: own,
      capacity: 'holder',
      validFrom: '2026-06-01',
    })
    const tasks = () => offeredBy(appointmentTasks, plant)
    expect(tasks()).toMatchObject([
      { code: 'organization.task.take-on', facts: { number }, due: '2026-06-15' },
    ])
    const record = `organization/appointment/${id}`
    expect((await refusalOf(plant.api.organization.acknowledge({ record }))).code).toBe(
      'organization.not-appointed',
    )
    await colleague.api.organization.acknowledge({ record })
    expect(tasks()).toEqual([])
    await plant.api.organization.endAppointment({ id, on: '2026-07-20' })
    expect(tasks()).toMatchObject([{ code: 'organization.task.succeed', due: '2026-07-20' }])
    await plant.api.organization.endAppointment({ id, on: null })
    for (const language of ['zh', 'en'] as const) {
      const letter = await finish(plant.api.organization.printAppointment({ id, language }))
      expect(letter.fileName).toContain('AP-2026-001')
    }
  })
  it('R-SD-4 warns when the asset supervisor keeps the books as well', async () => {
    const one = await person('周全')
    for (const kind of ['asset-supervisor', 'bookkeeper'] as const)
      await plant.api.organization.appoint({
        post: await postIn({ kind, title: kind }),
        person: one,
        capacity: 'holder',
        validFrom: '2026-01-01',
      })
    expect(await whereOf('same-hands')).toHaveLength(1)
  })
  it('a body does not stand below itself, and one in use is not removed', async () => {
    const top = await department('领导小组')
    const below = await department('碳资产部', top.id)
    const circle = plant.api.organization.saveBody({ ...top, parent: below.id })
    expect((await refusalOf(circle)).code).toBe('organization.body-circle')
    expect((await refusalOf(plant.api.organization.removeBody({ id: top.id }))).code).toBe(
      'organization.still-used',
    )
    await plant.api.organization.removeBody({ id: below.id })
  })
  it('R-RL-1 lists those of the nine rule documents that are missing', async () => {
    expect(await whereOf('rule-missing')).toHaveLength(9)
    await plant.api.organization.saveRule({ code: 'fee-standard', state: 'elsewhere', reason: '由集团制定' })
    await plant.api.organization.saveRule({
      code: 'accounting',
      state: 'issued',
      title: '碳排放核算管理办法',
      number: null,
      issuedOn: '2026-01-01',
      body: null,
    })
    expect(await whereOf('rule-missing')).toHaveLength(7)
  })
  it('5.3.2 b 4 asks with which contract, secrecy and data a body from outside takes part', async () => {
    const { id: _id, position: _position, ...like } = await department()
    const outside = {
      ...like,
      id: null,
      name: '低碳咨询公司',
      form: 'external',
      host: '合同 2026-18',
    } as const
    const { id } = await plant.api.organization.saveBody(outside)
    expect(await whereOf('outside-open')).toEqual([id])
    expect(signalOf(plant, '5.3.2-b-4')).toMatchObject({ isMet: false, records: [`organization/body/${id}`] })
    await plant.api.organization.saveBody({
      ...outside,
      id,
      confidentiality: '保密协议 2026-18-2',
      dataScope: '能源台账，不含成本',
    })
    expect(await whereOf('outside-open')).toEqual([])
    expect(signalOf(plant, '5.3.2-b-4')).toMatchObject({ isMet: true })
  })
  it('5.3.2 a 2 shows the duties as known once they were announced, until an appointment changes', async () => {
    const { api } = plant
    const told = (on = today) => dutySignals(plant.backend.spine.store().read, { today: on })[0]
    const announcement = { subject: '岗位权责', party: '全体员工', way: 'written', onDay: today } as const
    expect((await refusalOf(api.competence.announceDuties(announcement))).code).toBe('competence.no-duties')
    const post = await postIn()
    const [first, second] = [await person('钱进'), await person('孙丽')]
    const appoint = (who: PersonId, validFrom: string) =>
      api.organization.appoint({ post, person: who, capacity: 'holder', validFrom })
    await appoint(first, '2026-01-01')
    expect(told()).toMatchObject({ isMet: false, code: 'competence.signal.duties-untold' })
    const { id, content } = await api.competence.announceDuties(announcement)
    expect(content).toContain('碳资产部 · 碳管理主管')
    expect(told()).toMatchObject({ isMet: true, records: [`competence/message/${id}`] })
    plant.clock.advance(2 * 86_400)
    await finish(api.access.signIn(administrator))
    await appoint(second, '2026-07-02')
    expect(told('2026-07-02')).toMatchObject({ isMet: false, code: 'competence.signal.duties-changed' })
  })
  it('5.3.2 shows a duty as met only while its post is held', async () => {
    const duty = () => signalOf(plant, '5.3.2-c-3')
    const post = await postIn({ duties: ['5.3.2-c-3'] })
    expect(duty()).toMatchObject({ isMet: false, code: 'organization.signal.duty-vacant' })
    const { id } = await plant.api.organization.appoint({
      post,
      person: await person('吴静'),
      capacity: 'holder',
      validFrom: '2026-01-01',
    })
    expect(duty()?.isMet).toBe(true)
    await plant.api.organization.endAppointment({ id, on: today })
    expect(duty()?.isMet).toBe(false)
  })
})
