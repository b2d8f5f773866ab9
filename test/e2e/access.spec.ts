import type { Page } from '@playwright/test'

import { administrator, expect, test } from './support.ts'

const { name, login, password } = administrator
const button = (page: Page, label: string) => page.getByRole('button', { name: label, exact: true })
const goTo = (page: Page, label: string) =>
  page.getByRole('navigation').getByRole('link', { name: label }).click()

/** What stands beside a list. */
const panel = (page: Page) => page.getByRole('complementary')

async function setUp(page: Page): Promise<void> {
  await button(page, '下一步').click()
  await page.getByLabel('姓名').fill(name)
  await page.getByLabel('登录名').fill(login)
  await page.getByLabel('密码', { exact: true }).fill('short')
  await expect(page.getByText('密码至少需要 10 个字符。')).toBeVisible()
  await page.getByLabel('密码', { exact: true }).fill(password)
  await page.getByLabel('再次输入密码').fill('something else')
  await expect(page.getByText('两次输入的密码不一致')).toBeVisible()
  await page.getByLabel('再次输入密码').fill(password)
  await button(page, '建立管理员').click()
}

test('from an unpacked program to an empty plant, and back in with the recovery key', async ({ app }) => {
  const { page } = app
  await app.showFirstRun()
  await expect(page.getByRole('heading', { name: '欢迎使用碳簿' })).toBeVisible()
  await app.expectAccessible()
  await setUp(page)
  const recoveryKey = (await page.getByRole('group', { name: '恢复密钥' }).textContent()) ?? ''
  expect(recoveryKey).toMatch(/^(\w{4}-){7}\w{4}$/)
  await expect(button(page, '下一步')).toBeDisabled()
  await app.expectAccessible()
  await app.screenshot('access-recovery-key')
  await page.getByRole('checkbox').check()
  await button(page, '下一步').click()
  await app.expectAccessible()
  await button(page, '从空白开始').click()
  await expect(page.getByRole('navigation')).toBeVisible()

  await page.getByRole('banner').getByRole('button', { name }).click()
  await page.getByRole('menuitem', { name: '退出登录' }).click()
  await expect(page.getByRole('heading', { name: '登录碳簿' })).toBeVisible()
  await app.expectAccessible()
  await button(page, '用恢复密钥重设密码').click()
  await page.getByLabel('恢复密钥').fill(recoveryKey.toLowerCase())
  await page.getByLabel('登录名').fill(login)
  await page.getByLabel('新密码').fill('found it again')
  await page.getByLabel('再次输入密码').fill('found it again')
  await button(page, '重设密码').click()
  await expect(page.getByText('密码已重设，请用新密码登录。')).toBeVisible()
  await page.getByLabel('登录名').fill(login)
  await page.getByLabel('密码', { exact: true }).fill('found it again')
  await button(page, '登录').click()
  await expect(page.getByRole('navigation')).toBeVisible()
})

test('the first run ends in the sample plant, its year shown at once, marked everywhere and removed in one act', async ({
  app,
}) => {
  const { page } = app
  await app.showFirstRun()
  await setUp(page)
  await page.getByRole('checkbox').check()
  await button(page, '下一步').click()
  await button(page, '先看示例工厂').click()
  const band = page.getByText('示例数据：这是虚构的电厂')
  await expect(band).toBeVisible({ timeout: 60_000 })
  await expect(page).toHaveURL(/year=2025&facility=/)
  await expect(page.getByRole('heading', { name: '2025 年排放总量' })).toBeVisible()
  await expect(page.getByRole('list', { name: /各月状态/ }).getByRole('listitem')).toHaveCount(12)
  await expect(page.getByRole('table')).toContainText('2025-12')
  await expect(page.getByText('全部设施')).toHaveCount(0)
  await app.expectAccessible()
  await app.screenshot('home-sample')
  await page
    .getByRole('link', { name: /2025-10/ })
    .first()
    .click()
  await expect(page.getByRole('heading', { name: /^月结/ })).toBeVisible()
  await page.goBack()
  await expect(page.getByRole('heading', { name: '2025 年排放总量' })).toBeVisible()
  await goTo(page, '我的账户')
  await expect(band).toBeVisible()
  await button(page, '删除示例工厂').click()
  await page.getByRole('dialog').getByRole('button', { name: '删除示例工厂' }).click()
  await expect(band).toBeHidden()
  await expect(button(page, '打开示例工厂')).toBeVisible()
})

test('a colleague gets an account and a role, makes the password an own one, and sees less', async ({
  app,
}) => {
  const { page } = app
  await app.signUp()
  await goTo(page, '人员与角色')
  await button(page, '新增人员').click()
  await panel(page).getByRole('textbox', { name: '姓名' }).fill('李敏')
  await panel(page).getByLabel('部门').fill('化验室')
  await button(page, '保存').click()
  await button(page, '建立账户').click()
  await panel(page).getByLabel('登录名').fill('limin')
  await page.getByLabel('初始密码').fill('first of many')
  await page.getByLabel('再次输入密码').fill('first of many')
  await button(page, '建立账户').click()
  await expect(page.getByText('尚未授予角色')).toBeVisible()
  await page.getByRole('combobox', { name: '角色' }).click()
  await page.getByTitle('数据责任人', { exact: true }).click()
  await button(page, '授予角色').click()
  await expect(panel(page).getByText('数据责任人')).toBeVisible()
  await app.expectAccessible()
  await app.screenshot('access-people')

  await page.getByRole('banner').getByRole('button', { name }).click()
  await page.getByRole('menuitem', { name: '退出登录' }).click()
  await expect(page.getByRole('heading', { name: '登录碳簿' })).toBeVisible()
  await page.getByLabel('登录名').fill('limin')
  await page.getByLabel('密码', { exact: true }).fill('first of many')
  await button(page, '登录').click()
  await expect(page.getByRole('heading', { name: '请设置自己的密码' })).toBeVisible()
  await page.getByLabel('原密码').fill('first of many')
  await page.getByLabel('新密码').fill('known to me alone')
  await page.getByLabel('再次输入密码').fill('known to me alone')
  await button(page, '修改密码').click()
  await expect(page.getByRole('navigation')).toBeVisible()
  await expect(page.getByRole('link', { name: '人员与角色' })).toHaveCount(0)
  await expect(page.getByRole('link', { name: '审计轨迹' })).toHaveCount(0)
})

test('a locked window keeps what is being typed and opens with the password', async ({ app }) => {
  const { page } = app
  await app.signUp()
  await goTo(page, '人员与角色')
  await button(page, '新增人员').click()
  await panel(page).getByRole('textbox', { name: '姓名' }).fill('写到一半')
  await page.getByRole('banner').getByRole('button', { name }).click()
  await page.getByRole('menuitem', { name: '锁定' }).click()
  await expect(page.getByText(`${name}，请输入密码继续`)).toBeVisible()
  await expect(panel(page).getByRole('textbox', { name: '姓名' })).toBeHidden()
  await app.expectAccessible()
  await page.getByLabel('密码', { exact: true }).fill('not the password')
  await button(page, '解锁').click()
  await expect(page.getByText('登录名或密码不正确。')).toBeVisible()
  await page.getByLabel('密码', { exact: true }).fill(password)
  await button(page, '解锁').click()
  await expect(panel(page).getByRole('textbox', { name: '姓名' })).toHaveValue('写到一半')
})

test('the audit trail is searched, shows before and after, and proves itself', async ({ app }) => {
  const { page, api } = app
  await app.signUp()
  const unknown = { position: null, phone: null, email: null, note: null }
  const id = await api.access.addPerson({ name: '李敏', department: '车间' })
  await api.access.savePerson({ id, name: '李敏', department: '化验室', ...unknown })
  await goTo(page, '审计轨迹')
  await button(page, '验证审计链').click()
  await expect(page.getByText('审计链完整：已验证 3 条。')).toBeVisible()
  await page.getByLabel('查找文字、人名或记录编号').fill('李敏')
  await button(page, '查找').click()
  await expect(page.getByText('首次设置')).toHaveCount(0)
  await page.getByText('修改人员信息').click()
  const row = page.getByRole('row', { name: /部门/ })
  await expect(row).toContainText('车间')
  await expect(row).toContainText('化验室')
  await app.expectAccessible()
  await app.screenshot('access-audit')
})
