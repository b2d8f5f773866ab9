import type { Inventory } from '#shared/accounting/inventory'
import { type Enterprise, makeInventory } from '#test/cases/enterprise'
import { gasPowerForm, henanEnergyTable, type Ledger } from '#test/cases/ledgers'
import { gasPlant, henan } from '#test/cases/plants'

import { type App, expect, test } from './support.ts'

/** Sends a ledger to the import page and looks at what the program makes of it. */
async function send({ page }: App, { facility, year }: Enterprise, ledger: Ledger): Promise<void> {
  await page.goto(`${new URL(page.url()).origin}/#/activity/import?facility=${facility}&year=${year}`)
  await page
    .locator('input[type=file]')
    .first()
    .setInputFiles({
      name: ledger.name,
      mimeType: ledger.type,
      buffer: Buffer.from(ledger.bytes),
    })
}
/** Takes what was previewed over, as proven by the file itself. */
async function take({ page }: App, count: number): Promise<void> {
  await page.getByRole('checkbox', { name: '文件本身就是原始记录' }).check()
  await page.getByRole('button', { name: `导入 ${count} 条数据` }).click()
  await expect(page.getByText(`已导入 ${count} 条数据`)).toBeVisible()
}
async function show({ page }: App, { id, year }: Inventory, tab: string): Promise<void> {
  await page.goto(`${new URL(page.url()).origin}/#/accounting/${id}?year=${year}&tab=${tab}`)
}
async function speakEnglish({ page }: App): Promise<void> {
  await page.getByRole('button', { name: '语言' }).click()
  await page.getByRole('menuitem', { name: 'English', exact: true }).click()
}

test('the monthly form of a gas plant is imported, gives 454.33 and opens down to its cell', async ({
  app,
}) => {
  const { page } = app
  await app.signUp()
  const plant = await gasPlant(app.api)
  await send(app, plant, await gasPowerForm())
  await page.getByRole('button', { name: '预览', exact: true }).click()
  await expect(page.getByText('389.31').first()).toBeVisible()
  await app.screenshot('case-20-preview')
  await take(app, 2)
  const inventory = await makeInventory(plant, {
    title: '2023 年清单',
    guideline: 'mee-power-2022',
    rounding: 'mee-power-form',
    view: 'guideline',
  })
  await show(app, inventory, 'months')
  const months = page.getByRole('region', { name: '排放源与月份' })
  await expect(months.getByRole('button', { name: '454.33' }).first()).toBeVisible()
  await expect(months.getByRole('row', { name: /燃料热量/ }).getByText('8,175.51')).toBeVisible()
  await expect(months.getByRole('row', { name: /收到基元素碳含量/ }).getByText('5.96')).toBeVisible()
  await app.screenshot('case-20-months')
  await app.expectAccessible()
  await months.getByRole('button', { name: '454.33' }).first().click()
  await page.getByRole('button', { name: '全部收起' }).click()
  await page.getByRole('button', { name: '全部展开' }).click()
  await page
    .getByRole('tree')
    .getByRole('button', { name: /燃料消耗量 FC .* 21 / })
    .click()
  await expect(page.getByText('化石燃料燃烧排放-发电-2023!B3')).toBeVisible()
  await app.screenshot('case-20-opened')
})

test('a statement that contradicts itself is found out, in both languages', async ({ app }) => {
  const { page } = app
  await app.signUp()
  const { enterprise } = await henan(app.api)
  await send(app, enterprise, await henanEnergyTable())
  await page.getByLabel('“自来水”对应').click()
  await page.getByTitle('不导入').click()
  await page.getByRole('button', { name: '预览', exact: true }).click()
  await take(app, 12)
  const inventory = await makeInventory(enterprise, {
    title: '2024 年清单',
    guideline: 'carbon-management-annex-f',
    rounding: 'statement-1-decimal',
  })
  await show(app, inventory, 'version')
  const published = page.getByRole('region', { name: '已公布的数值' })
  await published.getByRole('button', { name: '添加公布值' }).click()
  await published.getByLabel('公布值', { exact: true }).fill('９３.1')
  await published.getByLabel('出处').fill('核查声明 2024')
  await published.getByRole('button', { name: '保存公布值' }).click()
  await expect(published.getByText('不符', { exact: true })).toBeVisible()
  await app.screenshot('case-03-published')
  await app.expectAccessible()
  await page.getByRole('tab', { name: /^问题/ }).click()
  await expect(
    page.getByText('公布值 93.1 tCO₂（核查声明 2024）与按所列数据计算的 97.7 tCO₂ 不符'),
  ).toBeVisible()
  await expect(page.getByText('而与 0.5366 tCO₂/MWh（全国电力平均二氧化碳排放因子')).toBeVisible()
  await app.screenshot('case-03-findings')
  await speakEnglish(app)
  await expect(
    page.getByText(
      'the published 93.1 tCO₂ (核查声明 2024) is not the 97.7 tCO₂ that the stated inputs give',
    ),
  ).toBeVisible()
  await expect(page.getByText('from 0.5366 tCO₂/MWh (China, average electricity CO2 factor')).toBeVisible()
})
