import { writeFileSync } from 'node:fs'
import { extname, join } from 'node:path'

import type { Locator, Page } from '@playwright/test'

import { languages } from '#shared/kernel/texts'

import { cli, gridOn, type Hands, handsOn, watchNetwork } from './journey.ts'
import { printedBy, textOf } from './office.ts'
import { administrator, type App, expect, test } from './support.ts'

const year = 2025
const organizations = { zh: '华岭热电有限公司（示例）', en: 'Hualing Heat and Power Co., Ltd. (sample)' }
const alone = '单人模式，由本人复核'

/** First run, sample plant, and the year that it has data of. */
async function openSample(hands: Hands): Promise<void> {
  const { page, say } = hands
  await hands.passFirstRun()
  await hands.press('access.plant.sample')
  await expect(page.getByRole('note').getByText(say('frame.sample'))).toBeVisible({ timeout: 60_000 })
  await hands.chooseYear(year)
}

const totalButton = ({ page, say }: Hands) =>
  page.getByRole('region', { name: say('accounting.head.total') }).locator('button.openable')

async function openInventory(hands: Hands): Promise<void> {
  await hands.goTo('accounting.inventories')
  await hands.page.locator('.records').getByText(String(year), { exact: true }).click()
  await expect(totalButton(hands)).toBeVisible()
}
/** The total as the window shows it, such as `721,220.07`. */
async function totalShown(hands: Hands): Promise<string> {
  return (await totalButton(hands).locator('.number').innerText()).split(/\s/)[0] ?? ''
}

/** Corrects a reading of a month that is still open, and has it checked and approved again. */
async function changeMonth(hands: Hands): Promise<void> {
  const { page, say } = hands
  const grid = gridOn(page)
  await hands.goTo('activity.entry.title')
  await grid.type('1号锅炉入炉煤消耗量', `${year}-11`, '18500')
  await expect(page.getByText(say('activity.submit.corrections', { count: 1 }))).toBeVisible()
  await expect(hands.button('activity.submit.act', { count: 1 })).toBeDisabled()
  await page.getByLabel(say('activity.submit.reason-needed')).fill('盘点后更正')
  await hands.press('activity.submit.act', { count: 1 })
  await expect(page.getByText(say('activity.submit.corrections', { count: 1 }))).toBeHidden()
  const month = `${year}-11`
  await hands.confirm(say('activity.review.check', { month }), alone)
  await hands.confirm(say('activity.review.approve', { month }), alone)
  await expect(hands.button('activity.review.approve', { month })).toBeHidden()
}

const carbonLeaf = /(元素碳|carbon).* 2025-11/i
const hasFocus = (item: Locator) => item.evaluate((element) => element === document.activeElement)
const focusedItem = (page: Page) => page.locator('[role=treeitem]:focus').innerText()

/** The arrow to the right: unfolds what is folded, goes on into what is unfolded. */
async function goIn(page: Page): Promise<void> {
  const isFolded = await page.locator('[role=treeitem]:focus').getAttribute('aria-expanded')
  await page.keyboard.press('ArrowRight')
  if (isFolded === 'false')
    await expect(page.locator('[role=treeitem]:focus + ul [role=treeitem]').first()).toBeVisible()
}
const goDown = (page: Page) => page.keyboard.press('ArrowDown')
async function walkTo(page: Page, name: RegExp, step = goDown): Promise<void> {
  for (let steps = 0; !name.test(await focusedItem(page)); steps++) {
    expect(steps, `items of the tree before ${name.source}`).toBeLessThan(60)
    await step(page)
  }
}

/** From the total by keyboard alone down to the carbon content of a month, and the laboratory report behind it. */
async function explainTotal(hands: Hands, app: App): Promise<void> {
  const { page, say } = hands
  const total = totalButton(hands)
  await total.focus()
  await page.keyboard.press('Enter')
  const drawer = page.getByRole('complementary', { name: say('frame.explain') })
  const items = drawer.getByRole('treeitem')
  await expect(items.first()).toBeVisible()
  while (!(await hasFocus(items.first()))) await page.keyboard.press('Tab')
  if ((await items.count()) === 1) await goIn(page)
  await walkTo(page, /1号锅炉/)
  await goIn(page)
  await walkTo(page, /2025-11/)
  await walkTo(page, carbonLeaf, goIn)
  const evidence = page.waitForResponse((response) => response.url().includes('/evidence/'))
  await page.keyboard.press('Enter')
  const report = await evidence
  expect(report.status()).toBe(200)
  expect(report.headers()['content-type']).toContain('application/pdf')
  await expect(drawer.getByText('HL-2025-11')).toBeVisible()
  await expect(drawer.getByText(administrator.name).first()).toBeVisible()
  await app.screenshot('journey-reading-leaf')
  const kept = join(app.home, 'report.pdf')
  const address = report.url().split('#')[0] ?? ''
  writeFileSync(kept, await (await app.context.request.get(address)).body())
  expect(await textOf(kept)).toContain('HL-2025-11')
  await page.keyboard.press('Escape')
  await expect(drawer).toBeHidden()
  await expect(total).toBeFocused()
}

/** Closes what is left of the year, month after month; the next open month is always the one that is offered. */
async function closeYear(hands: Hands): Promise<void> {
  const { page, say } = hands
  await hands.goTo('activity.months.title')
  for (const month of ['10', '11', '12'].map((number) => `${year}-${number}`)) {
    await page.getByRole('button', { name: month }).first().click()
    await expect(
      page.getByRole('heading', { name: say('activity.months.check-list', { month }) }),
    ).toBeVisible()
    const seal = hands.button('activity.months.seal', { month })
    await expect(seal).toBeVisible()
    const why = page.locator('.activity-work textarea')
    if ((await why.count()) > 0) await why.fill('已逐项核实')
    await seal.click()
    await expect(hands.button('activity.months.reopen', { month })).toBeVisible()
  }
  const months = page.getByRole('list', { name: say('activity.months.strip') })
  await expect(months.getByText(say('activity.months.state.sealed'), { exact: true })).toHaveCount(12)
}

/** Freezes the inventory with the password as signature and proves that it computes the same. */
async function freeze(hands: Hands): Promise<void> {
  const { page, say } = hands
  await hands.press('accounting.freeze.to')
  await hands.fill('accounting.freeze.password', administrator.password)
  await hands.press('accounting.freeze.act')
  await expect(page.getByText(say('accounting.state.frozen')).first()).toBeVisible()
  await hands.press('accounting.recompute')
  await expect(page.getByText(say('accounting.recompute.same'))).toBeVisible({ timeout: 30_000 })
}

/** Makes every kind of file and takes each away by its link. */
async function exportAll(hands: Hands, app: App): Promise<Record<string, string>> {
  const { page, say } = hands
  await hands.press('accounting.inventory.export')
  await hands.press('exchange.reports.make')
  const made = page.getByRole('status').filter({ hasText: say('exchange.reports.made', { count: 4 }) })
  await expect(made).toBeVisible({ timeout: 60_000 })
  const files: Record<string, string> = {}
  for (const link of await made.getByRole('link').all()) {
    const coming = page.waitForEvent('download')
    await link.click()
    const download = await coming
    const name = download.suggestedFilename()
    expect(name).toContain(String(year))
    const kind = extname(name).slice(1)
    files[kind] = join(app.home, 'taken', `report-${kind}.${kind}`)
    await download.saveAs(files[kind])
  }
  return files
}

for (const language of languages)
  test(`a newcomer goes from the first run to a closed year and its report, all offline (${language})`, async ({
    app,
  }) => {
    test.setTimeout(300_000)
    const strangers = watchNetwork(app.context)
    const hands = handsOn(app.page, language)
    const { page } = app
    await app.showFirstRun()
    await openSample(hands)
    await openInventory(hands)
    const before = await totalShown(hands)
    await changeMonth(hands)
    await openInventory(hands)
    await expect(totalButton(hands)).not.toContainText(before)
    const after = await totalShown(hands)
    await explainTotal(hands, app)
    await closeYear(hands)
    await openInventory(hands)
    expect(await totalShown(hands)).toBe(after)
    await freeze(hands)
    const files = await exportAll(hands, app)
    const { docx = '', xlsx = '', pdf = '', json = '' } = files
    const texts = await printedBy([docx, xlsx, pdf], app.home)
    for (const text of texts) {
      expect(text).toContain(organizations[language])
      expect(text).toContain(String(year))
      expect(text, 'a place that was left unfilled').not.toMatch(/\{\w+\}|undefined|NaN|\[object/)
      expect(text.replaceAll(',', '')).toContain(after.replaceAll(',', ''))
    }
    const calculated = await cli('calculate', json, '--json')
    expect(JSON.parse(calculated)).toMatchObject({
      total: { state: 'complete', value: after.replaceAll(',', '') },
    })
    await hands.goTo('access.own')
    await hands.confirm(hands.say('access.sample.remove'))
    await expect(page.getByRole('note')).toBeHidden()
    await expect(hands.button('access.sample.open')).toBeVisible()
    expect(await app.api.organization.tree({})).toEqual([])
    expect(strangers).toEqual([])
  })
