import { afterAll, beforeAll, expect, it } from 'vitest'

import { printPdf } from '#electron/kernel/print-pdf'
import { stageUpload } from '#electron/kernel/uploads'
import type { PersonId } from '#shared/access/model'
import { finish, startBackend, type TestBackend } from '#test/support/backend'

import { documentOf } from './facts.ts'

let plant: TestBackend
let writer: PersonId
beforeAll(async () => {
  plant = await startBackend()
  writer = (await plant.api.access.staff({}))[0]!.personId
})
afterAll(() => plant.close())

it('MS-13 a document is found by what its PDF says', async () => {
  const paper = { title: '采样规程', subtitle: null, facts: [], footer: '', watermark: null }
  const blocks = [{ kind: 'paragraph' as const, text: '皮带中部采样机每班核查切割器行程' }]
  const pdf = await printPdf({ ...paper, blocks }, process.cwd())
  const id = await plant.api.documents.addDocument(documentOf(writer, { title: '采样规程' }))
  await finish(
    plant.api.documents.draftVersion({
      document: id,
      label: 'A/0',
      change: '首次发布',
      author: writer,
      upload: await stageUpload(plant.folder, {
        name: '采样规程.pdf',
        type: 'application/pdf',
        body: new Blob([new Uint8Array(pdf)]).stream() as never,
      }),
    }),
  )
  const found = await plant.api.documents.register({ text: '切割器行程' })
  expect(found.map((each) => each.id)).toEqual([id])
})
