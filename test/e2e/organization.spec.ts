import type { Page } from '@playwright/test'

import { firstContent } from '#shared/organization/boundary-edit'
import { finish } from '#test/support/client'

import { administrator, type App, expect, test } from './support.ts'

/** Opens a page from the rail, as a user does. */
const goTo = (page: Page, name: string) => page.getByRole('navigation').getByRole('link', { name }).click()
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true })

async function begin({ page }: App): Promise<void> {
  await goTo(page, '单位信息')
  await page.getByRole('textbox', { name: '单位名称' }).fill('宁河热电有限公司')
  await page.getByLabel('统一社会信用代码').fill('91440300708461136U')
  await button(page, '建立单位').click()
  await expect(page.getByText('第 18 位应为“T”')).toBeVisible()
  await page.getByLabel('统一社会信用代码').fill('9144 0300 7084 6113 6t')
  await page.getByLabel('行业代码').fill('4412')
  await button(page, '建立单位').click()
  await expect(page.getByRole('tree')).toBeVisible()
}

test('a plant is described, its boundary drawn, signed and taken along as a picture', async ({ app }) => {
  const { page } = app
  await app.signUp()
  await begin(app)
  await app.screenshot('organization-tree-begun')

  await page.getByRole('treeitem', { name: '生产设施' }).click()
  await button(page, '新增工序（机组）').click()
  await page.getByRole('textbox', { name: '* 名称', exact: true }).fill('1# 机组')
  await page.getByRole('textbox', { name: '额定容量' }).fill('1,030.5')
  await button(page, '新增').click()
  await expect(page.getByText('请选择容量单位')).toBeVisible()
  await page.getByLabel('容量单位').click()
  await page.getByTitle('MW', { exact: true }).click()
  await button(page, '新增').click()
  await expect(page.getByRole('treeitem', { name: /1# 机组.*1,030\.5/ })).toBeVisible()
  await app.expectAccessible()
  await app.screenshot('organization-tree')
  await page.keyboard.press('Control+z')
  await expect(page.getByRole('treeitem', { name: '1# 机组' })).toHaveCount(0)

  await goTo(page, '组织与报告边界')
  await app.expectAccessible()
  await button(page, '划定边界').click()
  await page.getByRole('radio', { name: /股权比例法/ }).check()
  await app.screenshot('organization-boundary-approach')
  await button(page, '下一步').click()
  await page.getByLabel('权益比例：厂区').fill('60')
  await page.getByLabel('权益比例：厂区').press('Tab')
  await expect(page.getByText('权益 60%')).toHaveCount(2)
  await app.expectAccessible()
  await app.screenshot('organization-boundary-nodes')
  await app.restart('SIGKILL')
  await page.getByLabel('登录名').fill(administrator.login)
  await page.getByLabel('密码', { exact: true }).fill(administrator.password)
  await page.keyboard.press('Enter')
  await goTo(page, '组织与报告边界')
  await button(page, '划定边界').click()
  await expect(page.getByText('权益 60%')).toHaveCount(2)

  await button(page, '下一步').click()
  await page.getByRole('combobox', { name: '核算指南' }).click()
  await page.getByTitle(/2022 年修订版/).click()
  await expect(page.locator('.ant-select-item-option').first()).toBeHidden()
  await app.expectAccessible()
  await app.screenshot('organization-boundary-reporting')
  await button(page, '下一步').click()
  await button(page, '新增排除项').click()
  await page.getByLabel('排除的内容').fill('员工通勤')
  await app.expectAccessible()
  await button(page, '下一步').click()
  await expect(page.getByText('排除项“员工通勤”没有写明理由')).toBeVisible()
  await button(page, '保存草稿，然后签署').click()
  await expect(page.getByText('还没有登记任何排放源')).toBeVisible()
  await expect(button(page, '签署并批准')).toBeDisabled()
  await app.expectAccessible()
  await app.screenshot('organization-boundary-approval-blocked')
  await button(page, '上一步').click()
  await page.getByRole('textbox', { name: '理由' }).fill('数量很小')
  await page.getByLabel('估算的排放量', { exact: true }).fill('约 3 吨')
  await page.getByLabel('估算的排放量', { exact: true }).press('Tab')
  await expect(page.getByText('请输入数字')).toBeVisible()
  await page.getByLabel('估算的排放量', { exact: true }).fill('３')
  await button(page, '下一步').click()
  await button(page, '保存草稿，然后签署').click()
  await page.getByLabel('登录密码').fill('not this one')
  await button(page, '签署并批准').click()
  await expect(page.getByRole('alert')).toContainText('密码')
  await page.getByLabel('登录密码').fill(administrator.password)
  await button(page, '签署并批准').click()
  await expect(page.getByText(`${administrator.name}，`)).toBeVisible()
  await expect(page.getByText('签名与内容一致')).toBeVisible()
  await expect(page.getByRole('img', { name: '宁河热电有限公司组织边界图' })).toBeVisible()
  await app.expectAccessible()
  await app.screenshot('organization-boundary-approved')

  await goTo(page, '边界图')
  for (const [act, ending] of [
    ['导出 SVG', '.svg'],
    ['导出 PNG', '.png'],
  ] as const) {
    const saved = page.waitForEvent('download')
    await button(page, act).click()
    expect((await saved).suggestedFilename()).toMatch(new RegExp(`^宁河热电有限公司边界图-第1版\\${ending}$`))
  }
})

test('the organization’s pages, in English', async ({ app }) => {
  const { page, api } = app
  await app.signUp('en')
  const { contacts } = await api.organization.begin({
    name: '宁河热电有限公司',
    creditCode: null,
    industryCode: null,
    site: 'Plant site',
    facility: 'Power plant',
    validFrom: '2020-01-01',
  })
  expect(contacts).toEqual([])
  await goTo(page, 'Organization')
  await expect(page.getByText('missing').first()).toBeVisible()
  await button(page, 'Add a contact').click()
  await page.getByRole('group', { name: 'Contact 1' }).getByLabel('Name').fill('Li Min')
  await page.getByRole('group', { name: 'Contact 1' }).getByLabel('Phone').fill('0532-1')
  await button(page, 'Save').click()
  await expect(page.getByRole('listitem').getByText('Contacts', { exact: true })).toHaveCount(0)
  await app.expectAccessible()
  await app.screenshot('organization-facts-en')
  await goTo(page, 'Main products')
  await button(page, 'Add a product').click()
  await page.getByLabel('Product', { exact: true }).fill('Steam')
  await page.getByLabel('Yearly output').fill('812,345.6')
  await button(page, 'Save').click()
  await expect(page.getByText('812,345.6')).toBeVisible()
  await page.getByLabel(/Gross output value/).fill('45210.5')
  await button(page, 'Save the output value').click()
  await app.expectAccessible()
  await app.screenshot('organization-products-en')
  await goTo(page, 'Boundary drawing')
  await app.expectAccessible()
})

test('J5 two versions of a boundary are compared, and a dropped unit with open sources is held back', async ({
  app,
}) => {
  const { page, api } = app
  await app.signUp()
  await api.organization.begin({
    name: '宁河热电有限公司',
    creditCode: null,
    industryCode: null,
    site: '厂区',
    facility: '热电厂',
    validFrom: '2020-01-01',
  })
  const [site, power] = await api.organization.tree({})
  const { id } = await api.organization.draftBoundary({
    ...firstContent([site!], '2025 年边界', '2025-01-01'),
    guideline: 'mee-power-2022',
  })
  await finish(api.organization.approveBoundary({ id, password: administrator.password }))
  await api.monitoring.addSource({
    node: power!.id,
    code: 'S1',
    name: '1# 锅炉燃煤',
    category: 'fuel-combustion',
    isoCategory: 1,
    scope: 1,
    gas: 'CO2',
    calculation: { method: 'fuel-by-calorific-value', fuelClass: 'coal' },
    fuel: 'coal',
    biogenic: false,
    reportedIn: 'both',
    state: 'running',
    validFrom: '2020-01-01',
    validTo: null,
    methodReason: null,
    note: null,
  })
  await goTo(page, '组织与报告边界')
  await button(page, '另立新版').click()
  await button(page, '下一步').click()
  await page.getByLabel('划定：热电厂').click()
  await page.getByTitle('排除', { exact: true }).click()
  await button(page, '下一步').click()
  await button(page, '下一步').click()
  await page.getByRole('textbox', { name: '理由' }).fill('承包')
  await button(page, '下一步').click()
  await button(page, '保存草稿，然后签署').click()
  await expect(page.getByText('热电厂 · 1# 锅炉燃煤')).toBeVisible()
  await page.getByLabel('登录密码').fill(administrator.password)
  await expect(button(page, '签署并批准')).toBeDisabled()
  await app.expectAccessible()
  await app.screenshot('organization-boundary-held-back')
  await button(page, '全部版本').click()
  const compared = page.getByRole('region', { name: '版本比较' })
  await expect(compared.getByRole('row', { name: /热电厂 界内 排除/ })).toBeVisible()
  await app.expectAccessible()
  await app.screenshot('organization-boundary-versions')
})
