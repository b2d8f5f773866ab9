import { writeXlsx } from 'hucre'

import { monthsOf } from '#shared/kernel/period'

import { gridOn, type Hands, handsOn } from './journey.ts'
import { administrator, type App, expect, test } from './support.ts'

/** The last whole year, which an empty plant opens on. */
const year = new Date().getFullYear() - 1
const january = `${year}-01`
const alone = '单人值守'

/** Four words of the register, as the template names them. */
const names = {
  gas: '天然气消耗量',
  diesel: '柴油消耗量',
  power: '购入电量',
  heat: '供热量',
  gridFactor: '电力排放因子',
}

async function describe({ page, fill, press, goTo }: Hands): Promise<void> {
  await goTo('organization.facts.title')
  await fill('organization.field.name', '宁河供热有限公司')
  await fill('organization.field.creditCode', '91440300708461136U')
  await press('organization.begin.act')
  await expect(page.getByText('第 18 位应为“T”')).toBeVisible()
  await fill('organization.field.creditCode', '91440300708461136T')
  await fill('organization.field.industryCode', '4430')
  await press('organization.begin.act')
  await page.getByRole('treeitem', { name: '生产设施' }).click()
  await page.getByRole('button', { name: '新增工序（机组）' }).click()
  await page.getByRole('textbox', { name: '* 名称', exact: true }).fill('1# 燃气锅炉')
  await page.getByRole('button', { name: '新增', exact: true }).click()
  await expect(page.getByRole('treeitem', { name: /1# 燃气锅炉/ })).toBeVisible()
}

/** The usual sources of a gas boiler plant, and the grid's factor picked anew from the library. */
async function register({ page, press, goTo }: Hands): Promise<void> {
  await goTo('monitoring.title')
  await page.getByRole('radio', { name: /燃气锅炉房/ }).check()
  await press('monitoring.template.apply')
  await page.locator('.records').getByText('购入使用电力').click()
  await page.getByRole('button', { name: names.gridFactor }).first().click()
  await page.getByLabel('缺省值（因子库）').fill('全国')
  await page.locator('.ant-select-dropdown:visible .ant-select-item-option').first().click()
  await page.getByRole('button', { name: '保存参数' }).click()
  await expect(page.getByRole('button', { name: '保存参数' })).toBeHidden()
}

async function signBoundary({ page, goTo }: Hands): Promise<void> {
  await goTo('organization.boundary.title')
  await page.getByRole('button', { name: '划定边界' }).click()
  await page.getByRole('radio', { name: /运营控制权法/ }).check()
  for (const _step of ['approach', 'nodes'])
    await page.getByRole('button', { name: '下一步', exact: true }).click()
  await page.getByRole('combobox', { name: '核算指南' }).click()
  await page.getByTitle(/2022 年修订版/).click()
  for (const _step of ['reporting', 'exclusions'])
    await page.getByRole('button', { name: '下一步', exact: true }).click()
  await page.getByRole('button', { name: '保存草稿，然后签署' }).click()
  await page.getByLabel('登录密码').fill(administrator.password)
  await page.getByRole('button', { name: '签署并批准' }).click()
  await expect(page.getByText('签名与内容一致')).toBeVisible()
}

/** A ledger as a plant keeps it: a title above, units in the heads, a sum below, and one cell that is no number. */
async function ledger(): Promise<Buffer> {
  const gas = [42.15, 38.2, 30.1, 12.4, 3.05, 2.9, 2.7, 2.8, 3.4, 11.9, 29.8, 41.3]
  const diesel = [0.3, 0.31, 0.32, 0.33, '约0.34', 0.35, 0.36, 0.37, 0.38, 0.39, 0.4, 0.41]
  const rows = monthsOf(year).map((month, at) => [month, gas[at] ?? 0, diesel[at] ?? 0, 21000 + 35 * at])
  const bytes = await writeXlsx({
    sheets: [
      {
        name: '能源台账',
        rows: [
          [`宁河供热有限公司 ${year} 年能源消耗台账`],
          ['月份', '天然气消耗量（万Nm³）', '柴油消耗量（t）', '购入电量（kWh）'],
          ...rows,
          ['合计', gas.reduce((sum, value) => sum + value, 0), '', ''],
        ],
      },
    ],
  })
  return Buffer.from(bytes)
}

async function chooseLedger({ page }: Hands, buffer: Buffer): Promise<void> {
  await page
    .locator('.activity-import input[type=file]')
    .first()
    .setInputFiles({
      name: `能源台账-${year}.xlsx`,
      mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      buffer,
    })
}

async function importLedger(hands: Hands, buffer: Buffer): Promise<void> {
  const { page, say, press } = hands
  await chooseLedger(hands, buffer)
  await press('activity.import.preview')
  await expect(page.getByText(say('activity.preview.rejected', { rows: 1, errors: 1 }))).toBeVisible()
  await expect(page.getByTitle(say('activity.text-in-number', { entered: '约0.34' }))).toBeVisible()
  await press('activity.preview.take', { text: '0.34' })
  await press('activity.take.all', { count: 36 })
  await expect(page.getByText(say('activity.import.done', { readings: 36, rejected: 0 }))).toBeVisible()
}

async function bringLedger(hands: Hands): Promise<void> {
  const { page, say, press, goTo } = hands
  const buffer = await ledger()
  await goTo('activity.entry.title')
  await press('activity.import.go')
  await importLedger(hands, buffer)
  await page.getByRole('heading', { name: say('activity.import.title') }).click()
  await page.keyboard.press('Control+z')
  await expect(page.getByText(say('activity.standing.undone'), { exact: true })).toBeVisible()
  await importLedger(hands, buffer)
  await chooseLedger(hands, buffer)
  await expect(page.getByText(/^这个文件已于 .* 导入，36 条数据$/)).toBeVisible()
  await press('activity.import.other-file')
  await press('activity.import.back')
}

/** A file that proves a reading, from the drawer of its cell. */
async function prove(hands: Hands): Promise<void> {
  const { page, say, press } = hands
  const grid = gridOn(page)
  await grid.focus(names.gas, january)
  await page.keyboard.press('Control+Enter')
  await press('activity.evidence.add')
  await page.locator('.ant-drawer input[type=file]').setInputFiles({
    name: '燃气结算单.png',
    mimeType: 'image/png',
    buffer: Buffer.from(onePixel, 'base64'),
  })
  await press('activity.evidence.save')
  await expect(page.getByRole('button', { name: say('activity.evidence.look') })).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toBeHidden()
}

/** The check list of January says what is missing, and leads to where it is typed. */
async function fillGap({ page, say, press, goTo }: Hands): Promise<void> {
  const grid = gridOn(page)
  await goTo('activity.months.title')
  await page.getByRole('button', { name: `“${names.heat}”${january} 缺少数据` }).click()
  await expect(page.getByRole('dialog')).toContainText(`${names.heat} · ${january}`)
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toBeHidden()
  await grid.focus(names.heat, january)
  await page.keyboard.press('F2')
  await page.keyboard.insertText('１３，２５０．５')
  await page.keyboard.press('Enter')
  await press('activity.submit.act', { count: 1 })
  await expect(page.getByText(say('activity.submit.drafts', { count: 1 }))).toBeHidden()
}

/** January is checked, approved and sealed; a sealed cell takes no key; reopened with a reason, it does. */
async function sealAndReopen(hands: Hands): Promise<void> {
  const { page, say, goTo } = hands
  const grid = gridOn(page)
  await hands.confirm(say('activity.review.check', { month: january }), alone)
  await hands.confirm(say('activity.review.approve', { month: january }), alone)
  await goTo('activity.months.title')
  const seal = hands.button('activity.months.seal', { month: january })
  await expect(seal).toBeVisible()
  const why = page.locator('.activity-work textarea')
  if ((await why.count()) > 0) await why.fill('缺省值，已核对')
  await seal.click()
  const inStrip = page.getByRole('list', { name: say('activity.months.strip') }).getByRole('button', {
    name: january,
  })
  await expect(inStrip).toContainText(say('activity.months.state.sealed'))

  await goTo('activity.entry.title')
  await grid.focus(names.gas, january)
  await page.keyboard.type('99')
  await expect(grid.foot).toContainText(say('activity.fixed.sealed', { from: '', to: '' }))
  await expect(page.getByText(say('activity.submit.drafts', { count: 1 }))).toBeHidden()

  await goTo('activity.months.title')
  await inStrip.click()
  await hands.confirm(say('activity.months.reopen', { month: january }), '结算单更正')
  await expect(seal).toBeVisible()
}

/** What is typed is taken back by Ctrl Z, and outlives a crash. */
async function typeThroughCrash(hands: Hands, app: App): Promise<void> {
  const { page, say, goTo } = hands
  const grid = gridOn(page)
  await goTo('activity.entry.title')
  await grid.type(names.gas, january, '43.5')
  await expect(page.getByText(say('activity.submit.drafts', { count: 1 }))).toBeVisible()
  await page.keyboard.press('Control+z')
  await expect(page.getByText(say('activity.submit.drafts', { count: 1 }))).toBeHidden()
  await grid.type(names.gas, january, '43.7')
  await grid.type(names.diesel, january, '0.41')
  await expect.poll(async () => savedCells(app)).toBe(2)

  await app.restart('SIGKILL')
  await hands.signIn()
  await goTo('activity.entry.title')
  await expect(page.getByText(/^已恢复 2 项草稿，保存于 /)).toBeVisible()
  await grid.focus(names.gas, january)
  await expect(grid.foot).toContainText(say('activity.entry.read-as', { amount: '43.7 10⁴ Nm³' }))
  await app.screenshot('journey-restored')
}

/** How many typed cells the program has put away. */
async function savedCells({ api }: App): Promise<number> {
  const drafts = await api.desk.drafts({ prefix: 'activity/' })
  return Math.max(
    0,
    ...drafts.map(({ value }) => Object.keys((value as { cells?: object }).cells ?? {}).length),
  )
}

test('an empty plant gets its boundary, its sources and a ledger, closes a month, and loses nothing', async ({
  app,
}) => {
  test.setTimeout(300_000)
  const hands = handsOn(app.page, 'zh')
  await app.signUp()
  await describe(hands)
  await register(hands)
  await signBoundary(hands)
  await bringLedger(hands)
  await prove(hands)
  await fillGap(hands)
  await sealAndReopen(hands)
  await typeThroughCrash(hands, app)
})

const onePixel =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg=='
