import { readFileSync } from 'node:fs'

import { afterAll, beforeAll, expect, it } from 'vitest'

import { shippedTemplates } from '#electron/documents/templates'
import { evidencePath } from '#electron/kernel/evidence-store'
import { plainTextOf } from '#electron/kernel/plain-text'
import { stageUpload } from '#electron/kernel/uploads'
import type { PersonId } from '#shared/access/model'
import { requiredCodes } from '#shared/documents/required'
import { templateFactNames } from '#shared/documents/template'
import { texts } from '#shared/texts'
import { newFacility } from '#test/monitoring/support'
import { administrator, finish, refusalOf, startBackend, type TestBackend } from '#test/support/backend'

let plant: TestBackend
let owner: PersonId

beforeAll(async () => {
  plant = await startBackend()
  newFacility(plant)
  owner = (await plant.api.access.staff({}))[0]!.personId
})
afterAll(() => plant.close())

const templates = shippedTemplates({ program: '.' })
const make = (template: string, language: 'zh' | 'en', number: string | null = null) =>
  finish(
    plant.api.documents.fromTemplate({
      template,
      language,
      number,
      owner,
      department: null,
      secrecy: 'internal',
      carrier: 'electronic',
      reviewMonths: 12,
      retentionYears: 3,
    }),
  )
const textOf = async (id: Awaited<ReturnType<typeof make>>) => {
  const [version] = (await plant.api.documents.document({ id })).versions
  return plainTextOf(evidencePath(plant.folder, version!.sha256!))
}

it.each(templates)('the template $code speaks of what is known, in both languages', (template) => {
  const written = JSON.stringify(template)
  const names = [...written.matchAll(/\{([a-zA-Z-]+)\}/g)].map(([, name]) => name)
  expect(names.filter((name) => !(templateFactNames as readonly string[]).includes(name!))).toEqual([])
  const kinds = template.pieces.flatMap((piece) => ('register' in piece ? [piece.register] : []))
  expect(kinds.filter((kind) => !Object.hasOwn(texts, kind))).toEqual([])
  expect(template.serves.filter((code) => !(requiredCodes as readonly string[]).includes(code))).toEqual([])
  const en = JSON.stringify(template.pieces, (key, value: unknown) => (key === 'zh' ? undefined : value))
  expect(en).not.toMatch(/\p{Script=Han}/u)
})

it('every procedure says its purpose, scope, responsibilities, steps and records', () => {
  for (const { code, level, pieces } of templates.filter(({ level }) => level === 'procedure')) {
    const headings = pieces.flatMap((piece) => ('heading' in piece ? [piece.heading.en.slice(2)] : []))
    expect(headings, `${level} ${code}`).toEqual([
      'Purpose',
      'Scope',
      'Responsibilities',
      'Steps',
      'Records and retention',
    ])
  }
})

it('a document from a template is a draft with its number in it, filled from the records', async () => {
  const id = await make('document-control', 'zh')
  const shown = await plant.api.documents.document({ id })
  expect(shown).toMatchObject({
    number: 'PRO-2026-001',
    title: '文件控制程序',
    state: 'draft',
    level: 'procedure',
  })
  const text = await textOf(id)
  expect(text).toContain('PRO-2026-001')
  expect(text).toContain('示例热电有限公司')
  expect(text).toContain(administrator.name)
  expect(text).not.toMatch(/\{[a-zA-Z-]+\}/)
  const manual = await textOf(await make('manual', 'en'))
  expect(manual).toContain('Carbon management manual')
  // What nobody registered yet is left to be filled in by hand.
  expect(manual).toContain('________')
  expect(manual).toContain('文件控制程序')
})

it('what must be in writing is there once its document is in force, or the records of the product show it', async () => {
  const stateOf = async (code: string) =>
    (await plant.api.documents.writing({})).find((each) => each.code === code)
  expect((await stateOf('disclosure-rules'))?.state).toBe('missing')
  const id = await make('communication', 'zh')
  expect(await stateOf('disclosure-rules')).toMatchObject({ state: 'begun', documents: [{ id }] })
  const code = await plant.api.documents.addWriting({
    title: '应急预案',
    clause: null,
    reason: '停电时数据不丢',
  })
  expect(await stateOf(code)).toMatchObject({ state: 'missing', title: '应急预案' })
  await plant.api.documents.removeWriting({ code })
  expect(await stateOf(code)).toBeUndefined()
})

it('a number that is taken is refused before anything is made', async () => {
  expect((await refusalOf(make('risk', 'zh', 'PRO-2026-001'))).code).toBe('documents.number-taken')
})

it('who is alone in the plant signs for all, says why, and the sheet of an old version says that it is superseded', async () => {
  const { api } = plant
  const id = await make('change', 'zh')
  const sign = async (
    version: Awaited<ReturnType<typeof api.documents.document>>['versions'][number]['id'],
  ) => {
    const today = plant.clock.now().toISOString().slice(0, 10)
    await api.documents.sendVersion({ id: version, reviewer: owner, approver: owner, inForceFrom: today })
    const { password } = administrator
    const pass = { id: version, password, note: null }
    expect((await refusalOf(finish(api.documents.passVersion({ ...pass, aloneReason: null })))).code).toBe(
      'documents.alone-without-reason',
    )
    await finish(api.documents.passVersion({ ...pass, aloneReason: '只有一人' }))
    await finish(api.documents.approveVersion({ id: version, password, aloneReason: '只有一人' }))
  }
  const [first] = (await api.documents.document({ id })).versions
  await sign(first!.id)
  const { sha256 } = (await api.documents.document({ id })).versions[0]!
  const body = new Blob([readFileSync(evidencePath(plant.folder, sha256!))]).stream() as never
  const upload = await stageUpload(plant.folder, { name: '二版.docx', type: '', body })
  const draft = { document: id, label: 'A/1', change: '修订', author: owner, upload }
  await sign(await finish(api.documents.draftVersion(draft)))
  const { download } = await finish(api.documents.printCard({ id: first!.id, language: 'zh', kind: 'docx' }))
  expect(await plainTextOf(`${plant.folder}/exports/${download}`)).toContain('已被替代 2026-06-30')
})
