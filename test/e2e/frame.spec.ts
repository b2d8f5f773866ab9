import type { Page } from '@playwright/test'

import { administrator, expect, test } from './support.ts'

const choose = async (page: Page, menu: string, item: string) => {
  await page.getByRole('button', { name: menu }).click()
  await page.getByRole('menuitem', { name: item, exact: true }).click()
}

test('the language changes without a restart, everywhere, and is kept', async ({ app }) => {
  const { page } = app
  await app.signUp()
  await expect(page.getByRole('heading', { name: '首页' })).toBeVisible()
  await app.expectAccessible()
  await choose(page, '语言', 'English')
  await expect(page.getByRole('heading', { name: 'Home', exact: true })).toBeVisible()
  await expect(page.getByRole('navigation', { name: 'Sections' })).toBeVisible()
  await expect(page.locator('html')).toHaveAttribute('lang', 'en')
  await choose(page, 'Appearance', 'Dark')
  await app.expectAccessible()
  await app.screenshot('home-en-dark')
  await page.reload()
  await expect(page.getByRole('heading', { name: 'Home', exact: true })).toBeVisible()
})

test('the palette leads to any page by keyboard alone, in either language, and a term is found in both', async ({
  app,
}) => {
  const { page } = app
  await app.signUp()
  await expect(page.getByRole('heading', { name: '首页' })).toBeVisible()
  await page.keyboard.press('Control+k')
  await expect(page.getByRole('combobox', { name: '输入页面、操作名称，或记录、文件中的词' })).toBeFocused()
  await page.keyboard.type('glossary')
  await expect(page.getByRole('option')).toHaveCount(1)
  await app.expectAccessible()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: /^术语/ })).toBeVisible()
  await expect(page.getByRole('dialog')).toBeHidden()
  const find = page.getByRole('textbox', { name: '在列表中查找' })
  await find.fill('emission allowance')
  await expect(page.getByText('碳排放配额', { exact: true })).toBeVisible()
  await find.fill('碳排放配额')
  await expect(page.getByText('emission allowance', { exact: true })).toBeVisible()
  await app.expectAccessible()
  await find.fill('没有这个词')
  await expect(page.getByText('没有符合条件的行')).toBeVisible()
})

test('the language of the account is the language of every window of its user', async ({ app }) => {
  const { page, context } = app
  await app.signUp('en')
  await expect(page.getByRole('heading', { name: 'Home', exact: true })).toBeVisible()
  const other = await context.newPage()
  await other.goto(page.url())
  await expect(other.getByRole('heading', { name: 'Home', exact: true })).toBeVisible()
  await choose(page, 'Language', '中文')
  await expect(other.getByRole('heading', { name: '首页' })).toBeVisible()
  await other.close()
  await app.restart()
  await page.getByText('English', { exact: true }).click()
  await page.getByLabel('Login').fill(administrator.login)
  await page.getByLabel('Password', { exact: true }).fill(administrator.password)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: '首页' })).toBeVisible()
})

test('a change made elsewhere shows without asking; a draft counts from when it is kept, and the first page leads to it', async ({
  app,
}) => {
  const { page } = app
  await app.signUp()
  await expect(page.getByText('尚未登记组织')).toBeVisible()
  await app.api.organization.begin(plant('宁河热电有限公司'))
  await expect(page.getByRole('group', { name: '范围' })).toContainText('宁河热电有限公司')
  await page.getByRole('navigation').getByRole('link', { name: '单位信息' }).click()
  await page.getByLabel('法定代表人').fill('李明')
  await expect(page.getByRole('button', { name: '1 份草稿' })).toBeVisible()
  await page.getByRole('navigation').getByRole('link', { name: '首页' }).click()
  await page.getByRole('link', { name: /已恢复 1 项草稿：单位信息，保存于/ }).click()
  await expect(page.getByLabel('法定代表人')).toHaveValue('李明')
  await page.getByRole('button', { name: '放弃草稿' }).click()
  await expect(page.getByRole('button', { name: '1 份草稿' })).toBeHidden()
})

test('the year goes along from page to page; sections of the rail stay closed but for the open page', async ({
  app,
}) => {
  const { page } = app
  await app.signUp()
  const rail = page.getByRole('navigation')
  await page.goto(`${new URL(page.url()).origin}/#/?year=2024`)
  await expect(page.getByText('2024 年')).toBeVisible()
  await rail.getByRole('link', { name: '术语' }).click()
  await expect(page).toHaveURL(/#\/glossary\?year=2024$/)
  await rail.getByRole('button', { name: '组织' }).click()
  await expect(rail.getByRole('link', { name: '单位信息' })).toBeHidden()
  await page.reload()
  await expect(rail.getByRole('link', { name: '术语' })).toBeVisible()
  await expect(rail.getByRole('link', { name: '单位信息' })).toBeHidden()
  await rail.getByRole('button', { name: '支持' }).click()
  await expect(rail.getByRole('link', { name: '术语' })).toBeVisible()
  await rail.getByRole('button', { name: '组织' }).click()
  await expect(rail.getByRole('link', { name: '单位信息' })).toBeVisible()
  await page.goBack()
  await expect(page.getByRole('heading', { name: '首页' })).toBeVisible()
  await page.goto(`${new URL(page.url()).origin}/#/no-such-page`)
  await expect(page.getByRole('heading', { name: '没有这个页面' })).toBeVisible()
})

const plant = (name: string) => ({
  name,
  creditCode: null,
  industryCode: null,
  site: '厂区',
  facility: '热电厂',
  validFrom: '2020-01-01',
})

test('a broken connection heals by itself, and what changed meanwhile is seen', async ({ app }) => {
  const { page } = app
  await app.signUp()
  let cut = async () => {}
  let isCut = false
  await page.routeWebSocket(/.*/, (socket) => {
    if (isCut) return void socket.close()
    socket.connectToServer()
    cut = () => socket.close()
  })
  await page.reload()
  await expect(page.getByText('离线运行，数据仅存于本机')).toBeVisible()
  await expect(page.getByRole('heading', { name: '首页' })).toBeVisible()
  isCut = true
  await cut()
  await expect(page.getByRole('alert')).toContainText('与程序后台的连接已断开')
  await app.expectAccessible()
  await app.api.organization.begin(plant('宁河热电有限公司'))
  isCut = false
  await expect(page.getByRole('alert')).toBeHidden()
  await expect(page.getByRole('group', { name: '范围' })).toContainText('宁河热电有限公司')
})
