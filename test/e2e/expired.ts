import { join } from 'node:path'

import { stageUpload } from '#electron/kernel/uploads'
import { documentOf } from '#test/documents/facts'
import { administrator, finish, startBackend } from '#test/support/backend'

import { handsOn } from './journey.ts'
import { expect, open } from './support.ts'

const alone = '全厂只有一名体系人员'

/** A version whose time ran out years ago, in a plant of one person. */
async function keepTooLong(home: string): Promise<void> {
  const { api, clock, folder, close } = await startBackend({ folder: join(home, 'plant'), setUp: false })
  clock.set('2020-03-02T02:00:00.000Z')
  const day = '2020-03-02'
  await finish(api.access.setUp(administrator))
  const { personId } = (await api.access.staff({}))[0]!
  const document = await api.documents.addDocument(documentOf(personId, { retentionYears: 1 }))
  const upload = await stageUpload(folder, {
    name: '程序.txt',
    type: 'text/plain',
    body: new Blob(['旧程序']).stream(),
  })
  const draft = { document, label: 'A/0', change: '首次发布', author: personId, upload }
  const id = await finish(api.documents.draftVersion(draft))
  await api.documents.sendVersion({ id, reviewer: personId, approver: personId, inForceFrom: day })
  const signed = { id, password: administrator.password, aloneReason: alone }
  await finish(api.documents.passVersion({ ...signed, note: null }))
  await finish(api.documents.approveVersion(signed))
  await api.documents.endDocument({ id: document, on: day, reason: '工艺取消' })
  await close()
}

/** What may go is proposed, approved under a signature, and leaves a certificate that can be opened (R-DC-4). */
export async function disposeOfExpired(home: string): Promise<void> {
  await keepTooLong(home)
  const { app, close } = await open(home)
  try {
    const { page, say, press, signIn, goTo, fill } = handsOn(app.page, 'zh')
    await signIn()
    await goTo('documents.retention')
    await press('documents.retention.propose')
    await fill('documents.field.reason', '保存期满')
    await page
      .locator('form')
      .getByRole('button', { name: say('documents.retention.propose') })
      .click()
    await press('documents.retention.approve')
    const asked = page.getByRole('dialog', { name: say('documents.retention.approve') })
    await asked.getByRole('textbox', { name: say('documents.version.alone-label') }).fill(alone)
    await asked.locator('input[type=password]').fill(administrator.password)
    await asked.getByRole('button', { name: say('documents.retention.approve') }).click()
    const certificates = page.getByRole('region', { name: say('documents.retention.certificates') })
    await expect(certificates).toContainText(say('documents.disposal.done'))
    await expect(certificates).toContainText(say('documents.retention.gone'))
    await certificates.getByRole('button', { name: `${say('documents.retention.certificate')} PDF` }).click()
    const link = certificates.getByRole('link', { name: /^文件处置证明/ })
    const [download] = await Promise.all([page.waitForEvent('download'), link.click()])
    expect(download.suggestedFilename()).toMatch(/^文件处置证明_DSP-\d{4}-001\.pdf$/)
    await app.expectAccessible()
    await app.screenshot('moving-disposal')
  } finally {
    await close()
  }
}
