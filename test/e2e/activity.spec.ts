import type { Page } from '@playwright/test'

import type { Parameter } from '#shared/monitoring/model'
import type { NodeId } from '#shared/organization/model'
import { inMonth } from '#test/activity/support'
import { parameterLike, sourceLike } from '#test/monitoring/support'

import { administrator, type App, expect, test } from './support.ts'

interface Plant {
  readonly facility: NodeId
  readonly bought: Parameter
  readonly coal: Parameter
}

/** A facility with purchased electricity and a coal boiler, and last year's electricity. */
async function plant({ api }: App): Promise<Plant> {
  await api.organization.begin({
    name: '宁河热电有限公司',
    creditCode: '91440300708461136T',
    industryCode: '4412',
    site: '宁河厂区',
    facility: '热电分厂',
    validFrom: '2020-01-01',
  })
  const facility = (await api.organization.tree({})).find(({ kind }) => kind === 'facility')!.id
  const facts = { validFrom: '2024-01-01' }
  const grid = await api.monitoring.addSource(sourceLike(facility, facts))
  const bought = await api.monitoring.addParameter(
    parameterLike(grid, { ...facts, name: '购入电量', bandLow: '900', bandHigh: '1500', meter: 'M-01' }),
  )
  const boiler = await api.monitoring.addSource(
    sourceLike(facility, {
      ...facts,
      code: 'G-1',
      name: '1#锅炉',
      category: 'fuel-combustion',
      isoCategory: 1,
      scope: 1,
      calculation: { method: 'fuel-by-calorific-value', fuelClass: 'coal' },
    }),
  )
  const coal = await api.monitoring.addParameter(
    parameterLike(boiler, { ...facts, role: 'fuel', name: '入炉煤量', unit: 't', frequency: 'day' }),
  )
  return { facility, bought, coal }
}

/** Goes to a cell as a person does: presses it, and begins to type once the foot says where one is. */
async function goToCell(page: Page, row: number, column: number): Promise<void> {
  const month = `2026-${String(column + 1).padStart(2, '0')}`
  await page.locator(`.rgCol [data-rgrow="${row}"][data-rgcol="${column}"]`).first().click()
  await expect(page.getByRole('group', { name: new RegExp(`${month}$`) })).toBeVisible()
}
async function typeInto(page: Page, row: number, column: number, text: string): Promise<void> {
  await goToCell(page, row, column)
  await page.keyboard.type(text)
  await page.keyboard.press('Enter')
}

test('a year is typed, restored after a crash, submitted, proven, checked and opened', async ({ app }) => {
  const { page, api } = app
  await app.signUp()
  const { bought } = await plant(app)
  await api.activity.submit({
    readings: [inMonth(bought.id, '2025-01', '1100'), inMonth(bought.id, '2025-02', '1050')],
    proofs: [],
    reason: null,
  })
  await page.getByRole('navigation').getByRole('link', { name: '活动数据' }).click()
  await expect(page.getByRole('heading', { name: '活动数据' })).toBeVisible()
  await typeInto(page, 0, 0, '1 240,5')
  await typeInto(page, 0, 1, '1180000')
  await typeInto(page, 0, 2, '1.240.500')
  await goToCell(page, 0, 1)
  await expect(page.getByRole('button', { name: '改用单位 kWh' })).toBeVisible()
  await app.screenshot('activity-unit-doubted')
  await app.expectAccessible()
  await page.getByRole('button', { name: '改用单位 kWh' }).click()
  await goToCell(page, 0, 2)
  await expect(page.getByText('有两种读法')).toBeVisible()
  await app.screenshot('activity-two-readings')
  await page.waitForTimeout(500)
  await app.restart('SIGKILL')
  await page.getByLabel('登录名').fill(administrator.login)
  await page.getByLabel('密码', { exact: true }).fill(administrator.password)
  await page.keyboard.press('Enter')
  await page.getByRole('navigation').getByRole('link', { name: '活动数据' }).click()
  await expect(page.getByText('已恢复 3 项草稿')).toBeVisible()
  await app.screenshot('activity-restored')
  await page.getByRole('button', { name: '提交 2 项' }).click()
  await expect(page.getByText('草稿 1 项')).toBeVisible()
  await app.screenshot('activity-submitted')
  await goToCell(page, 0, 0)
  await page.keyboard.press('Control+Enter')
  await expect(page.getByRole('dialog')).toBeVisible()
  await page.waitForTimeout(400)
  await app.screenshot('activity-drawer')
  await app.expectAccessible()
  await page.getByRole('button', { name: '添加证据' }).click()
  await page.locator('.ant-drawer input[type=file]').setInputFiles({
    name: '电费结算单-2026-01.png',
    mimeType: 'image/png',
    buffer: Buffer.from(onePixel, 'base64'),
  })
  await expect(page.getByText('电费结算单-2026-01.png')).toBeVisible()
  await page.getByLabel('页码或单元格').fill('第 2 页')
  await page.getByRole('button', { name: '保存证据' }).click()
  await expect(page.getByText('位置：第 2 页')).toBeVisible()
  await page.getByRole('button', { name: '查看' }).click()
  await page.getByRole('button', { name: '更正' }).click()
  await page.waitForTimeout(400)
  await app.screenshot('activity-drawer-evidence')
  await app.expectAccessible()
})

const onePixel =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg=='
