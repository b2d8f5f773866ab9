import fc from 'fast-check'
import { afterAll, beforeAll, expect, it } from 'vitest'

import { offers } from '#electron/areas'
import { keepSearch } from '#electron/kernel/search-keeper'
import { stageUpload } from '#electron/kernel/uploads'
import { askedWords, indexedWords, passageOf } from '#shared/kernel/search-words'
import { finish, startBackend, type TestBackend } from '#test/support/backend'

let plant: TestBackend
let document: string

beforeAll(async () => {
  plant = await startBackend()
  const [person] = await plant.api.access.staff({})
  const owner = person!.personId
  const add = (title: string, secrecy: 'internal' | 'secret') =>
    plant.api.documents.addDocument({
      number: null,
      title,
      level: 'procedure',
      owner,
      department: null,
      secrecy,
      carrier: 'electronic',
      reviewMonths: 12,
      retentionYears: null,
      serves: [],
    })
  const fill = async (id: Awaited<ReturnType<typeof add>>, text: string) => {
    const body = new Blob([text]).stream() as never
    const upload = await stageUpload(plant.folder, { name: 'a.txt', type: 'text/plain', body })
    await finish(
      plant.api.documents.draftVersion({ document: id, label: 'A/0', change: '', author: owner, upload }),
    )
  }
  const first = await add('能源计量管理程序', 'internal')
  document = first
  await fill(first, '皮带秤每年检定一次，CO₂排放按元素碳含量计算。Boiler No. 2 follows GB/T 32151.')
  await plant.api.documents.setClearance({ person: owner, grade: 'secret' })
  await fill(await add('交易底线', 'secret'), '绝密价格')
  keepSearch(plant.backend.spine, offers.records, null)
})
afterAll(() => plant.close())

/** What is found among documents; the requirements of the standard are records, too. */
const hits = async (text: string, api = plant.api) =>
  (await api.desk.search({ text, limit: 100 })).filter(({ record }) => record.startsWith('documents/'))
const found = async (text: string, api = plant.api) => (await hits(text, api)).map(({ title }) => title)

it('a Chinese word of two characters is found inside of longer words, in titles and in contents', async () => {
  expect(await found('计量')).toEqual(['能源计量管理程序'])
  expect(await found('皮带')).toEqual(['能源计量管理程序'])
  expect(await found('带秤')).toEqual(['能源计量管理程序'])
  expect(await found('秤')).toEqual(['能源计量管理程序'])
  expect(await found('皮秤')).toEqual([])
})

it('all of several words must occur; letters are found by their beginning, in any case, with lowered digits', async () => {
  expect(await found('boil 检定')).toEqual(['能源计量管理程序'])
  expect(await found('boil 外购')).toEqual([])
  expect(await found('co2')).toEqual(['能源计量管理程序'])
  expect(await found('PRO-2026')).toContain('能源计量管理程序')
  expect(await found('"*')).toEqual([])
  const [hit] = await hits('元素碳')
  expect(hit?.passage).toContain('元素碳含量')
})

it('what is in a confidential document is not found by its words, and nothing by who may not see it', async () => {
  expect(await found('绝密')).toEqual([])
  expect(await found('交易底线')).toEqual(['交易底线'])
  const trader = await plant.signInAs([])
  expect(await trader.api.desk.search({ text: '计量', limit: 100 })).toEqual([])
})

it('the index follows what changed and is made again to the same', async () => {
  const { spine } = plant.backend
  expect(keepSearch(spine, offers.records, null)).toBe(0)
  const known = await plant.api.documents.document({ id: document as never })
  const {
    number,
    title: _title,
    level,
    owner,
    department,
    secrecy,
    carrier,
    reviewMonths,
    retentionYears,
    serves,
  } = known
  const facts = { number, level, owner, department, secrecy, carrier, reviewMonths, retentionYears, serves }
  await plant.api.documents.changeDocument({ ...facts, id: known.id, title: '计量器具管理程序' })
  expect(keepSearch(spine, offers.records, ['monitoring'])).toBe(0)
  expect(keepSearch(spine, offers.records, ['documents'])).toBe(1)
  expect(await found('能源')).toEqual([])
  expect(await found('器具')).toEqual(['计量器具管理程序'])
  const before = await found('管理')
  await plant.api.desk.rebuildSearch({})
  expect(await found('管理')).toEqual(before)
  expect(keepSearch(spine, offers.records, null)).toBe(0)
})

it('every part of a Chinese text of two characters and more is asked for by words that the text is kept under', () => {
  const han = fc.array(fc.constantFrom(...Array.from('碳排放管理程序文件监测核算配额')), {
    minLength: 2,
    maxLength: 30,
  })
  fc.assert(
    fc.property(han, fc.nat(), fc.nat(), (characters, a, b) => {
      const text = characters.join('')
      const from = a % (characters.length - 1)
      const to = from + 2 + (b % (characters.length - from - 1))
      const phrase = askedWords(characters.slice(from, to).join(''))?.replaceAll('"', '') ?? ''
      expect(` ${indexedWords(text)} `).toContain(` ${phrase} `)
    }),
  )
})

it('a passage shows what was found with the words around it', () => {
  const text = `${'前文'.repeat(100)}监测计划${'后文'.repeat(100)}`
  expect(passageOf(text, '监测')).toMatch(/^….*监测计划.*…$/)
  expect(passageOf('短文', '没有')).toBe('短文')
})

it('in the sample plant a word of a document and the title of a risk are found', async () => {
  const sample = await startBackend({ sample: true })
  try {
    keepSearch(sample.backend.spine, offers.records, null)
    const areasOf = async (text: string) =>
      new Set((await sample.api.desk.search({ text, limit: 100 })).map(({ record }) => record.split('/')[0]))
    const content = await sample.api.desk.search({ text: '涂改', limit: 100 })
    expect(content.map(({ title }) => title)).toContain('文件控制程序')
    const [risk] = await sample.api.risks.risks({})
    expect(await areasOf(risk!.title.slice(0, 2))).toContain('risks')
  } finally {
    await sample.close()
  }
})
