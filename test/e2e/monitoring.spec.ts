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

test('the register is filled from a template in one act, and emptied again by one key', async ({ app }) => {
  const { page, api } = app
  await app.signUp()
  await plant(app)
  await page.getByRole('navigation').getByRole('link', { name: '排放源' }).click()
  await expect(page.getByText('还没有登记排放源')).toBeVisible()
  await app.screenshot('monitoring-empty')
  await app.expectAccessible()

  await page.getByText('热电联产电厂').click()
  await expect(page.getByText('石灰石-石膏湿法脱硫')).toBeVisible()
  await app.screenshot('monitoring-template')
  await app.expectAccessible()
  await page.getByRole('button', { name: '登记这些排放源' }).click()
  await expect(page.locator('.records').getByText('燃煤锅炉')).toBeVisible()
  await app.screenshot('monitoring-register')
  await app.expectAccessible()
  await page.keyboard.press('Control+z')
  await expect(page.getByText('还没有登记排放源')).toBeVisible()
  expect(await api.monitoring.register({ facility: null })).toEqual({
    sources: [],
    parameters: [],
    findings: [],
  })
})

test('a source is registered, told what it lacks, given its parameters, and closed by mistake', async ({
  app,
}) => {
  const { page, api } = app
  await app.signUp()
  await plant(app)
  await page.getByRole('navigation').getByRole('link', { name: '排放源' }).click()
  // The first page has a button of that name, too.
  await expect(page.getByText('还没有登记排放源')).toBeVisible()
  await page.getByRole('button', { name: '登记排放源' }).click()
  await page.getByRole('textbox', { name: '* 编号', exact: true }).fill('R-7')
  const name = page.getByRole('textbox', { name: '* 名称', exact: true })
  await name.fill('备用燃油锅炉')
  // What is typed outlives the page.
  await page.getByRole('button', { name: '全部排放源' }).click()
  await page.getByRole('button', { name: '登记排放源' }).click()
  await expect(name).toHaveValue('备用燃油锅炉')
  await expect(page.getByText('已恢复')).toBeVisible()
  await page.getByRole('combobox', { name: '燃料种类' }).click()
  await page.getByTitle('油', { exact: true }).click()
  await page.getByRole('combobox', { name: '报告表中的燃料' }).click()
  await page.getByTitle('柴油', { exact: true }).click()
  await app.screenshot('monitoring-new')
  await app.expectAccessible()
  await page.getByRole('button', { name: /^保\s?存$/ }).click()
  await expect(page.getByRole('heading', { name: 'R-7 备用燃油锅炉' })).toBeVisible()
  await expect(page.getByText('没有任何参数，无法核算')).toBeVisible()

  await page.getByRole('button', { name: '添加燃料消耗量' }).click()
  await app.screenshot('monitoring-parameter')
  await app.expectAccessible()
  await page.getByRole('button', { name: '保存参数' }).click()
  await expect(page.getByRole('button', { name: '燃料消耗量' }).first()).toBeVisible()
  await expect(page.getByText('缺少计算所需的输入：低位发热量')).toBeVisible()

  await page.getByRole('button', { name: '添加碳氧化率' }).click()
  await page.getByRole('combobox', { name: '取值方式' }).click()
  await page.getByTitle('缺省值', { exact: true }).click()
  await page.getByLabel('缺省值（因子库）').fill('柴油')
  await page.getByText('柴油 碳氧化率').first().click()
  await page.getByRole('button', { name: '保存参数' }).click()
  await expect(page.getByText('缺少计算所需的输入：碳氧化率')).toHaveCount(0)
  await app.screenshot('monitoring-source')
  await app.expectAccessible()

  await page.getByRole('combobox', { name: '状态' }).click()
  await page.getByTitle('已关闭', { exact: true }).click()
  await page.getByRole('button', { name: /^保\s?存$/ }).click()
  await expect(page.getByText('关闭“备用燃油锅炉”需要填写关闭日期')).toBeVisible()
  await page.getByLabel('结束日期').first().fill('2026-03-01')
  await page.keyboard.press('Enter')
  await expect(page.locator('.page-head').getByText('已关闭')).toBeVisible()
  await page.getByRole('heading', { name: 'R-7 备用燃油锅炉' }).click()
  await page.keyboard.press('Control+z')
  await expect(page.locator('.page-head').getByText('在用')).toBeVisible()
  const [source] = (await api.monitoring.register({ facility: null })).sources
  expect([source?.fuel, source?.state, source?.validTo]).toEqual(['diesel', 'running', null])

  await page.getByRole('button', { name: '修改历史' }).click()
  await expect(page.getByText('只列出所选记录的变更。')).toBeVisible()
  await expect(page.locator('.records').getByText('撤销排放源的修改').first()).toBeVisible()
})

test('the register reads the same in English', async ({ app }) => {
  const { page, api } = app
  await app.signUp('en')
  await plant(app)
  const facility = (await api.organization.tree({})).find(({ kind }) => kind === 'facility')!.id
  await api.monitoring.applyTemplate({
    template: 'general-factory',
    node: facility,
    validFrom: '2024-01-01',
    language: 'en',
  })
  await page.getByRole('navigation').getByRole('link', { name: 'Sources', exact: true }).click()
  await app.screenshot('monitoring-register-english')
  await page.locator('.records').getByText('Purchased electricity').first().click()
  await expect(page.getByRole('heading', { name: 'Parameters' })).toBeVisible()
  await app.screenshot('monitoring-english')
  await app.expectAccessible()
})
