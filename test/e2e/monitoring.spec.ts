import { type App, expect, test } from './support.ts'

/** A plant with a facility and nothing in its register. */
async function plant({ api }: App): Promise<void> {
  await api.organization.begin({
    name: '宁河热电有限公司',
    creditCode: '91440300708461136T',
    industryCode: '4412',
    site: '宁河厂区',
    facility: '热电分厂',
    validFrom: '2020-01-01',
  })
}

test('the register is filled from a template, mended where something is missing, and undone', async ({
  app,
}) => {
  const { page, api } = app
  await app.signUp()
  await plant(app)
  await page.getByRole('navigation').getByRole('link', { name: '排放源与参数' }).click()
  await expect(page.getByText('还没有登记排放源')).toBeVisible()
  await app.screenshot('monitoring-empty')
  await app.expectAccessible()

  await page.getByRole('button', { name: '按模板建立' }).first().click()
  await page.getByText('热电联产电厂').click()
  await app.screenshot('monitoring-template')
  await app.expectAccessible()
  await page.getByRole('button', { name: '建立这些排放源' }).click()
  await expect(page.locator('.records').getByText('燃煤锅炉')).toBeVisible()

  await page.locator('.records').getByText('燃煤锅炉').click()
  await page.getByRole('button', { name: /碳氧化率/ }).click()
  await expect(page.getByText(/99/).first()).toBeVisible()
  await app.screenshot('monitoring-source')
  await app.expectAccessible()

  await page.getByRole('button', { name: '登记排放源' }).click()
  await expect(page.getByRole('heading', { name: '登记新的排放源' })).toBeVisible()
  await page.getByRole('textbox', { name: /编号/ }).fill('Z-1')
  await page.getByRole('textbox', { name: /名称/ }).fill('制冷剂补充')
  await page.getByRole('button', { name: /保\s?存/ }).click()
  await expect(page.getByText(/没有任何参数/)).toBeVisible()
  await page.getByRole('button', { name: '新增参数' }).click()
  await app.screenshot('monitoring-parameter')
  await app.expectAccessible()
  await page
    .getByRole('button', { name: /保\s?存/ })
    .first()
    .click()
  await expect(page.getByText(/缺少计算所需的输入/).first()).toBeVisible()
  const { sources } = await api.monitoring.register({ facility: null })
  expect(sources.map(({ code }) => code)).toContain('Z-1')
})

test('the register reads the same in English', async ({ app }) => {
  const { page, api } = app
  await app.signUp('en')
  await plant(app)
  const facility = (await api.organization.tree({})).find(({ kind }) => kind === 'facility')!.id
  const made = {
    template: 'general-factory',
    node: facility,
    validFrom: '2024-01-01',
    language: 'en',
  } as const
  await api.monitoring.applyTemplate(made)
  await page.getByRole('button', { name: '语言' }).click()
  await page.getByRole('menuitem', { name: 'English' }).click()
  await page.getByRole('navigation').getByRole('link', { name: 'Sources and parameters' }).click()
  await page.locator('.records').getByText('Purchased electricity').first().click()
  await expect(page.getByRole('heading', { name: 'Purchased electricity: parameters' })).toBeVisible()
  await app.screenshot('monitoring-english')
  await app.expectAccessible()
})
