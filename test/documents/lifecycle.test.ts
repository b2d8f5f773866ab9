import { existsSync } from 'node:fs'

import { afterAll, beforeAll, expect, it } from 'vitest'

import { byItself, evidenceGuards } from '#electron/areas'
import { evidencePath } from '#electron/kernel/evidence-store'
import { keepTasks } from '#electron/kernel/task-keeper'
import { stageUpload } from '#electron/kernel/uploads'
import type { PersonId } from '#shared/access/model'
import {
  type DocumentId,
  type NewDocument,
  stageActs,
  stageAfter,
  stages,
  type VersionId,
} from '#shared/documents/document'
import {
  administrator,
  type Api,
  finish,
  refusalOf,
  type SignedIn,
  startBackend,
  type TestBackend,
} from '#test/support/backend'

import { documentOf } from './facts.ts'

let plant: TestBackend
/** Writes; the administrator, who holds every role. */
let writer: PersonId
let checker: SignedIn & { readonly person: PersonId }
let chief: SignedIn & { readonly person: PersonId }
const password = 'Plant-2026 first'

const personOf = async (userId: string) =>
  (await plant.api.access.staff({})).find((each) => each.userId === userId)!.personId

beforeAll(async () => {
  plant = await startBackend()
  const [first] = await plant.api.access.staff({})
  writer = first!.personId
  const [second, third] = [await plant.signInAs(['reviewer']), await plant.signInAs(['top-management'])]
  checker = { ...second, person: await personOf(second.userId) }
  chief = { ...third, person: await personOf(third.userId) }
})
afterAll(() => plant.close())

const facts = (more: Partial<NewDocument> = {}) => documentOf(writer, more)
const file = (text: string, name = '程序.txt') =>
  stageUpload(plant.folder, { name, type: 'text/plain', body: new Blob([text]).stream() as never })
const draft = async (document: DocumentId, label: string, text: string) =>
  finish(
    plant.api.documents.draftVersion({
      document,
      label,
      change: '首次发布',
      author: writer,
      upload: await file(text),
    }),
  )
const send = (id: VersionId, inForceFrom = today()) =>
  plant.api.documents.sendVersion({ id, reviewer: checker.person, approver: chief.person, inForceFrom })
/** Another day, on which everybody signs in again. */
const moveTo = async (day: string) => {
  plant.clock.set(`${day}T02:00:00.000Z`)
  for (const [api, login, word] of [
    [plant.api, administrator.login, administrator.password],
    [checker.api, checker.login, password],
    [chief.api, chief.login, password],
  ] as const)
    await finish(api.access.signIn({ login, password: word }))
}
const today = () => plant.clock.now().toISOString().slice(0, 10)
const pass = (id: VersionId) =>
  finish(checker.api.documents.passVersion({ id, password, note: '适用', aloneReason: null }))
const approve = (id: VersionId, api: Api = chief.api) =>
  finish(api.documents.approveVersion({ id, password, aloneReason: null }))
const inForce = async (document: DocumentId, label: string, text: string) => {
  const id = await draft(document, label, text)
  await send(id)
  await pass(id)
  await approve(id)
  return id
}
const states = async (id: DocumentId) =>
  (await plant.api.documents.document({ id })).versions.map(({ label, state }) => `${label} ${state}`)

it('the table of stages allows these steps and no others', () => {
  const allowed = stages.flatMap((stage) =>
    stageActs
      .filter((act) => stageAfter(stage, act) !== null)
      .map((act) => `${stage} ${act} ${stageAfter(stage, act)}`),
  )
  expect(allowed).toEqual([
    'draft send review',
    'draft withdraw withdrawn',
    'review pass approval',
    'review return draft',
    'approval approve approved',
    'approval return draft',
  ])
})

it('R-DC-3 a document has a number, a title, a date and an author; numbers are given and are unique', async () => {
  const id = await plant.api.documents.addDocument(facts())
  const { number, title } = await plant.api.documents.document({ id })
  expect([number, title]).toEqual(['PRO-2026-001', '文件控制程序'])
  expect((await refusalOf(plant.api.documents.addDocument(facts({ number })))).code).toBe(
    'documents.number-taken',
  )
  await expect(plant.api.documents.addDocument(facts({ title: ' ' }))).rejects.toThrow()
  const version = await draft(id, 'A/0', '碳排放管理')
  const [shown] = (await plant.api.documents.document({ id })).versions
  expect(shown).toMatchObject({ id: version, author: writer, label: 'A/0', madeAt: expect.any(String) })
})

it('R-SD-2 who wrote a document does not approve it, nor is named for it', async () => {
  const id = await plant.api.documents.addDocument(facts({ title: '分离' }))
  const version = await draft(id, 'A/0', '职责')
  const same = { id: version, reviewer: checker.person, approver: writer, inForceFrom: today() }
  expect((await refusalOf(plant.api.documents.sendVersion(same))).code).toBe('documents.same-person')
  const twice = { ...same, approver: checker.person }
  expect((await refusalOf(plant.api.documents.sendVersion(twice))).code).toBe('documents.same-person')
  await send(version)
  const own = plant.api.documents.passVersion({
    id: version,
    password: administrator.password,
    note: null,
    aloneReason: null,
  })
  expect((await refusalOf(finish(own))).code).toBe('documents.not-named')
  // The file was put there by the administrator for an author who is named as another.
  const author = await plant.api.access.addPerson({ name: '赵工' })
  const other = await plant.api.documents.addDocument(facts({ title: '代写' }))
  const written = await finish(
    plant.api.documents.draftVersion({
      document: other,
      label: 'A/0',
      change: '',
      author,
      upload: await file('代写'),
    }),
  )
  await plant.api.documents.sendVersion({
    id: written,
    reviewer: checker.person,
    approver: writer,
    inForceFrom: today(),
  })
  await pass(written)
  const byWriter = plant.api.documents.approveVersion({
    id: written,
    password: administrator.password,
    aloneReason: '没有别人',
  })
  expect((await refusalOf(finish(byWriter))).code).toBe('documents.own-work')
})

it('R-DC-1 R-DC-2 versions are kept, none is deleted or changed once approved, and the current one is marked', async () => {
  const id = await plant.api.documents.addDocument(facts({ title: '版本' }))
  const first = await inForce(id, 'A/0', '第一版')
  const second = await draft(id, 'A/1', '第二版')
  expect(await states(id)).toEqual(['A/1 draft', 'A/0 in-force'])
  await send(second, '2026-07-15')
  await pass(second)
  await approve(second)
  expect(await states(id)).toEqual(['A/1 waiting', 'A/0 in-force'])
  await moveTo('2026-07-15')
  expect(await states(id)).toEqual(['A/1 in-force', 'A/0 superseded'])
  const { versions } = await plant.api.documents.document({ id })
  expect(versions[1]).toMatchObject({ endedOn: '2026-07-15', retainedUntil: '2029-07-15' })
  const { sqlite } = plant.backend.spine.store()
  expect(() => sqlite.prepare('DELETE FROM documents_versions WHERE id = ?').run(first)).toThrow(
    'never deleted',
  )
  expect(() => sqlite.prepare(`UPDATE documents_versions SET label = 'B' WHERE id = ?`).run(first)).toThrow(
    'never changed',
  )
  // A correction of what is locked is a version of its own; the file that was approved stays what it was.
  expect(() =>
    sqlite.prepare(`UPDATE documents_versions SET sha256 = ? WHERE id = ?`).run('0'.repeat(64), second),
  ).toThrow('never changed')
  await plant.api.documents.endDocument({ id, on: '2026-07-15', reason: '并入手册' })
  expect(await states(id)).toEqual(['A/1 obsolete', 'A/0 superseded'])
})

it('a version that is on its way cannot be changed, is returned with a reason, and may be withdrawn', async () => {
  const id = await plant.api.documents.addDocument(facts({ title: '退回' }))
  const version = await draft(id, 'A/0', '初稿')
  await send(version)
  const change = { id: version, label: 'A/0', change: '改', author: writer, upload: null }
  expect((await refusalOf(finish(plant.api.documents.replaceFile(change)))).code).toBe(
    'documents.not-a-draft',
  )
  await checker.api.documents.returnVersion({ id: version, reason: '补充职责' })
  const [shown] = (await plant.api.documents.document({ id })).versions
  expect(shown).toMatchObject({ state: 'draft', returnReason: '补充职责' })
  await finish(plant.api.documents.replaceFile({ ...change, upload: await file('二稿', '二稿.txt') }))
  expect((await plant.api.documents.document({ id })).versions[0]).toMatchObject({ fileName: '二稿.txt' })
  await plant.api.documents.withdrawVersion({ id: version, reason: '不再需要' })
  expect(await states(id)).toEqual(['A/0 withdrawn'])
})

it('reading is asked of those on the list, is a task until it is confirmed, and asked again of the next version', async () => {
  const id = await plant.api.documents.addDocument(facts({ title: '阅读' }))
  const first = await inForce(id, 'A/0', '须阅读')
  await plant.api.documents.distribute({ id, people: [checker.person], mustRead: true, copyNumber: '01' })
  const reading = async () => {
    keepTasks(plant.backend.spine, byItself.taskSources)
    const all = await checker.api.desk.tasks({ from: '2026-01-01', to: '2028-12-31', withOverdue: true })
    return all
      .filter(({ code, record }) => code === 'documents.task.read' && record.endsWith(id))
      .map(({ facts: { label }, state, isMine }) => `${label} ${state} ${isMine}`)
  }
  expect(await reading()).toEqual(['A/0 open true'])
  expect((await checker.api.documents.document({ id })).isForMe).toBe(true)
  await checker.api.documents.confirmReading({ id: first })
  expect(await reading()).toEqual(['A/0 done true'])
  await inForce(id, 'A/1', '修订')
  expect((await reading()).toSorted()).toEqual(['A/0 done true', 'A/1 open true'])
  expect((await refusalOf(checker.api.documents.confirmReading({ id: first }))).code).toBe(
    'documents.not-in-force',
  )
  expect((await plant.api.documents.document({ id })).readers).toEqual({ asked: 1, done: 0 })
})

it('R-204.5 who is below the grade sees the name only, and each opening of a secret one stands in the trail', async () => {
  const secret = facts({ title: '交易策略', secrecy: 'secret' })
  const id = await plant.api.documents.addDocument(secret)
  const upload = {
    document: id,
    label: 'A/0',
    change: '机密内容',
    author: writer,
    upload: await file('底价'),
  }
  expect((await refusalOf(finish(plant.api.documents.draftVersion(upload)))).code).toBe(
    'documents.below-grade',
  )
  const cleared = plant.api.documents.setClearance({ person: writer, grade: 'secret' })
  expect((await refusalOf(cleared)).code).toBe('documents.own-clearance')
  const controller = await plant.signInAs(['document-controller'])
  await controller.api.documents.setClearance({ person: writer, grade: 'secret' })
  const version = await draft(id, 'A/0', '底价八十元')
  const seen = await checker.api.documents.document({ id })
  expect(seen).toMatchObject({ title: '交易策略', isOpenToMe: false })
  const record = `documents/document/${id}`
  expect((await checker.api.access.history({ record })).lines).toEqual([])
  expect((await plant.api.access.history({ record })).lines.length).toBeGreaterThan(0)
  const { number } = seen
  const lowered = controller.api.documents.changeDocument({
    ...facts({ title: '交易策略' }),
    number,
    secrecy: 'public',
    id,
  })
  expect((await refusalOf(lowered)).code, 'nobody lowers the grade that keeps them out').toBe(
    'documents.below-grade',
  )
  expect(seen.versions[0]).toMatchObject({ sha256: null, change: '', fileName: '' })
  expect((await refusalOf(checker.api.documents.openVersion({ id: version }))).code).toBe(
    'documents.below-grade',
  )
  expect((await checker.api.documents.register({ text: '底价' })).length).toBe(0)
  expect((await plant.api.documents.register({ text: '底价' })).map(({ title }) => title)).toEqual([
    '交易策略',
  ])
  const { sha256 } = await plant.api.documents.openVersion({ id: version })
  await plant.api.desk.attach({ record, upload: await file('报价单'), note: null })
  const [beside] = (await plant.api.desk.aboutRecord({ record })).attachments
  // Whoever learns the hash from somewhere else does not get the file either.
  const { read } = plant.backend.spine.store()
  const mayFetch = (user: typeof checker.userId) => evidenceGuards.every((guard) => guard(read, user, sha256))
  expect(evidenceGuards.every((guard) => guard(read, checker.userId, beside!.sha256))).toBe(false)
  const [own] = (await plant.api.access.staff({})).filter(({ personId }) => personId === writer)
  expect([mayFetch(own!.userId!), mayFetch(checker.userId)]).toEqual([true, false])
  const { lines } = await plant.api.access.auditSearch({ procedure: 'documents.openVersion' })
  expect(lines.map(({ outcome }) => outcome)).toEqual(['done', 'refused'])
})

it('R-DC-4 the end of a retention asks for a disposal, which another approves; the file goes, the certificate stays', async () => {
  await moveTo('2026-08-03')
  const id = await plant.api.documents.addDocument(facts({ title: '处置', retentionYears: 1 }))
  const old = await inForce(id, 'A/0', '要处置的内容')
  const { sha256 } = await plant.api.documents.openVersion({ id: old })
  const propose = () =>
    plant.api.documents.proposeDisposal({ version: old, method: 'erased', reason: '保存期满' })
  expect((await refusalOf(propose())).code).toBe('documents.still-used')
  await inForce(id, 'A/1', '新内容')
  expect((await refusalOf(propose())).facts).toEqual({ label: 'A/0', until: '2027-08-03' })
  await moveTo('2027-08-03')
  keepTasks(plant.backend.spine, byItself.taskSources)
  const due = await plant.api.desk.tasks({ from: '2027-08-03', to: '2027-08-03', withOverdue: false })
  expect(due.map(({ code }) => code)).toContain('documents.task.dispose')
  const disposal = await propose()
  const signing = { id: disposal, aloneReason: null }
  const own = plant.api.documents.approveDisposal({ ...signing, password: administrator.password })
  expect((await refusalOf(finish(own))).code).toBe('documents.own-work')
  expect(existsSync(evidencePath(plant.folder, sha256))).toBe(true)
  await finish(chief.api.documents.approveDisposal({ id: disposal, password, aloneReason: null }))
  expect(existsSync(evidencePath(plant.folder, sha256))).toBe(false)
  expect(await states(id)).toEqual(['A/1 in-force', 'A/0 disposed'])
  const [certificate] = (await plant.api.documents.retention({})).disposals
  expect(certificate).toMatchObject({ number: 'DSP-2027-001', state: 'done', isFileGone: true, sha256 })
  const paper = { id: disposal, kind: 'pdf', language: 'zh' } as const
  expect((await finish(plant.api.documents.printDisposal(paper))).fileName).toBe(
    '文件处置证明_DSP-2027-001.pdf',
  )
  expect((await refusalOf(plant.api.documents.openVersion({ id: old }))).code).toBe('documents.is-disposed')
})
