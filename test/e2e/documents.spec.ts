import { type Api, finish } from '#test/support/backend'

import { administrator, expect, test } from './support.ts'

/** Picks the only person there is, by the field's label. */
const reason = '只有一个账号'

test('a document goes from a template into force, is read, superseded with a mark, and found by two characters', async ({
  app,
}) => {
  const { page, api } = app
  await app.signUp()
  const [person] = await api.access.staff({})
  await api.organization.begin({
    name: '宁河机械有限公司',
    creditCode: '91440300708461136T',
    industryCode: '3411',
    site: '宁河厂区',
    facility: '铸造分厂',
    validFrom: '2020-01-01',
  })
  const choose = async (label: string) => {
    await page.getByLabel(label, { exact: true }).last().click()
    await page.keyboard.type(administrator.name)
    await page.keyboard.press('Enter')
  }
  const sign = async (act: string, field: string) => {
    await page.getByRole('button', { name: act, exact: true }).click()
    const dialog = page.getByRole('dialog', { name: act })
    await dialog.getByLabel(field).fill(reason)
    await dialog.getByLabel('密码').fill(administrator.password)
    await dialog.getByRole('button', { name: act, exact: true }).click()
    await expect(dialog).toBeHidden()
  }

  await page.goto(`${new URL(page.url()).origin}/#/documents`)
  await expect(page.getByText('还没有受控文件')).toBeVisible()
  await app.screenshot('documents-empty')
  await page.getByRole('button', { name: '由模板生成' }).last().click()
  await expect(page.getByRole('heading', { name: '文件控制程序' })).toBeVisible()
  await app.screenshot('documents-templates')
  await page.getByRole('button', { name: '生成草稿 文件控制程序' }).click()
  await choose('负责人')
  await page.getByRole('button', { name: '生成草稿', exact: true }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'PRO-2026-001 文件控制程序' })).toBeVisible()

  await page.getByRole('button', { name: '送审', exact: true }).click()
  await choose('审核人')
  await choose('批准人')
  await app.screenshot('documents-send')
  await page.getByRole('region', { name: '送审' }).getByRole('button', { name: '送审', exact: true }).click()
  await sign('审核通过', '独自签署的理由')
  await sign('批准', '独自签署的理由')
  await expect(page.getByText('现行有效').first()).toBeVisible()

  await page.getByRole('button', { name: '发放', exact: true }).click()
  await choose('发放给')
  await page.keyboard.press('Escape')
  await page.getByRole('region', { name: '发放', exact: true }).getByRole('button', { name: '发放' }).click()
  await page.getByRole('button', { name: '我已阅读并理解' }).click()
  await expect(page.getByText(/\d{4}-\d{2}-\d{2} 已确认/)).toBeVisible()
  await expect(page.getByRole('tab', { name: '签名 2' })).toBeVisible()
  await app.screenshot('documents-in-force')
  await app.expectAccessible()

  await page.getByRole('button', { name: '起草新版本' }).click()
  await page
    .locator('input[type=file]')
    .first()
    .setInputFiles({
      name: '文件控制程序 A1.txt',
      mimeType: 'text/plain',
      buffer: Buffer.from('修订：皮带秤的检定周期改为半年'),
    })
  await expect(page.getByText('已收到：文件控制程序 A1.txt')).toBeVisible()
  await page.getByLabel('更改内容与理由').fill('检定周期')
  await page.getByRole('button', { name: '保存', exact: true }).click()
  await expect(page.getByRole('button', { name: 'A/1', exact: true })).toBeVisible()
  const { versions, id } = await documentOf(api)
  const open = versions[0]!.id
  const inForceFrom = new Date().toLocaleDateString('sv-SE', { timeZone: 'Asia/Shanghai' })
  await api.documents.sendVersion({
    id: open,
    reviewer: person!.personId,
    approver: person!.personId,
    inForceFrom,
  })
  const { password } = administrator
  await finish(api.documents.passVersion({ id: open, password, note: null, aloneReason: reason }))
  await finish(api.documents.approveVersion({ id: open, password, aloneReason: reason }))
  await page.getByRole('button', { name: 'A/0', exact: true }).click()
  await expect(page.getByRole('note')).toHaveText(`已被替代 ${inForceFrom}`)
  await app.screenshot('documents-superseded')

  await page.keyboard.press('Control+k')
  await page.getByRole('combobox').last().fill('皮带')
  await expect(page.getByRole('option', { name: /文件控制程序/ })).toBeVisible()
  await app.screenshot('documents-palette')
  await page.keyboard.press('Escape')
  expect(id).toBeDefined()

  for (const [path, title] of [
    ['required', '应有文件'],
    ['external', '外来文件'],
    ['retention', '保存与处置'],
    ['clearances', '人员密级'],
  ] as const) {
    await page.goto(`${new URL(page.url()).origin}/#/documents/${path}`)
    await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible()
    await app.screenshot(`documents-${path}`)
    await app.expectAccessible()
  }
})

async function documentOf(api: Api) {
  const [summary] = await api.documents.register({ text: null })
  return api.documents.document({ id: summary!.id })
}
