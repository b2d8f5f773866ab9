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

/** Opens a page from the rail, in the year that the tests are about. */
async function openPage(page: Page, name: string): Promise<void> {
  await page.getByRole('navigation').getByRole('link', { name }).click()
  // The address says so once it is known which year is shown.
  await expect(page).toHaveURL(/[?&]year=\d{4}/)
  const scope = page.getByRole('banner')
  if (/2026/.test((await scope.textContent()) ?? '')) return
  await scope.getByRole('combobox', { name: /年度|Year/ }).click()
  await page.getByTitle(/^2026/).last().click()
}
/** Goes to a cell as a person does: presses it, and begins to type once the foot says where one is. */
async function goToCell(page: Page, row: number, column: number): Promise<void> {
  const month = `2026-${String(column + 1).padStart(2, '0')}`
  await expect(page.getByRole('columnheader', { name: month })).toBeVisible()
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
  await openPage(page, '活动数据')
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
  await app.restart('SIGKILL')
  await page.getByLabel('登录名').fill(administrator.login)
  await page.getByLabel('密码', { exact: true }).fill(administrator.password)
  await page.keyboard.press('Enter')
  await openPage(page, '活动数据')
  await expect(page.getByText('已恢复 3 项草稿')).toBeVisible()
  await app.screenshot('activity-restored')
  await page.getByRole('button', { name: '提交 2 项' }).click()
  await expect(page.getByText('草稿 1 项')).toBeVisible()
  await app.screenshot('activity-submitted')
  await goToCell(page, 0, 0)
  await page.keyboard.press('Control+Enter')
  await expect(page.getByRole('dialog')).toBeVisible()
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
  await app.screenshot('activity-drawer-evidence')
  await app.expectAccessible()
  await page.getByRole('button', { name: '取消', exact: true }).click()
  await page.keyboard.press('Escape')
  await page.getByRole('navigation').getByRole('link', { name: '证据' }).click()
  await page.getByText('电费结算单-2026-01.png').click()
  await page.getByRole('button', { name: '重新计算 SHA-256' }).click()
  await expect(page.getByText('与登记时一致')).toBeVisible()
  await app.screenshot('activity-evidence')
  await app.expectAccessible()
})

test('a month is checked, approved, closed, reopened and compared with its seal', async ({ app }) => {
  const { page, api } = app
  await app.signUp()
  const { facility, bought, coal } = await plant(app)
  const months = ['2026-01', '2026-02']
  const electricity = months.map((month) => inMonth(bought.id, month, '1200'))
  const fuel = months.map((month) => inMonth(coal.id, month, '1,800.25'))
  await api.activity.submit({ readings: [...electricity, ...fuel], proofs: [], reason: null })
  await openPage(page, '活动数据')
  await page.getByRole('button', { name: '复核 2026-01' }).click()
  await page.getByLabel('原因（仅在只有一个用户时必填').fill('只有一名碳管理员')
  await app.screenshot('activity-check')
  await page.getByRole('dialog').getByRole('button', { name: '复核 2026-01' }).click()
  await page.getByRole('button', { name: '批准 2026-01' }).click()
  await page.getByLabel('原因（仅在只有一个用户时必填').fill('只有一名碳管理员')
  await page.getByRole('dialog').getByRole('button', { name: '批准 2026-01' }).click()
  await expect(page.getByText('待批准 0 格')).toBeVisible()
  await page.getByRole('navigation').getByRole('link', { name: '月结' }).click()
  await expect(page.getByRole('heading', { name: '2026-01 检查清单' })).toBeVisible()
  await page.getByRole('button', { name: /^2026-02/ }).click()
  await expect(page.getByRole('heading', { name: '2026-02 检查清单' })).toBeVisible()
  await app.screenshot('activity-month-blocked')
  await app.expectAccessible()
  await page.getByRole('button', { name: /^2026-01/ }).click()
  await expect(page.getByRole('heading', { name: '2026-01 检查清单' })).toBeVisible()
  await page.getByLabel(/为何可以接受/).fill('凭证随年度核查补齐')
  await app.screenshot('activity-month-ready')
  await page.getByRole('button', { name: '封存 2026-01' }).click()
  await page.getByRole('button', { name: '核对 2026-01' }).click()
  await expect(page.getByText('与封存时完全一致')).toBeVisible()
  await app.screenshot('activity-month-sealed')
  await app.expectAccessible()
  await page.getByRole('button', { name: '重新打开 2026-01' }).click()
  await page.getByRole('dialog').getByRole('textbox', { name: '原因' }).fill('结算单有误')
  await page.getByRole('dialog').getByRole('button', { name: '重新打开 2026-01' }).click()
  await expect(page.getByRole('heading', { name: '封存记录' })).toBeVisible()
  const rows = await api.activity.grid({ facility, year: 2026 })
  const january = rows.find(({ parameter }) => parameter.id === bought.id)?.cells[0]?.reading
  await api.activity.correct({
    reading: january!.id,
    text: '1210',
    unit: null,
    note: null,
    proofs: [],
    reason: '结算单有误',
  })
  await page.getByRole('button', { name: '核对 2026-01' }).click()
  await expect(page.getByText('与封存时不同')).toBeVisible()
  await app.screenshot('activity-seal-differs')
  await page.getByRole('button', { name: '语言' }).click()
  await page.getByRole('menuitem', { name: 'English' }).click()
  await app.screenshot('activity-seal-differs-en')
  await app.expectAccessible()
  await page.getByRole('navigation').getByRole('link', { name: 'Activity data' }).click()
  await app.screenshot('activity-grid-en')
  await page.getByRole('navigation').getByRole('link', { name: 'Evidence' }).click()
  await app.screenshot('activity-evidence-en')
  await app.expectAccessible()
  await page.getByRole('navigation').getByRole('link', { name: 'Home' }).click()
  await app.screenshot('activity-home-en')
})

test('a block is pasted, days are entered, and what is sent back is corrected', async ({ app }) => {
  const { page, api } = app
  await app.signUp()
  const { facility, coal } = await plant(app)
  await app.context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await openPage(page, '活动数据')
  await goToCell(page, 0, 0)
  await page.evaluate(() => navigator.clipboard.writeText('1,200\t1250.5\t1180 MWh\n1800\t\t１７５０'))
  await page.keyboard.press('Control+v')
  await expect(page.getByText('草稿 5 项')).toBeVisible()
  await app.screenshot('activity-pasted')
  await page.getByRole('button', { name: '提交 5 项' }).click()
  await expect(page.getByText('草稿 5 项')).toHaveCount(0)
  await goToCell(page, 1, 4)
  await page.keyboard.press('Control+Enter')
  await page.getByRole('button', { name: '录入逐日数据' }).click()
  await page.getByRole('dialog').locator('.rgCol [data-rgrow="0"][data-rgcol="1"]').first().click()
  await page.keyboard.type('60.5')
  await page.keyboard.press('Enter')
  await page.keyboard.type('61')
  await page.keyboard.press('Enter')
  // The grid may catch up with the press while one types: nothing typed is lost.
  await page.getByRole('dialog').locator('.rgCol [data-rgrow="2"][data-rgcol="1"]').first().click()
  await page.keyboard.type('6')
  await page.locator('[role=dialog] revo-grid').evaluate(async (grid) => {
    const at = { x: 1, y: 2 }
    await (grid as unknown as { setCellsFocus: (from: object, to: object) => Promise<void> }).setCellsFocus(
      at,
      at,
    )
  })
  await page.keyboard.type('2 吨')
  await page.keyboard.press('Enter')
  await app.screenshot('activity-days')
  await app.expectAccessible()
  await page.getByRole('button', { name: '提交 3 项' }).click()
  await expect(page.getByRole('dialog').getByText('183.5')).toBeVisible()
  await app.screenshot('activity-days-entered')
  await page.getByRole('button', { name: '退回 3 条' }).click()
  await page.getByRole('dialog').getByRole('textbox', { name: '原因' }).fill('磅单缺页')
  await page.getByRole('dialog').getByRole('button', { name: '退回 3 条' }).last().click()
  await expect(page.getByText('原因：磅单缺页').first()).toBeVisible()
  await app.screenshot('activity-sent-back')
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: '语言' }).click()
  await page.getByRole('menuitem', { name: 'English' }).click()
  await page.getByRole('button', { name: 'Appearance' }).click()
  await page.getByRole('menuitem', { name: 'Dark' }).click()
  await goToCell(page, 0, 1)
  await page.keyboard.press('F2')
  await page.keyboard.press('End')
  await page.keyboard.type('9')
  await page.keyboard.press('Enter')
  await app.screenshot('activity-correction-en')
  await app.expectAccessible()
  await page.getByLabel('Reason for the corrections (needed)').fill('meter read again')
  await page.getByRole('button', { name: 'Submit 1' }).click()
  await expect(page.getByText('Drafts: 1')).toHaveCount(0)
  const rows = await api.activity.grid({ facility, year: 2026 })
  expect(rows.find(({ parameter }) => parameter.id !== coal.id)?.cells[1]?.value).toBe('1250.59')
  await page.getByRole('heading', { name: 'Activity data' }).click()
  await page.keyboard.press('Control+z')
  await expect(page.getByText('Drafts: 1')).toBeVisible()
  await openPage(page, 'Import')
  await app.screenshot('activity-import-en')
  await app.expectAccessible()
})

test('a ledger is imported by its columns, a faulty row is kept and settled, and the import is undone', async ({
  app,
}) => {
  const { page } = app
  await app.signUp()
  await plant(app)
  await openPage(page, '导入数据')
  const ledger = [
    '月份,购入电量(MWh),煤耗(吨)',
    '2026年1月,"1,200.5",1800',
    '2026年2月,１３００,约1750',
    '2026年3月,1250,x',
  ].join('\n')
  await page.locator('input[type=file]').setInputFiles({
    name: '能源月报.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(ledger),
  })
  await expect(page.getByLabel('表格样式')).toBeVisible()
  await app.screenshot('activity-import-map')
  await app.expectAccessible()
  await page.getByLabel('C 列的参数').click()
  await page.getByTitle('入炉煤量', { exact: true }).click()
  await page.getByRole('button', { name: '预览' }).click()
  await expect(page.getByText('可导入 4 条')).toBeVisible()
  await app.screenshot('activity-import-preview')
  await app.expectAccessible()
  await page.getByRole('button', { name: /采用全部 1 处建议/ }).click()
  await expect(page.getByText('可导入 5 条')).toBeVisible()
  await app.screenshot('activity-import-repaired')
  await page.getByRole('button', { name: /只导入正确的 5 条/ }).click()
  await expect(page.getByText('已导入 5 条数据')).toBeVisible()
  await page.getByText('能源月报.csv').first().click()
  await page.getByLabel('选择第 4 行').check()
  await page.getByLabel(/如何处理/).fill('煤耗未计量，已另行录入')
  await app.screenshot('activity-import-rejected')
  await app.expectAccessible()
  await page.getByRole('button', { name: '登记 1 行' }).click()
  await expect(page.getByText('已完成')).toBeVisible()
  await page.getByRole('button', { name: '撤销导入' }).click()
  await page.getByRole('dialog').getByRole('button', { name: '撤销导入' }).click()
  await expect(page.getByText('已撤销')).toBeVisible()
  await app.screenshot('activity-import-undone')
})

const onePixel =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg=='
