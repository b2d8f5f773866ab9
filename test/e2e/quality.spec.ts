import type { Page } from '@playwright/test'

import type { Parameter } from '#shared/monitoring/model'
import { inMonth } from '#test/activity/support'
import { parameterLike, sourceLike } from '#test/monitoring/support'

import { type App, expect, test } from './support.ts'

const months = ['2025-07', '2025-08', '2025-09', '2025-10', '2025-11', '2025-12']
const last = '2025-12'
/** The row of that month, of the first parameter that misses it. */
const rowOf = (page: Page, month: string) => page.locator(`.record[data-row-key$="/${month}"]`).first()

/** A boiler whose carbon was tested in all months but the last, and whose coal jumped in one. */
async function plant({ api }: App): Promise<void> {
  await api.organization.begin({
    name: '宁河热电有限公司',
    creditCode: null,
    industryCode: '4412',
    site: '宁河厂区',
    facility: '热电分厂',
    validFrom: '2020-01-01',
  })
  const facility = (await api.organization.tree({})).find(({ kind }) => kind === 'facility')!.id
  const since = { validFrom: `${months[0]}-01` }
  const boiler = await api.monitoring.addSource(
    sourceLike(facility, {
      ...since,
      code: 'R-1',
      name: '燃煤锅炉',
      category: 'fuel-combustion',
      isoCategory: 1,
      scope: 1,
      calculation: { method: 'fuel-by-calorific-value', fuelClass: 'coal' },
    }),
  )
  const add = (facts: object) => api.monitoring.addParameter(parameterLike(boiler, { ...since, ...facts }))
  const coal = await add({ role: 'fuel', name: '入炉煤量', unit: 't' })
  const mean = { rollUp: 'mean', weightedBy: coal.id, gapRule: 'mean-of-month' }
  const heat = await add({ role: 'calorificValue', name: '低位发热量', unit: 'GJ/t', ...mean })
  const carbon = await add({ role: 'carbonContent', name: '单位热值含碳量', unit: 'tC/GJ', ...mean })
  const burnt = { urn: 'urn:tanbu:factors:fuels-mee-power:2022', ref: 'coal-default/oxidation-rate' }
  await add({
    role: 'oxidation',
    name: '碳氧化率',
    unit: '%',
    rollUp: 'mean',
    determination: 'default',
    factor: burnt,
  })
  const row = (parameter: Parameter, texts: readonly string[]) =>
    texts.map((text, at) => inMonth(parameter.id, months[at]!, text))
  await api.activity.submit({
    readings: [
      ...row(coal, ['30120', '29870', '30410', '74200', '30050', '29930']),
      ...row(heat, ['20.11', '20.34', '19.98', '20.27', '20.05', '20.19']),
      ...row(carbon, ['0.02701', '0.02713', '0.02695', '0.02708', '0.02699']),
    ],
    proofs: [],
    reason: null,
  })
}

test('a jump is explained, a missing test is priced and stood in for, and the list goes out', async ({
  app,
}) => {
  const { page } = app
  await app.signUp()
  await plant(app)
  const rail = page.getByRole('navigation')
  await rail.getByRole('link', { name: '数据质量发现' }).click()
  const jump = page.locator('.record', { hasText: `${months[3]} 为 74200 t，上月为` })
  await jump.click()
  const panel = page.getByRole('complementary', { name: '发现的详情' })
  await app.screenshot('findings')
  await app.expectAccessible()
  await panel.getByLabel('写明理由').fill('2号机组检修，1号机组满负荷')
  await panel.getByRole('button', { name: '保存说明' }).click()
  await expect(panel.getByText('2号机组检修，1号机组满负荷')).toBeVisible()
  await expect(page.getByText(/已说明 1 项/)).toBeVisible()
  await page.getByRole('button', { name: '导出 XLSX' }).click()
  await expect(page.getByRole('link', { name: /^下载 .*数据质量发现清单/ })).toBeVisible()

  await rail.getByRole('link', { name: '未实测的代价' }).click()
  await expect(page.getByRole('heading', { name: '未实测的代价' })).toBeVisible()
  await expect(rowOf(page, last)).toBeVisible()
  await rowOf(page, last).locator('.openable').click()
  await expect(page.locator('.figure-value')).toBeVisible()
  await app.screenshot('unmeasured')
  await app.expectAccessible()
  await page.keyboard.press('Escape')

  await rail.getByRole('link', { name: '缺失数据与替代值' }).click()
  await expect(page.getByRole('heading', { name: '缺失数据与替代值' })).toBeVisible()
  await rowOf(page, last).click()
  await page.getByRole('radio', { name: /本年有效月的平均/ }).check()
  await page.getByRole('textbox', { name: '理由' }).fill('样品损坏')
  await app.screenshot('gaps')
  await app.expectAccessible()
  await page.getByRole('button', { name: '采用替代值' }).click()
  await expect(rowOf(page, last).getByText('替代值', { exact: true })).toBeVisible()
  await page.keyboard.press('Control+z')
  await expect(rowOf(page, last).getByText('缺失', { exact: true })).toBeVisible()
})
