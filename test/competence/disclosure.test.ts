import { afterAll, beforeAll, expect, it } from 'vitest'

import type { NewDisclosure } from '#shared/competence/message'
import { type Plant, startPlant, typeYear } from '#test/accounting/plant'
import { administrator, finish, refusalOf } from '#test/support/backend'

let plant: Plant
let draft: NewDisclosure
beforeAll(async () => {
  plant = await startPlant()
  const { api } = plant
  await typeYear(plant)
  const { id } = await plant.create({ year: 2025 })
  await finish(api.accounting.freeze({ id, password: administrator.password }))
  const inventory = `accounting/inventory/${id}`
  const total = (await api.competence.lockedFigures({ inventory })).find(({ path }) => path === 'total')!
  draft = {
    title: '2025 年排放信息',
    recipient: '公众',
    basis: '企业环境信息依法披露管理办法',
    secrecy: 'public',
    inventory,
    figures: [{ ...total, label: '排放总量' }],
    words: '',
  }
})
afterAll(() => plant.backend.close())

const password = administrator.password

it('R-DC-6 a figure that differs from the locked inventory by its last digit does not leave', async () => {
  const { api } = plant
  const [figure] = draft.figures
  const other = figure!.value.endsWith('1') ? '2' : '1'
  const wrong = [{ ...figure!, value: `${figure!.value.slice(0, -1)}${other}` }]
  const { id } = await api.competence.draftDisclosure({ ...draft, figures: wrong })
  const refused = await refusalOf(finish(api.competence.approveDisclosure({ id, password })))
  expect(refused).toMatchObject({ code: 'competence.figure-differs', facts: { label: '排放总量' } })
})

it('what is approved is signed, printed with its hash, handed over once, and stays as it was', async () => {
  const { api } = plant
  const { id } = await api.competence.draftDisclosure(draft)
  const approved = await finish(api.competence.approveDisclosure({ id, password }))
  expect(approved.sha256).toMatch(/^[0-9a-f]{64}$/)
  const { signatures } = await api.desk.aboutRecord({ record: `competence/disclosure/${id}` })
  expect(signatures).toMatchObject([
    { meaning: 'competence.disclosure-approved', signedHash: approved.sha256 },
  ])
  const changing = api.competence.changeDisclosure({ ...draft, id, words: '补充说明' })
  expect((await refusalOf(changing)).code).toBe('competence.disclosure-cannot')
  const printed = await finish(api.competence.printDisclosure({ id, kind: 'docx', language: 'en' }))
  expect(printed.fileName).toMatch(/\.docx$/)
  const handed = await api.competence.handOver({ id, to: '生态环境局', on: '2026-06-30' })
  expect(handed).toMatchObject({ state: 'handed-over', handedTo: '生态环境局' })
  const again = api.competence.handOver({ id, to: '他人', on: '2026-06-30' })
  expect((await refusalOf(again)).code).toBe('competence.disclosure-cannot')
})

it('R-SD-2 nobody but who is alone approves what they wrote', async () => {
  const { api } = plant
  const { id } = await api.competence.draftDisclosure(draft)
  const boss = await plant.backend.signInAs(['top-management'])
  const own = finish(api.competence.approveDisclosure({ id, password }))
  expect((await refusalOf(own)).code).toBe('competence.own-disclosure')
  const approved = await finish(boss.api.competence.approveDisclosure({ id, password: 'Plant-2026 first' }))
  expect(approved.approvedBy).toBe(boss.userId)
})
