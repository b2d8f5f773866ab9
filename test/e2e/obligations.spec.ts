import { type App, expect, test } from './support.ts'

const link = ({ page }: App, name: string) =>
  page.getByRole('navigation').getByRole('link', { name, exact: true })
/** Opens a choice of a form and takes an entry that begins so. */
async function choose({ page }: App, field: string, entry: string | RegExp) {
  await page.locator(`#${field}`).click()
  await page.locator('.ant-select-item-option').filter({ hasText: entry, visible: true }).first().click()
}

test('an obligation is taken from the library, judged, found unmet, and raised; a risk is rated, found by its cell and treated', async ({
  app,
}) => {
  test.setTimeout(300_000)
  const { page, api } = app
  await app.signUp()

  await link(app, '合规义务').click()
  await expect(page.getByText('还没有合规义务')).toBeVisible()
  await page.getByRole('button', { name: '常见义务' }).click()
  await page.getByLabel('2026 年全国碳排放权交易市场有关工作的通知').check()
  await app.expectAccessible()
  await page.getByRole('button', { name: '选取 1 项' }).click()
  await page.locator('.record', { hasText: 'OB-2026-001' }).click()
  await page.getByRole('button', { name: '判定是否适用', exact: true }).click()
  await choose(app, 'applicability', /^适用$/)
  await page.locator('#applicabilityReason').fill('列入重点排放单位名录')
  await page.getByRole('button', { name: /^保\s?存$/ }).click()
  await expect(page.getByText('适用 · 列入重点排放单位名录')).toBeVisible()

  await page.getByRole('button', { name: /^评\s?价$/ }).click()
  await choose(app, 'result', /^不符合$/)
  await page.locator('#finding').fill('清缴晚于期限')
  await page.locator('#proof').fill('登记系统记录')
  await page
    .locator('form input[type=file]')
    .setInputFiles({ name: '回执.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.4') })
  await expect(page.getByRole('button', { name: '去掉 回执.pdf' })).toBeVisible()
  await page.getByRole('button', { name: '保存并锁定' }).click()
  await expect(page.getByText('CE-2026-001', { exact: false }).first()).toBeVisible()
  await app.expectAccessible()
  await page.getByRole('button', { name: '开立不符合' }).click()
  await expect(page.getByText('来自 CE-2026-001')).toBeVisible()
  await expect(page.getByRole('textbox', { name: '不符合事实' })).toHaveValue('清缴晚于期限')

  await link(app, '风险与机遇').click()
  await page.getByRole('button', { name: '从建议开始' }).click()
  await page.getByRole('button', { name: '从建议开始' }).click()
  await page.getByRole('button', { name: /^保\s?存$/ }).click()
  await expect(page.getByText('第 1 版', { exact: false }).first()).toBeVisible()
  await link(app, '风险与机遇').click()
  await page.getByRole('button', { name: /登\s?记/ }).click()
  await page.locator('#title').fill('未按期清缴')
  await choose(app, 'class', '法律')
  await page.locator('#cause').fill('年底流动性不足')
  await page.locator('#effect').fill('罚款，并核减配额')
  await page.getByRole('button', { name: /^保\s?存$/ }).click()
  await page.getByRole('button', { name: /^评\s?估$/ }).click()
  await choose(app, 'likelihood', /^2/)
  await choose(app, 'impact', /^5/)
  await page.locator('#reason').fill('后果严重')
  await page.getByRole('button', { name: '保存评估' }).click()
  await expect(page.getByText('缺少应对')).toBeVisible()
  await app.expectAccessible()

  await link(app, '风险与机遇').click()
  const cell = page.getByRole('button', { name: '可能性 2，影响 5，10 分（中）：1 项' })
  await cell.focus()
  await page.keyboard.press('Enter')
  await expect(page.getByText('可能性 2 × 影响 5')).toBeVisible()
  await app.expectAccessible()
  await page.locator('.record', { hasText: 'RK-2026-001' }).click()
  await page.getByRole('button', { name: '制定措施' }).click()
  await page.locator('#what').fill('分季度采购配额')
  await page.getByRole('button', { name: /^保\s?存$/ }).click()
  await expect(page.getByText('应对中').first()).toBeVisible()
  expect((await api.risks.risks({})).map(({ standing }) => standing)).toEqual(['treating'])
})
