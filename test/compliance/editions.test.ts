import { afterAll, beforeAll, expect, it } from 'vitest'

import { stageUpload } from '#electron/kernel/uploads'
import type { RequirementTree } from '#shared/compliance/tree'
import { type Api, finish, refusalOf, startBackend, type TestBackend } from '#test/support/backend'

const standard = 't-cieccpa'
let plant: TestBackend
let api: Api
beforeAll(async () => {
  plant = await startBackend()
  api = plant.api
})
afterAll(() => plant.close())

const head = {
  id: 'customer-a',
  edition: '2026',
  title: { zh: '客户要求', en: 'Customer' },
  document: '供应商准则',
}
async function bring(name: string, text: string, given: typeof head | null = head) {
  const body = new Blob([text]).stream()
  const upload = await stageUpload(plant.folder, { name, type: 'text/plain', body })
  return finish(api.compliance.addTree({ upload, head: given }))
}
const csv = (...rows: string[]) => ['id,clause,clause_title_zh,level,text_zh,evidence', ...rows].join('\n')
const bringTree = (tree: RequirementTree) => bring(`${tree.edition}.json`, JSON.stringify(tree), null)

it('a table with faults is not taken, and every fault says in which row it is', async () => {
  const { tree, faults } = await bring(
    'own.csv',
    csv(
      'a 1,1,总则,应,有方针,policy',
      'a-2,1,,必须,有目标,objective',
      'a-3,1,,宜,有计划,plan;policy',
      'a-3,1,,宜,重复,',
    ),
  )
  expect(tree).toBeNull()
  expect(faults.map(({ row, code, facts }) => `${row} ${code} ${String(facts['field'])}`)).toEqual([
    '2 compliance.tree.value id',
    '3 compliance.tree.value level',
    '4 compliance.tree.value evidence',
    '5 compliance.tree.twice id',
  ])
  expect((await bring('own.csv', 'id,text\n1,x')).faults).toMatchObject([
    { row: 0, code: 'compliance.tree.columns' },
  ])
  expect((await bring('own.csv', csv('a,1,,应,x,'), null)).faults).toMatchObject([
    { code: 'compliance.tree.head' },
  ])
  expect((await bring('own.json', '{"id":', null)).faults).toMatchObject([{ code: 'compliance.tree.json' }])
  expect((await api.compliance.trees({})).some(({ id }) => id === head.id)).toBe(false)
})

it('a table becomes a tree with its headings, is used beside the standard, and can be set aside', async () => {
  const text = csv('a-1,1.1,方针,应,有方针,policy', 'a-2,1.2,目标,宜,有目标,objective', ',1,总则,,,')
  expect(await bring('own.csv', text)).toMatchObject({ rows: 2, faults: [] })
  // The same file again changes nothing; another content under the same name is refused.
  expect(await bring('own.csv', text)).toMatchObject({ rows: 2, faults: [] })
  expect(await refusalOf(bring('own.csv', csv('a-1,1,,应,别的,')))).toMatchObject({
    code: 'compliance.edition-taken',
  })
  expect(await refusalOf(api.compliance.standing({ tree: head.id }))).toMatchObject({
    code: 'compliance.no-such-tree',
  })
  await api.compliance.adoptTree({ tree: head.id, edition: head.edition })
  const { clauses } = await api.compliance.tree({ tree: head.id })
  expect(clauses.map(({ id, parent, title }) => `${id} < ${parent} ${title.zh}`)).toEqual([
    '1 < null 总则',
    '1.1 < 1 方针',
    '1.2 < 1 目标',
  ])
  expect((await api.compliance.standing({ tree: head.id })).rows.map(({ id }) => id)).toEqual(['a-1', 'a-2'])
  await api.compliance.setTreeAside({ tree: head.id })
  expect(await refusalOf(api.compliance.standing({ tree: head.id }))).toMatchObject({
    code: 'compliance.no-such-tree',
  })
  expect(await refusalOf(api.compliance.setTreeAside({ tree: standard }))).toMatchObject({
    code: 'compliance.standard-stays',
  })
})

it('a new edition carries judgements over where the words are the same and asks anew where they are not', async () => {
  const tree = await api.compliance.tree({ tree: standard })
  const ids = ['5.1-a', '5.1-c', '5.1-d', '5.1-f']
  const [kept, reworded, renamed, gone] = ids as [string, string, string, string]
  await api.compliance.judge({
    tree: standard,
    requirements: ids,
    state: 'partial',
    reason: null,
    note: null,
    judgedOn: '2026-06-01',
  })
  const requirements = tree.requirements.flatMap((row) => {
    if (row.id === gone) return []
    if (row.id === reworded) return [{ ...row, text: { ...row.text, zh: `${row.text.zh}（修订）` } }]
    return row.id === renamed ? [{ ...row, id: '5.1-z', formerly: [renamed] }] : [row]
  })
  await bringTree({ ...tree, edition: 'draft-2', requirements })
  const { from, changes, rejudge } = await api.compliance.treeChanges({ tree: standard, edition: 'draft-2' })
  expect([from, rejudge]).toEqual(['draft-1', 1])
  expect(changes.map(({ id, changes: what }) => `${id} ${what.join()}`)).toEqual([
    `${reworded} reworded`,
    '5.1-z renumbered',
    `${gone} removed`,
  ])
  // Until it is chosen nothing is different: a judgement had settled the edition.
  expect((await api.compliance.standing({ tree: standard })).edition).toBe('draft-1')

  await api.compliance.adoptTree({ tree: standard, edition: 'draft-2' })
  const { rows } = await api.compliance.standing({ tree: standard })
  const row = (id: string) => rows.find((each) => each.id === id)
  expect(row(kept)).toMatchObject({ judged: 'partial', isStale: false })
  expect(row(reworded)).toMatchObject({ judged: 'partial', isStale: true })
  expect(row('5.1-z')).toMatchObject({ judged: 'partial', isStale: false })
  expect(row(gone)).toBeUndefined()
  expect((await api.compliance.overview({ tree: standard })).stale).toBe(1)

  await api.compliance.adoptTree({ tree: standard, edition: 'draft-1' })
  const back = (await api.compliance.standing({ tree: standard })).rows
  expect(back.find(({ id }) => id === gone)).toMatchObject({ judged: 'partial', isStale: false })
})
